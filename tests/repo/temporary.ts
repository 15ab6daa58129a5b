import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export const ROOT = resolve(import.meta.dirname, '../..')

/**
 * A folder for one test: outside the repository, because our tools skip what git ignores and
 * what is not ignored would be seen by the other checks. It is gone when the test is.
 */
export function temporaryFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'rotonde-repo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, contents] of Object.entries(files)) put(folder, path, contents)
  return folder
}

export function withPackages(folder: string): string {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  return folder
}

export function put(folder: string, path: string, contents: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), contents)
}
