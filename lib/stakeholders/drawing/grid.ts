import { polyline } from '@/lib/drawing/path'
import type { Shape, TextShape } from '@/lib/drawing/shapes'
import type { StakesDrawing } from '../picture'
import type { Box, StakesGround } from '../types'
import { freeText, groundText } from './words'

/** From the edges of a quadrant to its name. */
const INSIDE = 14
const LINE = 15
/** From the field to the names of its axes. */
const OUTSIDE = 12
/** How far the axes reach beyond the field, and the size of their heads. */
const HEAD = 7

/** A square of four quadrants with their names, interest across and influence upwards. */
export function drawGrid(
  { size }: StakesGround & { form: 'grid' },
  taken: readonly Box[],
  { theme, words }: StakesDrawing,
): Shape[] {
  const half = size / 2
  const { more, less, quadrant } = words.drawn.grid
  const pen = { stroke: theme.inkSoft, strokeWidth: 1.5 } as const
  const head = (points: readonly [number, number][]): Shape => ({
    type: 'path',
    d: polyline(points.map(([x, y]) => ({ x, y }))),
    ...pen,
    round: true,
  })
  const name = (text: string, x: -1 | 1, y: -1 | 1): TextShape => {
    const at = (side: -1 | 1, upper: boolean): TextShape => {
      // The outer corner is at the side of the quadrant, the inner one beside the middle line.
      const edge = side === x ? x * (half - INSIDE) : x * INSIDE
      const top = y < 0 ? -half : 0
      return groundText(
        text,
        {
          x: edge,
          y: upper ? top + INSIDE + LINE - 3 : top + half - INSIDE,
          anchor: side > 0 ? 'end' : 'start',
        },
        'name',
        theme,
      )
    }
    const [outer, inner] = [x, -x as -1 | 1]
    const far = y < 0
    return freeText([at(outer, far), at(inner, far), at(outer, !far), at(inner, !far)], taken)
  }
  return [
    { type: 'rect', x: -half, y: -half, w: size, h: size, rx: 6, stroke: theme.line, strokeWidth: 1.5 },
    { type: 'line', x1: -half, y1: 0, x2: half, y2: 0, ...pen },
    { type: 'line', x1: 0, y1: half, x2: 0, y2: -half, ...pen },
    head([
      [half - HEAD, -HEAD],
      [half, 0],
      [half - HEAD, HEAD],
    ]),
    head([
      [-HEAD, HEAD - half],
      [0, -half],
      [HEAD, HEAD - half],
    ]),
    groundText(more.influence, { x: 0, y: -half - OUTSIDE, anchor: 'middle' }, 'small', theme),
    groundText(less.influence, { x: 0, y: half + OUTSIDE + 10, anchor: 'middle' }, 'small', theme),
    groundText(more.interest, { x: half + OUTSIDE, y: 5 }, 'small', theme),
    groundText(less.interest, { x: -half - OUTSIDE, y: 5, anchor: 'end' }, 'small', theme),
    name(quadrant.influence, -1, -1),
    name(quadrant.both, 1, -1),
    name(quadrant.neither, -1, 1),
    name(quadrant.interest, 1, 1),
  ]
}
