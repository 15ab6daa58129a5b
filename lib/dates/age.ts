import { dateOfDay } from './calendar'
import { parseEdtf } from './edtf'
import { spanOf } from './span'
import type { Day } from './types'

/**
 * The age in whole years on a day. Of whom only the year of birth is known, the age that they reach in that
 * year; of whom the month or season is known, the age that they reach in that month. Null when the birth is
 * not known to the year, and before it.
 */
export function ageAt(birth: string | null, day: Day): number | null {
  const date = birth === null ? null : parseEdtf(birth)
  const span = date?.type === 'date' ? spanOf(date) : null
  if (!span || span.precision === 'decade' || span.precision === 'century') return null
  const born = dateOfDay(span.startDay)
  const now = dateOfDay(day)
  const beforeMonth = now.month < born.month
  const beforeDay = span.precision === 'day' && now.month === born.month && now.day < born.day
  const age = now.year - born.year - (beforeMonth || beforeDay ? 1 : 0)
  return age < 0 ? null : age
}

/** Whether a birth is an estimate or in doubt, so that every age counted from it is too. */
export function isRough(birth: string | null): boolean {
  const date = birth === null ? null : parseEdtf(birth)
  if (date?.type !== 'date') return false
  return [date.year, date.month, date.day].some((part) => part !== null && part.mark !== '')
}

/** The age today, and whether it can be a year off: the birth is rough, or not known to the day. Null as `ageAt`. */
export function ageToday(birth: string | null, today: Day): { years: number; about: boolean } | null {
  const years = ageAt(birth, today)
  const date = birth === null ? null : parseEdtf(birth)
  if (years === null || date?.type !== 'date') return null
  return { years, about: isRough(birth) || spanOf(date)?.precision !== 'day' }
}
