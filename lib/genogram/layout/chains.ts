import { byText } from '@/lib/timeline/lanes'
import type { GenoPerson } from '../types'
import type { Family, Tie } from './family'
import type { Rows } from './rows'

/** People who stand beside each other because they are partners; one person alone is a chain too. */
export interface Chain {
  /** Left to right. */
  members: readonly string[]
  row: number
}

export interface Chains {
  all: readonly Chain[]
  chainOf: ReadonlyMap<string, Chain>
}

/**
 * Partners beside each other. Couples are taken in order of time: a new partner comes beside the person, or, when both
 * sides are taken, further out on the side of the partner before. So a path of partners is drawn as a path, and later
 * partners move nobody. The first couple of a chain decides its direction: man left, woman right, else order of key.
 */
export function chainsOf(family: Family, rows: Rows): Chains {
  const line = new Map<string, string[]>(family.members.map((id) => [id, [id]]))
  for (const couple of family.couples) {
    const [a, b] = couple.partners
    if (a === undefined || b === undefined || rows.rowOf.get(a) !== rows.rowOf.get(b)) continue
    const [first, second] = [line.get(a), line.get(b)]
    if (!first || !second || first === second) continue
    const joined =
      first.length + second.length === 2
        ? manLeft(family.people.get(a) as GenoPerson, family.people.get(b) as GenoPerson)
        : first.length >= second.length
          ? join(first, a, second, b)
          : join(second, b, first, a)
    for (const id of joined) line.set(id, joined)
  }
  const all: Chain[] = []
  const chainOf = new Map<string, Chain>()
  for (const members of new Set(line.values())) {
    const chain = { members: pickTurn(members, family), row: rows.rowOf.get(members[0] as string) ?? 0 }
    all.push(chain)
    for (const id of members) chainOf.set(id, chain)
  }
  return { all, chainOf }
}

function manLeft(a: GenoPerson, b: GenoPerson): string[] {
  const side = (one: GenoPerson) => (one.gender === 'male' ? 0 : one.gender === 'female' ? 2 : 1)
  const sorted = [a, b].sort((x, y) => side(x) - side(y) || byText(x.order, y.order) || byText(x.id, y.id))
  return sorted.map((one) => one.id)
}

/** `base` keeps its direction; `other` is put at its nearest end to `at`, with `to` first. */
function join(base: readonly string[], at: string, other: readonly string[], to: string): string[] {
  const place = base.indexOf(at)
  const right =
    base.length === 1 ? true : place === base.length - 1 || (place > 0 && place >= (base.length - 1) / 2)
  const near = other.indexOf(to) <= (other.length - 1) / 2 ? other : other.toReversed()
  return right ? [...base, ...near] : [...near.toReversed(), ...base]
}

/** Turned only where fewer people then stand where they do not belong, see `turns`. */
function pickTurn(members: readonly string[], family: Family): readonly string[] {
  const turned = members.toReversed()
  return turns(turned, family) < turns(members, family) ? turned : members
}

/**
 * How often brothers or sisters of one member would have to stand beyond another member who has parents too, or a twin
 * beyond any partner.
 */
function turns(members: readonly string[], family: Family): number {
  const ties = members.map((id) => family.home.get(id))
  const first = ties.findIndex((tie) => tie !== undefined)
  const last = ties.findLastIndex((tie) => tie !== undefined)
  let count = 0
  ties.forEach((tie, i) => {
    const sibs = (tie && family.sibships.get(tie.couple)) ?? []
    const place = sibs.findIndex((one) => one === tie)
    if (!tie) return
    const [older, younger] = [sibs[place - 1], sibs[place + 1]]
    if (older && (i > first || (i > 0 && areTwins(older, tie)))) count++
    if (younger && (i < last || (i < members.length - 1 && areTwins(younger, tie)))) count++
  })
  return count
}

function areTwins(a: Tie, b: Tie): boolean {
  return a.multiple !== null && a.multiple === b.multiple
}
