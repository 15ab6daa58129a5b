import { polyline } from '@/lib/drawing/path'
import type { Shape } from '@/lib/drawing/shapes'
import type { GenogramTheme } from '@/lib/genogram/theme'
import { UNKNOWN_WIDTH } from '../layout/forces'
import type { Box, PlacedStake } from '../types'

/** How far the head reaches to both sides of the shaft, and its length. */
const HEAD_ASIDE = 4.5
const HEAD_LENGTH = 14
const DASH = [5, 4] as const

type Arrow = NonNullable<PlacedStake['arrow']>

export function arrowBox({ x1, x2, y, width }: Arrow): Box {
  const aside = width / 2 + HEAD_ASIDE
  return { x: Math.min(x1, x2), y: y - aside, w: Math.abs(x2 - x1), h: 2 * aside }
}

/**
 * Where somebody pulls, from their symbol towards the middle line: the thicker the stronger; thin and dashed while
 * nobody said how strong.
 */
export function drawArrow({ x1, x2, y, width }: Arrow, theme: Pick<GenogramTheme, 'inkSoft'>): Shape[] {
  const to = Math.sign(x2 - x1) || 1
  const neck = x2 - to * Math.min(HEAD_LENGTH, Math.abs(x2 - x1))
  const aside = width / 2 + HEAD_ASIDE
  if (width <= UNKNOWN_WIDTH) {
    const tip = polyline([
      { x: neck, y: y - aside },
      { x: x2, y },
      { x: neck, y: y + aside },
    ])
    const pen = { stroke: theme.inkSoft, strokeWidth: width }
    return [
      { type: 'line', x1, y1: y, x2, y2: y, ...pen, dash: DASH },
      { type: 'path', d: tip, ...pen },
    ]
  }
  const half = width / 2
  const outline = polyline(
    [
      { x: x1, y: y - half },
      { x: neck, y: y - half },
      { x: neck, y: y - aside },
      { x: x2, y },
      { x: neck, y: y + aside },
      { x: neck, y: y + half },
      { x: x1, y: y + half },
    ],
    true,
  )
  return [{ type: 'path', d: outline, fill: theme.inkSoft }]
}
