import type { Drawn } from './draw'
import type { Point } from './site'

interface Segment {
  a: Point
  b: Point
  union: string
  /** Where the owner notes its jumps. */
  jumps: Point[]
}

/** Puts a jump on every line that goes down through a line across of another union, and returns how many there are. */
export function markCrossings(drawn: readonly Drawn[]): number {
  const down: Segment[] = []
  const across: Segment[] = []
  const take = (points: readonly Point[], union: string, jumps: Point[]) => {
    points.slice(1).forEach((b, i) => {
      const a = points[i] as Point
      if (a.y === b.y) across.push({ a: a.x < b.x ? a : b, b: a.x < b.x ? b : a, union, jumps })
      else down.push({ a: a.y < b.y ? a : b, b: a.y < b.y ? b : a, union, jumps })
    })
  }
  for (const { union, childLines } of drawn) {
    const { drop, bar, barY } = union
    if (union.line) take(union.line.points, union.id, union.jumps)
    if (drop && barY !== null) take([drop, { x: drop.x, y: barY }], union.id, union.jumps)
    if (bar && barY !== null && bar.x1 < bar.x2)
      take(
        [
          { x: bar.x1, y: barY },
          { x: bar.x2, y: barY },
        ],
        union.id,
        union.jumps,
      )
    for (const line of childLines) take(line.points, union.id, line.jumps)
  }
  across.sort((a, b) => a.a.y - b.a.y)
  let count = 0
  for (const one of down) {
    for (let i = firstBelow(across, one.a.y); i < across.length; i++) {
      const other = across[i] as Segment
      const y = other.a.y
      if (y >= one.b.y) break
      if (other.union === one.union) continue
      const x = one.a.x + ((one.b.x - one.a.x) * (y - one.a.y)) / (one.b.y - one.a.y)
      if (x <= other.a.x || x >= other.b.x) continue
      count++
      one.jumps.push({ x: Math.round(x * 2) / 2, y })
    }
  }
  return count
}

/** Index of the first segment that lies lower than `y`. */
function firstBelow(across: readonly Segment[], y: number): number {
  let [lo, hi] = [0, across.length]
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if ((across[mid] as Segment).a.y > y) hi = mid
    else lo = mid + 1
  }
  return lo
}
