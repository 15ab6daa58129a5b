import { parentsIn, parentagesOf } from '@/lib/case/kin'
import type { Case, CasePerson } from '@/lib/case/schema'
import type { Say } from './storyDates'

/** The name of a person or organisation; who has none is somebody all the same. */
export function namer(all: Case, say: Say): (id: string) => string {
  const names = new Map([...all.people, ...all.organisations].map(({ id, name }) => [id, name.trim()]))
  return (id) => names.get(id) || say('nameless')
}

/**
 * Somebody in a sentence that another says: "zij" for the speaker, "haar moeder" for who can only be meant by that,
 * else the name. `as` is where they stand in the sentence.
 */
export function nameFor(
  all: Case,
  speaker: CasePerson | undefined,
  id: string,
  as: 'subject' | 'object',
  words: { nameOf: (id: string) => string; say: Say },
): string {
  const { nameOf, say } = words
  const of = speaker?.gender
  if (!speaker || (of !== 'female' && of !== 'male')) return nameOf(id)
  if (id === speaker.id) return say(`${as === 'subject' ? 'pronoun' : 'object'}.${of}`)
  const parents = new Set(
    parentagesOf(all, speaker.id)
      .filter(({ type }) => type === 'biological')
      .flatMap((parentage) => parentsIn(all, parentage)),
  )
  const genderOf = (one: string) => all.people.find((person) => person.id === one)?.gender
  const gender = genderOf(id)
  const isOnly = [...parents].filter((one) => genderOf(one) === gender).length === 1
  if (!parents.has(id) || !isOnly || (gender !== 'female' && gender !== 'male')) return nameOf(id)
  return say(`parentOf.${of}.${gender}`)
}
