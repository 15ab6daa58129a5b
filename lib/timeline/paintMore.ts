import type { Shape, TextShape } from '@/lib/drawing/shapes'
import { num } from '@/lib/drawing/xml'
import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import { plated } from './plate'
import type { TimelineTheme } from './theme'
import type { CardContent, DrawingWords, PlacedRoundabout, TimelineLayout } from './types'

type Whole = (text: TextShape) => boolean

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** How far the edge of an era that is not known for sure fades. */
const SOFT_EDGE = 48
const SOFT_STEPS = 4

/** Eras: a background behind everything, with its name at the top; soft where nobody knows how far it goes. */
export function drawEras(
  { eras }: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  part: Box,
  whole: Whole,
): Shape[] {
  return eras.flatMap((era): Shape[] => {
    const left = Math.max(era.x, part.x)
    const right = Math.min(era.x + era.w, part.x + part.w)
    if (right <= left) return []
    const content = cards.get(era.id)
    const { strong, soft } = theme.tints[content?.tint ?? 'unknown']
    const steps = Math.min(SOFT_EDGE, era.w / 3) / SOFT_STEPS
    const from = era.x + (era.softStart ? steps * SOFT_STEPS : 0)
    const to = era.x + era.w - (era.softEnd ? steps * SOFT_STEPS : 0)
    const band = (x: number, w: number, fillOpacity: number): Shape => ({
      type: 'rect',
      x,
      y: era.y,
      w,
      h: era.h,
      fill: soft,
      fillOpacity,
    })
    const fading = Array.from({ length: SOFT_STEPS }, (_, i) => 0.5 * (1 - (i + 1) / (SOFT_STEPS + 1)))
    const edge = (x: number): Shape => ({
      type: 'line',
      x1: x,
      x2: x,
      y1: era.y,
      y2: era.y + era.h,
      stroke: strong,
      strokeWidth: 0.8,
      dash: era.uncertain ? [3, 3] : undefined,
    })
    const name = [content?.title ?? '', content?.dateText ?? ''].filter((words) => words !== '').join(' · ')
    const line = wrapText(name, era.labelW, 12, 'bold', 1)[0] ?? ''
    const label: TextShape = {
      type: 'text',
      // On a next sheet the name stands at its edge again.
      x: Math.max(era.labelX, part.x + 6),
      y: era.labelY,
      px: 12,
      weight: 'bold',
      fill: strong,
      text: line,
    }
    const fits = line !== '' && whole(label) && label.x + textWidth(line, 12, 'bold') <= right
    return [
      band(from, to - from, 0.5),
      ...fading.flatMap((opacity, i) => [
        ...(era.softStart ? [band(from - (i + 1) * steps, steps, opacity)] : []),
        ...(era.softEnd ? [band(to + i * steps, steps, opacity)] : []),
      ]),
      ...(era.softStart ? [] : [edge(era.x)]),
      ...(era.softEnd ? [] : [edge(era.x + era.w)]),
      ...(fits ? [label] : []),
    ]
  })
}

/** Lanes further out than the axis: a hairline at their edge and a line of their own, on which their dates lie. */
export function drawLanes({ lanes, axis }: TimelineLayout, theme: TimelineTheme, part: Box): Shape[] {
  const line = { type: 'line' as const, x1: part.x, x2: part.x + part.w }
  return lanes.flatMap(({ y, h, place, baseY, collapsed }): Shape[] => {
    if (baseY === 0) return []
    const edge = place === 'above' ? y + h : y
    return [
      { ...line, y1: edge, y2: edge, stroke: theme.line, strokeWidth: 1 },
      {
        ...line,
        x1: axis.x0,
        x2: axis.x1,
        y1: baseY,
        y2: baseY,
        stroke: theme.inkSoft,
        strokeWidth: collapsed ? 1 : 1.4,
      },
    ]
  })
}

/** A stretch that is left out: the axis is interrupted by a double slash, and it says how long it was. */
export function drawBreaks(
  { breaks }: TimelineLayout,
  theme: TimelineTheme,
  words: DrawingWords,
  whole: Whole,
): Shape[] {
  return breaks.flatMap(({ x, years }): Shape[] => {
    const slash = (at: number): Shape => ({
      type: 'line',
      x1: at - 4,
      y1: 9,
      x2: at + 4,
      y2: -9,
      stroke: theme.ink,
      strokeWidth: 2,
    })
    const label: TextShape = {
      type: 'text',
      x,
      y: -16,
      px: 12,
      weight: 'regular',
      fill: theme.inkSoft,
      anchor: 'middle',
      text: words.emptyYears(years),
    }
    return [
      { type: 'rect', x: x - 5, y: -4, w: 10, h: 8, fill: theme.paper },
      slash(x - 5),
      slash(x + 5),
      ...plated(label, theme.paper, whole),
    ]
  })
}

/** How an exit is drawn: taken as a firm arrow, passed by dashed, unseen dotted; said in the legend too. */
export const EXIT_LINES = {
  taken: { strokeWidth: 2.6, dash: undefined },
  passed: { strokeWidth: 1.6, dash: [6, 4] },
  unseen: { strokeWidth: 1.6, dash: [1, 4] },
} as const

