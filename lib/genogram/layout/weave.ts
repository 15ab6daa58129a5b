import type { Chain, Chains } from './chains'
import type { Couple, Family, Tie } from './family'

/** Chains from left to right, by row. */
type Lines = Map<number, Chain[]>

/** What stands left of a chain, above and below it, and right of it. */
interface Part {
  left: Lines
  mid: Lines
  right: Lines
}

/**
 * A first order of all rows: a walk through the family that starts at `start` and puts children below their parents
 * in order of birth, the parents of a partner above that partner, and the brothers and sisters of everybody at the
 * side on which they were born. Families without marriages inside the family come out without needless crossings.
 * A new person with one tie changes nothing in the order of the others, because every choice looks only at neighbours.
 */
export function weave(family: Family, chains: Chains, start: readonly string[]): Lines {
  const walk = new Walk(family, chains)
  const all: Lines = new Map()
  for (const id of start) {
    const chain = chains.chainOf.get(id)
    if (chain && !walk.seen.has(chain)) add(all, walk.from(chain, null))
  }
  return all
}

class Walk {
  readonly seen = new Set<Chain>()
  readonly #couplesOf = new Map<Chain, Couple[]>()
  readonly #tiesOf = new Map<string, Tie[]>()
  readonly #family: Family
  readonly #chains: Chains

  constructor(family: Family, chains: Chains) {
    this.#family = family
    this.#chains = chains
    for (const couple of family.couples) {
      for (const chain of new Set(couple.partners.map((id) => chains.chainOf.get(id)))) {
        if (!chain) continue
        const own = this.#couplesOf.get(chain)
        if (own) own.push(couple)
        else this.#couplesOf.set(chain, [couple])
      }
      for (const tie of couple.ties) {
        const own = this.#tiesOf.get(tie.child)
        if (!own) this.#tiesOf.set(tie.child, [tie])
        else if (family.home.get(tie.child) === tie) own.unshift(tie)
        else own.push(tie)
      }
    }
    for (const [chain, own] of this.#couplesOf)
      own.sort((a, b) => dropPlace(a, chain, family) - dropPlace(b, chain, family))
  }

  /** A chain with all that hangs from it, reached through `member` from above, or first of all (null). */
  from(chain: Chain, member: string | null): Lines {
    this.seen.add(chain)
    const left: Lines = new Map()
    const right: Lines = new Map()
    const above: Lines = new Map()
    const entry = member === null ? -1 : chain.members.indexOf(member)
    chain.members.forEach((id, i) => {
      for (const part of this.#parents(id, chain)) {
        add(left, part.left)
        add(i < entry ? left : entry >= 0 ? right : above, part.mid)
        add(right, part.right)
      }
    })
    const mid: Lines = new Map([[chain.row, [chain]]])
    for (const couple of this.#couplesOf.get(chain) ?? []) {
      add(
        mid,
        this.#children(couple, () => true),
      )
      add(right, this.#elsewhere(couple))
    }
    const all: Lines = new Map()
    for (const lines of [left, above, mid, right]) add(all, lines)
    return all
  }

  #parents(id: string, chain: Chain): Part[] {
    return (this.#tiesOf.get(id) ?? []).flatMap((tie) => {
      const parent = tie.couple.partners.map((one) => this.#chains.chainOf.get(one)).find(Boolean)
      return parent && !this.seen.has(parent) ? [this.#above(parent, tie, chain)] : []
    })
  }

  /** The parents of somebody in `below`, and all that is reached through them. */
  #above(chain: Chain, tie: Tie, below: Chain): Part {
    this.seen.add(chain)
    const part: Part = { left: new Map(), mid: new Map(), right: new Map() }
    const kidsLeft: Lines = new Map()
    const kidsRight: Lines = new Map()
    for (const id of chain.members)
      for (const up of this.#parents(id, chain)) {
        add(part.left, up.left)
        add(part.mid, up.mid)
        add(part.right, up.right)
      }
    // Parents with whom the child does not stand come beside, with all their children.
    let side = this.#family.home.get(tie.child) === tie ? kidsLeft : kidsRight
    for (const couple of this.#couplesOf.get(chain) ?? []) {
      if (couple === tie.couple && this.#family.home.get(tie.child) === tie) {
        let passed = false
        add(
          kidsLeft,
          this.#children(
            couple,
            (one) => !(passed ||= one.child === tie.child || below.members.includes(one.child)),
          ),
        )
        add(
          kidsRight,
          this.#children(couple, () => true),
        )
        side = kidsRight
      } else
        add(
          side,
          this.#children(couple, () => true),
        )
      add(kidsRight, this.#elsewhere(couple))
    }
    add(part.left, kidsLeft)
    add(part.mid, new Map([[chain.row, [chain]]]))
    const right: Lines = new Map()
    add(right, kidsRight)
    add(right, part.right)
    return { ...part, right }
  }

  #children(couple: Couple, wanted: (tie: Tie) => boolean): Lines {
    const lines: Lines = new Map()
    const home = this.#family.sibships.get(couple) ?? []
    const others = couple.ties.filter((tie) => !home.includes(tie))
    for (const tie of home) {
      if (!wanted(tie)) break
      const chain = this.#chains.chainOf.get(tie.child)
      if (chain && !this.seen.has(chain)) add(lines, this.from(chain, tie.child))
    }
    for (const tie of others) {
      // Who stands with another couple comes when that couple is reached, unless it is never reached otherwise.
      const chain = this.#chains.chainOf.get(tie.child)
      if (chain && !this.seen.has(chain) && !this.#family.home.has(tie.child))
        add(lines, this.from(chain, tie.child))
    }
    return lines
  }

  /** A partner who stands in another row. */
  #elsewhere(couple: Couple): Lines {
    const lines: Lines = new Map()
    for (const id of couple.partners) {
      const chain = this.#chains.chainOf.get(id)
      if (chain && !this.seen.has(chain)) add(lines, this.from(chain, null))
    }
    return lines
  }
}

/** Where the line to the children leaves, counted in members: between two, or under one. */
export function dropPlace(couple: Couple, chain: Chain, family: Family): number {
  const [a, b] = couple.partners
    .map((id) => chain.members.indexOf(id))
    .filter((i) => i >= 0)
    .sort((x, y) => x - y)
  if (a === undefined) return 0
  if (b === undefined) return a
  return b - a === 1 || outerOf(couple, family) === chain.members[b] ? b - 0.5 : a + 0.5
}

/** The partner who stands further out, because the other had partners before; what comes later changes nothing. */
export function outerOf(couple: Couple, family: Family): string | undefined {
  const first = couple.partners.filter(
    (id) => family.couples.find((one) => one.partners.includes(id)) === couple,
  )
  return first.at(-1) ?? couple.partners.at(-1)
}

function add(to: Lines, from: Lines): void {
  for (const [row, chains] of from) {
    const own = to.get(row)
    if (own) for (const chain of chains) own.push(chain)
    else to.set(row, [...chains])
  }
}
