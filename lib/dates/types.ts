import type { EventAnchor } from '@/lib/case/schema'

/**
 * Days are whole numbers counted from 1970-01-01 in UTC (`Date.UTC(y, m, d) / 86_400_000`), so that no time
 * zone ever moves a date. An end is exclusive: 2016 is [16801, 17167).
 */
export type Day = number

/** How finely something was said. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

/** What a date means for drawing: as sure as it is, never surer. */
export interface DateBounds {
  /** First day that it can be; -Infinity is never used: see `openStart`. */
  readonly startDay: Day
  /** Day after the last that it can be. */
  readonly endDay: Day
  /**
   * `point`: one moment at the named precision; `within`: one moment somewhere between the bounds
   * (`[2016-03..2016-06]`); `period`: it lasted from start to end (`2016-03/2016-06`).
   */
  readonly kind: 'point' | 'within' | 'period'
  readonly precision: Precision
  /** `~`: an estimate; the bounds are already half a unit wider on both sides (our drawing rule). */
  readonly approximate: boolean
  /** `?`: the source is in doubt. */
  readonly uncertain: boolean
  /** "voor 2015": nothing is known to the left; `startDay` is then one unit before the named end. */
  readonly openStart: boolean
  /** "na 2015", "sinds 2015": open to the right. For a period open to the present, `endDay` is today. */
  readonly openEnd: boolean
}

/** A date in EDTF and the words in which it was said. `edtf` is null when it is not known. */
export interface SaidDate {
  edtf: string | null
  originalText: string
}

export type Locale = 'nl' | 'en'

/** Somebody whose age can be named. */
export interface WordsPerson {
  id: string
  name: string
  /** EDTF, or null when not known. */
  birth: string | null
  /** The person "om wie het gaat": meant by "toen ze 11 was" unless somebody says otherwise. */
  isIndex: boolean
  /** Who is known to be one is not offered for the other's "she" or "he". */
  gender?: 'male' | 'female' | 'nonbinary' | 'unknown'
}

/** An event that others can come before or after. */
export interface WordsEvent {
  id: string
  title: string
  /** EDTF, or null when not known. */
  date: string | null
}

/** What the parser of people's words needs to know. */
export interface WordsContext {
  locale: Locale
  today: Day
  /** Absent: ages are not read. */
  people?: readonly WordsPerson[]
  /** Absent: "na de scheiding" is not read. */
  events?: readonly WordsEvent[]
}

/** One way to understand words that hang on somebody's age or on another event. */
export interface RelativeReading {
  anchor: EventAnchor
  /** The date that follows from it now; null when the birth or the other event's date is not known. */
  edtf: string | null
  /** The person's name or the event's title. */
  about: string
}

/**
 * - `understood`: one reading;
 * - `ambiguous`: several, best first, for the person to pick from ("3-4-2016", "'15");
 * - `relative`: a date that hangs on something else, best first. `settled`: the first can be kept without asking,
 *   the others are only offered; else nothing is kept until the person picks one;
 * - `unknown`: the person says that nobody knows ("weten we niet", "?", "..", empty);
 * - `unclear`: not understood; the words are kept and the event stays undated.
 */
export type Reading =
  | { outcome: 'understood'; edtf: string }
  | { outcome: 'ambiguous'; edtfs: string[] }
  | { outcome: 'relative'; readings: RelativeReading[]; settled: boolean }
  | { outcome: 'unknown' }
  | { outcome: 'unclear' }
