import { dateOfDay } from './calendar'
import { any, anyKey, lookUp, whole } from './lexicon'
import type { WordsContext } from './types'
import { edtfOfDay, two } from './units'

const DAY = whole(`(${anyKey('days')})`)
const TURN = whole(`(${anyKey('turns')}) (jaar|year|maand|month)`)
const AGO = whole(String.raw`(\d{1,3}|${anyKey('numbers')}) (${anyKey('lengths')}) ${any('ago')}`)

/** Reads what is counted from today ("gisteren", "vorig jaar", "drie jaar geleden"); none when other words. */
export function readRelative(text: string, { today }: WordsContext): string[] {
  const days = lookUp('days', DAY.exec(text)?.[1] ?? '')
  if (days !== undefined) return [edtfOfDay(today + days)]
  const [, turnWord = '', unit = ''] = TURN.exec(text) ?? []
  const turn = lookUp('turns', turnWord)
  if (turn !== undefined) return unit.startsWith('m') ? [monthFrom(today, turn)] : [yearFrom(today, turn)]
  const ago = AGO.exec(text)
  const count = ago ? (lookUp('numbers', ago[1] ?? '') ?? Number(ago[1])) : Number.NaN
  const length = lookUp('lengths', ago?.[2] ?? '')
  if (!length || !Number.isInteger(count)) return []
  // Whoever counts back, counts roughly; only days are meant exactly.
  if (length === 'year') return [`${yearFrom(today, -count)}~`]
  if (length === 'month') return [`${monthFrom(today, -count)}~`]
  return [length === 'week' ? `${edtfOfDay(today - 7 * count)}~` : edtfOfDay(today - count)]
}

function yearFrom(today: number, years: number): string {
  return String(dateOfDay(today).year + years).padStart(4, '0')
}

function monthFrom(today: number, months: number): string {
  const { year, month } = dateOfDay(today)
  const index = year * 12 + month - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}`
}
