import { parseEdtf, writeEdtf } from './edtf'
import type { EdtfDate } from './edtf-types'
import { any, whole } from './lexicon'
import type { WordsContext } from './types'
import { datesIn, unitMonths } from './units'
import { readEnd, withoutLeadIns } from './words-end'

const FROM = `(?:(?:van|${any('since')}) )?`
const BETWEEN = whole(`${any('between')} (.+) ${any('and')} (.+)`)
const RANGE = whole(`${FROM}(.+?) (?:${any('to')}|-) (.+)`)
const NOW = whole(any('now'))
const SINCE = whole(`${any('since')} (.+?)(?: onwards?)?`)
const SINCE_END_UNKNOWN = whole(`${any('since')} (.+?) (?:, )?${any('endUnknown')}`)
const UNTIL = whole(`${any('until')} (.+)`)
const UNTIL_START_UNKNOWN = whole(`${any('until')} (.+?) (?:, )?${any('startUnknown')}`)
const BEFORE = whole(`${any('before')} (.+)`)
const AFTER = whole(`${any('after')} (.+)`)
const DAY_ALONE = /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)?$/

/** Reads "van maart tot juni 2016" and "tussen maart en juni 2016"; none when these are other words. */
export function readRange(text: string, context: WordsContext): string[] {
  const between = BETWEEN.exec(text)
  if (between) {
    return pairs(between[1] ?? '', between[2] ?? '', context).map(({ a, b }) => `[${a}..${b}]`)
  }
  const range = RANGE.exec(text)
  return range ? readPeriod(range[1] ?? '', range[2] ?? '', context) : []
}

/** Reads a period with a dash without spaces, whatever other dashes there are: "2013-2015". */
export function readDashed(text: string, context: WordsContext): string[] {
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) {
    const found = readPeriod(text.slice(0, at).trim(), text.slice(at + 1).trim(), context)
    if (found.length > 0) return found
  }
  return []
}

/** Reads what is open on one side: "sinds", "tot", "voor" and "na". */
export function readOpen(text: string, context: WordsContext): string[] {
  const forms: [RegExp, (date: string) => string][] = [
    [SINCE_END_UNKNOWN, (date) => `${date}/`],
    [SINCE, (date) => `${date}/..`],
    [UNTIL_START_UNKNOWN, (date) => `/${date}`],
    [UNTIL, (date) => `../${date}`],
    [BEFORE, (date) => `[..${date}]`],
    [AFTER, (date) => `[${date}..]`],
  ]
  for (const [pattern, write] of forms) {
    const words = pattern.exec(text)?.[1]
    if (words !== undefined) return single(words, context).map(write)
  }
  return []
}

/** Reads "2014 of 2015", "5 of 6 maart 2016" and longer lists. */
export function readEither(text: string, context: WordsContext): string[] {
  const words = text.split(new RegExp(` (?:,|${any('or')}) `))
  const last = single(words.at(-1) ?? '', context)[0]
  if (words.length < 2 || last === undefined) return []
  const items = words.slice(0, -1).map((word) => {
    const alone = single(word, context)
    if (alone.length > 0) return alone
    return borrowed(word, last, context).filter((edtf) => sameUnit(edtf, last))
  })
  // A choice of choices is more than a person can be asked.
  if (items.some((item) => item.length !== 1) || single(words.at(-1) ?? '', context).length > 1) return []
  return [`[${[...items.flat(), last].join(',')}]`]
}

function readPeriod(from: string, to: string, context: WordsContext): string[] {
  if (NOW.test(to)) return single(from, context).map((start) => `${start}/..`)
  return pairs(from, to, context).map(({ a, b }) => `${a}/${b}`)
}

interface Pair {
  a: string
  b: string
}

/** Both ends, in order; the one that names no year or month takes it from the other. */
function pairs(from: string, to: string, context: WordsContext): Pair[] {
  const starts = single(from, context)
  const ends = single(to, context)
  if (starts.length > 0 && ends.length > 0) {
    // Two readings on both sides are the same doubt twice ("'13-'15", "3-4-2016 tot 5-6-2016").
    const together =
      starts.length === ends.length
        ? starts.map((a, i) => ({ a, b: ends[i] ?? '' }))
        : starts.flatMap((a) => ends.map((b) => ({ a, b })))
    return together.filter(inOrder)
  }
  if (ends.length > 0) {
    return ends.flatMap((b) => {
      const same = borrowed(from, b, context).map((a) => ({ a, b }))
      if (same.length === 0 || same.some(inOrder)) return same.filter(inOrder)
      // "van november tot februari 2016": the year belongs to one of both.
      const before = borrowed(from, b, context, -1).map((a) => ({ a, b }))
      const after = same.flatMap(({ a }) =>
        single(to.replace(/\d{4}/, nextYear), context).map((b) => ({ a, b })),
      )
      return [...before, ...after].filter(inOrder)
    })
  }
  return starts.flatMap((a) => {
    const same = borrowed(to, a, context).map((b) => ({ a, b }))
    const good = same.filter(inOrder)
    if (good.length > 0 || same.length === 0) return good
    return borrowed(to, a, context, 1)
      .map((b) => ({ a, b }))
      .filter(inOrder)
  })
}

/** Reads words that lack a year (and month) with those of another date, `years` later. */
function borrowed(words: string, from: string, context: WordsContext, years = 0): string[] {
  const date = firstDate(from)
  if (!date || !/^\d{4}$/.test(date.year.digits)) return []
  const year = String(Number(date.year.digits) + years)
  const plain = withoutLeadIns(words)
  const day = DAY_ALONE.exec(plain)?.[1]
  if (day === undefined) return single(`${plain} ${year}`, context)
  if (date.month && date.day) return single(`${year}-${date.month.digits}-${day}`, context)
  // "2013-15": only digits of a year can follow a year.
  const later = `${year.slice(0, 2)}${day}`
  return !date.month && day.length === 2 && Number(later) > Number(year) ? [later] : []
}

/** Reads one end as a single date: of "begin 2016" the year is left, because an end cannot be a set. */
function single(words: string, context: WordsContext): string[] {
  return readEnd(words, context)
    .map(commonDate)
    .filter((edtf) => edtf !== null)
}

function commonDate(edtf: string): string | null {
  const parsed = parseEdtf(edtf)
  const [first, last] = parsed ? datesIn(parsed) : []
  if (!parsed || !first) return null
  if (!last) return edtf
  if (first.year.digits !== last.year.digits) return null
  const sameMonth = first.month?.digits === last.month?.digits
  return writeEdtf({ ...first, month: sameMonth ? first.month : null, day: null })
}

function firstDate(edtf: string): EdtfDate | null {
  const parsed = parseEdtf(edtf)
  return (parsed && datesIn(parsed)[0]) ?? null
}

function sameUnit(a: string, b: string): boolean {
  const [first, second] = [firstDate(a), firstDate(b)]
  return first !== null && second !== null && unitMonths(first) === unitMonths(second)
}

function inOrder({ a, b }: Pair): boolean {
  return parseEdtf(`${a}/${b}`) !== null
}

function nextYear(year: string): string {
  return String(Number(year) + 1)
}
