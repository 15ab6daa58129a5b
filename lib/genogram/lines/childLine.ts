import { polyline } from '@/lib/drawing/path'
import type { Shape } from '@/lib/drawing/shapes'
import { plated } from '@/lib/timeline/plate'
import { paler, toneColour, type GenogramTheme } from '../theme'
import type { GenogramStyle, PlacedChildLine, PlacedMultiple } from '../types'
import { letterOf, type GenogramWords } from '../words'
import { withJumps } from './jumps'
import { childForm, parentageTypeOf } from './unionForms'
import { beside, dashed, placeAt, stretch, wayOfPoints, type Place } from './way'

const WIDTH = 2

/**
 * The line from a couple's bar to one child. `short` is how much of its end is left out for a wave of migration. A
 * line that held once is paler, with a stroke across. In page units.
 */
export function drawChildLine(
  line: PlacedChildLine,
  style: GenogramStyle,
  theme: GenogramTheme,
  words: GenogramWords,
  short = 0,
): Shape[] {
  const way = wayOfPoints(withJumps(line.points, line.jumps))
  const end = way.length - short
  if (end <= 0) return []
  const form = childForm(line.type, style.profile)
  const colour = toneColour(form.tone ?? 'plain', theme)
  const stroke = line.ended ? paler(colour, theme.paper) : colour
  const d = form.dash ? dashed(way, form.dash, 0, end) : polyline(stretch(way, 0, end))
  const shapes: Shape[] = [
    { type: 'path', d, stroke, strokeWidth: WIDTH, round: !form.dash || form.dash[0]! < 1 },
  ]
  if (form.beside) shapes.push({ type: 'path', d: dashed(way, [5, 4], 0, end, -5), stroke, strokeWidth: 1.8 })
  // Signs stand in the last piece, which is the child's own.
  const last = line.points.at(-2)
  const tip = line.points.at(-1)
  const own = last && tip ? Math.min(end, Math.hypot(tip.x - last.x, tip.y - last.y) - short) : end
  const at = placeAt(way, end - Math.max(own, 0) / 2)
  if (form.sign === 'box') {
    shapes.push({
      type: 'rect',
      x: at.x - 4.5,
      y: at.y - 4.5,
      w: 9,
      h: 9,
      fill: theme.paper,
      stroke,
      strokeWidth: 1.6,
    })
  }
  if (form.sign === 'word') {
    const text = letterOf(words.legend.short, parentageTypeOf(line.type))
    const label = {
      type: 'text',
      x: at.x,
      y: at.y + 4,
      text,
      px: 11,
      weight: 'bold',
      anchor: 'middle',
    } as const
    shapes.push(...plated({ ...label, fill: theme.ink }, theme.paper, () => true))
  }
  if (line.ended) shapes.push(endStroke(form.sign ? placeAt(way, end - 9) : at, stroke))
  return shapes
}

function endStroke(at: Place, stroke: string): Shape {
  const [from, to] = [beside(at, 4, 7), beside(at, -4, -7)]
  return { type: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke, strokeWidth: WIDTH }
}

/** Children of one pregnancy: a bar between their lines when they are identical, "?" when nobody knows. */
export function drawMultiple({ bar, identical }: PlacedMultiple, theme: GenogramTheme): Shape[] {
  if (identical === false) return []
  if (identical) {
    return [
      { type: 'line', x1: bar.x1, x2: bar.x2, y1: bar.y, y2: bar.y, stroke: theme.ink, strokeWidth: WIDTH },
    ]
  }
  const x = (bar.x1 + bar.x2) / 2
  const text = { type: 'text', x, y: bar.y + 6, text: '?', px: 13, weight: 'bold', anchor: 'middle' } as const
  return [{ ...text, fill: theme.ink }]
}
