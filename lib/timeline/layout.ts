import { boundsOf, dateOfDay, dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { dockOf } from './dock'
import { byText, inOrder } from './lanes'
import type { DatedEvent } from './marks'
import {
  AXIS_ROOM,
  BEND_END,
  CARD_GAP,
  CARD_H,
  CARD_W,
  ROW_GAP,
  SIDE_GAP,
  SIDE_LABEL_GAP,
  SIDE_LABEL_H,
  STEM_INSET,
} from './metrics'
import { xOfDay, dayOfX } from './scale'
import { laySide, type LaidSide, type Place } from './side'
import { axisTicks } from './ticks'
import type { PlacedCard, TimelineEvent, TimelineLane, TimelineLayout, TimelineSettings } from './types'

const PLACES: readonly Place[] = ['above', 'below']
/** What an empty line shows. */
const EMPTY_YEARS = 10
/** Dreams stand in columns of this many. */
const DREAM_ROWS = 3

/**
 * The timeline as a picture: total, and the same for every order of `events` and `lanes`.
 *
 * Dated events stand on stems in order of date, undated ones (and dates that cannot be read) in a dock to the
 * left of their side, dreams at the open end of the line, above it. An event whose lane is gone stands below.
 */
export function layoutTimeline(
  events: readonly TimelineEvent[],
  lanes: readonly TimelineLane[],
  settings: TimelineSettings,
): TimelineLayout {
  const { today, pxPerYear } = settings
  const { dated, undated, dreams } = sorted(events, lanes, today)
  const side = (place: Place) =>
    laySide(
      dated.filter((one) => one.place === place),
      place,
      pxPerYear,
    )
  const sides: Record<Place, LaidSide> = { above: side('above'), below: side('below') }
  const stems = [...sides.above.cards, ...sides.below.cards]

  const from = firstDay(dated, today)
  const x0 = xOfDay(from, pxPerYear)
  const nowX = xOfDay(today, pxPerYear)
  const lastMark = dated.reduce((most, { bounds }) => Math.max(most, xOfDay(bounds.endDay, pxPerYear)), nowX)
  const lastCard = stems.reduce((most, card) => Math.max(most, card.x + card.w), nowX)
  const dreaming = layDreams(dreams, lastCard + SIDE_GAP, sides.above.near)
  const x1 = dreaming.reduce((most, card) => Math.max(most, card.x + card.w), lastMark + AXIS_ROOM)

  const left = x0 - STEM_INSET - SIDE_GAP
  const docks = PLACES.flatMap((place) => {
    const ids = undated.filter((one) => one.place === place).map((one) => one.event.id)
    return dockOf(ids, place, left, sides[place].near) ?? []
  })
  const cards = [...stems, ...dreaming, ...docks.flatMap((dock) => dock.cards)]
  const sideLabels = labelsOf(lanes, cards, sides, Math.min(x0, ...docks.map(({ dock }) => dock.x)))
  const layout = {
    axis: { x0, x1, nowX, ticks: axisTicks(from, dayOfX(lastMark + AXIS_ROOM, pxPerYear), settings) },
    cards,
    marks: [...sides.above.marks, ...sides.below.marks],
    docks: docks.map(({ dock }) => dock),
    bend: { above: bendOf(sides.above), below: bendOf(sides.below) },
    lanes: [],
    eras: [],
    breaks: [],
    roundabouts: [],
    loops: [],
    scale: { pxPerYear, knots: [] },
    sideLabels,
  }
  return { ...layout, bounds: boundsOfAll(layout) }
}

/** Every event with its side, each kind in its order. */
function sorted(events: readonly TimelineEvent[], lanes: readonly TimelineLane[], today: Day) {
  const placeOf = new Map(lanes.map((lane) => [lane.id, lane.place]))
  const dated: DatedEvent[] = []
  const undated: { event: TimelineEvent; place: Place }[] = []
  const dreams: TimelineEvent[] = []
  for (const event of [...events].sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))) {
    const place = placeOf.get(event.side) ?? 'below'
    const bounds = event.date === null ? null : boundsOf(event.date, today)
    if (event.kind === 'dream') dreams.push(event)
    else if (bounds) dated.push({ event, bounds, place })
    else undated.push({ event, place })
  }
  // Sorting is stable, so equal dates stay in the order of their keys.
  dated.sort((a, b) => a.bounds.startDay - b.bounds.startDay)
  return { dated, undated, dreams }
}

/** First of January of the earliest year that anything may lie in. */
function firstDay(dated: readonly DatedEvent[], today: Day): Day {
  const first = dated[0]
  if (!first) return dayOf(dateOfDay(today).year - EMPTY_YEARS, 1, 1)
  return dayOf(dateOfDay(Math.min(first.bounds.startDay, today)).year, 1, 1)
}

function layDreams(dreams: readonly TimelineEvent[], x: number, near: number): PlacedCard[] {
  return dreams.map(({ id }, i) => ({
    id,
    x: x + Math.floor(i / DREAM_ROWS) * (CARD_W + CARD_GAP),
    y: -near - CARD_H - (i % DREAM_ROWS) * (CARD_H + ROW_GAP),
    w: CARD_W,
    h: CARD_H,
    place: 'above',
    laneId: '',
    baseY: 0,
    stemX: null,
    poleX: null,
  }))
}

function bendOf({ bendFrom, near }: LaidSide): { from: number; to: number } {
  return { from: bendFrom, to: near - BEND_END }
}

/** Names of the sides, outside everything that lies on them; several lanes of one side stand in a pile. */
function labelsOf(
  lanes: readonly TimelineLane[],
  cards: readonly PlacedCard[],
  sides: Record<Place, LaidSide>,
  x: number,
): TimelineLayout['sideLabels'] {
  return PLACES.flatMap((place) => {
    const own = inOrder(lanes).filter((lane) => lane.place === place)
    const far = cards
      .filter((card) => card.place === place)
      .reduce((most, card) => Math.max(most, place === 'above' ? -card.y : card.y + card.h), sides[place].far)
    return own.map((lane, i) => {
      const up = far + SIDE_LABEL_GAP + (own.length - 1 - i) * SIDE_LABEL_H
      const down = far + SIDE_LABEL_GAP + SIDE_LABEL_H + i * SIDE_LABEL_H
      return { laneId: lane.id, place, x, y: place === 'above' ? -up : down }
    })
  })
}

function boundsOfAll({
  axis,
  cards,
  docks,
  sideLabels,
}: Omit<TimelineLayout, 'bounds'>): TimelineLayout['bounds'] {
  const boxes = [
    { x: axis.x0, y: 0, w: axis.x1 - axis.x0, h: 0 },
    ...cards,
    ...docks,
    ...sideLabels.map(({ x, y }) => ({ x, y: y - SIDE_LABEL_H, w: CARD_W, h: SIDE_LABEL_H + 6 })),
  ]
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x
  const h = Math.max(...boxes.map((box) => box.y + box.h)) - y
  return { x, y, w, h }
}
