import type { CircleName, EventKindName } from '@/lib/case/schema'
import type { DateBounds, Day, Locale } from '@/lib/dates/types'
import type { LowStairs } from './pack'

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
  /** An era: drawn as a background, without a card, when its date is a period. */
  background?: boolean
  /** Its card is on another sheet: here only its date is drawn. */
  elsewhere?: boolean
  /** The ways out of a roundabout, in their order. */
  exits?: readonly TimelineExit[]
}

export interface TimelineExit {
  id: string
  text: string
  status: 'taken' | 'passed' | 'unseen'
}

export interface TimelineLane {
  id: string
  place: 'above' | 'below'
  order: string
  /** Drawn as a thin band with its dates and no cards. */
  collapsed?: boolean
}

/** Events that repeat each other, drawn as arcs from each to the next. */
export interface TimelineLoop {
  id: string
  title: string
  eventIds: readonly string[]
}

export type ScaleKind = 'linear' | 'compressed' | 'even'

/**
 * Where days stand on the page, as plain data. Between two knots x is proportional to time; before the first and
 * after the last a year is `pxPerYear` wide. Without knots: linear, x = 0 is 2000-01-01.
 */
export interface TimeScale {
  pxPerYear: number
  /** Ascending in both. */
  knots: readonly { day: Day; x: number }[]
}

export interface TimelineSettings {
  today: Day
  /** Page units per year of 365.2425 days; the origin x = 0 is 2000-01-01. */
  pxPerYear: number
  /** Absent: linear. */
  scale?: ScaleKind
  /** EDTF birth date of the person whose age stands on the axis, or null. */
  birth: string | null
  locale: Locale
  /** For paper: cards stand beside each other rather than on many rows (see `packFlags`). */
  low?: LowStairs
  /** What a way out says that nobody saw: "niet gezien?". Absent: its own words only. */
  unseenWord?: string
}

/** All in page units; y = 0 is the axis, up is negative. */
export interface PlacedCard {
  id: string
  x: number
  y: number
  w: number
  h: number
  place: 'above' | 'below'
  laneId: string
  /** The line that its stem stands on: 0 is the axis; lanes further out have a line of their own. */
  baseY: number
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
  laneId: string
  /** The line that it lies on, as of its card. */
  baseY: number
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

/** One lane as a band. The first lane of each place lies at the axis; others further out, in order. */
export interface PlacedLane {
  id: string
  place: 'above' | 'below'
  baseY: number
  /** Upper edge and height of the band, cards and line in it. */
  y: number
  h: number
  collapsed: boolean
  /** How many events it has, those in the dock among them. */
  count: number
  /** Where stems of this lane may bend, as distances from `baseY` (see `stemPath`). */
  bend: { from: number; to: number }
}

/** A period as a background of the whole height. */
export interface PlacedEra {
  id: string
  x: number
  w: number
  y: number
  h: number
  softStart: boolean
  softEnd: boolean
  uncertain: boolean
  /** Baseline and left of its name, which has `labelW` for itself. */
  labelX: number
  labelY: number
  labelW: number
}

/** A long empty stretch that a compressed scale leaves out. */
export interface PlacedBreak {
  /** Middle of the break on the axis. */
  x: number
  w: number
  fromDay: Day
  toDay: Day
  /** Whole years without anything, rounded. The days are those of the whole stretch. */
  years: number
}

/** A roundabout on the axis with its ways out. */
export interface PlacedRoundabout {
  id: string
  x: number
  /** The line it lies on. */
  y: number
  r: number
  exits: {
    id: string
    status: TimelineExit['status']
    text: string
    /** SVG path data of the way out, page units. */
    path: string
    /** What fits beside its end, in type of 12 px: `text`, cut where it must be; "" when nothing fits. */
    label: string
    labelX: number
    /** Baseline. */
    labelY: number
    labelW: number
    anchor: 'start' | 'end'
  }[]
}

export interface PlacedLoop {
  id: string
  title: string
  /** Those that are on the line, in order of date. */
  eventIds: readonly string[]
  /** SVG path data, one arc from each event to the next, page units. */
  arcs: readonly string[]
  /** The title as it fits, in type of 12 px. */
  label: string
  /** Left of the title. */
  labelX: number
  /** Baseline. */
  labelY: number
  labelW: number
}

export interface TimelineLayout {
  axis: { x0: number; x1: number; nowX: number; ticks: AxisTick[] }
  cards: PlacedCard[]
  marks: PlacedMark[]
  /** Undated events lie in a dock at the left of their side, in order; null when there are none. */
  docks: {
    laneId: string
    place: 'above' | 'below'
    x: number
    y: number
    w: number
    h: number
    ids: string[]
  }[]
  /** Where stems of the lanes at the axis may bend, as the distances from it (see `stemPath`). */
  bend: Record<'above' | 'below', { from: number; to: number }>
  lanes: PlacedLane[]
  /** The events of collapsed lanes, alone or counted: they have no cards. */
  folded: PlacedCluster[]
  eras: PlacedEra[]
  breaks: PlacedBreak[]
  roundabouts: PlacedRoundabout[]
  loops: PlacedLoop[]
  /** Use it for every way from day to x and back. */
  scale: TimeScale
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
  /** What of it has to be said where there is no room for all: "voorstel". */
  kindShort?: string
  kind: EventKindName
  /** Colours of the circle the event belongs to; always said by its place or words too. */
  tint: CircleName
  crucial: boolean
  turningPoint: boolean
  /** A proposal that waits for a yes. */
  proposed: boolean
  /** Only who is admitted sees it, or some of it. */
  reserved?: boolean
  /** There is a picture with it. */
  hasPicture: boolean
  /** How many people said something of it. */
  takes: number
}

/** Events that lie too close together to be drawn apart at a size that can be read; see `clusterTimeline`. */
export interface PlacedCluster {
  /** Of its first event: the same cluster has the same id for everybody. */
  id: string
  laneId: string
  place: 'above' | 'below'
  /** In order of date; one event stands alone. */
  ids: readonly string[]
  /** Page units; as many pixels on the screen whatever the zoom. */
  x: number
  y: number
  w: number
  h: number
  /** What its events span on the page: where a click zooms to. */
  span: { x: number; y: number; w: number; h: number }
}

/** Words of a case's events that `timelineContent` cannot know. */
export interface ContentWords {
  kinds: Readonly<Record<EventKindName, string>>
  /** "datum onbekend". */
  undated: string
  /** "voorstel", behind the kind of what is one. Absent: not said. */
  proposed?: string
  /** "besloten", behind the kind of what not everybody may see. Absent: not said. */
  reserved?: string
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
  /** What a break in the axis leaves out: "3 jaar niets genoteerd". */
  emptyYears: (years: number) => string
}
