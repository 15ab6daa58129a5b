import type { Shape } from '@/lib/drawing/shapes'
import { svgShapes } from '@/lib/drawing/toSvg'
import { num } from '@/lib/drawing/xml'
import { hatch } from './hatch'
import { ON_AXIS_FROM, ON_AXIS_H, STEM_INSET, TRACK_H, trackY } from './metrics'
import type { TimelineTheme } from './theme'
import type { CardContent, PlacedMark } from './types'

/** How far an end that is not known reaches to its softest, as part of the bar. */
const SOFT = 0.3
const SOFT_MAX_PX = 40
/** A soft end loses height and colour in this many steps: a form, so that it is seen in grey print too. */
const STEPS = [
  { opacity: 0.8, height: 0.86 },
  { opacity: 0.6, height: 0.68 },
  { opacity: 0.4, height: 0.5 },
  { opacity: 0.22, height: 0.34 },
]

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** `drawMark` as SVG elements, for the canvas. */
export function paintMark(mark: PlacedMark, content: CardContent | undefined, theme: TimelineTheme): string {
  return svgShapes(drawMark(mark, content, theme))
}

/**
 * A date, drawn as sure as it is: a dot for a day, a bar as wide as the month or year, soft ends for what is
 * approximate or open, a dashed outline for what is in doubt, hatching for a gap. The card says it in words.
 */
export function drawMark(
  mark: PlacedMark,
  content: CardContent | undefined,
  theme: TimelineTheme,
): readonly Shape[] {
  const colour = theme.tints[content?.tint ?? 'unknown'].strong
  if (content?.kind === 'roundabout') return [roundaboutSign(mark, theme)]
  if (mark.form === 'dot') {
    const look = mark.uncertain
      ? { fill: theme.paper, stroke: colour, dash: [3, 2.5] as const }
      : { fill: colour, stroke: theme.paper }
    return [{ type: 'circle', cx: mark.x, cy: mark.baseY, r: 6, strokeWidth: 2, ...look }]
  }
  return drawBar(mark, colour, theme)
}

/** Where a bar lies, beside the line of its lane. */
function barBox(mark: PlacedMark): Box {
  const onAxis = mark.place === 'above' ? -ON_AXIS_FROM - ON_AXIS_H : ON_AXIS_FROM
  return {
    x: mark.x,
    y: mark.baseY + (mark.track === null ? onAxis : trackY(mark.track, mark.place)),
    w: mark.w,
    h: mark.track === null ? ON_AXIS_H : TRACK_H,
  }
}

function drawBar(mark: PlacedMark, colour: string, theme: TimelineTheme): Shape[] {
  const box = barBox(mark)
  if (mark.gap) {
    const grey = theme.tints.unknown.strong
    return [
      { type: 'rect', ...box, fill: theme.paper },
      { type: 'path', d: hatch(box, 5), stroke: grey, strokeWidth: 1 },
      { type: 'rect', ...box, stroke: grey, strokeWidth: 1, dash: [3, 3] },
    ]
  }
  const rx = Math.min(4, mark.w / 2)
  const softStart = mark.approximate || mark.openStart
  const softEnd = mark.approximate || mark.openEnd
  const soft = Math.min(SOFT * mark.w, SOFT_MAX_PX)
  const opacity = mark.uncertain ? 0.3 : 0.65
  const core = {
    ...box,
    x: box.x + (softStart ? soft : 0),
    w: box.w - (softStart ? soft : 0) - (softEnd ? soft : 0),
  }
  const coreRx = softStart || softEnd ? 0 : rx
  return [
    { type: 'rect', ...box, rx, fill: theme.paper },
    { type: 'rect', ...core, rx: coreRx, fill: colour, fillOpacity: opacity },
    ...(softStart ? softSteps(box, box.x + soft, -soft, colour, opacity) : []),
    ...(softEnd ? softSteps(box, box.x + box.w - soft, soft, colour, opacity) : []),
    ...(mark.uncertain
      ? [{ type: 'rect' as const, ...box, rx, stroke: colour, strokeWidth: 1.3, dash: [3, 2.5] as const }]
      : []),
    ...(mark.openEnd ? [arrow(box.x + box.w - 2, box.y + box.h / 2, 5, colour)] : []),
    ...(mark.openStart ? [arrow(box.x + 2, box.y + box.h / 2, -5, colour)] : []),
  ]
}

/** From the firm part at `from` to the end of what may be, `reach` further (to the left when negative). */
function softSteps(box: Box, from: number, reach: number, colour: string, opacity: number): Shape[] {
  const step = reach / STEPS.length
  return STEPS.map((one, i) => ({
    type: 'rect',
    x: Math.min(from + i * step, from + (i + 1) * step),
    y: box.y + (box.h * (1 - one.height)) / 2,
    w: Math.abs(step),
    h: box.h * one.height,
    fill: colour,
    fillOpacity: opacity * one.opacity,
  }))
}

/** "It goes on": an arrow says what the soft end says. */
function arrow(x: number, middle: number, to: number, colour: string): Shape {
  return {
    type: 'path',
    d: `M${num(x)} ${num(middle - 4)}L${num(x + to)} ${num(middle)}L${num(x)} ${num(middle + 4)}`,
    stroke: colour,
    strokeWidth: 2,
    round: true,
  }
}

/** The method's own sign, larger than a date because it is a choice. */
function roundaboutSign(mark: PlacedMark, theme: TimelineTheme): Shape {
  const cx = mark.x + (mark.form === 'dot' || mark.track !== null ? 0 : Math.min(mark.w / 2, STEM_INSET))
  return {
    type: 'circle',
    cx,
    cy: mark.baseY,
    r: 11,
    fill: theme.paper,
    stroke: theme.accent,
    strokeWidth: 5,
  }
}
