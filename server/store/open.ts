import { Kysely, Migrator, sql } from 'kysely'
import { MIGRATIONS } from './migrations'
import { SqliteWorkerDialect } from './sqlite/dialect'
import type { Tables } from './tables'

export type Db = Kysely<Tables>

/** Opens the SQLite file, brings its tables up to date, and returns it. Throws when a migration fails. */
export async function openStore(file: string, workerScript: URL): Promise<Db> {
  const db = new Kysely<Tables>({ dialect: new SqliteWorkerDialect(file, workerScript) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error) {
    await db.destroy()
    throw error instanceof Error ? error : new Error('the tables could not be brought up to date')
  }
  return db
}

/** After a removal: the log of writes still holds pages from before, and on them a board's wrapped key. */
export async function eraseOldPages(db: Db): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
