import type { Locale, SaidDate } from '@/lib/dates/types'
import { readWords } from '@/lib/dates/words'
import type { EntryWords } from './words'

/** A name with what was said of when they were born and died. */
export interface NamedPerson {
  name: string
  gender: 'male' | 'female' | 'unknown'
  birth: SaidDate | null
  death: SaidDate | null
}

/** What reading a line needs to know. */
export interface LineContext {
  locale: Locale
  today: number
}

/** Letters, with what can stand within a name; no figures, and few enough words to be one. */
const NAME = /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){0,4}$/u
/** What begins a date: a bracket, a figure, or a sign of birth, death or thereabouts. */
const DATED = /^(.*?)\s*(?=[(*†±~]|\b\d|\b(?:rond|ca\.?|circa|around|about)\s+\d)(.*)$/u

/** "Bep †2012", "Sanne (2009)", "Jan 1938-2012"; null when it is no name with dates that can be read. */
export function readName(text: string, words: EntryWords, context: LineContext): NamedPerson | null {
  const plain = text.trim().replaceAll(/\s+/gu, ' ')
  const spelled = spellSigns(plain, words)
  const [, before, after] = DATED.exec(spelled) ?? [null, spelled, '']
  const name = (before ?? '').trim()
  if (!NAME.test(name)) return null
  const dates = after?.trim() ? readDates(after.trim(), context) : { birth: null, death: null }
  if (!dates) return null
  const [first = ''] = name.toLowerCase().split(' ')
  const shown = name.slice(0, 1).toUpperCase() + name.slice(1)
  return { name: shown, gender: words.titles[first] ?? 'unknown', ...dates }
}

/** Words for birth and death become the signs for them. */
function spellSigns(text: string, words: EntryWords): string {
  return text
    .split(' ')
    .map((word) => {
      const low = word.toLowerCase()
      if (words.born.includes(low)) return '*'
      return words.died.includes(low) ? '†' : word
    })
    .join(' ')
}

/** Signs and brackets around one or two dates: a birth, a death, or from the one to the other. */
export function readDates(text: string, context: LineContext): Pick<NamedPerson, 'birth' | 'death'> | null {
  const bare = text.replaceAll(/[()]/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
  const both = /^\*?\s*([^†*]+?)\s*(?:[-–]\s*†?|†)\s*(\d{4})$/u.exec(bare)
  if (both && /\d{4}/.test(both[1] ?? '')) {
    const [birth, death] = [readDate(both[1] ?? '', context), readDate(both[2] ?? '', context)]
    return birth && death ? { birth, death } : null
  }
  const isDeath = bare.startsWith('†')
  const date = readDate(bare.replace(/^[*†]\s*/u, ''), context)
  if (!date) return null
  return isDeath ? { birth: null, death: date } : { birth: date, death: null }
}

/** A date that can be read in one way only. */
export function readDate(text: string, { locale, today }: LineContext): SaidDate | null {
  const reading = text.trim() === '' ? null : readWords(text.trim(), { locale, today })
  return reading?.outcome === 'understood' ? { edtf: reading.edtf, originalText: text.trim() } : null
}
