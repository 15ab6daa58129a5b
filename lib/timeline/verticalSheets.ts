import type { Shape } from '@/lib/drawing/shapes'
import { wrapText } from '@/lib/text/wrap'
import { legendOf, type LegendKey } from './legend'
import {
  drawColumnNames,
  drawVerticalCard,
  drawVerticalLine,
  verticalCardH,
  type MoreOnCard,
} from './paintVertical'
import {
  framed,
  paperSize,
  sheetRoom,
  smallText,
  type PaperChoice,
  type Sheet,
  type SheetSource,
} from './sheetFrame'
import type { Line } from './sheetPlan'
import type { TimelineEvent } from './types'
import { layoutVertical } from './vertical'
import type { PlacedVerticalCard, VerticalLayout } from './verticalTypes'

/** Points for a px of the layout: titles of 9.5 points, and of 8.4 where that saves sheets. */
const SCALES = [0.68, 0.6] as const
/** Room for the names of the columns. */
const NAMES_H = 20
const EDGE = 6

/** What one standing sheet shows: cards are never cut, and each is on one sheet. */
interface Piece {
  from: number
  to: number
  cards: readonly PlacedVerticalCard[]
}

/** The timeline from top to bottom over standing sheets, with all words of every card. Total. */
export function verticalSheets(source: SheetSource, line: Line, choice: PaperChoice): Sheet[] {
  const size = paperSize(choice)
  const more = moreOn(line)
  const room = sheetRoom(source, size, keysOf(line, source, more))
  const plans = SCALES.map((scale) => {
    const layout = layoutAt(source, line, more, room.w / scale)
    return { scale, layout, pieces: piecesOf(layout, room.h / scale - NAMES_H) }
  })
  const [large, small] = plans
  if (!large || !small) return []
  // Smaller letters for fewer sheets, not for a half one.
  const { scale, layout, pieces } = small.pieces.length < large.pieces.length ? small : large
  const sides = sidesOf(line, source)
  return pieces.map(({ from, to, cards }, i): Sheet => {
    const box = { x: 0, y: from, w: layout.width, h: to - from }
    const shapes: Shape[] = [
      ...drawVerticalLine(layout, cards, source.cards, source.theme, source.words, { y: from, h: to - from }),
      ...cards.flatMap((card) => {
        const content = source.cards.get(card.id)
        return content ? [drawVerticalCard(card, content, more(card.id), source.theme, source.words)] : []
      }),
    ]
    const names = drawColumnNames(layout, sides, source.theme, 14)
    const drawing: Shape[] = [
      { type: 'group', x: room.x, y: room.y, scale, shapes: names },
      ...goesOn(layout, { from, cards }, { x: room.x, y: room.y - 7, scale }, source),
      { type: 'window', x: room.x, y: room.y + NAMES_H * scale, scale, box, shapes },
    ]
    const keys = legendOf(explained(layout, cards, line, more), source.cards)
    return {
      ...framed(source, size, keys, { n: i + 1, count: pieces.length }, drawing),
      cardIds: cards.map(({ id }) => id),
    }
  })
}

/** Cards as high as their words need: how wide they are is known once they have been laid out. */
function layoutAt(
  { cards, theme, words }: SheetSource,
  { events, lanes, settings }: Line,
  more: (id: string) => MoreOnCard,
  widthPx: number,
): VerticalLayout {
  const widths = new Map(
    layoutVertical(events, lanes, settings, { widthPx }).cards.map(({ id, w }) => [id, w]),
  )
  const cardH = (id: string) => {
    const content = cards.get(id)
    return content ? verticalCardH(content, more(id), widths.get(id) ?? widthPx, theme, words) : 0
  }
  return layoutVertical(events, lanes, settings, { widthPx, cardH })
}

