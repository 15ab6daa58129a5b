import type { BoardSession } from '@/components/board/session'
import { together } from '@/components/board/together'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { addEvent, moveEvent, setEventDate, setEventSide } from '@/lib/case/commands/events'
import type { EventKindName } from '@/lib/case/schema'
import { parseEdtf } from '@/lib/dates/edtf'
import { sayDate } from '@/lib/dates/say'
import { shiftDate } from '@/lib/dates/shift'
import { datesIn, unitMonths } from '@/lib/dates/units'
import { dateAt, placeAt } from '@/lib/timeline/hit'
import { STEM_INSET } from '@/lib/timeline/metrics'
import { dayOfX, xOfDay } from '@/lib/timeline/scale'
import { isStandIn } from '@/lib/timeline/sorted'
import { DAYS_PER_YEAR, daysMoved } from '@/lib/timeline/scale'
import type { Drop } from './host'
import type { Timeline } from './useTimeline'

/** The document that a moment is kept in. */
const docOf = (session: BoardSession, id: string) => session.feed.docOf('events', id)

/** Takes a moment out of the bin, as a step of one's own. */
export function restoreMoment(session: BoardSession, id: string): void {
  restoreRecord(session.doc, session.actor(), { kind: 'events', id })
  session.feed.flush()
}

/** Adds a moment without words; its id. `edtf` null: nobody knows yet when. */
export function newMoment(
  session: BoardSession,
  side: string,
  kind: EventKindName,
  edtf: string | null,
): string | null {
  const originalText = edtf === null ? '' : sayDate(edtf, session.locale)
  const id = addEvent(session.doc, session.actor(), { kind, side, date: edtf, originalText, title: '' })
  session.feed.flush()
  return id
}

/**
 * A new moment where somebody clicked: when and on which side follow from the place. `zoom` says how well they
 * could aim.
 */
export function newMomentAt(
  session: BoardSession,
  at: { x: number; y: number },
  timeline: Timeline,
  zoom: number,
): string | null {
  const { side } = placeAt(at.x, at.y, timeline.layout)
  const above = timeline.lanes.find(({ id }) => id === side)?.place === 'above'
  const edtf = dateAt(at.x, timeline.layout, zoom)
  return newMoment(session, side, above ? 'decision' : 'family', edtf)
}

/** Whether dropping this card changes a date that hangs on something else, which has to be asked first. */
export function dropNeedsYes({ eventId, dx }: Drop, { caseData, layout }: Timeline): boolean {
  const event = caseData.events.find(({ id }) => id === eventId)
  return event?.anchor != null && daysOf(eventId, dx, layout) !== 0
}

/** Where the date of this card goes when it is let go of here; null when it has none to move. */
export function dropDate({ eventId, dx }: Drop, { caseData, layout }: Timeline): string | null {
  const date = caseData.events.find(({ id }) => id === eventId)?.date ?? null
  return date === null ? null : shiftDate(date, daysOf(eventId, dx, layout))
}

/** What letting go of cards means: along the axis the date, across it the side, from the dock a first date. */
export function dropCards(
  session: BoardSession,
  drops: readonly Drop[],
  timeline: Timeline,
  zoom: number,
): void {
  const { locale } = session
  const { caseData, layout } = timeline
  together(session, 'moveEvents', () => {
    for (const { eventId: id, dx, x, y } of drops) {
      const event = caseData.events.find((one) => one.id === id)
      const card = layout.cards.find((one) => one.id === id)
      if (!event || !card) continue
      const doc = docOf(session, id)
      const middle = y + card.h / 2
      const side = sideAt(card, middle, layout)
      if (event.date !== null) {
        moveEvent(doc, session.actor(), {
          id,
          days: daysOf(id, dx, layout),
          locale,
          ...(side ? { side } : {}),
        })
        continue
      }
      const foot = x + STEM_INSET
      if (event.kind !== 'dream' && foot >= layout.axis.x0 && foot <= layout.axis.x1) {
        const date = dateAt(foot, layout, zoom)
        setEventDate(doc, session.actor(), { id, date, originalText: sayDate(date, locale) })
      }
      if (side) setEventSide(doc, session.actor(), { id, side })
    }
  })
  session.feed.flush()
}

