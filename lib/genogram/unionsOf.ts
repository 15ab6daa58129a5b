import type { Case, CaseParentage, CasePartnership, CasePhase } from '@/lib/case/schema'
import { byText } from './byText'
import { firstDay, type Moment, spanAt } from './hold'
import { type HeldPhase, phasesAt } from './phasesAt'
import type { GenoChild, GenoUnion } from './types'
import { PARENTAGE_TYPES } from './vocabulary'

/** A union with the phases that it had, and what of it is not certain then. */
export interface FoundUnion {
  union: GenoUnion
  held: readonly HeldPhase[]
  /** Whether they will have (more) children: said of today, so nothing for an earlier day. */
  moreChildren: CasePartnership['moreChildren']
  /** Parentages of which it is not certain that they had begun, or were not over. */
  perhapsChildren: readonly string[]
}

/** Ways of being somebody's child that begin at birth, and need no date to be certain. */
const FROM_BIRTH: ReadonlySet<string> = new Set(['biological', 'donor', 'surrogate'])

/** Id of what stands for one parent without a partner. */
const aloneId = (parent: string) => `alone-${parent}`

interface Couple {
  id: string
  partners: [string, string]
  phases: Record<string, CasePhase>
  moreChildren: CasePartnership['moreChildren']
  order: string
}

interface Heir {
  parentage: CaseParentage
  child: GenoChild
  perhaps: boolean
}

/**
 * The couples and single parents among who is `here`, ascending by id. Two partnerships of the same couple, as two
 * people can make at once, are one. A couple of whom one is not here is the other alone. Who is their own parent, or a
 * child of nobody here, has no line.
 */
export function unionsOf(
  all: Case,
  here: ReadonlySet<string>,
  people: ReadonlySet<string>,
  moment: Moment,
): FoundUnion[] {
  const { couples, place } = couplesOf(all.partnerships, people)
  const heirs = new Map<string, Heir[]>()
  const parentOf = new Map<string, string>()
  for (const parentage of all.parentages) {
    const at = whereOf(parentage, place, here)
    if (!at || !people.has(parentage.child) || at.people.includes(parentage.child)) continue
    const heir = heirOf(parentage, moment)
    if (!heir) continue
    heirs.set(at.union, [...(heirs.get(at.union) ?? []), heir])
    const [parent] = at.people
    if (at.people.length === 1 && parent !== undefined) parentOf.set(at.union, parent)
  }
  const found = [...couples.values()].map((couple): FoundUnion | null => {
    const { id, partners, order } = couple
    const held = phasesAt(couple.phases, moment)
    const { children, perhapsChildren } = childrenOf(heirs.get(id) ?? [])
    // Not yet together then, and no child of both: there was no couple.
    if (Object.keys(couple.phases).length > 0 && held.length === 0 && children.length === 0) return null
    const since = firstDay(held[0]?.phase.date ?? null, moment.today)
    const moreChildren = moment.at >= moment.today ? couple.moreChildren : null
    return { union: { id, partners, since, order, children }, held, moreChildren, perhapsChildren }
  })
  const alone = [...parentOf].map(([id, parent]): FoundUnion => {
    const { children, perhapsChildren } = childrenOf(heirs.get(id) ?? [])
    return {
      union: { id, partners: [parent], since: null, order: 'a0', children },
      held: [],
      moreChildren: null,
      perhapsChildren,
    }
  })
  return [...found.filter((one) => one !== null), ...alone].sort((a, b) => byText(a.union.id, b.union.id))
}

/** Couples by their partners, and where each partnership went: to a couple, or to who is left of it. */
function couplesOf(partnerships: readonly CasePartnership[], people: ReadonlySet<string>) {
  const couples = new Map<string, Couple>()
  const place = new Map<string, { union: string; people: readonly string[] }>()
  for (const { id, partners, phases, moreChildren, order } of partnerships) {
    const [a, b] = [...new Set(partners)].filter((partner) => people.has(partner)).sort(byText)
    if (a === undefined) continue
    if (b === undefined) {
      place.set(id, { union: aloneId(a), people: [a] })
      continue
    }
    const key = JSON.stringify([a, b])
    const couple = couples.get(key) ?? { id, partners: [a, b], phases: {}, moreChildren, order }
    couples.set(key, {
      ...couple,
      phases: { ...phases, ...couple.phases },
      moreChildren: couple.moreChildren ?? moreChildren,
    })
    place.set(id, { union: couple.id, people: [a, b] })
  }
  return { couples, place }
}

function whereOf(
  { partnership, parent }: CaseParentage,
  place: ReadonlyMap<string, { union: string; people: readonly string[] }>,
  here: ReadonlySet<string>,
): { union: string; people: readonly string[] } | null {
  if (partnership !== null) return place.get(partnership) ?? null
  return parent !== null && here.has(parent) ? { union: aloneId(parent), people: [parent] } : null
}

/** Null for what had not begun then. */
function heirOf(parentage: CaseParentage, moment: Moment): Heir | null {
  const { id, child, type, multiple, identical, date } = parentage
  const dateless = date === null && (FROM_BIRTH.has(type) || moment.at >= moment.today)
  const span = dateless ? { begun: 'yes', over: 'no' } : spanAt(date, moment)
  if (span.begun === 'no') return null
  const ended = span.over === 'yes'
  const perhaps = span.begun === 'perhaps' || span.over === 'perhaps'
  return { parentage, perhaps, child: { id, child, type, multiple, identical, ended } }
}

/**
 * Each child once, ascending by id: of several links with the same parents (foster child first, adopted later) the
 * one that holds, then the later one. A pregnancy of one child is no multiple.
 */
function childrenOf(heirs: readonly Heir[]): { children: GenoChild[]; perhapsChildren: string[] } {
  const best = new Map<string, Heir>()
  for (const heir of heirs) {
    const other = best.get(heir.child.child)
    if (!other || isBetter(heir, other)) best.set(heir.child.child, heir)
  }
  const chosen = [...best.values()].sort((a, b) => byText(a.child.id, b.child.id))
  const children = chosen.map(({ child }): GenoChild => {
    const twins = chosen.filter((other) => other.child.multiple === child.multiple)
    return twins.length > 1 ? child : { ...child, multiple: null, identical: null }
  })
  return {
    children,
    perhapsChildren: chosen.filter(({ perhaps }) => perhaps).map(({ child }) => child.id),
  }
}

function isBetter(one: Heir, other: Heir): boolean {
  if (one.child.ended !== other.child.ended) return other.child.ended
  const rank = ({ type }: GenoChild) => {
    const at = (PARENTAGE_TYPES as readonly string[]).indexOf(type)
    return at === -1 ? PARENTAGE_TYPES.length : at
  }
  return (rank(one.child) - rank(other.child) || byText(one.child.id, other.child.id)) < 0
}
