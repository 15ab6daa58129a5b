import { indexBirth } from '@/lib/case/queries'
import { PX_PER_YEAR } from '@/lib/case/schema'
import type { Case, CaseEvent, CircleName } from '@/lib/case/schema'
import { hasSaid } from '@/lib/case/words'
import { sayAnchored } from '@/lib/dates/say-anchored'
import { sayDate } from '@/lib/dates/say'
import type { Day, Locale } from '@/lib/dates/types'
import { byText, inOrder } from './lanes'
import type {
  CardContent,
  ContentWords,
  TimelineEvent,
  TimelineLane,
  TimelineLoop,
  TimelineSettings,
} from './types'

/** All that `layoutTimeline` asks, in its order, from one case. */
export interface TimelineInput {
  events: TimelineEvent[]
  lanes: TimelineLane[]
  settings: TimelineSettings
  loops: TimelineLoop[]
}

/** The view of a case that is its timeline. */
const VIEW = 'timeline'

const NOBODY: ReadonlySet<string> = new Set()

/** What the sides are until the case has arrived; the server makes them, never we. */
const NO_LANES: readonly TimelineLane[] = [
  { id: 'professional', place: 'above', order: 'a0' },
  { id: 'family', place: 'below', order: 'a1' },
]

/**
 * The timeline of a case by what its view says: lanes in their order, scale, and whose age stands on the axis (that of
 * the person "om wie het gaat" when nobody was chosen, or when who was chosen is gone).
 */
export function timelineOf(
  caseData: Case,
  now: { today: Day; locale: Locale; unseenWord?: string },
): TimelineInput {
  const view = caseData.views.find(({ id }) => id === VIEW)
  const lanes = Object.entries(view?.lanes ?? {}).map(([id, { place, order, collapsed }]): TimelineLane => ({
    id,
    place,
    order,
    collapsed,
  }))
  const chosen = caseData.people.find(({ id }) => id === view?.ageOf)
  return {
    events: timelineEvents(caseData),
    lanes: inOrder(lanes.length > 0 ? lanes : NO_LANES),
    settings: {
      ...now,
      pxPerYear: view?.pxPerYear ?? PX_PER_YEAR,
      scale: view?.scale ?? 'linear',
      birth: chosen ? chosen.birth.date : indexBirth(caseData),
    },
    loops: timelineLoops(caseData),
  }
}

/** Threads that are loops, with those of their events that are there, in order of id; one event repeats nothing. */
export function timelineLoops(caseData: Case): TimelineLoop[] {
  const here = new Set(caseData.events.map(({ id }) => id))
  return caseData.threads
    .filter(({ form, items }) => form === 'loop' && items.filter((id) => here.has(id)).length > 1)
    .map(({ id, title, items }) => ({ id, title, eventIds: items.filter((item) => here.has(item)) }))
    .sort((a, b) => byText(a.id, b.id))
}

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

/**
 * What the cards of a case say, by event id. Links to people who are gone are skipped. `reserved`: events of which not
 * everybody may see all.
 */
export function timelineContent(
  caseData: Case,
  locale: Locale,
  words: ContentWords,
  reserved: ReadonlySet<string> = NOBODY,
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
        ...kindTextOf(event, words, reserved.has(event.id)),
        reserved: reserved.has(event.id),
        kind: event.kind,
        tint: tintOf(event),
        crucial: event.crucial,
        turningPoint: event.turningPoint,
        proposed: event.proposed,
        hasPicture: event.asset !== null,
        takes: Object.values(event.takes).filter(hasSaid).length,
      },
    ]),
  )
}

function kindTextOf(
  { kind, proposed }: CaseEvent,
  words: ContentWords,
  isReserved: boolean,
): Pick<CardContent, 'kindText' | 'kindShort'> {
  const kindText = words.kinds[kind]
  const more = [proposed && words.proposed, isReserved && words.reserved].filter(Boolean).join(', ')
  return more ? { kindText: `${kindText}, ${more}`, kindShort: more } : { kindText }
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
