import type * as Y from 'yjs'
import type { RecordInput } from '../doc'
import type { CircleName } from '../schema'
import { Making } from './making'
import { type Actor, command, create, live, setMember, setRecordValues } from './run'
import { setTextAs } from './texts'

/** What is known of a new person besides the name. */
export type NewPerson = Pick<
  RecordInput<'people'>,
  'gender' | 'birth' | 'death' | 'kind' | 'circle' | 'organisation' | 'role'
> & {
  name: string
}

/** Adds a person to the case; their id, or null when the input does not fit. */
export function addPerson(doc: Y.Doc, actor: Actor, input: NewPerson): string | null {
  return create(doc, actor, 'addPerson', 'people', { ...input, name: input.name.trim() })
}

/** Adds the person "om wie het gaat", where a story begins; their id, or null when the input does not fit. */
export function addIndexPerson(doc: Y.Doc, actor: Actor, input: NewPerson): string | null {
  const making = new Making(doc, actor)
  const id = making.record('people', { ...input, name: input.name.trim() })
  making.change(() => setIndexPerson(doc, actor, id))
  return making.commit('addIndexPerson') ? id : null
}

/** Renames a person everywhere. */
export function renamePerson(doc: Y.Doc, actor: Actor, input: { id: string; name: string }): boolean {
  const name = input.name.trim()
  return setTextAs(doc, actor, 'renamePerson', { kind: 'people', id: input.id, field: 'name', text: name })
}

/** When they were born, as it was said; `date` is EDTF, or null when nobody knows. */
export function setBirth(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; date: string | null; originalText: string },
): boolean {
  const { id, ...birth } = input
  return setRecordValues(doc, actor, 'setBirth', { kind: 'people', id }, { birth })
}

/** Where a person or an organisation belongs: the family, the network, the professionals. */
export function setCircle(
  doc: Y.Doc,
  actor: Actor,
  input: { kind: 'people' | 'organisations'; id: string; circle: CircleName },
): boolean {
  const { kind, id, circle } = input
  return setRecordValues(doc, actor, 'setCircle', { kind, id }, { circle })
}

/** The organisation that a person belongs to; null for none. */
export function setOrganisation(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; organisation: string | null },
): boolean {
  const { id, organisation } = input
  if (organisation !== null && !live(doc, 'organisations', organisation)) return false
  return setRecordValues(doc, actor, 'setOrganisation', { kind: 'people', id }, { organisation })
}

/** Says that a person had a part in an event. */
export function linkPerson(doc: Y.Doc, actor: Actor, input: { id: string; person: string }): boolean {
  const event = live(doc, 'events', input.id)
  if (!event || !live(doc, 'people', input.person)) return false
  return command(doc, actor, 'linkPerson', () => setMember('events', event, 'people', input.person, true))
}

/** Takes a person from an event; works for people who are no longer in the case as well. */
export function unlinkPerson(doc: Y.Doc, actor: Actor, input: { id: string; person: string }): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  return command(doc, actor, 'unlinkPerson', () => setMember('events', event, 'people', input.person, false))
}

/** The person "om wie het gaat", whose age stands on the axis; null for nobody. */
export function setIndexPerson(doc: Y.Doc, actor: Actor, person: string | null): boolean {
  if (person !== null && !live(doc, 'people', person)) return false
  const meta = { kind: 'meta', id: 'case' } as const
  return setRecordValues(doc, actor, 'setIndexPerson', meta, { indexPerson: person })
}
