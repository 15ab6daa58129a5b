import type { Drawing, Shape, TextShape } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import { textWidth } from '@/lib/text/widths'
import { DOCK_PAD, LABEL_H } from './metrics'
import { drawCard } from './paintCard'
import { drawBreaks, drawEras, drawFolded, drawLanes, drawLoops, drawRoundabouts } from './paintMore'
import { drawMark } from './paintMark'
import { plated } from './plate'
import { stemPath } from './stem'
import type { TimelineTheme } from './theme'
import type { CardContent, DrawingWords, PlacedCard, TimelineLayout } from './types'

const MARGIN = 32

/** A rectangle of the page. */
interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** All of the timeline as one drawing. Cards that `cards` says nothing of are left out. */
export function drawTimeline(
  layout: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  words: DrawingWords,
): Drawing {
  const { x, y, w, h } = layout.bounds
  const box = { x: x - MARGIN, y: y - MARGIN, w: w + 2 * MARGIN, h: h + 2 * MARGIN }
  return {
    box,
    title: words.title,
    shapes: [{ type: 'rect', ...box, fill: theme.paper }, ...drawPart(layout, cards, theme, words, box)],
  }
}

/** `drawTimeline` as a complete SVG document, for thumbnails and pages: the same bytes for the same input. */
export function paintTimeline(
  layout: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  words: DrawingWords,
): string {
  return svgDocument(drawTimeline(layout, cards, theme, words), { font: theme.font, css: theme.css })
}

/**
 * What of the timeline is to be seen in one part of the page, under the cards first. A card that is not whole in
 * it is not drawn, and no text that would be cut; lines and bars go on to the edge, where the caller cuts them.
 */
export function drawPart(
  layout: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  words: DrawingWords,
  part: Box,
): Shape[] {
  const seen = wholeCards(layout, part).filter(({ id }) => cards.has(id))
  const whole = (text: TextShape) => isWhole(text, part)
  return [
    ...drawEras(layout, cards, theme, part, whole),
    ...drawLanes(layout, theme, part),
    ...drawDocks(layout, theme, words, part),
    ...drawStems(seen, layout, cards, theme),
    ...drawAxis(layout, theme, words, whole),
    ...drawBreaks(layout, theme, words, whole),
    ...drawTicks(layout, theme),
    ...drawMarks(layout, cards, theme, part),
    ...drawFolded(layout, cards, theme, part),
    ...drawRoundabouts(layout, theme, whole),
    ...drawTickLabels(layout, theme, whole),
    ...drawLoops(layout, theme, whole),
    ...seen.map((card) => drawCard(card, cards.get(card.id)!, theme)),
    ...drawSides(layout, theme, words, part),
  ]
}

/** Dates on their lines. A roundabout has a sign of its own; how sure its date is lies below it. */
function drawMarks(
  { marks, roundabouts }: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  part: Box,
): Shape[] {
  const signed = new Set(roundabouts.map(({ id }) => id))
  return marks
    .filter(({ x, w }) => x + w > part.x - 20 && x < part.x + part.w + 20)
    .flatMap((mark) => {
      const content = cards.get(mark.id)
      if (!signed.has(mark.id)) return drawMark(mark, content, theme)
      return mark.form === 'dot' || !content ? [] : drawMark(mark, { ...content, kind: 'decision' }, theme)
    })
}

/** The cards that lie whole in a part of the page. */
export function wholeCards({ cards }: TimelineLayout, part: Box): PlacedCard[] {
  return cards.filter(
    ({ x, y, w, h }) => x >= part.x && y >= part.y && x + w <= part.x + part.w && y + h <= part.y + part.h,
  )
}

function isWhole({ x, y, text, px, weight, anchor }: TextShape, part: Box): boolean {
  if (y - px < part.y || y + px / 3 > part.y + part.h) return false
  const width = textWidth(text, px, weight)
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return left >= part.x && left + width <= part.x + part.w
}

