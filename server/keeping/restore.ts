import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from '../env'
import { existingSecret } from '../secrets'
import { masterCipher } from '../store/cipher'
import { BoardKeys } from '../store/keys'
import { keyRingOf } from '../store/keyRing'
import { openReader, openStore, TABLES_VERSION } from '../store/open'
import { createLog } from '../log'
import type { CheckReport } from './check'
import { KeyCopies } from './keyCopies'
import { onDisk, sha256Of } from './files'
import { putIntoPostgres, requireEmptyDatabase } from './intoPostgres'
import { DATABASE, readManifest, SECRETS } from './manifest'
import { runCheck } from './runCheck'

export interface RestoreRequest {
  dir: string
  /** The newest copy of the key ring. */
  keys: string
}

/** What may lie in a DATA_DIR that is empty: the lock that we hold, a dead socket, secrets that were put back by hand. */
const MAY_BE_THERE: ReadonlySet<string> = new Set([
  'lock',
  'lock-journal',
  'control.sock',
  'lost+found',
  ...SECRETS,
])

/**
 * Puts a backup into an empty DATA_DIR, whose lock the caller holds, or into an empty PostgreSQL. Everything is made
 * ready in a folder aside; whatever goes wrong, DATA_DIR and the database stay as empty as they were.
 */
export async function restoreBackup(
  { dir, keys }: RestoreRequest,
  env: Env,
  workerScript: URL,
): Promise<{ report: CheckReport; at: string }> {
  const dataDir = path.resolve(env.DATA_DIR)
  const aside = path.join(dataDir, 'restoring')
  await rm(aside, { recursive: true, force: true })
  const url = env.DATABASE_URL
  if (url) await requireEmptyDatabase(url)
  else requireEmptyFolder(dataDir)
  const manifest = await readManifest(dir)
  if (manifest.tables > TABLES_VERSION)
    throw new Error(`The backup was made by a newer Rotonde (${manifest.version}). Restore it with that one.`)
  const source = path.join(dir, DATABASE)
  if (!existsSync(source) || (await sha256Of(source)) !== manifest.sha256)
    throw new Error(`${source} is missing or has changed since the backup was made. Nothing was restored.`)
  if (!existsSync(keys))
    throw new Error(
      `The copy of the keys is not at ${keys}. Say where it is: --keys FILE. Nothing was restored.`,
    )
  const masterKey = masterKeyFor(dir, env)
  const database = path.join(aside, DATABASE)
  const ring = keyRingOf(database)
  await mkdir(aside, { mode: 0o700 })
  try {
    await copyPrivately(source, database)
    await copyPrivately(keys, ring)
    await makeReady(database, masterKey, keys, workerScript)
    if (url) {
      const from = openReader(database, workerScript)
      await putIntoPostgres(from, url, keys, workerScript).finally(() => from.destroy())
      return { report: await runCheck({ place: { url }, masterKey }, workerScript), at: manifest.at }
    }
    const report = await runCheck({ place: { file: database, keyRing: ring }, masterKey }, workerScript)
    for (const name of SECRETS)
      if (existsSync(path.join(dir, name)) && !existsSync(path.join(dataDir, name)))
        await copyPrivately(path.join(dir, name), path.join(aside, name))
    // The database last: without it DATA_DIR counts as empty.
    const last = [keyRingOf(''), DATABASE]
    const names = readdirSync(aside).sort((a, b) => last.indexOf(a) - last.indexOf(b))
    // Also what SQLite may have left beside its files.
    for (const name of names) await rename(path.join(aside, name), path.join(dataDir, name))
    await onDisk(dataDir)
    return { report, at: manifest.at }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

function requireEmptyFolder(dataDir: string): void {
  const there = readdirSync(dataDir).filter((name) => !MAY_BE_THERE.has(name))
  if (there.length > 0)
    throw new Error(`${dataDir} is not empty. A backup is put back into an empty DATA_DIR only.`)
}

/** Brings the tables up to date and finishes removals, in the copy. Throws when the master key is another. */
async function makeReady(
  database: string,
  masterKey: string,
  keys: string,
  workerScript: URL,
): Promise<void> {
  const db = await openStore({ file: database, workerScript })
  try {
    await requireOpens(new BoardKeys(db, masterCipher(masterKey)))
    await new KeyCopies(db, createLog('silent'), workerScript).only(keys)
  } finally {
    await db.destroy()
  }
}

async function requireOpens(boardKeys: BoardKeys): Promise<void> {
  try {
    await boardKeys.requireMaster()
  } catch {
    throw new Error(
      'MASTER_KEY does not open this backup: it, or the copy of the keys, belongs to another Rotonde. Nothing was restored.',
    )
  }
}

function masterKeyFor(dir: string, env: Env): string {
  const kept = path.join(dir, 'master-key')
  const key =
    existingSecret(env.MASTER_KEY, env.DATA_DIR, 'master-key') ??
    (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : null)
  if (key) return key
  throw new Error(
    'The backup needs its master key: set MASTER_KEY, or put the file master-key into DATA_DIR. Nothing was restored.',
  )
}

async function copyPrivately(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  await chmod(to, 0o600)
  await onDisk(to)
}
