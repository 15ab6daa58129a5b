import type * as Y from 'yjs'
import { DrawnShape, type MapName, RECORDS, type RecordMap, SCHEMA_VERSION } from './schema'
import { Binned } from './schemaParts'
import { type ChangedRecords } from './changes'
import { caseMap, isMap } from './doc'
import { findFaults, type FaultReason } from './faults'

/**
 * What does not fit after a change, and how the server mends it. It deletes and quarantines, and nothing is lost in
 * silence: what it takes out of a record stands in the record's field `quarantined`.
 * - `delete`: takes the whole entry away; only for what cannot be a record;
 * - `bin`: puts the record in the bin with the reason, because a field that it cannot do without is wrong;
 * - `field`: moves the value at `path` to `quarantined` and puts an empty or default one in its place;
 * - `id`, `schema`, `unbin`: writes back what is known anyway; the case and its views are never in the bin;
 * - `meta`: makes the record about the case again.
 */
export type Repair =
  | { do: 'delete'; map: MapName; id: string; reason: 'no-record' | 'bad-id' | 'bad-shape' | 'too-large' }
  | { do: 'bin'; map: RecordMap; id: string; reason: string }
  | { do: 'field'; map: RecordMap; id: string; path: readonly string[]; reason: FaultReason }
  | { do: 'id' | 'schema' | 'unbin' | 'meta'; map: RecordMap; id: string }

/** A drawn shape may take this many letters of JSON; pictures are kept outside the document. */
export const MAX_SHAPE_CHARS = 100_000

const ID = /^[A-Za-z0-9_-]{1,40}$/

/** Looks at the changed records only. Total, and the same for everybody who has the same document. */
export function findDamage(doc: Y.Doc, changed: ChangedRecords): Repair[] {
  const repairs: Repair[] = []
  for (const [map, ids] of changed) {
    for (const id of [...ids].sort()) {
      const entries = caseMap(doc, map) as Y.Map<unknown>
      if (map === 'shapes') repairs.push(...(entries.has(id) ? shapeDamage(id, entries.get(id)) : []))
      else repairs.push(...recordDamage(map, id, entries))
    }
  }
  return repairs
}

function recordDamage(map: RecordMap, id: string, entries: Y.Map<unknown>): Repair[] {
  const isCase = map === 'meta' && id === 'case'
  if (!entries.has(id)) return isCase ? [{ do: 'meta', map, id }] : []
  const record = entries.get(id)
  if (!isMap(record)) {
    const gone: Repair = { do: 'delete', map, id, reason: 'no-record' }
    return isCase ? [gone, { do: 'meta', map, id }] : [gone]
  }
  if (!ID.test(id) || id === '__proto__' || (map === 'meta' && !isCase))
    return [{ do: 'delete', map, id, reason: 'bad-id' }]
  const fixed = map === 'meta' || map === 'views'
  const repairs: Repair[] = []
  if (record.get('id') !== id) repairs.push({ do: 'id', map, id })
  if (isCase && record.get('schema') !== SCHEMA_VERSION) repairs.push({ do: 'schema', map, id })
  if (fixed && record.has('binned')) repairs.push({ do: 'unbin', map, id })
  for (const { path, reason, needed } of findFaults(RECORDS[map], record)) {
    const [name] = path
    if (name === 'id' || (isCase && name === 'schema') || (fixed && name === 'binned')) continue
    // A flag that makes no sense still says that somebody wanted the record away.
    if (!needed && name !== 'binned') repairs.push({ do: 'field', map, id, path, reason })
    else if (!isQuarantined(record)) repairs.push({ do: 'bin', map, id, reason: path.join('/') })
  }
  return repairs
}

/** True for what the server has put in the bin before, and that still lies there. */
function isQuarantined(record: Y.Map<unknown>): boolean {
  const quarantined = record.get('quarantined')
  const reason = isPlainObject(quarantined) ? quarantined['reason'] : undefined
  return typeof reason === 'string' && isBinned(record)
}

export function isBinned(record: Y.Map<unknown>): boolean {
  const binned = record.get('binned')
  return Boolean(binned) && Binned.safeParse(binned).success
}

function shapeDamage(id: string, value: unknown): Repair[] {
  const gone = (reason: 'bad-id' | 'bad-shape' | 'too-large'): Repair[] => [
    { do: 'delete', map: 'shapes', id, reason },
  ]
  const plain: unknown = isMap(value) ? value.toJSON() : value
  if (!isPlainObject(plain)) return gone('bad-shape')
  if (plain['id'] !== id) return gone('bad-id')
  if (!DrawnShape.safeParse(plain).success) return gone('bad-shape')
  const chars = jsonLength(plain)
  if (chars === null) return gone('bad-shape')
  return chars > MAX_SHAPE_CHARS ? gone('too-large') : []
}

/** Null for what JSON cannot say, such as a BigInt. */
function jsonLength(value: object): number | null {
  try {
    return JSON.stringify(value).length
  } catch {
    return null
  }
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
