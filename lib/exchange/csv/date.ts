import { parseEdtf, writeEdtf } from '@/lib/dates/edtf'
import type { Day, SaidDate } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'

/** What reading the dates of one file needs to know. */
export interface FileContext {
  /** English headers: "3/4/2016" can then be the fourth of March. */
  english: boolean
  today: Day
}

/**
 * The date of a cell: EDTF as it is, else people's words in either language, which are then kept beside it. Null
 * when it can be read in several ways or not at all: then a person has to say what is meant.
 */
export function readDate(cell: string, { english, today }: FileContext): SaidDate | null {
  const edtf = parseEdtf(cell)
  if (edtf) return { edtf: writeEdtf(edtf), originalText: '' }
  if (cell.length > 200) return null
  const reading = readWords(cell, { locale: english ? 'en' : 'nl', today })
  if (reading.outcome === 'understood') return { edtf: reading.edtf, originalText: cell }
  return reading.outcome === 'unknown' ? { edtf: null, originalText: cell } : null
}
