import type { Point } from '@/lib/drawing/path'
import { unionPoints } from './lines/unionPoints'
import type { GenogramLayout, PlacedPerson } from './types'

/** A rectangle of the page, by its upper left corner. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export function symbolBox({ x, y, w, h }: PlacedPerson): Box {
  return { x: x - w / 2, y: y - h / 2, w, h }
}

/** The box of the words under a symbol; null when there are none. */
export function labelBox({ x, labelY, labelW, labelH }: PlacedPerson): Box | null {
  return labelW > 0 && labelH > 0 ? { x: x - labelW / 2, y: labelY, w: labelW, h: labelH } : null
}

/** Both boxes of a person. */
export function boxesOf(person: PlacedPerson): Box[] {
  const label = labelBox(person)
  return label ? [symbolBox(person), label] : [symbolBox(person)]
}

export function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by }
}

/** Boxes that only touch do not overlap. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

export function holds({ x, y, w, h }: Box, point: Point): boolean {
  return point.x > x && point.x < x + w && point.y > y && point.y < y + h
}

/** The smallest box around boxes; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.w))
  const bottom = Math.max(...boxes.map((box) => box.y + box.h))
  return { x, y, w: right - x, h: bottom - y }
}

/** The smallest box around points; null around none. */
export function aroundPoints(points: readonly Point[]): Box | null {
  return around(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 })))
}

/** Boxes in cells of the page, to find those near a place quickly. Found ones come in the order they were added. */
export class BoxIndex<T> {
  readonly #cells = new Map<string, number[]>()
  readonly #items: { box: Box; value: T }[] = []

  add(box: Box, value: T): void {
    const item = this.#items.push({ box, value }) - 1
    for (const cell of cellsOf(box)) {
      const list = this.#cells.get(cell)
      if (list) list.push(item)
      else this.#cells.set(cell, [item])
    }
  }

  /** All that overlap a box. */
  over(box: Box): { box: Box; value: T }[] {
    const found = new Set<number>()
    for (const cell of cellsOf(box)) for (const item of this.#cells.get(cell) ?? []) found.add(item)
    return [...found]
      .sort((a, b) => a - b)
      .map((item) => this.#items[item]!)
      .filter((item) => overlap(item.box, box))
  }
}

const CELL = 120

function cellsOf({ x, y, w, h }: Box): string[] {
  const cells: string[] = []
  for (let i = Math.floor(x / CELL); i <= Math.floor((x + w) / CELL); i++) {
    for (let j = Math.floor(y / CELL); j <= Math.floor((y + h) / CELL); j++) cells.push(`${i},${j}`)
  }
  return cells
}

/** The straight pieces of all structure lines of a picture. */
export function structureOf({ unions, childLines, multiples }: GenogramLayout): [Point, Point][] {
  const ways: (readonly Point[])[] = []
  for (const union of unions) {
    const { drop, barY, bar } = union
    ways.push(unionPoints(union))
    if (drop && barY !== null) ways.push([drop, { x: drop.x, y: barY }])
    if (bar && barY !== null) {
      ways.push([
        { x: bar.x1, y: barY },
        { x: bar.x2, y: barY },
      ])
    }
  }
  ways.push(...childLines.map(({ points }) => [...points]))
  ways.push(
    ...multiples.map(({ bar }) => [
      { x: bar.x1, y: bar.y },
      { x: bar.x2, y: bar.y },
    ]),
  )
  return ways.flatMap((points) => points.slice(1).map((to, i): [Point, Point] => [points[i]!, to]))
}
