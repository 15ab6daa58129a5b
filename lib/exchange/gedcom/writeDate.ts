import { dateOfDay } from '@/lib/dates/calendar'
import { parseEdtf, writeEdtf } from '@/lib/dates/edtf'
import type { Edtf, EdtfDate, EdtfEnd } from '@/lib/dates/edtf-types'
import { spanOf } from '@/lib/dates/span'
import { readDateValue } from './dateValue'

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
/** Years that all readers take; others stay in EDTF alone. */
const YEARS = { first: 100, last: 9_999 }

/**
 * The payload of a DATE for a date in EDTF, and whether EDTF says more. Never surer than the date: what the standard
 * could only say too precisely has an empty payload.
 */
export function writeDateValue(edtf: string): { value: string; complete: boolean } {
  const parsed = parseEdtf(edtf)
  const value = (parsed && written(parsed)) ?? ''
  return {
    value,
    complete:
      parsed !== null && readDateValue(value, 0).edtf === writeEdtf(parsed) && writeEdtf(parsed) === edtf,
  }
}

function written(edtf: Edtf): string | null {
  switch (edtf.type) {
    case 'date':
      return dateText(edtf)
    case 'interval': {
      const start = edgeOf(edtf.start)
      const end = edgeOf(edtf.end)
      if (start === null || end === null) return null
      return [start && `FROM ${start}`, end && `TO ${end}`].filter((part) => part !== '').join(' ')
    }
    case 'set':
      return setText(edtf.items)
  }
}

function setText(items: Extract<Edtf, { type: 'set' }>['items']): string | null {
  const [item] = items
  if (items.length !== 1 || item?.type !== 'range') return null
  const from = item.from === null ? '' : plain(item.from)
  const to = item.to === null ? '' : plain(item.to)
  if (from === null || to === null) return null
  if (from === '') return `BEF ${to}`
  return to === '' ? `AFT ${from}` : `BET ${from} AND ${to}`
}

/** An end of a period; "" when it is open or not known, null when it cannot be said. */
function edgeOf(end: EdtfEnd): string | null {
  return end.type === 'date' ? plain(end) : ''
}

function dateText(date: EdtfDate): string | null {
  const marks = [date.year, date.month, date.day].map((part) => part?.mark ?? '').join('')
  const said = exact(date)
  if (said !== null) return marks === '' ? said : `ABT ${said}`
  // A decade, a season: somewhere between its first and its last day.
  const span = marks === '' && date.significant === undefined ? spanOf(date) : null
  if (!span) return null
  const first = dayText(span.startDay)
  const last = dayText(span.endDay - 1)
  return first === null || last === null ? null : `BET ${first} AND ${last}`
}

/** The date when nothing in it is in doubt; else null. */
function plain(date: EdtfDate): string | null {
  const sure = [date.year, date.month, date.day].every((part) => (part?.mark ?? '') === '')
  return sure ? exact(date) : null
}

/** Day, month and year without any mark; null when one has unknown digits or is a part of a year. */
function exact({ year, month, day, significant }: EdtfDate): string | null {
  const at = month === null ? null : Number(month.digits)
  if (significant !== undefined || !isYear(year.digits)) return null
  if (at === null) return String(Number(year.digits))
  const name = MONTHS[at - 1]
  if (name === undefined || (day !== null && !/^\d+$/u.test(day.digits))) return null
  return [...(day ? [Number(day.digits)] : []), name, Number(year.digits)].join(' ')
}

function isYear(digits: string): boolean {
  return /^\d{4}$/u.test(digits) && Number(digits) >= YEARS.first && Number(digits) <= YEARS.last
}

function dayText(day: number): string | null {
  const { year, month, day: number } = dateOfDay(day)
  return year < YEARS.first || year > YEARS.last ? null : `${number} ${MONTHS[month - 1]} ${year}`
}
