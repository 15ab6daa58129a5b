import { polyline, type Point } from '@/lib/drawing/path'

/**
 * A way that a line follows, cut into straight pieces and measured along its length, so that dashes, teeth and ticks
 * come at even distances on a bow as on a straight line. Lengths are page units.
 */
export interface Way {
  length: number
  /** `s` is the distance from the begin. Never two at the same place. */
  points: readonly (Point & { s: number })[]
}

/** The longest piece that stands for a bow. */
const STEP = 4

/** Total: a way whose points are all the same has no length, and nothing is drawn along it. */
export function wayOfPoints(points: readonly Point[]): Way {
  const measured: (Point & { s: number })[] = []
  for (const { x, y } of points) {
    const last = measured.at(-1)
    const step = last ? Math.hypot(x - last.x, y - last.y) : 0
    if (last && step < 0.001) continue
    measured.push({ x, y, s: last ? last.s + step : 0 })
  }
  return { length: measured.at(-1)?.s ?? 0, points: measured }
}

/** A cubic; one that is straight stays a single piece. */
export function wayOfCubic({ from, c1, c2, to }: { from: Point; c1: Point; c2: Point; to: Point }): Way {
  const chord = Math.hypot(to.x - from.x, to.y - from.y)
  const off = (p: Point) =>
    Math.abs((p.x - from.x) * (to.y - from.y) - (p.y - from.y) * (to.x - from.x)) / (chord || 1)
  if (off(c1) < 0.05 && off(c2) < 0.05) return wayOfPoints([from, to])
  const hull =
    Math.hypot(c1.x - from.x, c1.y - from.y) +
    Math.hypot(c2.x - c1.x, c2.y - c1.y) +
    Math.hypot(to.x - c2.x, to.y - c2.y)
  const pieces = Math.min(400, Math.max(8, Math.ceil(hull / STEP)))
  return wayOfPoints(Array.from({ length: pieces + 1 }, (_, i) => cubicAt({ from, c1, c2, to }, i / pieces)))
}

/** The point of a cubic at `t` from 0 to 1. */
export function cubicAt({ from, c1, c2, to }: { from: Point; c1: Point; c2: Point; to: Point }, t: number) {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return {
    x: a * from.x + b * c1.x + c * c2.x + d * to.x,
    y: a * from.y + b * c1.y + c * c2.y + d * to.y,
  }
}

/** A place on a way: the point, and the unit vector along it (t). Left of it is (ty, −tx). */
export interface Place extends Point {
  tx: number
  ty: number
}

/** The place at a distance from the begin; before it and after the end the way goes on straight. */
export function placeAt({ points }: Way, s: number): Place {
  const first = points[0] ?? { x: 0, y: 0, s: 0 }
  if (points.length < 2) return { x: first.x, y: first.y, tx: 1, ty: 0 }
  let low = 0
  let high = points.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (points[middle]!.s <= s) low = middle
    else high = middle - 1
  }
  const [a, b] = [points[low]!, points[low + 1]!]
  const [tx, ty] = [(b.x - a.x) / (b.s - a.s), (b.y - a.y) / (b.s - a.s)]
  return { x: a.x + tx * (s - a.s), y: a.y + ty * (s - a.s), tx, ty }
}

/** The point `along` further and `left` of a place. */
export function beside({ x, y, tx, ty }: Place, along: number, left: number): Point {
  return { x: x + tx * along + ty * left, y: y + ty * along - tx * left }
}

/** Part of a way, `left` of it all along, with whole corners. */
export function stretch(way: Way, from: number, to: number, left = 0): Point[] {
  const inner = way.points
    .slice(1, -1)
    .flatMap((point, i) => (point.s > from + 0.001 && point.s < to - 0.001 ? [corner(way, i + 1, left)] : []))
  return [beside(placeAt(way, from), 0, left), ...inner, beside(endPlace(way, to), 0, left)]
}

/** At a corner the end of a part belongs to the piece before it, not to the next. */
function endPlace(way: Way, s: number): Place {
  const near = placeAt(way, s - 0.001)
  return { ...near, x: near.x + near.tx * 0.001, y: near.y + near.ty * 0.001 }
}

function corner({ points }: Way, i: number, left: number): Point {
  const [a, b, c] = [points[i - 1]!, points[i]!, points[i + 1]!]
  if (left === 0) return b
  const one = { x: (b.y - a.y) / (b.s - a.s), y: -(b.x - a.x) / (b.s - a.s) }
  const two = { x: (c.y - b.y) / (c.s - b.s), y: -(c.x - b.x) / (c.s - b.s) }
  // The mitre of two pieces; where the way turns back there is none.
  const share = Math.max(0.2, 1 + one.x * two.x + one.y * two.y)
  return { x: b.x + ((one.x + two.x) / share) * left, y: b.y + ((one.y + two.y) / share) * left }
}

/** Dashes along a part of a way that begin and end with a whole dash; lengths of dash, gap, dash, gap … */
export function dashed(way: Way, pattern: readonly number[], from: number, to: number, left = 0): string {
  const period = pattern.reduce((sum, value) => sum + value, 0)
  const length = to - from
  if (length <= 0 || period <= 0 || pattern.length < 2) return ''
  const gap = pattern.at(-1) ?? 0
  const count = Math.max(1, Math.round((length + gap) / period))
  const scale = length / (count * period - gap)
  let d = ''
  for (let i = 0; i < count; i++) {
    let at = from + i * period * scale
    for (let k = 0; k + 1 < pattern.length; k += 2) {
      const dash = pattern[k]! * scale
      if (at + dash <= to + 0.01) d += polyline(stretch(way, at, at + dash, left))
      at += dash + pattern[k + 1]! * scale
    }
  }
  return d
}

/** Teeth along a part of a way, `amp` to both sides, one every `half`; short straight ends. */
export function zigzag(way: Way, amp: number, half: number, from: number, to: number): string {
  const lead = Math.min(4, (to - from) / 8)
  const count = Math.max(2, Math.round((to - from - 2 * lead) / half))
  const step = (to - from - 2 * lead) / count
  const teeth = Array.from({ length: count }, (_, i) =>
    beside(placeAt(way, from + lead + (i + 0.5) * step), 0, i % 2 === 0 ? amp : -amp),
  )
  const on = (s: number) => beside(placeAt(way, s), 0, 0)
  return polyline([on(from), on(from + lead), ...teeth, on(to - lead), on(to)])
}
