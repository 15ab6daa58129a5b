import { circlePath, fine, polyline } from '@/lib/drawing/path'
import { group, type Shape } from '@/lib/drawing/shapes'
import { LOCK } from '@/lib/timeline/icons'
import { H } from './outline'

/** Small signs around and in a symbol, around its middle (0, 0). */

/** Room above a symbol that the wave of a migration takes from the line to the parents. */
export const WAVE_H = 24

/** How far the wave's curve is pulled aside: it reaches 6 to both sides, so that no eye takes it for a straight line. */
const BEND = 21

/** The cross of the dead, at the upper right corner: beside it stand the couple's line and its dates. */
export function crossBeside(stroke: string): Shape {
  const [x, y] = [H - 4, -H - 18]
  const d = `M${x} ${y}V${y + 15}M${x - 5} ${y + 5}H${x + 5}`
  return { type: 'path', d, stroke, strokeWidth: 2, round: true }
}

/** The cross of the dead from corner to corner; `half` is that of the box it fills. */
export function crossOver(half: number, stroke: string): Shape {
  const h = fine(half)
  return { type: 'path', d: `M-${h} -${h}L${h} ${h}M${h} -${h}L-${h} ${h}`, stroke, strokeWidth: 1.6 }
}

/** Something about this person is for some eyes only: a lock, at the other side than the secret. */
export function reservedSign(stroke: string): Shape {
  return group(-H - 15, H - 13, [{ type: 'path', d: LOCK, stroke, strokeWidth: 1.6, round: true }], {
    scale: 0.8,
  })
}

/** Something about this person is a secret in the family. */
export function secretSign(fill: string): Shape {
  const [x, y] = [H + 7, H - 2]
  const d = polyline(
    [
      { x, y: y - 9 },
      { x: x + 5.5, y },
      { x: x - 5.5, y },
    ],
    true,
  )
  return { type: 'path', d, fill }
}

/** Somebody came from another country: the line to the parents bends; two bends for several countries. */
export function migrationWave(several: boolean, stroke: string): Shape {
  const wave = (x: number) =>
    `M${x} ${-H - WAVE_H}C${x + BEND} ${-H - WAVE_H + 8} ${x - BEND} ${-H - WAVE_H + 16} ${x} ${-H}`
  return {
    type: 'path',
    d: several ? wave(-4.5) + wave(4.5) : wave(0),
    stroke,
    strokeWidth: 2,
    round: true,
  }
}

/** A paw, for an animal. */
export function pawSign(fill: string): Shape {
  const toes = [
    [-4.6, -1],
    [-1.7, -4],
    [1.7, -4],
    [4.6, -1],
  ].map(([x, y]) => circlePath(x!, y!, 1.5))
  return {
    type: 'path',
    d: `M0 0C2.4 0 4.4 3 3.4 4.6C2.4 5.8 1.2 4.8 0 4.8C-1.2 4.8 -2.4 5.8 -3.4 4.6C-4.4 3 -2.4 0 0 0Z${toes.join('')}`,
    fill,
  }
}
