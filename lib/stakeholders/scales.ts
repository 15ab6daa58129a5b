import type { Point } from '@/lib/drawing/path'
import { clamped } from './place'

/**
 * What a place in the field says, and back. Nearness, influence and interest are kept in hundredths: two hands that
 * put a symbol at the same place say the same.
 */

/** How many rings there are; each is an equal part of nearness. */
const RINGS = 4
/** From the middle of a symbol to the lines of its ring: no symbol stands on a line. */
export const RING_PAD = 24

/** The ring of a nearness: 0 is the nearest. */
export function ringOf(nearness: number): number {
  return clamped(Math.floor((1 - nearness) * RINGS), 0, RINGS - 1)
}

/** The distances from the middle that a symbol in a ring can have. `radii` are outer ones, the nearest ring first. */
export function ringRoom(ring: number, radii: readonly number[]): { from: number; to: number } {
  const outer = radii[ring] ?? 0
  const inner = ring === 0 ? CENTRE_ROOM : (radii[ring - 1] ?? 0) + RING_PAD
  return { from: Math.min(inner, outer - RING_PAD), to: outer - RING_PAD }
}

/** Distance from the middle of the nearest of all: clear of who stands there. */
const CENTRE_ROOM = 84

/** The distance from the middle that a nearness has. */
export function radiusOf(nearness: number, radii: readonly number[]): number {
  const ring = ringOf(nearness)
  const { from, to } = ringRoom(ring, radii)
  return from + clamped((1 - nearness) * RINGS - ring, 0, 1) * (to - from)
}

/** The nearness at a distance from the middle. On the line of two rings it is in the one whose middle is nearer. */
export function nearnessAt(radius: number, radii: readonly number[]): number {
  const found = radii.findIndex((outer) => radius < outer)
  const ring = found === -1 ? RINGS - 1 : found
  const { from, to } = ringRoom(ring, radii)
  const part = to > from ? clamped((radius - from) / (to - from), 0, 1) : 0
  const nearness = hundredths(1 - (ring + part) / RINGS)
  // Rounding may not bring anybody into the next ring.
  return ringOf(nearness) === ring ? nearness : hundredths(nearness + 0.01)
}

/** Air between the edge of the grid and the middle of a symbol. */
export const GRID_PAD = 84

/** Interest is across and influence upwards, in a square around (0, 0). */
export function gridPlace(influence: number, interest: number, size: number): Point {
  const side = size - 2 * GRID_PAD
  return { x: (clamped(interest, 0, 1) - 0.5) * side, y: (0.5 - clamped(influence, 0, 1)) * side }
}

export function gridAttributes({ x, y }: Point, size: number): { influence: number; interest: number } {
  const side = size - 2 * GRID_PAD
  return {
    influence: hundredths(clamped(0.5 - y / side, 0, 1)),
    interest: hundredths(clamped(0.5 + x / side, 0, 1)),
  }
}

/** Without `-0`. */
const hundredths = (value: number) => Math.round(value * 100) / 100 || 0
