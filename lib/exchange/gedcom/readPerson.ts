import type { RowOf } from '../caseFile'
import { asserted, dateOf, isAsserted, MAX_NAME, pointed, UNDATED, type Reading } from './reading'
import type { GedNode } from './tree'

const GENDERS = { M: 'male', F: 'female', X: 'nonbinary', U: 'unknown' } as const
const KINDS = ['person', 'pet', 'pregnancy', 'miscarriage', 'abortion', 'stillbirth'] as const
const CIRCLES = ['family', 'network', 'professional', 'unknown'] as const

/** One INDI as a person; what it says of families and relations is read elsewhere. */
export function readPerson(reading: Reading, node: GedNode, id: string, order: string): RowOf<'people'> {
  const { ledger } = reading
  for (const restriction of ledger.all(node, 'RESN')) ledger.warn(restriction, 'restricted')
  const birth = ledger.one(node, 'BIRT')
  const death = ledger.one(node, 'DEAT')
  const bornDead = death && isStillborn(death)
  const employer = ledger.ours(node, 'WORKSFOR')
  return {
    id,
    name: nameOf(reading, node),
    pseudonym: ledger.ourText(node, 'PSEUDONYM', MAX_NAME) ?? '',
    gender: genderOf(reading, node),
    birthGender: birthGenderOf(reading, node),
    kind: oneOf(KINDS, ledger.ourText(node, 'KIND')) ?? (bornDead ? 'stillbirth' : 'person'),
    // Everybody was born: an empty birth says nothing, and there is nothing to warn of.
    birth: birth && isAsserted(birth) ? dateOf(reading, birth) : UNDATED,
    death: death && asserted(reading, death) ? dateOf(reading, death) : null,
    circle: oneOf(CIRCLES, ledger.ourText(node, 'CIRCLE')) ?? 'unknown',
    role: ledger.ourText(node, 'ROLE', MAX_NAME) ?? occupationOf(reading, node),
    organisation: employer && pointed(reading, employer, reading.organisations),
    place: placeOf(reading, node),
    order,
  }
}

/** The name as it is said: slashes around the family name go, a nickname stands after it in brackets. */
function nameOf({ ledger }: Reading, person: GedNode): string {
  const node = ledger.one(person, 'NAME')
  if (!node) return ''
  const own = ledger.ourText(node, 'NAME', MAX_NAME)
  const whole = tidy(ledger.text(node).replaceAll('/', ' '))
  const part = (tag: string) => tidy(ledger.textOf(node, tag))
  const [before, given, between, family, after, nick] = [
    part('NPFX'),
    part('GIVN'),
    part('SPFX'),
    part('SURN'),
    part('NSFX'),
    part('NICK'),
  ]
  if (own !== null) return own
  const spoken = whole || [given, between, family].filter((word) => word !== '').join(' ')
  const has = (word: string) => word === '' || spoken.toLowerCase().includes(word.toLowerCase())
  const titled = [has(before) ? '' : before, spoken, has(after) ? '' : after]
  const name = [...titled, has(nick) ? '' : `(${nick})`].filter((word) => word !== '').join(' ')
  return ledger.fit(node, name, MAX_NAME)
}

const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

function genderOf({ ledger }: Reading, person: GedNode) {
  const node = person.children.find(({ tag }) => tag === 'SEX')
  const gender = node && genderIn(node.value)
  // What is no letter of the standard stays, and is told as left out.
  if (gender) ledger.take(node)
  return gender ?? 'unknown'
}

function birthGenderOf({ ledger }: Reading, person: GedNode) {
  const said = ledger.ourText(person, 'BIRTHSEX')
  const gender = said === null ? null : genderIn(said)
  return gender === 'nonbinary' ? null : gender
}

function genderIn(text: string): 'male' | 'female' | 'nonbinary' | 'unknown' | null {
  const letter = text.trim().toUpperCase()
  return letter in GENDERS ? GENDERS[letter as keyof typeof GENDERS] : null
}

/** What somebody does, when it is said without a date; with one it is a moment. */
function occupationOf({ ledger }: Reading, person: GedNode): string {
  const node = person.children.find(({ tag, children }) => tag === 'OCCU' && !hasDate(children))
  if (!node || node.value.trim() === '') return ''
  ledger.take(node)
  return ledger.text(node, MAX_NAME).trim()
}

/** Where somebody lives, when it is said without a date. */
function placeOf({ ledger }: Reading, person: GedNode): string {
  const home = person.children.find(({ tag, children }) => tag === 'RESI' && !hasDate(children))
  const place = home?.children.find(({ tag }) => tag === 'PLAC')
  if (!home || !place) return ''
  ledger.take(home)
  ledger.take(place)
  return ledger.text(place, MAX_NAME).trim()
}

const hasDate = (children: readonly GedNode[]) => children.some(({ tag }) => tag === 'DATE')

function isStillborn(death: GedNode): boolean {
  const age = death.children.find(({ tag }) => tag === 'AGE')
  const said = [age?.value, ...(age?.children.map(({ value }) => value) ?? [])]
  return said.some((text) => text?.trim().toUpperCase() === 'STILLBORN')
}

function oneOf<T extends string>(all: readonly T[], text: string | null): T | null {
  return all.find((one) => one === text) ?? null
}
