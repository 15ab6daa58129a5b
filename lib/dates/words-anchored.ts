import type { EventAnchor } from '@/lib/case/schema'
import { anchoredDate } from './anchored'
import { any, anyKey, lookUp, whole } from './lexicon'
import type { Reading, RelativeReading, WordsContext } from './types'
import { ageOf, ordinalAgeOf } from './words-ages'
import { eventsMeant, whoIsMeant } from './words-who'

type How = Pick<EventAnchor, 'relation' | 'about'>

const NEAR = String.raw`(?:(?:heel )?(?:kort|vlak|net|meteen|direct)|(?:very )?(?:shortly|just|soon|right))`
const ASIDE = `(?:${NEAR} )?(?:voor|na|before|after)`
const ASIDE_CLAUSE = `(?:${NEAR} )?(?:voordat|nadat|voor|na|before|after)`
const ROUGHLY = String.raw`rond|rondom|omstreeks|ongeveer op|around|about`
const BIRTHDAY = '(?: verjaardag| birthday| jaar)?'
const ABOUT_AGE = String.raw`(?:(?<about>ongeveer|ca|circa|rond de|een jaar of|zo'n|about|around) )?`
const AGE = String.raw`(?<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)`
const ORDINAL = String.raw`(?<ordinal>\d{1,3}[a-z]{1,3}|[a-z]+(?:-[a-z]+)?)`

/** Each names who (`who`, nobody by name when absent), how (`rel`, else at) and how old (absent: at birth). */
const OF_AGE = [
  `toen (?<who>.+?) ${ABOUT_AGE}${AGE}(?: jaar| jr)?(?: oud)? (?:was|werd)`,
  `when (?<who>.+?) (?:was|turned|became) ${ABOUT_AGE}${AGE}(?: years?)?(?: old)?`,
  `(?<rel>${ASIDE_CLAUSE}) (?<who>.+?) ${AGE}(?: jaar)? (?:was|werd|wordt)`,
  `(?<rel>before|after) (?<who>.+?) (?:was|turned|became) ${AGE}`,
  `(?<rel>${ASIDE}|${ROUGHLY}|op|at|on) (?<who>.+?) ${ORDINAL}${BIRTHDAY}`,
  // "The 5th of April" is no birthday of somebody who is called so.
  `(?<rel>${ASIDE}|${ROUGHLY}|op|on) (?:de|the) ${ORDINAL} (?:verjaardag|birthday) (?:van|of) (?<who>.+)`,
  `op ${AGE}-?jarige leeftijd`,
  `op (?:een |de )?leeftijd van ${ABOUT_AGE}${AGE}(?: jaar)?`,
  `(?:aged|at age|at the age of) ${ABOUT_AGE}${AGE}`,
  `(?<rel>voor|na) (?:de|een) leeftijd van ${AGE}(?: jaar)?`,
  `(?<rel>before|after) (?:the )?age (?:of )?${AGE}`,
].map(whole)
const OF_BIRTH = [
  `(?:toen|when) (?<who>.+?) (?:geboren (?:werd|is)|was born)`,
  `(?<rel>${ASIDE_CLAUSE}) (?<who>.+?) (?:geboren (?:werd|is|was)|was born)`,
  `(?<rel>${ASIDE}|${ROUGHLY}|bij|at) (?<who>.+?) (?:geboorte|birth)`,
  `(?<rel>${ASIDE}|${ROUGHLY}|bij|at) (?:de|the) (?:geboorte van|birth of) (?<who>.+)`,
].map(whole)

const COUNT = String.raw`(?<count>\d{1,3}|${anyKey('numbers')}) (?<unit>${anyKey('lengths')})`
const ONE = `(?:de|het|the) (?<one>${anyKey('lengths')})`
const ABOUT_COUNT = String.raw`(?:(?:${any('approximateBefore')}|zo'n|\u00B1|~) ?)?`
/** Each names what (`what`), how (`rel`), and how long before or after it. */
const OF_EVENT = [
  `${ABOUT_COUNT}(?:${COUNT}|${ONE}) (?<rel>voor|na|before|after|nadat|voordat) (?<what>.+)`,
  `(?<rel>${ASIDE_CLAUSE}|${ROUGHLY}|tijdens|ten tijde van|bij|toen|during|at the time of|when) (?<what>.+)`,
].map(whole)

/** Before words that hang on something else and say nothing. */
const LEAD_IN = /^(?:(?:ergens|dat was|het was|sometime|that was|it was) )+/

/**
 * Reads what hangs on somebody's age ("toen ze 11 was", "voor haar 10e") or on another event ("na de scheiding",
 * "twee jaar na de scheiding"); unclear when these are other words, or nobody and nothing goes by that name.
 */
export function readAnchored(text: string, context: WordsContext): Reading {
  const words = text.replace(LEAD_IN, '').replaceAll(' , ', ' ')
  const ages = readAge(words, context)
  const events = readEvent(words, context)
  const readings = [...events, ...ages.readings]
  if (readings.length === 0) return { outcome: 'unclear' }
  const settled = events.length === 0 ? ages.settled : readings.length === 1
  return { outcome: 'relative', readings, settled }
}

function readAge(words: string, { people }: WordsContext): { readings: RelativeReading[]; settled: boolean } {
  const nothing = { readings: [], settled: false }
  if (!people) return nothing
  for (const pattern of [...OF_AGE, ...OF_BIRTH]) {
    const groups = pattern.exec(words)?.groups
    if (!groups) continue
    const { who = '', rel = 'at', about, age: word, ordinal } = groups
    const isAge = word !== undefined || ordinal !== undefined
    const age = word !== undefined ? ageOf(word) : ordinal !== undefined ? ordinalAgeOf(ordinal) : null
    if (isAge && age === null) continue
    const meant = whoIsMeant(who, people)
    if (meant.people.length === 0) continue
    const how = howOf(about === undefined ? rel : 'about')
    const readings = meant.people.map(({ id, name, birth }): RelativeReading => {
      const anchor: EventAnchor = { kind: 'person', id, age, span: null, ...how }
      return { anchor, edtf: anchoredDate(anchor, birth), about: name }
    })
    return { readings, settled: meant.settled }
  }
  return nothing
}

function readEvent(words: string, { events }: WordsContext): RelativeReading[] {
  if (!events) return []
  for (const pattern of OF_EVENT) {
    const { rel = '', what = '', count, unit, one } = pattern.exec(words)?.groups ?? {}
    const span = spanOf(count, unit, one)
    const readings = eventsMeant(what, events).map(({ id, title, date }): RelativeReading => {
      const anchor: EventAnchor = { kind: 'event', id, age: null, span, ...howOf(rel) }
      return { anchor, edtf: anchoredDate(anchor, date), about: title }
    })
    if (readings.length > 0) return readings
  }
  return []
}

function spanOf(count?: string, unit?: string, one?: string): EventAnchor['span'] {
  const length = lookUp('lengths', unit ?? one ?? '')
  if (!length) return null
  const amount = one === undefined ? (lookUp('numbers', count ?? '') ?? Number(count)) : 1
  return amount > 0 ? { count: amount, unit: length } : null
}

function howOf(words: string): How {
  const relation = /\b(?:voor|voordat|before)$/.test(words)
    ? 'before'
    : /\b(?:na|nadat|after)$/.test(words)
      ? 'after'
      : 'at'
  const plain =
    /^(?:voor|voordat|na|nadat|before|after|op|at|on|tijdens|ten tijde van|bij|toen|during|at the time of|when)$/
  return plain.test(words) ? { relation } : { relation, about: true }
}
