import type { Point } from '@/lib/drawing/path'
import { overlap, type Box } from '../boxes'

/**
 * A region of the page made of rectangles: exact, because all its edges lie on the coordinates of its boxes.
 * `inside(i, j)` tells of the cell between xs[i] and xs[i + 1], ys[j] and ys[j + 1].
 */
export interface Region {
  xs: readonly number[]
  ys: readonly number[]
  inside: readonly boolean[][]
}

/** The union of boxes, without `out`, but never without `kept`, which is part of it whatever `out` says. */
export function regionOf(boxes: readonly Box[], out: readonly Box[], kept: readonly Box[]): Region {
  const all = [...boxes, ...kept]
  const cut = out.filter((one) => all.some((box) => overlap(box, one)))
  const edges = [...all, ...cut]
  const xs = sorted(edges.flatMap(({ x, w }) => [x, x + w]))
  const ys = sorted(edges.flatMap(({ y, h }) => [y, y + h]))
  const inside = xs.slice(1).map(() => ys.slice(1).map(() => false))
  const paint = (box: Box, value: boolean) => {
    for (let i = xs.indexOf(box.x); i < xs.indexOf(box.x + box.w); i++) {
      for (let j = ys.indexOf(box.y); j < ys.indexOf(box.y + box.h); j++) inside[i]![j] = value
    }
  }
  for (const box of all) paint(box, true)
  for (const box of cut) paint(box, false)
  for (const box of kept) paint(box, true)
  return { xs, ys, inside }
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

/** The connected pieces of a region, each as its cells; from the upper left. */
export function piecesOf({ xs, ys, inside }: Region): Box[][] {
  const seen = inside.map((column) => column.map(() => false))
  const pieces: Box[][] = []
  inside.forEach((column, i0) =>
    column.forEach((is, j0) => {
      if (!is || seen[i0]![j0]) return
      const piece: Box[] = []
      const todo = [[i0, j0] as const]
      seen[i0]![j0] = true
      for (let at = todo.pop(); at; at = todo.pop()) {
        const [i, j] = at
        piece.push({ x: xs[i]!, y: ys[j]!, w: xs[i + 1]! - xs[i]!, h: ys[j + 1]! - ys[j]! })
        for (const [a, b] of [
          [i - 1, j],
          [i + 1, j],
          [i, j - 1],
          [i, j + 1],
        ] as const) {
          if (!inside[a]?.[b] || seen[a]![b]) continue
          seen[a]![b] = true
          todo.push([a, b])
        }
      }
      pieces.push(piece)
    }),
  )
  return pieces
}

/** The closed edges of a region, its inside to the right of the way; holes the other way round. */
export function edgesOf({ xs, ys, inside }: Region): Point[][] {
  const is = (i: number, j: number) => inside[i]?.[j] ?? false
  const next = new Map<string, [number, number][]>()
  const add = (from: [number, number], to: [number, number]) => {
    const key = from.join()
    next.set(key, [...(next.get(key) ?? []), to])
  }
  for (let i = 0; i < xs.length - 1; i++) {
    for (let j = 0; j < ys.length - 1; j++) {
      if (!is(i, j)) continue
      if (!is(i, j - 1)) add([i, j], [i + 1, j])
      if (!is(i + 1, j)) add([i + 1, j], [i + 1, j + 1])
      if (!is(i, j + 1)) add([i + 1, j + 1], [i, j + 1])
      if (!is(i - 1, j)) add([i, j + 1], [i, j])
    }
  }
  const loops: Point[][] = []
  for (const [key, starts] of next) {
    while (starts.length > 0) {
      const loop: [number, number][] = []
      let at = key.split(',').map(Number) as [number, number]
      let from: [number, number] | null = null
      for (;;) {
        const ways = next.get(at.join())
        if (!ways || ways.length === 0) break
        // Where two corners meet, the turn to the right keeps the two apart.
        const pick: number = from && ways.length > 1 ? ways.findIndex((to) => turnsRight(from!, at, to)) : 0
        const to: [number, number] = ways.splice(Math.max(0, pick), 1)[0]!
        loop.push(at)
        from = at
        at = to
      }
      loops.push(corners(loop.map(([i, j]) => ({ x: xs[i]!, y: ys[j]! }))))
    }
  }
  return loops
}

function turnsRight(a: readonly number[], b: readonly number[], c: readonly number[]): boolean {
  return (b[0]! - a[0]!) * (c[1]! - b[1]!) - (b[1]! - a[1]!) * (c[0]! - b[0]!) > 0
}

/** Only the points where an edge turns. */
function corners(loop: readonly Point[]): Point[] {
  return loop.filter((b, i) => {
    const a = loop[(i + loop.length - 1) % loop.length]!
    const c = loop[(i + 1) % loop.length]!
    return (b.x - a.x) * (c.y - b.y) !== (b.y - a.y) * (c.x - b.x)
  })
}
