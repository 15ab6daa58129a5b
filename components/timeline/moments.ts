import type { BoardSession } from '@/components/board/session'
import { binRecord, restoreRecord } from '@/lib/case/commands/bin'
import { addEvent, moveEvent, setEventDate, setEventSide } from '@/lib/case/commands/events'
import { CommandOrigin } from '@/lib/case/origins'
import type { EventKindName } from '@/lib/case/schema'
import { parseEdtf } from '@/lib/dates/edtf'
import { sayDate } from '@/lib/dates/say'
import { shiftDate } from '@/lib/dates/shift'
import { datesIn, unitMonths } from '@/lib/dates/units'
import { dateAt, placeAt } from '@/lib/timeline/hit'
import { STEM_INSET } from '@/lib/timeline/metrics'
import { DAYS_PER_YEAR, daysMoved } from '@/lib/timeline/scale'
import type { Drop } from './host'
import type { Timeline } from './useTimeline'

/** Runs several commands as one step of undo. */
function together(session: BoardSession, name: string, change: () => void): void {
  session.doc.transact(change, new CommandOrigin(session.me.id, name))
}

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
  const { doc, locale } = session
  const { caseData, layout } = timeline
  together(session, 'moveEvents', () => {
    for (const { eventId: id, dx, x, y } of drops) {
      const event = caseData.events.find((one) => one.id === id)
      const card = layout.cards.find((one) => one.id === id)
      if (!event || !card) continue
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
  moveEvent(session.doc, session.actor(), { id, days, locale: session.locale })
  session.feed.flush()
}

/** To the next side up or down. */
export function stepSide(
  session: BoardSession,
  id: string,
  direction: 'up' | 'down',
  timeline: Timeline,
): void {
  const event = timeline.caseData.events.find((one) => one.id === id)
  const lane = timeline.lanes.find(({ place }) => place === (direction === 'up' ? 'above' : 'below'))
  if (!event || !lane) return
  setEventSide(session.doc, session.actor(), { id, side: lane.id })
  session.feed.flush()
}

/** Puts moments in the bin as one step; returns what takes it back. */
export function binMoments(session: BoardSession, ids: readonly string[]): () => void {
  together(session, 'binEvents', () => {
    for (const id of ids) binRecord(session.doc, session.actor(), { kind: 'events', id })
  })
  session.feed.flush()
  return () => {
    together(session, 'restoreEvents', () => {
      for (const id of ids) restoreRecord(session.doc, session.actor(), { kind: 'events', id })
    })
    session.feed.flush()
  }
}
