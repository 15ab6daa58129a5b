import type { Case } from '@/lib/case/schema'
import { cut } from './csv/cut'

/** Words of a pseudonymised case. */
export interface PseudonymWords {
  /** "Persoon A". */
  person: (letter: string) => string
  /** For a first name that two people share: "Persoon A of Persoon B". */
  either: (first: string, second: string) => string
  /** What stands for a family name: "[naam]". */
  familyName: string
}

/**
 * The case with every person's name replaced: by their pseudonym, else by "Persoon A", "Persoon B"… in order of
 * who they are, so that the same case gives the same letters. In texts a full name, a first name or a family name is
 * replaced where it stands as a word of its own, whatever its capitals, with a possible s of possession kept.
 *
 * `names` are those of people who are not in the case themselves: participants of the board. What remains can still
 * show who somebody is (a job, a place, a nickname); whoever asks for this has to be told so.
 */
export function pseudonymise(all: Case, names: readonly string[], words: PseudonymWords): Case {
  return mapTexts(all, replacer(all, names, words))
}

/** `pseudonymise` for a text beside the case, such as a participant's name. */
export function replacer(
  all: Case,
  names: readonly string[],
  words: PseudonymWords,
): (text: string) => string {
  const standIns = standInsOf(all, names, words)
  if (standIns.size === 0) return (text) => text
  // As they are written too: not every capital is found by its small letter ("İ").
  const written = [...standIns.keys()]
    .flatMap((name) => [name, name.toUpperCase()])
    .concat(writtenNames(all, names))
  const forms = [...new Set(written)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const one = forms.map((name) => name.split(/\s+/u).map(escapeRegExp).join('\\s+')).join('|')
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])(?:${one})(?=(?:['’]?s|['’])?(?![\\p{L}\\p{N}\\p{M}]))`,
    'giu',
  )
  return (text) =>
    text.normalize('NFC').replace(pattern, (match) => {
      const key = keyOf(match)
      if (MONTHS.has(match)) return match
      return standIns.get(key) ?? match
    })
}

/** Shorter than this and a part of a name is a word of the language. */
const MIN_PART = 3

/** Words that begin a name without being one; replacing them would take the sense out of every text. */
const ROLES = new Set(
  'oma opa papa mama pappa mamma pap mam vader moeder ouder ouders tante oom broer zus zusje broertje neef nicht buurvrouw buurman juf meester mevrouw meneer mw dhr dr drs de het een van voor der den ter ten ’t familie gezin grandma grandpa mum dad mother father aunt uncle brother sister mr mrs ms miss the a of and en'.split(
    ' ',
  ),
)

/** "jan 2015" and "in april" are dates, unless they are written as a name. */
const MONTHS = new Set(
  'jan feb mrt apr mei jun jul aug sep okt nov dec april juni juli augustus may june july august'.split(' '),
)

const keyOf = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
const escapeRegExp = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)

/** What stands for each name, and each part of one, by the name in lower case. */
function standInsOf(all: Case, names: readonly string[], words: PseudonymWords): Map<string, string> {
  const full = new Map<string, string>()
  /** First names and family names, with everybody whom they can mean. */
  const parts = new Map<string, Set<string>>()
  const family = new Set<string>()
  const organisations = new Set(all.organisations.map(({ name }) => keyOf(name)))
  const taken = new Set(all.people.map(({ pseudonym }) => pseudonym.trim()))
  let count = 0
  const nextLetter = (): string => {
    for (;;) {
      const label = words.person(letterOf(count++))
      if (!taken.has(label)) return label
    }
  }
  const add = (name: string, pseudonym: string) => {
    const key = keyOf(name)
    if (key === '' || !/[\p{L}\p{N}]/u.test(key)) return
    const label = full.get(key) ?? (pseudonym.trim() || nextLetter())
    full.set(key, label)
    const tokens = key.split(' ').filter((token) => token.length >= MIN_PART && !ROLES.has(token))
    const [first, ...others] = tokens
    if (first && key !== first) parts.set(first, (parts.get(first) ?? new Set()).add(label))
    for (const token of others) family.add(token)
  }
  for (const { name, pseudonym } of all.people) add(name, pseudonym)
  for (const name of [...spokenNames(all), ...names]) if (!organisations.has(keyOf(name))) add(name, '')

  const standIns = new Map<string, string>([...family].map((token) => [token, words.familyName]))
  for (const [first, labels] of parts) {
    const [one = '', other] = [...labels]
    standIns.set(first, other === undefined ? one : words.either(one, other))
  }
  for (const [name, label] of full) standIns.set(name, label)
  return standIns
}

/** Every name and every part of one that stands for somebody, as it is written. */
function writtenNames(all: Case, names: readonly string[]): string[] {
  return [...all.people.map(({ name }) => name), ...spokenNames(all), ...names]
    .flatMap((name) => [name.trim(), ...name.trim().split(/\s+/u)])
    .map((name) => name.normalize('NFC'))
    .filter((name) => name !== '')
}

/** Names that are words so far: of moments, of who told them, of who reacted. In order of the records. */
function spokenNames(all: Case): string[] {
  return all.events
    .flatMap(({ names, toldBy, takes, answers }) => [
      ...names,
      toldBy?.name ?? '',
      ...Object.values(takes).map(({ name }) => name),
      ...Object.values(answers).map(({ name }) => name),
    ])
    .concat(all.threads.flatMap(({ takes }) => Object.values(takes).map(({ name }) => name)))
}

/** A, B … Z, AA, AB … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

/** Fields that hold ids and fixed words of the schema: a person called "Contact" must not change a kind of event. */
const NO_TEXT = new Set(
  'id kind date side source principal person createdBy writtenBy by order subjects people organisations asked items about partners members child parent partnership organisation subject from to type gender birthGender circle status answer nature helpful relation unit view record form noticed scale schema indexPerson ageOf asset merged mergedInto'.split(
    ' ',
  ),
)

/** Longest text of a field in the schema, in UTF-16 units: a stand-in can be longer than the name. */
const LIMITS: Readonly<Record<string, number>> = {
  title: 300,
  description: 20_000,
  originalText: 200,
  name: 200,
  names: 200,
  pseudonym: 200,
  role: 200,
  place: 200,
  question: 1_000,
  note: 5_000,
  now: 5_000,
  helped: 5_000,
  hindered: 5_000,
  assetText: 1_000,
  'exits text': 500,
  'takes text': 5_000,
  'lanes name': 100,
  text: 20_000,
}
/** Nested records whose fields have limits of their own. */
const NESTED = new Set(['exits', 'takes', 'lanes'])

/** A copy of plain data in which every text that people wrote went through `change`. */
function mapTexts<T>(value: T, change: (text: string) => string, field = '', nested = ''): T {
  if (typeof value === 'string') {
    if (NO_TEXT.has(field)) return value
    return cut(change(value), LIMITS[`${nested} ${field}`] ?? LIMITS[field] ?? value.length + 100) as T &
      string
  }
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change, field, nested)) as T
  if (typeof value !== 'object' || value === null) return value
  const within = NESTED.has(field) ? field : nested
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapTexts(one, change, name, within)]),
  ) as T
}
