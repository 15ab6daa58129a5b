import type { Couple, Family, Tie } from './family'
import { Gaps } from './gaps'
import { groupBy } from './graph'
import type { Net } from './nets'
import type { Site } from './site'
import { DROP_ROOM } from './sizes'
import { outerOf } from './weave'

/** Lines of one couple before heights are known. */
export interface CoupleRoute {
  couple: Couple
  /** Left to right; none, one or two. */
  sites: readonly Site[]
  form: 'none' | 'one' | 'straight' | 'under' | 'loose'
  /** Where each partner's line goes down beside the words, and the nets by which it reaches the tier. */
  downs: readonly { x: number; ways: readonly Way[] }[]
  tier: Net | null
  dropX: number | null
  bar: Net | null
  children: readonly ChildRoute[]
  multiples: readonly { key: string; x: number; ties: readonly Tie[] }[]
}

/** A step of a line from row to row: across in `net`, then on at `x`. */
export interface Way {
  net: Net
  x: number
}

export interface ChildRoute {
  tie: Tie
  site: Site
  /** Where it leaves the bar. */
  fromX: number
  ways: readonly Way[]
  /** Where it reaches the symbol. */
  toX: number
}

/** Lines to one symbol from several couples arrive beside each other. */
const PORT = 8

/** All lines of the family, as nets between the rows that still have no height. */
export function routesOf(
  family: Family,
  sites: ReadonlyMap<string, Site>,
): { routes: CoupleRoute[]; nets: Net[] } {
  const rows = groupBy(
    [...sites.values()].sort((a, b) => a.x - b.x),
    (site) => site.row,
  )
  const nextTo = new Map<Site, Site>()
  for (const line of rows.values())
    line.forEach((site, i) => {
      const next = line[i + 1]
      if (next) nextTo.set(site, next)
    })
  const straight = new Set<string>()
  const forms = new Map<Couple, { sites: Site[]; form: CoupleRoute['form'] }>()
  for (const couple of family.couples) {
    const own = couple.partners
      .map((id) => sites.get(id))
      .filter((site) => site !== undefined)
      .sort((a, b) => a.x - b.x)
    const [a, b] = own
    const loose = own.some((site) => site.off)
    const beside = a && b && a.row === b.row && nextTo.get(a) === b && !straight.has(a.id)
    const form = !a ? 'none' : !b ? 'one' : loose ? 'loose' : beside ? 'straight' : 'under'
    if (form === 'straight' && a) straight.add(a.id)
    forms.set(couple, { sites: own, form })
  }
  const router = new Router(family, sites, nextTo, new Gaps(rows, straight))
  const drops = new Map<Couple, number>()
  for (const [couple, { sites: own, form }] of forms) {
    const [a, b] = own
    if (!a) continue
    if (form === 'one') drops.set(couple, a.x)
    if (form === 'loose' && b) drops.set(couple, (a.x + b.x) / 2)
    if (form === 'straight' && b) {
      const x = router.straightDrop(couple, a, b)
      drops.set(couple, x)
      if (couple.ties.length > 0) router.gaps.use(a.row, x)
    }
  }
  const routes = [...forms].map(([couple, { sites: own, form }]) =>
    router.route(couple, own, form, drops.get(couple)),
  )
  return { routes, nets: router.nets }
}

class Router {
  readonly nets: Net[] = []
  readonly gaps: Gaps
  readonly #family: Family
  readonly #sites: ReadonlyMap<string, Site>
  readonly #rightOf: ReadonlyMap<Site, Site>
  readonly #leftOf: ReadonlyMap<Site, Site>
  readonly #ports = new Map<string, number>()

  constructor(family: Family, sites: ReadonlyMap<string, Site>, nextTo: ReadonlyMap<Site, Site>, gaps: Gaps) {
    this.#family = family
    this.#sites = sites
    this.#rightOf = nextTo
    this.#leftOf = new Map([...nextTo].map(([left, right]) => [right, left]))
    this.gaps = gaps
  }

  /** Above the middle of the children as far as that lies between the words of both, else in the middle of the couple. */
  straightDrop(couple: Couple, a: Site, b: Site): number {
    const [lo, hi] = [a.x + a.half + DROP_ROOM, b.x - b.half - DROP_ROOM]
    const wish = this.#middleOf(couple) ?? (a.x + b.x) / 2
    return lo <= hi ? Math.min(hi, Math.max(lo, wish)) : (a.x + a.half + b.x - b.half) / 2
  }

  #middleOf(couple: Couple): number | null {
    const home = this.#family.sibships.get(couple) ?? []
    const [first, last] = [home[0], home.at(-1)].map((tie) => this.#sites.get(tie?.child ?? ''))
    return first && last ? (first.x + last.x) / 2 : null
  }

