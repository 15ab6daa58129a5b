import type { PlacedCard, TimelineLayout } from './types'

/** The line from the axis to a card as SVG path data in page units; "" for a card without a stem. */
export function stemPath(card: PlacedCard, bend: TimelineLayout['bend']): string {
  const { stemX, poleX, place } = card
  if (stemX === null || poleX === null) return ''
  const up = place === 'above' ? -1 : 1
  const end = place === 'above' ? card.y + card.h : card.y
  if (Math.abs(stemX - poleX) < 0.5) return `M${n(stemX)} 0V${n(end)}`
  const from = bend[place].from * up
  const to = bend[place].to * up
  const mid = (from + to) / 2
  return `M${n(stemX)} 0V${n(from)}C${n(stemX)} ${n(mid)} ${n(poleX)} ${n(mid)} ${n(poleX)} ${n(to)}V${n(end)}`
}

/** At most one decimal: short, and the same text on every machine. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
