import { ageAt, isRough } from '@/lib/dates/age'
import { dateOfDay, dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { emptyStretches, type EmptyStretch } from './empty'
import type { DatedEvent } from './marks'
import { CARD_H } from './metrics'
import { sortEvents } from './sorted'
import type { TimelineEvent, TimelineLane, TimelineSettings } from './types'
import { verticalBars } from './verticalBars'
import { columnsOf, VERTICAL, type Columns } from './verticalColumns'
import type { LaidLine, PlacedVerticalCard, VerticalLayout } from './verticalTypes'

/** What stands on the line, from top to bottom; on one day in this order, so that a year is next to its event. */
type Step =
  | { day: Day; order: 0; stretch: EmptyStretch }
  | { day: Day; order: 3; year: number }
  | { day: Day; order: 1; era: DatedEvent }
  | { day: Day; order: 2; now: true }
  | { day: Day; order: 4; one: DatedEvent }

/**
 * The timeline from top to bottom, for phones and print, `widthPx` wide: events of lanes above stand left of the line
 * and those of lanes below right of it; when all are of one side they take the whole width. Each next date lies
 * lower, whichever side it is on. Undated events come first under a heading of their own, dreams last, at the open
 * end. Total, and the same for every order of `events` and `lanes`. `cardH` is the height of an event's card.
 */
export function layoutVertical(
  events: readonly TimelineEvent[],
  lanes: readonly TimelineLane[],
  settings: TimelineSettings,
  size: { widthPx: number; cardH?: number | ((eventId: string) => number) },
): VerticalLayout {
  const sorted = sortEvents(events, lanes, settings.today)
  const laneById = new Map([...sorted.lanes.above, ...sorted.lanes.below].map((lane) => [lane.id, lane]))
  const isOpen = (laneId: string) => laneById.get(laneId)?.collapsed !== true
  const dated = sorted.dated.filter(({ laneId }) => isOpen(laneId))
  const undated = sorted.undated.filter(({ laneId }) => isOpen(laneId))
  const placeOf = (laneId: string) => laneById.get(laneId)?.place ?? 'below'
  const sides = new Set([...dated, ...undated].map(({ laneId }) => placeOf(laneId)))
  const columns = columnsOf(size.widthPx, sides)
  const { cardH = CARD_H } = size
  const heightOf = (id: string) => Math.max(VERTICAL.minCardH, typeof cardH === 'number' ? cardH : cardH(id))
  const folded = foldedOf(sorted, isOpen)

  let y = VERTICAL.margin + folded.length * VERTICAL.foldH
  const cards: PlacedVerticalCard[] = []
  const put = (id: string, laneId: string, top: number, markY: number | null): PlacedVerticalCard => {
    const side = columns.sideOf(placeOf(laneId))
    const card = { id, laneId, side, ...columns.box(side), y: top, h: heightOf(id), markY }
    cards.push(card)
    return card
  }

  let undatedHeading: VerticalLayout['undated'] = null
  if (undated.length > 0) {
    const top = y
    const free = { left: y + VERTICAL.headingH, right: y + VERTICAL.headingH }
    for (const { event, laneId } of undated) {
      const side = columns.sideOf(placeOf(laneId))
      free[side] += put(event.id, laneId, free[side], null).h + VERTICAL.gap
    }
    y = Math.max(free.left, free.right) + VERTICAL.gap
    const ids = undated.map(({ event }) => event.id)
    undatedHeading = { y: top, h: y - top - VERTICAL.gap, labelY: top + VERTICAL.baseline, ids }
  }

  const x0 = y
  const line = layLine(stepsOf(dated, sorted, settings), y, settings, columns, put, placeOf)
  y = line.bottom
  const dreamTop = y + VERTICAL.gap
  y = dreamTop
  for (const { id } of sorted.dreams) {
    const card = {
      id,
      laneId: '',
      side: columns.sideOf('below'),
      ...columns.whole,
      y,
      h: heightOf(id),
      markY: null,
    }
    cards.push(card)
    y += card.h + VERTICAL.gap
  }
  const { bars, eras, yOf } = verticalBars(dated, sorted.eras, line, columns)
  return {
    width: size.widthPx,
    height: y + VERTICAL.margin,
    axis: {
      x: columns.axisX,
      y0: x0,
      y1: sorted.dreams.length > 0 ? dreamTop : line.bottom,
      nowY: line.nowY ?? yOf(settings.today),
    },
    columns: columns.used,
    cards,
    marks: bars,
    years: line.years,
    breaks: line.breaks,
    eras,
    undated: undatedHeading,
    dreamY: sorted.dreams.length > 0 ? dreamTop : null,
    folded: folded.map((one, i) => ({
      ...one,
      ...columns.whole,
      y: VERTICAL.margin + i * VERTICAL.foldH,
      h: VERTICAL.foldH - VERTICAL.gap,
    })),
  }
}

/** Everything on the line in order: a year before what happened in it, breaks where nothing did. */
function stepsOf(
  dated: readonly DatedEvent[],
  { dated: known, eras }: Pick<ReturnType<typeof sortEvents>, 'dated' | 'eras'>,
  { today }: TimelineSettings,
): Step[] {
  // What lies in a collapsed lane is not nothing.
  const all = [...known, ...eras]
  if (all.length === 0) return [{ day: today, order: 2, now: true }]
  const years = new Set(dated.map(({ bounds }) => dateOfDay(bounds.startDay).year))
  const steps: Step[] = [
    ...emptyStretches(
      all.map(({ bounds }) => bounds),
      today,
    ).map((stretch): Step => {
      return { day: stretch.fromDay, order: 0, stretch }
    }),
    // On the day on which its first event may have begun: the first of January can lie before a break.
    ...[...years].map((year): Step => {
      const days = dated.map(({ bounds }) => bounds.startDay).filter((day) => dateOfDay(day).year === year)
      return { day: Math.min(...days), order: 3, year }
    }),
    ...eras.map((era): Step => ({ day: era.bounds.startDay, order: 1, era })),
    { day: today, order: 2, now: true },
    ...dated.map((one): Step => ({ day: one.bounds.startDay, order: 4, one })),
  ]
  // Sorting is stable: what begins on one day stays in its order.
  return steps.sort((a, b) => a.day - b.day || a.order - b.order)
}

function layLine(
  steps: readonly Step[],
  top: number,
  settings: TimelineSettings,
  columns: Columns,
  put: (id: string, laneId: string, top: number, markY: number) => PlacedVerticalCard,
  placeOf: (laneId: string) => 'above' | 'below',
): LaidLine {
  const { gap, markInset, markStep } = VERTICAL
  /** Where each column and the line itself are free again. */
  const free = { left: top, right: top }
  let axisFree = top
  let announced: VerticalLayout['years'][number] | null = null
  const markYs = new Map<string, number>()
  const eraLabels = new Map<string, number>()
  const line: LaidLine = { knots: [], markYs, years: [], breaks: [], eraLabels, nowY: null, bottom: top }
  const below = () => Math.max(free.left, free.right, axisFree)
  const know = (day: Day, y: number) => {
    const last = line.knots.at(-1)
    if (!last || day > last.day) line.knots.push({ day, y })
  }
  for (const step of steps) {
    if (step.order === 0) {
      const { fromDay, toDay, years } = step.stretch
      const y = below()
      line.breaks.push({ x: columns.axisX, y, h: VERTICAL.breakH, fromDay, toDay, years })
      know(fromDay, y)
      axisFree = free.left = free.right = y + VERTICAL.breakH + gap
    } else if (step.order === 3) {
      const age = ageText(step.year, settings)
      const h = age === '' ? VERTICAL.yearH : VERTICAL.yearAgeH
      // Its place follows from the event that it announces, so that it stands with it.
      line.years.push({ year: step.year, label: String(step.year), age, x: columns.axisX, y: axisFree, h })
      announced = line.years.at(-1) ?? null
      axisFree += h
    } else if (step.order === 1) {
      const y = below()
      eraLabels.set(step.era.event.id, y)
      know(step.day, y)
      axisFree = free.left = free.right = y + VERTICAL.eraH
    } else if (step.order === 2) {
      line.nowY = Math.max(axisFree, top) + VERTICAL.nowH / 2
      know(step.day, line.nowY)
      axisFree = line.nowY + VERTICAL.nowH / 2
    } else {
      const { event, laneId } = step.one
      const side = columns.sideOf(placeOf(laneId))
      const cardTop = Math.max(free[side], axisFree - markInset + markStep / 2)
      const markY = cardTop + markInset
      if (announced) announced.y = markY - markStep / 2 - announced.h
      announced = null
      const card = put(event.id, laneId, cardTop, markY)
      know(step.day, markY)
      markYs.set(event.id, markY)
      free[side] = card.y + card.h + gap
      axisFree = markY + markStep / 2
    }
  }
  return { ...line, bottom: below() }
}

function ageText(year: number, { birth, locale }: TimelineSettings): string {
  const age = ageAt(birth, dayOf(year, 12, 31))
  return age === null ? '' : `${isRough(birth) ? '± ' : ''}${age} ${locale === 'nl' ? 'jr' : 'yr'}`
}

/** Events of collapsed lanes, by lane. */
function foldedOf(
  { dated, undated }: Pick<ReturnType<typeof sortEvents>, 'dated' | 'undated'>,
  isOpen: (laneId: string) => boolean,
): { laneId: string; ids: string[] }[] {
  const byLane = new Map<string, string[]>()
  for (const { event, laneId } of [...undated, ...dated]) {
    if (!isOpen(laneId)) byLane.set(laneId, [...(byLane.get(laneId) ?? []), event.id])
  }
  return [...byLane].map(([laneId, ids]) => ({ laneId, ids })).sort((a, b) => (a.laneId < b.laneId ? -1 : 1))
}
