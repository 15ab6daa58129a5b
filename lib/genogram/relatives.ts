import { birthParents, parentagesOf, parentsIn } from '@/lib/case/kin'
import type { Case, CaseHousehold, CaseParentage, CasePartnership, CaseRelation } from '@/lib/case/schema'
import type { Day } from '@/lib/dates/types'
import { byText } from './byText'
import { firstDay } from './hold'
import { sortedPhases } from './phasesAt'

/** A partnership as one of the two sees it. */
export interface Couple {
  id: string
  partner: string
  partnership: CasePartnership
}

/** A child or a parent, and the record that says so. */
export interface Relative {
  person: string
  parentage: CaseParentage
}

/** Somebody's partners who are in the case, in stored order, then by id. */
export function couplesOf(all: Pick<Case, 'people' | 'partnerships'>, of: string): Couple[] {
  return all.partnerships
    .flatMap((partnership) => {
      const partner = partnership.partners.find((id) => id !== of)
      const isHere = all.people.some(({ id }) => id === partner)
      if (!partnership.partners.includes(of) || partner === undefined || !isHere) return []
      return [{ id: partnership.id, partner, partnership }]
    })
    .sort((a, b) => byText(a.partnership.order, b.partnership.order) || byText(a.id, b.id))
}

/** The same as they followed each other in time; who has no date comes last. */
export function couplesInTime(all: Case, of: string, today: Day): Couple[] {
  const since = ({ partnership }: Couple) =>
    firstDay(sortedPhases(partnership.phases, today)[0]?.[1].date ?? null, today) ?? Infinity
  return couplesOf(all, of).sort((a, b) => Math.sign(since(a) - since(b)) || 0)
}

/** Somebody's parents, or the organisation where they are placed; by birth first. */
export function parentsOf(all: Case, of: string): Relative[] {
  const isHere = hereIn(all)
  return parentagesOf(all, of)
    .flatMap((parentage) =>
      parentsIn(all, parentage)
        .filter(isHere)
        .map((person) => ({ person, parentage })),
    )
    .sort((a, b) => rank(a) - rank(b))
}

const rank = ({ parentage: { type } }: Relative) => (type === 'biological' ? 0 : 1)

/** Children of a person or an organisation, in the order in which they were born. */
export function childrenOf(all: Case, of: string, today: Day): Relative[] {
  const isHere = hereIn(all)
  return all.parentages
    .filter((one) => isHere(one.child) && parentsIn(all, one).includes(of))
    .map((parentage) => ({ person: parentage.child, parentage }))
    .sort(inBirthOrder(all, today))
}

/** Brothers and sisters: who shares a parent, each once, in the order of birth. `half` when it is not all of them. */
export function siblingsOf(all: Case, of: string, today: Day): { person: string; half: boolean }[] {
  const own = birthParents(all, of)
  const isPerson = (id: string) => all.people.some((person) => person.id === id)
  const parents = parentsOf(all, of)
    .map(({ person }) => person)
    .filter(isPerson)
  const found = new Map<string, Relative>()
  for (const parent of parents)
    for (const child of childrenOf(all, parent, today))
      if (child.person !== of && !found.has(child.person)) found.set(child.person, child)
  return [...found.values()].sort(inBirthOrder(all, today)).map(({ person }) => {
    const theirs = birthParents(all, person)
    const shared = theirs.filter((id) => own.includes(id)).length
    return { person, half: shared === 1 && own.length + theirs.length > 2 }
  })
}

/** Where somebody lives or lived, in stored order. */
export function householdsWith(all: Case, of: string): CaseHousehold[] {
  return all.households
    .filter(({ members }) => members.includes(of))
    .sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))
}

/** Lines of which both ends are in the case, ascending by id. */
export function relationsHere(all: Case): CaseRelation[] {
  const isEnd = new Set([...all.people, ...all.organisations, ...all.households].map(({ id }) => id))
  return all.relations.filter(({ from, to }) => isEnd.has(from) && isEnd.has(to))
}

/** Lines between somebody and others who are in the case, ascending by id. */
export function relationsWith(all: Case, of: string): CaseRelation[] {
  return relationsHere(all).filter(({ from, to }) => from === of || to === of)
}

/** Lines between the same two, whoever drew them and in whatever direction, ascending by id. */
export function relationsBetween(all: Pick<Case, 'relations'>, a: string, b: string): CaseRelation[] {
  return all.relations.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
}

function hereIn(all: Case): (id: string) => boolean {
  const here = new Set([...all.people, ...all.organisations].map(({ id }) => id))
  return (id) => here.has(id)
}

function inBirthOrder(all: Case, today: Day) {
  const born = new Map(
    all.people.map(({ id, birth }) => [id, firstDay(birth.date, today) ?? Infinity] as const),
  )
  const at = ({ person }: Relative) => born.get(person) ?? Infinity
  return (a: Relative, b: Relative) =>
    Math.sign(at(a) - at(b)) || byText(a.person, b.person) || byText(a.parentage.id, b.parentage.id)
}
