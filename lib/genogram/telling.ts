import type { Case } from '@/lib/case/schema'
import type { Day, Locale } from '@/lib/dates/types'
import type { Genogram } from './fromCase'
import type { Say } from './storyDates'

/** One thing that can be read out, and what it is about: ids of records. */
export interface Sentence {
  text: string
  about: readonly string[]
}

export interface StoryOptions {
  today: Day
  locale: Locale
  /** Texts under `genogram.story`. */
  say: Say
  /** As it was at the end of this day; today when left out. */
  at?: Day
  /** Names of participants of the board by principal. */
  names?: ReadonlyMap<string, string>
}

/** What the parts of a story share. */
export interface Telling extends StoryOptions {
  all: Case
  picture: Genogram
  /** The name of a person or organisation. */
  nameOf: (id: string) => string
  /** "Iris, Sem en Ruud". */
  listOf: (names: readonly string[]) => string
  /** Whether it is not certain that this was so. */
  isPerhaps: (id: string) => boolean
}

/** A sentence without the gaps that an empty value leaves, and with a capital. */
export function tidy(text: string): string {
  const plain = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ (?=[.,:?])/gu, '')
    .trim()
  return plain.slice(0, 1).toUpperCase() + plain.slice(1)
}
