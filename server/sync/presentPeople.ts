import type { Clock, Stop } from '@/lib/clock'
import { EMPTY_PRESENCE } from './frames'
import type { OtherNodes } from './otherNodes'
import type { Peer } from './peer'
import { Presence } from './presence'

const TICK_MS = 16
/** A reader for whom so much waits gets no cursors; there will be newer ones. Bytes. */
const SLOW_BYTES = 64 * 1024

/** A frame that somebody alone is to get. */
export type Own = ReadonlyMap<Peer, Uint8Array>

/** Who is in a room, and passes on where they are: the newest of each, a few times in the blink of an eye. */
export class PresentPeople {
  readonly #presence: Presence
  readonly #members: { keys(): Iterable<Peer> }
  readonly #clock: Clock
  readonly #others: OtherNodes
  #stopTick: Stop | null = null

  constructor(members: { keys(): Iterable<Peer> }, clock: Clock, others: OtherNodes) {
    this.#members = members
    this.#clock = clock
    this.#others = others
    this.#presence = new Presence((client) => others.shownBy(client))
  }

  /** Tells who comes in who is here. */
  greet(peer: Peer): void {
    const present = this.#presence.all()
    if (present) peer.send(present)
    const elsewhere = this.#others.presence()
    if (elsewhere) peer.send(elsewhere)
  }

  leave(peer: Peer): void {
    if (this.#presence.leave(peer)) this.#tickSoon()
  }

  /** False for bytes that are no awareness update. */
  receive(peer: Peer, update: Uint8Array): boolean {
    if (!this.#presence.receive(peer, update)) return false
    this.#tickSoon()
    return true
  }

  answer(peer: Peer): void {
    peer.send(this.#presence.all() ?? EMPTY_PRESENCE)
  }

  /** Everybody who is here, for another node that asks. */
  all(): Uint8Array | null {
    return this.#presence.all()
  }

  /** Who shows this client id, here or on another node. */
  shownBy(client: number): string | undefined {
    return this.#presence.ownerOf(client) ?? this.#others.shownBy(client)
  }

  /** Whether somebody here shows this client id. */
  shows(client: number): boolean {
    return this.#presence.ownerOf(client) !== undefined
  }

  /** A frame of people on another node, to everybody who keeps up. */
  show(frame: Uint8Array): void {
    for (const peer of this.#members.keys()) if (peer.waiting < SLOW_BYTES) peer.send(frame)
  }

  /**
   * Sends a frame to `receivers` but one, what is due of who is here along with it, and to each what is theirs alone
   * (`own`): one piece for the line, where two would cost twice as much.
   */
  sendAlong(frame: Uint8Array, receivers: ReadonlySet<Peer>, but?: Peer, own?: Own): void {
    const due = this.#presence.takeChanges()
    const both = due && [frame, due.frame]
    for (const peer of this.#members.keys()) {
      const hears = peer !== but && receivers.has(peer)
      const sees = due !== null && due.by !== peer && peer.waiting < SLOW_BYTES
      const theirs = own?.get(peer)
      if (theirs) peer.sendTogether([...(hears ? [frame] : []), ...(sees ? [due.frame] : []), theirs])
      else if (hears && sees) peer.sendTogether(both ?? [])
      else if (hears) peer.send(frame)
      else if (sees) peer.send(due.frame)
    }
    if (due) this.#others.showed(due.frame)
  }

  stop(): void {
    this.#stopTick?.()
  }

  #tickSoon(): void {
    this.#stopTick ??= this.#clock.after(TICK_MS, () => {
      this.#stopTick = null
      const due = this.#presence.takeChanges()
      if (!due) return
      // Who alone has moved knows it.
      for (const peer of this.#members.keys())
        if (peer !== due.by && peer.waiting < SLOW_BYTES) peer.send(due.frame)
      this.#others.showed(due.frame)
    })
  }
}
