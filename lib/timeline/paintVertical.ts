import { group, type Group, type Shape, type TextShape } from '@/lib/drawing/shapes'
import { wrapText } from '@/lib/text/wrap'
import { cardFrame, headWho } from './paintCard'
import { EXIT_LINES } from './paintMore'
import { drawVerticalMark } from './paintVerticalMark'
import { plated } from './plate'
import type { TimelineTheme } from './theme'
import type { CardContent, DrawingWords, TimelineExit } from './types'
import type { PlacedVerticalCard, VerticalLayout } from './verticalTypes'

/** What a card on a standing sheet says besides its content: paper has the room for all of it. */
export interface MoreOnCard {
  exits: readonly TimelineExit[]
  /** Titles of the loops that it is part of. */
  loops: readonly string[]
}

/** Words that only a standing sheet needs. */
export interface VerticalWords extends DrawingWords {
  exit: Readonly<Record<TimelineExit['status'], string>>
  repeats: (title: string) => string
}

const PAD = 12
const HEAD_H = 22
const TITLE = { px: 14, line: 17 }
const SMALL = { px: 12, line: 15 }
/** From the left of a card to the words of a way out. */
const EXIT_IN = 38

interface CardLine extends Omit<TextShape, 'type' | 'x' | 'y'> {
  inset: number
  h: number
  exit?: TimelineExit['status']
}

/** The words of a card, whole: title, kind and date, ways out, loops. */
function linesOf(
  content: CardContent,
  more: MoreOnCard,
  width: number,
  theme: TimelineTheme,
  words: VerticalWords,
): CardLine[] {
  const room = width - 2 * PAD
  const small = (text: string, fill: string, inset = PAD): CardLine[] =>
    wrapText(text, width - PAD - inset, SMALL.px, 'regular', 20).map((line) => ({
      text: line,
      px: SMALL.px,
      weight: 'regular',
      fill,
      inset,
      h: SMALL.line,
    }))
  const kind = [content.kindText, content.dateText].filter((part) => part !== '').join(' · ')
  return [
    ...wrapText(content.title, room, TITLE.px, 'bold', 40).map((text): CardLine => ({
      text,
      px: TITLE.px,
      weight: 'bold',
      fill: theme.ink,
      inset: PAD,
      h: TITLE.line,
    })),
    ...small(kind, theme.inkSoft),
    // All names, when the head has no room for them.
    ...(headWho(width, content) === (content.who || content.teller) ? [] : small(content.who, theme.inkSoft)),
    ...more.exits.flatMap(({ status, text }) =>
      small(`${words.exit[status]}: ${text}`, status === 'taken' ? theme.accent : theme.inkSoft, EXIT_IN).map(
        (line, i): CardLine => (i === 0 ? { ...line, exit: status } : line),
      ),
    ),
    ...more.loops.flatMap((title) => small(words.repeats(title), theme.accent)),
  ]
}

/** How high a card of this width has to be for all of its words. */
export function verticalCardH(...of: Parameters<typeof linesOf>): number {
  return HEAD_H + 5 + linesOf(...of).reduce((sum, { h }) => sum + h, 0) + 8
}

/** A card with all of its words. */
export function drawVerticalCard(
  card: PlacedVerticalCard,
  content: CardContent,
  more: MoreOnCard,
  theme: TimelineTheme,
  words: VerticalWords,
): Group {
  const frame = cardFrame(card, content, theme)
  let y = HEAD_H + 5
  const lines = linesOf(content, more, card.w, theme, words).flatMap((line): Shape[] => {
    const { inset, h, exit, ...text } = line
    y += h
    const base = y - h * 0.25
    const colour = text.fill
    const sign: Shape[] =
      exit === undefined
        ? []
        : [
            {
              type: 'line',
              x1: PAD,
              x2: EXIT_IN - 8,
              y1: base - 4,
              y2: base - 4,
              stroke: colour,
              ...EXIT_LINES[exit],
            },
          ]
    return [...sign, { type: 'text', x: inset, y: base, ...text }]
  })
  const said = [content.title, content.who, content.kindText, content.dateText]
  return group(card.x, card.y, [...frame, ...lines], {
    title: said.filter((part) => part !== '').join(' · '),
  })
}

