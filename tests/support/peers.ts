import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Clock } from '@/lib/clock'
import * as wire from '@/lib/sync/protocol'
import { presenceFrame, syncFrame } from '@/server/sync/frames'
import type { Keeper } from '@/server/sync/keeper'
import type { Peer } from '@/server/sync/peer'

/** A keeper that knows no schema. */
export const PLAIN_KEEPER: Keeper = {
  define: () => {},
  prepare: async () => () => {},
  mend: () => {},
  saved: () => {},
}

/** Real time, with timers that do not keep a test alive. */
export const testClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** A connection made of two arrays: what the room sent, and a document that follows it. */
export class TestPeer implements Peer {
  readonly frames: Uint8Array[] = []
  readonly doc = new Y.Doc()
  readonly refused: { seq: number; reason: string }[] = []
  saved = 0
  synced = false
  /** The document when it was first told that it had everything. */
  hadWhenSynced: Record<string, unknown> = {}
  closed: { code: number; reason: string } | null = null
  asked = 0
  presence: Uint8Array[] = []
  /** Called with every question for our state. */
  onAsked: (stateVector: Uint8Array) => void = () => {}

  constructor(
    readonly principal: { id: string; name: string },
    readonly mayWrite = true,
    readonly wantsAcks = true,
  ) {}

  send(frame: Uint8Array): void {
    this.frames.push(frame)
    const input = decoding.createDecoder(frame)
    switch (decoding.readVarUint(input)) {
      case wire.MESSAGE_SYNC: {
        const step = decoding.readVarUint(input)
        const body = decoding.readVarUint8Array(input)
        if (step === wire.SYNC_STEP_1) {
          this.asked += 1
          this.onAsked(body)
        } else {
          Y.applyUpdate(this.doc, body, 'room')
          if (step === wire.SYNC_STEP_2 && !this.synced) {
            this.synced = true
            this.doc.getMap('notes')
            this.hadWhenSynced = this.doc.toJSON()
          }
        }
        return
      }
      case wire.MESSAGE_AWARENESS:
        this.presence.push(decoding.readVarUint8Array(input))
        return
      case wire.MESSAGE_SAVED:
        this.saved = decoding.readVarUint(input)
        return
      case wire.MESSAGE_REFUSED: {
        const seq = decoding.readVarUint(input)
        this.refused.push({ seq, reason: decoding.readVarString(input) })
      }
    }
  }

  sendTogether(frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.send(frame)
  }

  /** What a slow line would say; `taken` then says that it is empty again. */
  waiting = 0
  #taken: (() => void)[] = []
  whenTaken(then: () => void): void {
    this.#taken.push(then)
  }
  taken(): void {
    this.waiting = 0
    for (const then of this.#taken.splice(0)) then()
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
  }
}

export const step1 = (doc: Y.Doc) => syncFrame(wire.SYNC_STEP_1, Y.encodeStateVector(doc))
export const step2 = (update: Uint8Array) => syncFrame(wire.SYNC_STEP_2, update)
export const updateFrame = (update: Uint8Array) => syncFrame(wire.SYNC_UPDATE, update)
export const awarenessFrame = (awareness: Awareness) =>
  presenceFrame(encodeAwarenessUpdate(awareness, [awareness.clientID]))

/** An awareness frame with any id and state, as a hostile client makes it. */
export function rawAwareness(states: { client: number; clock: number; state: unknown }[]): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, states.length)
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, JSON.stringify(state))
  }
  return presenceFrame(encoding.toUint8Array(update))
}

/** The update that `change` makes in a document. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = []
  const listen = (update: Uint8Array) => updates.push(update)
  doc.on('update', listen)
  doc.transact(change)
  doc.off('update', listen)
  return Y.mergeUpdates(updates)
}