/** Cuts a line into pieces of at most `height`; each begins with the highest of the cards that are left. */
function piecesOf(layout: VerticalLayout, height: number): Piece[] {
  const pieces: Piece[] = []
  let left = [...layout.cards].sort((a, b) => a.y - b.y)
  let from = 0
  for (;;) {
    const cards = left.filter(({ y, h }) => y + h <= from + height - EDGE)
    left = left.filter((card) => !cards.includes(card))
    const [next] = left
    if (!next) {
      pieces.push({ from, to: Math.min(layout.height, from + height), cards })
      return pieces
    }
    if (cards.length === 0 && next.y <= from) {
      // Higher than a sheet: it gets one for itself, as far as that goes.
      left.shift()
      pieces.push({ from, to: from + height, cards: [next] })
    } else {
      // What lies lower than the first card of the next sheet is on that one, so that the order stays clear.
      const to = Math.max(...cards.map(({ y, h }) => y + h), Math.min(next.y, from + height))
      pieces.push({ from, to: Math.min(from + height, to), cards })
    }
    from = pageTop(layout, left[0]?.y ?? layout.height)
  }
}

/** Above the first card of a sheet: its year when that begins with it, and what announces it. */
function pageTop({ years, breaks, eras, undated }: VerticalLayout, y: number): number {
  const heads = [
    ...years.map((one) => ({ y: one.y, h: one.h })),
    ...breaks,
    ...eras.map(({ labelY, labelH }) => ({ y: labelY + 8 - labelH, h: labelH })),
    ...(undated ? [{ y: undated.y, h: 32 }] : []),
  ]
  let top = y
  for (;;) {
    const before = heads.find(
      (head) => head.y < top && head.y + head.h > top - 30 && head.y + head.h <= y + 30,
    )
    if (!before) return Math.max(0, top - EDGE)
    top = before.y
  }
}

/** What began on a sheet before: the year, and eras. */
function goesOn(
  layout: VerticalLayout,
  { from, cards }: Pick<Piece, 'from' | 'cards'>,
  origin: { x: number; y: number; scale: number },
  { cards: contents, theme, words }: SheetSource,
): Shape[] {
  if (from <= 0) return []
  const first = Math.min(...cards.flatMap(({ markY }) => markY ?? []))
  const year = layout.years.filter(({ y }) => y < first).at(-1)
  const eras = layout.eras.filter(({ labelY, y, h }) => labelY < from && y + h > from + 20)
  const width = layout.width * origin.scale
  return [
    ...(year && year.y < from && first < Infinity
      ? [
          smallText(
            origin.x + layout.axis.x * origin.scale,
            origin.y,
            words.goesOn(year.label),
            theme,
            'middle',
          ),
        ]
      : []),
    ...eras.slice(0, 1).map(({ id }) => {
      const text = words.goesOn(contents.get(id)?.title ?? '')
      return smallText(origin.x, origin.y, wrapText(text, width / 2 - 60, 9, 'regular', 1)[0] ?? '', theme)
    }),
  ]
}

function moreOn({ events, loops }: Line): (id: string) => MoreOnCard {
  const exits = new Map(
    events.map((event) => [event.id, event.kind === 'roundabout' ? (event.exits ?? []) : []]),
  )
  return (id) => ({
    exits: exits.get(id) ?? [],
    loops: loops.filter(({ eventIds }) => eventIds.includes(id)).map(({ title }) => title),
  })
}

/** Names of the columns: of the lanes that stand in each. */
function sidesOf({ lanes }: Line, { words }: SheetSource): Record<'left' | 'right', string> {
  const names = (place: 'above' | 'below') =>
    lanes
      .filter((lane) => lane.place === place)
      .map(({ id }) => words.sides.get(id) ?? '')
      .filter((name) => name !== '')
      .join(' · ')
  return { left: names('above'), right: names('below') }
}

function explained(
  layout: VerticalLayout,
  cards: readonly { id: string }[],
  { events }: Pick<Line, 'events'>,
  more: (id: string) => MoreOnCard,
) {
  const here = new Set(cards.map(({ id }) => id))
  const own = events.filter(({ id }: TimelineEvent) => here.has(id))
  return {
    cards,
    marks: layout.marks.filter(({ id }) => here.has(id)),
    roundabouts: own.map(({ id }) => ({ exits: more(id).exits })),
    // Loops and breaks are said in words here.
    loops: [],
    eras: layout.eras,
    breaks: [],
  }
}

function keysOf(line: Line, source: SheetSource, more: (id: string) => MoreOnCard): LegendKey[] {
  const layout = layoutVertical(line.events, line.lanes, line.settings, { widthPx: 700 })
  return legendOf(explained(layout, layout.cards, line, more), source.cards)
}
