import { z } from 'zod'
import { STAKE_FORMS } from '@/lib/stakeholders/types'

/** The views that can be drawn. */
export const VIEWS = ['timeline', 'genogram', 'stakeholders'] as const

export const FORMATS = ['pdf', 'png', 'svg', 'docx', 'html', 'csv', 'gedcom', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** The formats that are a drawing of one view. */
export const DRAWN: ReadonlySet<Format> = new Set(['pdf', 'png', 'svg'])

const YesNo = z
  .union([z.boolean(), z.enum(['0', '1', 'true', 'false'])])
  .default(false)
  .transform((value) => value === true || value === '1' || value === 'true')

/** What can be asked of an export, by HTTP (all texts) and on the command line alike. */
export const ExportOptions = z.object({
  format: z.enum(FORMATS).default('json'),
  /** Which view is drawn; a table and the data formats hold the same whatever it says. */
  view: z.enum(VIEWS).default('timeline'),
  /** In which form the stakeholder map is drawn; the other views have one form. */
  form: z.enum(STAKE_FORMS).default('rings'),
  paper: z.enum(['a4', 'a3']).default('a4'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  /** Names of people replaced; `1` in an address. */
  pseudonyms: YesNo,
  /** With what only those who are admitted may know; refused to everybody else. `1` in an address. */
  reserved: YesNo,
  /** Pixels of a picture for each unit of the drawing. */
  scale: z.coerce.number().min(0.5).max(4).default(2),
})
export type ExportOptions = z.output<typeof ExportOptions>

/** The media type of each format. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gedcom: 'text/vnd.familysearch.gedcom; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** What a file's name ends in. */
const ENDINGS: Readonly<Record<Format, string>> = {
  pdf: 'pdf',
  png: 'png',
  svg: 'svg',
  docx: 'docx',
  html: 'html',
  csv: 'csv',
  gedcom: 'ged',
  json: 'json',
}

/** The answer says so in this header when "(?)" stands for letters that could not be drawn. */
export const MISSING_LETTERS_HEADER = 'x-missing-letters'

/** Longest name of a file without its ending, in letters. */
const MAX_NAME = 80
/** Names that Windows keeps for itself. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name for a file that every system takes: of the title its letters, digits, spaces, dots and dashes. Never
 * empty, never hidden, never a path.
 */
export function fileName(title: string, format: Format): string {
  const safe = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\.{2,}/g, '.')
    .trim()
  const short = Array.from(safe)
    .slice(0, MAX_NAME)
    .join('')
    .replaceAll(/^[ ._-]+|[ ._-]+$/gu, '')
  return `${short === '' || DEVICES.test(short) ? 'rotonde' : short}.${ENDINGS[format]}`
}

/** `Content-Disposition` for a file: a plain name for old programs, the real one beside it (RFC 6266). */
export function attachment(name: string): string {
  const plain =
    name
      .normalize('NFD')
      .replaceAll(/[^ -~]|["\\]/g, '')
      .trim() || 'rotonde'
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
