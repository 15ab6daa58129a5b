import type { Clock, Stop } from '@/lib/clock'
import type { About, KeptId, LeftBehind, OutboxStore } from './outboxStore'

/** Most changes are durable on the server before this is over, and never touch the device. Milliseconds. */
const KEEP_AFTER_MS = 100
/** A device that did not take something is asked again after this. Milliseconds. */
const ASK_AGAIN_AFTER_MS = 1_000

/** A batch on its way to the store, or in it. */
interface Batch {
  /** How many of its changes are not durable elsewhere. */
  left: number
  id: KeptId | null
}

/** What outlives this tab: `never` nothing; `writing`: the store works, and has all but the newest; `kept`: all. */
export type OnDevice = 'never' | 'writing' | 'kept'

/**
 * Sees to it that every change that waits for the server soon stands in the store, and leaves it when it is durable.
 * In batches and in order, so that a change is never kept without those that it builds on. Without a store, or with
 * one that fails, everything is in memory only, and `onDevice` says so.
 */
export class Outbox {
  readonly #store: OutboxStore | null
  readonly #clock: Clock
  readonly #about: (changes: readonly Uint8Array[]) => About
  readonly #onChange: () => void
  /** Waits to be kept, and since when. A change is known by its object: it is the same here and in `Outgoing`. */
  #waiting = new Map<Uint8Array, number>()
  readonly #batchOf = new Map<Uint8Array, Batch>()
  #left: LeftBehind[] = []
  #isLooking: boolean
  #works: boolean
  #isWriting = false
  #closed = false
  #stopTimer: Stop | null = null
  #tail: Promise<void> = Promise.resolve()

  /** `about`: what the document that has these changes, and the ones before them, says of them. */
  constructor(
    store: OutboxStore | null,
    clock: Clock,
    about: (changes: readonly Uint8Array[]) => About,
    onChange: () => void,
  ) {
    this.#store = store
    this.#about = about
    this.#clock = clock
    this.#onChange = onChange
    this.#works = store !== null
    this.#isLooking = store !== null
  }

  get onDevice(): OnDevice {
    if (!this.#works) return 'never'
    return this.#waiting.size > 0 || this.#isWriting ? 'writing' : 'kept'
  }

  /** Whether it is not known yet what other tabs have left behind. */
  get isLooking(): boolean {
    return this.#isLooking
  }

  /** Changes that other tabs left behind and that nobody has taken yet. */
  get leftCount(): number {
    return this.#left.reduce((sum, { changes }) => sum + changes.length, 0)
  }

  /** Begins to look for what tabs that are gone have left; `onLeft` says that there is something to take. */
  look(onLeft: () => void): void {
    void this.#store
      ?.takeOver((left) => {
        if (this.#closed || left.length === 0) return
        this.#left.push(...left)
        onLeft()
      })
      .then(() => {
        this.#isLooking = false
        this.#onChange()
      })
  }

  /** Gives away what was left behind; `place` returns the changes that go on waiting for the server because of it. */
  takeLeft(place: (left: LeftBehind) => readonly Uint8Array[]): void {
    for (const left of this.#left.splice(0)) {
      const { id } = left
      const waiting = place(left)
      const batch: Batch = { left: waiting.length, id }
      for (const change of waiting) this.#batchOf.set(change, batch)
      if (waiting.length === 0) this.#store?.remove([id])
    }
  }

  add(change: Uint8Array): void {
    if (!this.#store) return
    this.#waiting.set(change, this.#clock.now())
    this.#keepSoon()
  }

  /** They no longer wait: durable on the server, or given back to their writer. */
  settled(changes: readonly Uint8Array[]): void {
    const done: KeptId[] = []
    for (const change of changes) {
      this.#waiting.delete(change)
      const batch = this.#batchOf.get(change)
      if (!batch) continue
      this.#batchOf.delete(change)
      batch.left -= 1
      if (batch.left === 0 && batch.id !== null) done.push(batch.id)
    }
    if (done.length > 0) this.#store?.remove(done)
  }

  /** The page may be gone in a moment: what waits is kept without delay. One batch after the other, in order. */
  keepNow(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = null
    if (this.#waiting.size === 0 || !this.#store) return this.#tail
    const changes = [...this.#waiting.keys()]
    // Now: a moment later the document may be another.
    const about = this.#about(changes)
    this.#tail = this.#tail.then(() => this.#keep(changes, about))
    return this.#tail
  }

  /** Keeps what waits, and lets go. */
  close(): void {
    if (this.#closed) return
    void this.keepNow().then(() => this.#store?.close())
    this.#closed = true
  }

  async #keep(waiting: readonly Uint8Array[], about: About): Promise<void> {
    const changes = waiting.filter((change) => this.#waiting.delete(change))
    if (!this.#store || changes.length === 0) return
    const batch: Batch = { left: changes.length, id: null }
    for (const change of changes) this.#batchOf.set(change, batch)
    this.#isWriting = true
    const id = await this.#store.append(changes, about)
    this.#isWriting = false
    this.#works = id !== null
    batch.id = id
    if (id === null) this.#waitAgain(changes.filter((change) => this.#batchOf.has(change)))
    else if (batch.left === 0) this.#store.remove([id])
    this.#onChange()
  }

  /** In front of what came later, which builds on it. The device is asked again in a while. */
  #waitAgain(changes: readonly Uint8Array[]): void {
    for (const change of changes) this.#batchOf.delete(change)
    const now = this.#clock.now()
    this.#waiting = new Map([...changes.map((change) => [change, now] as const), ...this.#waiting])
    if (!this.#closed) this.#stopTimer ??= this.#clock.after(ASK_AGAIN_AFTER_MS, () => void this.keepNow())
  }

  #keepSoon(): void {
    if (this.#closed || this.#stopTimer) return
    const [oldest] = this.#waiting.values()
    if (oldest === undefined) return
    const rest = oldest + KEEP_AFTER_MS - this.#clock.now()
    this.#stopTimer = this.#clock.after(Math.max(0, rest), () => {
      this.#stopTimer = null
      const [stillOldest = Infinity] = this.#waiting.values()
      // What it was started for is durable by now, and something newer waits.
      if (this.#clock.now() - stillOldest < KEEP_AFTER_MS) this.#keepSoon()
      else void this.keepNow()
    })
  }
}
