import type { Point } from '@/lib/drawing/path'
import { areaOf, footprint, isFree, placedAt, roomOf } from '../place'
import { GRID_PAD, gridPlace } from '../scales'
import type { Box, PlacedStake, StakesGround } from '../types'
import type { Known } from './known'

/** Side of the square, before it has to be larger. */
const SIZE = 800
const LARGER = 1.15
/** How far apart the places are that are tried around where somebody should stand. */
const STEP = 8
/** The part of a quadrant that symbols with their words can take. */
const FULL = 0.65

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
    const stakes = isTooSmall(known, size) ? null : fill(known, size)
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
  const most = size / 2 - GRID_PAD + 0.001
  const room = roomOf(who)
  for (const { x, y } of around(wanted, size)) {
    if (Math.abs(x) > most || Math.abs(y) > most) continue
    if (x >= 0 !== wanted.x >= 0 || y <= 0 !== wanted.y <= 0) continue
    if (isFree(room, x, y, taken)) return placedAt(who, x, y)
  }
  return null
}

/** Whether the area of those in a quadrant is too large a part of it: packed from where they want to be, they do not fit. */
function isTooSmall(known: readonly InGrid[], size: number): boolean {
  const areas = [0, 0, 0, 0]
  for (const who of known) {
    const quadrant = (who.interest >= 0.5 ? 1 : 0) + (who.influence >= 0.5 ? 2 : 0)
    areas[quadrant] = (areas[quadrant] ?? 0) + areaOf(roomOf(who))
  }
  return Math.max(...areas) > (size / 2) ** 2 * FULL
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
