import { Histogram } from 'prom-client'
import type { RefusalReason } from '@/lib/sync/protocol'

/** Why a frame was not taken: as its sender was told, or what cost them the line. */
export type Refused =
  | RefusalReason
  | 'gap'
  | 'malformed-frame'
  | 'malformed-presence'
  | 'text'
  | 'too-large'
  | 'too-many'
  | 'too-slow'

/**
 * What the sync engine counts of itself since it started, for `/metrics`; nothing of what anybody wrote. Plain numbers,
 * because some are counted ten thousand times a second. docs/operations.md says what each means.
 */
export class SyncFigures {
  /** Updates of people that are durable. */
  updates = 0
  /** Frames that were handed to the line. */
  frames = 0
  /** From the first try until a batch is on disk. */
  readonly commits = new Histogram({
    name: 'rotonde_commit_seconds',
    help: 'From the first try until a batch of changes is on disk.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10],
    registers: [],
  })
  readonly #refused = new Map<Refused, number>()

  get refused(): ReadonlyMap<Refused, number> {
    return this.#refused
  }

  refuse(reason: Refused): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1)
  }
}
