import { group, type Shape } from '@/lib/drawing/shapes'
import { EventKind, type EventKindName } from '@/lib/case/schema'
import { textWidth } from '@/lib/text/widths'
import { LOCK, PICTURE, STAR, TURN } from './icons'
import { kindSign } from './paintCard'
import { drawMark } from './paintMark'
import { arrowHead, EXIT_LINES, loopSign } from './paintMore'
import type { TimelineTheme } from './theme'
import type { CardContent, PlacedMark, TimelineExit } from './types'

/** What a legend can explain besides the kinds of events, in its order. */
const SIGNS = [
  'crucial',
  'turningPoint',
  'picture',
  'reserved',
  'proposed',
  'day',
  'unit',
  'about',
  'doubt',
  'open',
  'gap',
  'taken',
  'passed',
  'unseen',
  'loop',
  'era',
  'break',
] as const
export type Sign = (typeof SIGNS)[number]

/** An entry of a legend: a kind of event, or a sign. */
export type LegendKey = { kind: EventKindName } | { sign: Sign }

/** What of a layout a legend looks at; of a line from top to bottom too. */
export interface Explained {
  cards: readonly { id: string }[]
  marks: readonly Pick<
    PlacedMark,
    'id' | 'form' | 'approximate' | 'uncertain' | 'openStart' | 'openEnd' | 'gap'
  >[]
  roundabouts: readonly { exits: readonly Pick<TimelineExit, 'status'>[] }[]
  loops: readonly unknown[]
  eras: readonly unknown[]
  breaks: readonly unknown[]
}

/** What is used in this drawing, and only that. */
export function legendOf(layout: Explained, cards: ReadonlyMap<string, CardContent>): LegendKey[] {
  const shown = layout.cards.flatMap(({ id }) => cards.get(id) ?? [])
  const kinds = EventKind.options.filter((kind) => shown.some((card) => card.kind === kind))
  const marks = layout.marks.filter(({ id }) => cards.get(id)?.kind !== 'roundabout')
  const exits = layout.roundabouts.flatMap((one) => one.exits)
  const used: Record<Sign, boolean> = {
    crucial: shown.some((card) => card.crucial),
    turningPoint: shown.some((card) => card.turningPoint),
    picture: shown.some((card) => card.hasPicture),
    reserved: shown.some((card) => card.reserved),
    proposed: shown.some((card) => card.proposed && card.kind !== 'dream'),
    day: marks.some((mark) => mark.form === 'dot'),
    unit: marks.some((mark) => mark.form === 'bar' && !mark.approximate && !mark.gap),
    about: marks.some((mark) => mark.approximate && !mark.gap),
    doubt: marks.some((mark) => mark.uncertain && !mark.gap),
    open: marks.some((mark) => (mark.openStart || mark.openEnd) && !mark.gap),
    gap: marks.some((mark) => mark.gap),
    taken: exits.some((exit) => exit.status === 'taken'),
    passed: exits.some((exit) => exit.status === 'passed'),
    unseen: exits.some((exit) => exit.status === 'unseen'),
    loop: layout.loops.length > 0,
    era: layout.eras.length > 0,
    break: layout.breaks.length > 0,
  }
  return [...kinds.map((kind) => ({ kind })), ...SIGNS.filter((sign) => used[sign]).map((sign) => ({ sign }))]
}

/** Sizes of a legend at scale 1. */
const ROW_H = 20
const SIGN_W = 34
const GAP = 18
const PX = 12

