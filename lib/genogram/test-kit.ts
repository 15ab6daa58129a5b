import fc from 'fast-check'
import { dayOf } from '@/lib/dates/bounds'
import type { GenoChild, GenogramInput, GenoPerson, GenoPin, GenoUnion } from './types'

/** Written and random families for tests. All people are invented. */

export type PersonFacts = Partial<Omit<GenoPerson, 'id' | 'born'>> & { born?: number }
export type ChildFacts = Partial<Omit<GenoChild, 'child' | 'id'>>
type Child = string | ({ child: string } & ChildFacts)

/**
 * A family in a few lines: `new FamilyBuilder().man('ruud').woman('fatiha').couple('ruud', 'fatiha', ['sanne', 'sem'])`.
 * Who is named in a couple exists; order keys follow the order in which people are first named.
 */
export class FamilyBuilder {
  readonly #people = new Map<string, GenoPerson>()
  readonly #unions: GenoUnion[] = []
  readonly #pins: GenoPin[] = []
  #ego: string | null = null

  /** `born`: a year. */
  person(id: string, { born, ...facts }: PersonFacts = {}): this {
    const order = this.#people.get(id)?.order ?? `a${String(this.#people.size).padStart(4, '0')}`
    const person: GenoPerson = {
      type: 'person',
      circle: 'family',
      labelW: 20 + id.length * 6,
      labelH: 18,
      nearness: null,
      organisation: null,
      gender: 'unknown',
      ...this.#people.get(id),
      ...(born === undefined ? {} : { born: dayOf(born, 1, 1) }),
      ...facts,
      id,
      order,
      born: born === undefined ? (this.#people.get(id)?.born ?? null) : dayOf(born, 1, 1),
    }
    this.#people.set(id, person)
    return this
  }

  man(id: string, born?: number): this {
    return this.person(id, { gender: 'male', ...(born === undefined ? {} : { born }) })
  }

  woman(id: string, born?: number): this {
    return this.person(id, { gender: 'female', ...(born === undefined ? {} : { born }) })
  }

  /** `since`: a year. The first of the two need not be the first by id. */
  couple(a: string, b: string, children: readonly Child[] = [], since?: number): this {
    for (const id of [a, b]) this.#need(id)
    const id = `${a}-${b}`
    const partners = [a, b].sort() as [string, string]
    return this.#union({ id, partners, since: since === undefined ? null : dayOf(since, 1, 1) }, children)
  }

  alone(parent: string, children: readonly Child[]): this {
    this.#need(parent)
    return this.#union({ id: `alone-${parent}`, partners: [parent], since: null }, children)
  }

  pin(id: string, x: number, y: number): this {
    this.#pins.push({ id, x, y })
    return this
  }

  about(id: string): this {
    this.#ego = id
    return this
  }

  input(): GenogramInput {
    return { people: [...this.#people.values()], unions: this.#unions, pins: this.#pins, ego: this.#ego }
  }

  #need(id: string): void {
    if (!this.#people.has(id)) this.person(id)
  }

  #union(union: Pick<GenoUnion, 'id' | 'partners' | 'since'>, children: readonly Child[]): this {
    const all = children.map((one): GenoChild => {
      const facts = typeof one === 'string' ? { child: one } : one
      this.#need(facts.child)
      const base = { type: 'biological', multiple: null, identical: null, ended: false }
      return { ...base, ...facts, id: `${union.id}>${facts.child}` }
    })
    this.#unions.push({ ...union, order: `u${String(this.#unions.length).padStart(4, '0')}`, children: all })
    return this
  }
}

/** What a random family may have beyond couples, children, half-siblings, twins and parents alone. */
export interface Wildness {
  /** Partners who are both children of people in the picture: cousins, siblings-in-law, uncles and nieces. */
  inside: boolean
  /** Children with a second pair of parents, and organisations as parent. */
  placed: boolean
  /** People whom nothing makes consistent: own ancestors, unknown ids, self-marriages, doubles. */
  broken: boolean
  /** Parents of people who are already there, so of both partners. */
  up: boolean
  mostPartners: number
  maxPeople: number
}

const PLAIN = { inside: false, placed: false, broken: false, up: false, mostPartners: 2, maxPeople: 60 }
/** All descend from one, and nobody has more than two partners. */
export const TREE: Wildness = PLAIN
/** Everything that is usual in a family. */
export const TAME: Wildness = { ...PLAIN, up: true, mostPartners: 5 }
export const WILD: Wildness = { ...TAME, inside: true, placed: true }
export const BROKEN: Wildness = { ...WILD, broken: true, maxPeople: 40 }

const step = fc.record({
  kind: fc.constantFrom(
    'child',
    'child',
    'child',
    'partner',
    'partner',
    'twins',
    'alone',
    'parents',
    'inside',
    'adopt',
    'home',
    'break',
  ),
  at: fc.nat(1000),
  to: fc.nat(1000),
  born: fc.option(fc.integer({ min: 1900, max: 2024 }), { nil: null }),
  gender: fc.constantFrom('male', 'female', 'nonbinary', 'unknown'),
  labelW: fc.integer({ min: 0, max: 150 }),
  labelH: fc.constantFrom(0, 16, 32, 48),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A family that grew step by step, as people draw one. */
export function family(wild: Wildness = WILD): fc.Arbitrary<GenogramInput> {
  return fc
    .tuple(fc.array(step, { maxLength: wild.maxPeople, size: 'max' }), fc.boolean())
    .map(([steps, about]) => grow(steps, wild, about))
}

function grow(steps: readonly Step[], wild: Wildness, about: boolean): GenogramInput {
  const people: GenoPerson[] = []
  const unions: (GenoUnion & { children: GenoChild[]; partners: string[] })[] = []
  const parentsOf = new Map<string, number>()
  const partners = (id: string) =>
    unions.filter((one) => one.partners.length === 2 && one.partners.includes(id)).length
  const add = (step: Step, facts: Partial<GenoPerson> = {}): string => {
    const id = `p${String(people.length).padStart(3, '0')}`
    const { labelW, labelH, gender } = step
    people.push({
      id,
      type: 'person',
      circle: 'family',
      born: step.born === null ? null : dayOf(step.born, 1, 1),
      order: `a${String(people.length).padStart(4, '0')}`,
      labelW,
      labelH,
      nearness: null,
      organisation: null,
      gender,
      ...facts,
    })
    return id
  }
  const unite = (partners: string[], since: number | null) => {
    const id = partners.length === 1 ? `alone-${partners[0]}` : `u${String(unions.length).padStart(3, '0')}`
    const known = partners.length === 1 ? unions.find((one) => one.id === id) : undefined
    if (known) return known
    const union = {
      id,
      partners: partners.sort(),
      since,
      order: `u${String(unions.length).padStart(4, '0')}`,
      children: [],
    }
    unions.push(union as never)
    return union as unknown as (typeof unions)[number]
  }
  const born = (union: (typeof unions)[number], child: string, facts: Partial<GenoChild> = {}) => {
    if (union.children.some((one) => one.child === child)) return
    union.children.push({
      id: `${union.id}>${child}`,
      child,
      type: 'biological',
      multiple: null,
      identical: null,
      ended: false,
      ...facts,
    })
    parentsOf.set(child, (parentsOf.get(child) ?? 0) + 1)
  }
  for (const one of steps) {
    if (people.length >= wild.maxPeople - 2) break
    if (people.length === 0) add(one)
    const at = people[one.at % people.length]?.id as string
    const other = people[one.to % people.length]?.id as string
    const couple = unions[one.to % Math.max(1, unions.length)]
    switch (one.kind) {
      case 'partner':
        if (partners(at) < wild.mostPartners)
          unite([at, add(one)], one.born === null ? null : dayOf(one.born + 30, 1, 1))
        break
      case 'child':
        if (couple) born(couple, add(one))
        break
      case 'twins':
        if (couple)
          for (const child of [add(one), add(one)])
            born(couple, child, {
              multiple: `m${child.slice(0, 3)}${couple.children.length >> 1}${one.at}`,
              identical: one.at % 2 === 0,
            })
        break
      case 'alone':
        born(unite([at], null), add(one))
        break
      case 'parents':
        if (wild.up && !parentsOf.has(at)) born(unite([add(one), add(one)], null), at)
        break
      case 'inside':
        if (wild.inside && at !== other) unite([at, other], null)
        break
      case 'adopt':
        if (wild.placed && couple && !couple.partners.includes(at))
          born(couple, at, { type: one.at % 2 ? 'adopted' : 'foster' })
        break
      case 'home':
        if (wild.placed) born(unite([add(one, { type: 'organisation' })], null), at, { type: 'guardianship' })
        break
      case 'break':
        if (wild.broken) spoil(one, people, unions, at, other)
        break
      default:
    }
  }
  return { people, unions, pins: [], ego: about ? (people[0]?.id ?? null) : null }
}

function spoil(
  one: Step,
  people: GenoPerson[],
  unions: { partners: string[]; children: GenoChild[]; id: string }[],
  at: string,
  other: string,
): void {
  const union = unions[one.at % Math.max(1, unions.length)]
  const child = {
    id: `x${unions.length}>${at}`,
    child: at,
    type: 'biological',
    multiple: null,
    identical: null,
    ended: false,
  }
  const make = (partners: string[], children: GenoChild[]) =>
    unions.push({
      id: `x${String(unions.length).padStart(3, '0')}`,
      partners,
      since: null,
      order: 'x',
      children,
    } as never)
  switch (one.to % 7) {
    case 0:
      make([at, at], [])
      break
    case 1:
      make([other, 'nobody'], [{ ...child, child: at }])
      break
    case 2:
      make(['nobody', 'none'], [child, { ...child, child: 'ghost' }])
      break
    case 3:
      if (union) unions.push({ ...union, children: [child] })
      break
    case 4:
      people.push({ ...(people[one.at % people.length] as GenoPerson), labelW: 33 })
      break
    case 5:
      make([other, at].sort(), [child])
      break
    default:
      make([other], [child])
  }
}
