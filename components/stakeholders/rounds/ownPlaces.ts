import type { ApiCode } from '@/components/pages/api'
import { ask } from '@/components/pages/api'
import type { Places } from '@/lib/case/schemaRounds'
import type { Clock, Stop } from '@/lib/clock'
import type { NewEntryInput, OwnEntry } from '@/lib/entries/entry'
import { withPlace } from '@/lib/stakeholders/rounds/places'
import type { StakeAttributes } from '@/lib/stakeholders/types'

/** `waiting`: the server could not be reached, and is asked again; `refused`: it does not keep this any more. */
export type OwnStatus = 'loading' | 'saved' | 'saving' | 'waiting' | 'refused'

/** What one person places in one round, as it stands on this screen. */
export interface OwnNow {
  readonly places: Places
  /** Their name may stand beside it. */
  readonly named: boolean
  /** For themselves: it is never revealed. */
  readonly keep: boolean
  readonly ready: boolean
  readonly status: OwnStatus
}

/** The server takes 60 commands a minute of one person. Milliseconds. */
const BETWEEN_MS = 1_200
const AGAIN_MS = 4_000

const NOTHING: OwnNow = { places: {}, named: false, keep: false, ready: false, status: 'loading' }
/** An answer of the server that will be the same when it is asked again. */
const FINAL: ReadonlySet<ApiCode> = new Set([
  'revealed',
  'not-allowed',
  'not-found',
  'bad-input',
  'entries-full',
])

interface Parts {
  /** Of the board's private entries. */
  address: string
  round: string
  clock: Clock
  /** Says whether something on this screen is not kept yet. */
  onUnwritten: (holds: boolean) => void
  ask?: typeof ask
  /** Sends what a page that is going away still has. */
  beacon?: (path: string, init: RequestInit) => unknown
}

/**
 * One's own places in a round: read from the server, and put there after each change. They go nowhere else: not into
 * the case, not onto this device. A change is sent at once, and what is changed while it is on its way after that.
 */
export class OwnPlaces {
  #now: OwnNow = NOTHING
  #dirty = false
  #busy = false
  #timer: Stop | null = null
  readonly #before: Places[] = []
  readonly #listeners = new Set<() => void>()
  readonly #ask: typeof ask

  constructor(private readonly parts: Parts) {
    this.#ask = parts.ask ?? ask
  }

  get = (): OwnNow => this.#now

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Reads what the server keeps; what was changed here and is not kept yet stays. */
  load = async (): Promise<void> => {
    if (this.#busy || this.#dirty) return
    const answer = await this.#ask<{ entries: OwnEntry[] }>('GET', this.parts.address)
    if (this.#busy || this.#dirty) return
    if (!answer.ok) {
      if (this.#now.status === 'loading' && !FINAL.has(answer.code))
        this.#later(AGAIN_MS, () => void this.load())
      return
    }
    const own = answer.value.entries.find(({ step }) => step === this.parts.round)
    const said = own?.entry?.kind === 'places' ? own.entry : { places: {}, named: this.#now.named }
    const { places, named } = said
    this.#set({
      places,
      named,
      keep: own?.keep ?? this.#now.keep,
      ready: own?.ready ?? false,
      status: 'saved',
    })
  }

  /** Puts somebody elsewhere; null says that one does not know. */
  place(subject: string, change: Partial<StakeAttributes>): void {
    this.placeAll([{ subject, change }])
  }

  /** Several at once, as one step of undo. */
  placeAll(changes: readonly { subject: string; change: Partial<StakeAttributes> }[]): void {
    const places = changes.reduce(
      (all, { subject, change }) => withPlace(all, subject, change),
      this.#now.places,
    )
    if (JSON.stringify(places) === JSON.stringify(this.#now.places)) return
    this.#before.push(this.#now.places)
    this.#change({ places })
  }

  setNamed = (named: boolean): void => this.#change({ named })
  setKeep = (keep: boolean): void => this.#change({ keep })

  /** Takes all of it back, from the server too. */
  withdraw = (): void => {
    this.#before.push(this.#now.places)
    this.#change({ places: {}, keep: false })
  }

  /** Takes back the last change of places. */
  undo = (): void => {
    const places = this.#before.pop()
    if (places) this.#change({ places })
  }

  setReady = async (ready: boolean): Promise<void> => {
    if (this.#now.status === 'loading' || this.#now.status === 'refused') return
    this.#set({ ready })
    const answer = await this.#ask('POST', `${this.#path}/ready`, { ready })
    if (!answer.ok) this.#set({ ready: !ready })
  }

  /** The page goes away: what is not kept for sure is sent along. */
  leave = (): void => {
    if (!this.#dirty && !this.#busy) return
    const { method, body } = this.#command()
    const headers = { 'content-type': 'application/json' }
    const { beacon = (path, init) => fetch(path, init).catch(() => {}) } = this.parts
    beacon(this.#path, { method, keepalive: true, ...(body && { body: JSON.stringify(body), headers }) })
  }

  dispose(): void {
    this.#timer?.()
    this.#listeners.clear()
  }

  get #path(): string {
    return `${this.parts.address}/${encodeURIComponent(this.parts.round)}`
  }

  #change(change: Partial<Pick<OwnNow, 'places' | 'named' | 'keep'>>): void {
    const { status } = this.#now
    if (status === 'loading' || status === 'refused') return
    this.#dirty = true
    this.#set({ ...change, status: status === 'waiting' ? status : 'saving' })
    if (!this.#busy && !this.#timer) void this.#send()
  }

  /** Who placed nobody has nothing there. */
  #command(): { method: 'POST' | 'DELETE'; body?: NewEntryInput } {
    const { places, named, keep } = this.#now
    if (Object.keys(places).length === 0) return { method: 'DELETE' }
    return { method: 'POST', body: { entry: { kind: 'places', places, named }, keep } }
  }

  async #send(): Promise<void> {
    this.#busy = true
    this.#dirty = false
    const { method, body } = this.#command()
    const answer = await this.#ask(method, this.#path, body)
    this.#busy = false
    if (!answer.ok && FINAL.has(answer.code)) {
      this.#dirty = false
      return this.#set({ status: 'refused' })
    }
    if (!answer.ok) this.#dirty = true
    // With the entry goes that its author was ready.
    const gone = answer.ok && method === 'DELETE' ? { ready: false } : {}
    this.#set({ ...gone, status: !answer.ok ? 'waiting' : this.#dirty ? 'saving' : 'saved' })
    this.#later(answer.ok ? BETWEEN_MS : AGAIN_MS, () => {
      if (this.#dirty) void this.#send()
    })
  }

  #later(ms: number, run: () => void): void {
    this.#timer?.()
    this.#timer = this.parts.clock.after(ms, () => {
      this.#timer = null
      run()
    })
  }

  #set(change: Partial<OwnNow>): void {
    this.#now = { ...this.#now, ...change }
    this.parts.onUnwritten(this.#now.status === 'saving' || this.#now.status === 'waiting')
    for (const listener of this.#listeners) listener()
  }
}
