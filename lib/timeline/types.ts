import type { CircleName, EventKindName } from '@/lib/case/schema'
import type { DateBounds, Day, Locale } from '@/lib/dates/types'

/** What the layout needs of one event. */
export interface TimelineEvent {
  id: string
  /** EDTF, or null when undated. */
  date: string | null
  /** Lane id. */
  side: string
  kind: EventKindName
  /** Stored order key; ties of date are broken by it, then by id. */
  order: string
}

export interface TimelineLane {
  id: string
  place: 'above' | 'below'
  order: string
}

export interface TimelineSettings {
  today: Day
  /** Page units per year of 365.2425 days; the origin x = 0 is 2000-01-01. */
  pxPerYear: number
  /** EDTF birth date of the person whose age stands on the axis, or null. */
  birth: string | null
  locale: Locale
}

/** All in page units; y = 0 is the axis, up is negative. */
export interface PlacedCard {
  id: string
  x: number
  y: number
  w: number
  h: number
  place: 'above' | 'below'
  /** Where the stem meets the axis (always within the date's bounds) or null for undated events in the dock. */
  stemX: number | null
  /** Where the stem meets the card: `stemX` unless the card had to give way to its neighbours. */
  poleX: number | null
}

/** How the date itself is drawn on the axis, as sure as it is. */
export interface PlacedMark {
  id: string
  /** `dot` exact day, `bar` month/season/year or period, `fade` open on a side. */
  form: 'dot' | 'bar'
  x: number
  w: number
  /** Periods of one place that overlap lie in tracks beside the axis: 0 touches it. Points are on the axis (null). */
  track: number | null
  place: 'above' | 'below'
  approximate: boolean
  uncertain: boolean
  openStart: boolean
  openEnd: boolean
  /** A gap is hatched. */
  gap: boolean
}

export interface AxisTick {
  x: number
  /** "2016", "mrt 2016", "jaren 90". */
  label: string
  /** "6 jr" or "" when no birth date is known. */
  age: string
  /** Only major ticks carry a label. */
  major: boolean
}

export interface TimelineLayout {
  axis: { x0: number; x1: number; nowX: number; ticks: AxisTick[] }
  cards: PlacedCard[]
  marks: PlacedMark[]
  /** Undated events lie in a dock at the left of their side, in order; null when there are none. */
  docks: { place: 'above' | 'below'; x: number; y: number; w: number; h: number; ids: string[] }[]
  /** Where stems may bend, as the distances from the axis on each side (see `stemPath`). */
  bend: Record<'above' | 'below', { from: number; to: number }>
  /** Where the name of each side stands. */
  sideLabels: { laneId: string; place: 'above' | 'below'; x: number; y: number }[]
  /** Bounding box of everything. */
  bounds: { x: number; y: number; w: number; h: number }
}

/** The bounds used for each dated event, by id (for tests, drawing and reading aloud). */
export type BoundsById = ReadonlyMap<string, DateBounds>

/** What a card says; the same for the canvas and for the printed drawing. */
export interface CardContent {
  title: string
  /** Names, separated by commas; "" when nobody is named. */
  who: string
  /** Who told it; "" when that is not known. */
  teller: string
  /** "± 2010", "zomer 2014", "datum onbekend". */
  dateText: string
  /** "beslismoment", "contact"… */
  kindText: string
  kind: EventKindName
  /** Colours of the circle the event belongs to; always said by its place or words too. */
  tint: CircleName
  crucial: boolean
  /** A proposal that waits for a yes. */
  proposed: boolean
}

/** Words of a case's events that `timelineContent` cannot know. */
export interface ContentWords {
  kinds: Readonly<Record<EventKindName, string>>
  /** "datum onbekend". */
  undated: string
}

/** Words of the drawing itself. */
export interface DrawingWords {
  /** What the picture shows, for who hears it: "Tijdlijn van Iris en haar familie". */
  title: string
  /** "nu". */
  now: string
  /** Title of the dock: "Datum onbekend". */
  undated: string
  /** Names of the lanes by id. */
  sides: ReadonlyMap<string, string>
}
