import { byText } from '@/lib/timeline/lanes'
import type { GenoPerson, PlacedPerson } from '../types'
import { groupBy } from './graph'
import { BOX_GAP, depthBelow, FAMILY_GAP, halfWidth, symbolSize } from './sizes'

export interface Area {
  left: number
  right: number
  top: number
  bottom: number
}

const FROM_FAMILY = 80
const ROW_GAP = 28
/** Professionals stand in rows of at least this width, however small the family is. */
const LEAST_WIDTH = 640

/**
 * Places for those who are not of the family: friends, neighbours and school in columns at both sides, professionals in
 * rows below with their organisation first; the nearest person nearest the family. `family` is the room that it takes.
 */
export function placeAround(
  others: readonly GenoPerson[],
  family: Area,
): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>()
  const sorted = [...others].sort(byNearness)
  const isWork = (one: GenoPerson) =>
    one.circle === 'professional' || one.type === 'organisation' || one.organisation !== null
  const near = sorted.filter((one) => !isWork(one))
  const sides = [near.filter((_, i) => i % 2 === 0), near.filter((_, i) => i % 2 === 1)]
  const reach = { ...family }
  sides.forEach((side, i) => {
    const height = column(side, i === 0 ? 'right' : 'left', family, places)
    reach.bottom = Math.max(reach.bottom, height)
  })
  below(sorted.filter(isWork), reach, places)
  return places
}

function byNearness(a: GenoPerson, b: GenoPerson): number {
  return (b.nearness ?? -1) - (a.nearness ?? -1) || byText(a.order, b.order) || byText(a.id, b.id)
}

/** Columns outwards from one side; returns how far down they reach. */
function column(
  people: readonly GenoPerson[],
  side: 'left' | 'right',
  family: Area,
  places: Map<string, { x: number; y: number }>,
): number {
  const height = Math.max(family.bottom - family.top, 3 * 120)
  let [edge, from, lowest] = [FROM_FAMILY, 0, family.top]
  while (from < people.length) {
    let [to, y, half] = [from, family.top, 0]
    for (; to < people.length; to++) {
      const one = people[to] as GenoPerson
      const size = symbolSize(one).h / 2 + depthBelow(one)
      if (to > from && y + size > family.top + height) break
      half = Math.max(half, halfWidth(one))
      places.set(one.id, { x: 0, y: y + symbolSize(one).h / 2 })
      y += size + ROW_GAP
    }
    const x = side === 'right' ? family.right + edge + half : family.left - edge - half
    for (const one of people.slice(from, to)) places.set(one.id, { x, y: places.get(one.id)?.y ?? 0 })
    lowest = Math.max(lowest, y - ROW_GAP)
    edge += 2 * half + FAMILY_GAP
    from = to
  }
  return lowest
}

function below(
  people: readonly GenoPerson[],
  reach: Area,
  places: Map<string, { x: number; y: number }>,
): void {
  const drawn = new Set(people.filter((one) => one.type === 'organisation').map((one) => one.id))
  const home = (one: GenoPerson) =>
    one.type === 'organisation'
      ? one.id
      : one.organisation !== null && drawn.has(one.organisation)
        ? one.organisation
        : one.id
  // Groups come in the order of their nearest member; the organisation stands before its people.
  const groups = [...groupBy(people, home).values()].map((all) =>
    all.sort((a, b) => Number(b.type === 'organisation') - Number(a.type === 'organisation')),
  )
  const width = Math.max(LEAST_WIDTH, reach.right - reach.left)
  const middle = (reach.left + reach.right) / 2
  let line: GenoPerson[][] = []
  let y = reach.bottom + FROM_FAMILY
  const close = () => {
    const spread = nearestInTheMiddle(line)
    let x = middle - wide(spread) / 2
    let lowest = y
    for (const one of spread.flat()) {
      places.set(one.id, { x: x + halfWidth(one), y: y + 20 })
      x += 2 * halfWidth(one) + FAMILY_GAP
      lowest = Math.max(lowest, y + 20 + depthBelow(one))
    }
    y = lowest + ROW_GAP * 1.5
    line = []
  }
  for (const group of groups.flatMap((all) => pieces(all, width))) {
    if (line.length > 0 && wide([...line, group]) > width) close()
    line.push(group)
  }
  if (line.length > 0) close()
}

/** A group that is wider than a row goes on in the next. */
function pieces(group: readonly GenoPerson[], width: number): GenoPerson[][] {
  const all: GenoPerson[][] = []
  for (const one of group) {
    const last = all.at(-1)
    if (last && wide([[...last, one]]) <= width) last.push(one)
    else all.push([one])
  }
  return all
}

function wide(groups: readonly (readonly GenoPerson[])[]): number {
  return groups.flat().reduce((sum, one) => sum + 2 * halfWidth(one) + FAMILY_GAP, -FAMILY_GAP)
}

function nearestInTheMiddle<T>(groups: readonly T[]): T[] {
  const spread: T[] = []
  groups.forEach((group, i) => (i % 2 === 0 ? spread.push(group) : spread.unshift(group)))
  return spread
}

/** The pinned stay; whoever stands in the way of one before them goes down until there is room. */
export function movedFree(people: readonly PlacedPerson[]): PlacedPerson[] {
  const there: PlacedPerson[] = []
  for (const one of people) {
    let at = one
    for (let hit = one.pinned ? undefined : there.find((other) => touch(other, at)); hit;) {
      const down = bottomOf(hit) + BOX_GAP + at.h / 2 - at.y
      at = { ...at, y: at.y + down, labelY: at.labelY + down }
      hit = there.find((other) => touch(other, at))
    }
    there.push(at)
  }
  return there
}

function bottomOf(one: PlacedPerson): number {
  return one.labelH > 0 ? one.labelY + one.labelH : one.y + one.h / 2
}

function touch(a: PlacedPerson, b: PlacedPerson): boolean {
  const half = (one: PlacedPerson) => Math.max(one.w, one.labelW) / 2
  const beside = Math.abs(a.x - b.x) >= half(a) + half(b) + BOX_GAP
  return !beside && a.y - a.h / 2 < bottomOf(b) + BOX_GAP && b.y - b.h / 2 < bottomOf(a) + BOX_GAP
}
