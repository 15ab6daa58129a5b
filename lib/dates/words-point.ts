import { dateOfDay } from './calendar'
import { any, anyKey, lookUp, whole } from './lexicon'
import type { WordsContext } from './types'
import { two, weekdayOf } from './units'
import { EN } from './words-en'
import { NL } from './words-nl'

/** Two digits ahead of this year that may still be a plan, and not the century before. */
const YEARS_AHEAD = 5

const OF_YEAR = `(?: ${any('ofYear')})?`
const MONTH = `(${anyKey('months')})`
const SEASON = `(${anyKey('seasons')})`
const YEAR = String.raw`(\d{4}|'\d{2})`
const DAY = String.raw`(\d{1,2})(?:e|de|ste|st|nd|rd|th)?`
const SEP = '[-/. ]'

const LONE_YEAR = whole(YEAR)
const MONTH_YEAR = whole(`${MONTH}${OF_YEAR}[ -]?${YEAR}`)
const YEAR_MONTH = whole(`${YEAR} ${MONTH}`)
const DAY_MONTH_YEAR = whole(`${DAY}(?: of| van)?[ -]?${MONTH}${OF_YEAR}[ -]?${YEAR}`)
const MONTH_DAY_YEAR = whole(`${MONTH} (?:the )?${DAY} ${YEAR}`)
const NUMBERS_DMY = whole(String.raw`(\d{1,2})(${SEP})(\d{1,2})\2(\d{4}|'?\d{2})`)
const NUMBERS_YMD = whole(String.raw`(\d{4})(${SEP})(\d{1,2})\2(\d{1,2})`)
const NUMBERS_MY = whole(String.raw`(\d{1,2})[-/.](\d{4})`)
const NUMBERS_YM = whole(String.raw`(\d{4})[-.](\d{1,2})`)
const SEASON_YEAR = whole(`${SEASON}${OF_YEAR} ${YEAR}`)
const YEAR_SEASON = whole(`${YEAR} ${SEASON}`)
const WINTER_YEARS = whole(String.raw`winter${OF_YEAR} (\d{4}) ?[-/] ?(\d{4}|'?\d{2})`)
const HALF_OF_WORLD = whole(
  '(.+?)(?: op het| in the)? (?:(noordelijk|northern)|zuidelijk|southern) (?:halfrond|hemisphere)',
)
const SUMMER_YEARS = whole(String.raw`(?:zomer|summer)${OF_YEAR} (\d{4}) ?[-/] ?(\d{4}|'?\d{2})`)
const DECADE_NL = whole(String.raw`jaren (?:'?(\d0)|(\d{3})0|(${anyKey('decades')}))`)
const DECADE_EN = whole(String.raw`(?:'?(\d0)|(\d{3})0|(${anyKey('decades')}))(?:'?s)?`)
const CENTURY = whole(String.raw`(\d{2})(?:e|de|ste|st|nd|rd|th) (?:eeuw|century)`)
const WEEKDAY = new RegExp(`^(${[...NL.weekdays, ...EN.weekdays].join('|')}) (.+)$`)

/**
 * Reads one day, month, season, year, decade or century; several when the words leave it open, best first;
 * none when these are other words. What it gives may still name a day that does not exist.
 */
export function readPoint(text: string, context: WordsContext): string[] {
  const plain = text.replaceAll(' , ', ' ')
  const weekday = WEEKDAY.exec(plain)
  if (weekday) {
    return readDay(weekday[2] ?? '', context).filter((edtf) => fallsOn(edtf, weekday[1] ?? ''))
  }
  const readers = [readYear, readDay, readMonth, readSeason, readDecade]
  for (const read of readers) {
    const found = read(plain, context)
    if (found.length > 0) return found
  }
  return []
}

/** The years that "2014" or "'15" can be. */
export function yearsOf(text: string, context: WordsContext): string[] {
  const digits = text.replace("'", '')
  if (digits.length !== 2) return [digits]
  const ahead = Number(digits) - (dateOfDay(context.today).year % 100)
  if (ahead > YEARS_AHEAD) return [`19${digits}`]
  return [`20${digits}`, `19${digits}`]
}

function readYear(text: string, context: WordsContext): string[] {
  return LONE_YEAR.test(text) ? yearsOf(text, context) : []
}

function readMonth(text: string, context: WordsContext): string[] {
  const named = MONTH_YEAR.exec(text)
  if (named) return ofYears(named[2], context, month(named[1]))
  const turned = YEAR_MONTH.exec(text)
  if (turned) return ofYears(turned[1], context, month(turned[2]))
  const numbers = NUMBERS_MY.exec(text)
  if (numbers) return [`${numbers[2] ?? ''}-${padded(numbers[1])}`]
  const iso = NUMBERS_YM.exec(text)
  return iso && Number(iso[2]) <= 12 ? [`${iso[1] ?? ''}-${padded(iso[2])}`] : []
}

