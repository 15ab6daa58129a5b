import { byText } from '@/lib/timeline/lanes'
import type { GenoContradiction } from '../types'
import type { Couple, Family, Tie } from './family'
import { fewestDrops } from './fewestDrops'
import { circles, edgesOf, groupBy, grouping, isAcyclic } from './graph'

export interface Rows {
  /** Row of every member, 0 the oldest of their component. */
  rowOf: ReadonlyMap<string, number>
  /** Couples whose partners stand in different rows. */
  apart: ReadonlySet<Couple>
  /** Ties by which somebody would be their own ancestor; the child does not stand below. */
  broken: ReadonlySet<Tie>
  contradictions: readonly GenoContradiction[]
}

/**
 * Generations: partners in one row, children below all their parents, exactly one below where that can be.
 * What cannot hold is dropped, as little as possible and of equals the latest: first ties that make somebody their own
 * ancestor, then couples that would have to stand in one row although one descends from the other's row.
 */
export function rowsOf(family: Family): Rows {
  const ties = family.couples.flatMap((couple) => couple.ties)
  const broken = new Set(ties.filter((tie) => tie.couple.partners.includes(tie.child)))
  const sound = () => ties.filter((tie) => !broken.has(tie))
  for (const circle of circles(edgesOf(family.members, descent(sound())))) {
    if (circle.length === 1) continue
    const inside = within(circle)
    const own = sound().filter((tie) => inside(tie.child) && tie.couple.partners.some(inside))
    for (const tie of fewestDrops(own, (kept) => isAcyclic(edgesOf(circle, descent(kept, inside)))))
      broken.add(tie)
  }
  const couples = family.couples.filter((couple) => couple.partners.length === 2)
  const both = edgesOf(family.members, [
    ...descent(sound()),
    ...couples.flatMap(({ partners: [a, b] }) => [[a, b] as [string, string], [b, a] as [string, string]]),
  ])
  const apart = new Set<Couple>()
  for (const circle of circles(both)) {
    const inside = within(circle)
    const edges = descent(sound(), inside)
    if (edges.length === 0 || circle.length === 1) continue
    const own = couples.filter((couple) => couple.partners.every(inside))
    const fits = (kept: readonly Couple[]) => {
      const group = grouping(circle, kept.map(pair))
      return isAcyclic(
        edgesOf(
          circle,
          edges.map(([a, b]) => [group(a), group(b)] as const),
        ),
      )
    }
    for (const couple of fewestDrops(own, fits)) apart.add(couple)
  }
  const group = grouping(family.members, couples.filter((couple) => !apart.has(couple)).map(pair))
  const edges = descent(sound()).map(([a, b]) => [group(a), group(b)] as const)
  const links = [
    ...edges,
    ...ties.flatMap(({ couple, child }) => couple.partners.map((id) => [group(id), group(child)] as const)),
    ...couples.map((couple) => [group(pair(couple)[0]), group(pair(couple)[1])] as const),
  ]
  const rowOfGroup = levels([...new Set(family.members.map(group))], edges, links)
  const rowOf = new Map(family.members.map((id) => [id, rowOfGroup.get(group(id)) ?? 0]))
  const parted = new Set(
    [...apart].filter((couple) => rowOf.get(pair(couple)[0]) !== rowOf.get(pair(couple)[1])),
  )
  const said: GenoContradiction[] = [
    ...[...parted].map((couple) => ({ kind: 'row' as const, ids: [couple.id] })),
    ...[...broken].map((tie) => ({ kind: 'cycle' as const, ids: [tie.couple.id, tie.child].sort(byText) })),
  ]
  return { rowOf, apart: parted, broken, contradictions: said }
}

function pair(couple: Couple): [string, string] {
  return couple.partners as [string, string]
}

function within(circle: readonly string[]): (id: string) => boolean {
  const all = new Set(circle)
  return (id) => all.has(id)
}

function descent(ties: readonly Tie[], inside: (id: string) => boolean = () => true): [string, string][] {
  return ties
    .filter((tie) => inside(tie.child))
    .flatMap((tie) => tie.couple.partners.filter(inside).map((id): [string, string] => [id, tie.child]))
}

/** One step per edge where that is possible, else the longest way down, with ancestors moved near their descendants. */
function levels(
  groups: readonly string[],
  edges: readonly (readonly [string, string])[],
  links: readonly (readonly [string, string])[],
): Map<string, number> {
  const down = edgesOf(groups, edges)
  const up = edgesOf(
    groups,
    edges.map(([a, b]) => [b, a] as const),
  )
  const row = new Map<string, number>()
  const component = grouping(groups, links)
  for (const own of groupBy(groups, component).values()) {
    for (const start of own) if (!row.has(start)) stepwise(start, down, up, row)
    const fits = own.every((from) =>
      (down.get(from) ?? []).every((to) => row.get(to) === (row.get(from) ?? 0) + 1),
    )
    if (!fits) longest(own, down, up, row)
    const top = Math.min(...own.map((id) => row.get(id) ?? 0))
    for (const id of own) row.set(id, (row.get(id) ?? 0) - top)
  }
  return row
}

type Neighbours = ReadonlyMap<string, readonly string[]>

function stepwise(start: string, down: Neighbours, up: Neighbours, row: Map<string, number>): void {
  row.set(start, 0)
  const queue = [start]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const [next, step] of [
      [down, 1],
      [up, -1],
    ] as const)
      for (const to of next.get(at) ?? []) {
        if (row.has(to)) continue
        row.set(to, (row.get(at) as number) + step)
        queue.push(to)
      }
  }
}

function longest(own: readonly string[], down: Neighbours, up: Neighbours, row: Map<string, number>): void {
  const order = circles(new Map(own.map((id) => [id, down.get(id) ?? []])))
    .flat()
    .reverse()
  for (const id of order)
    row.set(id, Math.max(0, ...(up.get(id) ?? []).map((from) => (row.get(from) as number) + 1)))
  // Lines as short as can be: who pulls more below than above comes down, the lowest first.
  for (let round = 0; round < 3; round++)
    for (const id of order.toReversed()) {
      const below = down.get(id) ?? []
      if (below.length === 0 || below.length <= (up.get(id) ?? []).length) continue
      row.set(id, Math.min(...below.map((to) => row.get(to) as number)) - 1)
    }
}
