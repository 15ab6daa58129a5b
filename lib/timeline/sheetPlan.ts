import type { TimelineLayout } from './types'

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** How a timeline is spread over sheets of one size. */
export interface SheetPlan {
  layout: TimelineLayout
  /** Points on paper for a page unit. */
  scale: number
  /** What of the page each sheet shows: rows from top to bottom, in each the parts from left to right. */
  rows: Box[][]
}

/** Page units per year to try: each a quarter wider than the one before. */
const WIDTHS = Array.from({ length: 22 }, (_, i) => Math.round(12 * 1.25 ** i))

/** Points for a page unit: titles of 11 points at most, and no text under 7 as long as there is a choice. */
const LARGEST = 0.8
const SMALLEST = 0.6

/** Room around the drawing, and the least that two sheets have in common. Page units. */
const PAD = 14
const OVERLAP = 40

/**
 * The fewest sheets that can be read, and of those the largest letters. A wider scale needs more sheets beside each
 * other, a narrower one stacks cards higher and makes the letters smaller; in between lies the best. Total.
 */
export function planSheets(
  layoutAt: (pxPerYear: number) => TimelineLayout,
  room: { w: number; h: number },
): SheetPlan {
  const plans = WIDTHS.map((pxPerYear) => planOf(layoutAt(pxPerYear), room))
  return plans.reduce((best, plan) => (isBetter(plan, best) ? plan : best))
}

function isBetter(one: SheetPlan, other: SheetPlan): boolean {
  const count = ({ rows }: SheetPlan) => rows.reduce((sum, row) => sum + row.length, 0)
  // A second row of sheets is hard to read along: it counts as two sheets more.
  const cost = (plan: SheetPlan) => count(plan) + 2 * (plan.rows.length - 1)
  return cost(one) < cost(other) || (cost(one) === cost(other) && one.scale > other.scale * 1.01)
}

function planOf(layout: TimelineLayout, room: { w: number; h: number }): SheetPlan {
  const { bounds } = layout
  const all = { x: bounds.x - PAD, y: bounds.y - PAD, w: bounds.w + 2 * PAD, h: bounds.h + 2 * PAD }
  const onOne = Math.min(room.w / all.w, room.h / all.h)
  const scale = Math.min(LARGEST, Math.max(SMALLEST, onOne, Math.min(room.h / all.h, LARGEST)))
  const size = { w: room.w / scale, h: room.h / scale }
  const across = layout.cards.map(({ x, w }) => ({ from: x, to: x + w }))
  const down = layout.cards.map(({ y, h }) => ({ from: y, to: y + h }))
  const xs = cutsOf(across, { from: all.x, to: all.x + all.w }, size.w)
  const ys = cutsOf(down, { from: all.y, to: all.y + all.h }, size.h)
  const rows = ys.map((y) => xs.map((x) => ({ x: x.from, y: y.from, w: x.to - x.from, h: y.to - y.from })))
  return { layout, scale, rows }
}

interface Span {
  from: number
  to: number
}

/**
 * Pieces of at most `size` that cover `all`, each overlapping the next so far that what is cut at the end of one is
 * whole in the next. Whatever is larger than half a piece may be cut; cards never are.
 */
export function cutsOf(items: readonly Span[], all: Span, size: number): Span[] {
  const pieces: Span[] = []
  let from = all.from
  for (;;) {
    const to = Math.min(from + size, all.to)
    pieces.push({ from, to })
    if (to >= all.to) return pieces
    const cut = items.filter((item) => item.from < to && item.to > to).map((item) => item.from - PAD)
    // Always half a piece on, whatever the items: it ends.
    from = Math.max(from + size / 2, Math.min(to - OVERLAP, ...cut))
  }
}
