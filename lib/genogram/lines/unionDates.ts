import type { TextShape } from '@/lib/drawing/shapes'
import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import type { Box } from '../boxes'
import {
  SYMBOL,
  type GenogramLayout,
  type GenogramStyle,
  type PlacedUnion,
  type UnionContent,
} from '../types'
import { SLASHES, unionForm } from './unionForms'
import { isFlat } from './unionPoints'

const DATE_PX = 11
const DATE_H = 13
/** Above a symbol the sign of the dead can stand, and words that are as high keep off it. */
const CROSS_H = 26
/** A row is never narrower: partners whose middles are 120 apart leave this much between their parents' lines. */
const LEAST = 96

/**
 * "getrouwd 1998 · gescheiden 2013": above the line of a couple who stand beside each other, else below it,
 * beside the line to the children.
 */
export function unionDates(
  union: PlacedUnion,
  content: UnionContent,
  profile: GenogramStyle['profile'],
  fill: string,
): TextShape[] {
  const { line, drop } = union
  if (!line || content.label === '') return []
  const [left, right] = [Math.min(line.x1, line.x2), Math.max(line.x1, line.x2)]
  const room = right - left - 16
  const rows = rowsOf(content.label, room)
  const above = isFlat(union)
  const wide = rows.some((row) => textWidth(row, DATE_PX, 'regular') > room)
  // Signs and strokes stand up from the line; what is wider than the line stands above the symbols.
  const { sign } = unionForm(content.base, profile)
  const stands = sign === 'house' || content.reconciled || SLASHES.has(content.ending ?? '')
  const lift = wide ? SYMBOL / 2 + CROSS_H : stands ? 12 : 7
  const [x, anchor] =
    above || !drop ? [(left + right) / 2, 'middle' as const] : [drop.x + 6, 'start' as const]
  return rows.map((text, i) => {
    const y = above ? line.y - lift - (rows.length - 1 - i) * DATE_H : line.y + 16 + i * DATE_H
    return { type: 'text', x, y, text, px: DATE_PX, weight: 'regular', fill, anchor }
  })
}

/** The room of the dates of all couples, for words of other lines and of households to keep off. */
export function boxesOfDates(
  layout: GenogramLayout,
  unions: ReadonlyMap<string, UnionContent>,
  profile: GenogramStyle['profile'],
): Box[] {
  return layout.unions.flatMap((union) => {
    const content = unions.get(union.id)
    if (!content) return []
    return unionDates(union, content, profile, '').map(({ x, y, text, anchor }) => {
      const w = textWidth(text, DATE_PX, 'regular')
      return { x: anchor === 'middle' ? x - w / 2 : x, y: y - DATE_PX, w, h: DATE_H + 1 }
    })
  })
}

/** As many of its parts in a row as fit in a width; a part that is wider itself is broken between words. */
function rowsOf(label: string, width: number): string[] {
  const rows: string[] = []
  for (const part of label.split(' · ')) {
    const longer = rows.length === 0 ? part : `${rows.at(-1)} · ${part}`
    if (textWidth(longer, DATE_PX, 'regular') <= width) rows[Math.max(0, rows.length - 1)] = longer
    else rows.push(...wrapText(part, Math.max(width, LEAST), DATE_PX, 'regular', 3))
  }
  return rows
}
