import type { Day } from './types'

/** A day of the Gregorian calendar; `month` 1-12, `day` 1-31, year 0 is 1 BC. */
export interface CalendarDate {
  year: number
  month: number
  day: number
}

const DAYS_PER_ERA = 146_097

/**
 * The day number of a date; 1970-01-01 is 0. Months and days outside their range carry over (month 13 is
 * January of the next year). Not `Date.UTC`: that reads the years 0-99 as 1900-1999.
 */
export function dayOf(year: number, month: number, day: number): Day {
  // Years are counted from March, so that the leap day is the last day of its year.
  const months = year * 12 + month - 3
  const y = Math.floor(months / 12)
  const m = months - y * 12
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * m + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

/** The date of a day number; inverse of `dayOf`. */
export function dateOfDay(day: Day): CalendarDate {
  const z = Math.floor(day) + 719_468
  const era = Math.floor(z / DAYS_PER_ERA)
  const dayOfEra = z - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** How many days a month (1-12) has. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}
