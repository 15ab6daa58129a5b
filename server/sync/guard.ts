import { hasContent, type Decoder } from 'lib0/decoding'
import * as Y from 'yjs'
import type { ClientRange } from '../store/journal'
import type { Gathering, Whole } from './gathering'

/** More structs than anybody makes in one update; a bomb has millions. */
const MAX_STRUCTS = 50_000

export type Verdict =
  /**
   * May be applied. `claims`: client ids that it writes with, and that are the sender's from now on. `whole`: all that
   * it adds is new, so that its bytes are the change itself; null when part of it is known, or it adds nothing.
   */
  | { ok: true; claims: number[]; empty: boolean; whole: Omit<Whole, 'principalId' | 'update'> | null }
  /** It builds on something that we do not have: ask for the missing part. */
  | { ok: false; reason: 'gap' }
  /** Client ids belong to who first used them. */
  | { ok: false; reason: 'foreign-client' }
  | { ok: false; reason: 'malformed' }

/**
 * Whether an update may be applied to `doc`, decided without applying it. Yjs itself trusts the client ids and
 * clocks inside an update, and keeps what it cannot place for ever; so here: only V1, a bounded number of
 * structs, client ids of this principal, no clock gaps, no references to what is not there. `gathering`: what others
 * have added in this turn.
 */
export function judge(
  doc: Y.Doc,
  update: Uint8Array,
  principalId: string,
  owners: { get(client: number): string | undefined },
  gathering?: Gathering,
): Verdict {
  const decoded = decode(update)
  if (!decoded) return { ok: false, reason: 'malformed' }
  const { structs, ds } = decoded
  if (structs.length > MAX_STRUCTS) return { ok: false, reason: 'malformed' }

  const known = new Map<number, number>()
  const clockOf = (client: number) => known.get(client) ?? Y.getState(doc.store, client)
  const claims = new Set<number>()
  const ranges = new Map<number, ClientRange>()
  let isWhole = structs.length > 0
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (!Number.isSafeInteger(client) || struct.length <= 0) return { ok: false, reason: 'malformed' }
    // Room left for what the sender supposes to be here already; what follows it shows whether it is.
    if (struct instanceof Y.Skip) {
      isWhole = false
      continue
    }
    const end = clock + struct.length
    if (clock < clockOf(client)) isWhole = false
    if (end <= clockOf(client)) continue
    const owner = owners.get(client)
    if (owner !== undefined && owner !== principalId) return { ok: false, reason: 'foreign-client' }
    claims.add(client)
    if (clock > clockOf(client)) return { ok: false, reason: 'gap' }
    known.set(client, end)
    ranges.set(client, [client, ranges.get(client)?.[1] ?? clock, end])
  }

  let buildsOnOthers = false
  const isKnown = (id: Y.ID | null) => {
    if (id === null) return true
    buildsOnOthers ||= gathering?.isAnothers(principalId, id.client, id.clock) ?? false
    return id.clock < clockOf(id.client)
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const parent = struct.parent as unknown
    if (!isKnown(struct.origin) || !isKnown(struct.rightOrigin)) return { ok: false, reason: 'gap' }
    if (parent instanceof Y.ID && !isKnown(parent)) return { ok: false, reason: 'gap' }
  }
  for (const [client, deleted] of ds.clients)
    for (const { clock, len } of deleted) {
      if (clock + len > clockOf(client)) return { ok: false, reason: 'gap' }
      buildsOnOthers ||= gathering?.isAnothers(principalId, client, clock + len - 1) ?? false
    }

  const empty = structs.length === 0 && ds.clients.size === 0
  const whole = isWhole ? { ranges: [...ranges.values()], buildsOnOthers } : null
  return { ok: true, claims: [...claims], empty, whole }
}

/** Null for bytes that are no V1 update from the first to the last: read as V1, most of V2 is left over. */
function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  let rest: Decoder | null = null
  class Whole extends Y.UpdateDecoderV1 {
    constructor(decoder: Decoder) {
      super(decoder)
      rest = decoder
    }
  }
  try {
    const decoded = Y.decodeUpdateV2(update, Whole)
    return rest && !hasContent(rest) ? decoded : null
  } catch {
    return null
  }
}

/** What an update adds, per client id; an update that only deletes adds nothing. */
export function rangesOf(update: Uint8Array): ClientRange[] {
  const ranges = new Map<number, [number, number]>()
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const [from, to] = ranges.get(id.client) ?? [id.clock, id.clock]
    ranges.set(id.client, [Math.min(from, id.clock), Math.max(to, id.clock + length)])
  }
  return [...ranges].map(([client, [from, to]]) => [client, from, to])
}
