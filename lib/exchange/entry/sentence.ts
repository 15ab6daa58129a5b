import { lookUp, tidied } from '@/lib/dates/lexicon'
import { readWords } from '@/lib/dates/words'
import type { EntryContext, EntryDate } from './types'
import { dateOf } from './date'

/** A date is said in at most this many words. */
const MAX_WORDS = 9
/** Words after a number that make it an amount: "2000 euro". */
const AMOUNT =
  /^(?:euro|eur|gulden|km|kilometer|meter|gram|kilo|kg|stuks?|keer|maal|mensen|kinderen|uur|minuten|pounds?|times|people|hours|miles)\b/iu
/** Words before a number that make it a year: "in 2014". */
const BEFORE_YEAR =
  /^(?:in|sinds|rond|omstreeks|vanaf|tot|na|voor|begin|eind|medio|midden|jaar|circa|ca\.?|zomer|winter|around|since|until|before|after|from|year|during)$/iu
const YEAR_ALONE = /^(?:1[89]|20)\d\d$/u

export interface SentenceDate {
  date: EntryDate
  /** The words of the sentence that say when, as they stand there; "" when none do. */
  words: string
}

interface Found {
  from: number
  to: number
  words: string
  edtfs: readonly string[]
}

/**
 * The date that a plain sentence names: "In de zomer van 2014 overlijdt oma". A lone number is a year only where a
 * year can stand; two dates are a choice. Rather no date than a wrong one.
 */
export function dateInSentence(sentence: string, context: EntryContext): SentenceDate {
  const tokens = [...sentence.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    timely: isTimely(match[0]),
    at: match.index,
    end: match.index + match[0].length,
  }))
  const found: Found[] = []
  for (let size = Math.min(MAX_WORDS, tokens.length); size > 0; size -= 1) {
    for (let from = 0; from + size <= tokens.length; from += 1) {
      const to = from + size
      if (found.some((one) => from < one.to && to > one.from)) continue
      const first = tokens[from]
      const last = tokens[to - 1]
      if (!first || !last || !tokens.slice(from, to).some(({ timely }) => timely)) continue
      const words = trimmed(sentence.slice(first.at, last.end), to === tokens.length)
      const [before, after] = [tokens[from - 1]?.text ?? '', tokens[to]?.text ?? '']
      if (/\d$/u.test(words) && AMOUNT.test(after)) continue
      const edtfs = readings(words, context)
      if (edtfs.length === 0) continue
      if (isBareNumber(words) && !canBeYear(words, before, from === 0)) continue
      found.push({ from, to, words, edtfs })
    }
  }
  const [one, ...others] = found.sort((a, b) => a.from - b.from)
  if (!one) return { date: { state: 'none' }, words: '' }
  if (others.length === 0) {
    const [edtf = ''] = one.edtfs
    return {
      date: one.edtfs.length === 1 ? { state: 'sure', edtf } : { state: 'pick', edtfs: one.edtfs },
      words: one.words,
    }
  }
  const edtfs = [...new Set(found.flatMap((date) => date.edtfs))]
  return { date: { state: 'pick', edtfs }, words: found.map(({ words }) => words).join(' / ') }
}

/** Whether a word can be part of a date at all: a digit, a month, a season, "gisteren", "vorig", "jaar"… */
function isTimely(token: string): boolean {
  if (/\d/u.test(token)) return true
  const word = tidied(token).replaceAll(/[^\p{L}]/gu, '')
  return TIMELY.some((table) => lookUp(table, word) !== undefined)
}

const TIMELY = ['months', 'seasons', 'days', 'turns', 'decades', 'lengths'] as const

function readings(words: string, { locale, today }: EntryContext): readonly string[] {
  if (!/\p{L}|\d/u.test(words)) return []
  const date = dateOf(readWords(words, { locale, today }))
  if (date.state === 'sure') return [date.edtf]
  return date.state === 'pick' ? date.edtfs : []
}

/** The words without the marks of the sentence around them; a last "?" asks the sentence, not the date. */
function trimmed(words: string, atEnd: boolean): string {
  const bare = words.replace(/^[(["“‘]+/u, '').replace(/[.,:;!)\]"”]+$/u, '')
  return atEnd ? bare.replace(/\?+$/u, '') : bare
}

const isBareNumber = (words: string) =>
  /^[\d'’.\-/X]+$/iu.test(words) && !/^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/u.test(words)

function canBeYear(words: string, before: string, isFirst: boolean): boolean {
  if (/^\d{4}-\d{2}(?:-\d{2})?$/u.test(words)) return true
  if (BEFORE_YEAR.test(before)) return true
  return isFirst && YEAR_ALONE.test(words)
}
