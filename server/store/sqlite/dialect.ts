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
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { SqliteFiles, SqlReply, SqlRequest } from './worker'

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

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.run<R>([query])
  }

  /** Several statements happen together or not at all; rows come back of a single one only. */
  async run<R>(queries: readonly CompiledQuery[]): Promise<QueryResult<R>> {
    const statements = queries.map(({ sql, parameters }) => ({ sql, parameters }))
    const reply = await new Promise<SqlReply>((resolve, reject) => {
      if (this.#dead) return reject(this.#dead)
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, statements } satisfies SqlRequest)
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

/** A transaction that waits for its turn. */
interface Gathered {
  queries: readonly CompiledQuery[]
  resolve(): void
  reject(error: unknown): void
}

/** Transactions that go to the disk as one. */
const MOST_TOGETHER = 256
/**
 * From the beginning of one to that of the next at the least, when they follow each other closely: a commit costs the
 * same for one room as for many. Who writes now and then waits for nothing. Milliseconds.
 */
const PACE_MS = 3

/** All of them at once; where that fails, one by one, so that what one did wrong costs no other. */
async function write(connection: WorkerConnection, some: readonly Gathered[]): Promise<void> {
  try {
    await connection.run(some.flatMap((one) => one.queries))
    for (const one of some) one.resolve()
  } catch (error) {
    if (some.length === 1) return some[0]?.reject(error)
    for (const one of some) await write(connection, [one])
  }
}

/** One connection, handed to one transaction or query at a time, first come first served. */
class WorkerDriver implements Driver {
  readonly #files: SqliteFiles
  readonly #script: URL
  #worker: Worker | null = null
  #connection: WorkerConnection | null = null
  #last: Promise<void> = Promise.resolve()
  #gathered: Gathered[] = []
  #isWriting = false
  #lastWriteAt = -Infinity
  #release: (() => void) | null = null

  constructor(files: SqliteFiles, script: URL) {
    this.#files = files
    this.#script = script
  }

  async init(): Promise<void> {
    const worker = new Worker(this.#script, { workerData: this.#files })
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

  /**
   * One transaction. What asks for one while another runs is gathered, and goes to the disk with all that is gathered:
   * rooms that write at the same time wait for it together.
   */
  together(queries: readonly CompiledQuery[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#gathered.push({ queries, resolve, reject })
      if (!this.#isWriting) void this.#writeGathered()
    })
  }

  /** Never throws: each of those that wait hears how it went. */
  async #writeGathered(): Promise<void> {
    this.#isWriting = true
    while (this.#gathered.length > 0) {
      let some: Gathered[] = []
      const early = this.#lastWriteAt + PACE_MS - performance.now()
      if (early > 0) await pause(early)
      this.#lastWriteAt = performance.now()
      try {
        const connection = (await this.acquireConnection()) as WorkerConnection
        some = this.#gathered.splice(0, MOST_TOGETHER)
        await write(connection, some)
      } catch (error) {
        for (const one of some.length > 0 ? some : this.#gathered.splice(0)) one.reject(error)
      } finally {
        await this.releaseConnection()
      }
    }
    this.#isWriting = false
  }

  /** A reader takes no lock that a writer would have to wait for: what it sees is of the moment of its first question. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#files.reader ? 'begin' : 'begin immediate'))
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
  readonly #files: SqliteFiles
  readonly #script: URL
  constructor(files: SqliteFiles, script: URL) {
    this.#files = files
    this.#script = script
  }
  #driver: WorkerDriver | null = null
  createDriver = () => (this.#driver = new WorkerDriver(this.#files, this.#script))

  /** One transaction in one message to the worker. Throws when nothing of it happened. */
  together(queries: readonly CompiledQuery[]): Promise<void> {
    if (!this.#driver) throw new Error('the database is not open')
    return this.#driver.together(queries)
  }

  createQueryCompiler = () => new SqliteQueryCompiler()
  createAdapter = () => new SqliteAdapter()
  createIntrospector = (db: Parameters<Dialect['createIntrospector']>[0]) => new SqliteIntrospector(db)
}
