import type { Shape, TextShape } from '@/lib/drawing/shapes'
import { plated } from '@/lib/timeline/plate'
import type { StakesDrawing } from '../picture'
import type { Box, Sector, StakesGround } from '../types'
import { freeText, groundText } from './words'

type Rings = StakesGround & { form: 'rings' }

/** From the outer ring to the names of the sectors, and how far they go out to stand on nobody. */
const OUT = 20
const FURTHER = [0, 14, 28, 42, 56, 70, 84]
/** Where the lines between sectors begin. */
const INNER = 46

/** Rings around the middle, the sectors with their names, and what near and far are. `taken` are all symbols and words. */
export function drawRings(
  { radii, sectors }: Rings,
  taken: readonly Box[],
  { theme, words }: StakesDrawing,
): Shape[] {
  const outer = Math.max(0, ...radii)
  const [first = outer] = radii
  const sides = sectors.length < 2 ? [] : sectors.map(({ from }) => from)
  return [
    ...radii.map((r): Shape => ({ type: 'circle', cx: 0, cy: 0, r, stroke: theme.line, strokeWidth: 1.5 })),
    ...sides.map((angle): Shape => {
      const [from, to] = [at(angle, INNER), at(angle, outer)]
      const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
      return { type: 'line', ...ends, stroke: theme.line, strokeWidth: 1.5, dash: [2, 5], round: true }
    }),
    ...(
      [
        [first, words.drawn.rings.near],
        [outer, words.drawn.rings.far],
      ] as const
    ).flatMap(([radius, text]) =>
      plated(
        groundText(text, { x: 0, y: 4 - radius, anchor: 'middle' }, 'small', theme),
        theme.paper,
        () => true,
      ),
    ),
    ...sectors.map(({ sector, from, to }) => {
      const [one, ...more] = FURTHER.map((further) =>
        sectorName(sector, (from + to) / 2, outer + OUT + further, { theme, words }),
      )
      return freeText([one!, ...more], taken)
    }),
  ]
}

function sectorName(
  sector: Sector,
  angle: number,
  radius: number,
  { theme, words }: StakesDrawing,
): TextShape {
  const { x, y } = at(angle, radius)
  const anchor = Math.abs(x) < radius / 4 ? 'middle' : x > 0 ? 'start' : 'end'
  return groundText(words.drawn.sector[sector], { x, y: y + 5, anchor }, 'name', theme)
}

/** Clockwise from the top, in degrees. */
function at(angle: number, radius: number): { x: number; y: number } {
  const turned = (angle / 180) * Math.PI
  return { x: radius * Math.sin(turned), y: -radius * Math.cos(turned) }
}
