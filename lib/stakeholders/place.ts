import { byText } from '@/lib/genogram/byText'
import { LABEL_TOP, symbolSize } from '@/lib/genogram/layout/sizes'
import { SYMBOL } from '@/lib/genogram/types'
import type { Box, PlacedStake, Stakeholder } from './types'

/** Air between one symbol with its words and the next. */
const GAP = 10

/** Half the height of a symbol, room of the cross above it, and the words of four lines: the most that anybody takes. */
export const ROOM_ABOVE = SYMBOL / 2 + 14
export const ROOM_BELOW = SYMBOL / 2 + LABEL_TOP + 65
/** Half of the widest words. */
export const ROOM_ASIDE = 60

type Labelled = Pick<Stakeholder, 'id' | 'subject' | 'type' | 'labelW' | 'labelH'>

/** A symbol at a place. Organisations are boxes, wider and lower than people, as in the geno-sociogram. */
export function placedAt(
  { id, subject, type, labelW, labelH }: Labelled,
  x: number,
  y: number,
  more: Pick<PlacedStake, 'unplaced' | 'arrow'> = { unplaced: false, arrow: null },
): PlacedStake {
  const { w, h } = symbolSize({ type })
  return { id, subject, x, y, w, h, labelY: y + h / 2 + LABEL_TOP, labelW, labelH, ...more }
}

/** One box around a symbol and its words. */
export function footprint({ x, y, w, h, labelY, labelW, labelH }: PlacedStake): Box {
  const wide = Math.max(w, labelW)
  const bottom = labelH > 0 ? Math.max(y + h / 2, labelY + labelH) : y + h / 2
  return { x: x - wide / 2, y: y - h / 2, w: wide, h: bottom - (y - h / 2) }
}

/** Room of somebody with their words around their middle, with air to the next one. */
export interface Room {
  left: number
  right: number
  up: number
  down: number
}

export function roomOf(who: Labelled): Room {
  const { x, y, w, h } = footprint(placedAt(who, 0, 0))
  return { left: GAP - x, right: x + w + GAP, up: GAP - y, down: y + h + GAP }
}

/** How much of the page somebody takes at least. */
export function areaOf({ left, right, up, down }: Room): number {
  return (left + right - GAP) * (up + down - GAP)
}

/** Whether somebody at (x, y) keeps off all others. It is asked thousands of times for a full field. */
export function isFree(
  { left, right, up, down }: Room,
  x: number,
  y: number,
  taken: readonly Box[],
): boolean {
  for (const box of taken) {
    if (x - left < box.x + box.w && x + right > box.x && y - up < box.y + box.h && y + down > box.y)
      return false
  }
  return true
}

/** In the stored order, then by id: the order in which everybody is given a place. */
export function byOrder(a: Stakeholder, b: Stakeholder): number {
  return byText(a.order, b.order) || byText(a.id, b.id)
}

export const clamped = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
