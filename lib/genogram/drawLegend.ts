import { group, type Shape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'
import type { GenogramTheme } from './theme'

/** One sign and what it means. The sign lies in a box of `SIGN_W` × `SIGN_H`. */
export interface LegendEntry {
  key: string
  name: string
  shapes: readonly Shape[]
}

export const SIGN_W = 60
export const SIGN_H = 26

const PX = 13
const ROW_H = 32
const GAP = 22
const NAME_X = SIGN_W + 8

/** A legend in rows of at most `width`; how high it became. */
export function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
  theme: GenogramTheme,
): { shapes: Shape[]; h: number } {
  const widest = Math.max(0, ...entries.map(({ name }) => NAME_X + textWidth(name, PX, 'regular')))
  const columns = Math.max(1, Math.floor((width + GAP) / (widest + GAP)))
  const rows = Math.ceil(entries.length / columns)
  // Down the columns, so that what belongs together stands together.
  const shapes = entries.map(({ name, shapes }, i) =>
    group(Math.floor(i / rows) * (widest + GAP), (i % rows) * ROW_H, [
      ...shapes,
      {
        type: 'text',
        x: NAME_X,
        y: SIGN_H / 2 + 4.5,
        text: name,
        px: PX,
        weight: 'regular',
        fill: theme.ink,
      },
    ]),
  )
  return { shapes, h: rows * ROW_H }
}
