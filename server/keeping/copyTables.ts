import { sql, type Kysely, type Transaction } from 'kysely'
import type { Db } from '../store/open'
import { isShared } from '../store/postgres'
import type { KeyRingTables, Tables } from '../store/tables'

type Table = keyof Tables
interface Copied {
  /** Primary key: the order in which it is read, and where reading goes on. */
  key: readonly string[]
  /** Rows that are in memory at once: few where one can be large. */
  atOnce: number
}

const MANY = 500
const SOME = 50

/** The data, in an order in which what is referred to comes first. Processes (`nodes`) are no data. */
export const DATA: Readonly<Record<Exclude<Table, keyof KeyRingTables | 'nodes'>, Copied>> = {
  settings: { key: ['key'], atOnce: SOME },
  organisations: { key: ['id'], atOnce: MANY },
  principals: { key: ['id'], atOnce: MANY },
  sessions: { key: ['id'], atOnce: MANY },
  boards: { key: ['id'], atOnce: SOME },
  members: { key: ['board_id', 'principal_id'], atOnce: MANY },
  admissions: { key: ['board_id', 'nr'], atOnce: MANY },
  invites: { key: ['id'], atOnce: MANY },
  pictures: { key: ['board_id', 'id'], atOnce: 1 },
  private_entries: { key: ['board_id', 'step', 'principal_id'], atOnce: SOME },
  reveals: { key: ['board_id', 'step'], atOnce: SOME },
  documents: { key: ['board_id', 'document'], atOnce: MANY },
  clients: { key: ['board_id', 'document', 'client_id'], atOnce: MANY },
  journal: { key: ['board_id', 'document', 'epoch', 'seq'], atOnce: SOME },
  snapshots: { key: ['board_id', 'document', 'epoch', 'covers_seq'], atOnce: 1 },
}

/** The key ring, which is never copied to where the data goes. */
export const RING: Readonly<Record<keyof KeyRingTables, Copied>> = {
  'keys.board_keys': { key: ['board_id'], atOnce: MANY },
  'keys.older_keys': { key: ['board_id'], atOnce: MANY },
  'keys.removed_boards': { key: ['id_hash'], atOnce: MANY },
}

/** How long a copy may pause between two questions before PostgreSQL ends it: a slow disk takes its time. Milliseconds. */
const PAUSE_MS = 600_000

/**
 * `use` sees the store as it was at one moment, and holds up nobody who writes. A reader on SQLite does so by itself.
 */
export function atOneMoment<T>(db: Db, use: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (!isShared(db)) return db.transaction().execute(use)
  const reading = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return reading.execute(async (tx) => {
    await sql`set local idle_in_transaction_session_timeout = ${sql.lit(PAUSE_MS)}`.execute(tx)
    return use(tx)
  })
}

/** Copies rows between two stores with the same tables, of whatever kind, a few at a time. `to` has none of them yet. */
export async function copyTables(
  from: Db,
  to: Db,
  tables: Readonly<Partial<Record<Table, Copied>>>,
): Promise<void> {
  for (const [table, copied] of Object.entries(tables))
    for await (const rows of pagesOf(from, table, copied))
      // Which columns a table has is known to the two databases, not here.
      await (to as unknown as AnyDb).insertInto(table).values(rows).execute()
}

type Row = Record<string, unknown>
type AnyDb = Kysely<Record<string, Row>>

/** By the key and not by a cursor: both databases know it, and neither keeps anything for it. */
async function* pagesOf(db: Db, table: string, { key, atOnce }: Copied): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let last: Row | undefined
  while (true) {
    const after = last
    const since = after ? sql`where (${columns}) > (${sql.join(key.map((column) => after[column]))})` : sql``
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${since}
      order by ${columns} limit ${sql.lit(atOnce)}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < atOnce) return
    last = rows.at(-1)
  }
}
