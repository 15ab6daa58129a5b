import type { PlacedCluster } from './types'

/** An event as a point of its lane, with what its card takes across. */
export interface Spot {
  id: string
  x: number
  top: number
  bottom: number
}

/** From a stem to what its card takes at most, left and right of it. */
const PAD_LEFT = 40
const PAD_RIGHT = 190
/** A view of this height shows cards at a size that can be read on any screen. */
const MIN_SPAN_H = 460
/** A view is at most this high for its width, so that its width decides how near it comes. */
const SPAN_SHAPE = 0.6

/**
 * Clusters of the events of one lane, in cells of a fixed grid from x = 0, each with a cluster of `size` in it. `spots`
 * in order of x.
 */
export function inCells(
  spots: readonly Spot[],
  at: { laneId: string; place: 'above' | 'below'; y: number; size: number; gap: number; h?: number },
  baseY: number,
): PlacedCluster[] {
  const { laneId, place, y, size, gap } = at
  const pitch = size + gap
  const cells = new Map<number, Spot[]>()
  for (const spot of spots) {
    const cell = Math.floor(spot.x / pitch)
    const own = cells.get(cell)
    if (own) own.push(spot)
    else cells.set(cell, [spot])
  }
  return [...cells].map(([cell, own]) => {
    const middle = own.reduce((sum, { x }) => sum + x, 0) / own.length
    const left = cell * pitch
    const bounds = {
      from: Math.min(...own.map(({ x }) => x)) - PAD_LEFT,
      to: Math.max(...own.map(({ x }) => x)) + PAD_RIGHT,
      top: Math.min(baseY, ...own.map(({ top }) => top)),
      bottom: Math.max(baseY, ...own.map(({ bottom }) => bottom)),
    }
    return {
      id: own[0]?.id ?? '',
      laneId,
      place,
      ids: own.map(({ id }) => id),
      x: Math.min(Math.max(middle - size / 2, left), left + gap),
      y,
      w: size,
      h: at.h ?? size,
      span: clusterSpan({ ...bounds, place }),
    }
  })
}

/** What a click on a cluster brings into view: all of it, or of a high pile the part at the line. */
export function clusterSpan(box: {
  from: number
  to: number
  top: number
  bottom: number
  place: 'above' | 'below'
  /** For what is all in one place: no wider than this, so that a click on it shows cards. */
  maxW?: number
}): PlacedCluster['span'] {
  const w = Math.min(box.to - box.from, box.maxW ?? Infinity)
  const most = Math.max(MIN_SPAN_H, w * SPAN_SHAPE)
  const h = Math.min(Math.max(box.bottom - box.top, 1), most)
  return { x: box.from, y: box.place === 'above' ? box.bottom - h : box.top, w, h }
}
