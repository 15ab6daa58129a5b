import { fine, type Point } from '@/lib/drawing/path'

/** Closed edges with right angles as path data, their corners rounded where there is room for it. */
export function roundedEdges(loops: readonly (readonly Point[])[], radius: number): string {
  return loops
    .map((loop) => {
      const turns = loop.map((corner, i) => {
        const before = loop[(i + loop.length - 1) % loop.length]!
        const after = loop[(i + 1) % loop.length]!
        const r = Math.min(radius, distance(corner, before) / 2, distance(corner, after) / 2)
        return { corner, from: towards(corner, before, r), to: towards(corner, after, r) }
      })
      const pieces = turns.map(
        ({ corner, from, to }, i) => `${i === 0 ? 'M' : 'L'}${at(from)}Q${at(corner)} ${at(to)}`,
      )
      return `${pieces.join('')}Z`
    })
    .join('')
}

function at({ x, y }: Point): string {
  return `${fine(x)} ${fine(y)}`
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function towards(from: Point, to: Point, by: number): Point {
  const share = by / (distance(from, to) || 1)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
