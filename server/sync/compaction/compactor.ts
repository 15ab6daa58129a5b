import { Worker } from 'node:worker_threads'
import type { Clock, Stop } from '@/lib/clock'
import type { Pieces } from './squash'
import type { SquashReply, SquashRequest } from './worker'

/** A thread that has had nothing to do for so long ends; starting one takes about 50 ms. Milliseconds. */
const IDLE_MS = 30_000
/** Memory of the thread, in MB. */
const MAX_MEMORY_MB = 1_024

interface Waiting {
  resolve: (state: Uint8Array) => void
  reject: (error: Error) => void
}

/**
 * The one thread that makes snapshots of large documents, so that reading and writing a whole board holds up nobody at
 * the others. It starts with the first job, takes one after the other, and ends when it is idle.
 */
export class Compactor {
  readonly #script: URL
  readonly #clock: Clock
  #worker: Worker | null = null
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #stopIdle: Stop = () => {}
  #stopped = false

  constructor(script: URL, clock: Clock) {
    this.#script = script
    this.#clock = clock
  }

  get isRunning(): boolean {
    return this.#worker !== null
  }

  /** See `squash`. Rejects when the thread ends before it has answered. */
  squash(pieces: Pieces): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(new Error('the server is stopping'))
      this.#stopIdle()
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      this.#worker ??= this.#start()
      this.#worker.postMessage({ id, ...pieces } satisfies SquashRequest)
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopIdle()
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } })
    // Nothing waits for it when the process ends: the rows are still there.
    worker.unref()
    worker.on('message', (reply: SquashReply) => this.#answer(reply))
    worker.on('error', (error: Error) => this.#ended(worker, error))
    worker.on('exit', () => this.#ended(worker, new Error('the thread for snapshots has ended')))
    return worker
  }

  #answer(reply: SquashReply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if ('state' in reply) waiting?.resolve(reply.state)
    else waiting?.reject(new Error(reply.problem))
    if (this.#waiting.size > 0) return
    this.#stopIdle = this.#clock.after(IDLE_MS, () => {
      const worker = this.#worker
      this.#worker = null
      void worker?.terminate()
    })
  }

  /** The next job has a new thread. */
  #ended(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
