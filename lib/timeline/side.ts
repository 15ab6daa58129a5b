import {
  BEND_H,
  CARD_H,
  CARD_W,
  LABEL_H,
  ROW_GAP,
  STEM_INSET,
  TRACK_FROM,
  TRACKS_KEPT,
  trackEdge,
} from './metrics'
import { marksOf, saidStart, type DatedEvent } from './marks'
import { packFlags } from './pack'
import { xOfDay } from './scale'
import type { PlacedCard, PlacedMark } from './types'

export type Place = 'above' | 'below'

/** One side of the axis, laid out. Distances are from the axis, outward. */
export interface LaidSide {
  cards: PlacedCard[]
  marks: PlacedMark[]
  /** Where stems leave the labels and tracks, and where row 0 begins. */
  bendFrom: number
  near: number
  /** Outer edge of the outermost row. */
  far: number
}

/** Lays out one side; `dated` in order of date. */
export function laySide(dated: readonly DatedEvent[], place: Place, pxPerYear: number): LaidSide {
  const marks = marksOf(dated, pxPerYear)
  const used = marks.reduce((most, mark) => Math.max(most, (mark.track ?? -1) + 1), 0)
  const bendFrom = trackRoom(used) + (place === 'below' ? LABEL_H : 0)
  const near = bendFrom + BEND_H
  const flags = dated.map(({ event, bounds }) => {
    const min = xOfDay(bounds.startDay, pxPerYear)
    const wish = xOfDay(saidStart(bounds), pxPerYear)
    // The stem of a period stands at its start; that of a moment anywhere in what was said.
    const max = bounds.kind === 'period' ? wish : xOfDay(bounds.endDay, pxPerYear)
    return { id: event.id, min, wish, max }
  })
  const cards = packFlags(flags).map(({ id, foot, pole, row }) => {
    const inner = near + row * (CARD_H + ROW_GAP)
    const y = place === 'above' ? -inner - CARD_H : inner
    return {
      id,
      x: pole - STEM_INSET,
      y,
      w: CARD_W,
      h: CARD_H,
      place,
      laneId: '',
      baseY: 0,
      stemX: foot,
      poleX: pole,
    }
  })
  const far = cards.reduce(
    (most, card) => Math.max(most, place === 'above' ? -card.y : card.y + card.h),
    near + CARD_H,
  )
  return { cards, marks, bendFrom, near, far }
}

/** Room beside the axis for tracks; some is always kept. */
function trackRoom(used: number): number {
  return trackEdge(Math.max(used, TRACKS_KEPT) - 1) + TRACK_FROM
}
