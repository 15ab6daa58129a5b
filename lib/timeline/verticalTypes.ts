import type { Day } from '@/lib/dates/types'

export type VerticalSide = 'left' | 'right'

/** All in px from the top left; y goes down. */
export interface PlacedVerticalCard {
  id: string
  laneId: string
  side: VerticalSide
  x: number
  y: number
  w: number
  h: number
  /** Where it is marked on the line, beside its first row of words; null for undated events and dreams. */
  markY: number | null
}

/** A date on the line, as sure as it is: a dot, or a bar along the line. */
export interface PlacedVerticalMark {
  id: string
  laneId: string
  side: VerticalSide
  form: 'dot' | 'bar'
  /** Left of the bar, middle of the dot. */
  x: number
  y: number
  w: number
  h: number
  approximate: boolean
  uncertain: boolean
  openStart: boolean
  openEnd: boolean
  gap: boolean
}

export interface VerticalLayout {
  width: number
  height: number
  axis: { x: number; y0: number; y1: number; nowY: number }
  /** Which columns are in use; one column takes the whole width. */
  columns: readonly VerticalSide[]
  cards: PlacedVerticalCard[]
  marks: PlacedVerticalMark[]
  /** Labels on the line, above the first event of their year; x is their middle. */
  years: { year: number; label: string; age: string; x: number; y: number; h: number }[]
  /** "3 jaar niets genoteerd", over the whole width. */
  breaks: { x: number; y: number; h: number; fromDay: Day; toDay: Day; years: number }[]
  /** Bands behind everything, over the whole width; names stand in the `labelH` at their top. */
  eras: {
    id: string
    y: number
    h: number
    labelY: number
    labelH: number
    softStart: boolean
    softEnd: boolean
    uncertain: boolean
  }[]
  /** The heading of undated events and the room that they take; null without any. */
  undated: { y: number; h: number; labelY: number; ids: readonly string[] } | null
  /** Where dreams begin, at the open end of the line; null without any. */
  dreamY: number | null
  /** Collapsed lanes, each as one row with a count, above everything. */
  folded: { laneId: string; ids: readonly string[]; x: number; y: number; w: number; h: number }[]
}

/** The line from top to bottom, before bars are drawn along it. */
export interface LaidLine {
  /** Where days stand, ascending; several on one day have the first. */
  knots: { day: Day; y: number }[]
  markYs: ReadonlyMap<string, number>
  years: VerticalLayout['years']
  breaks: VerticalLayout['breaks']
  eraLabels: ReadonlyMap<string, number>
  nowY: number | null
  bottom: number
}
