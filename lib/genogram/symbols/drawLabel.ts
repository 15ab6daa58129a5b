import type { Shape } from '@/lib/drawing/shapes'
import { labelOf } from '../label'
import type { GenogramTheme } from '../theme'
import type { PersonContent } from '../types'

/** From the lower edge of a line of words to what its letters stand on. */
const DESCENT = 4

/** The words under a symbol around x = 0, their upper edge at `top`: the name, who they are, the years. */
export function drawLabel(content: PersonContent, top: number, theme: GenogramTheme): Shape[] {
  return labelOf(content).lines.map(({ text, fontPx, weight, y }) => ({
    type: 'text',
    x: 0,
    y: top + y - DESCENT,
    text,
    px: fontPx,
    weight,
    fill: weight === 'bold' ? theme.ink : theme.inkSoft,
    anchor: 'middle',
  }))
}
