import { PARTNER_GAP, SIBLING_GAP, type GenoPerson } from '../types'
import type { Chain } from './chains'
import type { Couple, Family } from './family'
import { BOX_GAP, FAMILY_GAP, halfWidth, LINE_ROOM } from './sizes'

/** Places of the members of a chain, counted from its first; and how far its boxes reach to both sides of that. */
export interface Span {
  offsets: readonly number[]
  left: number
  right: number
}

/** Partners side by side with room for the lines that go down between their words. */
export function spanOf(
  chain: Chain,
  family: Family,
  couplesOf: ReadonlyMap<string, readonly Couple[]>,
): Span {
  const person = (i: number) => family.people.get(chain.members[i] as string) as GenoPerson
  const offsets = [0]
  for (let i = 1; i < chain.members.length; i++) {
    const words = halfWidth(person(i - 1)) + halfWidth(person(i))
    const lines = linesBetween(chain, i, couplesOf)
    offsets.push(
      (offsets[i - 1] as number) + Math.ceil(Math.max(PARTNER_GAP, words + LINE_ROOM * (1 + lines))),
    )
  }
  const last = chain.members.length - 1
  return { offsets, left: halfWidth(person(0)), right: (offsets[last] as number) + halfWidth(person(last)) }
}

/** Lines between member i - 1 and i: of the couple itself, and of each that has others between its partners. */
function linesBetween(chain: Chain, i: number, couplesOf: ReadonlyMap<string, readonly Couple[]>): number {
  let count = 0
  for (const id of [chain.members[i - 1] as string, chain.members[i] as string])
    for (const couple of couplesOf.get(id) ?? []) {
      if (couple.partners.length === 1) continue
      const [a, b] = couple.partners.map((one) => chain.members.indexOf(one)).sort((x, y) => x - y) as [
        number,
        number,
      ]
      if (a < 0 || b - a > 1) count++
      else if (b === i && a === i - 1 && id === chain.members[i]) count++
    }
  return count
}

/** From the first member of `a` to the first of `b`, which stands right of it. */
export function gapBetween(a: Chain, b: Chain, spans: ReadonlyMap<Chain, Span>, family: Family): number {
  const [left, right] = [spans.get(a) as Span, spans.get(b) as Span]
  const home = (id: string | undefined) => family.home.get(id ?? '')?.couple
  const parents = new Set(a.members.map(home).filter((couple) => couple !== undefined))
  const sibs = b.members.some((id) => parents.has(home(id) as Couple))
  const between = sibs ? BOX_GAP : FAMILY_GAP
  const middles = (left.offsets.at(-1) as number) + SIBLING_GAP
  return Math.ceil(Math.max(middles, left.right + between + right.left))
}
