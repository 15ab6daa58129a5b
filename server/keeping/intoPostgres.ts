import { sql } from 'kysely'
import { createLog } from '../log'
import { connectPostgres, openStore, type Db } from '../store/open'
import { isMissing } from '../store/postgres'
import { copyTables, DATA, RING } from './copyTables'
import { KeyCopies } from './keyCopies'

/** A start leaves a setting or two in an empty database; they are no data, and those of the backup take their place. */
const COUNT = [...Object.keys(DATA), ...Object.keys(RING)].filter((table) => table !== 'settings')

/** Throws in plain words unless nothing of ours is in the database; changes nothing, and makes no tables. */
export async function requireEmptyDatabase(url: string): Promise<void> {
  const db = await connectPostgres(url)
  try {
    await requireEmpty(db)
  } finally {
    await db.destroy()
  }
}

async function requireEmpty(db: Db): Promise<void> {
  for (const table of COUNT) {
    const some = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db).catch((error: unknown) => {
      if (isMissing(error)) return { rows: [] }
      throw error
    })
    if (some.rows.length > 0)
      throw new Error(
        'The database of DATABASE_URL is not empty. A backup is put back into an empty database only. Nothing was changed.',
      )
  }
}

/**
 * Puts a whole store, its key ring included, into an empty PostgreSQL: all of it, or nothing. `keys`: the copy of the
 * ring that it came from.
 */
export async function putIntoPostgres(from: Db, url: string, keys: string, workerScript: URL): Promise<void> {
  const db = await openStore({ url })
  try {
    await db.transaction().execute(async (tx) => {
      // Until we are done nobody else begins here: neither another restore, nor somebody's first account or board.
      for (const table of ['principals', 'boards', 'keys.board_keys'])
        await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(tx)
      await requireEmpty(tx)
      await tx.deleteFrom('settings').execute()
      await copyTables(from, tx, { ...DATA, ...RING })
      await new KeyCopies(tx, createLog('silent'), workerScript).only(keys)
    })
  } finally {
    await db.destroy()
  }
}
