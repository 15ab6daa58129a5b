import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { presenceFrame } from './frames'
import type { Peer } from './peer'
import { colourOf } from '@/lib/access/colours'

/** Longest presence of one person: a cursor, a selection and a caret fit easily. Characters. */
const MAX_STATE_CHARS = 4_096
const MAX_SELECTION = 500

interface State {
  owner: Peer
  clock: number
  /** Null: gone. */
  json: string | null
}

/**
 * Who is here and where, of one room. A Yjs client id belongs to the connection that first showed it; foreign
 * ids and echoes (the stock provider sends what it received) are dropped silently. Who comes back before their
 * old line was noticed to be dead takes their id along. The name and colour are the
 * server's: nobody appears under another's name. What a viewer adds beside their name is dropped.
 */
export class Presence {
  readonly #states = new Map<number, State>()
  readonly #idOf = new Map<Peer, number>()
  #dirty = new Set<number>()
  readonly #shownElsewhere: (client: number) => string | undefined

  /** `shownElsewhere`: who shows a client id on another node; it is theirs there as here. */
  constructor(shownElsewhere: (client: number) => string | undefined = () => undefined) {
    this.#shownElsewhere = shownElsewhere
  }

  /** False for bytes that are no awareness update. */
  receive(peer: Peer, update: Uint8Array): boolean {
    try {
      this.#read(peer, update)
      return true
    } catch {
      return false
    }
  }

  /** Everybody's state, for who comes in; null when there is nobody. */
  all(): Uint8Array | null {
    return this.#encode([...this.#states.keys()])
  }

  /** What changed since the last call, the newest of each; null when nothing did. `by`: who alone has changed. */
  takeChanges(): { frame: Uint8Array; by: Peer | null } | null {
    const frame = this.#encode([...this.#dirty])
    if (!frame) return null
    const [first, ...more] = this.#dirty
    const by = first !== undefined && more.length === 0 ? (this.#states.get(first)?.owner ?? null) : null
    for (const id of this.#dirty) if (this.#states.get(id)?.json === null) this.#states.delete(id)
    this.#dirty = new Set()
    return { frame, by }
  }

  /** The principal who shows this client id now. */
  ownerOf(client: number): string | undefined {
    return this.#states.get(client)?.owner.principal.id
  }

  /** True when others have something new to hear. */
  leave(peer: Peer): boolean {
    const id = this.#idOf.get(peer)
    this.#idOf.delete(peer)
    const state = id === undefined ? undefined : this.#states.get(id)
    if (id === undefined || !state) return false
    // The same clock: readers take "gone" at the clock that they have, and who returns need not outrun it.
    this.#states.set(id, { ...state, json: null })
    this.#dirty.add(id)
    return true
  }

  #read(peer: Peer, update: Uint8Array): void {
    const input = decoding.createDecoder(update)
    const count = decoding.readVarUint(input)
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(input)
      const clock = decoding.readVarUint(input)
      const json = decoding.readVarString(input)
      if (json.length <= MAX_STATE_CHARS) this.#take(peer, client, clock, json)
    }
  }

  #take(peer: Peer, client: number, clock: number, json: string): void {
    const mine = this.#idOf.get(peer)
    const state = this.#states.get(client)
    if (mine !== undefined && mine !== client) return
    if (mine === undefined && state && state.owner.principal.id !== peer.principal.id) return
    if (state && clock < state.clock) return
    if (!state && (this.#shownElsewhere(client) ?? peer.principal.id) !== peer.principal.id) return
    const stamped = stamp(peer, json)
    if (mine === undefined && stamped === null) return
    if (state && state.owner !== peer) this.#idOf.delete(state.owner)
    this.#idOf.set(peer, client)
    // The stock provider repeats a state to keep it alive: passed on, since its readers forget after 30 s.
    this.#states.set(client, { owner: peer, clock, json: stamped })
    this.#dirty.add(client)
  }

  #encode(ids: readonly number[]): Uint8Array | null {
    if (ids.length === 0) return null
    const update = encoding.createEncoder()
    encoding.writeVarUint(update, ids.length)
    for (const id of ids) {
      const { clock, json } = this.#states.get(id) ?? { clock: 0, json: null }
      encoding.writeVarUint(update, id)
      encoding.writeVarUint(update, clock)
      encoding.writeVarString(update, json ?? 'null')
    }
    return presenceFrame(encoding.toUint8Array(update))
  }
}

/** The state as others get it, or null when it says that its owner is gone or is no state at all. */
function stamp(peer: Peer, json: string): string | null {
  let said: unknown
  try {
    said = JSON.parse(json)
  } catch {
    return null
  }
  if (said === null || typeof said !== 'object' || Array.isArray(said)) return null
  if (!peer.mayWrite) return `{${userOf(peer)}}`
  const selection: unknown = 'selection' in said ? said.selection : undefined
  const tooMany = Array.isArray(selection) && selection.length > MAX_SELECTION
  if ('user' in said || tooMany) {
    const { id, name } = peer.principal
    return JSON.stringify({
      ...said,
      ...(tooMany && { selection: [] }),
      user: { id, name, color: colourOf(id) },
    })
  }
  // Cursors come by the thousand: their words are passed on as they are, with the name behind them.
  const open = json.trimEnd().slice(0, -1)
  return `${open}${Object.keys(said).length > 0 ? ',' : ''}${userOf(peer)}}`
}

const users = new WeakMap<Peer, string>()

/** `"user":{…}` */
function userOf(peer: Peer): string {
  const { id, name } = peer.principal
  const known = users.get(peer) ?? `"user":${JSON.stringify({ id, name, color: colourOf(id) })}`
  users.set(peer, known)
  return known
}
