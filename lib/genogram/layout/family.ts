import { byText } from '@/lib/timeline/lanes'
import type { GenoChild, GenogramInput, GenoPerson, GenoUnion } from '../types'

/** One child of one couple; `partners` is repeated here because nearly everything asks for it. */
export interface Tie extends GenoChild {
  couple: Couple
}

/** A union of which everything exists: one partner, two, or none when nobody of it is known. */
export interface Couple {
  id: string
  partners: readonly string[]
  since: number | null
  order: string
  /** One tie per child, in ascending order of the child's id. */
  ties: Tie[]
}

/** The family without what cannot be drawn, in an order that does not depend on the input's. */
export interface Family {
  /** By ascending id. */
  people: ReadonlyMap<string, GenoPerson>
  /** In order of time, then order key, then id. */
  couples: readonly Couple[]
  /** The tie by which a child stands with its brothers and sisters. */
  home: ReadonlyMap<string, Tie>
  /** Children who stand with a couple, oldest first, those of one pregnancy together. */
  sibships: ReadonlyMap<Couple, readonly Tie[]>
  /** Everybody who has a row: those with a partner, a parent or a child, and the circle "family". */
  members: readonly string[]
}

/** A child stands where it belongs most: see GL9. */
const HOME_FIRST = [
  'adopted',
  'biological',
  'foster',
  'guardianship',
  'step',
  'unknown',
  'donor',
  'surrogate',
]

function rank(tie: GenoChild): number {
  const place = HOME_FIRST.indexOf(tie.type)
  return (place < 0 ? 5 : place) + (tie.ended ? 10 : 0)
}

function byDay(a: number | null, b: number | null): number {
  return (a ?? Infinity) === (b ?? Infinity) ? 0 : (a ?? Infinity) - (b ?? Infinity)
}

function byTime(a: Couple, b: Couple): number {
  return byDay(a.since, b.since) || byText(a.order, b.order) || byText(a.id, b.id)
}

function byBirth(a: GenoPerson, b: GenoPerson): number {
  return byDay(a.born, b.born) || byText(a.order, b.order) || byText(a.id, b.id)
}

/** The first of each id; equal ids are told apart by what they say, so that their order in the input is no matter. */
function onePerId<T extends { id: string }>(all: readonly T[], said: (one: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const one of all) {
    const other = seen.get(one.id)
    if (!other || said(one) < said(other)) seen.set(one.id, one)
  }
  return [...seen.values()].sort((a, b) => byText(a.id, b.id))
}

function saidOf(union: GenoUnion): string {
  const children = union.children.map((one) => JSON.stringify(one)).sort(byText)
  return JSON.stringify({ ...union, children })
}

/** Total: unknown ids, doubles and self-marriages are left out of what is drawn, a couple or person never. */
export function familyOf(input: GenogramInput): Family {
  const people = new Map(onePerId(input.people, (one) => JSON.stringify(one)).map((one) => [one.id, one]))
  const couples = onePerId(input.unions, saidOf)
    .map((union): Couple => {
      const partners = [...new Set<string>(union.partners)]
        .filter((id) => people.has(id))
        .sort(byText)
        .slice(0, 2)
      const couple: Couple = { id: union.id, partners, since: union.since, order: union.order, ties: [] }
      const sorted = [...union.children].sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id))
      const seen = new Set<string>()
      for (const child of sorted) {
        if (!people.has(child.child) || seen.has(child.child)) continue
        seen.add(child.child)
        couple.ties.push({ ...child, couple })
      }
      couple.ties.sort((a, b) => byText(a.child, b.child))
      return couple
    })
    .sort(byTime)
  const home = new Map<string, Tie>()
  const members = new Set<string>()
  for (const one of people.values()) if (one.circle === 'family') members.add(one.id)
  for (const couple of couples) {
    if (couple.partners.length + couple.ties.length > 1)
      for (const id of [...couple.partners, ...couple.ties.map((tie) => tie.child)]) members.add(id)
    for (const tie of couple.ties) {
      const other = home.get(tie.child)
      const could = couple.partners.length > 0 && !couple.partners.includes(tie.child)
      if (could && (!other || rank(tie) < rank(other))) home.set(tie.child, tie)
    }
  }
  const sibships = new Map(couples.map((couple) => [couple, sibshipOf(couple, home, people)]))
  return { people, couples, home, sibships, members: [...members].sort(byText) }
}

function sibshipOf(
  couple: Couple,
  home: ReadonlyMap<string, Tie>,
  people: ReadonlyMap<string, GenoPerson>,
): Tie[] {
  const person = (tie: Tie) => people.get(tie.child) as GenoPerson
  const own = couple.ties
    .filter((tie) => home.get(tie.child) === tie)
    .sort((a, b) => byBirth(person(a), person(b)))
  const first = new Map<string, Tie>()
  for (const tie of own) if (tie.multiple !== null && !first.has(tie.multiple)) first.set(tie.multiple, tie)
  const lead = (tie: Tie) => (tie.multiple === null ? tie : (first.get(tie.multiple) as Tie))
  return own.sort((a, b) => byBirth(person(lead(a)), person(lead(b))) || byBirth(person(a), person(b)))
}
