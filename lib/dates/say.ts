import { parseEdtf } from './edtf'
import type { Edtf, EdtfDate, EdtfEnd, EdtfInterval, EdtfPart, EdtfRange, EdtfSet } from './edtf-types'
import { SAY, type Phrases } from './say-words'
import { unknownDigits } from './span'
import type { Locale } from './types'

/**
 * Says a date as surely as it is known and never more precisely: "± 2016", "2014 (?)", "zomer 2014". Total:
 * what is no date comes back as it is. `readWords` understands what is said here. Not `Intl`, which turns
 * "2016" into 1 January.
 */
export function sayDate(edtf: string, locale: Locale): string {
  const date = parseEdtf(edtf)
  return date ? say(date, SAY[locale]) : edtf
}

function say(date: Edtf, words: Phrases): string {
  if (date.type === 'date') return sayMarked(date, words)
  return date.type === 'interval' ? sayPeriod(date, words) : saySet(date, words)
}

function isApproximate(date: EdtfDate): boolean {
  return [date.year, date.month, date.day].some((part) => part?.mark === '~' || part?.mark === '%')
}

function isUncertain(date: EdtfDate): boolean {
  return [date.year, date.month, date.day].some((part) => part?.mark === '?' || part?.mark === '%')
}

function marked(text: string, date: EdtfDate, words: Phrases): string {
  return `${isApproximate(date) ? `${words.about} ` : ''}${text}${isUncertain(date) ? ' (?)' : ''}`
}

function sayMarked(date: EdtfDate, words: Phrases): string {
  return marked(sayPlain(date, words), date, words)
}

function sayPlain(date: EdtfDate, words: Phrases): string {
  const { year, month } = date
  if (date.significant !== undefined) return saySignificant(date, words)
  const unknown = unknownDigits(year.digits)
  const sign = year.digits.startsWith('-') ? '-' : ''
  const known = year.digits.slice(sign.length, year.digits.length - unknown)
  if (known === '') return [...inYear(date, words), words.yearUnknown].join(', ')
  if (unknown > 0 && sign)
    return words.between(
      sayYear(`-${nines(known, unknown)}`, words),
      sayYear(`-${zeros(known, unknown)}`, words),
    )
  if (unknown === 1) return words.decade(known)
  if (unknown === 2) return words.century(Number(known) + 1)
  if (unknown > 2) return words.between(zeros(known, unknown), nines(known, unknown))
  const y = sayYear(year.digits, words)
  const part = month ? words.parts[month.digits] : undefined
  if (part) return part(y, runsOn(month) && !sign ? nextYearToo(year.digits) : y)
  return [...inYear(date, words), y].join(' ')
}

/** Day and month as far as they are known; nothing that could be another. */
function inYear({ month, day }: EdtfDate, words: Phrases): string[] {
  const name = words.months[Number(month?.digits) - 1]
  if (!name) return []
  return [!day || day.digits.includes('X') ? name : `${Number(day.digits)} ${name}`]
}

/** The years among which an estimate stands: saying the estimate alone would be surer than it is. */
function saySignificant({ year, significant = 0 }: EdtfDate, words: Phrases): string {
  const sign = year.digits.startsWith('-') ? '-' : ''
  const digits = year.digits.slice(sign.length)
  if (significant === digits.length) return sayYear(year.digits, words)
  const [known, unknown] = [digits.slice(0, significant), digits.length - significant]
  const ends = [zeros(known, unknown), nines(known, unknown)].map((end) => sayYear(sign + end, words))
  const [low = '', high = ''] = sign ? ends.reverse() : ends
  return words.between(low, high)
}

const zeros = (known: string, unknown: number) => known + '0'.repeat(unknown)
const nines = (known: string, unknown: number) => known + '9'.repeat(unknown)

/** Whether a season lies in two years: the winter here, the summer on the southern half. */
function runsOn(month: EdtfPart | null): boolean {
  return month !== null && ['24', '28', '30'].includes(month.digits)
}

