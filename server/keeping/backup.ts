import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { keyRingOf } from '../store/keyRing'
import { eraseOldPages, openReader, TABLES_VERSION, type Db } from '../store/open'
import { isShared } from '../store/postgres'
import { VERSION } from '../version'
import type { CheckReport } from './check'
import { isAbsentOrEmpty, isSameFile, onDisk, sha256Of } from './files'
import type { KeyCopies } from './keyCopies'
import { DATABASE, MANIFEST, SECRETS, type Manifest } from './manifest'
import { runCheck } from './runCheck'
import { writeData, writeRing } from './toFile'

export interface BackupRequest {
  /** Absolute; absent or empty. */
  dir: string
  /** Absolute, outside `dir`: where the newest copy of the key ring is kept. */
  keys: string
  withSecrets: boolean
}

export interface BackupParts {
  db: Db
  /** The database file that is in use, when the store is SQLite's. */
  file: string
  copies: KeyCopies
  secrets: Record<(typeof SECRETS)[number], string>
  workerScript: URL
  now: number
}

/**
 * Copies the store as it is at one moment, while people go on; looks whether the copy is whole, and only then gives it
 * its name. The copy has every board and none of their keys: those are in the copy of the key ring beside it. Both are
 * files of SQLite's, also where the store is PostgreSQL, so that either can be restored from either.
 */
export async function makeBackup(request: BackupRequest, parts: BackupParts): Promise<CheckReport> {
  const { dir, keys, withSecrets } = request
  const { copies, secrets, workerScript, now } = parts
  if (!isAbsentOrEmpty(dir)) throw new Error(`${dir} is not empty. A backup goes into a folder of its own.`)
  if (isInside(keys, dir))
    throw new Error(
      'The copy of the keys must lie outside the backup: they must not be kept together for long.',
    )
  requireNotOurs(keys, parts)
  const aside = `${dir}.part`
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true, mode: 0o700 })
  try {
    await copies.claim(keys)
    const database = path.join(aside, DATABASE)
    const ring = path.join(aside, 'keys.part')
    await copyStore(parts, database, ring)
    await chmod(database, 0o600)
    await onDisk(database)
    const report = await runCheck(
      { place: { file: database, keyRing: ring }, masterKey: secrets['master-key'] },
      workerScript,
    )
    if (report.damaged.some(({ board }) => board === null))
      throw new Error('The copy is damaged. Nothing was kept of it.')
    await rm(ring)
    if (withSecrets) for (const name of SECRETS) await writeSecret(path.join(aside, name), secrets[name])
    const manifest: Manifest = {
      format: 'rotonde-backup',
      version: VERSION,
      at: new Date(now).toISOString(),
      tables: TABLES_VERSION,
      sha256: await sha256Of(database),
    }
    await writeSecret(path.join(aside, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await copies.write(keys)
    await onDisk(aside)
    await rename(aside, dir)
    await onDisk(path.dirname(dir))
    return report
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    await copies.unclaim(keys)
    throw error
  }
}

/** The data and then the ring, so that every board in the data has its key here. */
async function copyStore(
  { db, file, workerScript }: BackupParts,
  database: string,
  ring: string,
): Promise<void> {
  if (isShared(db)) {
    try {
      await writeData(db, database, workerScript)
      await rm(keyRingOf(database))
      await writeRing(db, ring, workerScript)
    } finally {
      // A key that was taken off meanwhile kept its place for as long as we could still have asked for it.
      await eraseOldPages(db)
    }
    return
  }
  const reader = openReader(file, workerScript)
  try {
    await sql`vacuum main into ${database}`.execute(reader)
    await writeRing(reader, ring, workerScript)
  } finally {
    await reader.destroy()
  }
}

/** The ring in use looks like a copy of itself, and would be blanked in its place. */
function requireNotOurs(keys: string, { db, file }: BackupParts): void {
  if (!isShared(db) && isSameFile(keys, keyRingOf(file)))
    throw new Error(`${keys} is the key ring in use, and was left alone. Choose another file with --keys.`)
}

const isInside = (file: string, dir: string) => !path.relative(dir, file).startsWith('..')

const writeSecret = (file: string, text: string) => writeFile(file, text, { mode: 0o600, flush: true })
