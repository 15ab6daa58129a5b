import type * as Y from 'yjs'
import { boundsOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { caseMap, isMap, plainRecord, RECORD_MAPS } from './doc'
import { isPlainObject } from './integrity'
import { type Case, type CaseEvent, type CasePerson, RECORDS, type RecordMap } from './schema'
import { Binned } from './schemaParts'

/** Events by the first day that they can be, undated ones last; ties by stored order, then by id. */
export function sortedEvents(events: readonly CaseEvent[], today: Day): CaseEvent[] {
  const start = (event: CaseEvent) =>
    event.date === null ? Infinity : (boundsOf(event.date, today)?.startDay ?? Infinity)
  return events
    .map((event) => ({ event, start: start(event) }))
    .sort(
      (a, b) =>
        Math.sign(a.start - b.start) ||
        compare(a.event.order, b.event.order) ||
        compare(a.event.id, b.event.id),
    )
    .map(({ event }) => event)
}

/** Names that nobody has said yet who they are, in alphabetical order, with the events that carry them. */
export function unconfirmedNames(events: readonly CaseEvent[]): { name: string; eventIds: string[] }[] {
  const byName = new Map<string, string[]>()
  for (const event of events)
    for (const name of event.names) byName.set(name, [...(byName.get(name) ?? []), event.id])
  return [...byName].map(([name, eventIds]) => ({ name, eventIds })).sort((a, b) => compare(a.name, b.name))
}

/** People who go by this name, whatever its capitals: two can share one. */
export function peopleNamed(people: readonly CasePerson[], name: string): CasePerson[] {
  const wanted = name.trim().toLowerCase()
  return people.filter((person) => person.name.trim().toLowerCase() === wanted)
}

/** EDTF birth date of the person "om wie het gaat"; null when either is not known. */
export function indexBirth(all: Pick<Case, 'meta' | 'people'>): string | null {
  return all.people.find(({ id }) => id === all.meta.indexPerson)?.birth.date ?? null
}

/** Events that a person or an organisation had a part in, in the order given. */
export function eventsWith(events: readonly CaseEvent[], id: string): CaseEvent[] {
  return events.filter((event) => event.people.includes(id) || event.organisations.includes(id))
}

/** The people of an organisation. */
export function membersOf(people: readonly CasePerson[], organisation: string): CasePerson[] {
  return people.filter((person) => person.organisation === organisation)
}

/** In how many places a person or an organisation is drawn, per view. */
interface Places {
  moments: number
  /** People of the organisation. */
  members: number
  /** Partners, children, households and relations. */
  genogram: number
  stakeholders: number
}

/** Where a person or an organisation lives: all that points at it, so that taking it away surprises nobody. */
export function placesOf(all: Case, id: string): Places {
  const family = [
    ...all.partnerships.filter(({ partners }) => partners.includes(id)),
    ...all.parentages.filter(({ child, parent }) => child === id || parent === id),
    ...all.households.filter(({ members }) => members.includes(id)),
    ...all.relations.filter(({ from, to }) => from === id || to === id),
  ]
  return {
    moments: eventsWith(all.events, id).length,
    members: membersOf(all.people, id).length,
    genogram: family.length,
    stakeholders: all.stakes.filter(({ subject }) => subject === id).length,
  }
}

/**
 * The person "om wie het gaat" first, then by name as the language sorts it (`compareNames`), then by id, so that
 * everybody with the same language sees the same order.
 */
export function sortedPeople(
  all: Pick<Case, 'meta' | 'people'>,
  compareNames: (a: string, b: string) => number,
): CasePerson[] {
  const isOther = ({ id }: CasePerson) => Number(id !== all.meta.indexPerson)
  return [...all.people].sort(
    (a, b) => isOther(a) - isOther(b) || compareNames(a.name, b.name) || compare(a.id, b.id),
  )
}

/** A record in the bin, enough to recognise it. */
export interface BinnedRecord {
  kind: RecordMap
  id: string
  /** Its title, name or first words; empty when it has none. */
  label: string
  /** The principal who put it there, or `server`. */
  by: string
  at: number
  /** What does not fit, for what the server put there; such a record cannot be restored as it is. */
  quarantined: string | null
}

/** What lies in the bin, the latest first. */
export function binnedRecords(doc: Y.Doc): BinnedRecord[] {
  return RECORD_MAPS.flatMap((kind) => {
    const records: [string, unknown][] = [...caseMap(doc, kind).entries()]
    return records.flatMap(([id, record]) => (isMap(record) ? binnedRecord(kind, id, record) : []))
  }).sort((a, b) => b.at - a.at || compare(a.id, b.id))
}

function binnedRecord(kind: RecordMap, id: string, record: Y.Map<unknown>): BinnedRecord[] {
  const binned = Binned.safeParse(record.get('binned') ?? null).data
  if (!binned) return []
  const plain = plainRecord(RECORDS[kind], record)
  const words = ['title', 'name', 'text', 'description', 'note'].map((field) => plain[field])
  const label = words.find((word): word is string => typeof word === 'string' && word.trim() !== '') ?? ''
  const quarantined = isPlainObject(plain['quarantined']) ? plain['quarantined']['reason'] : null
  const reason = typeof quarantined === 'string' ? quarantined : null
  return [{ kind, id, label: label.slice(0, 80), ...binned, quarantined: reason }]
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
