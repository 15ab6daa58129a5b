import { boundsOf, dateOfDay, dayOf } from '@/lib/dates/bounds'
import type { Case } from '@/lib/case/schema'
import type { Day } from '@/lib/dates/types'

/** The last day of a year: what happened in it has happened by then. */
export const endOfYear = (year: number): Day => dayOf(year + 1, 1, 1) - 1

/**
 * The years from the first to the last date of a family, and this year: where a slider runs. `marked` are those in
 * which something begins, ascending. Null when no date is known.
 */
export function genogramYears(
  all: Case,
  today: Day,
): { first: number; last: number; marked: number[] } | null {
  const dates = [
    ...all.people.flatMap(({ birth, death }) => [birth.date, death?.date ?? null]),
    ...all.partnerships.flatMap(({ phases }) => Object.values(phases).map(({ date }) => date)),
    ...all.parentages.map(({ date }) => date),
    ...all.households.map(({ date }) => date),
    ...all.relations.map(({ date }) => date),
  ]
  const now = dateOfDay(today).year
  const marked = new Set<number>()
  for (const date of dates) {
    const bounds = date === null ? null : boundsOf(date, today)
    if (!bounds) continue
    const year = dateOfDay(bounds.startDay).year
    if (year <= now) marked.add(year)
    if (bounds.kind !== 'period' || bounds.openEnd) continue
    const end = dateOfDay(bounds.endDay - 1).year
    if (end <= now) marked.add(end)
  }
  if (marked.size === 0) return null
  const years = [...marked].sort((a, b) => a - b)
  return { first: years[0] ?? now, last: now, marked: years }
}
