import type { Case } from '@/lib/case/schema'
import { genogramOf } from './fromCase'
import { sayBonds } from './storyBonds'
import { sayFamily } from './storyFamily'
import { namer } from './storyNames'
import { sayPeople } from './storyPeople'
import type { Sentence, StoryOptions, Telling } from './telling'

/** The story in parts, in the order in which it is told. */
export interface Story {
  /** Whom it is about, couples and children. */
  family: readonly Sentence[]
  /** Who everybody is, and who died. */
  people: readonly Sentence[]
  /** Who live together. */
  homes: readonly Sentence[]
  /** How people see what is between them, and what looks alike. */
  bonds: readonly Sentence[]
}

/**
 * "The story so far" in sentences: all that the picture shows, for reading out and for who cannot see it. Pure and
 * total; what the picture leaves out (another time, a hidden circle) is left out here.
 */
export function storyOf(all: Case, options: StoryOptions): Story {
  const { today, locale, at, names, say } = options
  const words = { phase: String, accordingTo: String, perhaps: String }
  const picture = genogramOf(all, { today, locale, words, at, names })
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'nl-NL', { type: 'conjunction' })
  const perhaps = new Set(picture.perhaps.map(({ id }) => id))
  const telling: Telling = {
    ...options,
    all,
    picture,
    nameOf: namer(all, say),
    listOf: (names) => list.format(names),
    isPerhaps: (id) => perhaps.has(id),
  }
  const { homes, bonds } = sayBonds(telling)
  return { family: sayFamily(telling), people: sayPeople(telling), homes, bonds }
}
