import { dateOfDay, dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import { placeEras } from './eras'
import { layLanes, type LaidLane } from './layLanes'
import { inOrder } from './lanes'
import { AXIS_ROOM, CARD_GAP, CARD_H, CARD_W, ROW_GAP, SIDE_GAP, SIDE_LABEL_H, STEM_INSET } from './metrics'
import { layAlong } from './laneBand'
import { dayOfX, xOfDay } from './scale'
import { sortEvents, PLACES } from './sorted'
import { axisTicks } from './ticks'
import { timeScaleOf } from './timeScale'
import type {
  PlacedCard,
  TimelineEvent,
  TimelineLane,
  TimelineLayout,
  TimelineLoop,
  TimelineSettings,
} from './types'

/** What an empty line shows. */
const EMPTY_YEARS = 10
/** Dreams stand in columns of this many. */
const DREAM_ROWS = 3

/**
 * The timeline as a picture: total, and the same for every order of `events`, `lanes` and `loops`.
 *
 * Dated events stand on stems in order of date in their lane, undated ones (and dates that cannot be read) in a dock
 * at the left of their lane, dreams at the open end of the line, above it. An event whose lane is gone stands in the
 * first one below. Periods that are an era lie behind everything; events of a collapsed lane are counted on its line.
 */
export function layoutTimeline(
  events: readonly TimelineEvent[],
  lanes: readonly TimelineLane[],
  settings: TimelineSettings,
  loops: readonly TimelineLoop[] = [],
): TimelineLayout {
  const { today } = settings
  const { dated, eras, undated, dreams, lanes: lanesOf } = sortEvents(events, lanes, today)
  const all = [...dated, ...eras]
  const { scale, breaks } = timeScaleOf(
    all.map(({ bounds }) => bounds),
    settings,
  )
  const along = PLACES.flatMap((place) => lanesOf[place]).map((lane) =>
    layAlong(
      lane,
      dated.filter((one) => one.laneId === lane.id),
      scale,
    ),
  )
  const poles = along.flatMap(({ flags }) => flags.map(({ pole }) => pole))
  const from = firstDay(Math.min(...all.map(({ bounds }) => bounds.startDay)), today)
  const x0 = xOfDay(from, scale)
  const nowX = xOfDay(today, scale)
  const lastMark = all.reduce((most, { bounds }) => Math.max(most, xOfDay(bounds.endDay, scale)), nowX)
  const lastCard = poles.reduce((most, pole) => Math.max(most, pole - STEM_INSET + CARD_W), nowX)
  const laid = layLanes(along, {
    undated,
    loops,
    dockRight: x0 - STEM_INSET - SIDE_GAP,
    dreamRows: Math.min(dreams.length, DREAM_ROWS),
    unseenWord: settings.unseenWord ?? '',
  })
  const lastThing = laid.folded.reduce((most, { x, w }) => Math.max(most, x + w), lastCard)
  const dreaming = layDreams(dreams, lastThing + SIDE_GAP, laid.first.above.across.near)
  const x1 = dreaming.reduce((most, card) => Math.max(most, card.x + card.w), lastMark + AXIS_ROOM)
  const named = new Set(inOrder(lanes).map(({ id }) => id))
  const shown = laid.lanes.filter(({ placed }) => named.has(placed.id) || placed.count > 0)
  const labelX = Math.min(x0, ...laid.docks.map(({ x }) => x), ...laid.folded.map(({ x }) => x))
  const layout = {
    axis: {
      x0,
      x1,
      nowX,
      ticks: axisTicks(from, dayOfX(lastMark + AXIS_ROOM, scale), settings, scale, breaks),
    },
    cards: [...laid.stems, ...dreaming, ...laid.docked],
    marks: laid.marks,
    docks: laid.docks,
    bend: { above: laid.first.above.across.bend, below: laid.first.below.across.bend },
    lanes: shown.map(({ placed }) => placed),
    folded: laid.folded,
    breaks,
    roundabouts: laid.roundabouts,
    loops: laid.loops,
    scale,
    sideLabels: namesOf(shown, named, labelX),
  }
  const rest = boundsOfAll(layout)
  const bands = placeEras(eras, scale, rest.y, rest.y + rest.h)
  const top = Math.min(rest.y, ...bands.map(({ y }) => y))
  return { ...layout, eras: bands, bounds: { ...rest, y: top, h: rest.y + rest.h - top } }
}

/** First of January of the earliest year that anything may lie in. */
function firstDay(earliest: Day, today: Day): Day {
  if (earliest === Infinity) return dayOf(dateOfDay(today).year - EMPTY_YEARS, 1, 1)
  return dayOf(dateOfDay(Math.min(earliest, today)).year, 1, 1)
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

/** Names of the lanes, outside everything that lies in them. */
function namesOf(
  laid: readonly LaidLane[],
  named: ReadonlySet<string>,
  x: number,
): TimelineLayout['sideLabels'] {
  return laid
    .filter(({ placed }) => named.has(placed.id))
    .map(({ placed: { id, place }, labelY }) => ({ laneId: id, place, x, y: labelY }))
}

function boundsOfAll({
  axis,
  cards,
  docks,
  folded,
  sideLabels,
}: Omit<TimelineLayout, 'bounds' | 'eras'>): TimelineLayout['bounds'] {
  const boxes = [
    { x: axis.x0, y: 0, w: axis.x1 - axis.x0, h: 0 },
    ...cards,
    ...docks,
    ...folded,
    ...sideLabels.map(({ x, y }) => ({ x, y: y - SIDE_LABEL_H, w: CARD_W, h: SIDE_LABEL_H + 6 })),
  ]
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const w = Math.max(...boxes.map((box) => box.x + box.w)) - x
  const h = Math.max(...boxes.map((box) => box.y + box.h)) - y
  return { x, y, w, h }
}
