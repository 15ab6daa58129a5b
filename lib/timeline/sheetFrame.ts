import type { Drawing, Shape, TextShape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import { drawLegend, type LegendKey } from './legend'
import type { VerticalWords } from './paintVertical'
import type { TimelineTheme } from './theme'
import type { CardContent } from './types'

/** Paper in points (1/72 inch), lying. */
const PAPERS = { a4: { w: 841.89, h: 595.28 }, a3: { w: 1190.55, h: 841.89 } } as const

export interface PaperChoice {
  paper: keyof typeof PAPERS
  orientation: 'landscape' | 'portrait'
}

/** Words around the drawing; all but title and question are ours. */
export interface SheetWords extends VerticalWords {
  heading: string
  question: string
  /** "Gemaakt op 24 november 2026". */
  made: string
  /** What who reads it has to know, such as that names were changed; "" for nothing. */
  note: string
  sheet: (n: number, of: number) => string
  /** "deze tijd ook op blad 2". */
  alsoOn: (n: number) => string
  /** "2019, vervolg". */
  goesOn: (what: string) => string
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

export interface Size {
  w: number
  h: number
}

/** The size of a sheet in points. */
export function paperSize({ paper, orientation }: PaperChoice): Size {
  const { w, h } = PAPERS[paper]
  return orientation === 'landscape' ? { w, h } : { w: h, h: w }
}

export const MARGIN = 26
export const FOOT_H = 16
/** Strip above the drawing that says how it goes on from other sheets. */
const STRIP_H = 16
const LEGEND_SCALE = 0.7

/** The room between heading and legend on each sheet; `keys` are all that a legend may have to explain. */
export function sheetRoom(source: SheetSource, size: Size, keys: readonly LegendKey[]) {
  const w = size.w - 2 * MARGIN
  const head = drawHead(source, w)
  const legend = legendFor(source, keys, w)
  const y = MARGIN + head.h + STRIP_H
  return { x: MARGIN, y, w, h: size.h - y - MARGIN - FOOT_H - legend.h }
}

/** All of a sheet but its drawing: heading, legend of what is used on it, and its number. */
export function framed(
  source: SheetSource,
  size: Size,
  keys: readonly LegendKey[],
  { n, count }: { n: number; count: number },
  drawing: readonly Shape[],
): Drawing {
  const head = drawHead(source, size.w - 2 * MARGIN)
  const legend = legendFor(source, keys, size.w - 2 * MARGIN)
  return {
    box: { x: 0, y: 0, ...size },
    title: source.words.title,
    shapes: [
      { type: 'rect', x: 0, y: 0, ...size, fill: source.theme.paper },
      ...at(MARGIN, MARGIN, head.shapes),
      ...drawing,
      ...at(MARGIN, size.h - MARGIN - FOOT_H - legend.h + 4, legend.shapes),
      ...drawFoot(source, size, n, count),
    ],
  }
}

export const at = (x: number, y: number, shapes: readonly Shape[]): Shape[] =>
  shapes.length === 0 ? [] : [{ type: 'group', x, y, scale: 1, shapes }]

export function legendFor(
  { theme, words }: SheetSource,
  keys: readonly LegendKey[],
  width: number,
  scale = LEGEND_SCALE,
) {
  const { shapes, h } = drawLegend(keys, words.legend, width / scale, theme)
  const scaled: Shape[] = [{ type: 'group', x: 0, y: 0, scale, shapes }]
  return { shapes: shapes.length === 0 ? [] : scaled, h: h * scale + (h > 0 ? 8 : 0) }
}

/** Title and question, whole: as many lines as they take. */
export function drawHead(
  { words, theme }: { words: Pick<SheetWords, 'heading' | 'question'>; theme: TimelineTheme },
  width: number,
): { shapes: Shape[]; h: number } {
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
  return { shapes, h: title.length * 20 + question.length * 13.5 + 6 }
}

export function smallText(
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

/** When it was made, what who reads it has to know, and which sheet it is. */
export function drawFoot(
  { words, theme }: { words: Pick<SheetWords, 'made' | 'note' | 'sheet'>; theme: TimelineTheme },
  size: Size,
  n: number,
  count: number,
): Shape[] {
  const y = size.h - MARGIN
  const left = [words.made, words.note].filter((part) => part !== '').join(' · ')
  const number = words.sheet(n, count)
  const room = size.w - 2 * MARGIN - textWidth(number, 9, 'regular') - 20
  const lines = wrapText(left, room, 9, 'regular', 2)
  return [
    ...lines.map((line, i) => smallText(MARGIN, y - (lines.length - 1 - i) * 10, line, theme)),
    smallText(size.w - MARGIN, y, number, theme, 'end'),
  ]
}
