import { bothMarks, parseEdtf, writeEdtf } from './edtf'
import type { EdtfPart, Mark } from './edtf-types'
import { any, whole } from './lexicon'
import type { WordsContext } from './types'
import { mapDates } from './units'
import { readPart } from './words-part'
import { readPoint } from './words-point'
import { readRelative } from './words-relative'

const LEAD_IN = new RegExp(`^(?:, )?(?:${any('leadIns')}) `)
const MARKERS: { mark: Mark; pattern: RegExp }[] = [
  { mark: '~', pattern: whole(`(?:${any('approximateBefore')} |[\u00B1~] ?)(.+)`) },
  { mark: '~', pattern: whole(`(.+?)(?: ?,? ${any('approximateAfter')}|-?ish| ?[\u00B1~])`) },
  { mark: '?', pattern: whole(`(?:${any('uncertainBefore')})(?: ,)? (.+)`) },
  { mark: '?', pattern: whole(String.raw`(.+?)(?: ?,? ${any('uncertainAfter')}| ?\?+)`) },
  { mark: '%', pattern: whole('(.+?) ?%') },
]

/** What a marker says of the words beside it. */
interface Marked {
  mark: Mark
  rest: string
}

/** Takes one marker off ("rond", "misschien", "?"), or null when there is none. */
export function markedWords(text: string): Marked | null {
  for (const { mark, pattern } of MARKERS) {
    const rest = pattern.exec(text)?.[1]
    if (rest !== undefined) return { mark, rest }
  }
  return null
}

/** The words without "in de", "ergens" and the like before them. */
export function withoutLeadIns(text: string): string {
  let rest = text
  while (LEAD_IN.test(rest)) rest = rest.replace(LEAD_IN, '')
  return rest
}

/** Reads one moment with its markers: a date, or a set for "begin 2016". None when these are other words. */
export function readEnd(text: string, context: WordsContext): string[] {
  for (const words of new Set([text, withoutLeadIns(text)])) {
    for (const read of [readRelative, readPart, readPoint]) {
      const found = read(words, context).filter((edtf) => parseEdtf(edtf) !== null)
      if (found.length > 0) return found
    }
    const marked = markedWords(words)
    if (marked) return readEnd(marked.rest, context).map((edtf) => withMark(edtf, marked.mark))
  }
  return []
}

/** Adds a mark to every date that is named. */
export function withMark(edtf: string, mark: Mark): string {
  const date = parseEdtf(edtf)
  if (!date) return edtf
  const marked = (part: EdtfPart): EdtfPart => ({ ...part, mark: bothMarks(part.mark, mark) })
  return writeEdtf(
    mapDates(date, (one) => ({
      ...one,
      year: marked(one.year),
      month: one.month && marked(one.month),
      day: one.day && marked(one.day),
    })),
  )
}
