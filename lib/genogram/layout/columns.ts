import type { GenoPerson } from '../types'
import type { Chain, Chains } from './chains'
import type { Couple, Family } from './family'
import { groupBy } from './graph'
import { relax, type Clearance, type Spring } from './relax'
import { DROP_ROOM, halfWidth } from './sizes'
import { gapBetween, spanOf, type Span } from './spacing'
import { dropPlace } from './weave'

/** A couple to its first and its last child: it stands above their middle, and they stand close. */
const ENDS = 1
/** Partners to the line that goes down between them, and to each other. */
const PARTNERS = 1e-3
/** Brothers and sisters evenly between the first and the last. */
const SIBLINGS = 1e-4
/** Children who stand elsewhere, to their other parents; those in the middle, to their own. */
const LOOSE = 1e-5
/** What nothing else holds stands near who stands beside it. */
const BESIDE = 1e-7

/** The line to the children of a couple: a place of its own, or the middle of a parent alone. */
interface Drop {
  at: number
  /** Members left and right of it. */
  sides: readonly number[]
  /** Half of the least room between those sides. */
  reach: number
  first: number
  last: number
  inner: readonly number[]
  /** The highest row of parents and children. */
  row: number
  bothUnder: boolean
}

/**
 * x of every member of these rows: every couple above the middle of its children, everything close together, no boxes
 * overlapping. From the lowest row up: what hangs under a couple is placed, and is from then on moved as a whole; where
 * there is too little room above, those who stand higher make the way. All wishes are springs between two places, so
 * that making room somewhere moves nobody by more than that room.
 */
export function columnsOf(
  family: Family,
  chains: Chains,
  rows: ReadonlyMap<number, readonly Chain[]>,
): Map<string, number> {
  return new Columns(family, chains, rows).place()
}

class Columns {
  readonly #family: Family
  readonly #chains: Chains
  readonly #rows: ReadonlyMap<number, readonly Chain[]>
  readonly #node = new Map<string, number>()
  readonly #ids: string[] = []
  readonly #spans = new Map<Chain, Span>()
  readonly #drops: Drop[]
  #x: number[]
  /** Nodes that are moved as one have one root, and each its distance from it. */
  readonly #root: number[]
  readonly #from: number[]

  constructor(family: Family, chains: Chains, rows: ReadonlyMap<number, readonly Chain[]>) {
    this.#family = family
    this.#chains = chains
    this.#rows = rows
    const own = groupBy(
      family.couples.flatMap((couple) => couple.partners.map((id) => ({ id, couple }))),
      (one) => one.id,
    )
    const couplesOf = new Map([...own].map(([id, all]) => [id, all.map((one) => one.couple)]))
    this.#x = []
    for (const line of rows.values())
      for (const chain of line) {
        this.#spans.set(chain, spanOf(chain, family, couplesOf))
        for (const id of chain.members) {
          this.#node.set(id, this.#ids.push(id) - 1)
          this.#x.push(0)
        }
      }
    this.#drops = family.couples.flatMap((couple) => this.#dropOf(couple) ?? [])
    this.#root = this.#x.map((_, i) => i)
    this.#from = this.#x.map(() => 0)
  }

