import { parseEdtf, writeEdtf } from './edtf'
import type { EdtfDate } from './edtf-types'
import { any, anyKey, lookUp, whole } from './lexicon'
import type { LengthUnit } from './vocabulary'
import type { WordsContext } from './types'
import { datesIn, moveDays, moveMonths, unitMonths } from './units'
import { readEnd, withMark } from './words-end'

const LENGTH = String.raw`(\d{1,3}|${anyKey('numbers')}) (${anyKey('lengths')})`
const LONG = '(?: lang| long)?'
const ABOUT = `(?:(${any('approximateBefore')}|zo'n|[\u00B1~]) ?)?`
const LENGTH_FIRST = whole(`(?:gedurende |for )?${ABOUT}${LENGTH}${LONG} ${any('since')} (.+)`)
const START_FIRST = whole(`${any('since')} (.+?)(?: ,)?(?: gedurende| for)? ${ABOUT}${LENGTH}${LONG}`)

const DAYS_PER_MONTH = 30.436_875
const MONTHS: Readonly<Record<LengthUnit, number>> = {
  day: 1 / DAYS_PER_MONTH,
  week: 7 / DAYS_PER_MONTH,
  month: 1,
  year: 12,
}

/**
 * Reads "tien maanden vanaf voorjaar 2016": a period whose end is counted in the unit of its start, and marked
 * as an estimate where that does not come out even, or in "± 18 maanden vanaf 2012".
 */
export function readDuration(text: string, context: WordsContext): string[] {
  const first = LENGTH_FIRST.exec(text)
  const last = first ? null : START_FIRST.exec(text)
  const [about, count = '', length = '', start = ''] = first?.slice(1) ?? [
    last?.[2],
    last?.[3],
    last?.[4],
    last?.[1],
  ]
  const unit = lookUp('lengths', length)
  if (!unit) return []
  const amount = lookUp('numbers', count) ?? Number(count)
  const periods = readEnd(start, context).map((edtf) => periodFrom(edtf, amount, unit, about !== undefined))
  return periods.filter((period) => period !== null)
}

function periodFrom(start: string, amount: number, unit: LengthUnit, about: boolean): string | null {
  const parsed = parseEdtf(start)
  const date = parsed && datesIn(parsed)[0]
  if (parsed?.type !== 'date' || !date || amount <= 0) return null
  const { end, exact } = movedBy(date, amount, unit)
  const written = writeEdtf(end)
  return `${start}/${exact && !about ? written : withMark(written, '~')}`
}

function movedBy(date: EdtfDate, amount: number, unit: LengthUnit): { end: EdtfDate; exact: boolean } {
  const months = amount * MONTHS[unit]
  const own = unitMonths(date)
  if (own > 0) {
    const steps = Math.round(months / own)
    return { end: moveMonths(date, steps * own), exact: steps === months / own }
  }
  if (unit === 'day' || unit === 'week') {
    return { end: moveDays(date, amount * (unit === 'week' ? 7 : 1)), exact: Number.isInteger(amount) }
  }
  return { end: moveMonths(date, Math.round(months)), exact: Number.isInteger(months) }
}
