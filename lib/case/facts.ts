import { parentsIn } from './kin'
import type { Case, CaseEvent, EventFact } from './schema'

/** What a moment takes over from the record that it is the same as. */
export interface FactDate {
  /** EDTF. */
  date: string | null
  originalText: string
  /** Ids of people and organisations whom it is about, ascending. */
  people: string[]
  organisations: string[]
}

/** The date and people of a birth, death, phase, placement or household; null when the record is not there. */
function readFact(all: Case, fact: EventFact): FactDate | null {
  const isHere = (id: string) => all.people.some((person) => person.id === id)
  switch (fact.kind) {
    case 'birth':
    case 'death': {
      const person = all.people.find(({ id }) => id === fact.id)
      const dated = person?.[fact.kind]
      return person && dated ? { ...plain(dated), people: [person.id], organisations: [] } : null
    }
    case 'phase': {
      const partnership = all.partnerships.find(({ id }) => id === fact.id)
      const phase = partnership?.phases[fact.phase ?? '']
      if (!partnership || !phase) return null
      return { ...plain(phase), people: partnership.partners.filter(isHere), organisations: [] }
    }
    case 'parentage': {
      const parentage = all.parentages.find(({ id }) => id === fact.id)
      if (!parentage) return null
      const ids = [...new Set([parentage.child, ...parentsIn(all, parentage)])].sort()
      const organisations = ids.filter((id) => all.organisations.some((one) => one.id === id))
      return { ...plain(parentage), people: ids.filter(isHere), organisations }
    }
    case 'household': {
      const household = all.households.find(({ id }) => id === fact.id)
      return household
        ? { ...plain(household), people: household.members.filter(isHere), organisations: [] }
        : null
    }
  }
}

/** The event with what it takes over from the record that it is the same as; unchanged when that is not there. */
export function withFact(all: Case, event: CaseEvent): CaseEvent {
  const fact = event.fact && readFact(all, event.fact)
  if (!fact) return event
  const people = joined(event.people, fact.people)
  const organisations = joined(event.organisations, fact.organisations)
  const same =
    event.date === fact.date &&
    event.originalText === fact.originalText &&
    event.anchor === null &&
    people.length === event.people.length &&
    organisations.length === event.organisations.length
  if (same) return event
  return { ...event, date: fact.date, originalText: fact.originalText, anchor: null, people, organisations }
}

function plain({ date, originalText }: { date: string | null; originalText: string }) {
  return { date, originalText }
}

function joined(own: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...own, ...others])].sort()
}
