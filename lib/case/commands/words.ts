import type * as Y from 'yjs'
import { nestedRecord } from '../doc'
import { PreparingOrigin } from '../origins'
import type { CaseEvent, CircleName } from '../schema'
import { type Actor, command, live, setValues } from './run'
import { Event, RECORDS, Take } from '../schema'

/**
 * Whose words title and description are; null for those of the table. `circle` is where that person belongs: it is
 * taken over when nobody has said yet from which side it is told.
 */
export function setToldBy(
  doc: Y.Doc,
  actor: Actor,
  input: { id: string; toldBy: CaseEvent['toldBy']; circle?: CircleName },
): boolean {
  const event = live(doc, 'events', input.id)
  if (!event) return false
  const { toldBy, circle } = input
  const unsaid = (event.get('source') ?? null) === null
  const source = unsaid && circle && circle !== 'unknown' ? circle : undefined
  // Who wrote the words of one person down says nothing about those of another.
  return command(doc, actor, 'setToldBy', () => setValues(Event, event, { toldBy, source, scribed: null }))
}

/**
 * Keeps who wrote in somebody else's words, with their yes: those of a moment or a note, or of what is said under the
 * key `take`. It goes along with typing and is no step of undo: that it happened stays true when the letters are taken
 * back.
 */
export function noteScribed(
  doc: Y.Doc,
  actor: Actor,
  input: { kind?: 'events' | 'threads' | 'notes'; id: string; take?: string },
): void {
  const { kind = 'events', id } = input
  const record = live(doc, kind, id)
  const take = input.take === undefined ? null : nestedRecord(record, 'takes', input.take)
  const scribed = { by: actor.principal, at: actor.now }
  doc.transact(() => {
    if (take) setValues(Take, take, { writtenBy: actor.principal })
    else if (record && input.take === undefined) setValues(RECORDS[kind], record, { scribed })
  }, new PreparingOrigin())
}
