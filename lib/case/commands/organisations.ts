import type * as Y from 'yjs'
import type { RecordInput } from '../doc'
import { RECORDS } from '../schema'
import {
  type Actor,
  command,
  create,
  live,
  prepare,
  publish,
  setMember,
  setRecordValues,
  setValues,
} from './run'

/** What is known of a new organisation besides the name. */
type NewOrganisation = Pick<RecordInput<'organisations'>, 'kind' | 'circle'> & { name: string }

/** Adds an organisation to the case; its id, or null when the input does not fit. */
export function addOrganisation(doc: Y.Doc, actor: Actor, input: NewOrganisation): string | null {
  return create(doc, actor, 'addOrganisation', 'organisations', { ...input, name: input.name.trim() })
}

/**
 * Adds an organisation that somebody belongs to, as one step; its id. Null, and nothing added, when the person is
 * not (any longer) in the case.
 */
export function addOrganisationOf(
  doc: Y.Doc,
  actor: Actor,
  input: { person: string; name: string },
): string | null {
  const person = live(doc, 'people', input.person)
  const id = person && prepare(doc, actor, 'organisations', { name: input.name.trim() })
  if (!person || id === null) return null
  command(doc, actor, 'addOrganisationOf', () => {
    publish(doc, 'organisations', id)
    setValues(RECORDS.people, person, { organisation: id })
  })
  return id
}

/** What kind of organisation it is, in people's own words: "school", "wijkteam". */
export function setOrganisationKind(doc: Y.Doc, actor: Actor, input: { id: string; kind: string }): boolean {
  const kind = input.kind.trim()
  return setRecordValues(doc, actor, 'setOrganisationKind', { kind: 'organisations', id: input.id }, { kind })
}

/** Takes an organisation from an event; works for one that is no longer in the case as well. */
export function unlinkOrganisation(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; organisation: string },
): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  return command(doc, actor, 'unlinkOrganisation', () =>
    setMember('events', event, 'organisations', input.organisation, false),
  )
}
