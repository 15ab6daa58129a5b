import type { SaidDate } from '@/lib/dates/types'

/** Somebody whom a typed line names. */
export interface DraftPerson {
  /** The name in lower case: within a line a name is one person. */
  key: string
  name: string
  /** Who of the case it is: the only one with this name. Null: new, or to be chosen. */
  existing: string | null
  /** Others whom it may be: several of this name, or a first name that somebody has. To be chosen before it is made. */
  choices: readonly string[]
  gender: 'male' | 'female' | 'unknown'
  birth: SaidDate | null
  death: SaidDate | null
}

export interface DraftCouple {
  partners: readonly [string, string]
  phases: readonly { type: string; when: SaidDate }[]
}

export interface DraftChild {
  child: string
  parents: readonly [string] | readonly [string, string]
  type: string
}

/** What a typed line would make. People are meant by their `key`. */
export interface FamilyDraft {
  people: readonly DraftPerson[]
  couples: readonly DraftCouple[]
  children: readonly DraftChild[]
  siblings: readonly { of: string; sibling: string }[]
  /** Pieces that were not understood, as they were typed: nothing is made of them. */
  unclear: readonly string[]
}
