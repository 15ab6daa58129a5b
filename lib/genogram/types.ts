import type { CircleName } from '@/lib/case/schema'
import type { Day } from '@/lib/dates/types'

/**
 * The seam between the case, the layout and the drawing of a geno-sociogram:
 * `genogramOf(case)` → `layoutGenogram` → `trackRelations`, `outlineHouseholds` → `paintGenogram`.
 *
 * Page units: the side of a symbol is `SYMBOL` = 40 (S in the notes on notation), y grows downwards, a generation is a
 * row. All of it is plain data and every function is pure: the same case makes the same picture for everybody.
 */

/** Side of a person's symbol. */
export const SYMBOL = 40
/** From row to row. */
export const ROW_PITCH = 160
/** Least distance of the middles of two partners, and of two children. */
export const PARTNER_GAP = 120
export const SIBLING_GAP = 80

/** What the layout needs of a person, or of an organisation that stands in the picture. */
export interface GenoPerson {
  id: string
  /** Organisations are boxes; pets, and lost pregnancies, are persons too. */
  type: 'person' | 'organisation'
  /** `unknown` stands with the family when it has a partner, parent or child, else with the network. */
  circle: CircleName
  /** First day on which they can be born, or null: order of brothers and sisters, then `order`, then id. */
  born: Day | null
  /** Stored order key. */
  order: string
  /** Room of the words under the symbol, from the measured font: width, and height of all lines. */
  labelW: number
  labelH: number
  /** 0 (far) to 1 (near) to the person "om wie het gaat", or null: where who is not of the family stands. */
  nearness: number | null
  /** The organisation that a person works for, when that is drawn: they stand near each other. */
  organisation: string | null
  /** A man is put left and a woman right of a new couple, where nothing else decides. */
  gender: 'male' | 'female' | 'nonbinary' | 'unknown'
}

/** One child of a union. */
export interface GenoChild {
  /** Id of the parentage. */
  id: string
  child: string
  /** See `PARENTAGE_TYPES`. */
  type: string
  /** Children of one pregnancy share this key; null for one alone. */
  multiple: string | null
  identical: boolean | null
  /** Last day on which it still held is over: a former foster placement. */
  ended: boolean
}

/** A couple, one parent, or an organisation with the children that belong to it. */
export interface GenoUnion {
  /** Id of the partnership; for one parent `alone-<id of the parent or organisation>`. */
  id: string
  /** Two in ascending order of id, or one. */
  partners: readonly [string, string] | readonly [string]
  /** First day on which it can have begun, or null: partners of one person are ordered by it, then `order`, then id. */
  since: Day | null
  order: string
  /** Ascending id; their order in the picture follows the birth. */
  children: readonly GenoChild[]
}

/** A place that somebody chose by hand: the middle of the symbol. */
export interface GenoPin {
  id: string
  x: number
  y: number
}

export interface GenogramInput {
  people: readonly GenoPerson[]
  unions: readonly GenoUnion[]
  pins: readonly GenoPin[]
  /** The person "om wie het gaat", or whose view it is. */
  ego: string | null
}

/** A symbol; x and y are its middle. */
export interface PlacedPerson {
  id: string
  x: number
  y: number
  /** Size of the symbol: `SYMBOL` square, organisations 1.4 by 0.7 of it. */
  w: number
  h: number
  /** Box of the words: its middle is x, `labelY` is its upper edge. */
  labelY: number
  labelW: number
  labelH: number
  /** Generation, 0 the oldest; null for who is not of the family. */
  row: number | null
  pinned: boolean
}

/** The line of a couple. For one parent there is none. */
export interface PlacedUnion {
  id: string
  partners: readonly string[]
  /**
   * Between partners who stand beside each other: straight from symbol to symbol at the height of their middles, so that
   * it never crosses a name. With somebody between them, or in different rows: out at the side, down beside the words,
   * across below all words of the row, and up again. `points` is exactly what is drawn, the left end first, right angles
   * only; `x1`, `x2` and `y` are the part across that the children hang from; `top1` and `top2` where the ends are.
   * Null for one.
   */
  line: {
    x1: number
    x2: number
    y: number
    top1: number
    top2: number
    points: readonly { x: number; y: number }[]
  } | null
  /** Where the couple's line, the drop or the bar's own downstrokes jump over a line that they cross. */
  jumps: readonly { x: number; y: number }[]
  /** Partners who stand in different rows: the reader is told, and the line has a step. */
  contradiction: boolean
  /** They are related by blood: the line is double. */
  related: boolean
  /** Where the line to the children leaves, straight down to `barY`; null without children. */
  drop: { x: number; y: number } | null
  /** Height of the bar that the children hang from; null without children. */
  barY: number | null
  /** x of both ends of the bar. */
  bar: { x1: number; x2: number } | null
}

/** The line from a union's bar to one child, or from wherever it can be reached. */
export interface PlacedChildLine {
  /** Id of the parentage. */
  id: string
  union: string
  child: string
  type: string
  ended: boolean
  /** Points from the bar (or the point of a twin) to the top of the symbol, with right angles but for twins. */
  points: readonly { x: number; y: number }[]
  /** Where it jumps over a line that it crosses, on `points`. */
  jumps: readonly { x: number; y: number }[]
  /** The parents are not exactly one row above: a contradiction in the data, or a child of two generations. */
  stretched: boolean
}

