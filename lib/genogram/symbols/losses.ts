import { circlePath, polyline } from '@/lib/drawing/path'
import type { Shape, TextShape } from '@/lib/drawing/shapes'
import type { GenogramStyle, PersonContent } from '../types'
import { edgePath, formOf, H } from './outline'

/**
 * Who is not born yet, and who was lost before or at birth. They take a whole place in the row, so the line from the
 * parents goes on to the small sign in the middle of it. `stillborn` are the letters below who was born dead: a small
 * crossed symbol alone is read as somebody who died later.
 */
export function drawUnborn(
  content: PersonContent,
  profile: GenogramStyle['profile'],
  colours: { stroke: string; fill: string; line: string },
  stillborn: string,
): Shape[] {
  const { stroke, fill, line } = colours
  const pen = { stroke, strokeWidth: 2 } as const
  const stem = (to: number): Shape => ({
    type: 'line',
    x1: 0,
    y1: -H,
    x2: 0,
    y2: to,
    stroke: line,
    strokeWidth: 2,
  })
  const cross = (h: number, strokeWidth = 2): Shape => ({
    type: 'path',
    d: `M${-h} ${-h}L${h} ${h}M${h} ${-h}L${-h} ${h}`,
    stroke,
    strokeWidth,
    round: true,
  })
  if (content.kind === 'pregnancy') return [stem(-14), triangle(14, { ...pen, fill })]
  if (content.kind === 'stillbirth') {
    const form = formOf(content)
    return [
      stem(-10),
      { type: 'path', d: edgePath(form, 0, 0.5), ...pen, fill },
      cross(10),
      letters(stillborn, line),
    ]
  }
  if (profile === 'mcgoldrick') {
    if (content.kind === 'miscarriage')
      return [stem(-5), { type: 'path', d: circlePath(0, 0, 5.5), fill: stroke }]
    return [stem(0), cross(6)]
  }
  const bar: Shape = { type: 'line', x1: -12, y1: 2, x2: 12, y2: 2, ...pen }
  return [
    stem(-10),
    triangle(10, { ...pen, fill }),
    cross(8, 1.6),
    ...(content.kind === 'abortion' ? [bar] : []),
  ]
}

/** Below a sign of half the size, and still within the place of a whole one. */
function letters(text: string, fill: string): TextShape {
  return { type: 'text', x: 0, y: H + 1, text, px: 11, weight: 'bold', fill, anchor: 'middle' }
}

function triangle(h: number, paint: { stroke: string; strokeWidth: number; fill: string }): Shape {
  const d = polyline(
    [
      { x: 0, y: -h },
      { x: h, y: h },
      { x: -h, y: h },
    ],
    true,
  )
  return { type: 'path', d, ...paint }
}
