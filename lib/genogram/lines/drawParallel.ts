import type { Point } from '@/lib/drawing/path'
import type { Shape } from '@/lib/drawing/shapes'
import type { GenogramTheme } from '../theme'
import { dashed, wayOfCubic } from './way'

/** The quiet link "Lijkt dit op elkaar?" along its way, in page units. */
export function drawParallel(
  cubic: { from: Point; c1: Point; c2: Point; to: Point },
  theme: GenogramTheme,
): Shape[] {
  const way = wayOfCubic(cubic)
  const end = ({ x, y }: Point): Shape => ({ type: 'circle', cx: x, cy: y, r: 3, fill: theme.accent })
  const d = dashed(way, [0.1, 6], 0, way.length)
  return [
    { type: 'path', d, stroke: theme.accent, strokeWidth: 2, round: true },
    end(cubic.from),
    end(cubic.to),
  ]
}