/** Children of one pregnancy, from one point of the bar. */
export interface PlacedMultiple {
  key: string
  union: string
  /** The point where their lines meet. */
  x: number
  y: number
  children: readonly string[]
  identical: boolean | null
  /** Ends of the bar between the lines (55 % of the way), drawn when they are identical. */
  bar: { x1: number; x2: number; y: number }
}

/** What the data says that one picture cannot show. */
export interface GenoContradiction {
  /** `row`: partners of different generations; `cycle`: somebody would be their own ancestor; `order`: see ids. */
  kind: 'row' | 'cycle' | 'order'
  /** Unions or persons that it is about, ascending. */
  ids: readonly string[]
}

export interface GenogramLayout {
  people: readonly PlacedPerson[]
  unions: readonly PlacedUnion[]
  childLines: readonly PlacedChildLine[]
  multiples: readonly PlacedMultiple[]
  contradictions: readonly GenoContradiction[]
  /** Crossings of structure lines that were left. */
  crossings: number
  /** Box around all symbols, words and structure lines. */
  bounds: { x: number; y: number; w: number; h: number }
}

/** A line that somebody sees between two, to be led around all others. */
export interface GenoRelation {
  id: string
  from: string
  to: string
  /** See `RELATION_TYPES`. */
  type: string
  directed: boolean
  /** Lines between the same two lie beside each other, in this order, then by id. */
  order: string
  /** Not (any more) so today; drawn paler and said. */
  ended: boolean
  /** Letters of support on the line, ascending. */
  support: readonly string[]
  /** "volgens Sanne", or "" when nobody is named. */
  accordingTo: string
  /** There is a secret in the family around it. */
  secret: boolean
  /** It is for some eyes only. Never so in what everybody sees. */
  reserved: boolean
}

/** The way of one relation from symbol to symbol, with a gap at both ends. */
export interface RelationTrack {
  id: string
  /** A cubic: straight when the middle points lie on the line between the ends. */
  from: { x: number; y: number }
  c1: { x: number; y: number }
  c2: { x: number; y: number }
  to: { x: number; y: number }
  /** Middle of the line, where its badge and words stand, and the room of those words. */
  mid: { x: number; y: number }
  label: { x: number; y: number; w: number; h: number } | null
  /** False when no bow of those tried is free: the straight line is drawn, and tests count these. */
  free: boolean
}

/** Who lives together. */
export interface GenoHousehold {
  id: string
  name: string
  members: readonly string[]
  order: string
}

/** The outline around all members and nobody else. */
export interface HouseholdOutline {
  id: string
  /** SVG path data, closed; several pieces when no outline could hold all without somebody else. */
  path: string
  /** Left and baseline of its name. */
  label: { x: number; y: number; w: number }
  /** 0, 1, 2 … for households that share somebody: the next lies further inward, with other dashes. */
  level: number
  /** Others who lie inside all the same, ascending: to be said, not hidden. */
  strangers: readonly string[]
}

/** What a symbol says and how it is drawn; the same for canvas, SVG, PDF and list. */
export interface PersonContent {
  name: string
  /** Second line: "moeder", "wijkteam". */
  role: string
  type: 'person' | 'organisation'
  kind: 'person' | 'pet' | 'pregnancy' | 'miscarriage' | 'abortion' | 'stillbirth'
  gender: 'male' | 'female' | 'nonbinary' | 'unknown'
  birthGender: 'male' | 'female' | 'unknown' | null
  circle: CircleName
  /** "16", "± 40", age at death, or "". */
  age: string
  /** "2009", "± 1960", "1938 – 2012", or "". */
  years: string
  deceased: boolean
  /** The person "om wie het gaat". */
  index: boolean
  /** Health and addiction, only when the group chose to show them. */
  marks: readonly PersonMark[]
  /** Somebody moved from another country. */
  migrated: 'none' | 'one' | 'several'
  /** Something about this person is a secret in the family. */
  secret: boolean
  /** Something about this person is for some eyes only. Never so in what everybody sees. */
  reserved: boolean
}

export interface PersonMark {
  kind: 'illness' | 'addiction'
  state: 'present' | 'suspected' | 'recovered'
}

/** How a partner relation is drawn: the form of the line, and what ended or mended it. */
export interface UnionContent {
  /** Last phase that is no ending; see `PHASE_TYPES`. */
  base: string
  /** The last ending, or null. */
  ending: string | null
  /** It was taken back. */
  reconciled: boolean
  /** "gehuwd 1998 · gescheiden 2013". */
  label: string
  /** Whether they will have (more) children, where that was said. */
  moreChildren: 'no' | 'perhaps' | null
}

/** Ways of drawing, both explained by the legend. */
export interface GenogramStyle {
  profile: 'mcgoldrick' | 'genopro'
  /** Beside the symbol by default; over it by choice. */
  cross: 'beside' | 'over'
  /** The birth-assigned form inside a trans person's symbol. */
  innerGender: boolean
}
