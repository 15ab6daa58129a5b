import type { Case, CaseEvent, CircleName, EventKindName } from '@/lib/case/schema'
import { boundsOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'

/** How sure a date is: as it is drawn. */
export const CERTAINTIES = ['exact', 'about', 'unsure', 'unknown'] as const
export type Certainty = (typeof CERTAINTIES)[number]
type NatureName = NonNullable<CaseEvent['takes'][string]['nature']>

/** What somebody looks for. An empty list asks nothing; several of one list are "or", the lists are "and". */
export interface EventFilter {
  /** Every word of it must be there, in any order, accents and capitals aside. */
  text: string
  /** Ids of people and organisations. */
  who: readonly string[]
  kinds: readonly EventKindName[]
  /** `none`: nobody said whose words they are. */
  sources: readonly (CircleName | 'none')[]
  natures: readonly NatureName[]
  /** Ids of threads and loops. */
  threads: readonly string[]
  certainties: readonly Certainty[]
  picture: boolean
  crucial: boolean
}

export const NO_FILTER: EventFilter = {
  text: '',
  who: [],
  kinds: [],
  sources: [],
  natures: [],
  threads: [],
  certainties: [],
  picture: false,
  crucial: false,
}

/** Whether a filter asks nothing. */
export function isEmptyFilter(filter: EventFilter): boolean {
  return Object.values(filter).every((asked: EventFilter[keyof EventFilter]) =>
    typeof asked === 'string'
      ? asked.trim() === ''
      : typeof asked === 'boolean'
        ? !asked
        : asked.length === 0,
  )
}

/** Letters as they are looked for: lower case, without accents, single spaces. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

/** How sure a date is; both when it is an estimate of a source in doubt. */
export function certaintiesOf(date: string | null, today: Day): Certainty[] {
  const bounds = date === null ? null : boundsOf(date, today)
  if (!bounds) return ['unknown']
  const about = bounds.approximate || bounds.kind === 'within' ? (['about'] as const) : []
  const unsure = bounds.uncertain ? (['unsure'] as const) : []
  return about.length + unsure.length > 0 ? [...about, ...unsure] : ['exact']
}

type Records = Pick<Case, 'people' | 'organisations' | 'threads'>

/** Whether a moment is what somebody looks for. */
export function matchesFilter(event: CaseEvent, filter: EventFilter, records: Records, today: Day): boolean {
  return matcher(filter, records, today)(event)
}

/** The same for many moments: what the filter itself needs is made once. */
export function matcher(filter: EventFilter, records: Records, today: Day): (event: CaseEvent) => boolean {
  const words = fold(filter.text).split(' ').filter(Boolean)
  const names = new Map([...records.people, ...records.organisations].map(({ id, name }) => [id, name]))
  const threaded = new Set(
    records.threads.filter(({ id }) => filter.threads.includes(id)).flatMap(({ items }) => items),
  )
  const asks = <T>(asked: readonly T[], found: readonly T[]) =>
    asked.length === 0 || asked.some((one) => found.includes(one))
  return (event) =>
    asks(filter.who, [...event.people, ...event.organisations]) &&
    asks(filter.kinds, [event.kind]) &&
    asks(filter.sources, [event.source ?? 'none']) &&
    asks(
      filter.natures,
      Object.values(event.takes).flatMap(({ nature }) => nature ?? []),
    ) &&
    (filter.threads.length === 0 || threaded.has(event.id)) &&
    asks(filter.certainties, certaintiesOf(event.date, today)) &&
    (!filter.picture || event.asset !== null) &&
    (!filter.crucial || event.crucial || event.turningPoint) &&
    (words.length === 0 || holdsAll(wordsOf(event, names), words))
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

/** Everything that a moment says, folded. */
function wordsOf(event: CaseEvent, names: ReadonlyMap<string, string>): string {
  const who = [...event.people, ...event.organisations].map((id) => names.get(id) ?? '')
  const takes = Object.values(event.takes).flatMap(({ text, now, name }) => [text, now, name])
  const exits = Object.values(event.exits).map(({ text }) => text)
  const own = [event.title, event.description, event.originalText, event.assetText, event.toldBy?.name ?? '']
  return fold([...own, ...who, ...event.names, ...takes, ...exits].join('\n'))
}
