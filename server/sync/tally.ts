/**
 * Which of one connection's own updates are durable. Numbers count its updates from 1 in the order sent. An
 * update that builds on something we lack is `held` until a later SyncStep2 of the same connection, which
 * holds everything, has covered it; a refused one is never durable, so the count stays below it.
 */
export class Tally {
  #received = 0
  #saved = 0
  readonly #durable = new Set<number>()
  readonly #held = new Set<number>()

  /** The number of the update that has just arrived. */
  receive(): number {
    return ++this.#received
  }

  hold(seq: number): void {
    this.#held.add(seq)
  }

  /** Returns the new count when it has grown, else null. */
  durable(seq: number, step2: boolean): number | null {
    this.#durable.add(seq)
    if (step2) {
      for (const held of this.#held) if (held < seq) this.#durable.add(held)
      this.#held.clear()
    }
    const before = this.#saved
    while (this.#durable.delete(this.#saved + 1)) this.#saved += 1
    return this.#saved > before ? this.#saved : null
  }
}
