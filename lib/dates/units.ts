import { daysInMonth, dateOfDay, dayOf } from './calendar'
import { bothMarks } from './edtf'
import type { Edtf, EdtfDate, Mark } from './edtf-types'
import { spanOf, unknownDigits, YEAR_PARTS } from './span'

/** The parts that make a year, as they follow each other in it. */
const PARTS_IN_ORDER = [
  ['21', '22', '23', '24'],
  ['25', '26', '27', '28'],
  ['31', '32', '29', '30'],
  ['33', '34', '35', '36'],
  ['37', '38', '39'],
  ['40', '41'],
]

/** The unit of a date in months; 0 for a day. Each divides the longer ones. */
export function unitMonths(date: EdtfDate): number {
  const left =
    date.significant === undefined ? 0 : date.year.digits.replace('-', '').length - date.significant
  const unknownYears = Math.max(left, unknownDigits(date.year.digits))
  if (unknownYears > 0) return 12 * 10 ** unknownYears
  if (!date.month || date.month.digits.includes('X')) return 12
  const part = YEAR_PARTS.get(date.month.digits)
  if (part) return part.months
  return !date.day || date.day.digits.includes('X') ? 1 : 0
}

/** Every date that is named in this one, in order. */
export function datesIn(edtf: Edtf): EdtfDate[] {
  if (edtf.type === 'date') return [edtf]
  const named =
    edtf.type === 'interval'
      ? [edtf.start, edtf.end]
      : edtf.items.flatMap((item) => (item.type === 'range' ? [item.from, item.to] : [item]))
  return named.filter((date): date is EdtfDate => date?.type === 'date')
}

/** The same with every named date replaced. */
export function mapDates(edtf: Edtf, change: (date: EdtfDate) => EdtfDate): Edtf {
  if (edtf.type === 'date') return change(edtf)
  if (edtf.type === 'interval') {
    const { start, end } = edtf
    return {
      type: 'interval',
      start: start.type === 'date' ? change(start) : start,
      end: end.type === 'date' ? change(end) : end,
    }
  }
  const items = edtf.items.map((item) =>
    item.type === 'date'
      ? change(item)
      : { type: item.type, from: item.from && change(item.from), to: item.to && change(item.to) },
  )
  return { type: 'set', items }
}

/**
 * A date moved by months, marks and unknown digits kept; `months` is a multiple of the date's own unit. A day
 * that the new month does not have becomes its last.
 */
export function moveMonths(date: EdtfDate, months: number): EdtfDate {
  const { year, month, day } = date
  const perStep = unitMonths(date)
  if (!month || perStep >= 12) return { ...date, year: { ...year, digits: moveYear(year.digits, months) } }
  const part = YEAR_PARTS.get(month.digits)
  if (part) {
    const codes = PARTS_IN_ORDER.find((group) => group.includes(month.digits)) ?? []
    const perYear = codes.length
    const index = Number(year.digits) * perYear + codes.indexOf(month.digits) + months / part.months
    const code = codes[index - Math.floor(index / perYear) * perYear] ?? month.digits
    return {
      ...date,
      year: { ...year, digits: yearDigits(Math.floor(index / perYear)) },
      month: { ...month, digits: code },
    }
  }
  const index = Number(year.digits) * 12 + Number(month.digits) - 1 + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  const last = daysInMonth(newYear, newMonth)
  return {
    ...date,
    year: { ...year, digits: yearDigits(newYear) },
    month: { ...month, digits: two(newMonth) },
    day: day && { ...day, digits: Number(day.digits) > last ? two(last) : day.digits },
  }
}

/** An exact day moved by days; other dates stay. */
export function moveDays(date: EdtfDate, days: number): EdtfDate {
  const span = spanOf(date)
  if (!span || !date.month || !date.day || unitMonths(date) !== 0) return date
  const moved = dateOfDay(span.startDay + days)
  return {
    ...date,
    year: { ...date.year, digits: yearDigits(moved.year) },
    month: { ...date.month, digits: two(moved.month) },
    day: { ...date.day, digits: two(moved.day) },
  }
}

/** A day number in EDTF. */
export function edtfOfDay(day: number): string {
  const date = dateOfDay(day)
  return `${yearDigits(date.year)}-${two(date.month)}-${two(date.day)}`
}

/** 0 is Monday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (((dayOf(year, month, day) + 3) % 7) + 7) % 7
}

/** Two digits. */
export function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** A year in four digits or more. */
function yearDigits(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
}

function moveYear(digits: string, months: number): string {
  const unknown = unknownDigits(digits)
  // "1X99" and "XXXX" have no next one.
  if (unknown >= digits.length || /X\d/.test(digits)) return digits
  const scale = 10 ** unknown
  const known = Math.floor(Number(digits.replaceAll('X', '0')) / scale) + months / 12 / scale
  return known < 0 && unknown > 0 ? digits : yearDigits(known * scale).replace(/0*$/, cut(unknown))
}

/** Puts back the `X`s that were read as zeros. */
function cut(unknown: number) {
  return (zeros: string) => zeros.slice(0, zeros.length - unknown) + 'X'.repeat(unknown)
}

/** What qualifies any part of a date. */
export function markOf({ year, month, day }: EdtfDate): Mark {
  return [year, month, day].reduce<Mark>((sum, part) => bothMarks(sum, part?.mark ?? ''), '')
}
