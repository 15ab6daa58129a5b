import { polyline } from '@/lib/drawing/path'
import type { Shape } from '@/lib/drawing/shapes'
import type { GenogramTheme } from '../theme'
import type { PlacedUnion, UnionContent } from '../types'
import { acrossOf, isFlat, unionPoints } from './unionPoints'
import { beside, placeAt, wayOfPoints } from './way'

/** From the right end of the line to the sign. */
const FROM_END = 5
/** Half the height of the closing bar: it stands out from the three lines of a related couple that is not married. */
const HALF = 7.5

/**
 * Whether a couple will have (more) children, at the right end of their line: a bar that closes it, or "…" beside it.
 * The dots keep off the side where the dates stand.
 */
export function drawMoreChildren(
  union: PlacedUnion,
  { moreChildren }: Pick<UnionContent, 'moreChildren'>,
  theme: GenogramTheme,
): Shape[] {
  if (moreChildren === null) return []
  const at = placeAt(wayOfPoints(unionPoints(union)), acrossOf(union).to - FROM_END)
  if (moreChildren === 'no') {
    const d = polyline([beside(at, 0, HALF), beside(at, 0, -HALF)])
    return [{ type: 'path', d, stroke: theme.ink, strokeWidth: 2 }]
  }
  const left = isFlat(union) ? -9 : 9
  return [0, 1, 2].map((i) => {
    const { x, y } = beside(at, i * -5.5, left)
    return { type: 'circle', cx: x, cy: y, r: 1.7, fill: theme.ink }
  })
}
