import type { Point } from '@/lib/drawing/path'
import { collide, footprint, placedAt } from '../place'
import { GRID_PAD, gridPlace } from '../scales'
import type { Box, PlacedStake, StakesGround } from '../types'
import type { Known } from './known'

/** Side of the square, before it has to be larger. */
const SIZE = 840
const LARGER = 1.15
/** How far apart the places are that are tried around where somebody should stand. */
const STEP = 8

type InGrid = Known<'influence' | 'interest'>

/**
 * Interest across, influence upwards. Everybody in the order given stands where their numbers say, or at the free
 * place nearest to it in the same quadrant; when a quadrant is full, the field grows. So who comes later moves nobody
 * who came before, unless the field grows.
 */
export function layoutGrid(known: readonly InGrid[]): {
  ground: StakesGround & { form: 'grid' }
  stakes: PlacedStake[]
} {
  for (let size = SIZE; ; size *= LARGER) {
    const stakes = fill(known, size)
    if (stakes) return { ground: { form: 'grid', size }, stakes }
  }
}

function fill(known: readonly InGrid[], size: number): PlacedStake[] | null {
  const taken: Box[] = []
  const stakes: PlacedStake[] = []
  for (const who of known) {
    const place = freePlace(who, size, taken)
    if (!place) return null
    stakes.push(place)
    taken.push(footprint(place))
  }
  return stakes
}

function freePlace(who: InGrid, size: number, taken: readonly Box[]): PlacedStake | null {
  const wanted = gridPlace(who.influence, who.interest, size)
  const most = size / 2 - GRID_PAD
  const quadrant = ({ x, y }: Point) => `${x >= 0}${y <= 0}`
  for (const { x, y } of around(wanted, size)) {
    if (Math.abs(x) > most + 0.001 || Math.abs(y) > most + 0.001) continue
    if (quadrant({ x, y }) !== quadrant(wanted)) continue
    const place = placedAt(who, x, y)
    const box = footprint(place)
    if (!taken.some((other) => collide(box, other))) return place
  }
  return null
}

/** Places around a point, the nearest first. */
function* around({ x, y }: Point, reach: number): Generator<Point> {
  yield { x, y }
  for (let off = STEP; off <= reach; off += STEP) {
    const count = Math.min(72, Math.ceil((2 * Math.PI * off) / STEP))
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI
      yield { x: x + off * Math.cos(angle), y: y + off * Math.sin(angle) }
    }
  }
}
