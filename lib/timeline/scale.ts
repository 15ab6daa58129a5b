import { dayOf } from '@/lib/dates/bounds'
import type { Day } from '@/lib/dates/types'

const DAYS_PER_YEAR = 365.2425
/** x = 0. Fixed, so that drawing attached to the page stays where it is when earlier events are added. */
const ORIGIN: Day = dayOf(2000, 1, 1)

export function xOfDay(day: Day, pxPerYear: number): number {
  return ((day - ORIGIN) * pxPerYear) / DAYS_PER_YEAR
}

/** The whole day in which x lies. */
export function dayOfX(x: number, pxPerYear: number): Day {
  // A hair is added because the way there and back through fractions may end just before midnight.
  return ORIGIN + Math.floor((x * DAYS_PER_YEAR) / pxPerYear + 1e-6)
}