function drawStems(
  seen: readonly PlacedCard[],
  layout: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
): Shape[] {
  return seen.map((card) => ({
    type: 'path',
    d: stemPath(card, layout),
    stroke: theme.tints[cards.get(card.id)?.tint ?? 'unknown'].strong,
    strokeWidth: 1.4,
    strokeOpacity: 0.6,
  }))
}

function drawAxis(
  { axis }: TimelineLayout,
  theme: TimelineTheme,
  words: DrawingWords,
  whole: (text: TextShape) => boolean,
): Shape[] {
  const line = { type: 'line' as const, y1: 0, y2: 0, stroke: theme.ink, strokeWidth: 2.4 }
  const now = Math.min(Math.max(axis.nowX, axis.x0), axis.x1)
  return [
    { ...line, x1: axis.x0 - 8, x2: now },
    { ...line, x1: now + 6, x2: axis.x1, dash: [3, 6] },
    { ...line, x1: now, x2: now, y1: -11, y2: 11 },
    ...plated(text(now + 7, -11, 13, 'bold', theme.ink, words.now), theme.paper, whole),
  ]
}

function drawTicks({ axis }: TimelineLayout, theme: TimelineTheme): Shape[] {
  return axis.ticks.map(({ x, major }) => {
    const half = major ? 6 : 3.5
    return {
      type: 'line',
      x1: x,
      x2: x,
      y1: -half,
      y2: half,
      stroke: theme.ink,
      strokeWidth: major ? 1.4 : 1,
    }
  })
}

/** Labels stand to the right of their tick: most stems stand at the start of a year, and so cross no label. */
function drawTickLabels(
  { axis, bend }: TimelineLayout,
  theme: TimelineTheme,
  whole: (text: TextShape) => boolean,
): Shape[] {
  const top = bend.below.from - LABEL_H
  return axis.ticks
    .filter(({ major }) => major)
    .flatMap(({ x, label, age }) => [
      ...plated(text(x + 4, top + 13, 14, 'bold', theme.ink, label), theme.paper, whole),
      ...plated(text(x + 4, top + 28, 12, 'regular', theme.inkSoft, age), theme.paper, whole),
    ])
}

function drawDocks({ docks }: TimelineLayout, theme: TimelineTheme, words: DrawingWords, part: Box): Shape[] {
  const { strong, soft } = theme.tints.unknown
  return docks
    .filter(({ x, w }) => x + w > part.x && x < part.x + part.w)
    .flatMap(({ x, y, w, h }): Shape[] => [
      {
        type: 'rect',
        x,
        y,
        w,
        h,
        rx: 12,
        fill: soft,
        fillOpacity: 0.6,
        stroke: strong,
        strokeWidth: 1,
        dash: [2, 4],
      },
      // On a next sheet the name of the dock stands at its edge again.
      ...[text(Math.max(x, part.x) + DOCK_PAD, y + 20, 13, 'bold', strong, words.undated)].filter((label) =>
        isWhole(label, part),
      ),
    ])
}

/** The name of a side stands at its own place, or at the left of a part further on. */
function drawSides(
  { sideLabels }: TimelineLayout,
  theme: TimelineTheme,
  words: DrawingWords,
  part: Box,
): Shape[] {
  return sideLabels.flatMap(({ laneId, place, x, y }) => {
    const name = (words.sides.get(laneId) ?? '').toUpperCase()
    const fill = theme.tints[place === 'above' ? 'professional' : 'family'].strong
    const label = text(Math.max(x, part.x + 4), y, 14, 'bold', fill, name)
    return plated(label, theme.paper, (one) => isWhole(one, part))
  })
}

function text(
  x: number,
  y: number,
  px: number,
  weight: 'regular' | 'bold',
  fill: string,
  words: string,
): TextShape {
  return { type: 'text', x, y, px, weight, fill, text: words }
}