  place(): Map<string, number> {
    for (const row of [...this.#rows.keys()].sort((a, b) => b - a)) {
      this.#settle(row)
      this.#join(row)
    }
    return new Map([...this.#node].map(([id, node]) => [id, this.#x[node] as number]))
  }

  #dropOf(couple: Couple): Drop | null {
    const home = (this.#family.sibships.get(couple) ?? []).flatMap((tie) => this.#node.get(tie.child) ?? [])
    const [first, last] = [home[0], home.at(-1)]
    const chain = couple.partners
      .map((id) => this.#chains.chainOf.get(id))
      .find((one) => one && this.#spans.has(one))
    if (!chain || first === undefined || last === undefined) return null
    const place = dropPlace(couple, chain, this.#family)
    const sides = [...new Set([Math.floor(place), Math.ceil(place)])]
    const nodes = sides.map((i) => this.#node.get(chain.members[i] as string) as number)
    const { offsets } = this.#spans.get(chain) as Span
    const rows = (this.#family.sibships.get(couple) ?? []).map(
      (tie) => this.#chains.chainOf.get(tie.child)?.row ?? chain.row,
    )
    return {
      at: nodes.length === 1 ? (nodes[0] as number) : this.#x.push(0) - 1,
      sides: nodes,
      reach: ((offsets[sides[1] ?? 0] as number) - (offsets[sides[0] ?? 0] as number)) / 2,
      first,
      last,
      inner: home.slice(1, -1),
      row: Math.min(chain.row, ...rows),
      bothUnder: bothUnderParents(chain, this.#family),
    }
  }

  /** Places all that stands in this row and below. */
  #settle(row: number): void {
    const springs: Spring[] = []
    const clear: Clearance[] = []
    const spring = (a: number, b: number, offset: number, weight: number) =>
      springs.push({ a, b, offset, weight })
    for (const drop of this.#drops) {
      if (drop.row < row) continue
      spring(drop.at, drop.first, 0, ENDS)
      spring(drop.at, drop.last, 0, ENDS)
      for (const child of drop.inner) spring(drop.at, child, 0, LOOSE)
      const all = [drop.first, ...drop.inner, drop.last]
      for (let i = 1; i < all.length; i++) spring(all[i - 1] as number, all[i] as number, 0, SIBLINGS)
      const [left, right] = drop.sides
      if (left === undefined || right === undefined) continue
      spring(left, drop.at, drop.reach, PARTNERS)
      spring(drop.at, right, drop.reach, PARTNERS)
      clear.push(
        { a: left, b: drop.at, least: this.#roomOf(left) },
        { a: drop.at, b: right, least: this.#roomOf(right) },
      )
    }
    for (const [at, line] of this.#rows) {
      if (at < row) continue
      line.forEach((chain, i) => {
        const span = this.#spans.get(chain) as Span
        const nodes = chain.members.map((id) => this.#node.get(id) as number)
        for (let k = 1; k < nodes.length; k++) {
          const least = (span.offsets[k] as number) - (span.offsets[k - 1] as number)
          const [a, b] = [nodes[k - 1] as number, nodes[k] as number]
          clear.push({ a, b, least })
          spring(a, b, least, PARTNERS)
        }
        const before = line[i - 1]
        if (!before) return
        const end = (this.#spans.get(before) as Span).offsets.at(-1) as number
        const least = gapBetween(before, chain, this.#spans, this.#family) - end
        const a = this.#node.get(before.members.at(-1) as string) as number
        clear.push({ a, b: nodes[0] as number, least })
        spring(a, nodes[0] as number, least, BESIDE)
      })
    }
    for (const couple of this.#family.couples)
      for (const tie of couple.ties) {
        const [a, b] = [this.#node.get(couple.partners[0] ?? ''), this.#node.get(tie.child)]
        if (a === undefined || b === undefined || this.#family.home.get(tie.child) === tie) continue
        if (this.#rowOf(tie.child) >= row && this.#rowOf(couple.partners[0] as string) >= row)
          spring(a, b, 0, LOOSE)
      }
    this.#solve(springs, clear)
  }

  #rowOf(id: string): number {
    return this.#chains.chainOf.get(id)?.row ?? 0
  }

  #roomOf(node: number): number {
    return halfWidth(this.#family.people.get(this.#ids[node] as string) as GenoPerson) + DROP_ROOM
  }

  #solve(springs: readonly Spring[], clear: readonly Clearance[]): void {
    const index = new Map<number, number>()
    const start: number[] = []
    const indexOf = (node: number) => {
      const root = this.#root[node] as number
      const known = index.get(root)
      if (known !== undefined) return known
      index.set(root, start.push(this.#x[root] as number) - 1)
      return start.length - 1
    }
    const from = (node: number) => this.#from[node] as number
    const wishes = springs.flatMap(({ a, b, offset, weight }): Spring[] => {
      const [i, k] = [indexOf(a), indexOf(b)]
      return i === k ? [] : [{ a: i, b: k, offset: offset + from(a) - from(b), weight }]
    })
    const most = new Map<number, Map<number, number>>()
    for (const { a, b, least } of clear) {
      const [i, k] = [indexOf(a), indexOf(b)]
      if (i === k) continue
      const own = most.get(i) ?? new Map<number, number>()
      own.set(k, Math.max(own.get(k) ?? -Infinity, least + from(a) - from(b)))
      most.set(i, own)
    }
    const bounds = [...most].flatMap(([a, own]) => [...own].map(([b, least]) => ({ a, b, least })))
    const x = relax(start, wishes, bounds)
    this.#x = this.#x.map((old, node) => {
      const at = index.get(this.#root[node] as number)
      return at === undefined ? old : (x[at] as number) + from(node)
    })
  }

  /** Whatever hangs together under the couples of this row is moved as one from now on. */
  #join(row: number): void {
    for (const chain of this.#rows.get(row) ?? [])
      if (!bothUnderParents(chain, this.#family))
        for (const id of chain.members) this.#tie(chain.members[0] as string, id)
    for (const drop of this.#drops) {
      if (drop.row !== row) continue
      for (const child of [drop.first, ...drop.inner, drop.last]) this.#tieNodes(drop.at, child)
      if (!drop.bothUnder) for (const side of drop.sides) this.#tieNodes(drop.at, side)
    }
  }

  #tie(a: string, b: string): void {
    this.#tieNodes(this.#node.get(a) as number, this.#node.get(b) as number)
  }

  #tieNodes(a: number, b: number): void {
    const [keep, gone] = [this.#root[a] as number, this.#root[b] as number]
    if (keep === gone) return
    this.#root.forEach((root, node) => {
      if (root !== gone) return
      this.#root[node] = keep
      this.#from[node] = (this.#x[node] as number) - (this.#x[keep] as number)
    })
  }
}

/** Whether two of these partners stand under parents of their own, so that the line between them may grow. */
function bothUnderParents(chain: Chain, family: Family): boolean {
  return chain.members.filter((id) => family.home.has(id)).length > 1
}
