/** `?` uncertain (the source is in doubt), `~` approximate (an estimate), `%` both. */
export type Mark = '' | '?' | '~' | '%'

/** One part of a date as it is written; `X` stands for a digit that is not known. */
export interface EdtfPart {
  digits: string
  /** What qualifies this part, wherever the mark stood in the text. */
  mark: Mark
}

/** A day, month, part of a year, year, decade or century. */
export interface EdtfDate {
  type: 'date'
  /** Four characters with `X` possibly ("199X"), or five to nine digits; with `-` before a year BC. */
  year: EdtfPart
  /** How many digits of the year are meant (`1950S2`: some year of 1900-1999, estimated at 1950). */
  significant?: number
  /** "01"-"12", with `X` possibly, or the code of a part of a year (see `YEAR_PARTS`). */
  month: EdtfPart | null
  /** "01"-"31", with `X` possibly; only after a month. */
  day: EdtfPart | null
  /** Time of the day as written, from its `T`, or "". Kept, never drawn. */
  time: string
}

/** `open`: it goes on (`..`); `unknown`: nobody knows when it began or ended (nothing at all). */
export type EdtfEnd = EdtfDate | { type: 'open' } | { type: 'unknown' }

/** It lasted from start to end; at least one of both is a date. */
export interface EdtfInterval {
  type: 'interval'
  start: EdtfEnd
  end: EdtfEnd
}

/** `from..to`, both included; null is open, and never both. */
export interface EdtfRange {
  type: 'range'
  from: EdtfDate | null
  to: EdtfDate | null
}

/** One of these; at least one item. */
export interface EdtfSet {
  type: 'set'
  items: (EdtfDate | EdtfRange)[]
}

export type Edtf = EdtfDate | EdtfInterval | EdtfSet
