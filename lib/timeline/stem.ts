import { num } from '@/lib/drawing/xml'
import type { PlacedCard, TimelineLayout } from './types'

/** The line from its base line to a card as SVG path data in page units; "" for a card without a stem. */
export function stemPath(card: PlacedCard, layout: Pick<TimelineLayout, 'bend' | 'lanes'>): string {
  const { stemX, poleX, place, baseY } = card
  if (stemX === null || poleX === null) return ''
  const up = place === 'above' ? -1 : 1
  const end = place === 'above' ? card.y + card.h : card.y
  if (Math.abs(stemX - poleX) < 0.5) return `M${num(stemX)} ${num(baseY)}V${num(end)}`
  const bend = layout.lanes.find(({ id }) => id === card.laneId)?.bend ?? layout.bend[place]
  const from = baseY + bend.from * up
  const to = baseY + bend.to * up
  const mid = (from + to) / 2
  const curve = `C${num(stemX)} ${num(mid)} ${num(poleX)} ${num(mid)} ${num(poleX)} ${num(to)}`
  return `M${num(stemX)} ${num(baseY)}V${num(from)}${curve}V${num(end)}`
}
