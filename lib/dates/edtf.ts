import type { Edtf, EdtfDate, EdtfEnd, EdtfPart, EdtfRange, Mark } from './edtf-types'
import { spanOf } from './span'

const MARK = '([?~%]?)'
const DATE = new RegExp(
  `^${MARK}(-?[\\dX]{4}|Y-?[1-9]\\d{4,8}|Y-?[1-9]\\d{0,8}E[1-9])(?:S([1-9]))?${MARK}` +
    `(?:-${MARK}([01X][\\dX]|2[1-9]|3\\d|4[01])${MARK}` +
    `(?:-${MARK}([0-3][0-9X]|XX)${MARK})?)?` +
    `(T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:Z|[+-](?:0\\d|1[0-4])(?::[0-5]\\d)?)?)?$`,
)
/** The longest text that a record can hold; nothing that people write is longer. */
const MAX_LENGTH = 100

/** Years of more digits are no dates of people, nor exact in a number. */
const MAX_YEAR_DIGITS = 9

/**
 * Reads EDTF (ISO 8601-2): levels 0 and 1, and all of level 2 but lists of dates that all hold (`{1960,1961}`):
 * these are several moments, and each gets its own. Total: null when it is no such EDTF, names a day that does not
 * exist (2015-02-30), runs backwards, or names no date at all ("../..").
 */
export function parseEdtf(text: string): Edtf | null {
  if (text.length > MAX_LENGTH) return null
  const known = read.get(text)
  if (known !== undefined) return known
  const edtf = readEdtf(text)
  if (read.size >= MOST_READ) read.clear()
  read.set(text, edtf)
  return edtf
}

/** Dates of a case are asked for again and again: what each says is read once. */
const read = new Map<string, Edtf | null>()
const MOST_READ = 5_000

function readEdtf(text: string): Edtf | null {
  if (text.startsWith('[')) return text.endsWith(']') ? parseSet(text.slice(1, -1)) : null
  const ends = text.split('/')
  if (ends.length === 1) return parseDate(text)
  return ends.length === 2 ? parseInterval(ends[0] ?? '', ends[1] ?? '') : null
}

/** The text of a date, in one canonical form; `parseEdtf` reads it back to the same. */
export function writeEdtf(edtf: Edtf): string {
  if (edtf.type === 'date') return writeDate(edtf)
  if (edtf.type === 'interval') return `${writeEnd(edtf.start)}/${writeEnd(edtf.end)}`
  return `[${edtf.items.map((item) => (item.type === 'date' ? writeDate(item) : writeRange(item))).join(',')}]`
}

/** The mark that says both; the same when one says nothing more. */
export function bothMarks(a: Mark, b: Mark): Mark {
  if (a === b || b === '') return a
  return a === '' ? b : '%'
}

function parseDate(text: string): EdtfDate | null {
  const found = DATE.exec(text)
  if (!found) return null
  const [, y0, written = '', significant, y1, m0, month, m1, d0, day, d1, time] = found
  const year = yearDigits(written)
  if (year === null) return null
  // A mark after a part speaks of everything to its left, a mark before it only of that part.
  const afterDay = mark(d1)
  const afterMonth = bothMarks(mark(m1), afterDay)
  const afterYear = bothMarks(mark(y1), afterMonth)
  const date: EdtfDate = {
    type: 'date',
    year: { digits: year, mark: bothMarks(mark(y0), afterYear) },
    ...(significant !== undefined && { significant: Number(significant) }),
    month: month === undefined ? null : { digits: month, mark: bothMarks(mark(m0), afterMonth) },
    day: day === undefined ? null : { digits: day, mark: bothMarks(mark(d0), afterDay) },
    time: time ?? '',
  }
  const partOfYear = date.month !== null && date.month.digits > '12' && date.month.digits !== 'XX'
  const dayOfNothing = date.day !== null && partOfYear && !date.month?.digits.includes('X')
  if (dayOfNothing || (date.time !== '' && !date.day) || year === '-0000') return null
  if (significant !== undefined && (month !== undefined || Number(significant) > knownDigits(year)))
    return null
  return spanOf(date) && date
}

/** The year without its `Y`, and without an exponent: "Y-17E7" is -170000000. Null when it is too long. */
function yearDigits(written: string): string | null {
  const [, sign = '', number = '', zeros = ''] = /^Y(-?)(\d+)E(\d)$/.exec(written) ?? []
  if (number === '') return written.replace('Y', '')
  const digits = (number + '0'.repeat(Number(zeros))).padStart(4, '0')
  return digits.length > MAX_YEAR_DIGITS ? null : sign + digits
}

/** How many digits a year has; none when one of them is not known. */
function knownDigits(year: string): number {
  return year.includes('X') ? 0 : year.replace('-', '').length
}

function parseInterval(from: string, to: string): Edtf | null {
  const start = parseEnd(from)
  const end = parseEnd(to)
  if (!start || !end || (start.type !== 'date' && end.type !== 'date')) return null
  if (start.type === 'date' && end.type === 'date' && isBackwards(start, end)) return null
  return { type: 'interval', start, end }
}

function parseEnd(text: string): EdtfEnd | null {
  if (text === '') return { type: 'unknown' }
  return text === '..' ? { type: 'open' } : parseDate(text)
}

function parseSet(text: string): Edtf | null {
  const items = text.split(',').map(parseItem)
  const good = items.filter((item) => item !== null)
  return good.length === items.length ? { type: 'set', items: good } : null
}

function parseItem(text: string): EdtfDate | EdtfRange | null {
  const ends = text.split('..')
  if (ends.length === 1) return parseDate(text)
  const from = parseDate(ends[0] ?? '')
  const to = parseDate(ends[1] ?? '')
  const bad = ends.length > 2 || (!from && ends[0] !== '') || (!to && ends[1] !== '') || (!from && !to)
  if (bad || (from && to && isBackwards(from, to))) return null
  return { type: 'range', from, to }
}

function isBackwards(start: EdtfDate, end: EdtfDate): boolean {
  const first = spanOf(start)
  const last = spanOf(end)
  return !first || !last || last.endDay <= first.startDay
}

function mark(text: string | undefined): Mark {
  return text === '?' || text === '~' || text === '%' ? text : ''
}

function writeDate({ year, significant, month, day, time }: EdtfDate): string {
  const parts = [year, month, day].filter((part): part is EdtfPart => part !== null)
  const long = /^-?\d{5,}$/.test(year.digits)
  const digits = parts.map((part, i) => (i === 0 && long ? `Y${part.digits}` : part.digits))
  if (significant !== undefined) digits[0] += `S${significant}`
  const same = parts.every((part) => part.mark === year.mark)
  if (same) return digits.join('-') + year.mark + time
  return parts.map((part, i) => `${part.mark}${digits[i] ?? ''}`).join('-') + time
}

function writeEnd(end: EdtfEnd): string {
  if (end.type === 'date') return writeDate(end)
  return end.type === 'open' ? '..' : ''
}

function writeRange({ from, to }: EdtfRange): string {
  return `${from ? writeDate(from) : ''}..${to ? writeDate(to) : ''}`
}
