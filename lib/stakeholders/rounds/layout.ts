import type { Point } from '@/lib/drawing/path'
import { around } from '@/lib/genogram/boxes'
import { byOrder, clamped } from '../place'
import type { Box, StakeForm, Stakeholder } from '../types'
import type { SpreadMark } from './spread'

/** Size of a mark, and from the middle of one to the middle of the next: marks do not overlap. */
export const MARK_R = 11
const APART = 2 * MARK_R + 4

/** Width of a column, and of the room for who it is about before the first one. */
const COLUMN = 190
const WHO = 212
/** Least height of a row: a symbol with air. */
const ROW = 64
/** Room of marks, and of words, above and below in a row. */
const PAD = 14
const WORDS_PAD = 9
/** Room of the words above the columns. */
const HEAD = 70

/** Side of the small field of one stakeholder, air between two of them, and room of symbol and words above it. */
const SIDE = 236
const BETWEEN = 44
const ABOVE = 92
/** How much wider than high the canvas is. */
const ASPECT = 1.9
/** Half the width of the widest symbol with air, and from its middle to its words. */
const SYMBOL_ROOM = 32
const TO_WORDS = 40

/** From the edge of a field or column to the middle of a mark: the band around it stays inside too. */
const INSIDE = MARK_R + 8

export interface PlacedMark extends Point {
  key: string
  by: string | null
}

/** One stakeholder with the marks of everybody. */
export interface PlacedSpread {
  subject: string
  /** The middle of the symbol; its words begin beside it. */
  symbol: Point
  /** Upper left corner of the words. */
  words: Point
  /** The small field or the row that the marks stand in, and the box around all of it. */
  box: Box
  all: Box
  marks: readonly PlacedMark[]
  /** The outermost marks, in order around; fewer than two are no band. */
  hull: readonly Point[]
}

export interface SpreadLayout {
  form: StakeForm
  /** Left edge of each column with what it says, from the left; none in the grid. */
  columns: readonly { step: number; x: number }[]
  column: number
  rows: readonly PlacedSpread[]
  bounds: Box
}

/**
 * Where the marks of a round stand. Rings and forces are laid open: a row for each stakeholder, and the columns are the
 * rings or the stances. In the grid each has a small field of their own. Everybody in the stored order; a mark stands
 * where its person put it, or as near to it as there is room, in the same column or quarter. Pure and total.
 */
export function layoutSpread(
  form: StakeForm,
  stakeholders: readonly Stakeholder[],
  spread: ReadonlyMap<string, readonly SpreadMark[]>,
): SpreadLayout {
  const shown = [...stakeholders].sort(byOrder)
  const marksOf = ({ subject }: Stakeholder) => spread.get(subject) ?? []
  return form === 'grid' ? inFields(shown, marksOf) : inRows(form, shown, marksOf)
}

type MarksOf = (who: Stakeholder) => readonly SpreadMark[]

function inRows(form: 'rings' | 'forces', shown: readonly Stakeholder[], marksOf: MarksOf): SpreadLayout {
  // Near is on the left, as against is.
  const steps = form === 'rings' ? [3, 2, 1, 0] : [0, 1, 2, 3, 4]
  const columns = steps.map((step, i) => ({ step, x: i * COLUMN }))
  const width = columns.length * COLUMN
  let top = 0
  const rows = shown.map((who): PlacedSpread => {
    const packed = packed1d(marksOf(who), form, width)
    const lanes = Math.max(0, ...packed.map(({ lane }) => lane)) + 1
    const h = Math.max(ROW, who.labelH + 2 * WORDS_PAD, lanes * APART + 2 * PAD)
    const middle = top + h / 2
    const marks = packed.map(({ key, by, x, lane }) => {
      return { key, by, x, y: middle + (lane - (lanes - 1) / 2) * APART }
    })
    const box = { x: 0, y: top, w: width, h }
    top += h
    return {
      subject: who.subject,
      ...whoAt(who, -WHO, middle),
      box,
      all: { ...box, x: -WHO, w: WHO + width },
      marks,
      hull: hullOf(marks),
    }
  })
  const bounds = { x: -WHO, y: -HEAD, w: WHO + width, h: Math.max(top, ROW) + HEAD }
  return { form, columns, column: COLUMN, rows, bounds }
}

