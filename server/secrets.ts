import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A secret from the environment, else from DATA_DIR/<name>, else made there with mode 0600. */
export function secret(given: string | undefined, dataDir: string, name: string): string {
  if (given) return given
  const file = path.join(dataDir, name)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return wholeSecret(file)
}

/** The same without making one: null when there is none. */
export function existingSecret(given: string | undefined, dataDir: string, name: string): string | null {
  const file = path.join(dataDir, name)
  return given ?? (existsSync(file) ? wholeSecret(file) : null)
}

function wholeSecret(file: string): string {
  const kept = readFileSync(file, 'utf8').trim()
  if (kept.length < 32) throw new Error(`${file} does not hold a whole secret; put it back from a backup`)
  return kept
}
