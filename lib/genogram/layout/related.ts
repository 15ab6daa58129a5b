import type { Couple, Family } from './family'

/** Couples of whom both descend by blood from somebody whom both have, or one from the other. */
export function relatedCouples(family: Family): ReadonlySet<Couple> {
  const parents = new Map<string, string[]>()
  for (const couple of family.couples)
    for (const tie of couple.ties) {
      if (tie.type !== 'biological') continue
      const own = parents.get(tie.child)
      if (own) own.push(...couple.partners)
      else parents.set(tie.child, [...couple.partners])
    }
  const forebears = (id: string): Set<string> => {
    const all = new Set([id])
    for (const one of all) for (const parent of parents.get(one) ?? []) all.add(parent)
    return all
  }
  return new Set(
    family.couples.filter(({ partners: [a, b] }) => {
      if (a === undefined || b === undefined || (!parents.has(a) && !parents.has(b))) return false
      const own = forebears(a)
      return [...forebears(b)].some((id) => own.has(id))
    }),
  )
}
