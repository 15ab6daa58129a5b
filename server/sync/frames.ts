import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import * as wire from '@/lib/sync/protocol'

export type Frame =
  | { type: 'step1'; stateVector: Uint8Array }
  | { type: 'update'; body: { update: Uint8Array; step2: boolean } }
  | { type: 'presence'; update: Uint8Array }
  | { type: 'query-presence' }

/** Never throws: null is a frame that no program of ours sends, and the caller decides what that costs. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  try {
    const input = decoding.createDecoder(bytes)
    const frame = decodeBody(input)
    return frame && !decoding.hasContent(input) ? frame : null
  } catch {
    return null
  }
}

function decodeBody(input: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(input)) {
    case wire.MESSAGE_SYNC: {
      const step = decoding.readVarUint(input)
      const body = decoding.readVarUint8Array(input)
      if (step === wire.SYNC_STEP_1) return { type: 'step1', stateVector: body }
      if (step === wire.SYNC_STEP_2) return { type: 'update', body: { update: body, step2: true } }
      return step === wire.SYNC_UPDATE ? { type: 'update', body: { update: body, step2: false } } : null
    }
    case wire.MESSAGE_AWARENESS:
      return { type: 'presence', update: decoding.readVarUint8Array(input) }
    case wire.MESSAGE_QUERY_AWARENESS:
      return { type: 'query-presence' }
    default:
      return null
  }
}

export function syncFrame(step: number, body: Uint8Array): Uint8Array {
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, wire.MESSAGE_SYNC)
  encoding.writeVarUint(frame, step)
  encoding.writeVarUint8Array(frame, body)
  return encoding.toUint8Array(frame)
}

/** One frame of all these updates; null when there are none. */
export function updatesFrame(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first, ...rest] = updates
  if (!first) return null
  return syncFrame(wire.SYNC_UPDATE, rest.length > 0 ? Y.mergeUpdates([first, ...rest]) : first)
}

export function presenceFrame(update: Uint8Array): Uint8Array {
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, wire.MESSAGE_AWARENESS)
  encoding.writeVarUint8Array(frame, update)
  return encoding.toUint8Array(frame)
}

/** Nobody is here: the answer to a question, so that who asks knows that the line is alive. */
export const EMPTY_PRESENCE = presenceFrame(Uint8Array.of(0))

export function savedFrame(count: number): Uint8Array {
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, wire.MESSAGE_SAVED)
  encoding.writeVarUint(frame, count)
  return encoding.toUint8Array(frame)
}

export function refusedFrame(seq: number, reason: wire.RefusalReason): Uint8Array {
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, wire.MESSAGE_REFUSED)
  encoding.writeVarUint(frame, seq)
  encoding.writeVarString(frame, reason)
  return encoding.toUint8Array(frame)
}

export function epochFrame(epoch: number): Uint8Array {
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, wire.MESSAGE_EPOCH)
  encoding.writeVarUint(frame, epoch)
  return encoding.toUint8Array(frame)
}

export function rightsFrame(): Uint8Array {
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, wire.MESSAGE_RIGHTS)
  return encoding.toUint8Array(frame)
}
