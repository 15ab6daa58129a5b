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
