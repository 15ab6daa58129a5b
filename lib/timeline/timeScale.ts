import type { DateBounds, Day } from '@/lib/dates/types'
import { emptyStretches } from './empty'
import { BREAK_MARGIN, BREAK_W } from './metrics'
import { DAYS_PER_YEAR, linearScale, ORIGIN, xOfDay } from './scale'
import type { PlacedBreak, TimelineSettings, TimeScale } from './types'

/**
 * Where days stand, for these dates.
 *
 * - `linear`: the dates do not matter, so an event that is added moves no day.
 * - `compressed`: as linear, but a long empty stretch is BREAK_W wide. An event moves days only by making, ending or
 *   changing such a stretch; then what lies beyond it, seen from 2000, moves as one.
 * - `even`: every different first day takes one step, as wide as a year; today is one of them. An event with a new
 *   first day moves what lies beyond it, seen from 2000, outward by one step, and nothing else.
 */
export function timeScaleOf(
  dates: readonly DateBounds[],
  settings: Pick<TimelineSettings, 'today' | 'pxPerYear' | 'scale'>,
): { scale: TimeScale; breaks: PlacedBreak[] } {
  const { today, pxPerYear, scale = 'linear' } = settings
  if (scale === 'compressed') return compressed(dates, today, pxPerYear)
  const knots = scale === 'even' && dates.length > 0 ? evenKnots(dates, today, pxPerYear) : []
  return { scale: { pxPerYear, knots }, breaks: [] }
}

function evenKnots(dates: readonly DateBounds[], today: Day, step: number): TimeScale['knots'] {
  const days = [...new Set([...dates.map(({ startDay }) => startDay), today])].sort((a, b) => a - b)
  const before = days.filter((day) => day < ORIGIN).length
  return days.map((day, i) => ({ day, x: (i - before) * step }))
}

function compressed(
  dates: readonly DateBounds[],
  today: Day,
  pxPerYear: number,
): { scale: TimeScale; breaks: PlacedBreak[] } {
  const plain = linearScale(pxPerYear)
  // Some time stays on both sides, so that nobody's date touches the break.
  const margin = Math.ceil((BREAK_MARGIN * DAYS_PER_YEAR) / pxPerYear)
  const cuts = emptyStretches(dates, today).flatMap((stretch) => {
    const [from, to] = [stretch.fromDay + margin, stretch.toDay - margin]
    const saved = to > from ? xOfDay(to, plain) - xOfDay(from, plain) - BREAK_W : 0
    return saved > 0 ? [{ stretch, from, to, saved }] : []
  })
  // What begins before 2000 is shortened at its left, so that the days after it stay where they are.
  const early = cuts.filter(({ to }) => to <= ORIGIN).reduce((sum, { saved }) => sum + saved, 0)
  let shift = early
  const breaks: PlacedBreak[] = []
  const knots = cuts.flatMap(({ stretch, from, to, saved }) => {
    const start = { day: from, x: xOfDay(from, plain) + shift }
    shift -= saved
    const end = { day: to, x: start.x + BREAK_W }
    breaks.push({ x: start.x + BREAK_W / 2, w: BREAK_W, ...stretch })
    return [start, end]
  })
  return { scale: { pxPerYear, knots }, breaks }
}
