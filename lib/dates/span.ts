import { dayOf, daysInMonth } from './calendar'
import type { EdtfDate } from './edtf-types'
import type { Day, Precision } from './types'

/** The days that a date covers, without any widening; `endDay` is exclusive. */
export interface Span {
  startDay: Day
  endDay: Day
  precision: Precision
}

/**
 * Parts of a year by their EDTF code: first month and length in months. The seasons are the Dutch
 * (meteorological) ones. Winter begins in December, so winter 2015 is December 2015 to February 2016.
 */
export const YEAR_PARTS: ReadonlyMap<string, { month: number; months: number }> = new Map([
  ['21', { month: 3, months: 3 }],
  ['22', { month: 6, months: 3 }],
  ['23', { month: 9, months: 3 }],
  ['24', { month: 12, months: 3 }],
  ['33', { month: 1, months: 3 }],
  ['34', { month: 4, months: 3 }],
  ['35', { month: 7, months: 3 }],
  ['36', { month: 10, months: 3 }],
  ['40', { month: 1, months: 6 }],
  ['41', { month: 7, months: 6 }],
])

/** The days of a date, or null when there is no such day (2015-02-30). */
export function spanOf(date: EdtfDate): Span | null {
  const years = yearsOf(date.year.digits)
  const precision = precisionOf(date)
  const part = date.month ? YEAR_PARTS.get(date.month.digits) : undefined
  if (part) {
    return {
      startDay: dayOf(years.first, part.month, 1),
      endDay: dayOf(years.last, part.month + part.months, 1),
      precision,
    }
  }
  const months = matching(date.month?.digits ?? 'XX', 1, 12)
  const days = date.day?.digits ?? 'XX'
  const startDay = firstDay(years, months, days)
  const lastDay = startDay === null ? null : finalDay(years, months, days)
  return startDay === null || lastDay === null ? null : { startDay, endDay: lastDay + 1, precision }
}

function precisionOf({ year, month, day }: EdtfDate): Precision {
  const unknownYears = year.digits.split('X').length - 1
  if (unknownYears > 1) return 'century'
  if (unknownYears === 1) return 'decade'
  if (!month || month.digits.includes('X')) return 'year'
  if (YEAR_PARTS.has(month.digits)) return 'season'
  return !day || day.digits.includes('X') ? 'month' : 'day'
}

function yearsOf(digits: string): { first: number; last: number } {
  const low = Number(digits.replaceAll('X', '0'))
  const high = Number(digits.replaceAll('X', '9'))
  return { first: Math.min(low, high), last: Math.max(low, high) }
}

/** The numbers from `low` to `high` that two characters can stand for. */
function matching(digits: string, low: number, high: number): number[] {
  const found: number[] = []
  for (let n = low; n <= high; n++) {
    const written = String(n).padStart(2, '0')
    if (fits(digits[0], written[0]) && fits(digits[1], written[1])) found.push(n)
  }
  return found
}

const fits = (pattern: string | undefined, digit: string | undefined) => pattern === 'X' || pattern === digit

interface Years {
  first: number
  last: number
}

function firstDay(years: Years, months: number[], days: string): Day | null {
  for (let year = years.first; year <= years.last; year++) {
    for (const month of months) {
      const day = matching(days, 1, daysInMonth(year, month))[0]
      if (day !== undefined) return dayOf(year, month, day)
    }
  }
  return null
}

function finalDay(years: Years, months: number[], days: string): Day | null {
  for (let year = years.last; year >= years.first; year--) {
    for (const month of months.toReversed()) {
      const day = matching(days, 1, daysInMonth(year, month)).at(-1)
      if (day !== undefined) return dayOf(year, month, day)
    }
  }
  return null
}
