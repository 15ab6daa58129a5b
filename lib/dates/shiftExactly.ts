import { boundsOf } from './bounds'
import { parseEdtf, writeEdtf } from './edtf'
import { datesIn, mapDates, moveDays, moveMonths, unitMonths } from './units'

/**
 * Moves a date by exactly so many months or days, marks and open ends kept. Null when it cannot be said that
 * exactly: a year does not move by three months, a month not by a day. Total.
 */
export function shiftExactly(edtf: string, count: number, unit: 'day' | 'month' | 'year'): string | null {
  const date = parseEdtf(edtf)
  if (!date || !Number.isInteger(count)) return null
  const months = unit === 'year' ? count * 12 : count
  const fits = datesIn(date).every((one) => {
    const own = unitMonths(one)
    return unit === 'day' ? own === 0 : own === 0 || months % own === 0
  })
  if (!fits) return null
  const moved = writeEdtf(
    mapDates(date, (one) => (unit === 'day' ? moveDays(one, count) : moveMonths(one, months))),
  )
  return boundsOf(moved, 0) ? moved : null
}
