import type { Point } from '@/lib/drawing/path'
import { grown, holds, labelBox, symbolBox } from '../boxes'
import { cubicAt } from '../lines/way'
import type { PlacedPerson } from '../types'

/** A way that a relation could take. */
export interface Cubic {
  from: Point
  c1: Point
  c2: Point
  to: Point
}

/** From the edge of a symbol to the line. */
const GAP = 6
/** The corners of a symbol are not reached by a circle, nor whole by a square seen from aslant. */
const CORNER = 12
/** Lines between the same two: how far apart in the middle, and how far from the middle of a symbol at most. */
const LANE = 18
const MOST_AT_SYMBOL = 13

/**
 * A way from the edge of one symbol to that of another, with a bow of so many units to its left, highest nearer the
 * first (`lean` from 0 to 1) or the second (to −1). Who stands between
 * the same two takes `lane` −1, −½, 0, ½, 1 … beside it. Words under a symbol count as part of it, so that a line
 * that leaves downwards begins below them. It does not fit between two who nearly touch: a short line then lies over
 * them all the same.
 */
export function candidate(
  a: PlacedPerson,
  b: PlacedPerson,
  bow: number,
  lane: number,
  lean = 0,
): { cubic: Cubic; fits: boolean } {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = Math.hypot(dx, dy) || 1
  const left = { x: dy / length, y: -dx / length }
  const shift = lane * LANE
  const atEnds = Math.max(-MOST_AT_SYMBOL, Math.min(MOST_AT_SYMBOL, shift))
  // The middle of a cubic lies at three quarters of the height of its two handles.
  const handle = ((bow + shift - atEnds) * 4) / 3
  const at = (part: number, off: number) => ({
    x: a.x + dx * part + left.x * (atEnds + off),
    y: a.y + dy * part + left.y * (atEnds + off),
  })
  const whole = {
    from: at(0, 0),
    c1: at(1 / 3, handle * (1 + lean)),
    c2: at(2 / 3, handle * (1 - lean)),
    to: at(1, 0),
  }
  const start = leaves(whole, a, 0, 0.85)
  const end = leaves(whole, b, 1, 0.15)
  if (start !== null && end !== null && start < end) return { cubic: part(whole, start, end), fits: true }
  return { cubic: part(whole, 0.4, 0.6), fits: false }
}

/** Where a curve leaves a person for good, looked at from `from` to `to`; null when it does not by then. */
function leaves(curve: Cubic, person: PlacedPerson, from: number, to: number): number | null {
  const STEPS = 48
  const at = (i: number) => from + ((to - from) * i) / STEPS
  let last = STEPS
  while (last >= 0 && !within(person, cubicAt(curve, at(last)))) last--
  if (last === STEPS) return null
  let [inside, outside] = [at(last), at(last + 1)]
  for (let round = 0; round < 12; round++) {
    const middle = (inside + outside) / 2
    if (within(person, cubicAt(curve, middle))) inside = middle
    else outside = middle
  }
  return outside
}

function within(person: PlacedPerson, point: Point): boolean {
  const label = labelBox(person)
  if (label && holds(grown(label, 7), point)) return true
  const box = symbolBox(person)
  if (!holds(grown(box, GAP), point)) return false
  // Rounded corners.
  const [ix, iy] = [person.w / 2 - CORNER, person.h / 2 - CORNER]
  const [ox, oy] = [Math.abs(point.x - person.x) - ix, Math.abs(point.y - person.y) - iy]
  return ox <= 0 || oy <= 0 || Math.hypot(ox, oy) < CORNER + GAP
}

/** Part of a cubic, as a cubic. */
function part(curve: Cubic, t0: number, t1: number): Cubic {
  const [from, to] = [cubicAt(curve, t0), cubicAt(curve, t1)]
  const third = (t1 - t0) / 3
  const [d0, d1] = [slope(curve, t0), slope(curve, t1)]
  return {
    from,
    c1: { x: from.x + d0.x * third, y: from.y + d0.y * third },
    c2: { x: to.x - d1.x * third, y: to.y - d1.y * third },
    to,
  }
}

function slope({ from, c1, c2, to }: Cubic, t: number): Point {
  const u = 1 - t
  const of = (k: 'x' | 'y') =>
    3 * (u * u * (c1[k] - from[k]) + 2 * u * t * (c2[k] - c1[k]) + t * t * (to[k] - c2[k]))
  return { x: of('x'), y: of('y') }
}
