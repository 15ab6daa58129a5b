import { parseEdtf, writeEdtf } from '@/lib/dates/edtf'
import type { Day } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'

/** What the payload of a DATE means: never surer than it is. */
export interface DateValue {
  edtf: string | null
  /** Kept beside it when EDTF does not say all that stands there. */
  words: string
  doubt: 'date-words' | 'calendar' | null
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const POINT =
  /^(?:(?:(\d{1,2}) )?([A-Z]{3,9})\.? )?(\d{1,5})(?:\/(\d{2}|\d{4}))?( ?(?:BCE|BC|B\.C\.|B\.C))?$/u
/** Years below this were meant as "'85" more often than not: we do not choose. */
const MIN_YEAR = 100

/** Reads a date as GEDCOM 5.5.1 and 7.0 write it; what is none of theirs is read as people's words. Total. */
export function readDateValue(written: string, today: Day): DateValue {
  const raw = written.trim().replaceAll(/\s+/gu, ' ')
  if (raw === '') return { edtf: null, words: '', doubt: null }
  const [, phrase] = /^\((.*)\)$/u.exec(raw) ?? []
  if (phrase !== undefined) return { edtf: null, words: phrase, doubt: null }
  const [, interpreted = '', said = ''] = /^INT\.? (.+?) ?\((.*)\)$/iu.exec(raw) ?? []
  if (interpreted !== '') {
    const inner = readDateValue(interpreted, today)
    return inner.edtf ? { ...inner, words: said } : { ...inner, words: raw }
  }
  const plain = raw.toUpperCase().replaceAll(/@#DGREGORIAN@ ?|\bGREGORIAN /gu, '')
  if (/@#D[A-Z ]+@|\b(?:JULIAN|HEBREW|FRENCH_R) /u.test(plain))
    return { edtf: null, words: raw.replaceAll(/@#D([A-Za-z ]+)@/gu, '$1'), doubt: 'calendar' }
  const edtf = canonical(range(plain))
  // "1699/00" is one year told in two ways of counting: the words stay.
  if (edtf !== null) return { edtf, words: plain.includes('/') ? raw : '', doubt: null }
  const understood = readPeoplesWords(raw, today)
  if (understood !== null) return { edtf: understood, words: raw, doubt: null }
  return { edtf: null, words: raw, doubt: 'date-words' }
}

/** People's words that mean one thing in both languages, whoever wrote them: "3/4/1950" does not. */
function readPeoplesWords(raw: string, today: Day): string | null {
  // Without a year they would hang on the day on which the file is read.
  if (!/\d{4}/u.test(raw) || raw.length > 200) return null
  const readings = (['nl', 'en'] as const).map((locale) => readWords(raw, { locale, today }))
  if (readings.some(({ outcome }) => outcome !== 'understood' && outcome !== 'unclear')) return null
  const dates = new Set(readings.flatMap((one) => (one.outcome === 'understood' ? [one.edtf] : [])))
  return dates.size === 1 ? ([...dates][0] ?? null) : null
}

/** EDTF of one of the standard's forms; null when it is none. */
function range(text: string): string | null {
  const [, word = '', rest = ''] = /^(ABT|CAL|EST|BEF|AFT|BET|FROM|TO|INT)\.? (.+)$/u.exec(text) ?? []
  switch (word) {
    case '':
      return point(text)
    case 'ABT':
    case 'CAL':
    case 'EST':
    case 'INT':
      return estimated(point(rest))
    case 'BEF':
      return wrap('[..', point(rest), ']')
    case 'AFT':
      return wrap('[', point(rest), '..]')
    case 'TO':
      return wrap('/', point(rest), '')
    case 'BET':
      return joined('[', '..', ']', rest.split(' AND '))
    default: {
      const ends = rest.split(' TO ')
      return ends.length === 1 ? wrap('', point(rest), '/') : joined('', '/', '', ends)
    }
  }
}

function joined(before: string, between: string, after: string, ends: readonly string[]): string | null {
  const [from, to] = ends.map(point)
  return ends.length === 2 && from && to ? before + from + between + to + after : null
}

const wrap = (before: string, date: string | null, after: string) =>
  date === null ? null : before + date + after

/** A year told in two ways is a set already; around it there is no mark. */
const estimated = (date: string | null) => (date === null || date.startsWith('[') ? null : `${date}~`)

/** A day, month or year; null when it is none. */
function point(text: string): string | null {
  const [, day, month, digits = '', other, before] = POINT.exec(text.trim()) ?? []
  if (digits === '') return null
  const year = Number(digits)
  const at = month === undefined ? 0 : MONTHS.indexOf(month) + 1
  if (month !== undefined && at === 0) return null
  if (before !== undefined) return other || year === 0 ? null : yearText(1 - year) + rest(at, day)
  if (year < MIN_YEAR) return null
  if (other === undefined) return yearText(year) + rest(at, day)
  const next = year + 1
  return String(next).endsWith(other.slice(-2)) ? `[${yearText(year)}..${yearText(next)}]` : null
}

function rest(month: number, day: string | undefined): string {
  const digits = (part: number | string) => String(part).padStart(2, '0')
  return month === 0 ? '' : `-${digits(month)}${day === undefined ? '' : `-${digits(day)}`}`
}

function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return (digits.length > 4 ? 'Y' : '') + (year < 0 ? '-' : '') + digits
}

/** In the one form that we keep, or null when there is no such date (30 FEB, a period that runs backwards). */
function canonical(text: string | null): string | null {
  const parsed = text === null ? null : parseEdtf(text)
  return parsed && writeEdtf(parsed)
}
