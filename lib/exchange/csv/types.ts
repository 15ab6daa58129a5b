import type { EventKindName, CircleName } from '@/lib/case/schema'

/** One good line of the file, ready to become an event. */
export interface CsvEvent {
  /** Line number in the file, the header being line 1. */
  line: number
  title: string
  description: string
  date: string | null
  originalText: string
  kind: EventKindName
  side: 'professional' | 'family'
  source: CircleName | null
  /** Names from the column `wie`; text until someone confirms them. */
  names: string[]
  nature: 'fact' | 'opinion' | 'assumption' | 'feeling' | 'interpretation' | null
  helpful: 'yes' | 'no' | 'both' | null
  crucial: boolean
  turningPoint: boolean
  /** An era: drawn as a background. */
  background: boolean
  proposed: boolean
  /** Who told it, as a name; "" when the file does not say. */
  toldBy: string
  /** Of a roundabout: whether somebody saw then that there was a choice, or only now. */
  noticed: 'then' | 'now' | null
  /** Name of a lane further out; "" for one of the two sides. */
  lane: string
  /** Ways out of a roundabout, in order. */
  exits: { text: string; status: 'taken' | 'passed' | 'unseen' }[]
}

export type CsvReason =
  | 'no-text'
  | 'unknown-kind'
  | 'unknown-source'
  | 'unknown-nature'
  | 'unknown-helpful'
  | 'bad-date'
  | 'too-long'
  | 'unknown-side'
  | 'columns'
  | 'unknown-yes'
  | 'unknown-noticed'
  | 'unknown-exit'
  | 'quotes'

/** A line that cannot be read, and why. */
export interface CsvBadLine {
  line: number
  reason: CsvReason
  /** The cell or line as it stood, cut at 80 characters. */
  value: string
}

/** What an import would do. `problem` set: nothing can be imported at all. */
export interface CsvPreview {
  problem: 'empty' | 'no-header' | 'not-text' | 'too-large' | null
  separator: ';' | ',' | '\t'
  events: CsvEvent[]
  bad: CsvBadLine[]
  undated: number
}
