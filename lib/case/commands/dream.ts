import type * as Y from 'yjs'
import { type CaseEvent, Event } from '../schema'
import { type Actor, command, live, setMember, setValues } from './run'

/**
 * Makes a moment the dream of a person of the case: their words, with them in it, at the open end of the line.
 * Null for whom it is when nobody is known yet; the words then stay those of the table.
 */
export function makeDream(doc: Y.Doc, actor: Actor, input: { id: string; person: string | null }): boolean {
  const { id, person } = input
  const event = live(doc, 'events', id)
  if (!event || (person !== null && !live(doc, 'people', person))) return false
  const toldBy: CaseEvent['toldBy'] = person === null ? null : { person, principal: null, name: '' }
  return command(doc, actor, 'makeDream', () => {
    const set = setValues(Event, event, { kind: 'dream', toldBy, proposed: false, scribed: null })
    const joined = person !== null && setMember('events', event, 'people', person, true)
    return set || joined
  })
}

/** Whose dream it is: who tells it, else the only person in it; null when that is not known. */
export function dreamerOf({ toldBy, people }: Pick<CaseEvent, 'toldBy' | 'people'>): string | null {
  if (toldBy?.person) return toldBy.person
  return people.length === 1 ? (people[0] ?? null) : null
}
