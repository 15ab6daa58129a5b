/**
 * What stands on the screen and not yet in the document: a stroke in the making, a date that is still being typed.
 * While there is any, nothing may be called saved.
 */
export class Unwritten {
  readonly #holders = new Set<unknown>()
  readonly #listeners = new Set<() => void>()

  get any(): boolean {
    return this.#holders.size > 0
  }

  /** Says whether `holder` (anything that is the same each time) holds something that is not written. */
  set(holder: unknown, holds: boolean): void {
    const before = this.any
    if (holds) this.#holders.add(holder)
    else this.#holders.delete(holder)
    if (this.any !== before) for (const listener of this.#listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
