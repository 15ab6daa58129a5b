import { CARD_GAP, CARD_H, CARD_W, DOCK_PAD, DOCK_TITLE_H, ROW_GAP } from './metrics'
import type { PlacedCard, TimelineLayout } from './types'

type Dock = TimelineLayout['docks'][number]

const MAX_COLUMNS = 4
/** On paper, which is wide and low. */
const PAPER_COLUMNS = 6

/**
 * Puts undated events in a grid with its title above it: left to right, then down, in the order given.
 * `right` is the dock's right edge, `near` the distance from the axis to its nearest edge, on the lane's side. Null
 * without events.
 */
export function dockOf(
  ids: readonly string[],
  { id: laneId, place }: { id: string; place: 'above' | 'below' },
  right: number,
  near: number,
  low = false,
): { dock: Dock; cards: PlacedCard[] } | null {
  if (ids.length === 0) return null
  const columns = low
    ? Math.min(PAPER_COLUMNS, ids.length)
    : Math.min(MAX_COLUMNS, Math.ceil(Math.sqrt(ids.length / 2)))
  const rows = Math.ceil(ids.length / columns)
  const w = columns * (CARD_W + CARD_GAP) - CARD_GAP + 2 * DOCK_PAD
  const h = DOCK_TITLE_H + rows * (CARD_H + ROW_GAP) - ROW_GAP + DOCK_PAD
  const x = right - w
  const y = place === 'above' ? -near - h : near
  const cards = ids.map((id, i) => ({
    id,
    x: x + DOCK_PAD + (i % columns) * (CARD_W + CARD_GAP),
    y: y + DOCK_TITLE_H + Math.floor(i / columns) * (CARD_H + ROW_GAP),
    w: CARD_W,
    h: CARD_H,
    place,
    laneId,
    baseY: 0,
    stemX: null,
    poleX: null,
  }))
  return { dock: { laneId, place, x, y, w, h, ids: [...ids] }, cards }
}