/** A symbol at the left, around this height, and its words beside it. */
function whoAt({ labelH }: Stakeholder, left: number, middle: number): { symbol: Point; words: Point } {
  const x = left + SYMBOL_ROOM
  return { symbol: { x, y: middle }, words: { x: x + TO_WORDS, y: middle - labelH / 2 } }
}

/** Marks along a row: each stays in its column, at its place or beside it, and in another lane when it is full there. */
function packed1d(marks: readonly SpreadMark[], form: 'rings' | 'forces', width: number) {
  const wanted = marks
    .map(({ key, by, place }) => ({ key, by, at: alongOf(form, place) * width }))
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const placed: { key: string; by: string | null; x: number; lane: number }[] = []
  for (const { key, by, at } of wanted) {
    const column = clamped(Math.floor(at / COLUMN), 0, width / COLUMN - 1)
    const [from, to] = [column * COLUMN + INSIDE, (column + 1) * COLUMN - INSIDE]
    const free = (x: number, lane: number) =>
      placed.every((one) => one.lane !== lane || Math.abs(one.x - x) >= APART)
    for (let lane = 0; ; lane++) {
      const x = ASIDE.map((off) => clamped(at, from, to) + off * APART).find(
        (one) => one >= from && one <= to && free(one, lane),
      )
      if (x === undefined) continue
      placed.push({ key, by, x, lane })
      break
    }
  }
  return placed
}

const ASIDE = [0, 1, -1, 2, -2, 3, -3] as const

/** From 0 (the left edge) to 1. A ring is a quarter of nearness; a stance is the middle of its column. */
function alongOf(form: 'rings' | 'forces', { nearness = 0, stance = 0 }: SpreadMark['place']): number {
  return form === 'rings' ? 1 - clamped(nearness, 0, 1) : (clamped(stance, -2, 2) + 2.5) / 5
}

function inFields(shown: readonly Stakeholder[], marksOf: MarksOf): SpreadLayout {
  const across = acrossOf(shown.length)
  const rows = shown.map((who, i): PlacedSpread => {
    const x = (i % across) * (SIDE + BETWEEN)
    const y = Math.floor(i / across) * (SIDE + BETWEEN + ABOVE)
    const box = { x, y: y + ABOVE, w: SIDE, h: SIDE }
    const marks: PlacedMark[] = []
    for (const { key, by, place } of marksOf(who)) {
      const side = SIDE - 2 * INSIDE
      const at = {
        x: box.x + INSIDE + clamped(place.interest ?? 0, 0, 1) * side,
        y: box.y + INSIDE + (1 - clamped(place.influence ?? 0, 0, 1)) * side,
      }
      marks.push({ key, by, ...freeNear(at, box, marks) })
    }
    return {
      subject: who.subject,
      ...whoAt(who, x, y + 34),
      box,
      all: { x, y, w: SIDE, h: ABOVE + SIDE },
      marks,
      hull: hullOf(marks),
    }
  })
  const all = around(rows.map((row) => row.all))
  return { form: 'grid', columns: [], column: 0, rows, bounds: all ?? { x: 0, y: 0, w: SIDE, h: SIDE } }
}

/** How many small fields stand side by side, for all of them to be seen as large as can be. */
function acrossOf(count: number): number {
  const sizeFor = (across: number) =>
    Math.max((across * (SIDE + BETWEEN)) / ASPECT, Math.ceil(count / across) * (SIDE + BETWEEN + ABOVE))
  const options = Array.from({ length: Math.max(1, count) }, (_, i) => i + 1)
  return options.reduce((best, one) => (sizeFor(one) < sizeFor(best) ? one : best), 1)
}

/** The nearest free place inside a field; the wanted one when there is none. */
function freeNear(at: Point, box: Box, taken: readonly Point[]): Point {
  const inside = ({ x, y }: Point) =>
    x >= box.x + INSIDE && x <= box.x + box.w - INSIDE && y >= box.y + INSIDE && y <= box.y + box.h - INSIDE
  for (let off = 0; off < box.w; off += 6) {
    const count = Math.max(1, Math.ceil((2 * Math.PI * off) / 12))
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI
      const one = { x: at.x + off * Math.cos(angle), y: at.y + off * Math.sin(angle) }
      if (off > 0 && !inside(one)) continue
      if (taken.every(({ x, y }) => Math.hypot(x - one.x, y - one.y) >= APART - 0.001)) return one
    }
  }
  return at
}

/** The outline around points (Andrew's monotone chain): every point is on it or inside it. */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.map(({ x, y }) => ({ x, y })).sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (from: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of from) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
