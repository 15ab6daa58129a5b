import { boundsOf } from './bounds'
import { parseEdtf, writeEdtf } from './edtf'
import { datesIn, mapDates, moveDays, moveMonths, unitMonths } from './units'

const DAYS_PER_MONTH = 30.436_875

/**
 * Moves a date by about so many days, in its own unit: a year by whole years, a season by seasons, a day by
 * days. Marks (`~`, `?`) and open ends stay as they are. The ends of a period or set move together, by the
 * coarser unit of both. Total: the text itself comes back when it is no date, when `days` is less than half a
 * unit, or when there would be no date that can be drawn.
 */
export function shiftDate(edtf: string, days: number): string {
  const date = parseEdtf(edtf)
  if (!date || !Number.isFinite(days)) return edtf
  const months = Math.max(...datesIn(date).map(unitMonths))
  const units = Math.round(days / (months === 0 ? 1 : months * DAYS_PER_MONTH))
  if (units === 0) return edtf
  const moved = writeEdtf(
    mapDates(date, (one) => (months === 0 ? moveDays(one, units) : moveMonths(one, units * months))),
  )
  return boundsOf(moved, 0) ? moved : edtf
}
