import { Kysely, Migrator, sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import { keyRingOf, prepareKeyRing, removedBoards, removeRows } from './keyRing'
import { KeyRingSchema } from './keyRingSchema'
import { MIGRATIONS } from './migrations'
import { isMissing, isShared, postgresDialect, postgresProblem } from './postgres'
import { SqliteWorkerDialect } from './sqlite/dialect'
import type { Tables } from './tables'
import { hasShortWay } from './together'

export type Db = Kysely<Tables>

/** How often it is tried again to shorten the log of writes while a copy is being read. Milliseconds. */
const RETRY_MS = 100

/** Where the tables are: a SQLite file of this process alone, or a PostgreSQL that several may share. */
export type Place = { file: string; workerScript: URL } | { url: string }

/**
 * Opens the store and the key ring beside it, brings the tables up to date, finishes removals, and returns it. Throws
 * when it cannot.
 */
export async function openStore(place: Place): Promise<Db> {
  if ('url' in place) return openPostgres(place.url)
  const files = { file: place.file, keyRing: keyRingOf(place.file), reader: false }
  const dialect = new SqliteWorkerDialect(files, place.workerScript)
  const db = new Kysely<Tables>({ dialect })
  hasShortWay(db, (queries) => dialect.together(queries))
  return upToDate(db)
}

async function openPostgres(url: string): Promise<Db> {
  const { db, schema } = await connect(url)
  // Named, since Kysely would take the list of migrations of any other schema for ours.
  return upToDate(db, schema)
}

/** The database as it is, with whatever tables it has. Throws in one line when it cannot be used. */
export async function connectPostgres(url: string): Promise<Db> {
  return (await connect(url)).db
}

async function connect(url: string): Promise<{ db: Db; schema: string }> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url) })
  try {
    const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db)
    const schema = rows[0]?.schema
    if (!schema) throw Object.assign(new Error('no schema'), { code: '3F000' })
    return { db: db.withPlugin(new KeyRingSchema(schema)), schema }
  } catch (error) {
    await db.destroy()
    throw postgresProblem(error)
  }
}

/** Kysely takes an advisory lock around the migrations, so that two nodes may start at once. */
async function upToDate(db: Db, schema?: string): Promise<Db> {
  try {
    await prepareKeyRing(db, schema)
    const provider = { getMigrations: async () => MIGRATIONS }
    const migrator = new Migrator({ db, provider, ...(schema ? { migrationTableSchema: schema } : {}) })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error('the tables could not be brought up to date')
    for (const board of await removedBoards(db)) await removeRows(db, board)
    // Before the ring there was one, keys stood in the data; what was overwritten goes from the log of writes too.
    await eraseOldPages(db)
    return db
  } catch (error) {
    await db.destroy()
    throw isShared(db) ? postgresProblem(error) : error
  }
}

/**
 * Looks into a store that somebody else may be writing: a connection of its own, that changes nothing, holds up
 * nobody, and sees one moment for as long as a transaction of it lasts.
 */
export function openReader(file: string, workerScript: URL, keyRing = keyRingOf(file)): Db {
  return new Kysely<Tables>({
    dialect: new SqliteWorkerDialect({ file, keyRing, reader: true }, workerScript),
  })
}

/** A key ring by itself, made where there is none: a copy, to be looked into or written. */
export function openKeyRing(file: string, workerScript: URL): Db {
  const files = { file: ':memory:', keyRing: file, reader: false }
  return new Kysely<Tables>({ dialect: new SqliteWorkerDialect(files, workerScript) })
}

/** Whether the tables are those of this program: the name of their last change; empty when there are none. */
export async function tablesVersion(db: Db): Promise<string> {
  const names = sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`
  try {
    return (await names.execute(db)).rows[0]?.name ?? ''
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}

export const TABLES_VERSION = Object.keys(MIGRATIONS).at(-1) ?? ''

/**
 * After a removal: the log of writes still holds pages from before. A reader, such as a backup, keeps it from being
 * emptied; then this waits for the reader, without holding up who writes. In PostgreSQL the place of the removed row is
 * freed, and that of rows in `alsoIn`; what its own log keeps for a while is the operator's to rotate.
 */
export async function eraseOldPages(db: Db, alsoIn: readonly string[] = []): Promise<void> {
  if (isShared(db))
    for (const table of ['keys.board_keys', 'keys.older_keys', ...alsoIn])
      await sql`vacuum ${sql.table(table)}`.execute(db)
  else while (!(await tryErase(db))) await wait(RETRY_MS)
}

function tryErase(db: Db): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection)
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection)
      return rows.every(({ busy }) => busy === 0)
    } finally {
      await sql`pragma busy_timeout = 5000`.execute(connection)
    }
  })
}
