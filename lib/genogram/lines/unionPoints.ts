import type { Point } from '@/lib/drawing/path'
import type { PlacedUnion } from '../types'
import { wayOfPoints, type Way } from './way'

/** Where the shape of a couple's line is read from the layout, and only here. */

/** The way of a couple's line from the one to the other; empty for one parent. */
export function unionPoints({ line }: PlacedUnion): readonly Point[] {
  return line?.points ?? []
}

/** Distances along that way at which the part across begins and ends: where dates, strokes and signs stand. */
export function acrossOf({ line }: PlacedUnion): { from: number; to: number } {
  if (!line) return { from: 0, to: 0 }
  const way: Way = wayOfPoints(line.points)
  const at = (x: number) => way.points.find((point) => same(point.x, x) && same(point.y, line.y))?.s
  const [from, to] = [at(line.x1) ?? 0, at(line.x2) ?? way.length]
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

/** Whether the partners stand beside each other, so that there is room above their line and none of it is words. */
export function isFlat({ line }: PlacedUnion): boolean {
  return line !== null && line.points.every(({ y }) => same(y, line.y))
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.5
}
