import {
  CompiledQuery,
  PostgresAdapter,
  PostgresDialect,
  sql,
  type Kysely,
  type PostgresPoolClient,
} from 'kysely'
import { Pool, types, type CustomTypesConfig, type PoolClient } from 'pg'

/** How long we wait for a connection, and for an answer on one, before the line counts as dead. Milliseconds. */
const CONNECT_MS = 5_000
const ANSWER_MS = 30_000
/** A node that froze in a transaction may hold a document's row no longer than this. Milliseconds. */
const IDLE_IN_TRANSACTION_MS = 15_000

const { BYTEA, INT8, NUMERIC } = types.builtins
const bytesOf = types.getTypeParser(BYTEA) as (text: string) => Buffer

/** As SQLite gives them: our numbers are times and counts, far below 2^53, and bytes are a plain Uint8Array. */
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [BYTEA]: (text) => {
    const { buffer, byteOffset, length } = bytesOf(text)
    return new Uint8Array(buffer, byteOffset, length)
  },
}
const asSqlite: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format !== 'binary' && parsers[oid]) || (types.getTypeParser(oid, format) as (text: string) => unknown),
}

/** One pool. A line on which an answer stays away is closed: what is asked next must not wait behind it. */
export function postgresDialect(url: string, answerMs = ANSWER_MS): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    types: asSqlite,
    application_name: 'rotonde',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: answerMs,
    statement_timeout: answerMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  })
  // A line that breaks while nobody uses it: the pool has let go of it; unheard, the event ends the process.
  pool.on('error', () => {})
  return new PostgresDialect({
    pool: { connect: async () => careful(await pool.connect()), end: () => pool.end() },
    // Whatever the database's own default is: what we call saved is on its disk.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit = on'))
    },
  })
}

const known = new WeakMap<PoolClient, PostgresPoolClient>()

/** Remembers what broke on a client, so that releasing it closes the line. The same object for the same client. */
function careful(client: PoolClient): PostgresPoolClient {
  const before = known.get(client)
  if (before) return before
  let broken: Error | undefined
  // While a query runs its own promise tells; between two of them only this hears of a line that breaks.
  client.on('error', (error) => (broken = error))
  const wrapped = {
    async query(sql: string, parameters: readonly unknown[]) {
      try {
        return await client.query(sql, [...parameters])
      } catch (error) {
        // An error without SQLSTATE is the line's, not the database's.
        if (!(error as { code?: string }).code?.match(/^[0-9A-Z]{5}$/)) broken = error as Error
        throw error
      }
    },
    release: () => client.release(broken),
  } as unknown as PostgresPoolClient
  known.set(client, wrapped)
  return wrapped
}

/** Why the database could not be used, in one line, without the password that stands in the address. */
export function postgresProblem(error: unknown): Error {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const why =
    {
      '28P01': 'it refuses the name or the password',
      '28000': 'it refuses this user',
      '3D000': 'there is no database of that name',
      '3F000': 'there is no schema of the name in its search_path',
      '42501': 'this user may not make tables in it',
      ECONNREFUSED: 'nothing listens there',
      ENOTFOUND: 'there is no host of that name',
      EAI_AGAIN: 'the name of its host cannot be looked up now',
      ETIMEDOUT: 'it does not answer',
    }[code] ?? (/timeout/i.test(message) ? 'it does not answer' : `it says: ${code || 'no reason'}`)
  return new Error(`The database of DATABASE_URL cannot be used: ${why}.`, { cause: error })
}

/** Whether a statement failed because PostgreSQL has no such table, or no such schema. */
export const isMissing = (error: unknown): boolean =>
  ['42P01', '3F000'].includes((error as { code?: string }).code ?? '')

/** Whether several processes may share this database. */
export function isShared<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/**
 * Runs `use` unless another node is at work under the same name; the lock ends with it, or with our line. `use` gets
 * the one connection that holds the lock. A database of one process needs none.
 */
export async function whenAlone<T>(
  db: Kysely<T>,
  name: string,
  use: (db: Kysely<T>) => Promise<void>,
): Promise<void> {
  if (!isShared(db)) return use(db)
  await db.connection().execute(async (one) => {
    const key = sql`hashtextextended(${`rotonde ${name}`}, 0)`
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${key}) as mine`.execute(one)
    if (!rows[0]?.mine) return
    try {
      await use(one)
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(one)
    }
  })
}
