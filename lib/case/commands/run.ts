import type * as Y from 'yjs'
import { z } from 'zod'
import { insertRecord, isMap, type RecordInput, recordOf } from '../doc'
import { fieldsOf } from '../fields'
import { CommandOrigin, PreparingOrigin } from '../origins'
import { type MapName, RECORDS, type RecordMap } from '../schema'

/** Who gives a command, and what the outside world gives with it. */
export interface Actor {
  /** Principal id. */
  principal: string
  /** Milliseconds since 1970: shown, never used for order. */
  now: number
  newId: () => string
}

/** Runs a command in one transaction; its result says whether anything changed. */
export function command<T>(doc: Y.Doc, actor: Actor, name: string, change: () => T): T {
  return doc.transact(change, new CommandOrigin(actor.principal, name))
}

/**
 * Adds a record that still lies in the bin, outside undo; a command then takes it out with `publish`. So undoing an
 * addition puts the record in the bin with what others wrote in it, instead of taking it away for good.
 * Its id, or null when the input does not fit.
 */
export function prepare<M extends Exclude<RecordMap, 'meta'>>(
  doc: Y.Doc,
  actor: Actor,
  kind: M,
  plain: Omit<RecordInput<M>, 'id'>,
): string | null {
  const id = actor.newId()
  const by = { createdBy: actor.principal, createdAt: actor.now }
  const binned = { by: actor.principal, at: actor.now }
  const record = { ...plain, ...by, binned, id } as unknown as RecordInput<M>
  return doc.transact(() => insertRecord(doc, kind, record), new PreparingOrigin()) ? id : null
}

/** Takes a prepared record out of the bin, inside a command. */
export function publish(doc: Y.Doc, kind: RecordMap, id: string): void {
  recordOf(doc, kind, id)?.delete('binned')
}

/** Adds a record as a command; its id, or null when the input does not fit. */
export function create<M extends Exclude<RecordMap, 'meta'>>(
  doc: Y.Doc,
  actor: Actor,
  name: string,
  kind: M,
  plain: Omit<RecordInput<M>, 'id'>,
): string | null {
  const id = prepare(doc, actor, kind, plain)
  if (id !== null) command(doc, actor, name, () => publish(doc, kind, id))
  return id
}

/** The record when it is there and not in the bin. */
export function live(doc: Y.Doc, kind: MapName, id: string): Y.Map<unknown> | null {
  const record = recordOf(doc, kind, id)
  return record && !record.get('binned') ? record : null
}

/**
 * Sets plain values; all or nothing. False when a value does not fit its field or nothing differs: writing the
 * same value again would only make the document grow.
 */
export function setValues(
  schema: z.ZodObject,
  record: Y.Map<unknown>,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const fields = fieldsOf(schema)
  const changes: [string, unknown][] = []
  for (const [name, value] of Object.entries(values)) {
    const field = fields.get(name)
    if (value === undefined || field?.kind !== 'value') continue
    if (!z.safeParse(field.schema, value).success) return false
    const now = record.has(name) ? record.get(name) : field.default
    if (JSON.stringify(now) !== JSON.stringify(value)) changes.push([name, value])
  }
  for (const [name, value] of changes) record.set(name, value)
  return changes.length > 0
}

/** Sets plain values of a live record as one command. */
export function setRecordValues<M extends RecordMap>(
  doc: Y.Doc,
  actor: Actor,
  name: string,
  target: { kind: M; id: string },
  values: Partial<RecordInput<M>>,
): boolean {
  const record = live(doc, target.kind, target.id)
  if (!record) return false
  return command(doc, actor, name, () => setValues(RECORDS[target.kind], record, values))
}

/** Adds a member to a shared set, or takes it out. False when that changes nothing. */
export function setMember(
  kind: RecordMap,
  record: Y.Map<unknown>,
  field: string,
  member: string,
  present: boolean,
): boolean {
  const set = record.get(field)
  if (!isMap(set) || set.has(member) === present) return false
  if (!present) set.delete(member)
  else if (!mayHold(kind, field, set.size, member)) return false
  else set.set(member, true)
  return true
}

function mayHold(kind: RecordMap, field: string, size: number, member: string): boolean {
  const max = fieldsOf(RECORDS[kind]).get(field)?.max ?? 0
  return size < max && member.length > 0 && member.length <= 200
}
