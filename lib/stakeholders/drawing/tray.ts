import type { Shape } from '@/lib/drawing/shapes'
import type { StakesDrawing } from '../picture'
import type { Box } from '../types'
import { groundText } from './words'

/** Where those stand of whom the form does not know where they belong: a dashed frame with its name. */
export function drawTray({ x, y, w, h }: Box, { theme, words }: StakesDrawing): Shape[] {
  return [
    { type: 'rect', x, y, w, h, rx: 10, stroke: theme.line, strokeWidth: 1.5, dash: [6, 5] },
    groundText(words.drawn.tray, { x: x + 14, y: y + 22 }, 'small', theme),
  ]
}
