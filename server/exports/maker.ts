import { Worker } from 'node:worker_threads'
import { Problem } from '@/lib/access/problem'
import type { Clock } from '@/lib/clock'
import type { ExportJob, MadeFile } from './make'
import type { MakerReply } from './worker'

/** Files that are made at the same time, and that wait for their turn; more are asked to come back. */
const AT_ONCE = 2
const MAX_WAITING = 8
/** Longest that one may take. */
const MAX_MS = 60_000
/** Memory of a thread, in MB. */
const MAX_MEMORY_MB = 768

/** Makes files in threads, a few at a time. */
export class FileMaker {
  readonly #script: URL
  readonly #clock: Clock
  readonly #running = new Set<Worker>()
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor(script: URL, clock: Clock) {
    this.#script = script
    this.#clock = clock
  }

  /** Throws `too-many` when too many wait, `too-large` when it takes too long, `stopped` when nobody waits for it. */
  async make(job: ExportJob, signal?: AbortSignal): Promise<MadeFile> {
    if (this.#busy >= AT_ONCE) {
      if (this.#waiting.length >= MAX_WAITING) throw new Problem('too-many')
      // Its place is handed over by the one that ends.
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#busy++
    try {
      if (signal?.aborted) throw new Problem('stopped')
      return await this.#run(job, signal)
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#busy--
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running].map((worker) => worker.terminate()))
  }

  async #run(job: ExportJob, signal: AbortSignal | undefined): Promise<MadeFile> {
    const worker = new Worker(this.#script, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    })
    this.#running.add(worker)
    let late = false
    const stopWaiting = this.#clock.after(MAX_MS, () => {
      late = true
      void worker.terminate()
    })
    const abort = () => void worker.terminate()
    signal?.addEventListener('abort', abort)
    try {
      const reply = await new Promise<MakerReply | null>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', () => resolve(null))
      })
      if (reply?.ok) return reply.file
      if (reply === null) throw new Problem(late ? 'too-large' : 'stopped')
      if (reply.code !== null) throw new Problem(reply.code)
      throw new Error(`a file could not be made ${reply.where ?? ''}`)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Problem('too-large')
      throw error
    } finally {
      stopWaiting()
      signal?.removeEventListener('abort', abort)
      this.#running.delete(worker)
      void worker.terminate()
    }
  }
}
