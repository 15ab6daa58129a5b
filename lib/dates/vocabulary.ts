/** A length of time that people name. */
export type LengthUnit = 'day' | 'week' | 'month' | 'year'

/** Which third of a year, decade or month. */
export type YearPart = 'begin' | 'middle' | 'end'

/**
 * The words of one language, in lower case and without accents or full stops (see `tidied`). Lists are
 * alternatives of a regular expression: longer ones first where one begins with another.
 */
export interface Vocabulary {
  /** A full or short name to its number, 1-12. */
  months: Readonly<Record<string, number>>
  /** A name to its EDTF code, "21"-"24". */
  seasons: Readonly<Record<string, string>>
  /** Monday first. */
  weekdays: readonly string[]
  numbers: Readonly<Record<string, number>>
  /** "eerste" to 1. */
  ordinals: Readonly<Record<string, number>>
  lengths: Readonly<Record<string, LengthUnit>>
  /** "negentig" in "jaren negentig" to 90. */
  decades: Readonly<Record<string, number>>
  /** "vandaag" to 0, in days from today. */
  days: Readonly<Record<string, number>>
  /** "vorig" to -1, in years or months from this one. */
  turns: Readonly<Record<string, number>>
  /** "begin" of a year, month or decade. */
  parts: Readonly<Record<string, YearPart>>
  /** What may stand before a date and says nothing. */
  leadIns: readonly string[]
  approximateBefore: readonly string[]
  approximateAfter: readonly string[]
  uncertainBefore: readonly string[]
  uncertainAfter: readonly string[]
  before: readonly string[]
  after: readonly string[]
  since: readonly string[]
  until: readonly string[]
  /** Between the ends of a period. */
  to: readonly string[]
  /** The end of what goes on. */
  now: readonly string[]
  between: readonly string[]
  and: readonly string[]
  or: readonly string[]
  ago: readonly string[]
  /** Between the parts of a date: "zomer van 2015". */
  ofYear: readonly string[]
  schoolYear: readonly string[]
  half: readonly string[]
  quarter: readonly string[]
  startUnknown: readonly string[]
  endUnknown: readonly string[]
  nobodyKnows: readonly string[]
}
