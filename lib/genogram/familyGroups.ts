import type { Case } from '@/lib/case/schema'
import type { Day } from '@/lib/dates/types'
import { byText } from './byText'
import { firstDay } from './hold'
import { unionsOf } from './unionsOf'

/** A family as a list: couples and single parents with their children, and everybody else by their circle. */
export interface FamilyGroups {
  couples: readonly FamilyCouple[]
  /** Who has no partner, parent or child, ascending by name. */
  others: { family: readonly string[]; network: readonly string[]; professional: readonly string[] }
}

export interface FamilyCouple {
  /** See `GenoUnion`. */
  id: string
  partners: readonly string[]
  children: readonly string[]
}

/**
 * Everybody of a case in lists to read: the oldest couple first, children by birth. Who is a child of one couple and a
 * partner in another stands with both; who is nobody's stands with their circle, organisations with the professionals.
 */
export function familyGroups(all: Case, today: Day): FamilyGroups {
  const people = new Set(all.people.map(({ id }) => id))
  const here = new Set([...people, ...all.organisations.map(({ id }) => id)])
  const born = new Map(all.people.map(({ id, birth }) => [id, firstDay(birth.date, today) ?? Infinity]))
  const bornOf = (id: string) => born.get(id) ?? Infinity
  const inOrder = (a: string, b: string) => Math.sign(bornOf(a) - bornOf(b)) || byText(a, b)
  const unions = unionsOf(all, here, people, { at: today, today })
  const couples = unions.map(({ union }) => ({
    id: union.id,
    partners: [...union.partners].sort(inOrder),
    children: union.children.map(({ child }) => child).sort(inOrder),
  }))
  const placed = new Set(couples.flatMap(({ partners, children }) => [...partners, ...children]))
  // Whoever has parents here comes after them, whatever their births say.
  const depth = depthsOf(couples)
  const oldest = ({ partners, children }: FamilyCouple) =>
    Math.min(...partners.map(bornOf), ...children.map(bornOf))
  couples.sort(
    (a, b) =>
      (depth.get(a.id) ?? 0) - (depth.get(b.id) ?? 0) ||
      Math.sign(oldest(a) - oldest(b)) ||
      byText(a.id, b.id),
  )
  const names = new Map([...all.people, ...all.organisations].map(({ id, name }) => [id, name]))
  const rest = [...all.people, ...all.organisations]
    .filter(({ id }) => !placed.has(id))
    .sort((a, b) => byText(names.get(a.id) ?? '', names.get(b.id) ?? '') || byText(a.id, b.id))
  const of = (...circles: string[]) =>
    rest.filter(({ circle }) => circles.includes(circle)).map(({ id }) => id)
  return {
    couples,
    others: { family: of('family', 'unknown'), network: of('network'), professional: of('professional') },
  }
}

/** How many generations of the case stand above a couple; a loop in the data ends it. */
function depthsOf(couples: readonly FamilyCouple[]): ReadonlyMap<string, number> {
  const depth = new Map(couples.map(({ id }) => [id, 0]))
  for (let round = 0; round < couples.length; round++) {
    let changed = false
    for (const below of couples) {
      const above = couples.filter(({ children }) => children.some((id) => below.partners.includes(id)))
      const wanted = Math.max(0, ...above.map(({ id }) => (depth.get(id) ?? 0) + 1))
      if (wanted > (depth.get(below.id) ?? 0) && wanted <= couples.length) {
        depth.set(below.id, wanted)
        changed = true
      }
    }
    if (!changed) break
  }
  return depth
}
