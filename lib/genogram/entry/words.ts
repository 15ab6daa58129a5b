import type { Locale } from '@/lib/dates/types'

/** What a piece of a line says of those before it and those named in it. */
export type Role =
  /** "dochter van …" */
  | { role: 'childOf'; type: string }
  /** "moeder van …" */
  | { role: 'parentOf'; type: string }
  /** "broer van …" */
  | { role: 'siblingOf' }
  /** "kinderen …" */
  | { role: 'children'; type: string }
  /** "ouders …", "moeder …" */
  | { role: 'parents'; type: string }
  /** "broer …" */
  | { role: 'siblings' }
  /** "getrouwd met …", "partner …" */
  | { role: 'partner'; phase: string | null }

/** Words of one language; all in lower case. */
interface EntryWords {
  of: string
  and: RegExp
  child: Readonly<Record<string, 'male' | 'female' | 'unknown'>>
  parent: Readonly<Record<string, 'male' | 'female' | 'unknown'>>
  sibling: Readonly<Record<string, 'male' | 'female' | 'unknown'>>
  partner: Readonly<Record<string, 'male' | 'female' | 'unknown'>>
  /** Before one of the words above: another way of being a child or parent. */
  ways: Readonly<Record<string, string>>
  /** "gescheiden 2013": what two are to each other from then on. */
  phases: Readonly<Record<string, string>>
  with: string
  born: readonly string[]
  died: readonly string[]
  /** Words before a name that say whether somebody is a man or a woman. */
  titles: Readonly<Record<string, 'male' | 'female'>>
}

export const ENTRY_WORDS: Readonly<Record<Locale, EntryWords>> = {
  nl: {
    of: 'van',
    and: /\s+(?:en|&|\+)\s+/u,
    child: {
      dochter: 'female',
      dochters: 'female',
      zoon: 'male',
      zonen: 'male',
      zoons: 'male',
      kind: 'unknown',
      kinderen: 'unknown',
    },
    parent: { moeder: 'female', vader: 'male', ouder: 'unknown', ouders: 'unknown' },
    sibling: {
      broer: 'male',
      broers: 'male',
      broertje: 'male',
      zus: 'female',
      zussen: 'female',
      zusje: 'female',
    },
    partner: { partner: 'unknown', man: 'male', vrouw: 'female', echtgenoot: 'male', echtgenote: 'female' },
    ways: {
      adoptie: 'adopted',
      geadopteerd: 'adopted',
      geadopteerde: 'adopted',
      pleeg: 'foster',
      stief: 'step',
    },
    phases: {
      getrouwd: 'marriage',
      gehuwd: 'marriage',
      samenwonend: 'cohabiting',
      'gaan samenwonen': 'cohabiting',
      verloofd: 'engaged',
      'uit elkaar': 'separation',
      gescheiden: 'divorce',
      'weer samen': 'reconciled',
    },
    with: 'met',
    born: ['geboren', 'geb.', '*'],
    died: ['overleden', 'gestorven', 'overl.', '†'],
    titles: { oma: 'female', tante: 'female', mevrouw: 'female', opa: 'male', oom: 'male', meneer: 'male' },
  },
  en: {
    of: 'of',
    and: /\s+(?:and|&|\+)\s+/u,
    child: {
      daughter: 'female',
      daughters: 'female',
      son: 'male',
      sons: 'male',
      child: 'unknown',
      children: 'unknown',
    },
    parent: { mother: 'female', father: 'male', parent: 'unknown', parents: 'unknown' },
    sibling: { brother: 'male', brothers: 'male', sister: 'female', sisters: 'female' },
    partner: { partner: 'unknown', husband: 'male', wife: 'female' },
    ways: { adopted: 'adopted', adoptive: 'adopted', foster: 'foster', step: 'step' },
    phases: {
      married: 'marriage',
      'living together': 'cohabiting',
      engaged: 'engaged',
      separated: 'separation',
      divorced: 'divorce',
      'together again': 'reconciled',
    },
    with: 'to',
    born: ['born', 'b.', '*'],
    died: ['died', 'd.', '†'],
    titles: { grandma: 'female', aunt: 'female', mrs: 'female', grandpa: 'male', uncle: 'male', mr: 'male' },
  },
}

export type { EntryWords }
