import type { Reading } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'
import type { EntryContext, EntryDate, EntryDraft } from './types'

/** What a reading of words for a date means for a moment that is being made. */
export function dateOf(reading: Reading): EntryDate {
  switch (reading.outcome) {
    case 'understood':
      return { state: 'sure', edtf: reading.edtf }
    case 'ambiguous':
      return { state: 'pick', edtfs: reading.edtfs }
    case 'relative': {
      const [first] = reading.readings
      // Which person or moment is meant is asked in the moment's own field; until then the words are kept.
      return first && reading.settled ? { state: 'hangs', ...first } : { state: 'words' }
    }
    case 'unknown':
    case 'unclear':
      return { state: 'words' }
  }
}

/** How words are read that are said to be a date. */
export function readDateWords(words: string, context: EntryContext): EntryDate {
  return words.trim() === '' ? { state: 'none' } : dateOf(readWords(words, context))
}

/** The date that a draft gets by this reading, until somebody picks another. */
export function datedBy(date: EntryDate): Pick<EntryDraft, 'date' | 'anchor'> {
  if (date.state === 'hangs') return { date: date.edtf, anchor: date.anchor }
  return { date: date.state === 'sure' ? date.edtf : null, anchor: null }
}

/** Whether words are surely a date: one reading or several. */
export function isDate(words: string, context: EntryContext): boolean {
  const { state } = dateOf(readWords(words, context))
  return state === 'sure' || state === 'pick' || state === 'hangs'
}

const TIME_WORDS = new RegExp(
  String.raw`^(?:rond|toen|na|voor|v[oó]{2}r|tijdens|sinds|tussen|vanaf|begin|eind|midden|medio|ergens|in de|around|when|after|before|during|since|between|from|early|late)\b|\b(?:1[89]|20)\d\d\b`,
  'iu',
)

/** Whether words were probably meant as a date, understood or not: "rond de scheiding", "weten we niet". */
export function seemsDate(words: string, context: EntryContext): boolean {
  const { outcome } = readWords(words, context)
  return outcome !== 'unclear' || (words.length <= 60 && TIME_WORDS.test(words.trim()))
}