function readDay(text: string, context: WordsContext): string[] {
  const named = DAY_MONTH_YEAR.exec(text)
  if (named) return ofYears(named[3], context, `${month(named[2])}-${padded(named[1])}`)
  const american = MONTH_DAY_YEAR.exec(text)
  if (american) return ofYears(american[3], context, `${month(american[1])}-${padded(american[2])}`)
  const iso = NUMBERS_YMD.exec(text)
  if (iso) return [`${iso[1] ?? ''}-${padded(iso[3])}-${padded(iso[4])}`]
  const numbers = NUMBERS_DMY.exec(text)
  if (!numbers) return []
  const [, a, , b, year] = numbers
  return dayMonthOrders(Number(a), Number(b), context).flatMap((order) => ofYears(year, context, order))
}

/** 3-4 is 3 April in Dutch; in English it can be March 4 too. 3-15 can only be March. */
function dayMonthOrders(a: number, b: number, { locale }: WordsContext): string[] {
  const european = `${two(b)}-${two(a)}`
  const american = `${two(a)}-${two(b)}`
  if (b > 12) return [american]
  return a > 12 || a === b || locale === 'nl' ? [european] : [european, american]
}

function readSeason(text: string, context: WordsContext): string[] {
  const half = HALF_OF_WORLD.exec(text)
  if (half) return readSeasonOf(half[1] ?? '', half[2] === undefined ? 'south' : 'north', context)
  const winter = WINTER_YEARS.exec(text)
  if (winter) return isNextYear(winter[1], winter[2]) ? [`${winter[1] ?? ''}-24`] : []
  const named = SEASON_YEAR.exec(text)
  if (named) return ofYears(named[2], context, lookUp('seasons', named[1] ?? '') ?? '')
  const turned = YEAR_SEASON.exec(text)
  return turned ? ofYears(turned[1], context, lookUp('seasons', turned[2] ?? '') ?? '') : []
}

/** EDTF has codes of its own for the seasons of each half of the world. */
function readSeasonOf(text: string, half: 'north' | 'south', context: WordsContext): string[] {
  const summer = half === 'south' ? SUMMER_YEARS.exec(text) : null
  if (summer) return isNextYear(summer[1], summer[2]) ? [`${summer[1] ?? ''}-30`] : []
  if (HALF_OF_WORLD.test(text) || (half === 'south' && WINTER_YEARS.test(text))) return []
  const shift = half === 'north' ? 4 : 8
  return readSeason(text, context).map((edtf) => edtf.slice(0, -2) + String(Number(edtf.slice(-2)) + shift))
}

function readDecade(text: string, context: WordsContext): string[] {
  const century = CENTURY.exec(text)
  if (century) return [`${two(Number(century[1]) - 1)}XX`]
  const isEnglish = text.endsWith('s')
  const found = DECADE_NL.exec(text) ?? (isEnglish ? DECADE_EN.exec(text) : null)
  if (!found) return []
  if (found[2] !== undefined) {
    // "The 1900s" may be ten years or a hundred.
    return isEnglish && found[2].endsWith('0')
      ? [`${found[2]}X`, `${found[2].slice(0, 2)}XX`]
      : [`${found[2]}X`]
  }
  const decade = found[1] === undefined ? lookUp('decades', found[3] ?? '') : Number(found[1])
  if (decade === undefined) return []
  const tens = String(decade / 10)
  const past = 2_000 + decade <= dateOfDay(context.today).year
  return past ? [`20${tens}X`, `19${tens}X`] : [`19${tens}X`]
}

/** Whether the second is the year after the first, in two or four digits. */
export function isNextYear(first: string | undefined, second: string | undefined): boolean {
  const next = String(Number(first) + 1)
  const named = (second ?? '').replace("'", '')
  return named === next || (named.length === 2 && next.endsWith(named))
}

function ofYears(year: string | undefined, context: WordsContext, rest: string): string[] {
  return yearsOf(year ?? '', context).map((y) => `${y}-${rest}`)
}

function month(name: string | undefined): string {
  return two(lookUp('months', name ?? '') ?? 0)
}

function padded(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0')
}

function fallsOn(edtf: string, weekday: string): boolean {
  const [year, month, day] = edtf.split('-').map(Number)
  const index = weekdayOf(year ?? 0, month ?? 0, day ?? 0)
  return weekday === NL.weekdays[index] || weekday === EN.weekdays[index]
}
