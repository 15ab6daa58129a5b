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

/** Points for a page unit, from titles of 11 points down to 7; under `EASY` a sheet is read with effort. */
const SCALES = [0.8, 0.72, 0.66, 0.6, 0.56, 0.52] as const
const EASY = 0.6

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
  const plans = WIDTHS.flatMap((pxPerYear) => {
    const layout = layoutAt(pxPerYear)
    return SCALES.map((scale) => planOf(layout, scale, room))
  })
  return plans.reduce((best, plan) => (isBetter(plan, best) ? plan : best))
}

function isBetter(one: SheetPlan, other: SheetPlan): boolean {
  const [a, b] = [costOf(one), costOf(other)]
  return a < b || (a === b && one.scale > other.scale)
}

/** Sheets, with what makes them hard to read: more rows of them, rows without the axis, and small letters. */
function costOf({ rows, scale }: SheetPlan): number {
  const sheets = rows.reduce((sum, row) => sum + row.length, 0)
  const lost = rows.filter(([part]) => part && (part.y > 0 || part.y + part.h < 0)).length
  return sheets + 3 * (rows.length - 1) + 2 * lost + Math.max(0, EASY - scale) * 12
}

function planOf(layout: TimelineLayout, scale: number, room: { w: number; h: number }): SheetPlan {
  const { bounds } = layout
  const all = { x: bounds.x - PAD, y: bounds.y - PAD, w: bounds.w + 2 * PAD, h: bounds.h + 2 * PAD }
  const size = { w: room.w / scale, h: room.h / scale }
  const across = layout.cards.map(({ x, w }) => ({ from: x, to: x + w }))
  const down = layout.cards.map(({ y, h }) => ({ from: y, to: y + h }))
  const xs = cutsOf(across, { from: all.x, to: all.x + all.w }, size.w)
  const ys = atAxis(layout, all, size.h) ?? cutsOf(down, { from: all.y, to: all.y + all.h }, size.h)
  const rows = ys.map((y) => xs.map((x) => ({ x: x.from, y: y.from, w: x.to - x.from, h: y.to - y.from })))
  return { layout, scale, rows }
}

/** Above the axis what the marks of dates need, when the years stand on two sheets. Page units. */
const AXIS_TOP = 60

/**
 * Two rows that both have the axis with its years: what stands above it, and what stands below. Null when one row is
 * enough or these two are not.
 */
function atAxis({ bend }: TimelineLayout, all: Box, height: number): Span[] | null {
  const years = bend.below.from + PAD
  const upper = { from: all.y, to: Math.min(years, all.y + all.h) }
  const lower = { from: Math.max(-AXIS_TOP, all.y), to: all.y + all.h }
  const fits = ({ from, to }: Span) => to - from <= height
  return all.h > height && fits(upper) && fits(lower) ? [upper, lower] : null
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
