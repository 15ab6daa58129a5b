/** Sizes of the timeline in page units (px at 100 %). One place, so that canvas, print and clicks agree. */

export const CARD_W = 172
export const CARD_H = 78
/** Free room between two cards in a row, and between two rows. */
export const CARD_GAP = 12
export const ROW_GAP = 14

/** From a card's left edge to its stem: cards are flags on poles. */
export const STEM_INSET = 14
/** Free room between a stem and any card but its own. */
export const STEM_CLEAR = 6

/** Bars of periods and gaps lie in tracks beside the axis. */
export const TRACK_FROM = 11
export const TRACK_H = 9
const TRACK_GAP = 3
/** Room that is always kept, so that a first period moves no card. */
export const TRACKS_KEPT = 2

/** Years and ages, below the axis and the tracks there. */
export const LABEL_H = 36
/** Where stems may bend, between the labels and the first row. */
export const BEND_H = 24
/** The last, straight piece before a card. */
export const BEND_END = 8

/** Bars of months and years lie against the axis, on their own side: free of its line, and this high. */
export const ON_AXIS_FROM = 2
export const ON_AXIS_H = 7

/** Smallest bar that can be seen as one. */
export const MIN_BAR = 5

export const DOCK_PAD = 12
export const DOCK_TITLE_H = 30
/** Between a dock or a dream and the cards beside it. */
export const SIDE_GAP = 28
/** Axis that goes on after today. */
export const AXIS_ROOM = 90
/** From the outermost row to the name of the side. */
export const SIDE_LABEL_GAP = 26
export const SIDE_LABEL_H = 22

/** A break in the line, and the time that stays on both of its sides: enough for the words of a year. */
export const BREAK_W = 80
export const BREAK_MARGIN = 54

/** Between the name of a lane and the edge of its band, and from there to the line of the next one further out. */
export const LANE_PAD = 8
export const LANE_GAP = 30
/** Height of what a collapsed lane shows beside its line. */
export const FOLD_H = 30

/** A roundabout, its outer edge; rows of words for its ways out. */
export const ROUNDABOUT_R = 18
export const EXIT_ROW_H = 18
/** One row of loops: the arc, and its title above it. */
export const LOOP_ROW_H = 36
/** One row of names of eras, above everything. */
export const ERA_ROW_H = 26

/** Distance from the axis to the far edge of track `index`. */
export function trackEdge(index: number): number {
  return TRACK_FROM + (index + 1) * TRACK_H + index * TRACK_GAP
}

/** Top of the bar of a track, y down, axis at 0. */
export function trackY(index: number, place: 'above' | 'below'): number {
  return place === 'above' ? -trackEdge(index) : trackEdge(index) - TRACK_H
}
