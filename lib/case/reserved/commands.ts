import type * as Y from 'yjs'
import { z } from 'zod'
import { type Actor, command, create, prepare, publish } from '../commands/run'
import { caseMap, isMap, type RecordInput, readCase, sharedRecord } from '../doc'
import { type CaseOverlay, MAX_VALUE_CHARS } from './overlay'
import type { ReservableMap } from './withReserved'

/** A line between two, with what its author says of it. `from` and `to` are records of the open case or reserved. */
export type NewReservedRelation = Pick<RecordInput<'relations'>, 'from' | 'to'> &
  Partial<Omit<RecordInput<'relations'>, 'id' | 'from' | 'to' | 'createdBy' | 'createdAt' | 'binned'>>

/** Adds a line that only who is admitted sees; its id, or null when the input does not fit. */
export function addReservedRelation(
  reserved: Y.Doc,
  actor: Actor,
  input: NewReservedRelation,
): string | null {
  return create(reserved, actor, 'addReservedRelation', 'relations', input)
}

/** What somebody wants only who is admitted to read, about some of the case; its id, or null when it does not fit. */
export function addReservedNote(
  reserved: Y.Doc,
  actor: Actor,
  input: { text: string; about: readonly string[] },
): string | null {
  const { text, about } = input
  return create(reserved, actor, 'addReservedNote', 'notes', { text, about: [...new Set(about)] })
}

/**
 * Lays values over fields of an open record, for who is admitted only; `undefined` takes one away again. False when a
 * value is too long, or when nothing changes. The field itself is checked where it is read.
 */
function setReservedFields(
  reserved: Y.Doc,
  actor: Actor,
  input: { kind: ReservableMap; ref: string; fields: Readonly<Record<string, unknown>> },
): boolean {
  const { kind, ref } = input
  const values = Object.entries(input.fields).map(([name, value]) => [name, JSON.stringify(value)] as const)
  if (values.some(([, json]) => json !== undefined && json.length > MAX_VALUE_CHARS)) return false
  const all = readCase(reserved).overlays.filter((one) => one.kind === kind && one.ref === ref)
  const changes = values.filter(([name, json]) => !isSo(all, name, json))
  if (changes.length === 0) return false
  const own = all.find(({ createdBy }) => createdBy === actor.principal)?.id
  const id = own ?? prepare(reserved, actor, 'overlays', { kind, ref, fields: {} })
  if (id === null) return false
  return command(reserved, actor, 'setReservedFields', () => {
    for (const [name, json] of changes) {
      // Who changes it has read what all others said of it: theirs stands in its place.
      for (const overlay of all) fieldsIn(reserved, overlay.id)?.delete(name)
      if (json !== undefined) fieldsIn(reserved, id)?.set(name, sharedRecord(ENTRY, { json, at: actor.now }))
    }
    publish(reserved, 'overlays', id)
    return true
  })
}

/** Marks that somebody hands in who cannot read what others said of the same: added beside it. */
export function addReservedMarks(reserved: Y.Doc, actor: Actor, input: Marked): string | null {
  const entries = Object.entries(input.marks).map(([name, value]) => [
    name,
    { json: JSON.stringify(value), at: actor.now },
  ])
  const fields = Object.fromEntries(entries) as Record<string, { json: string; at: number }>
  return create(reserved, actor, 'addReservedMarks', 'overlays', {
    ...markedIn(input),
    fields,
  })
}

/** Marks that only who is admitted sees: health, addiction, a secret. `undefined` takes one away. */
export function setReservedMarks(reserved: Y.Doc, actor: Actor, input: Marked): boolean {
  return setReservedFields(reserved, actor, { ...markedIn(input), fields: input.marks })
}

/** Marks of a person, or of a line between two. */
type Marked = ({ person: string } | { relation: string }) & { marks: Readonly<Record<string, unknown>> }

function markedIn(input: Marked): { kind: 'people' | 'relations'; ref: string } {
  return 'person' in input
    ? { kind: 'people', ref: input.person }
    : { kind: 'relations', ref: input.relation }
}

/** What a field of an overlay is kept as. */
const ENTRY = z.looseObject({ json: z.string(), at: z.number() })

function fieldsIn(reserved: Y.Doc, id: string): Y.Map<unknown> | null {
  const fields = caseMap(reserved, 'overlays').get(id)?.get('fields')
  return isMap(fields) ? fields : null
}

/** Whether one overlay, and no other, says this of the field; undefined: whether none says anything. */
function isSo(all: readonly CaseOverlay[], name: string, json: string | undefined): boolean {
  const said = all.flatMap(({ fields }) => (fields[name] ? [fields[name].json] : []))
  return json === undefined ? said.length === 0 : said.length === 1 && said[0] === json
}
