import { boundsOf } from './bounds'
import { parseEdtf, writeEdtf } from './edtf'
import { spanOf } from './span'
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

/** How far a date went, in whole days, months or years of its own unit. */
interface Shift {
  count: number
  unit: 'day' | 'month' | 'year'
  later: boolean
}

/** How far `shiftDate` moved a date; null when it did not. */
export function shiftLength(from: string, to: string): Shift | null {
  const [before, after] = [parseEdtf(from), parseEdtf(to)]
  const [first, moved] = [before && datesIn(before)[0], after && datesIn(after)[0]]
  const days = ((moved && spanOf(moved)?.startDay) ?? 0) - ((first && spanOf(first)?.startDay) ?? 0)
  if (!before || !first || !moved || days === 0) return null
  const later = days > 0
  const own = Math.max(...datesIn(before).map(unitMonths))
  if (own === 0) return { count: Math.abs(days), unit: 'day', later }
  const months = Math.round(Math.abs(days) / DAYS_PER_MONTH)
  return months % 12 === 0
    ? { count: months / 12, unit: 'year', later }
    : { count: months, unit: 'month', later }
}
