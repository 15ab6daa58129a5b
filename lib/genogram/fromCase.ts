import type { Case, CasePerson, CaseRelation, CaseView, CircleName } from '@/lib/case/schema'
import type { Day, Locale } from '@/lib/dates/types'
import { byText } from './byText'
import { organisationContent, personContent } from './content'
import { firstDay, type Hold, type Moment } from './hold'
import { labelOf } from './label'
import { lifespanOf } from './lifespan'
import { type GenoParallel, type GenoPerhaps, householdsOf, parallelsOf, pinsOf, relationsOf } from './lines'
import { nearnessTo } from './nearness'
import { type HeldPhase, unionContent } from './phasesAt'
import { styleOf } from './styleOf'
import type {
  GenogramInput,
  GenogramStyle,
  GenoHousehold,
  GenoPerson,
  GenoRelation,
  PersonContent,
  UnionContent,
} from './types'
import { type FoundUnion, unionsOf } from './unionsOf'

/** The product's words in a geno-sociogram. */
export interface GenoWords {
  /** "gehuwd", by `PHASE_TYPES`. */
  phase: (type: string) => string
  /** "volgens Sanne". */
  accordingTo: (name: string) => string
  /** "misschien gehuwd 1998". */
  perhaps: (text: string) => string
}

export interface GenogramOptions {
  today: Day
  locale: Locale
  words: GenoWords
  /** The family as it was at the end of this day; today when left out. */
  at?: Day
  /** Whose view it is; else that of the person "om wie het gaat". */
  ego?: string | null
  /** What is shown; else as the view says. */
  show?: { circles?: ReadonlySet<CircleName>; marks?: boolean }
  /** What not everybody at the table may see; nothing when left out. */
  reserved?: { people: ReadonlySet<string>; relations: ReadonlySet<string> }
  /** Names of participants of the board by principal, for who says something and is no person of the case. */
  names?: ReadonlyMap<string, string>
}

/** All that is drawn of one case, in ascending order of id. */
export interface Genogram {
  input: GenogramInput
  people: ReadonlyMap<string, PersonContent>
  unions: ReadonlyMap<string, UnionContent>
  /** Of each couple what had begun, or perhaps had, in order. */
  phases: ReadonlyMap<string, readonly HeldPhase[]>
  relations: readonly GenoRelation[]
  households: readonly GenoHousehold[]
  parallels: readonly GenoParallel[]
  perhaps: readonly GenoPerhaps[]
  style: GenogramStyle
  /** How many people and organisations are there and not shown, because their circle is not. */
  hidden: number
}

/**
 * The geno-sociogram of a case. Pure, total, and the same for everybody who has the same case: lists ascend by id,
 * and what leads to somebody who is not there is skipped. On an earlier day: who had been born, what had begun; who
 * was perhaps born is there and is said to be uncertain.
 */
