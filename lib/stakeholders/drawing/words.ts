import type { TextShape } from '@/lib/drawing/shapes'
import { overlap } from '@/lib/genogram/boxes'
import type { GenogramTheme } from '@/lib/genogram/theme'
import { textWidth } from '@/lib/text/widths'
import type { Box } from '../types'

const SIZES = { name: { px: 15, weight: 'bold' }, small: { px: 13, weight: 'regular' } } as const

type Place = Pick<TextShape, 'x' | 'y' | 'anchor'>

/** Words of the field itself: softer than those of who stands in it. `y` is the baseline. */
export function groundText(
  text: string,
  place: Place,
  size: keyof typeof SIZES,
  theme: Pick<GenogramTheme, 'inkSoft'>,
): TextShape {
  return { type: 'text', ...place, text, ...SIZES[size], fill: theme.inkSoft }
}

/** The box of one line of words. */
export function textBox({ text, x, y, px, weight, anchor }: TextShape): Box {
  const w = textWidth(text, px, weight)
  const left = anchor === 'end' ? x - w : anchor === 'middle' ? x - w / 2 : x
  return { x: left, y: y - px, w, h: px * 1.3 }
}

/** The first of the places where the words stand on nobody; the first of all when there is none. */
export function freeText(texts: readonly [TextShape, ...TextShape[]], taken: readonly Box[]): TextShape {
  return texts.find((text) => !taken.some((box) => overlap(box, textBox(text)))) ?? texts[0]
}
