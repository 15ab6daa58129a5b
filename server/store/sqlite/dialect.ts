import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { Worker } from 'node:worker_threads'
import type { SqlReply, SqlRequest } from './worker'

/** A statement that failed; `code` is SQLite's, such as SQLITE_FULL. */
class SqlError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Asks the worker and matches its answers. */
class WorkerConnection implements DatabaseConnection {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { resolve(reply: SqlReply): void; reject(error: Error): void }>()
  #lastId = 0
  #dead: Error | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: SqlReply) => {
      this.#waiting.get(reply.id)?.resolve(reply)
      this.#waiting.delete(reply.id)
    })
    worker.on('error', (error: Error) => this.#die(error))
    worker.on('exit', () => this.#die(new Error('the database worker has stopped')))
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const reply = await new Promise<SqlReply>((resolve, reject) => {
      if (this.#dead) return reject(this.#dead)
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, sql, parameters } satisfies SqlRequest)
    })
    if (!reply.ok) throw new SqlError(reply.code, reply.message)
    return { rows: reply.rows as R[], numAffectedRows: BigInt(reply.changes) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used')
  }

  #die(error: Error): void {
    this.#dead ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}

/** One connection, handed to one transaction or query at a time, first come first served. */
class WorkerDriver implements Driver {
  readonly #file: string
  readonly #script: URL
  #worker: Worker | null = null
  #connection: WorkerConnection | null = null
  #last: Promise<void> = Promise.resolve()
  #release: (() => void) | null = null

  constructor(file: string, script: URL) {
    this.#file = file
    this.#script = script
  }

  async init(): Promise<void> {
    const worker = new Worker(this.#script, { workerData: { file: this.#file } })
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve())
      worker.once('error', reject)
    })
    this.#worker = worker
    this.#connection = new WorkerConnection(worker)
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    let release = () => {}
    this.#last = new Promise((resolve) => (release = resolve))
    await before
    this.#release = release
    if (!this.#connection) throw new Error('the database is closed')
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release?.()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
    } catch (error) {
      // On a full disk SQLite has rolled back by itself; the failure to tell of is the one before this.
      if (!String(error).includes('no transaction is active')) throw error
    }
  }

  async destroy(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    this.#worker = null
    this.#connection = null
    const exited = new Promise((resolve) => worker.once('exit', resolve))
    worker.postMessage('close')
    await exited
  }
}

/**
 * Kysely on libsql in a worker. `script` is the built worker: a URL, because the bundle and the tests keep it
 * in different places.
 */
export class SqliteWorkerDialect implements Dialect {
  readonly #file: string
  readonly #script: URL
  constructor(file: string, script: URL) {
    this.#file = file
    this.#script = script
  }
  createDriver = () => new WorkerDriver(this.#file, this.#script)
  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new SqliteAdapter()
  createIntrospector = (db: Parameters<Dialect['createIntrospector']>[0]) => new SqliteIntrospector(db)
}
