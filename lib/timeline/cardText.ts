import { textWidth } from '@/lib/text/widths'
import { wrapText } from '@/lib/text/wrap'
import { CARD_W } from './metrics'
import type { CardContent } from './types'

/** Type sizes and places on a card; y of baselines from the card's top. */
export const CARD_TEXT = {
  pad: 12,
  headH: 22,
  who: { px: 12, x: 29, y: 15.5 },
  title: { px: 14, y: 39, line: 16.5 },
  small: { px: 12, y: 71 },
} as const

/** Room of one sign in the head: a star, a turning point, a picture. */
const SIGN_W = 18

/** How many signs stand in the head of a card. */
export function signsOf({ crucial, turningPoint, hasPicture, reserved }: CardContent): number {
  return [crucial, turningPoint, hasPicture, reserved].filter(Boolean).length
}

/** The words of a card, broken into lines that fit. The canvas and the print show the same. */
export function cardText(content: CardContent): { who: string; title: string[]; small: string } {
  const { pad, who, title, small } = CARD_TEXT
  const signs = signsOf(content)
  const whoW = CARD_W - who.x - pad + 4 - signs * SIGN_W
  const width = CARD_W - 2 * pad
  const withDate = (kind: string) => [kind, content.dateText].filter((part) => part !== '').join(' · ')
  const both = withDate(content.kindText)
  const fits = (text: string) => textWidth(text, small.px, 'regular') <= width
  const short = content.kindShort === undefined ? [] : [withDate(content.kindShort)]
  // A date cut short would say something else; the kind is also told by its icon.
  const line = [both, ...short].find(fits) ?? (content.dateText || both)
  return {
    who: wrapText(content.who || content.teller, whoW, who.px, 'bold', 1)[0] ?? '',
    title: wrapText(content.title, width, title.px, 'bold', 2),
    small: wrapText(line, width, small.px, 'regular', 1)[0] ?? '',
  }
}
