import type { Point } from '@/lib/drawing/path'
import { textWidth } from '@/lib/text/widths'
import { byText } from '@/lib/timeline/lanes'
import { around, aroundPoints, BoxIndex, boxesOf, grown, overlap, structureOf, type Box } from '../boxes'
import type { GenogramLayout, GenoHousehold, HouseholdOutline, PlacedPerson } from '../types'
import { corridor } from './corridor'
import { edgesOf, piecesOf, regionOf, type Region } from './region'
import { roundedEdges } from './rounded'

/** From somebody to the outline around them: households that share somebody lie in each other. */
const PADS = [12, 8, 4]
/** From the outline to somebody who does not live there, at the least. */
const OFF = 4
const RADIUS = 10
/** The name of a household. */
export const NAME_PX = 12
const NAME_H = 16

/**
 * An outline around all who live together, and around nobody else: the union of their boxes, joined where that can be
 * done around the others (below rather than above), in several pieces where it cannot. Who lies inside all the same,
 * because they stand upon somebody of the household, is named in `strangers`. Total: members who are not in the
 * picture are left out, and a household of whom nobody is shown has no outline. In the stored order, then by id. Names
 * keep off the family's lines and `others`, which is room of other words.
 */
export function outlineHouseholds(
  layout: GenogramLayout,
  households: readonly GenoHousehold[],
  others: readonly Box[] = [],
): HouseholdOutline[] {
  const ordered = [...households].sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))
  const people = [...layout.people].sort((a, b) => byText(a.id, b.id))
  const taken = new BoxIndex<string>()
  for (const person of people) for (const box of boxesOf(person)) taken.add(box, person.id)
  for (const box of others) taken.add(box, '')
  const lines = new BoxIndex<string>()
  for (const [a, b] of structureOf(layout)) lines.add(grown(aroundPoints([a, b])!, 1), '')
  const levels: { members: ReadonlySet<string>; level: number }[] = []
  return ordered.flatMap((household) => {
    const members = new Set(household.members)
    const shown = people.filter(({ id }) => members.has(id))
    if (shown.length === 0) return []
    const above = levels.filter((other) => shown.some(({ id }) => other.members.has(id)))
    let level = 0
    while (above.some((other) => other.level === level)) level++
    levels.push({ members, level })
    const others = people.filter(({ id }) => !members.has(id))
    const region = householdRegion(shown, others, PADS[level % PADS.length]!)
    const loops = edgesOf(region)
    return [
      {
        id: household.id,
        path: roundedEdges(loops, RADIUS),
        label: placeName(household.name, loops, taken, lines),
        level,
        strangers: strangersIn(region, others),
      },
    ]
  })
}

/** The region of a household before its corners are rounded. */
export function householdRegion(
  members: readonly PlacedPerson[],
  others: readonly PlacedPerson[],
  pad: number,
): Region {
  const kept = members.flatMap(boxesOf)
  const field = grown(around(kept)!, 400)
  const strange = others.flatMap(boxesOf).filter((box) => overlap(box, field))
  const out = strange.map((box) => grown(box, OFF))
  const free = (box: Box) => !out.some((one) => overlap(one, box))
  const own = members.flatMap((member) => {
    const whole = grown(around(boxesOf(member))!, pad)
    return free(whole) ? [whole] : boxesOf(member).map((box) => grown(box, pad))
  })
  const boxes = [...own, ...bridges(members, pad).filter(free)]
  // Pieces that are still apart are joined by bands, the nearest first.
  for (let round = 0; round < members.length; round++) {
    const pieces = piecesOf(regionOf(boxes, out, kept))
    if (pieces.length < 2) break
    const band = joinOf(pieces, strange)
    if (!band) break
    boxes.push(...band)
  }
  return regionOf(boxes, out, kept)
}

/** A band from the first piece that can be joined to another. */
function joinOf(pieces: readonly Box[][], strange: readonly Box[]): Box[] | null {
  for (const [i, piece] of pieces.entries()) {
    const band = corridor(piece, pieces.filter((_, k) => k !== i).flat(), strange)
    if (band) return band
  }
  return null
}

/**
 * Boxes around neighbours in the household, so that it is one calm form and no chain: each with the nearest who is
 * already in it. Not around two far apart, for that would be mostly empty.
 */
function bridges(members: readonly PlacedPerson[], pad: number): Box[] {
  const boxes = members.map((member) => around(boxesOf(member))!)
  const found: Box[] = []
  const joined = [0]
  const left = boxes.map((_, i) => i).slice(1)
  while (left.length > 0) {
    let best = { from: 0, to: left[0]!, far: Infinity }
    for (const from of joined) {
      for (const to of left) {
        const far = gap(boxes[from]!, boxes[to]!)
        if (far < best.far) best = { from, to, far }
      }
    }
    joined.push(best.to)
    left.splice(left.indexOf(best.to), 1)
    const [a, b] = [boxes[best.from]!, boxes[best.to]!]
    const both = grown(around([a, b])!, pad)
    if (both.w * both.h <= 5 * (a.w * a.h + b.w * b.h)) found.push(both)
  }
  return found
}

function gap(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w)
  const dy = Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h)
  return dx + dy
}

function strangersIn({ xs, ys, inside }: Region, others: readonly PlacedPerson[]): string[] {
  return others
    .filter((person) =>
      boxesOf(person).some((box) =>
        inside.some((column, i) =>
          column.some(
            (is, j) =>
              is && overlap(box, { x: xs[i]!, y: ys[j]!, w: xs[i + 1]! - xs[i]!, h: ys[j + 1]! - ys[j]! }),
          ),
        ),
      ),
    )
    .map(({ id }) => id)
    .sort()
}

/** The name under a low edge that has room, or above a high one: on nobody and no other words, best on no line. */
function placeName(
  name: string,
  loops: readonly (readonly Point[])[],
  taken: BoxIndex<string>,
  lines: BoxIndex<string>,
): HouseholdOutline['label'] {
  const w = textWidth(name, NAME_PX, 'bold')
  const edges = loops.flatMap((loop) =>
    loop.map((a, i) => [a, loop[(i + 1) % loop.length]!] as const).filter(([a, b]) => a.y === b.y),
  )
  const under = edges.filter(([a, b]) => a.x > b.x).sort(([a], [b]) => b.y - a.y || a.x - b.x)
  const over = edges.filter(([a, b]) => a.x < b.x).sort(([a], [b]) => a.y - b.y || a.x - b.x)
  const places = [
    ...under.flatMap(([a, b]) => starts(a, b, w).map((x) => ({ x, y: a.y + 14 }))),
    ...over.flatMap(([a, b]) => starts(a, b, w).map((x) => ({ x, y: a.y - 6 }))),
  ]
  const room = ({ x, y }: Point): Box => ({ x: x - 2, y: y - NAME_H + 4, w: w + 4, h: NAME_H })
  const free = places.filter((at) => taken.over(room(at)).length === 0)
  const place = free.find((at) => lines.over(room(at)).length === 0) ?? free[0] ?? places[0] ?? { x: 0, y: 0 }
  if (w > 0) taken.add(room(place), '')
  return { ...place, w }
}

/** Where a name of width `w` can begin along an edge: left, right, and between. */
function starts(a: Point, b: Point, w: number): number[] {
  const [left, right] = [Math.min(a.x, b.x) + 6, Math.max(a.x, b.x) - 6 - w]
  return right <= left ? [left] : [left, right, (left + right) / 2]
}
