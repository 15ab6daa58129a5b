import type { Shape } from '@/lib/drawing/shapes'
import { hatch } from './hatch'
import type { TimelineTheme } from './theme'
import type { CardContent } from './types'
import type { PlacedVerticalMark } from './verticalTypes'

/** How far an end that is not known is soft, as part of the bar, and at most. */
const SOFT = 0.3
const SOFT_MAX = 40
const STEPS = [0.8, 0.6, 0.4, 0.22]

/** A date along a line from top to bottom, drawn as sure as it is: as `drawMark`, turned. */
export function drawVerticalMark(
  mark: PlacedVerticalMark,
  content: CardContent | undefined,
  theme: TimelineTheme,
): Shape[] {
  const colour = theme.tints[content?.tint ?? 'unknown'].strong
  if (content?.kind === 'roundabout')
    return [roundabout(mark, theme), ...(mark.h > 0 ? bar(mark, theme.accent, theme) : [])]
  if (mark.form === 'bar') return bar(mark, colour, theme)
  const look = mark.uncertain
    ? { fill: theme.paper, stroke: colour, dash: [3, 2.5] as const }
    : { fill: colour, stroke: theme.paper }
  return [{ type: 'circle', cx: mark.x, cy: mark.y, r: 5, strokeWidth: 2, ...look }]
}

function roundabout({ x, y, w, form, side }: PlacedVerticalMark, theme: TimelineTheme): Shape {
  // A bar lies beside the line; the sign itself on it.
  const cx = form === 'dot' ? x : side === 'left' ? x + w + 4 : x - 4
  return { type: 'circle', cx, cy: y, r: 8, fill: theme.paper, stroke: theme.accent, strokeWidth: 4 }
}

function bar(mark: PlacedVerticalMark, colour: string, theme: TimelineTheme): Shape[] {
  const box = { x: mark.x, y: mark.y, w: mark.w, h: mark.h }
  if (mark.gap) {
    const grey = theme.tints.unknown.strong
    return [
      { type: 'rect', ...box, fill: theme.paper },
      { type: 'path', d: hatch(box, 4), stroke: grey, strokeWidth: 1 },
      { type: 'rect', ...box, stroke: grey, strokeWidth: 1, dash: [3, 3] },
    ]
  }
  const opacity = mark.uncertain ? 0.3 : 0.65
  const soft = Math.min(SOFT * mark.h, SOFT_MAX)
  const [before, after] = [mark.approximate || mark.openStart, mark.approximate || mark.openEnd].map((is) =>
    is ? soft : 0,
  )
  const [start = 0, end = 0] = [before, after]
  const fade = (from: number, reach: number): Shape[] =>
    STEPS.map((part, i) => ({
      type: 'rect',
      x: mark.x,
      y: Math.min(from + (i * reach) / STEPS.length, from + ((i + 1) * reach) / STEPS.length),
      w: mark.w,
      h: Math.abs(reach) / STEPS.length,
      fill: colour,
      fillOpacity: opacity * part,
    }))
  return [
    { type: 'rect', ...box, rx: 2, fill: theme.paper },
    { type: 'rect', ...box, y: mark.y + start, h: mark.h - start - end, fill: colour, fillOpacity: opacity },
    ...(start > 0 ? fade(mark.y + start, -start) : []),
    ...(end > 0 ? fade(mark.y + mark.h - end, end) : []),
    ...(mark.uncertain
      ? [{ type: 'rect' as const, ...box, rx: 2, stroke: colour, strokeWidth: 1.2, dash: [3, 2.5] as const }]
      : []),
  ]
}