/** What a standing sheet shows under its cards: `cards` are those of this sheet, `part` what it shows of the page. */
export function drawVerticalLine(
  layout: VerticalLayout,
  seen: readonly PlacedVerticalCard[],
  contents: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  words: VerticalWords,
  part: { y: number; h: number },
): Shape[] {
  const { axis, width } = layout
  const bottom = part.y + part.h
  const inside = (y: number, h: number) => y >= part.y && y + h <= bottom
  const now = Math.min(Math.max(axis.nowY, axis.y0), axis.y1)
  const line = { type: 'line' as const, x1: axis.x, x2: axis.x, stroke: theme.ink, strokeWidth: 2.4 }
  const here = new Set(seen.map(({ id }) => id))
  const tint = (id: string) => theme.tints[contents.get(id)?.tint ?? 'unknown']
  return [
    ...layout.eras.map((era): Shape => {
      return { type: 'rect', x: 0, y: era.y, w: width, h: era.h, fill: tint(era.id).soft, fillOpacity: 0.5 }
    }),
    ...layout.eras
      .filter(({ labelY, labelH }) => inside(labelY + 8 - labelH, labelH))
      .map(({ id, labelY }) =>
        label(8, labelY, 12, 'bold', tint(id).strong, nameOf(contents.get(id), width - 16)),
      ),
    { ...line, y1: axis.y0, y2: now },
    { ...line, y1: now, y2: axis.y1, dash: [3, 6] },
    ...seen.flatMap(({ id, side, x, w, markY }): Shape[] =>
      markY === null
        ? []
        : [
            {
              type: 'line',
              x1: side === 'left' ? x + w : x,
              x2: axis.x,
              y1: markY,
              y2: markY,
              stroke: tint(id).strong,
              strokeWidth: 1.4,
              strokeOpacity: 0.6,
            },
          ],
    ),
    // A period that began on a sheet before goes on over this one.
    ...layout.marks
      .filter(({ id, y, h }) => here.has(id) || (h > 0 && y < part.y && y + h > part.y))
      .flatMap((mark) => drawVerticalMark(mark, contents.get(mark.id), theme)),
    ...layout.years
      .filter(({ y, h }) => inside(y, h))
      .flatMap(({ x, y, h, label: year, age }): Shape[] => [
        { type: 'rect', x: x - 20, y, w: 40, h, fill: theme.paper },
        label(x, y + 15, 14, 'bold', theme.ink, year, 'middle'),
        ...(age === '' ? [] : [label(x, y + 30, 12, 'regular', theme.inkSoft, age, 'middle')]),
      ]),
    ...layout.breaks
      .filter(({ y, h }) => inside(y, h))
      .flatMap(({ y, h, years }): Shape[] => [
        { type: 'rect', x: 0, y, w: width, h, fill: theme.paper },
        ...[y + 4, y + h - 4].map((at): Shape => ({
          type: 'line',
          x1: 0,
          x2: width,
          y1: at,
          y2: at,
          stroke: theme.inkSoft,
          strokeWidth: 1,
          dash: [4, 4],
        })),
        label(width / 2, y + h / 2 + 4.5, 13, 'regular', theme.inkSoft, words.emptyYears(years), 'middle'),
      ]),
    ...(layout.undated && inside(layout.undated.y, 32)
      ? [label(6, layout.undated.labelY, 14, 'bold', theme.tints.unknown.strong, words.undated)]
      : []),
    ...layout.folded
      .filter(({ y, h }) => inside(y, h))
      .flatMap(({ laneId, ids, x, y, w, h }): Shape[] => [
        { type: 'rect', x, y, w, h, rx: 8, stroke: theme.line, strokeWidth: 1, dash: [4, 4] },
        label(
          x + PAD,
          y + h / 2 + 5,
          14,
          'bold',
          theme.ink,
          `${words.sides.get(laneId) ?? ''} (${ids.length})`,
        ),
      ]),
    ...plated(
      label(axis.x, axis.nowY + 4.5, 13, 'bold', theme.ink, words.now, 'middle'),
      theme.paper,
      ({ y }) => inside(y - 14, 20),
    ),
  ]
}

/** Name and date of an era, on one line. */
function nameOf(content: CardContent | undefined, room: number): string {
  const name = [content?.title ?? '', content?.dateText ?? ''].filter((words) => words !== '').join(' · ')
  return wrapText(name, room, 12, 'bold', 1)[0] ?? ''
}

/** The names of the two columns, above them. */
export function drawColumnNames(
  { columns, width, cards }: VerticalLayout,
  names: Readonly<Record<'left' | 'right', string>>,
  theme: TimelineTheme,
  y: number,
): Shape[] {
  return columns.flatMap((side) => {
    const x = cards.find((card) => card.side === side && card.w < width * 0.75)?.x ?? 6
    const fill = theme.tints[side === 'left' ? 'professional' : 'family'].strong
    const text = wrapText(names[side].toUpperCase(), width / 2 - 40, 13, 'bold', 1)[0] ?? ''
    return text === '' ? [] : [label(x, y, 13, 'bold', fill, text)]
  })
}

function label(
  x: number,
  y: number,
  px: number,
  weight: 'regular' | 'bold',
  fill: string,
  text: string,
  anchor: TextShape['anchor'] = 'start',
): TextShape {
  return { type: 'text', x, y, px, weight, fill, text, anchor }
}
