import type { EventAnchor } from '@/lib/case/schema'
import { addMonths, boundsOf, dateOfDay, dayOf } from './bounds'
import { bothMarks, parseEdtf, writeEdtf } from './edtf'
import type { Edtf, EdtfDate, EdtfEnd, EdtfPart, Mark } from './edtf-types'
import { spanOf } from './span'
import { edtfOfDay, markOf, moveMonths, two, unitMonths } from './units'

/** What "kort na" and "kort voor" reach in months, or one unit of a coarser date: our rule. */
const SHORTLY_MONTHS = 3
/** Who counts in weeks does not mean the day: half a week is left on both sides. */
const AROUND_WEEK_DAYS = 3

/** Both ends of what a date can be, in whole days, months, parts of a year or years; null is open. */
interface Ends {
  first: EdtfDate | null
  last: EdtfDate | null
}

/**
 * The date of an event that hangs on somebody's birth or on another event, which lies at `target` now. Never surer
 * than that: of a birth known to the year, "toen ze 11 was" is one of two years. Null when `target` is not known,
 * or leaves the side open that is counted from.
 */
export function anchoredDate(anchor: EventAnchor, target: string | null): string | null {
  const date = target === null ? null : parseEdtf(target)
  if (!date) return null
  const edtf = anchor.kind === 'person' ? dateOfAge(anchor, date) : dateByEvent(anchor, date)
  return edtf !== null && boundsOf(edtf, 0) ? edtf : null
}

function dateOfAge(anchor: EventAnchor, birth: Edtf): string | null {
  const { age, relation } = anchor
  const born = endsOf(birth)
  if (age === null) return dateByEvent(anchor, birth)
  if (relation === 'at') {
    const from = born.first && birthday(born.first, age)
    const to = born.last && lastOfAge(born.last, age)
    return anchor.about ? between(roughYear(from), roughYear(to)) : between(from, to)
  }
  const turned = {
    first: born.first && birthday(born.first, age),
    last: born.last && birthday(born.last, age),
  }
  return aside(anchor, turned)
}

function dateByEvent(anchor: EventAnchor, date: Edtf): string | null {
  const { relation, span } = anchor
  const ends = endsOf(date)
  if (relation === 'at') {
    if (anchor.about) return between(rough(ends.first), rough(ends.last))
    return date.type === 'interval' ? between(ends.first, ends.last) : writeEdtf(date)
  }
  const edge = relation === 'before' ? ends.first : ends.last
  // A period is left at its end and approached at its begin; of one moment both ends stay possible.
  const from = date.type === 'interval' ? { first: edge, last: edge } : ends
  return span ? counted(from, span, relation === 'before' ? -1 : 1) : aside(anchor, from)
}

/** Before or after a moment that lies somewhere between these ends. */
function aside({ relation, about }: EventAnchor, { first, last }: Ends): string | null {
  if (!about) {
    const edge = relation === 'before' ? last : first
    if (!edge) return null
    const named = writeEdtf(monthOf(edge))
    return relation === 'before' ? `[..${named}]` : `[${named}..]`
  }
  if (!first || !last) return null
  const far = (date: EdtfDate, sign: 1 | -1) => {
    const unit = unitMonths(date)
    return moveMonths(date, sign * Math.ceil(SHORTLY_MONTHS / unit) * unit)
  }
  const [from, to] = [monthOf(first), monthOf(last)]
  return relation === 'before' ? between(far(from, -1), to) : between(from, far(to, 1))
}

/** So long before or after, in the coarser unit of the date and of what was counted in. */
function counted(
  { first, last }: Ends,
  { count, unit }: NonNullable<EventAnchor['span']>,
  sign: 1 | -1,
): string | null {
  const move = (date: EdtfDate, edge: 'startDay' | 'endDay'): EdtfDate | null => {
    const span = spanOf(date)
    if (!span) return null
    const from = edge === 'startDay' ? span.startDay : span.endDay - 1
    const months = unit === 'year' ? count * 12 : unit === 'month' ? count : null
    const slack = unit === 'week' && unitMonths(date) === 0 ? AROUND_WEEK_DAYS : 0
    const day =
      months === null
        ? from +
          sign * Math.round(unit === 'week' ? count * 7 : count) +
          (edge === 'startDay' ? -slack : slack)
        : addMonths(from, sign * Math.round(months))
    const own = Math.max(unitMonths(date), unit === 'year' ? 12 : unit === 'month' ? 1 : 0)
    const mark = own === 0 ? markOf(date) : bothMarks(markOf(date), '~')
    return dateAt(day, own, mark)
  }
  return between(first && move(first, 'startDay'), last && move(last, 'endDay'))
}

/** The day, month or year around a day, by a unit in months. */
function dateAt(day: number, unit: number, mark: Mark): EdtfDate | null {
  const { year, month } = dateOfDay(day)
  const named = edtfOfDay(day)
  const parts = unit === 0 ? named : named.slice(0, unit >= 12 ? -6 : -3)
  const date = year < 0 || month < 1 ? null : parseEdtf(parts + mark)
  return date?.type === 'date' ? date : null
}

