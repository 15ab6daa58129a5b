import * as Y from 'yjs'
import type { z } from 'zod'
import { type Field, fieldsOf } from './fields'
import { type Case, type MapName, RECORDS, type RecordMap, type RecordOf, SCHEMA_VERSION } from './schema'
import { clip } from './diffText'

/** What a new record is made of: fields with a default may be left out. */
export type RecordInput<M extends RecordMap> = z.input<(typeof RECORDS)[M]>

/** The top-level maps of records, in the order of the schema; free drawing (`shapes`) is not among them. */
export const RECORD_MAPS = Object.keys(RECORDS) as RecordMap[]

/** All top-level maps of the case. */
export const MAP_NAMES: readonly MapName[] = [...RECORD_MAPS, 'shapes']

/** One top-level map of the case. Its values are meant to be `Y.Map`s; readers check, for anybody may write. */
export function caseMap(doc: Y.Doc, name: MapName): Y.Map<Y.Map<unknown>> {
  return doc.getMap<Y.Map<unknown>>(name)
}

/** The record as it is shared, binned or not; null when it is absent or no record at all. */
export function recordOf(doc: Y.Doc, name: MapName, id: string): Y.Map<unknown> | null {
  const record: unknown = caseMap(doc, name).get(id)
  return isMap(record) ? record : null
}

/** The record as plain data, or null when it does not fit its schema. Unknown fields are kept. */
export function readRecord<M extends RecordMap>(kind: M, record: Y.Map<unknown>): RecordOf<M> | null {
  const schema: z.ZodObject = RECORDS[kind]
  const parsed = schema.safeParse(plainRecord(schema, record))
  return parsed.success ? (parsed.data as RecordOf<M>) : null
}

/** `readRecord`, or something that remembers what it has read. */
export type ReadRecord = (
  kind: RecordMap,
  record: Y.Map<unknown>,
) => (Record<string, unknown> & { id: string; binned: unknown }) | null

/**
 * The whole case as plain data. What does not fit its schema is left out, and so is what lies in the bin
 * unless asked for; references to records that are not there stay as they are.
 */