function sayYear(digits: string, words: Phrases): string {
  return digits.startsWith('-') ? `${Number(digits.slice(1)) + 1} ${words.beforeChrist}` : digits
}

/** 2015 becomes "2015/16". */
function nextYearToo(digits: string): string {
  return `${digits}/${String((Number(digits) + 1) % 100).padStart(2, '0')}`
}

function sayPeriod({ start, end }: EdtfInterval, words: Phrases): string {
  if (start.type !== 'date') return sayUntil(start, end, words)
  if (end.type === 'open') return words.since(sayMarked(start, words))
  if (end.type === 'unknown') return words.endUnknown(sayMarked(start, words))
  if (sayMarked(start, words) === sayMarked(end, words)) return sayMarked(start, words)
  if (isSchoolYear(start, end)) {
    return marked(words.schoolYear(nextYearToo(start.year.digits)), start, words)
  }
  const shared = sharedStart(start, end, words)
  if (shared !== null) return marked(`${shared}–${sayPlain(end, words)}`, end, words)
  return `${sayMarked(start, words)} – ${sayMarked(end, words)}`
}

function sayUntil(start: EdtfEnd, end: EdtfEnd, words: Phrases): string {
  if (end.type !== 'date') return ''
  return start.type === 'open'
    ? words.until(sayMarked(end, words))
    : words.startUnknown(sayMarked(end, words))
}

function sameMarks(a: EdtfDate, b: EdtfDate): boolean {
  return isApproximate(a) === isApproximate(b) && isUncertain(a) === isUncertain(b)
}

/** What is left to say of the start when the end says the rest: "mrt" of "mrt–jun 2016". Null: say it whole. */
function sharedStart(start: EdtfDate, end: EdtfDate, words: Phrases): string | null {
  const exact = /^\d{4}$/
  if (!sameMarks(start, end) || !exact.test(start.year.digits) || !exact.test(end.year.digits)) return null
  if (!start.month && !end.month) return start.year.digits
  if (start.year.digits !== end.year.digits || !isMonth(start) || !isMonth(end)) return null
  if (!start.day && !end.day) return words.months[Number(start.month?.digits) - 1] ?? null
  const sameMonth = start.month?.digits === end.month?.digits
  return sameMonth && isDay(start) && isDay(end) ? String(Number(start.day?.digits)) : null
}

function isMonth({ month }: EdtfDate): boolean {
  return month !== null && /^(?:0[1-9]|1[0-2])$/.test(month.digits)
}

function isDay({ day }: EdtfDate): boolean {
  return day !== null && /^\d\d$/.test(day.digits)
}

function isSchoolYear(start: EdtfDate, end: EdtfDate): boolean {
  const months = start.month?.digits === '08' && end.month?.digits === '07' && !start.day && !end.day
  return months && sameMarks(start, end) && Number(end.year.digits) === Number(start.year.digits) + 1
}

function saySet({ items }: EdtfSet, words: Phrases): string {
  const said = items.map((item) => (item.type === 'date' ? sayMarked(item, words) : sayRange(item, words)))
  const last = said.pop() ?? ''
  return said.length === 0 ? last : `${said.join(', ')} ${words.or} ${last}`
}

function sayRange({ from, to }: EdtfRange, words: Phrases): string {
  if (!from) return to ? words.before(sayMarked(to, words)) : ''
  if (!to) return words.after(sayMarked(from, words))
  const unmarked = [from, to].every((date) => !isApproximate(date) && !isUncertain(date))
  const third = unmarked ? thirdOfYear(from, to, words) : null
  if (third !== null) return third
  const shared = unmarked && from.month ? sharedStart(from, to, words) : null
  return words.between(shared ?? sayMarked(from, words), sayMarked(to, words))
}

/** "begin 2016" for the four months that these words stand for. */
function thirdOfYear(from: EdtfDate, to: EdtfDate, words: Phrases): string | null {
  if (from.day || to.day || from.year.digits !== to.year.digits) return null
  const third = words.thirds[`${from.month?.digits ?? ''}-${to.month?.digits ?? ''}`]
  return third === undefined ? null : `${third} ${from.year.digits}`
}
