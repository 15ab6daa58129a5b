import { z } from 'zod'
import { RECORD_MAPS } from '../doc'
import { type Field, fieldsOf } from '../fields'
import { type Case, RECORDS, type RecordMap } from '../schema'
import { mergedNames, withNames } from '../references'
import type { CaseOverlay } from './overlay'

/** Kinds of records that can be reserved as a whole. */
export type ReservableMap = Exclude<RecordMap, 'meta' | 'views' | 'rounds' | 'overlays'>

/** Of a round everybody has all. */
const OPEN: ReadonlySet<RecordMap> = new Set<RecordMap>(['meta', 'views', 'rounds', 'overlays'])
const RESERVABLE = RECORD_MAPS.filter((kind): kind is ReservableMap => !OPEN.has(kind))

/** Who made a record and whether it lies in the bin is never overlaid. */
const FIXED: ReadonlySet<string> = new Set(['id', 'createdBy', 'createdAt', 'binned', 'quarantined'])

/** What of a merged case is for who may know of it; kept beside the case, so that no record can claim it of itself. */
export interface ReservedParts {
  /** Records that are reserved as a whole, as `kind/id`. */
  records: ReadonlySet<string>
  /** Names of the reserved fields of open records, ascending, by `kind/id`. */
  fields: ReadonlyMap<string, readonly string[]>
}

export interface MergedCase {
  case: Case
  reserved: ReservedParts
}

export const NOTHING_RESERVED: ReservedParts = { records: new Set(), fields: new Map() }

export const partKey = (kind: RecordMap, id: string) => `${kind}/${id}`

/** Ids of the records of a kind of which not everybody may see all. */
export function reservedIds({ records, fields }: ReservedParts, kind: RecordMap): ReadonlySet<string> {
  const start = `${kind}/`
  const keys = [...records, ...fields.keys()].filter((key) => key.startsWith(start))
  return new Set(keys.map((key) => key.slice(start.length)))
}

interface Plain extends Readonly<Record<string, unknown>> {
  readonly id: string
}

/**
 * The open case with what is reserved laid over it, for who is admitted. Pure, total, and the same for everybody who
 * has both documents. An open record wins over a reserved one of the same id: it has been made visible to all. What
 * points at a record that is in neither is left out, and so is a value that does not fit its field. What names somebody
 * who became one with somebody else in the open case is of the one that stayed.
 */
export function withReserved(open: Case, all: Case): MergedCase {
  // Who merged two did not see what is reserved of them, and could not change it.
  const reserved = withNames(all, mergedNames(open))
  const merged: Record<string, readonly Plain[]> = {}
  const records = new Set<string>()
  const known = new Set<string>()
  for (const kind of RESERVABLE) for (const { id } of [...open[kind], ...reserved[kind]]) known.add(id)
  const fields = new Map<string, readonly string[]>()
  const overlays = byRecord(reserved.overlays)
  for (const kind of RESERVABLE) {
    const here = new Set(open[kind].map(({ id }) => id))
    const own = (reserved[kind] as readonly Plain[]).filter(
      (record) => !here.has(record.id) && isHeld(kind, record, known, reserved),
    )
    for (const { id } of own) records.add(partKey(kind, id))
    const laid = (open[kind] as readonly Plain[]).map((record) => {
      const over = overlays.get(partKey(kind, record.id))
      const { changed, names } = over ? lay(kind, record, over) : { changed: record, names: [] }
      if (names.length > 0) fields.set(partKey(kind, record.id), names)
      return changed
    })
    merged[kind] = own.length > 0 ? [...laid, ...own].sort((a, b) => (a.id < b.id ? -1 : 1)) : laid
  }
  return { case: { ...open, ...merged, overlays: [] }, reserved: { records, fields } }
}

/** Fields that name what a record cannot do without. */
const NEEDED: Partial<Record<ReservableMap, readonly string[]>> = {
  relations: ['from', 'to'],
  parentages: ['child'],
  stakes: ['subject'],
}

/** Whether all that a record cannot do without is there. */
function isHeld(kind: ReservableMap, record: Plain, known: ReadonlySet<string>, reserved: Case): boolean {
  // A reserved pin moves nothing that everybody sees.
  if (kind === 'pins')
    return RESERVABLE.some((map) => reserved[map].some(({ id }) => id === record['record']))
  return (NEEDED[kind] ?? []).every((field) => known.has(String(record[field])))
}

function byRecord(overlays: readonly CaseOverlay[]): ReadonlyMap<string, CaseOverlay[]> {
  const found = new Map<string, CaseOverlay[]>()
  for (const overlay of overlays) {
    const key = `${overlay.kind}/${overlay.ref}`
    found.set(key, [...(found.get(key) ?? []), overlay])
  }
  return found
}

/** The record with its overlays, the oldest first: texts and values of the last count, sets and maps are added up. */
function lay(
  kind: ReservableMap,
  record: Plain,
  overlays: readonly CaseOverlay[],
): { changed: Plain; names: string[] } {
  const schema = fieldsOf(RECORDS[kind])
  const values = overlays
    .flatMap(({ id, fields }) =>
      Object.entries(fields).map(([name, { json, at }]) => ({ name, value: parse(json), at, id })),
    )
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const changed: Record<string, unknown> & { id: string } = { ...record }
  const names = new Set<string>()
  for (const { name, value } of values) {
    if (FIXED.has(name) || value === undefined) continue
    const field = schema.get(name)
    const next = joined(field, changed[name], value)
    if (field && !z.safeParse(field.schema, next).success) continue
    changed[name] = next
    names.add(name)
  }
  return { changed, names: [...names].sort() }
}

function joined(field: Field | undefined, before: unknown, value: unknown): unknown {
  if (field?.kind === 'set' && Array.isArray(before) && Array.isArray(value))
    return [...new Set([...before, ...value] as string[])].sort()
  if (field?.kind === 'map' && isObject(before) && isObject(value)) return { ...before, ...value }
  return value
}

/** Undefined for what is no JSON. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
