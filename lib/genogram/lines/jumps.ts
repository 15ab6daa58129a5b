import type { Point } from '@/lib/drawing/path'
import { beside, placeAt, wayOfPoints } from './way'

/** Radius of the arc with which a line jumps over another. */
const JUMP = 5

/** The points of a line with a small arc over each place where it jumps; places that are not on it are left out. */
export function withJumps(points: readonly Point[], jumps: readonly Point[]): Point[] {
  return points.flatMap((to, i) => {
    const from = points[i - 1]
    if (!from) return [to]
    const way = wayOfPoints([from, to])
    const { tx, ty } = placeAt(way, 0)
    const on = jumps
      .map((jump) => {
        const s = (jump.x - from.x) * tx + (jump.y - from.y) * ty
        const foot = placeAt(way, s)
        return { s, off: Math.hypot(foot.x - jump.x, foot.y - jump.y) }
      })
      .filter(({ s, off }) => off < 1 && s > JUMP && s < way.length - JUMP)
      .sort((a, b) => a.s - b.s)
    const arcs = on.flatMap(({ s }) =>
      Array.from({ length: 9 }, (_, k) => {
        const angle = Math.PI * (1 - k / 8)
        return beside(placeAt(way, s), Math.cos(angle) * JUMP, Math.sin(angle) * JUMP)
      }),
    )
    return [...arcs, to]
  })
}
