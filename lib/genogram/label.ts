import type { FontWeight } from '@/lib/text/widths'
import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import type { PersonContent } from './types'

/** Room for the words under a symbol, in page units. */
const WIDEST = 120

const FONTS = {
  name: { fontPx: 14, linePx: 18, weight: 'bold', lines: 2 },
  role: { fontPx: 12, linePx: 15, weight: 'regular', lines: 1 },
  years: { fontPx: 11, linePx: 14, weight: 'regular', lines: 1 },
} as const

/** One line of the words under a symbol; `y` is its lower edge, counted from the top of the words. */
export interface LabelLine {
  part: keyof typeof FONTS
  text: string
  fontPx: number
  weight: FontWeight
  y: number
}

/** The words under a symbol in lines, and the room that they take. */
export interface Label {
  lines: LabelLine[]
  w: number
  h: number
}

/** Name, role and years as they stand under a symbol; what is empty takes no line. */
export function labelOf(content: Pick<PersonContent, 'name' | 'role' | 'years'>): Label {
  const lines: LabelLine[] = []
  let h = 0
  for (const part of ['name', 'role', 'years'] as const) {
    const { fontPx, linePx, weight, lines: most } = FONTS[part]
    for (const text of wrapText(content[part], WIDEST, fontPx, weight, most)) {
      h += linePx
      lines.push({ part, text, fontPx, weight, y: h })
    }
  }
  const w = Math.max(0, ...lines.map(({ text, fontPx, weight }) => textWidth(text, fontPx, weight)))
  return { lines, w: Math.ceil(w), h }
}
