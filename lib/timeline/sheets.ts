import type { Drawing, Shape, TextShape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import { hatch } from './hatch'
import { drawLegend, legendOf, type LegendKey } from './legend'
import { drawPart, drawTimeline, wholeCards } from './paint'
import { planSheets, type SheetPlan } from './sheetPlan'
import type { TimelineTheme } from './theme'
import type { CardContent, DrawingWords, TimelineLayout } from './types'

/** Paper in points (1/72 inch), lying. */
const PAPERS = { a4: { w: 841.89, h: 595.28 }, a3: { w: 1190.55, h: 841.89 } } as const

export interface PaperChoice {
  paper: keyof typeof PAPERS
  orientation: 'landscape' | 'portrait'
}

/** Words around the drawing; all but title and question are ours. */
export interface SheetWords extends DrawingWords {
  heading: string
  question: string
  /** "Gemaakt op 24 november 2026". */
  made: string
  /** What who reads it has to know, such as that names were changed; "" for nothing. */
  note: string
  sheet: (n: number, of: number) => string
  /** "ook op blad 2". */
  alsoOn: (n: number) => string
  legend: (key: LegendKey) => string
}

/** What sheets and pictures are made of. */
export interface SheetSource {
  cards: ReadonlyMap<string, CardContent>
  theme: TimelineTheme
  words: SheetWords
}

/** A sheet of paper; the cards that are whole on it. */
export interface Sheet extends Drawing {
  cardIds: readonly string[]
}

/** The size of a sheet in points. */
export function paperSize({ paper, orientation }: PaperChoice): { w: number; h: number } {
  const { w, h } = PAPERS[paper]
  return orientation === 'landscape' ? { w, h } : { w: h, h: w }
}

const MARGIN = 30
const FOOT_H = 16
/** Strips above and below the drawing that say where it overlaps with other sheets. */
const STRIP_H = 14
const LEGEND_SCALE = 0.7

/**
 * The timeline on as many sheets as it takes, in points. Every card is whole on at least one of them; heading,
 * legend and number are on each, so that a sheet that lies by itself can be read.
 */
export function timelineSheets(
  source: SheetSource,
  layoutAt: (pxPerYear: number) => TimelineLayout,
  choice: PaperChoice,
): Sheet[] {
  const size = paperSize(choice)
  const width = size.w - 2 * MARGIN
  const head = drawHead(source, width)
  // What a legend needs hardly changes with the scale; the plan is made with room for this one.
  const legend = legendFor(source, layoutAt(100), width)
  const top = MARGIN + head.h
  const room = {
    w: width,
    h: size.h - top - MARGIN - FOOT_H - legend.h - 2 * STRIP_H,
  }
  const plan = planSheets(layoutAt, room)
  const count = plan.rows.reduce((sum, row) => sum + row.length, 0)
  return plan.rows.flatMap((row, r) =>
    row.map((part, c) => {
      const place = { r, c, n: r * row.length + c + 1, count }
      const seen = wholeCards(plan.layout, part)
      // A single sheet has its drawing in the middle.
      const x = MARGIN + (count === 1 ? (room.w - part.w * plan.scale) / 2 : 0)
      const y = top + STRIP_H + (plan.rows.length === 1 ? Math.max(0, (room.h - part.h * plan.scale) / 2) : 0)
      const shapes: Shape[] = [
        { type: 'rect', x: 0, y: 0, ...size, fill: source.theme.paper },
        ...at(MARGIN, MARGIN, head.shapes),
        {
          type: 'window',
          x,
          y,
          scale: plan.scale,
          box: part,
          shapes: drawPart(plan.layout, source.cards, source.theme, source.words, part),
        },
        ...drawOverlaps(plan, place, { x, y }, source),
        ...at(MARGIN, size.h - MARGIN - FOOT_H - legend.h + 4, legend.shapes),
        ...drawFoot(source, size, place),
      ]
      return {
        box: { x: 0, y: 0, ...size },
        title: source.words.title,
        shapes,
        cardIds: seen.map(({ id }) => id),
      }
    }),
  )
}

/** The whole timeline as one picture with heading and legend, in page units. */
export function timelinePicture(source: SheetSource, layout: TimelineLayout): Drawing {
  const drawing = drawTimeline(layout, source.cards, source.theme, source.words)
  const width = Math.max(drawing.box.w, 560)
  const head = drawHead(source, width)
  const legend = legendFor(source, layout, width)
  const { theme, words } = source
  const h = 2 * MARGIN + head.h + drawing.box.h + legend.h + FOOT_H
  const foot = [words.made, words.note].filter((part) => part !== '').join(' · ')
  const box = { x: 0, y: 0, w: width + 2 * MARGIN, h }
  return {
    box,
    title: drawing.title,
    shapes: [
      { type: 'rect', ...box, fill: theme.paper },
      ...at(MARGIN, MARGIN, head.shapes),
      ...at(MARGIN - drawing.box.x, MARGIN + head.h - drawing.box.y, drawing.shapes),
      ...at(MARGIN, MARGIN + head.h + drawing.box.h, legend.shapes),
      words9(MARGIN, h - MARGIN + 4, foot, theme),
    ],
  }
}

const at = (x: number, y: number, shapes: readonly Shape[]): Shape[] =>
  shapes.length === 0 ? [] : [{ type: 'group', x, y, scale: 1, shapes }]

function legendFor({ cards, theme, words }: SheetSource, layout: TimelineLayout, width: number) {
  const { shapes, h } = drawLegend(legendOf(layout, cards), words.legend, width / LEGEND_SCALE, theme)
  const scaled: Shape[] = [{ type: 'group', x: 0, y: 0, scale: LEGEND_SCALE, shapes }]
  return { shapes: shapes.length === 0 ? [] : scaled, h: h * LEGEND_SCALE + (h > 0 ? 8 : 0) }
}

/** Title and question, whole: as many lines as they take. */
function drawHead({ words, theme }: SheetSource, width: number): { shapes: Shape[]; h: number } {
  const title = wrapText(words.heading, width, 17, 'bold', 6)
  const question = wrapText(words.question, width, 10.5, 'regular', 20)
  const shapes = [
    ...title.map((text, i) => ({ text, px: 17, weight: 'bold', fill: theme.ink, y: 15 + i * 20 }) as const),
    ...question.map(
      (text, i) =>
        ({
          text,
          px: 10.5,
          weight: 'regular',
          fill: theme.inkSoft,
          y: title.length * 20 + 11 + i * 13.5,
        }) as const,
    ),
  ].map((line): TextShape => ({ type: 'text', x: 0, ...line }))
  return { shapes, h: title.length * 20 + question.length * 13.5 + 8 }
}

function words9(
  x: number,
  y: number,
  text: string,
  theme: TimelineTheme,
  anchor: TextShape['anchor'] = 'start',
) {
  return {
    type: 'text',
    x,
    y,
    px: 9,
    weight: 'regular',
    fill: theme.inkSoft,
    text,
    anchor,
  } satisfies TextShape
}

interface Place {
  r: number
  c: number
  n: number
  count: number
}

function drawFoot(
  { words, theme }: SheetSource,
  size: { w: number; h: number },
  { n, count }: Place,
): Shape[] {
  const y = size.h - MARGIN
  const left = [words.made, words.note].filter((part) => part !== '').join(' · ')
  const number = words.sheet(n, count)
  const room = size.w - 2 * MARGIN - textWidth(number, 9, 'regular') - 20
  const lines = wrapText(left, room, 9, 'regular', 2)
  return [
    ...lines.map((line, i) => words9(MARGIN, y + i * 11, line, theme)),
    words9(size.w - MARGIN, y, number, theme, 'end'),
  ]
}

/** Hatched strips along the edge: what stands between them is on the next or the previous sheet as well. */
function drawOverlaps(
  { rows, scale }: SheetPlan,
  { r, c, n }: Place,
  origin: { x: number; y: number },
  { words, theme }: SheetSource,
): Shape[] {
  const row = rows[r] ?? []
  const part = row[c]
  if (!part) return []
  const [left, right, above, below] = [row[c - 1], row[c + 1], rows[r - 1]?.[c], rows[r + 1]?.[c]]
  const toX = (x: number) => origin.x + (x - part.x) * scale
  const toY = (y: number) => origin.y + (y - part.y) * scale
  const ends = {
    left: toX(part.x),
    right: toX(part.x + part.w),
    top: toY(part.y),
    bottom: toY(part.y + part.h),
  }
  const strips = [
    ...(left ? [{ from: ends.left, to: toX(left.x + left.w), n: n - 1, anchor: 'start' as const }] : []),
    ...(right ? [{ from: toX(right.x), to: ends.right, n: n + 1, anchor: 'end' as const }] : []),
  ]
  const bars = strips.flatMap((strip): Shape[] => [
    ...bar(strip.from, ends.top - 5, strip.to - strip.from, theme),
    ...bar(strip.from, ends.bottom + 1, strip.to - strip.from, theme),
    words9(
      strip.anchor === 'start' ? strip.from : strip.to,
      ends.top - 7,
      words.alsoOn(strip.n),
      theme,
      strip.anchor,
    ),
  ])
  const middle = (ends.left + ends.right) / 2
  const down = [
    ...(above ? [words9(middle, ends.top - 7, words.alsoOn(n - row.length), theme, 'middle')] : []),
    ...(below ? [words9(middle, ends.bottom + 9, words.alsoOn(n + row.length), theme, 'middle')] : []),
  ]
  return [...bars, ...down]
}

function bar(x: number, y: number, w: number, theme: TimelineTheme): Shape[] {
  const box = { x, y, w, h: 4 }
  return [{ type: 'path', d: hatch(box, 5), stroke: theme.inkSoft, strokeWidth: 0.7 }]
}