/** One of the days from one to the other, both included; null is open. */
function between(from: EdtfDate | null, to: EdtfDate | null): string | null {
  if (!from && !to) return null
  const [a, b] = [from ? writeEdtf(from) : '', to ? writeEdtf(to) : '']
  if (a === b) return a
  const isNext = from && to && unitMonths(from) === 12 && unitMonths(to) === 12
  return isNext && writeEdtf(moveMonths(from, 12)) === b ? `[${a},${b}]` : `[${a}..${b}]`
}

function endsOf(date: Edtf): Ends {
  if (date.type === 'date') return { first: wholeUnit(date, 'startDay'), last: wholeUnit(date, 'endDay') }
  if (date.type === 'interval')
    return { first: endOf(date.start, 'startDay'), last: endOf(date.end, 'endDay') }
  const all = date.items.map((item) => (item.type === 'date' ? { from: item, to: item } : item))
  const first = all.map(({ from }) => from && wholeUnit(from, 'startDay'))
  const last = all.map(({ to }) => to && wholeUnit(to, 'endDay'))
  return { first: outermost(first, 'startDay'), last: outermost(last, 'endDay') }
}

function endOf(end: EdtfEnd, edge: 'startDay' | 'endDay'): EdtfDate | null {
  return end.type === 'date' ? wholeUnit(end, edge) : null
}

/** A date in whole years, for where there is no room for more: "2016 of 2017". */
export function inYears(edtf: string): string {
  const date = parseEdtf(edtf)
  if (!date) return edtf
  const { first, last } = endsOf(date)
  const year = (one: EdtfDate | null) => one && { ...one, month: null, day: null }
  return between(year(first), year(last)) ?? edtf
}

/** The earliest begin or the latest end; null when one is open. */
function outermost(dates: (EdtfDate | null)[], edge: 'startDay' | 'endDay'): EdtfDate | null {
  const known = dates.filter((date) => date !== null)
  if (known.length < dates.length) return null
  const at = (date: EdtfDate) => (spanOf(date)?.[edge] ?? 0) * (edge === 'startDay' ? 1 : -1)
  return known.toSorted((a, b) => at(a) - at(b))[0] ?? null
}

/** The date without digits that are not known: the first or last year of a decade, the month of "2016-03-XX". */
function wholeUnit(date: EdtfDate, edge: 'startDay' | 'endDay'): EdtfDate | null {
  const span = spanOf(date)
  if (!span) return null
  if (unitMonths(date) > 12)
    return dateAt(edge === 'startDay' ? span.startDay : span.endDay - 1, 12, markOf(date))
  const month = date.month?.digits.includes('X') ? null : date.month
  const day = date.day?.digits.includes('X') || !month ? null : date.day
  return { ...date, month, day, time: '' }
}

/** When somebody turns so old; who is born on 29 February does so on 1 March (as `ageAt` counts). */
function birthday(birth: EdtfDate, age: number): EdtfDate {
  if (unitMonths(birth) > 0) return moveMonths(birth, 12 * age)
  return onDay(
    birth,
    dayOf(Number(birth.year.digits) + age, Number(birth.month?.digits), Number(birth.day?.digits)),
  )
}

/** The last that somebody can be so old. */
function lastOfAge(birth: EdtfDate, age: number): EdtfDate {
  const next = birthday(birth, age + 1)
  return unitMonths(birth) > 0 ? next : onDay(next, (spanOf(next)?.startDay ?? 1) - 1)
}

function onDay(date: EdtfDate, day: number): EdtfDate {
  const { year, month, day: of } = dateOfDay(day)
  const digits = (part: EdtfPart | null, text: string): EdtfPart => ({ mark: part?.mark ?? '', digits: text })
  return {
    ...date,
    year: digits(date.year, String(year).padStart(4, '0')),
    month: digits(date.month, two(month)),
    day: digits(date.day, two(of)),
  }
}

/** No finer than a month: a day as the end of what is open would look surer than it is. */
function monthOf(date: EdtfDate): EdtfDate {
  return date.day ? { ...date, day: null } : date
}

function rough(date: EdtfDate | null): EdtfDate | null {
  return date && withApproximate(monthOf(date))
}

/** "Rond zijn zesde" is counted in years. */
function roughYear(date: EdtfDate | null): EdtfDate | null {
  return date && withApproximate({ ...date, month: null, day: null })
}

function withApproximate(date: EdtfDate): EdtfDate {
  const marked = (part: EdtfPart): EdtfPart => ({ ...part, mark: bothMarks(part.mark, '~') })
  return {
    ...date,
    year: marked(date.year),
    month: date.month && marked(date.month),
    day: date.day && marked(date.day),
  }
}
