import { SIGN_H, SIGN_W, type LegendEntry } from '@/lib/genogram/drawLegend'
import { legendOf } from '@/lib/genogram/legend'
import { drawArrow } from './drawing/arrow'
import { UNKNOWN_WIDTH } from './layout/forces'
import { asGenogram, type StakesDrawing, type StakesPicture } from './picture'

/** What is used in this picture, and only that: symbols and lines as in the geno-sociogram, then the arrows. */
export function stakesLegend(picture: StakesPicture, { theme, words }: StakesDrawing): LegendEntry[] {
  const { layout, people, relations, tracks, style } = picture
  const shown = { layout: asGenogram(layout), people, relations, tracks, ...NO_FAMILY }
  const widths = layout.stakes.flatMap(({ arrow }) => (arrow ? [arrow.width] : []))
  const sign = (width: number) => drawArrow({ x1: 6, x2: SIGN_W - 6, y: SIGN_H / 2, width }, theme)
  const { force, unknownForce } = words.drawn.legend
  const known = widths.some((width) => width > UNKNOWN_WIDTH)
  return [
    ...legendOf(shown, { style, theme, words: words.genogram }),
    ...(known ? [{ key: 'force', name: force, shapes: sign(8) }] : []),
    ...(widths.includes(UNKNOWN_WIDTH)
      ? [{ key: 'unknown-force', name: unknownForce, shapes: sign(UNKNOWN_WIDTH) }]
      : []),
  ]
}

const NO_FAMILY = { unions: new Map<string, never>(), households: [], outlines: [], parallels: [] }
