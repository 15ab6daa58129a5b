import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '@/lib/clock'
import type { Env } from '../env'
import { existingSecret } from '../secrets'
import { keyRingOf } from '../store/keyRing'
import { makeBackup, type BackupParts, type BackupRequest } from './backup'
import type { CheckReport } from './check'
import { DATABASE } from './manifest'
import { runCheck } from './runCheck'
import type { CheckedPlace } from './worker'

export const databaseIn = (dataDir: string): string => path.join(path.resolve(dataDir), DATABASE)

/** Where the copy of the keys is looked for when nobody says: beside the backup, the same for all in one folder. */
export const keysBeside = (dir: string): string => path.join(path.dirname(dir), 'rotonde-keys.sqlite')

/** `url`: that of PostgreSQL, when the store is there. */
type KeepingParts = Omit<BackupParts, 'now'> & { url: string | undefined }

const placeOf = (url: string | undefined, file: string): CheckedPlace =>
  url === undefined ? { file, keyRing: keyRingOf(file) } : { url }

/** Checking and copying a store that is in use. */
export class Keeping {
  readonly #parts: KeepingParts
  readonly #clock: Clock
  #isCopying = false

  constructor(parts: KeepingParts, clock: Clock) {
    this.#parts = parts
    this.#clock = clock
  }

  check(): Promise<CheckReport> {
    const { url, file, secrets, workerScript } = this.#parts
    return runCheck({ place: placeOf(url, file), masterKey: secrets['master-key'] }, workerScript)
  }

  /** One at a time: two into one folder would each take away what the other makes. */
  async backup(request: BackupRequest): Promise<CheckReport> {
    if (this.#isCopying) throw new Error('Another backup is being made. Try again when it is done.')
    this.#isCopying = true
    try {
      return await makeBackup(request, { ...this.#parts, now: this.#clock.now() })
    } finally {
      this.#isCopying = false
    }
  }
}

/** Checks a store that no server has open, without bringing it up to date first; the caller holds the lock. */
export function checkAtRest(env: Env, workerScript: URL): Promise<CheckReport> {
  const place = placeOf(env.DATABASE_URL, databaseIn(env.DATA_DIR))
  if ('file' in place)
    for (const needed of [place.file, place.keyRing])
      if (!existsSync(needed))
        throw new Error(`${needed} is not there: there is nothing to check, or it is not whole.`)
  const masterKey = existingSecret(env.MASTER_KEY, env.DATA_DIR, 'master-key')
  if (!masterKey)
    throw new Error(
      'The boards need their master key: set MASTER_KEY, or put the file master-key into DATA_DIR.',
    )
  return runCheck({ place, masterKey }, workerScript)
}
