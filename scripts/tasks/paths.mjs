import { resolve } from 'node:path'

/** The folder of the repository, whatever folder a command is started from. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** @param {string[]} parts */
export function inRoot(...parts) {
  return resolve(ROOT, ...parts)
}

/** Everything that is built. Never in the repository. */
export const BUILD = inRoot('.build')
