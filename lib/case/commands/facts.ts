import type * as Y from 'yjs'
import { caseMap, isMap, nestedRecord, readRecord } from '../doc'
import { Event, type EventFact, RECORDS } from '../schema'
import { Phase } from '../schemaFamily'
import { type Actor, command, create, live, setValues } from './run'

/**
 * Puts something of the family on the timeline: from then on the moment and the record have one date. One that was
 * taken off the line before comes back with its words. Its id; null when there is no such record, or it is on the
 * line already.
 */
export function putOnTimeline(
  doc: Y.Doc,
  actor: Actor,
  input: { fact: EventFact; title: string; side: string },
): string | null {
  const { fact, side } = input
  if (!dateHolder(doc, fact)) return null
  const known = eventsOf(doc, fact)
  if (known.some((event) => !event.get('binned'))) return null
  const [earlier] = known
  const id = earlier?.get('id')
  if (earlier && typeof id === 'string') {
    command(doc, actor, 'putOnTimeline', () => earlier.set('binned', null))
    return id
  }
  return create(doc, actor, 'putOnTimeline', 'events', { fact, side, title: input.title, kind: 'family' })
}

/** Makes a moment one of its own again, with the date that it had until now; the record keeps that too. */
export function takeFromRecord(doc: Y.Doc, actor: Actor, id: string): boolean {
  const event = live(doc, 'events', id)
  const fact = event && factOf(event)
  if (!event || !fact) return false
  const held = dateHolder(doc, fact)?.read()
  return command(doc, actor, 'takeFromRecord', () => setValues(Event, event, { ...held, fact: null }))
}

/**
 * Sets the date of a moment inside a command, there where it is kept: with itself, or with the birth, death, phase,
 * placement or household that it is the same as. False when nothing differs or the date does not fit.
 */
export function setDateOf(
  doc: Y.Doc,
  event: Y.Map<unknown>,
  dated: { date: string | null; originalText: string },
): boolean {
  const fact = factOf(event)
  const holder = fact && dateHolder(doc, fact)
  return holder ? holder.write(dated) : setValues(Event, event, { ...dated, anchor: null })
}

/** What of the family an event is; null for one of its own. */
export function factOf(event: Y.Map<unknown>): EventFact | null {
  return Event.shape.fact.safeParse(event.get('fact') ?? null).data ?? null
}

interface DateHolder {
  read: () => { date: string | null; originalText: string }
  write: (dated: { date: string | null; originalText: string }) => boolean
}

/** Where the date of a fact is kept; null when the record is not there or somebody is not dead. */
function dateHolder(doc: Y.Doc, fact: EventFact): DateHolder | null {
  switch (fact.kind) {
    case 'birth':
    case 'death': {
      const { kind } = fact
      const person = live(doc, 'people', fact.id)
      const dated = person && readRecord('people', person)?.[kind]
      if (!person || !dated) return null
      return {
        read: () => dated,
        write: (to) => setValues(RECORDS.people, person, { [kind]: { ...dated, ...to } }),
      }
    }
    case 'phase': {
      const phase = nestedRecord(live(doc, 'partnerships', fact.id), 'phases', fact.phase ?? '')
      return phase && fieldsHold(Phase, phase)
    }
    case 'parentage':
    case 'household': {
      const kind = fact.kind === 'parentage' ? 'parentages' : 'households'
      const record = live(doc, kind, fact.id)
      return record && fieldsHold(RECORDS[kind], record)
    }
  }
}

function fieldsHold(
  schema: typeof Phase | (typeof RECORDS)['parentages' | 'households'],
  record: Y.Map<unknown>,
): DateHolder {
  const [date, said] = [record.get('date'), record.get('originalText')]
  return {
    read: () => ({
      date: typeof date === 'string' ? date : null,
      originalText: typeof said === 'string' ? said : '',
    }),
    write: (dated) => setValues(schema, record, dated),
  }
}

function eventsOf(doc: Y.Doc, fact: EventFact): Y.Map<unknown>[] {
  return [...caseMap(doc, 'events').values()].filter((event) => {
    const held = isMap(event) ? factOf(event) : null
    return held?.kind === fact.kind && held.id === fact.id && held.phase === fact.phase
  })
}
