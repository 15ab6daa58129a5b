/**
 * A token bucket: `rate` a second, `burst` at once. It may go below zero; how long it then takes to fill up
 * again is how long its owner should wait. Times in milliseconds.
 */
export class Bucket {
  readonly #rate: number
  readonly #burst: number
  #level: number
  #at: number

  constructor(rate: number, burst: number, now: number) {
    this.#rate = rate
    this.#burst = burst
    this.#level = burst
    this.#at = now
  }

  /** Takes `amount` and returns how many milliseconds to wait before the next; 0 while there is enough. */
  take(amount: number, now: number): number {
    // A wall clock can be put back: that is no time at all, and no debt.
    const passed = Math.max(0, now - this.#at)
    this.#level = Math.min(this.#burst, this.#level + (passed / 1_000) * this.#rate)
    this.#at = now
    this.#level -= amount
    return this.#level >= 0 ? 0 : (-this.#level / this.#rate) * 1_000
  }
}
