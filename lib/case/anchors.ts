import { anchoredDate } from '@/lib/dates/anchored'
import type { WordsContext } from '@/lib/dates/types'
import { withFact } from './facts'
import type { Case, CaseEvent, EventAnchor } from './schema'

/**
 * The case with every date that hangs on something else ("toen ze 11 was", "na de scheiding") as it follows from the
 * births and the other dates as they are now, and every moment that is the same as something of the family (a birth, a
 * divorce) with the date and people that stand there. What is drawn, searched and exported goes by this; the date that is
 * stored beside an anchor is only for readers that know no anchors.
 *
 * Pure and total. Anchors may hang on anchored events in turn. What hangs on something that is gone, undated or in
 * the end on itself is undated; its words stay. The same object comes back when nothing differs.
 */
export function withAnchors(given: Case): Case {
  const all = withFacts(given)
  if (!all.events.some(({ anchor }) => anchor !== null)) return all
  const dates = anchoredDates(all)
  const events = all.events.map((event) => {
    const date = dates.get(event.id) ?? null
    return event.anchor === null || date === event.date ? event : { ...event, date }
  })
  return events.every((event, i) => event === all.events[i]) ? all : { ...all, events }
}

function withFacts(all: Case): Case {
  const events = all.events.map((event) => withFact(all, event))
  return events.every((event, i) => event === all.events[i]) ? all : { ...all, events }
}

type ById = ReadonlyMap<string, CaseEvent>

/** Whether an event would hang on itself, directly or by others, if it were anchored so. */
export function wouldLoop(events: readonly CaseEvent[], id: string, anchor: EventAnchor): boolean {
  return leadsTo(new Map(events.map((event) => [event.id, event])), id, anchor)
}

function leadsTo(byId: ById, id: string, anchor: EventAnchor | null): boolean {
  const seen = new Set([id])
  for (let at = anchor; at?.kind === 'event'; at = byId.get(at.id)?.anchor ?? null) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
  }
  return false
}

/**
 * Who and what words for a date can hang on, for `readWords`. `eventId` is the event whose date it is: that and what
 * hangs on it are left out, because nothing can come after itself.
 */
export function wordsAbout(all: Case, eventId?: string): Pick<WordsContext, 'people' | 'events'> {
  const people = all.people.filter(({ kind }) => kind === 'person')
  const byId: ById = new Map(all.events.map((event) => [event.id, event]))
  const isFree = (event: CaseEvent) => event.id !== eventId && !leadsTo(byId, eventId ?? '', event.anchor)
  const events = eventId === undefined ? all.events : all.events.filter(isFree)
  return {
    people: people.map(({ id, name, birth, gender }) => ({
      id,
      name,
      birth: birth.date,
      isIndex: id === all.meta.indexPerson,
      gender,
    })),
    events: events.map(({ id, title, date }) => ({ id, title, date })),
  }
}

function anchoredDates({ people, events }: Case): Map<string, string | null> {
  const births = new Map(people.map(({ id, birth }) => [id, birth.date]))
  const byId = new Map(events.map((event) => [event.id, event]))
  const dates = new Map<string, string | null>()
  for (const event of events) {
    // Down to what is known or hangs on a person, then back up; no recursion, whatever somebody chained.
    const chain = new Set<CaseEvent>()
    let at: CaseEvent | undefined = event
    while (at && !dates.has(at.id) && !chain.has(at)) {
      chain.add(at)
      at = at.anchor?.kind === 'event' ? byId.get(at.anchor.id) : undefined
    }
    for (const one of [...chain].toReversed()) dates.set(one.id, dateOf(one, births, dates))
  }
  return dates
}

/** In a loop the first that is asked has nothing to go by yet, so that none of them gets a date. */
function dateOf(
  { anchor, date }: CaseEvent,
  births: ReadonlyMap<string, string | null>,
  dates: ReadonlyMap<string, string | null>,
): string | null {
  if (!anchor) return date
  const known = anchor.kind === 'person' ? births : dates
  return anchoredDate(anchor, known.get(anchor.id) ?? null)
}
