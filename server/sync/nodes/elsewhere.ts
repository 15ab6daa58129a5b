import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE_AWARENESS } from '@/lib/sync/protocol'
import { presenceFrame } from '../frames'

/** A state is repeated every 15 s while its owner lives; a node that died says nothing more. Milliseconds. */
const EXPIRES_MS = 32_000

interface State {
  node: string
  clock: number
  json: string
  at: number
  principalId: string | null
}
type Said = { client: number; clock: number; json: string }

/** Who is on other nodes, of one room. A client id is of the node that showed it last. */
export class Elsewhere {
  readonly #states = new Map<number, State>()

  /** Takes what a node shows; returns what of it is news to the people here. `isHere`: shown by somebody here. */
  hear(
    node: string,
    update: Uint8Array,
    now: number,
    isHere: (client: number) => boolean,
  ): Uint8Array | null {
    const news: Said[] = []
    for (const said of read(update)) {
      const { client, clock, json } = said
      const state = this.#states.get(client)
      // Somebody who moved here, or on: the node that they left says that they are gone.
      if (isHere(client) || (state && clock < state.clock)) continue
      if (json === 'null') {
        if (state?.node !== node) continue
        this.#states.delete(client)
      } else {
        // Said once more by the node, but not by its owner: no sign that they live.
        const at = state && state.node === node && state.clock === clock ? state.at : now
        this.#states.set(client, { node, clock, json, at, principalId: ownerIn(json) })
      }
      news.push(said)
    }
    return write(news)
  }

  /** A node has gone, or nothing was heard of a state for too long; returns what the people here should hear. */
  drop(which: { node: string } | { now: number }): Uint8Array | null {
    const gone: Said[] = []
    for (const [client, state] of this.#states) {
      const drops = 'node' in which ? state.node === which.node : which.now - state.at > EXPIRES_MS
      if (!drops) continue
      this.#states.delete(client)
      gone.push({ client, clock: state.clock, json: 'null' })
    }
    return write(gone)
  }

  all(): Uint8Array | null {
    return write([...this.#states].map(([client, { clock, json }]) => ({ client, clock, json })))
  }

  /** The principal who shows this client id on another node. */
  shownBy(client: number): string | undefined {
    return this.#states.get(client)?.principalId ?? undefined
  }
}

/** The awareness update inside a presence frame. */
export function updateOfFrame(frame: Uint8Array): Uint8Array {
  const input = decoding.createDecoder(frame)
  if (decoding.readVarUint(input) !== MESSAGE_AWARENESS) throw new Error('not a presence frame')
  return decoding.readVarUint8Array(input)
}

function read(update: Uint8Array): Said[] {
  try {
    const input = decoding.createDecoder(update)
    return Array.from({ length: decoding.readVarUint(input) }, () => ({
      client: decoding.readVarUint(input),
      clock: decoding.readVarUint(input),
      json: decoding.readVarString(input),
    }))
  } catch {
    return []
  }
}

function write(states: readonly Said[]): Uint8Array | null {
  if (states.length === 0) return null
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, states.length)
  for (const { client, clock, json } of states) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, json)
  }
  return presenceFrame(encoding.toUint8Array(update))
}

/** Stamped by the node that they are on. */
function ownerIn(json: string): string | null {
  try {
    return (JSON.parse(json) as { user?: { id?: string } }).user?.id ?? null
  } catch {
    return null
  }
}
