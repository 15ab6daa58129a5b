import type { Case, CaseEvent, CircleName } from '@/lib/case/schema'
import { sayAnchored } from '@/lib/dates/say-anchored'
import { sayDate } from '@/lib/dates/say'
import type { Locale } from '@/lib/dates/types'
import { byText } from './lanes'
import type { CardContent, ContentWords, TimelineEvent } from './types'

/** What the layout needs of a case's events. */
export function timelineEvents(caseData: Case): TimelineEvent[] {
  return caseData.events.map(({ id, date, side, kind, order, background, exits }) => ({
    id,
    date,
    side,
    kind,
    order,
    background,
    exits: Object.entries(exits)
      .sort(([a, one], [b, other]) => byText(one.order, other.order) || byText(a, b))
      .map(([exitId, { text, status }]) => ({ id: exitId, text, status })),
  }))
}

/** What the cards of a case say, by event id. Links to people who are gone are skipped. */
export function timelineContent(
  caseData: Case,
  locale: Locale,
  words: ContentWords,
): ReadonlyMap<string, CardContent> {
  const names = new Map(
    [...caseData.people, ...caseData.organisations].map((record) => [record.id, record.name]),
  )
  return new Map(
    caseData.events.map((event) => [
      event.id,
      {
        title: event.title,
        who: namesOf(event, names).join(', '),
        teller: tellerOf(event, names),
        dateText: dateTextOf(event, locale, words),
        kindText: words.kinds[event.kind],
        kind: event.kind,
        tint: tintOf(event),
        crucial: event.crucial,
        turningPoint: event.turningPoint,
        proposed: event.proposed,
        hasPicture: event.asset !== null,
        takes: Object.keys(event.takes).length,
      },
    ]),
  )
}

function namesOf(event: CaseEvent, names: ReadonlyMap<string, string>): string[] {
  const linked = [...event.people, ...event.organisations].map((id) => names.get(id) ?? '')
  return [...linked, ...event.names].filter((name) => name !== '')
}

function tellerOf({ toldBy }: CaseEvent, names: ReadonlyMap<string, string>): string {
  if (!toldBy) return ''
  return (toldBy.person === null ? '' : names.get(toldBy.person)) || toldBy.name
}

/** The date in words; the words that were used when they could not be read as a date. */
function dateTextOf(
  { kind, date, originalText, anchor }: CaseEvent,
  locale: Locale,
  words: ContentWords,
): string {
  // A dream lies ahead; that it has no date is nothing to mention.
  if (kind === 'dream' && date === null) return originalText
  if (date !== null && anchor) return sayAnchored({ date, originalText, anchor }, locale)
  if (date !== null) return sayDate(date, locale) || originalText || words.undated
  // A file's lone "?" or ".." says no more than that nobody knows.
  return /[\p{L}\p{N}]/u.test(originalText) ? originalText : words.undated
}

/** Professionals are blue and family is warm by their side, the informal network is green; what nobody knows grey. */
function tintOf({ kind, side, source }: CaseEvent): CircleName {
  if (kind === 'gap') return 'unknown'
  if (source === 'network') return 'network'
  if (side === 'professional' || side === 'family') return side
  return source ?? 'unknown'
}
