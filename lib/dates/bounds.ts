import { dateOfDay, dayOf } from './calendar'
import { parseEdtf } from './edtf'
import type { EdtfDate, EdtfEnd, EdtfRange } from './edtf-types'
import { spanOf, type Span } from './span'
import type { DateBounds, Day, Precision } from './types'

export { dateOfDay, dayOf }

const COARSER: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century']
/** Beyond these years there is no timeline of people; drawing there would only cost time. */
const MAX_YEAR = 9_999

/**
 * What a date means for drawing. Total: null when `edtf` is not a date (see `parseEdtf`) or lies outside the
 * years -9999 to 9999. `startDay < endDay` always.
 *
 * The bounds are those of the specification, but for two rules of our own: the first below, and the months of the
 * seasons (see `YEAR_PARTS`).
 *
 * - Half a unit is added on both sides of what is approximate (half a year around a year; shorter units half
 *   their days, rounded up).
 * - What is estimated within digits that are meant (`1950S2`) lies somewhere in 1900-1999.
 * - Where nothing is known on a side, the bounds reach one unit beyond the named date: `[..2015]` is 2014 and
 *   2015, `[2015..]` is 2015 and 2016. (EDTF counts the named year in.)
 * - A period that goes on (`2015/..`) ends today, or with its own first unit when it has yet to begin.
 */
export function boundsOf(edtf: string, today: Day): DateBounds | null {
  if (today !== knownFor || known.size >= MAX_KNOWN) {
    known.clear()
    knownFor = today
  }
  const there = known.get(edtf)
  if (there !== undefined) return there
  const bounds = computed(edtf, today)
  known.set(edtf, bounds)
  return bounds
}

/** Every drawing asks for every date of the case, some of them several times: what is known is kept for the day. */
const known = new Map<string, DateBounds | null>()
const MAX_KNOWN = 10_000
let knownFor: Day = NaN

function computed(edtf: string, today: Day): DateBounds | null {
  const date = parseEdtf(edtf)
  if (!date) return null
  if (date.type === 'date') return drawable(pointOf(date))
  if (date.type === 'interval') return drawable(periodOf(date.start, date.end, today))
  return drawable(joined(date.items.map(itemOf), 'within'))
}

function drawable(bounds: DateBounds | null): DateBounds | null {
  if (!bounds) return null
  const outside = bounds.startDay < dayOf(-MAX_YEAR, 1, 1) || bounds.endDay > dayOf(MAX_YEAR + 1, 1, 1)
  return outside ? null : bounds
}

function pointOf(date: EdtfDate): DateBounds | null {
  const span = spanOf(date)
  if (!span) return null
  // All years at once is no place on a line.
  if (!/\d/.test(date.year.digits)) return null
  const marks = [date.year, date.month, date.day].map((part) => part?.mark ?? '').join('')
  const approximate = /[~%]/.test(marks) || date.significant !== undefined
  const { startDay, endDay } = /[~%]/.test(marks) ? widened(span) : span
  return {
    startDay,
    endDay,
    kind: 'point',
    precision: span.precision,
    approximate,
    uncertain: /[?%]/.test(marks),
    openStart: false,
    openEnd: false,
  }
}

/** How many months a unit of a year or more has; 0 for shorter ones, which are measured in days. */
function unitMonths(precision: Precision): number {
  if (precision === 'century') return 1_200
  if (precision === 'decade') return 120
  return precision === 'year' ? 12 : 0
}

export function addMonths(day: Day, months: number): Day {
  const date = dateOfDay(day)
  return dayOf(date.year, date.month + months, date.day)
}

function widened({ startDay, endDay, precision }: Span): { startDay: Day; endDay: Day } {
  const months = unitMonths(precision) / 2
  if (months > 0) return { startDay: addMonths(startDay, -months), endDay: addMonths(endDay, months) }
  const days = Math.ceil((endDay - startDay) / 2)
  return { startDay: startDay - days, endDay: endDay + days }
}

function unitBefore(bounds: DateBounds): Day {
  const months = unitMonths(bounds.precision)
  return months > 0
    ? addMonths(bounds.startDay, -months)
    : bounds.startDay - (bounds.endDay - bounds.startDay)
}

function unitAfter(bounds: DateBounds): Day {
  const months = unitMonths(bounds.precision)
  return months > 0 ? addMonths(bounds.endDay, months) : bounds.endDay + (bounds.endDay - bounds.startDay)
}

function periodOf(start: EdtfEnd, end: EdtfEnd, today: Day): DateBounds | null {
  const first = start.type === 'date' ? pointOf(start) : null
  const last = end.type === 'date' ? pointOf(end) : null
  if ((start.type === 'date' && !first) || (end.type === 'date' && !last)) return null
  if (first && last) return joined([first, last], 'period')
  if (last) return { ...last, kind: 'period', startDay: unitBefore(last), openStart: true }
  if (!first) return null
  const endDay = end.type === 'unknown' ? unitAfter(first) : Math.floor(today)
  return {
    ...first,
    kind: 'period',
    endDay: endDay > first.startDay ? endDay : first.endDay,
    openEnd: true,
  }
}

function itemOf(item: EdtfDate | EdtfRange): DateBounds | null {
  if (item.type === 'date') return pointOf(item)
  const from = item.from && pointOf(item.from)
  const to = item.to && pointOf(item.to)
  if ((item.from && !from) || (item.to && !to)) return null
  if (from && to) return joined([from, to], 'within')
  if (to) return { ...to, startDay: unitBefore(to), openStart: true }
  return from && { ...from, endDay: unitAfter(from), openEnd: true }
}

/** The bounds that hold all of these; null when one has none. */
function joined(all: (DateBounds | null)[], kind: DateBounds['kind']): DateBounds | null {
  const known = all.filter((bounds) => bounds !== null)
  const first = known[0]
  if (!first || known.length < all.length) return null
  return known.reduce<DateBounds>(
    (sum, bounds) => ({
      startDay: Math.min(sum.startDay, bounds.startDay),
      endDay: Math.max(sum.endDay, bounds.endDay),
      kind,
      precision:
        COARSER[Math.max(COARSER.indexOf(sum.precision), COARSER.indexOf(bounds.precision))] ?? 'year',
      approximate: sum.approximate || bounds.approximate,
      uncertain: sum.uncertain || bounds.uncertain,
      openStart: sum.openStart || bounds.openStart,
      openEnd: sum.openEnd || bounds.openEnd,
    }),
    { ...first, kind },
  )
}