/** Roundabouts with their ways out. */
export function drawRoundabouts(
  { roundabouts }: TimelineLayout,
  theme: TimelineTheme,
  whole: Whole,
): Shape[] {
  return roundabouts.flatMap((one) => [
    ...one.exits.flatMap((exit) => drawExit(exit, theme, whole)),
    {
      type: 'circle' as const,
      cx: one.x,
      cy: one.y,
      r: one.r,
      fill: theme.paper,
      stroke: theme.accent,
      strokeWidth: 5,
    },
    { type: 'circle' as const, cx: one.x, cy: one.y, r: Math.max(1, one.r - 6), fill: theme.accent },
  ])
}

function drawExit(exit: PlacedRoundabout['exits'][number], theme: TimelineTheme, whole: Whole): Shape[] {
  const { strokeWidth, dash } = EXIT_LINES[exit.status]
  const stroke = exit.status === 'taken' ? theme.accent : theme.inkSoft
  const label: TextShape = {
    type: 'text',
    x: exit.labelX,
    y: exit.labelY,
    px: 12,
    weight: 'regular',
    fill: exit.status === 'taken' ? theme.accent : theme.inkSoft,
    anchor: exit.anchor,
    text: exit.label,
  }
  return [
    { type: 'path', d: exit.path, stroke, strokeWidth, dash, round: true },
    ...arrowHead(exit.path, stroke),
    ...plated(label, theme.paper, whole),
  ]
}

/** The head of an arrow at the end of path data, in the direction in which the path arrives there. */
export function arrowHead(path: string, colour: string): Shape[] {
  const ends = endOf(path)
  if (!ends) return []
  const { x, y, angle } = ends
  const at = (turn: number, far: number) =>
    `${num(x + Math.cos(angle + turn) * far)} ${num(y + Math.sin(angle + turn) * far)}`
  return [
    {
      type: 'path',
      d: `M${at(0, 3)}L${at(2.6, 8)}L${at(-2.6, 8)}Z`,
      fill: colour,
    },
  ]
}

/** Where path data of absolute commands ends and from which side it comes; null when it is too short to tell. */
function endOf(path: string): { x: number; y: number; angle: number } | null {
  const points: [number, number][] = []
  for (const [, command = '', args = ''] of path.matchAll(/([MLCQTSAHV])([^A-Za-z]*)/g)) {
    const n = [...args.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number)
    const [px, py] = points.at(-1) ?? [0, 0]
    if (command === 'H') points.push([n.at(-1) ?? px, py])
    else if (command === 'V') points.push([px, n.at(-1) ?? py])
    else if (command === 'A') points.push([n.at(-2) ?? px, n.at(-1) ?? py])
    else for (let i = 0; i + 1 < n.length; i += 2) points.push([n[i] ?? px, n[i + 1] ?? py])
  }
  const last = points.at(-1)
  const before = points.findLast(([x, y]) => last && Math.hypot(last[0] - x, last[1] - y) > 0.5)
  if (!last || !before) return null
  return { x: last[0], y: last[1], angle: Math.atan2(last[1] - before[1], last[0] - before[0]) }
}

/** Events that repeat each other: dashed arcs with a head, and what the loop is called. */
export function drawLoops({ loops }: TimelineLayout, theme: TimelineTheme, whole: Whole): Shape[] {
  return loops.flatMap(({ arcs, label, labelX, labelY }) => [
    ...arcs.flatMap((d): Shape[] => [
      { type: 'path', d, stroke: theme.accent, strokeWidth: 1.8, dash: [8, 3] },
      ...arrowHead(d, theme.accent),
    ]),
    ...plated(
      {
        type: 'text',
        x: labelX,
        y: labelY,
        px: 12,
        weight: 'regular',
        fill: theme.accent,
        text: label,
      },
      theme.paper,
      whole,
    ),
  ])
}

/** The sign of a loop, in a box of 16 × 16: an arrow that comes back to where it began. */
export function loopSign(colour: string): Shape {
  return {
    type: 'path',
    d: 'M13 5A5.6 5.6 0 1 0 13.6 8.8M13.4 1.6V5.4H9.6',
    stroke: colour,
    strokeWidth: 1.8,
    round: true,
  }
}

/** Events of a collapsed lane: a sign where each lies, or how many lie together. */
export function drawFolded(
  { folded }: TimelineLayout,
  cards: ReadonlyMap<string, CardContent>,
  theme: TimelineTheme,
  part: Box,
): Shape[] {
  return folded
    .filter(
      ({ x, y, w, h }) => x >= part.x && x + w <= part.x + part.w && y >= part.y && y + h <= part.y + part.h,
    )
    .flatMap(({ ids, x, y, w, h }): Shape[] => {
      const [first = ''] = ids
      const { strong } = theme.tints[cards.get(first)?.tint ?? 'unknown']
      const words = ids.length > 1 ? String(ids.length) : (cards.get(first)?.title ?? '')
      const fits = wrapText(words, w - 8, 12, 'bold', 1)[0] ?? ''
      return [
        {
          type: 'rect',
          x,
          y,
          w,
          h,
          rx: Math.min(6, h / 2),
          fill: theme.paper,
          stroke: strong,
          strokeWidth: 1,
        },
        {
          type: 'text',
          x: x + w / 2,
          y: y + h / 2 + 4,
          px: 12,
          weight: 'bold',
          fill: strong,
          anchor: 'middle',
          text: fits,
        },
      ]
    })
}
