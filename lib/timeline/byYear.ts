import { sortedEvents } from '@/lib/case/queries'
import type { CaseEvent } from '@/lib/case/schema'
import { boundsOf, dateOfDay } from '@/lib/dates/bounds'
import type { DateBounds, Day } from '@/lib/dates/types'

/** Moments of one year, in order of date; of no year when nobody knows. */
export interface YearOfMoments {
  year: number | null
  events: readonly CaseEvent[]
}

/** The moments of a case as a list is read: by the year that people mean, undated ones last; each is there once. */
export function eventsByYear(events: readonly CaseEvent[], today: Day): YearOfMoments[] {
  const years = new Map<number | null, CaseEvent[]>()
  for (const event of sortedEvents(events, today)) {
    const bounds = event.date === null ? null : boundsOf(event.date, today)
    const year = bounds ? dateOfDay(yearDay(bounds)).year : null
    years.set(year, [...(years.get(year) ?? []), event])
  }
  return [...years]
    .map(([year, inYear]) => ({ year, events: inYear }))
    .sort((a, b) => Math.sign((a.year ?? Infinity) - (b.year ?? Infinity)) || 0)
}

/** A day in the year that people mean: "± 2014" is drawn from the middle of 2013 on and belongs to 2014. */
function yearDay({ kind, startDay, endDay, approximate }: DateBounds): Day {
  if (kind !== 'period') return Math.floor((startDay + endDay) / 2)
  return approximate ? startDay + HALF_YEAR_DAYS : startDay
}

const HALF_YEAR_DAYS = 184
