import type { WordsContext } from '@/lib/dates/types'
import type { CaseEvent, CircleName, EventAnchor, EventKindName } from '@/lib/case/schema'

export type NatureName = NonNullable<CaseEvent['takes'][string]['nature']>

/** Somebody or something that the case has already. */
export interface KnownName {
  kind: 'people' | 'organisations'
  id: string
  name: string
}

/** What reading a line needs to know of the case and of whoever types. */
export interface EntryContext extends WordsContext {
  names: readonly KnownName[]
  lanes: readonly { id: string; name: string; place: 'above' | 'below' }[]
  /** The side of a line that names none. */
  side: string
}

/** A moment that is not made yet. */
export interface EntryDraft {
  title: string
  description: string
  /** EDTF, or null while nobody knows or nobody has picked. */
  date: string | null
  /** What the date hangs on ("toen ze 11 was"); `date` is what follows from it now. */
  anchor: EventAnchor | null
  /** The words that were used for it. */
  originalText: string
  kind: EventKindName
  side: string
  source: CircleName | null
  nature: NatureName | null
  crucial: boolean
  people: string[]
  organisations: string[]
  names: string[]
}

/** What a part of a line was taken for. */
export type PartRole =
  'date' | 'title' | 'description' | 'kind' | 'source' | 'side' | 'nature' | 'who' | 'crucial'

/** One part of a line as it was typed, and how it was understood. */
export interface LinePart {
  text: string
  role: PartRole
}

/**
 * - `none`: no words for a date;
 * - `sure`: one reading, in the draft;
 * - `pick`: several readings, best first: the draft is undated until somebody picks;
 * - `hangs`: it hangs on somebody's age or on another moment, surely enough to be kept;
 * - `words`: nobody knows, or not understood: the words are kept and the moment stays undated.
 */
export type EntryDate =
  | { state: 'none' }
  | { state: 'sure'; edtf: string }
  | { state: 'pick'; edtfs: readonly string[] }
  | { state: 'hangs'; anchor: EventAnchor; edtf: string | null; about: string }
  | { state: 'words' }

export interface EntryLine {
  draft: EntryDraft
  parts: LinePart[]
  date: EntryDate
  /** Without a title nothing is made. */
  ready: boolean
}