export function readCase(doc: Y.Doc, options: { withBinned?: boolean; read?: ReadRecord } = {}): Case {
  const { read = readRecord } = options
  const all = (kind: RecordMap) => {
    const records: { id: string }[] = []
    for (const [id, shared] of caseMap(doc, kind).entries() as Iterable<[string, unknown]>) {
      const record = isMap(shared) ? read(kind, shared) : null
      if (record && record.id === id && (options.withBinned || !record.binned)) records.push(record)
    }
    return records.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  const lists = RECORD_MAPS.filter((kind) => kind !== 'meta').map((kind) => [kind, all(kind)] as const)
  return { meta: readMeta(doc), ...Object.fromEntries(lists) } as Case
}

/** Title, question and index person; a document that has not arrived yet has empty ones. */
export function readMeta(doc: Y.Doc): RecordOf<'meta'> {
  const shared = recordOf(doc, 'meta', 'case')
  const meta = shared && readRecord('meta', shared)
  return meta ?? RECORDS.meta.parse({ id: 'case', schema: SCHEMA_VERSION })
}

/**
 * Adds a record; call it inside a transaction. Values that equal their default are left out to stay small, but
 * every text, set and map is made here: two people who each made one would lose what one of them put in it.
 * False, and nothing written, when the id is taken or the record does not fit its schema.
 */
export function insertRecord<M extends RecordMap>(doc: Y.Doc, kind: M, plain: RecordInput<M>): boolean {
  const schema: z.ZodObject = RECORDS[kind]
  const parsed = schema.safeParse(clipTexts(schema, plain))
  if (!parsed.success) return false
  const id = String(parsed.data['id'])
  const records = caseMap(doc, kind)
  if (records.has(id)) return false
  records.set(id, sharedRecord(schema, parsed.data))
  return true
}

/** The shared text of a field, for typing in; null when the record or its text is not there. */
export function textOf(doc: Y.Doc, kind: RecordMap, id: string, field: string): Y.Text | null {
  return asText(recordOf(doc, kind, id)?.get(field))
}

/** A shared text of what one person says of an event; null until they have a take. */
export function takeText(
  doc: Y.Doc,
  eventId: string,
  authorKey: string,
  field: 'text' | 'now' = 'text',
): Y.Text | null {
  return asText(nestedRecord(recordOf(doc, 'events', eventId), 'takes', authorKey)?.get(field))
}

/** A shared text of what one person says of a red thread; null until they have said something. */
export function threadTakeText(
  doc: Y.Doc,
  threadId: string,
  authorKey: string,
  field: 'helped' | 'hindered',
): Y.Text | null {
  return asText(nestedRecord(recordOf(doc, 'threads', threadId), 'takes', authorKey)?.get(field))
}

/** The shared text of one way out of a roundabout; null when it is not there. */
export function exitText(doc: Y.Doc, eventId: string, exitId: string): Y.Text | null {
  return asText(nestedRecord(recordOf(doc, 'events', eventId), 'exits', exitId)?.get('text'))
}

/** One nested record of a `map` field, such as a take, an exit or a lane. */
export function nestedRecord(
  record: Y.Map<unknown> | null,
  field: string,
  key: string,
): Y.Map<unknown> | null {
  const nested = record?.get(field)
  const found = isMap(nested) ? nested.get(key) : null
  return isMap(found) ? found : null
}

/** A new shared record (or nested record) with the values of `plain`, each kept the way its field asks for. */
export function sharedRecord(schema: z.ZodObject, plain: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  const record = new Y.Map<unknown>()
  const fields = fieldsOf(schema)
  for (const [name, field] of fields) {
    const value = plain[name] ?? field.default
    if (field.kind !== 'value') record.set(name, sharedField(field, value))
    else if (value !== undefined && !sameJson(value, field.default)) record.set(name, value)
  }
  for (const [name, value] of Object.entries(plain))
    if (!fields.has(name) && value !== undefined) record.set(name, value)
  return record
}

/** A new shared text, set or map. */
export function sharedField(field: Field, value: unknown): Y.Text | Y.Map<unknown> {
  if (field.kind === 'text') return new Y.Text(typeof value === 'string' ? clip(value, field.max) : '')
  if (!field.nested) {
    const members = Array.isArray(value) ? value : []
    return new Y.Map(members.map((member) => [String(member), true]))
  }
  const nested = field.nested
  const entries = Object.entries((value ?? {}) as Record<string, Record<string, unknown>>)
  return new Y.Map(entries.map(([key, plain]) => [key, sharedRecord(nested, plain)]))
}

/** A shared record as plain data, unchecked: texts are strings, sets ascending arrays, nested maps objects. */
export function plainRecord(schema: z.ZodObject, record: Y.Map<unknown>): Record<string, unknown> {
  const fields = fieldsOf(schema)
  const plain: Record<string, unknown> = {}
  for (const [name, value] of record.entries()) {
    // Setting this name would change what the object is instead of giving it a field.
    if (name === '__proto__') continue
    const field = fields.get(name)
    plain[name] = field ? plainField(field, value) : plainValue(value)
  }
  return plain
}

function plainField(field: Field, value: unknown): unknown {
  // Two people near the limit can pass it together; the text reads cut until the server has cut it.
  if (field.kind === 'text' && isText(value)) return clip(value.toJSON(), field.max)
  if (field.kind === 'set' && isMap(value)) return members(value)
  if (!field.nested || !isMap(value)) return plainValue(value)
  const plain: Record<string, unknown> = {}
  for (const [key, item] of value.entries())
    if (key !== '__proto__') plain[key] = isMap(item) ? plainRecord(field.nested, item) : plainValue(item)
  return plain
}

/** The members of a shared set, ascending. */
function members(set: Y.Map<unknown>): string[] {
  return [...set.entries()]
    .filter(([, present]) => present === true)
    .map(([member]) => member)
    .sort()
}

/** Shared types inside a plain value become JSON, so that nobody holds on to a live one by accident. */
function plainValue(value: unknown): unknown {
  return value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value
}

export function isMap(value: unknown): value is Y.Map<unknown> {
  return value instanceof Y.Map
}

export function isText(value: unknown): value is Y.Text {
  return value instanceof Y.Text && !(value instanceof Y.XmlText)
}

function asText(value: unknown): Y.Text | null {
  return isText(value) ? value : null
}

/** Cuts texts that are too long: what somebody pasted is shortened, never refused. */
export function clipTexts(schema: z.ZodObject, plain: object): Record<string, unknown> {
  const clipped: Record<string, unknown> = { ...plain }
  for (const [name, field] of fieldsOf(schema)) {
    const value = clipped[name]
    if (field.kind === 'text' && typeof value === 'string') clipped[name] = clip(value, field.max)
  }
  return clipped
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
