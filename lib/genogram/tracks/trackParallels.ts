import { around, boxesOf, grown, type Box } from '../boxes'
import { acrossOf, unionPoints } from '../lines/unionPoints'
import { placeAt, wayOfPoints } from '../lines/way'
import type { GenogramLayout, GenoHousehold, PlacedPerson, RelationTrack } from '../types'
import type { Cubic } from './candidate'
import { obstaclesOf, waysOf } from './freeWays'

/** "Lijkt dit op elkaar?": ids of relations, people, couples or households on both sides. */
export interface ParallelSides {
  id: string
  left: readonly string[]
  right: readonly string[]
}

/** Room around the middle of a line that a link keeps off: its letter. */
const NEAR = 8

interface Shown {
  layout: GenogramLayout
  tracks: readonly RelationTrack[]
  households: readonly GenoHousehold[]
}

/**
 * The ways of the links "Lijkt dit op elkaar?", from the middle of a line or the edge of a group to the other, in a
 * bow around everybody else. A link of which a side is not in the picture has no way. In the order given.
 */
export function trackParallels(
  shown: Shown,
  parallels: readonly ParallelSides[],
): (Cubic & { id: string })[] {
  if (parallels.length === 0) return []
  const obstacles = obstaclesOf(shown.layout)
  return parallels.flatMap(({ id, left, right }) => {
    const [one, other] = [sideOf(shown, left), sideOf(shown, right)]
    if (!one || !other) return []
    const [way] = waysOf(one.place, other.place, 1, obstacles, new Set([...one.members, ...other.members]))
    return way ? [{ id, ...way.cubic }] : []
  })
}

/** A side as something that a line can begin at: the box of a group, or a place on a line. */
function sideOf(
  { layout, tracks, households }: Shown,
  ids: readonly string[],
): { place: PlacedPerson; members: readonly string[] } | null {
  const wanted = new Set(ids)
  const members = [...ids, ...households.filter(({ id }) => wanted.has(id)).flatMap(({ members }) => members)]
  const people = layout.people.filter(({ id }) => members.includes(id)).flatMap(boxesOf)
  const couples = layout.unions
    .filter((union) => wanted.has(union.id) && union.line !== null)
    .map((union) => {
      const { from, to } = acrossOf(union)
      return placeAt(wayOfPoints(unionPoints(union)), (from + to) / 2)
    })
  const mids = [...tracks.filter(({ id }) => wanted.has(id)).map(({ mid }) => mid), ...couples]
  const spots: Box[] = mids.map(({ x, y }) => grown({ x, y, w: 0, h: 0 }, NEAR))
  const box = around([...spots, ...people])
  if (!box) return null
  const { x, y, w, h } = box
  const middle = { x: x + w / 2, y: y + h / 2, w, h, labelY: 0, labelW: 0, labelH: 0 }
  return { place: { id: ids.join(), ...middle, row: null, pinned: false }, members }
}
