import type { Shape, TextShape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'

/**
 * A text on a plate of paper, so that a line behind it is interrupted and crosses no letter. Nothing when there
 * are no words, or when the text is not `whole` where it would stand.
 */
export function plated(text: TextShape, paper: string, whole: (text: TextShape) => boolean): Shape[] {
  if (text.text === '' || !whole(text)) return []
  const w = textWidth(text.text, text.px, text.weight)
  const left = text.anchor === 'end' ? text.x - w : text.anchor === 'middle' ? text.x - w / 2 : text.x
  const plate = { x: left - 2, y: text.y - text.px * 0.82, w: w + 4, h: text.px * 1.06 }
  return [{ type: 'rect', ...plate, rx: 2, fill: paper }, text]
}
