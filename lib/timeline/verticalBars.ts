import type { Day } from '@/lib/dates/types'
import type { DatedEvent } from './marks'
import { VERTICAL, type Columns } from './verticalColumns'
import type { LaidLine, PlacedVerticalMark, VerticalLayout } from './verticalTypes'

/** From the middle of the line to the first track of bars, and the room for all tracks of a side. */
const TRACK_FROM = 4
const TRACK_ROOM = 14
const BAR_W = 5
const MIN_BAR_H = 10
/** Past the last event a period that goes on is drawn this much further. */
const TAIL = 16

/**
 * Dates along the line. Bars lie beside it on the side of their event, those that overlap in tracks of their own; where
 * there are more than fit, tracks lie closer together.
 */
export function verticalBars(
  dated: readonly DatedEvent[],
  eras: readonly DatedEvent[],
  line: LaidLine,
  columns: Columns,
): { bars: PlacedVerticalMark[]; eras: VerticalLayout['eras']; yOf: (day: Day) => number } {
  const yOf = yOfDay(line)
  const ends = { left: [] as number[], right: [] as number[] }
  const tracked = dated.map((one) => {
    const { event, bounds, place, laneId } = one
    const side = columns.sideOf(place)
    const y = line.markYs.get(event.id) ?? 0
    const dot = bounds.kind === 'point' && bounds.precision === 'day' && !bounds.approximate
    const h = dot ? 0 : Math.max(MIN_BAR_H, yOf(bounds.endDay) - y)
    const found = ends[side].findIndex((end) => end <= y)
    const track = dot ? -1 : found === -1 ? ends[side].length : found
    if (!dot) ends[side][track] = y + h + 4
    return { event, bounds, laneId, side, y, h, dot, track }
  })
  const bars = tracked.map(({ event, bounds, laneId, side, y, h, dot, track }): PlacedVerticalMark => {
    const pitch = Math.min(BAR_W + 2, TRACK_ROOM / Math.max(1, ends[side].length - 1))
    const out = TRACK_FROM + track * pitch
    return {
      id: event.id,
      laneId,
      side,
      form: dot ? 'dot' : 'bar',
      x: dot ? columns.axisX : columns.axisX + (side === 'left' ? -out - BAR_W : out),
      y,
      w: dot ? 0 : BAR_W,
      h,
      approximate: bounds.approximate,
      uncertain: bounds.uncertain,
      openStart: bounds.openStart,
      openEnd: bounds.openEnd,
      gap: event.kind === 'gap',
    }
  })
  const bands = eras.map(({ event, bounds }) => {
    const y = line.eraLabels.get(event.id) ?? 0
    return {
      id: event.id,
      y,
      h: Math.max(VERTICAL.eraH, yOf(bounds.endDay) - y),
      labelY: y + VERTICAL.eraH - 8,
      labelH: VERTICAL.eraH,
      softStart: bounds.approximate || bounds.openStart,
      softEnd: bounds.approximate || bounds.openEnd,
      uncertain: bounds.uncertain,
    }
  })
  return { bars, eras: bands, yOf }
}

/** Where a day lies: between two that are marked in proportion, after the last a little further, never past the end. */
function yOfDay({ knots, bottom }: LaidLine): (day: Day) => number {
  return (day) => {
    const i = knots.findIndex((knot) => knot.day > day)
    const after = knots[i]
    const before = i === -1 ? knots.at(-1) : knots[i - 1]
    if (!before) return after?.y ?? bottom
    if (!after) return day > before.day ? Math.min(bottom, before.y + TAIL) : before.y
    return before.y + ((day - before.day) / (after.day - before.day)) * (after.y - before.y)
  }
}
