import { group, type Group, type Shape } from '@/lib/drawing/shapes'
import { num } from '@/lib/drawing/xml'
import { wrapText } from '@/lib/text/wrap'
import { CARD_TEXT, cardText, signsOf } from './cardText'
import { ICONS, LOCK, PICTURE, STAR, TURN } from './icons'
import type { TimelineTheme } from './theme'
import type { CardContent, PlacedCard } from './types'

const RADIUS = 9
const HEAD = CARD_TEXT.headH
/** From one sign in the head of a card to the next. */
const SIGN_W = 18

/** One card with its words; all that it says is its title, for who cannot see that it was cut. */
export function drawCard(card: PlacedCard, content: CardContent, theme: TimelineTheme): Group {
  const words = cardText(content)
  const shapes = [...cardFrame(card, content, theme, words.who), ...drawWords(words, theme)]
  const said = [content.title, content.who, content.kindText, content.dateText]
  return group(card.x, card.y, shapes, { title: said.filter((part) => part !== '').join(' · ') })
}

/** A card without its words: edge, head, signs, and in the head who it is about. */
export function cardFrame(
  card: { w: number; h: number },
  content: CardContent,
  theme: TimelineTheme,
  who = headWho(card.w, content),
): Shape[] {
  const dream = content.kind === 'dream'
  const { strong, soft } = dream
    ? { strong: theme.accent, soft: theme.accentSoft }
    : theme.tints[content.tint]
  const dashed = dream || content.proposed || content.kind === 'gap'
  const r = RADIUS - 0.5
  const shapes: Shape[] = [
    {
      type: 'rect',
      x: 0,
      y: 0,
      w: card.w,
      h: card.h,
      rx: RADIUS,
      fill: dream ? soft : theme.surface,
    },
    ...(dream
      ? []
      : [
          {
            type: 'path' as const,
            d: `M0.5 ${HEAD}V${RADIUS}A${r} ${r} 0 0 1 ${RADIUS} 0.5H${num(card.w - RADIUS)}A${r} ${r} 0 0 1 ${num(card.w - 0.5)} ${RADIUS}V${HEAD}Z`,
            fill: soft,
          },
        ]),
    // Above the head, so that the edge is whole.
    {
      type: 'rect',
      x: 0,
      y: 0,
      w: card.w,
      h: card.h,
      rx: RADIUS,
      stroke: dashed ? strong : theme.line,
      strokeWidth: dashed ? 1.3 : 1,
      dash: dashed ? [5, 4] : undefined,
    },
    drawIcon(content, strong),
    ...drawSigns(card.w, content, theme),
  ]
  const { px, x, y } = CARD_TEXT.who
  if (who !== '') shapes.push({ type: 'text', x, y, px, weight: 'bold', fill: strong, text: who })
  return shapes
}

/** Who it is about, as far as that fits in the head of a card of this width. */
export function headWho(width: number, content: CardContent): string {
  const { who, teller } = content
  const signs = signsOf(content)
  const { x, px } = CARD_TEXT.who
  return wrapText(who || teller, width - x - CARD_TEXT.pad - signs * SIGN_W, px, 'bold', 1)[0] ?? ''
}

/** The sign of a kind of event, in a box of 16 × 16. */
export function kindSign(kind: CardContent['kind'], colour: string): Shape {
  const { path, drawn } = ICONS[kind]
  return drawn === 'fill'
    ? { type: 'path', d: path, fill: colour }
    : { type: 'path', d: path, stroke: colour, strokeWidth: 2, round: true }
}

function drawIcon({ kind }: CardContent, colour: string): Shape {
  return group(11, 5, [kindSign(kind, colour)], { scale: 0.8 })
}

/** Very important, a turning point, a picture with it, not for everybody: at the right of the head, from right to left. */
function drawSigns(width: number, content: CardContent, theme: TimelineTheme): Shape[] {
  const signs: Shape[] = []
  if (content.crucial) signs.push({ type: 'path', d: STAR, fill: theme.ink })
  if (content.turningPoint)
    signs.push({ type: 'path', d: TURN, stroke: theme.ink, strokeWidth: 2, round: true })
  if (content.hasPicture)
    signs.push({ type: 'path', d: PICTURE, stroke: theme.ink, strokeWidth: 1.6, round: true })
  if (content.reserved)
    signs.push({ type: 'path', d: LOCK, stroke: theme.ink, strokeWidth: 1.6, round: true })
  return signs.map((sign, i) => group(width - 24 - i * SIGN_W, 4.5, [sign], { scale: 0.8 }))
}

function drawWords(words: ReturnType<typeof cardText>, theme: TimelineTheme): Shape[] {
  const { pad, title, small } = CARD_TEXT
  const line = (
    x: number,
    y: number,
    px: number,
    weight: 'regular' | 'bold',
    fill: string,
    text: string,
  ) => ({
    type: 'text' as const,
    x,
    y,
    px,
    weight,
    fill,
    text,
  })
  return [
    ...words.title.map((text, i) => line(pad, title.y + i * title.line, title.px, 'bold', theme.ink, text)),
    line(pad, small.y, small.px, 'regular', theme.inkSoft, words.small),
  ].filter(({ text }) => text !== '')
}
