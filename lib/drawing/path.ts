/** Path data from points. Hundredths: a smooth curve stays smooth when people zoom in. */

export interface Point {
  x: number
  y: number
}

/** A number of path data, at most two decimals, never `-0`. */
export function fine(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}

/** Straight lines through the points; "" for fewer than two. */
export function polyline(points: readonly Point[], closed = false): string {
  if (points.length < 2) return ''
  const [first, ...rest] = points.map(({ x, y }) => `${fine(x)} ${fine(y)}`)
  return `M${first}L${rest.join('L')}${closed ? 'Z' : ''}`
}

/** A whole circle. */
export function circlePath(cx: number, cy: number, r: number): string {
  const radius = fine(r)
  return `M${fine(cx - r)} ${fine(cy)}A${radius} ${radius} 0 1 1 ${fine(cx + r)} ${fine(cy)}A${radius} ${radius} 0 1 1 ${fine(cx - r)} ${fine(cy)}Z`
}
