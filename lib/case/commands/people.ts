import type * as Y from 'yjs'
import type { RecordInput } from '../doc'
import { type Actor, command, create, live, setMember, setRecordValues } from './run'
import { setTextAs } from './texts'

/** What is known of a new person besides the name. */
export type NewPerson = Pick<
  RecordInput<'people'>,
  'gender' | 'birth' | 'circle' | 'organisation' | 'role'
> & {
  name: string
}

/** Adds a person to the case; their id, or null when the input does not fit. */
export function addPerson(doc: Y.Doc, actor: Actor, input: NewPerson): string | null {
  return create(doc, actor, 'addPerson', 'people', { ...input, name: input.name.trim() })
}

/** Renames a person everywhere. */
export function renamePerson(doc: Y.Doc, actor: Actor, input: { id: string; name: string }): boolean {
  const name = input.name.trim()
  return setTextAs(doc, actor, 'renamePerson', { kind: 'people', id: input.id, field: 'name', text: name })
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
