import { around, grown, type Box } from '../boxes'

/** Half the width of the band that joins two pieces of a household. */
const HALF = 8
/** Size of the squares on which a way is looked for, at the least. */
const CELL = 8
const MOST_CELLS = 30_000
/** How far around a household a way may go. */
const AROUND = 120
/** A turn costs as much as this many squares: bands are straight rather than short. */
const TURN = 6

/**
 * The boxes of a band from one set of boxes to another around all `others`, straight where that can be, below rather
 * than above; null when there is no room. Dijkstra on squares, with a price for turns.
 */
export function corridor(from: readonly Box[], to: readonly Box[], others: readonly Box[]): Box[] | null {
  const frame = around([...from, ...to])
  if (!frame) return null
  const field = grown(frame, AROUND)
  const cell = Math.max(CELL, Math.sqrt((field.w * field.h) / MOST_CELLS))
  const [columns, rows] = [Math.ceil(field.w / cell), Math.ceil(field.h / cell)]
  const middle = (at: number) => ({
    x: field.x + ((at % columns) + 0.5) * cell,
    y: field.y + (Math.floor(at / columns) + 0.5) * cell,
  })
  const [starts, ends, walls] = [from, to, others.map((box) => grown(box, HALF + 4))].map((boxes) => {
    const marked = new Uint8Array(columns * rows)
    for (const { x, y, w, h } of boxes) {
      const [i0, i1] = [Math.ceil((x - field.x) / cell - 0.5), Math.floor((x + w - field.x) / cell - 0.5)]
      const [j0, j1] = [Math.ceil((y - field.y) / cell - 0.5), Math.floor((y + h - field.y) / cell - 0.5)]
      for (let j = Math.max(0, j0); j <= Math.min(rows - 1, j1); j++) {
        for (let i = Math.max(0, i0); i <= Math.min(columns - 1, i1); i++) marked[j * columns + i] = 1
      }
    }
    return marked
  }) as [Uint8Array, Uint8Array, Uint8Array]
  const path = shortest(columns, rows, inner(starts, columns), inner(ends, columns), walls)
  return (
    path &&
    runs(path, columns).map((run) => grown(around(run.map((at) => ({ ...middle(at), w: 0, h: 0 })))!, HALF))
  )
}

/** Only the squares with marked ones on all sides, so that a band does not jut out where it joins; all if there are none. */
function inner(marked: Uint8Array, columns: number): Uint8Array {
  const kept = marked.map((is, at) =>
    is && [1, -1, columns, -columns].every((step) => marked[at + step] === 1) ? 1 : 0,
  )
  return kept.includes(1) ? kept : marked
}

/** Squares from a start to an end; each square is entered in one of four directions, which is part of the state. */
function shortest(
  columns: number,
  rows: number,
  starts: Uint8Array,
  ends: Uint8Array,
  walls: Uint8Array,
): number[] | null {
  const size = columns * rows
  const cost = new Float64Array(size * 4).fill(Infinity)
  const before = new Int32Array(size * 4).fill(-1)
  const heap = new Heap()
  for (let at = 0; at < size; at++) {
    if (!starts[at] || walls[at]) continue
    for (let side = 0; side < 4; side++) {
      cost[at * 4 + side] = 0
      heap.push(0, at * 4 + side)
    }
  }
  for (let state = heap.pop(); state !== null; state = heap.pop()) {
    const [at, side] = [state >> 2, state & 3]
    if (ends[at] && !walls[at]) return trace(before, state)
    const [i, j] = [at % columns, Math.floor(at / columns)]
    for (let turn = 0; turn < 4; turn++) {
      const [a, b] = [i + [1, 0, -1, 0][turn]!, j + [0, 1, 0, -1][turn]!]
      if (a < 0 || b < 0 || a >= columns || b >= rows || walls[b * columns + a]) continue
      const next = (b * columns + a) * 4 + turn
      // Lower squares are a little cheaper: a band goes below who stands between.
      const price =
        cost[state]! +
        (starts[b * columns + a] ? 0.001 : 1 + (0.01 * (rows - b)) / rows) +
        (turn === side ? 0 : TURN)
      if (price >= cost[next]! - 1e-9) continue
      cost[next] = price
      before[next] = state
      heap.push(price, next)
    }
  }
  return null
}

function trace(before: Int32Array, end: number): number[] {
  const path: number[] = []
  for (let state = end; state >= 0; state = before[state]!) {
    if (path[0] !== state >> 2) path.unshift(state >> 2)
  }
  return path
}

/** Straight runs of a path; the square of a turn belongs to both. */
function runs(path: readonly number[], columns: number): number[][] {
  const found: number[][] = []
  let run: number[] = []
  let way = 0
  for (const at of path) {
    const step = run.length > 0 ? at - run.at(-1)! : 0
    if (run.length > 1 && step !== way) {
      found.push(run)
      run = [run.at(-1)!]
    }
    if (run.length > 0) way = step
    run.push(at)
  }
  return columns > 0 && run.length > 0 ? [...found, run] : found
}

/** A binary heap; equal prices come out by state, so that every machine finds the same way. */
class Heap {
  readonly #items: [price: number, state: number][] = []

  push(price: number, state: number): void {
    const items = this.#items
    items.push([price, state])
    for (let i = items.length - 1; i > 0;) {
      const up = (i - 1) >> 1
      if (!less(items[i]!, items[up]!)) return
      ;[items[i], items[up]] = [items[up]!, items[i]!]
      i = up
    }
  }

  pop(): number | null {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (!top || !last) return null
    if (items.length === 0) return top[1]
    items[0] = last
    for (let i = 0; ;) {
      let least = i
      for (const k of [2 * i + 1, 2 * i + 2])
        if (k < items.length && less(items[k]!, items[least]!)) least = k
      if (least === i) return top[1]
      ;[items[i], items[least]] = [items[least]!, items[i]!]
      i = least
    }
  }
}

function less(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
}
