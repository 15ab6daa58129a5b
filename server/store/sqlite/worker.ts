import Database from 'libsql'
import { parentPort, workerData } from 'node:worker_threads'

/**
 * The one owner of the SQLite file. It runs in a worker, so that waiting for the disk never holds up the
 * people at the table. Requests are answered in the order in which they came.
 */
export interface SqlRequest {
  id: number
  sql: string
  parameters: readonly unknown[]
}
export type SqlReply =
  | { id: number; ok: true; rows: unknown[]; changes: number }
  | { id: number; ok: false; code: string; message: string }

const db = new Database((workerData as { file: string }).file, { timeout: 5_000 })
db.pragma('journal_mode = WAL')
// FULL: every commit is on the disk before it is called saved. secure_delete: what is deleted is overwritten.
db.pragma('synchronous = FULL')
db.pragma('secure_delete = ON')
db.pragma('foreign_keys = ON')
parentPort?.postMessage('open')

parentPort?.on('message', (request: SqlRequest | 'close') => {
  if (request === 'close') {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(answer(request))
})

function answer({ id, sql, parameters }: SqlRequest): SqlReply {
  try {
    const statement = db.prepare(sql)
    // Always one array: libsql takes a lone object, bytes included, for named parameters.
    if (statement.reader)
      return { id, ok: true, rows: statement.all([...parameters]).map(withBytes), changes: 0 }
    return { id, ok: true, rows: [], changes: statement.run([...parameters]).changes }
  } catch (error) {
    const { code = 'SQLITE_ERROR', message } = error as Error & { code?: string }
    return { id, ok: false, code, message }
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
