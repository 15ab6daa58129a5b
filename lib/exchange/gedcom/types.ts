import type { RowOf } from '../caseFile'
import type { Encoding } from './decode'

/** What somebody should know about one line of the file; all have words in both languages. */
export const GEDCOM_CODES = [
  'no-head',
  'encoding',
  'no-gedcom',
  'level',
  'date-words',
  'calendar',
  'own-date',
  'dangling',
  'duplicate-xref',
  'not-asserted',
  'one-sided',
  'self-marriage',
  'many-partners',
  'no-partners',
  'empty-family',
  'lone-partner',
  'own-parent',
  'cycle',
  'twice',
  'adopted-by-one',
  'sealing',
  'restricted',
  'not-in-file',
  'too-long',
] as const
export type GedcomCode = (typeof GEDCOM_CODES)[number]

export interface GedcomWarning {
  line: number
  code: GedcomCode
  /** What it is about, as it stands in the file; cut. */
  value: string
}

/** What of the file has no place in a case: nothing of it comes along, and this says so. */
export interface GedcomLeftOut {
  /** Tag with what it stands under, but for the person or family: "NOTE", "BIRT.PLAC", "SOUR". */
  tag: string
  count: number
  /** The first few. */
  samples: { line: number; text: string }[]
}

/** Records as in a file of ours; their ids hold within this file only. */
export interface GedcomRecords {
  people: RowOf<'people'>[]
  organisations: RowOf<'organisations'>[]
  partnerships: RowOf<'partnerships'>[]
  parentages: RowOf<'parentages'>[]
  households: RowOf<'households'>[]
  relations: RowOf<'relations'>[]
  events: RowOf<'events'>[]
}

/** All that was read. `problem` set: nothing can be imported at all. */
export interface GedcomFile {
  problem: 'empty' | 'not-text' | 'not-gedcom' | 'too-large' | null
  /** As the header says ("5.5.1", "7.0"); "" when it does not. */
  version: string
  encoding: Encoding
  records: GedcomRecords
  warnings: GedcomWarning[]
  leftOut: GedcomLeftOut[]
}

/** Words for moments that the file names by a tag only. */
export type MomentWords = Readonly<Record<MomentTag, string>>

/** Events in somebody's life that become moments when they have a date. */
export const MOMENT_TAGS = [
  'EVEN',
  'FACT',
  'RESI',
  'EMIG',
  'IMMI',
  'NATU',
  'GRAD',
  'EDUC',
  'OCCU',
  'RETI',
  'ADOP',
] as const
export type MomentTag = (typeof MOMENT_TAGS)[number]
