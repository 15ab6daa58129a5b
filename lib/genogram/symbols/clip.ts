import { polyline, type Point } from '@/lib/drawing/path'

/** The part of a convex polygon where `x * nx + y * ny <= d`. */
export function clip(polygon: readonly Point[], nx: number, ny: number, d: number): Point[] {
  const side = ({ x, y }: Point) => x * nx + y * ny - d
  return polygon.flatMap((a, i) => {
    const b = polygon[(i + 1) % polygon.length]!
    const [from, to] = [side(a), side(b)]
    const inside = from <= 0 ? [a] : []
    if (from * to >= 0) return inside
    const t = from / (from - to)
    return [...inside, { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }]
  })
}

/** Lines at 45° that fill a convex polygon, `pitch` apart, as path data. */
export function hatched(polygon: readonly Point[], pitch: number): string {
  const sums = polygon.map(({ x, y }) => x + y)
  if (sums.length < 3) return ''
  const step = pitch * Math.SQRT2
  let d = ''
  for (let at = Math.ceil(Math.min(...sums) / step) * step; at < Math.max(...sums); at += step) {
    // Where the line x + y = at leaves the polygon.
    const ends = polygon.flatMap((a, i) => {
      const b = polygon[(i + 1) % polygon.length]!
      const [from, to] = [a.x + a.y - at, b.x + b.y - at]
      if (from * to >= 0 && from !== 0) return []
      const t = from === to ? 0 : from / (from - to)
      return [{ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }]
    })
    const [first, last] = [ends[0], ends.at(-1)]
    if (first && last && Math.hypot(first.x - last.x, first.y - last.y) > 0.5) d += polyline([first, last])
  }
  return d
}

/** A polygon made smaller around its middle. */
export function shrunk(polygon: readonly Point[], factor: number): Point[] {
  const mean = (of: 'x' | 'y') => polygon.reduce((sum, point) => sum + point[of], 0) / (polygon.length || 1)
  const [cx, cy] = [mean('x'), mean('y')]
  return polygon.map(({ x, y }) => ({ x: cx + (x - cx) * factor, y: cy + (y - cy) * factor }))
}
