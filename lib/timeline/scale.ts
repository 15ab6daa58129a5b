import { dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'
import type { TimeScale } from './types'

export const DAYS_PER_YEAR = 365.2425
/** x = 0. Fixed, so that drawing attached to the page stays where it is when earlier events are added. */
export const ORIGIN: Day = dayOf(2000, 1, 1)
/** A hair of a day: the way there and back through fractions may end just before midnight. */
const HAIR = 1e-5

/** Every year equally wide. */
export function linearScale(pxPerYear: number): TimeScale {
  return { pxPerYear, knots: [] }
}

export function xOfDay(day: Day, { pxPerYear, knots }: TimeScale): number {
  const i = countUpTo(knots, (knot) => knot.day <= day)
  const [before, after] = [knots[i - 1], knots[i]]
  if (before && after) {
    return before.x + ((day - before.day) / (after.day - before.day)) * (after.x - before.x)
  }
  const from = before ?? after ?? { day: ORIGIN, x: 0 }
  return from.x + ((day - from.day) * pxPerYear) / DAYS_PER_YEAR
}

/** The whole day in which x lies. */
export function dayOfX(x: number, { pxPerYear, knots }: TimeScale): Day {
  const i = countUpTo(knots, (knot) => knot.x <= x)
  const [before, after] = [knots[i - 1], knots[i]]
  if (before && after) {
    const days = ((x - before.x) / (after.x - before.x)) * (after.day - before.day)
    return Math.floor(before.day + days + HAIR)
  }
  const from = before ?? after ?? { day: ORIGIN, x: 0 }
  return from.day + Math.floor(((x - from.x) * DAYS_PER_YEAR) / pxPerYear + HAIR)
}

/** How many days a date moves that is dragged `dx` to the right from `x`. */
export function daysMoved(x: number, dx: number, scale: TimeScale): number {
  if (scale.knots.length === 0) return Math.round((dx / scale.pxPerYear) * DAYS_PER_YEAR)
  // Half-way into a day counts as that day, so that a drag of nothing is nothing.
  return dayOfX(x + dx, scale) - dayOfX(x, scale)
}

/** How many years a page unit is worth between two days, as px per year. */
export function densityOf(from: Day, to: Day, scale: TimeScale): number {
  return ((xOfDay(to, scale) - xOfDay(from, scale)) / (to - from)) * DAYS_PER_YEAR
}

/** How many of the first of an ascending row fulfil `is`; by halving. */
export function countUpTo<T>(row: readonly T[], is: (one: T) => boolean): number {
  let [low, high] = [0, row.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (is(row[mid] as T)) low = mid + 1
    else high = mid
  }
  return low
}
