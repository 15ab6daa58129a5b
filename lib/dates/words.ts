import { boundsOf } from './bounds'
import { parseEdtf, writeEdtf } from './edtf'
import { any, tidied, whole } from './lexicon'
import type { Reading, WordsContext } from './types'
import { readAnchored } from './words-anchored'
import { readDuration } from './words-duration'
import { markedWords, readEnd, withMark, withoutLeadIns } from './words-end'
import { readSchoolYear } from './words-part'
import { readDashed, readEither, readOpen, readRange } from './words-period'

/** Longer texts are stories, not dates. */
const MAX_LENGTH = 100

const NOBODY_KNOWS = whole(String.raw`(?:${any('nobodyKnows')}[ ?!]*|[-?. ]*)`)
/** Summer 2021 in EDTF, and to people two years in a row. */
const YEARS_OR_SEASON = /^(\d{2})(\d{2})-(2[1-4])$/

/**
 * Reads a date in people's own words, Dutch or English in any locale, or in EDTF. Total. What is not surely
 * understood is `unclear`: rather no date than a wrong one. Every date that is returned has bounds.
 *
 * Words that hang on somebody's age or on another event are read when `context` says who and what there is. School
 * years by number ("in groep 3") are not: the age in a group differs by two years and more.
 */
export function readWords(text: string, context: WordsContext): Reading {
  if (text.length > MAX_LENGTH) return { outcome: 'unclear' }
  const words = tidied(text)
  if (NOBODY_KNOWS.test(words)) return { outcome: 'unknown' }
  const typed = readTyped(text.trim())
  const found = typed.length > 0 ? typed : readWhole(words, context)
  const dates = [...new Set(found)].filter((edtf) => boundsOf(edtf, context.today) !== null)
  const [first, second] = dates
  if (first === undefined) return readAnchored(words, context)
  return second === undefined
    ? { outcome: 'understood', edtf: first }
    : { outcome: 'ambiguous', edtfs: dates }
}

/** EDTF as it was typed, in its canonical form. */
function readTyped(text: string): string[] {
  // "199x" is a way of writing; "20x5" is a slip.
  const date = parseEdtf(text) ?? (/x\d/.test(text) ? null : parseEdtf(text.replaceAll('x', 'X')))
  if (!date) return []
  const written = writeEdtf(date)
  const [, century = '', year = '', season = ''] = YEARS_OR_SEASON.exec(written) ?? []
  const twoYears = season !== '' && Number(year) + 1 === Number(season)
  return twoYears ? [`${century}${year}/${century}${season}`, written] : [written]
}

function readWhole(text: string, context: WordsContext): string[] {
  const readers = [readEnd, readSchoolYear, readDuration, readRange, readEither, readOpen]
  for (const words of new Set([text, withoutLeadIns(text)])) {
    for (const read of readers) {
      const found = read(words, context)
      if (found.length > 0) return found
    }
  }
  // Only now: in "± 2012 - 2017" the sign belongs to the start, in "± 2012-2017" to the whole.
  const marked = markedWords(text)
  const found = marked ? readWhole(marked.rest, context).map((edtf) => withMark(edtf, marked.mark)) : []
  return found.length > 0 ? found : readDashed(withoutLeadIns(text), context)
}
