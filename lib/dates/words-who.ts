import { tidied } from './lexicon'
import type { WordsEvent, WordsPerson } from './types'

/** How many are offered at once; more is no choice but a search. */
const MOST = 6

const SHE = /^(?:ze|zij|haar|d'r|she|her)$/
const HE = /^(?:hij|ie|hem|zijn|z'n|he|his)$/
const ANYONE = /^(?:hen|hun|die|they|their)$/
const POSSESSIVE_END = /(?:'s?| haar| zijn| z'n| d'r| hun)$/

const DETERMINER =
  /^(?:de|het|die|dat|deze|dit|haar|zijn|hun|mijn|ons|onze|the|that|this|her|his|their|my|our) /
/** What says nothing about which event is meant. */
const STOP_WORDS = new Set(
  (
    'de het een die dat deze dit haar zijn hun mijn ons onze ze zij hij hem hen er van in op bij met door uit aan voor na ' +
    'naar te om en of tot is was werd the a an that this her his their my our she he they of on at with by from to for ' +
    'and or in is was s z n d r'
  ).split(' '),
)

/** People who can be meant; `settled`: the first is, unless somebody says otherwise. */
interface Who {
  people: WordsPerson[]
  settled: boolean
}

/**
 * Who is meant by "ze", "Denise", "Denise haar" or nobody by name (""): the person "om wie het gaat" first for a
 * pronoun, and whoever else it can be. None when nobody goes by that name.
 */
export function whoIsMeant(words: string, people: readonly WordsPerson[]): Who {
  const pronoun = words === '' || SHE.test(words) || HE.test(words) || ANYONE.test(words)
  if (!pronoun) {
    const named = goingBy(words.replace(POSSESSIVE_END, ''), people)
    return { people: named.slice(0, MOST), settled: named.length === 1 }
  }
  const not = SHE.test(words) ? 'male' : HE.test(words) ? 'female' : null
  const possible = people.filter(({ gender }) => not === null || gender !== not)
  const first = possible.filter(({ isIndex }) => isIndex)
  const others = possible.filter(({ isIndex }) => !isIndex)
  return { people: [...first, ...others].slice(0, MOST), settled: first.length === 1 }
}

/**
 * Events that a phrase can mean: every word of it that says something stands in the title as a whole word. A phrase
 * without "de", "zijn" and the like ("na school") has to be the whole title.
 */
export function eventsMeant(phrase: string, events: readonly WordsEvent[]): WordsEvent[] {
  const wanted = significant(phrase)
  if (!wanted.some((word) => /\p{L}{3}/u.test(word))) return []
  const found = events.flatMap((event) => {
    const title = new Set(significant(tidied(event.title)))
    const whole = title.size === new Set(wanted).size
    const meant = wanted.every((word) => title.has(word)) && (whole || DETERMINER.test(phrase))
    return meant ? [{ event, whole }] : []
  })
  return found
    .toSorted((a, b) => Number(b.whole) - Number(a.whole))
    .map(({ event }) => event)
    .slice(0, MOST)
}

function significant(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !STOP_WORDS.has(word))
}

/** Whose name has all these words; "denises" is Denise's. */
function goingBy(words: string, people: readonly WordsPerson[]): WordsPerson[] {
  const has = (wanted: string[]) =>
    people.filter(({ name }) => {
      const parts = new Set(tidied(name).split(/[^\p{L}\p{N}]+/u))
      return wanted.length > 0 && wanted.every((word) => parts.has(word))
    })
  const found = has(significant(words))
  return found.length > 0 || !words.endsWith('s') ? found : has(significant(words.slice(0, -1)))
}
