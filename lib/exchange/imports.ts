import type { Day, Locale } from '@/lib/dates/types'
import { readCsv } from './csv/read'
import type { CsvPreview } from './csv/types'
import type { GedcomCounts } from './gedcom/apply'
import { looksLikeGedcom } from './gedcom/decode'
import { type GedcomPreview, previewOf } from './gedcom/preview'
import { readGedcom } from './gedcom/read'
import type { GedcomFile, MomentWords } from './gedcom/types'

/** Kinds of files that can be put on a board. */
export const IMPORT_KINDS = ['csv', 'gedcom'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** How a file is meant: what kind (else as it looks), in whose language, and whether bad lines may be left out. */
export interface ImportHow {
  kind?: ImportKind | undefined
  locale?: Locale
  skipBad?: boolean
}

/** A file that was read; nothing has changed yet. */
export type ImportFile = { kind: 'csv'; preview: CsvPreview } | { kind: 'gedcom'; file: GedcomFile }

/** What an import would do, as it is shown. */
export type ImportPreview = ({ kind: 'csv' } & CsvPreview) | GedcomPreview

/**
 * What an import did; a file of moments brings moments only. `at`: when, in milliseconds since 1970; everything that
 * came with it bears this time.
 */
export type ImportCounts = Partial<GedcomCounts> & { events: number; skipped: number; at: number }

/** Reads a file of any kind that we know. Total: see the readers. */
export function readFile(
  bytes: Uint8Array,
  { kind, today, moments }: { kind: ImportKind | undefined; today: Day; moments: MomentWords },
): ImportFile {
  const meant = kind ?? (looksLikeGedcom(bytes) ? 'gedcom' : 'csv')
  if (meant === 'csv') return { kind: meant, preview: readCsv(bytes, { today }) }
  return { kind: meant, file: readGedcom(bytes, { today, words: moments }) }
}

export function previewFile(read: ImportFile): ImportPreview {
  return read.kind === 'csv' ? { kind: 'csv', ...read.preview } : previewOf(read.file)
}