export function genogramOf(all: Case, options: GenogramOptions): Genogram {
  const { today, locale, words } = options
  const moment: Moment = { at: options.at ?? today, today }
  const view = all.views.find(({ id }) => id === 'genogram')
  const perhaps: GenoPerhaps[] = []
  const ego = egoOf(all, options.ego)
  const circles = options.show?.circles ?? shownCircles(view)
  const related = relatedIds(all)
  const isShown = (id: string, circle: CircleName) =>
    id === ego ||
    id === all.meta.indexPerson ||
    circles.has(circle === 'unknown' && related.has(id) ? 'family' : circle)

  const spans = new Map(all.people.map((person) => [person.id, lifespanOf(person, moment, locale)]))
  const born = all.people.filter(({ id }) => isBorn(spans.get(id)?.born, moment))
  const people = born.filter(({ id, circle }) => isShown(id, circle))
  const ids = new Set(people.map(({ id }) => id))
  const others = all.organisations.filter(({ id }) => !ids.has(id))
  const organisations = others.filter(({ id, circle }) => isShown(id, circle))
  const here = new Set([...ids, ...organisations.map(({ id }) => id)])
  if (moment.at < today) {
    for (const { id } of people) {
      if (spans.get(id)?.born === 'perhaps') perhaps.push({ what: 'born', id })
      if (spans.get(id)?.died === 'perhaps') perhaps.push({ what: 'died', id })
    }
  }

  const isReserved = (id: string) => options.reserved?.people.has(id) ?? false
  const marks = options.show?.marks ?? view?.marks ?? false
  const content = new Map<string, PersonContent>([
    ...people.map((person): [string, PersonContent] => [
      person.id,
      personContent(person, {
        ...spans.get(person.id)!,
        index: person.id === all.meta.indexPerson,
        marks,
        reserved: isReserved(person.id),
      }),
    ]),
    ...organisations.map((one): [string, PersonContent] => [
      one.id,
      organisationContent(one, isReserved(one.id)),
    ]),
  ])
  const found = unionsOf(all, here, ids, moment)
  perhaps.push(...found.flatMap(perhapsOf))
  const relations = relationsOf(all, here, moment, sayerOf(all, options), options.reserved?.relations ?? NONE)
  const households = householdsOf(all, ids, moment)
  const nearness = nearnessTo(all, ego)
  const genoPeople = [...people, ...organisations]
    .map((one): GenoPerson => {
      const said = content.get(one.id)!
      const label = labelOf(said)
      const isPerson = said.type === 'person'
      const person = isPerson ? (one as CasePerson) : null
      return {
        id: one.id,
        type: said.type,
        circle: one.circle,
        born: person && firstDay(person.birth.date, today),
        order: person?.order ?? 'a0',
        labelW: label.w,
        labelH: label.h,
        nearness: nearness.get(one.id) ?? null,
        organisation: person?.organisation && here.has(person.organisation) ? person.organisation : null,
        gender: said.gender,
      }
    })
    .sort((a, b) => byText(a.id, b.id))
  return {
    input: {
      people: genoPeople,
      unions: found.map(({ union }) => union),
      pins: pinsOf(all, here),
      ego: ego !== null && here.has(ego) ? ego : null,
    },
    people: content,
    unions: new Map(found.map((one) => [one.union.id, unionContent(one, locale, words)])),
    phases: new Map(found.map(({ union, held }) => [union.id, held])),
    relations: relations.lines,
    households: households.lines,
    parallels: parallelsOf(all, here),
    perhaps: [...perhaps, ...relations.perhaps, ...households.perhaps].sort(
      (a, b) => byText(a.id, b.id) || byText(a.what, b.what),
    ),
    style: styleOf(all.views),
    hidden: born.length + others.length - people.length - organisations.length,
  }
}

const NONE: ReadonlySet<string> = new Set()

/** Today everybody of the case is there, whatever their date says: somebody who is expected is a pregnancy. */
const isBorn = (born: Hold | undefined, { at, today }: Moment) => at >= today || born !== 'no'

function egoOf(all: Case, asked: string | null | undefined): string | null {
  const isHere = (id: string | null | undefined): id is string =>
    all.people.some((person) => person.id === id)
  return [asked, all.meta.indexPerson].find(isHere) ?? null
}

function shownCircles(view: CaseView | undefined): ReadonlySet<CircleName> {
  const hidden = new Set(view?.hiddenCircles)
  return new Set(
    (['family', 'network', 'professional', 'unknown'] as const).filter((one) => !hidden.has(one)),
  )
}

/** Who has a partner, a parent or a child: of the family, though nobody said so. */
function relatedIds(all: Case): ReadonlySet<string> {
  const couples = all.partnerships.filter(({ partners }) => partners.length === 2)
  const children = all.parentages.flatMap(({ child, parent }) =>
    parent === null ? [child] : [child, parent],
  )
  return new Set([...couples.flatMap(({ partners }) => partners), ...children])
}

/** "volgens Sanne": a person of the case, or else a participant whose name is known. */
export function sayerOf(
  all: Case,
  { names, words }: Pick<GenogramOptions, 'names' | 'words'>,
): (by: CaseRelation['accordingTo']) => string {
  return (by) => {
    const person = all.people.find(({ id, principal }) =>
      by?.person ? id === by.person : by?.principal !== null && principal === by?.principal,
    )
    const name = person?.name || names?.get(by?.principal ?? '') || ''
    return by === null || name === '' ? '' : words.accordingTo(name)
  }
}

function perhapsOf({ union, held, perhapsChildren }: FoundUnion): GenoPerhaps[] {
  const phase = held.some(({ begun }) => begun !== 'yes')
  return [
    ...(phase ? [{ what: 'phase', id: union.id } as const] : []),
    ...perhapsChildren.map((id) => ({ what: 'parentage', id }) as const),
  ]
}
