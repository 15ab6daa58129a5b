import { CARD_TEXT, cardText } from './cardText'
import { ICONS, STAR } from './icons'
import { escapeXml, num, tag } from './svg'
import type { TimelineTheme } from './theme'
import type { CardContent, PlacedCard } from './types'

const RADIUS = 9
const HEAD = CARD_TEXT.headH

/** One card with its words; its whole title is in <title> for who cannot see that it was cut. */
export function paintCard(card: PlacedCard, content: CardContent, theme: TimelineTheme): string {
  const dream = content.kind === 'dream'
  const { strong, soft } = dream
    ? { strong: theme.accent, soft: theme.accentSoft }
    : theme.tints[content.tint]
  const dashed = dream || content.proposed || content.kind === 'gap'
  const box = tag('rect', {
    width: card.w,
    height: card.h,
    rx: RADIUS,
    fill: dream ? soft : theme.surface,
    stroke: dashed ? strong : theme.line,
    'stroke-width': dashed ? 1.3 : 1,
    'stroke-dasharray': dashed ? '5 4' : undefined,
  })
  const head = dream
    ? ''
    : tag('path', {
        d: `M0.5 ${HEAD}V${RADIUS}A${RADIUS - 0.5} ${RADIUS - 0.5} 0 0 1 ${RADIUS} 0.5H${num(card.w - RADIUS)}A${RADIUS - 0.5} ${RADIUS - 0.5} 0 0 1 ${num(card.w - 0.5)} ${RADIUS}V${HEAD}Z`,
        fill: soft,
      })
  const inside = [
    `<title>${escapeXml([content.title, content.who, content.kindText, content.dateText].filter((part) => part !== '').join(' · '))}</title>`,
    box,
    head,
    paintIcon(content, strong),
    content.crucial
      ? tag('path', { d: STAR, fill: theme.ink, transform: `translate(${num(card.w - 24)} 4.5) scale(0.8)` })
      : '',
    paintWords(content, strong, theme),
  ]
  return tag('g', { transform: `translate(${num(card.x)} ${num(card.y)})` }, inside.join(''))
}

function paintIcon({ kind }: CardContent, colour: string): string {
  const { path, drawn } = ICONS[kind]
  const paint =
    drawn === 'fill'
      ? { fill: colour }
      : { fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linecap': 'round' }
  return tag('path', { d: path, ...paint, transform: 'translate(11 5) scale(0.8)' })
}

function paintWords(content: CardContent, colour: string, theme: TimelineTheme): string {
  const { pad, who, title, small } = CARD_TEXT
  const words = cardText(content)
  const line = (x: number, y: number, px: number, weight: number, fill: string, text: string) =>
    text === '' ? '' : tag('text', { x, y, 'font-size': px, 'font-weight': weight, fill }, escapeXml(text))
  return [
    line(who.x, who.y, who.px, 700, colour, words.who),
    ...words.title.map((text, i) => line(pad, title.y + i * title.line, title.px, 700, theme.ink, text)),
    line(pad, small.y, small.px, 400, theme.inkSoft, words.small),
  ].join('')
}