  route(
    couple: Couple,
    sites: readonly Site[],
    form: CoupleRoute['form'],
    drop: number | undefined,
  ): CoupleRoute {
    const zone = Math.max(-1, ...sites.map((site) => site.row))
    const none: CoupleRoute = {
      couple,
      sites,
      form,
      downs: [],
      tier: null,
      dropX: null,
      bar: null,
      children: [],
      multiples: [],
    }
    if (form === 'none') return none
    let [downs, tier, dropX]: [CoupleRoute['downs'], Net | null, number | null] = [[], null, drop ?? null]
    const [a, b] = sites
    if (form === 'under' && a && b) {
      downs = [this.#down(couple, a, b.x, zone), this.#down(couple, b, a.x, zone)]
      const ends = downs.map((down) => down.ways.at(-1)?.x ?? down.x)
      tier = this.#net('tier', couple, zone, ends, [])
      // Beside the partner who stands further out: nearest the end whose own gap it is.
      const [from, to] = [Math.min(...ends), Math.max(...ends)]
      const outer = outerOf(couple, this.#family) === b.id ? b : a
      const near = outer === b ? Math.max((from + to) / 2, to - 8) : Math.min((from + to) / 2, from + 8)
      dropX = near
      const next = (outer === b ? this.#leftOf : this.#rightOf).get(outer)
      if (a.row === b.row && next && next !== a && next !== b) {
        // As far towards the middle of the children as the words of whoever stands between them.
        const wish = this.#middleOf(couple) ?? near
        dropX =
          outer === b
            ? Math.min(to, Math.max(wish, Math.min(near, next.x + next.half + DROP_ROOM)))
            : Math.max(from, Math.min(wish, Math.max(near, next.x - next.half - DROP_ROOM)))
      }
    }
    if (couple.ties.length === 0 || dropX === null) return { ...none, downs, tier, dropX: null }
    const bar = this.#net('bar', couple, zone, [dropX], [])
    tier?.bottoms.push(dropX)
    const multiples = this.#multiples(couple, zone)
    const twin = new Map(multiples.flatMap((one) => one.ties.map((tie) => [tie, one.x] as const)))
    const children = couple.ties.map((tie) => this.#child(tie, zone, bar, twin.get(tie) ?? null))
    return { ...none, downs, tier, dropX, bar, children, multiples }
  }

  #net(kind: Net['kind'], couple: Couple, zone: number, tops: number[], bottoms: number[]): Net {
    const net: Net = { zone, kind, union: couple.id, tops, bottoms, ends: [...bottoms], level: 0, y: 0 }
    this.nets.push(net)
    return net
  }

  /** From a partner down to the zone below the lower of the two. */
  #down(couple: Couple, site: Site, towards: number, zone: number): { x: number; ways: Way[] } {
    const x = this.gaps.beside(site, towards)
    const ways: Way[] = []
    for (let row = site.row, at = x; row < zone; row++) {
      const next = this.gaps.through(row + 1, at)
      ways.push({ net: this.#net('bar', couple, row, [at], [next]), x: next })
      at = next
    }
    return { x, ways }
  }

  #multiples(couple: Couple, zone: number): { key: string; x: number; ties: Tie[] }[] {
    const home = (this.#family.sibships.get(couple) ?? []).filter((tie) => {
      const site = this.#sites.get(tie.child)
      return tie.multiple !== null && site?.row === zone + 1 && !site.off
    })
    return [...groupBy(home, (tie) => tie.multiple as string)]
      .filter(([, ties]) => ties.length > 1)
      .map(([key, ties]) => {
        const xs = ties.map((tie) => (this.#sites.get(tie.child) as Site).x)
        return { key, ties, x: (Math.min(...xs) + Math.max(...xs)) / 2 }
      })
  }

  #child(tie: Tie, zone: number, bar: Net, point: number | null): ChildRoute {
    const site = this.#sites.get(tie.child) as Site
    if (point !== null) {
      bar.ends.push(point)
      bar.bottoms.push(site.x)
      return { tie, site, fromX: point, ways: [], toX: site.x }
    }
    const toX = site.x + this.#port(tie, site, bar.tops[0] ?? site.x)
    const ways: Way[] = []
    const reach = (net: Net, x: number) => {
      net.bottoms.push(x)
      net.ends.push(x)
    }
    if (site.row > zone) {
      let net = bar
      let fromX = toX
      for (let row = zone + 1; row < site.row; row++) {
        const x = this.gaps.through(row, toX)
        reach(net, x)
        if (net === bar) fromX = x
        net = this.#net('bar', tie.couple, row, [x], [])
        ways.push({ net, x: toX })
      }
      // The way across of each step ends where the next one starts.
      ways.forEach((way, i) => (way.x = ways[i + 1]?.net.tops[0] ?? toX))
      reach(net, toX)
      return { tie, site, fromX, ways, toX }
    }
    // A child that would be its own ancestor stands above: the line goes up beside everybody.
    let x = this.gaps.through(zone, toX)
    const fromX = x
    bar.tops.push(x)
    for (let row = zone - 1; row >= site.row - 1; row--) {
      const next = row === site.row - 1 ? toX : this.gaps.through(row, toX)
      const net = this.#net(
        'bar',
        tie.couple,
        row,
        row === site.row - 1 ? [] : [next],
        row === site.row - 1 ? [x, next] : [x],
      )
      ways.push({ net, x: next })
      x = next
    }
    return { tie, site, fromX, ways, toX }
  }

  /** The line to where a child stands ends in the middle of the symbol, others beside it, at the side they come from. */
  #port(tie: Tie, site: Site, fromX: number): number {
    if (this.#family.home.get(tie.child) === tie) return 0
    const side = fromX < site.x ? -1 : 1
    const key = `${side}${tie.child}`
    const count = (this.#ports.get(key) ?? 0) + 1
    this.#ports.set(key, count)
    return side * Math.min(16, PORT * count)
  }
}
