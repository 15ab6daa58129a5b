import { polyline, type Point } from '@/lib/drawing/path'
import type { Shape } from '@/lib/drawing/shapes'
import type { GenogramTheme } from '../theme'
import type { PersonMark } from '../types'
import { clip, hatched, shrunk } from './clip'
import { edgePolygon, type Form } from './outline'

/**
 * Health and addiction inside a symbol (McGoldrick, Gerson and Petry 2008): the left half for an illness, the lower
 * half for addiction, three quarters for both; hatched when it is suspected, with an open core when it is over.
 */
export function drawMarks(marks: readonly PersonMark[], form: Form, theme: GenogramTheme): Shape[] {
  const edge = edgePolygon(form, 1)
  const left = clip(edge, 1, 0, 0)
  const lower = clip(edge, 0, -1, 0)
  return marks.flatMap(({ kind, state }): Shape[] => {
    const part: Point[] = kind === 'illness' ? left : lower
    const fill = theme.inkSoft
    if (state === 'suspected') {
      const edgeLine = { type: 'path', d: polyline(part, true), stroke: fill, strokeWidth: 0.8 } as const
      return [{ type: 'path', d: hatched(part, 4), stroke: fill, strokeWidth: 1.2 }, edgeLine]
    }
    const whole: Shape = { type: 'path', d: polyline(part, true), fill }
    if (state === 'present') return [whole]
    return [whole, { type: 'path', d: polyline(shrunk(part, 0.55), true), fill: theme.surface }]
  })
}
