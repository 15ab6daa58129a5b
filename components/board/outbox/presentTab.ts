/**
 * Whether tabs are still there: each holds a lock under its own name, and the browser lets go of it when the tab is
 * gone, however it went. Who gets another's lock may take over what that one has left.
 */
export class PresentTab {
  readonly id = crypto.randomUUID()
  readonly #leaving = new AbortController()
  #leave = () => {}
  readonly #left = new Promise<void>((resolve) => (this.#leave = resolve))

  /** Resolves when everybody can see that this tab is there. */
  enter(): Promise<unknown> {
    return this.#hold(this.id, {})
  }

  /** True when that tab is gone, and this one stands in its place now. */
  succeed(tab: string): Promise<boolean> {
    return this.#hold(tab, { ifAvailable: true })
  }

  /** As `succeed`, once that tab is gone; false when we left before. */
  succeedLater(tab: string): Promise<boolean> {
    return this.#hold(tab, { signal: this.#leaving.signal })
  }

  leave(): void {
    this.#leaving.abort()
    this.#leave()
  }

  #hold(tab: string, options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      navigator.locks
        .request(`rotonde-outbox-${tab}`, options, (lock) => {
          resolve(lock !== null)
          return lock && this.#left
        })
        .catch(() => resolve(false))
    })
  }
}