/** A legend in rows of at most `width`; how high it became. The names are words of ours, not of people. */
export function drawLegend(
  keys: readonly LegendKey[],
  nameOf: (key: LegendKey) => string,
  width: number,
  theme: TimelineTheme,
): { shapes: Shape[]; h: number } {
  const shapes: Shape[] = []
  let x = 0
  let y = 0
  for (const key of keys) {
    const name = nameOf(key)
    const w = SIGN_W + textWidth(name, PX, 'regular')
    if (x > 0 && x + w > width) {
      x = 0
      y += ROW_H
    }
    const label = { px: PX, weight: 'regular', fill: theme.ink, text: name } as const
    shapes.push(group(x, y, drawSign(key, theme)), { type: 'text', x: x + SIGN_W, y: y + 12.5, ...label })
    x += w + GAP
  }
  return { shapes, h: keys.length === 0 ? 0 : y + ROW_H }
}

/** A sign in a box of 28 × 16, drawn by what draws it on the line. */
function drawSign(key: LegendKey, theme: TimelineTheme): readonly Shape[] {
  if ('kind' in key) return [group(8, 1, [kindSign(key.kind, theme.tints.unknown.strong)], { scale: 0.85 })]
  const icon = (shape: Shape) => [group(8, 1, [shape], { scale: 0.85 })]
  const { unknown } = theme.tints
  switch (key.sign) {
    case 'crucial':
      return icon({ type: 'path', d: STAR, fill: theme.ink })
    case 'turningPoint':
      return icon({ type: 'path', d: TURN, stroke: theme.ink, strokeWidth: 2, round: true })
    case 'picture':
      return icon({ type: 'path', d: PICTURE, stroke: theme.ink, strokeWidth: 1.6, round: true })
    case 'reserved':
      return icon({ type: 'path', d: LOCK, stroke: theme.ink, strokeWidth: 1.6, round: true })
    case 'proposed':
      return [
        {
          type: 'rect',
          x: 2,
          y: 2,
          w: 25,
          h: 12,
          rx: 3,
          stroke: unknown.strong,
          strokeWidth: 1.3,
          dash: [5, 4],
        },
      ]
    case 'day':
      return drawMark({ ...MARK, form: 'dot', x: 14, baseY: 8 }, undefined, theme)
    case 'unit':
      return drawMark(MARK, undefined, theme)
    case 'about':
      return drawMark({ ...MARK, approximate: true }, undefined, theme)
    case 'doubt':
      return drawMark({ ...MARK, uncertain: true }, undefined, theme)
    case 'open':
      return drawMark({ ...MARK, openEnd: true }, undefined, theme)
    case 'gap':
      return drawMark({ ...MARK, gap: true }, undefined, theme)
    case 'taken':
    case 'passed':
    case 'unseen': {
      const colour = key.sign === 'taken' ? theme.accent : theme.inkSoft
      const d = 'M2 8L21 8'
      return [
        { type: 'path', d, stroke: colour, ...EXIT_LINES[key.sign], round: true },
        ...arrowHead(d, colour),
      ]
    }
    case 'loop':
      return icon(loopSign(theme.accent))
    case 'era': {
      const box = { x: 3, y: 0, w: 22, h: 16 }
      const edge = { type: 'line' as const, y1: 0, y2: 16, stroke: unknown.strong, strokeWidth: 0.8 }
      return [
        { type: 'rect', ...box, fill: unknown.soft },
        { ...edge, x1: 3, x2: 3 },
        { ...edge, x1: 25, x2: 25 },
      ]
    }
    case 'break': {
      const line = { type: 'line' as const, stroke: theme.ink, strokeWidth: 2 }
      return [
        { ...line, x1: 2, y1: 8, x2: 9, y2: 8 },
        { ...line, x1: 19, y1: 8, x2: 26, y2: 8 },
        { ...line, x1: 8, y1: 14, x2: 14, y2: 2 },
        { ...line, x1: 14, y1: 14, x2: 20, y2: 2 },
      ]
    }
  }
}

/** A month or a year as it lies on the line, in the box of a sign. */
const MARK: PlacedMark = {
  id: '',
  form: 'bar',
  x: 3,
  w: 22,
  track: null,
  place: 'below',
  laneId: '',
  baseY: 3,
  approximate: false,
  uncertain: false,
  openStart: false,
  openEnd: false,
  gap: false,
}
