import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './temporary'

/** Made by the build or by people at work; never in the repository. */
const NOT_OURS = new Set(['node_modules', '.build', '.git', 'tldraw', 'fonts', 'shots', 'test-results'])

export interface Source {
  /** From the repository, with forward slashes. */
  path: string
  text: string
}

/** Text files in these folders of the repository whose path matches. */
export function sources(folders: string[], pattern: RegExp): Source[] {
  return folders
    .flatMap((folder) => walk(folder))
    .flatMap((path) => (pattern.test(path) ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : []))
}

function walk(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return folder === 'public' && NOT_OURS.has(entry.name) ? [] : walk(path)
  })
}
