import { marksOf, saidStart, type DatedEvent } from './marks'
import {
  BEND_END,
  BEND_H,
  CARD_H,
  CARD_W,
  EXIT_ROW_H,
  FOLD_H,
  LABEL_H,
  LOOP_ROW_H,
  ROUNDABOUT_R,
  ROW_GAP,
  STEM_INSET,
  TRACK_FROM,
  TRACKS_KEPT,
  trackEdge,
} from './metrics'
import { packFlags, type LowStairs, type PlacedFlag } from './pack'
import { xOfDay } from './scale'
import type { PlacedCard, PlacedMark, TimelineLane, TimeScale } from './types'

export type Place = 'above' | 'below'

/** One lane along the line: everything of it that does not depend on how far out it lies. */
export interface LaneAlong {
  lane: TimelineLane
  dated: readonly DatedEvent[]
  marks: PlacedMark[]
  /** None when it is collapsed. */
  flags: PlacedFlag[]
  /** Where those stand that have their card on another sheet. */
  elsewhere: { id: string; foot: number }[]
}

/** How much of a lane lies where, as distances from its base line, outward. */
export interface LaneAcross {
  /** Where the words of roundabouts and the loops begin. */
  exitsFrom: number
  loopsFrom: number
  /** Where stems leave the labels and tracks, and where they have arrived above their card. */
  bend: { from: number; to: number }
  /** Where row 0 begins. */
  near: number
  /** Outer edge of the outermost row. */
  far: number
}

/** Lays out one lane along the line; `dated` in order of date. */
export function layAlong(
  lane: TimelineLane,
  dated: readonly DatedEvent[],
  scale: TimeScale,
  low?: LowStairs,
): LaneAlong {
  const marks = marksOf(dated, scale)
  // A collapsed lane is thin: its periods lie on its line too.
  if (lane.collapsed)
    return { lane, dated, marks: marks.map((mark) => ({ ...mark, track: null })), flags: [], elsewhere: [] }
  const flagOf = ({ event, bounds }: DatedEvent) => {
    const min = xOfDay(bounds.startDay, scale)
    const wish = xOfDay(saidStart(bounds), scale)
    // The stem of a period stands at its start; that of a moment anywhere in what was said.
    const max = bounds.kind === 'period' ? wish : xOfDay(bounds.endDay, scale)
    return { id: event.id, min, wish, max }
  }
  const flags = dated.filter(({ event }) => event.elsewhere !== true).map(flagOf)
  const elsewhere = dated.filter(({ event }) => event.elsewhere).map(flagOf)
  return {
    lane,
    dated,
    marks,
    flags: packFlags(flags, low),
    elsewhere: elsewhere.map(({ id, wish }) => ({ id, foot: wish })),
  }
}

/**
 * How much room a lane takes, from its line outward: periods, the words of roundabouts, loops, the years (when they
 * stand here), the bends of stems, and rows of cards.
 */
export function measureAcross(
  { lane, marks, flags }: LaneAlong,
  room: { exitRows: number; loopRows: number; years: boolean },
): LaneAcross {
  const used = marks.reduce((most, mark) => Math.max(most, (mark.track ?? -1) + 1), 0)
  const exitsFrom = lane.collapsed ? ROUNDABOUT_R + STEM_INSET / 2 : trackRoom(used)
  const loopsFrom = exitsFrom + room.exitRows * EXIT_ROW_H
  const from = loopsFrom + room.loopRows * LOOP_ROW_H + (room.years ? LABEL_H : 0)
  if (lane.collapsed) {
    const near = from + TRACK_FROM / 2
    return { exitsFrom, loopsFrom, bend: { from, to: near }, near, far: near + FOLD_H }
  }
  const near = from + BEND_H
  const rows = flags.reduce((most, flag) => Math.max(most, flag.row + 1), 1)
  const far = near + rows * (CARD_H + ROW_GAP) - ROW_GAP
  return { exitsFrom, loopsFrom, bend: { from, to: near - BEND_END }, near, far }
}

/** The cards of a lane of which the line lies at `baseY`. */
export function cardsOf({ lane, flags }: LaneAlong, { near }: LaneAcross, baseY: number): PlacedCard[] {
  return flags.map(({ id, foot, pole, row }) => {
    const inner = near + row * (CARD_H + ROW_GAP)
    return {
      id,
      x: pole - STEM_INSET,
      y: baseY + (lane.place === 'above' ? -inner - CARD_H : inner),
      w: CARD_W,
      h: CARD_H,
      place: lane.place,
      laneId: lane.id,
      baseY,
      stemX: foot,
      poleX: pole,
    }
  })
}

/** Room beside the line for tracks; some is always kept. */
function trackRoom(used: number): number {
  return trackEdge(Math.max(used, TRACKS_KEPT) - 1) + TRACK_FROM
}
