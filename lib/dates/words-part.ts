import { any, anyKey, lookUp, whole } from './lexicon'
import type { WordsContext } from './types'
import type { YearPart } from './vocabulary'
import { daysInMonth } from './calendar'
import { isNextYear, readPoint, yearsOf } from './words-point'

const PART = whole(`(${anyKey('parts')})[ -]?(?:(?:de|het|the) )?(.+)`)
const OF = `(?: ${any('ofYear')})?(?: het jaar| the year)?`
const YEAR = String.raw`(\d{4}|'\d{2})`
const HALF = whole(`(${anyKey('ordinals')}|laatste|last) ${any('half')}${OF} ${YEAR}`)
const FOUR_MONTHS = whole(`(${anyKey('ordinals')}|laatste|last) (?:vier maanden|four months)${OF} ${YEAR}`)
const QUARTER = whole(
  `(?:(${anyKey('ordinals')}) ${any('quarter')}|[qk]([1-4]))${OF} ${YEAR}|${YEAR}[ -]?[qk]([1-4])`,
)
const SCHOOL_YEAR = whole(
  String.raw`${any('schoolYear')}(?: van)? (\d{4}|'?\d{2})(?: ?[-/] ?(\d{4}|'?\d{2}))?`,
)
const TWO_YEARS = whole(String.raw`(\d{4})/(\d{1,2})`)

/** Reads "begin 2016", halves, thirds, quarters and school years; none when these are other words. */
export function readPart(text: string, context: WordsContext): string[] {
  const half = HALF.exec(text)
  if (half) return readHalf(half[1] ?? '', half[2] ?? '', context)
  const four = FOUR_MONTHS.exec(text)
  if (four) {
    const ordinal = lookUp('ordinals', four[1] ?? '') ?? 3
    return ordinal > 3 ? [] : yearsOf(four[2] ?? '', context).map((y) => `${y}-${String(36 + ordinal)}`)
  }
  const quarter = QUARTER.exec(text)
  if (quarter) {
    const [, word, digit, year, yearFirst, lastDigit] = quarter
    const n = lookUp('ordinals', word ?? '') ?? Number(digit ?? lastDigit)
    return yearsOf(year ?? yearFirst ?? '', context).map((y) => `${y}-${String(32 + n)}`)
  }
  const part = PART.exec(text)
  const which = part && lookUp('parts', part[1] ?? '')
  if (!part || !which) return []
  const points = readPoint(part[2] ?? '', context)
  const thirds = points.map((point) => thirdOf(point, which))
  return thirds.filter((third) => third !== null)
}

/**
 * Reads "schooljaar 2015/16", August to July; and "2015/16", which may also be two years or, in "2010/11", a
 * month.
 */
export function readSchoolYear(text: string, context: WordsContext): string[] {
  const bare = TWO_YEARS.exec(text)
  if (bare) {
    const [, first = '', second = ''] = bare
    const month = Number(second) <= 12 ? [`${first}-${second.padStart(2, '0')}`] : []
    const isNext = next(first).endsWith(second)
    return isNext ? [...month, `${first}/${next(first)}`, schoolYear(first)] : month
  }
  const found = SCHOOL_YEAR.exec(text)
  if (!found) return []
  const first = found[1] ?? ''
  const years = first.length === 4 ? [first] : yearsOf(first, context)
  if (found[2] !== undefined) return years.filter((year) => isNextYear(year, found[2])).map(schoolYear)
  return years.flatMap((year) => [schoolYear(year), schoolYear(String(Number(year) - 1))])
}

function readHalf(word: string, year: string, context: WordsContext): string[] {
  const ordinal = lookUp('ordinals', word) ?? 2
  return ordinal > 2 ? [] : yearsOf(year, context).map((y) => `${y}-${String(39 + ordinal)}`)
}

function next(year: string): string {
  return String(Number(year) + 1)
}

function schoolYear(year: string): string {
  return `${year}-08/${next(year)}-07`
}

/** One of: four months of a year, ten days of a month, three or four years of a decade. */
function thirdOf(point: string, part: YearPart): string | null {
  const pick = (begin: string[], middle: string[], end: string[]) => {
    const [from = '', to = ''] = part === 'begin' ? begin : part === 'middle' ? middle : end
    return `[${from}..${to}]`
  }
  if (/^\d{4}$/.test(point)) {
    return pick(
      [`${point}-01`, `${point}-04`],
      [`${point}-05`, `${point}-08`],
      [`${point}-09`, `${point}-12`],
    )
  }
  const decade = /^(\d{3})X$/.exec(point)?.[1]
  if (decade !== undefined) {
    return pick([`${decade}0`, `${decade}3`], [`${decade}4`, `${decade}6`], [`${decade}7`, `${decade}9`])
  }
  const [, year, month] = /^(\d{4})-(0\d|1[0-2])$/.exec(point) ?? []
  if (year === undefined || month === undefined) return null
  const last = String(daysInMonth(Number(year), Number(month)))
  return pick(
    [`${point}-01`, `${point}-10`],
    [`${point}-11`, `${point}-20`],
    [`${point}-21`, `${point}-${last}`],
  )
}
