import Database from 'libsql'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * The one owner of the SQLite file. It runs in a worker, so that waiting for the disk never holds up the
 * people at the table. Requests are answered in the order in which they came.
 */
export interface SqlRequest {
  id: number
  /** One statement, or several that happen together or not at all: one message, because each wakes two threads. */
  statements: readonly { sql: string; parameters: readonly unknown[] }[]
}
export type SqlReply =
  | { id: number; ok: true; rows: unknown[]; changes: number }
  | { id: number; ok: false; code: string; message: string }

/** `keyRing`: the file with the boards' keys, as the schema `keys`. `reader`: looks on, and leaves both files as they are. */
export interface SqliteFiles {
  file: string
  keyRing: string
  reader: boolean
}

const { file, keyRing, reader } = workerData as SqliteFiles
const db = new Database(file, { timeout: 5_000 })
db.prepare('attach database ? as keys').run([keyRing])
if (!reader) {
  for (const schema of ['main', 'keys']) {
    db.pragma(`${schema}.journal_mode = WAL`)
    // FULL: every commit is on the disk before it is called saved. secure_delete: what is deleted is overwritten.
    db.pragma(`${schema}.synchronous = FULL`)
    db.pragma(`${schema}.secure_delete = ON`)
  }
  db.pragma('foreign_keys = ON')
}
parentPort?.postMessage('open')

/** Statements that are asked again and again are read once. */
const known = new Map<string, Database.Statement>()
const MOST_KNOWN = 200

function prepared(sql: string): Database.Statement {
  const one = known.get(sql) ?? db.prepare(sql)
  if (known.size < MOST_KNOWN) known.set(sql, one)
  return one
}

parentPort?.on('message', (request: SqlRequest | 'close') => {
  if (request === 'close') {
    if (!reader) db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(answer(request))
})

function answer({ id, statements }: SqlRequest): SqlReply {
  const [only, ...more] = statements
  try {
    if (only && more.length === 0) return { id, ok: true, ...run(only) }
    return { id, ok: true, ...together(statements) }
  } catch (error) {
    const { code = 'SQLITE_ERROR', message } = error as Error & { code?: string }
    return { id, ok: false, code, message }
  }
}

function run({ sql, parameters }: SqlRequest['statements'][number]): { rows: unknown[]; changes: number } {
  const statement = prepared(sql)
  // Always one array: libsql takes a lone object, bytes included, for named parameters.
  if (statement.reader) return { rows: statement.all([...parameters]).map(withBytes), changes: 0 }
  return { rows: [], changes: statement.run([...parameters]).changes }
}

function together(statements: SqlRequest['statements']): { rows: unknown[]; changes: number } {
  db.exec('begin immediate')
  try {
    let changes = 0
    for (const statement of statements) changes += run(statement).changes
    db.exec('commit')
    return { rows: [], changes }
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (db.inTransaction) db.exec('rollback')
    throw error
  }
}

/** libsql gives bytes as an ArrayBuffer; everybody else here speaks Uint8Array. */
function withBytes(row: unknown): unknown {
  const entries = Object.entries(row as object).map(([column, value]: [string, unknown]) => [
    column,
    value instanceof ArrayBuffer ? new Uint8Array(value) : value,
  ])
  return Object.fromEntries(entries)
}
