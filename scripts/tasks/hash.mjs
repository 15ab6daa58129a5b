import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// By contents and names, never by times: a fresh clone, a copy and a checkout of an older state all have
// arbitrary times.

/** What `next build` and the server bundle are made of, as paths or name patterns from the repository. */
const FOLDERS = ['app', 'components', 'lib', 'server', 'public', 'scripts/tasks']
const FILES = ['scripts/assets.mjs', 'package.json', 'package-lock.json']
const ROOT_FILE =
  /^(?:next\.config|postcss\.config|tsconfig|proxy|instrumentation)\b.*\.(?:ts|mts|js|mjs|json)$/

/** The server bundle is made of less, so that the command line need not wait for the pages. */
const SERVER_FOLDERS = ['lib', 'server', 'scripts/tasks']
const SERVER_FILES = ['package.json', 'package-lock.json', 'tsconfig.json']

/** Made by the build itself, or no part of it. */
const GENERATED = new Set(['public/tldraw', 'public/tldraw.new', 'public/fonts', 'public/fonts.new'])
const NO_PART = /\.test\.tsx?$|(?:^|\/)\.DS_Store$/

/** @param {string} root @param {string} folder @returns {string[]} */
function filesIn(root, folder) {
  if (GENERATED.has(folder) || !existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(root, path)
    return NO_PART.test(path) ? [] : [path]
  })
}

/** @param {string} root @param {string[]} paths */
function hashOf(root, paths) {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\n`)
  for (const path of [...paths].sort()) {
    const contents = readFileSync(join(root, path))
    // The length keeps the end of one file from being read as the start of the next.
    hash.update(`${path}\n${contents.length}\n`).update(contents)
  }
  return hash.digest('hex')
}

/** @param {string} root @param {string[]} paths */
const present = (root, paths) => paths.filter((path) => existsSync(join(root, path)))

/**
 * Changes exactly when what is built would change: sources, configuration, lockfile, Node's major.
 * @param {string} root
 */
export function buildHash(root) {
  const rootFiles = readdirSync(root).filter((name) => ROOT_FILE.test(name))
  return hashOf(root, [
    ...FOLDERS.flatMap((folder) => filesIn(root, folder)),
    ...present(root, FILES),
    ...rootFiles,
  ])
}

/** @param {string} root */
export function serverHash(root) {
  return hashOf(root, [
    ...SERVER_FOLDERS.flatMap((folder) => filesIn(root, folder)),
    ...present(root, SERVER_FILES),
  ])
}

/** @param {string} root */
export function installHash(root) {
  return hashOf(root, present(root, ['package-lock.json', '.npmrc']))
}
