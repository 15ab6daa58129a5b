import type { DateBounds, Day } from '@/lib/dates/types'
import { DAYS_PER_YEAR } from './scale'

/** A stretch is long when it takes more than this part of the whole line, and more than a year. */
const LONG_SHARE = 0.25

/** A long stretch in which nothing is known to have been: [fromDay, toDay). */
export interface EmptyStretch {
  fromDay: Day
  toDay: Day
  /** Whole years, rounded; at least 1. */
  years: number
}

/**
 * The long empty stretches between the first moment and the last (today is one), in order. A stretch is empty when
 * no date can lie in it and no period goes on in it. There are never more than three.
 */
export function emptyStretches(all: readonly DateBounds[], today: Day): EmptyStretch[] {
  const filled = [
    ...all.map(({ startDay, endDay }) => ({ startDay, endDay })),
    { startDay: today, endDay: today + 1 },
  ]
  filled.sort((a, b) => a.startDay - b.startDay)
  const first = filled[0]?.startDay ?? today
  const last = filled.reduce((most, { endDay }) => Math.max(most, endDay), today)
  const long = Math.max((last - first) * LONG_SHARE, DAYS_PER_YEAR)
  const stretches: EmptyStretch[] = []
  let filledTo = first
  for (const { startDay, endDay } of filled) {
    if (startDay - filledTo > long) {
      const years = Math.max(1, Math.round((startDay - filledTo) / DAYS_PER_YEAR))
      stretches.push({ fromDay: filledTo, toDay: startDay, years })
    }
    filledTo = Math.max(filledTo, endDay)
  }
  return stretches
}