/**
 * The side that a card is put on by the place of its middle; undefined while that is its own. A card that was moved
 * along the line only stays where it is, even when its lane is crowded and reaches over the next.
 */
function sideAt(
  card: Timeline['layout']['cards'][number],
  middle: number,
  layout: Timeline['layout'],
): string | undefined {
  const own = layout.lanes.find(({ id }) => id === card.laneId)
  const stays = own ? middle >= own.y && middle <= own.y + own.h : middle < 0 === (card.place === 'above')
  if (stays) return undefined
  const { side } = placeAt(card.x, middle, layout)
  return side === card.laneId ? undefined : side
}

/** The unit in which a date is said, in days: a step by arrow key moves by one. */
function unitDays(edtf: string): number {
  const date = parseEdtf(edtf)
  const months = date ? Math.max(...datesIn(date).map(unitMonths)) : 0
  return months === 0 ? 1 : Math.round((months / 12) * DAYS_PER_YEAR)
}

/** How many days a card's date moves that is dragged so far. */
function daysOf(id: string, dx: number, { cards, scale }: Timeline['layout']): number {
  return daysMoved(cards.find((card) => card.id === id)?.stemX ?? 0, dx, scale)
}

/** One step along the axis in the date's own unit (a year, a month, a day); nothing for undated moments. */
export function stepDate(session: BoardSession, id: string, direction: -1 | 1, { caseData }: Timeline): void {
  const event = caseData.events.find((one) => one.id === id)
  if (!event?.date) return
  const days = unitDays(event.date) * direction
  moveEvent(docOf(session, id), session.actor(), { id, days, locale: session.locale })
  session.feed.flush()
}

/**
 * A step along the axis as the drop it would be, for a date that hangs on something else: that is asked first. Null
 * when nothing has to be asked.
 */
export function stepToAsk(id: string, direction: -1 | 1, { caseData, layout }: Timeline): Drop | null {
  const event = caseData.events.find((one) => one.id === id)
  const card = layout.cards.find((one) => one.id === id)
  if (!event?.anchor || !event.date || !card || card.stemX === null) return null
  const { stemX: from } = card
  const to = xOfDay(dayOfX(from, layout.scale) + unitDays(event.date) * direction, layout.scale)
  // A hair more than the step, so that rounding to whole days does not end just before it.
  const dx = to - from + Math.sign(direction) * 0.01
  return { eventId: id, dx, x: card.x + dx, y: card.y }
}

/** To the next lane up or down, as they lie on the page. */
export function stepSide(
  session: BoardSession,
  id: string,
  direction: 'up' | 'down',
  timeline: Timeline,
): void {
  const event = timeline.caseData.events.find((one) => one.id === id)
  const lanes = [...timeline.layout.lanes].sort((a, b) => a.y - b.y)
  const own = timeline.layout.cards.find((card) => card.id === id)?.laneId || event?.side
  const at = lanes.findIndex((lane) => lane.id === own)
  const lane = lanes[at + (direction === 'up' ? -1 : 1)]
  if (!event || at < 0 || !lane || isStandIn(lane.id)) return
  setEventSide(docOf(session, id), session.actor(), { id, side: lane.id })
  session.feed.flush()
}

/** Puts moments in the bin as one step; returns what takes it back. */
export function binMoments(session: BoardSession, ids: readonly string[]): () => void {
  // Where they lie has to be known before: in the bin they are in neither reading of the case.
  const moments = ids.map((id) => ({ id, doc: docOf(session, id) }))
  together(session, 'binEvents', () => {
    for (const { id, doc } of moments) binRecord(doc, session.actor(), { kind: 'events', id })
  })
  session.feed.flush()
  return () => {
    together(session, 'restoreEvents', () => {
      for (const { id, doc } of moments) restoreRecord(doc, session.actor(), { kind: 'events', id })
    })
    session.feed.flush()
  }
}
