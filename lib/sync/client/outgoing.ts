import * as Y from 'yjs'

interface InFlight {
  /** Position among this connection's own updates, counted from 1. */
  seq: number
  updates: readonly Uint8Array[]
}

/**
 * What this device has changed and the server has not yet called durable. An update is `queued` until it is
 * sent and `in flight` until message 100 covers it; a new connection starts counting from 1 again, and sends
 * everything that is left in its answer to the server's first SyncStep1. Only what goes out in one frame is
 * merged: merging an hour of work takes minutes.
 */
export class Outgoing {
  #queued: Uint8Array[] = []
  #inFlight: InFlight[] = []
  #sent = 0
  #waitingSince: number | null = null

  /** Number of changes that are only on this device. */
  get pending(): number {
    return this.#inFlight.reduce((sum, { updates }) => sum + updates.length, this.#queued.length)
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

  /** What is queued and fits in `maxBytes`, at least one update of it, as one update to send now. */
  takeQueued(maxBytes: number): Uint8Array {
    let bytes = 0
    const over = this.#queued.findIndex((update, i) => (bytes += update.length) > maxBytes && i > 0)
    const updates = this.#queued.splice(0, over === -1 ? this.#queued.length : over)
    this.#inFlight.push({ seq: ++this.#sent, updates })
    return Y.mergeUpdates(updates)
  }

  /** A SyncStep2 is about to be sent: it holds all that was queued or in flight. */
  sendingAll(): void {
    const updates = this.all()
    this.#queued = []
    this.#inFlight = [{ seq: ++this.#sent, updates }]
  }

  /** All that is unsaved has to be sent again on the same line. */
  sendAgain(): void {
    this.#queued = this.all()
    this.#inFlight = []
  }

  /** The line is gone: what was in flight waits again, and a new connection counts from 1. */
  disconnected(): void {
    this.sendAgain()
    this.#sent = 0
  }

  /** Message 100: the first `count` updates of this connection are durable. Returns the changes in them. */
  saved(count: number, now: number): Uint8Array[] {
    const durable = this.#inFlight.filter((item) => item.seq <= count)
    this.#inFlight = this.#inFlight.filter((item) => item.seq > count)
    this.#waitingSince = this.pending > 0 ? now : null
    return durable.flatMap((item) => item.updates)
  }

  /** All that is unsaved, oldest first. */
  all(): Uint8Array[] {
    return [...this.#inFlight.flatMap((item) => item.updates), ...this.#queued]
  }
}
