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
 * Parts of a year by their EDTF code: first month and length in months. EDTF leaves open which months a season
 * has; these are ours, the Dutch (meteorological) ones, and for the southern half of the world (29-32) half a year
 * off. What begins in December runs into the next year: winter 2015 is December 2015 to February 2016.
 */
export const YEAR_PARTS: ReadonlyMap<string, { month: number; months: number }> = new Map([
  ...quarters(['21', '22', '23', '24'], 3),
  ...quarters(['25', '26', '27', '28'], 3),
  ...quarters(['31', '32', '29', '30'], 3),
  ...quarters(['33', '34', '35', '36'], 1),
  ['37', { month: 1, months: 4 }],
  ['38', { month: 5, months: 4 }],
  ['39', { month: 9, months: 4 }],
  ['40', { month: 1, months: 6 }],
  ['41', { month: 7, months: 6 }],
])

function quarters(codes: string[], first: number): [string, { month: number; months: number }][] {
  return codes.map((code, i) => [code, { month: first + 3 * i, months: 3 }])
}

/** How many digits of a year, from the first `X` on, are not known. */
export function unknownDigits(year: string): number {
  const at = year.indexOf('X')
  return at === -1 ? 0 : year.length - at
}

/** The days of a date, or null when there is no such day (2015-02-30). */
export function spanOf(date: EdtfDate): Span | null {
  const years = yearsOf(date)
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
  // A leap year has every day there is: what it lacks, thousands of years lack too.
  if (!months.some((month) => matching(days, 1, daysInMonth(2000, month)).length > 0)) return null
  const startDay = firstDay(years, months, days)
  const lastDay = startDay === null ? null : finalDay(years, months, days)
  return startDay === null || lastDay === null ? null : { startDay, endDay: lastDay + 1, precision }
}

function precisionOf({ year, significant, month, day }: EdtfDate): Precision {
  const left = significant === undefined ? 0 : year.digits.replace('-', '').length - significant
  const unknownYears = Math.max(left, unknownDigits(year.digits))
  if (unknownYears > 1) return 'century'
  if (unknownYears === 1) return 'decade'
  if (!month || month.digits.includes('X')) return 'year'
  if (YEAR_PARTS.has(month.digits)) return 'season'
  return !day || day.digits.includes('X') ? 'month' : 'day'
}

function yearsOf({
  year: { digits },
  significant,
}: {
  year: { digits: string }
  significant?: number
}): Years {
  if (significant !== undefined) {
    const kept = digits.startsWith('-') ? significant + 1 : significant
    return yearsOf({ year: { digits: digits.slice(0, kept).padEnd(digits.length, 'X') } })
  }
  const low = Number(digits.replaceAll('X', '0'))
  const high = Number(digits.replaceAll('X', '9'))
  return { first: Math.min(low, high), last: Math.max(low, high), digits }
}

/** Whether a year can be written with these digits. */
function isYear(year: number, { digits }: Years): boolean {
  if (!digits.includes('X')) return true
  const written = String(Math.abs(year)).padStart(4, '0')
  return digits
    .replace('-', '')
    .split('')
    .every((pattern, i) => fits(pattern, written[i]))
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
  digits: string
}

function firstDay(years: Years, months: number[], days: string): Day | null {
  for (let year = years.first; year <= years.last; year++) {
    if (!isYear(year, years)) continue
    for (const month of months) {
      const day = matching(days, 1, daysInMonth(year, month))[0]
      if (day !== undefined) return dayOf(year, month, day)
    }
  }
  return null
}

function finalDay(years: Years, months: number[], days: string): Day | null {
  for (let year = years.last; year >= years.first; year--) {
    if (!isYear(year, years)) continue
    for (const month of months.toReversed()) {
      const day = matching(days, 1, daysInMonth(year, month)).at(-1)
      if (day !== undefined) return dayOf(year, month, day)
    }
  }
  return null
}
