import * as Y from 'yjs'

interface InFlight {
  /** Position among this connection's own updates, counted from 1. */
  seq: number
  update: Uint8Array
  changes: number
}

/**
 * What this device has changed and the server has not yet called durable. An update is `queued` until it is
 * sent and `in flight` until message 100 covers it; a new connection starts counting from 1 again, and sends
 * everything that is left in its answer to the server's first SyncStep1.
 */
export class Outgoing {
  #queued: Uint8Array[] = []
  #inFlight: InFlight[] = []
  #sent = 0
  #waitingSince: number | null = null

  /** Number of changes that are only on this device. */
  get pending(): number {
    return this.#queued.length + this.#inFlight.reduce((sum, item) => sum + item.changes, 0)
  }

  /** When the oldest unsaved change began to wait, or progress was last made; null when all is saved. */
  get waitingSince(): number | null {
    return this.#waitingSince
  }

  get hasQueued(): boolean {
    return this.#queued.length > 0
  }

  add(update: Uint8Array, now: number): void {
    this.#waitingSince ??= now
    this.#queued.push(update)
  }

  /** Everything queued, as one update to send now. */
  takeQueued(): Uint8Array {
    const update = Y.mergeUpdates(this.#queued)
    this.#inFlight.push({ seq: ++this.#sent, update, changes: this.#queued.length })
    this.#queued = []
    return update
  }

  /** A SyncStep2 is about to be sent: it holds all that was queued or in flight. */
  sendingAll(): void {
    const changes = this.pending
    const update = this.all()
    this.#queued = []
    this.#inFlight = [{ seq: ++this.#sent, update, changes }]
  }

  /** The line is gone: what was in flight waits again, and a new connection counts from 1. */
  disconnected(): void {
    const waiting = this.#inFlight.flatMap(({ update, changes }) =>
      changes === 0 ? [] : [update, ...Array.from({ length: changes - 1 }, () => EMPTY)],
    )
    this.#queued = [...waiting, ...this.#queued]
    this.#inFlight = []
    this.#sent = 0
  }

  /** Message 100: the first `count` updates of this connection are durable. */
  saved(count: number, now: number): void {
    this.#inFlight = this.#inFlight.filter((item) => item.seq > count)
    this.#waitingSince = this.pending > 0 ? now : null
  }

  /** All that is unsaved, as one update. */
  all(): Uint8Array {
    const updates = [...this.#inFlight.map((item) => item.update), ...this.#queued]
    return updates.length > 0 ? Y.mergeUpdates(updates) : EMPTY
  }
}

/** An update without content; it stands for a change that was merged into the one before it. */
const EMPTY = Y.encodeStateAsUpdate(new Y.Doc())
