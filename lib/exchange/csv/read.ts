import type { Day } from '@/lib/dates/types'
import { decodeText } from './decode'
import { readHeader } from './header'
import { readLine } from './line'
import type { CsvBadLine, CsvEvent, CsvPreview } from './types'

const MAX_BYTES = 5 * 1024 * 1024
/** Physical lines, the header among them. */
const MAX_LINES = 20_000

/**
 * What an import of this file would do. Total: never throws, whatever the bytes; nothing of the file is lost
 * without a word, because a line is either an event with all its cells or a bad line with a reason.
 *
 * - Separator `;`, `,` or tab; headers in Dutch or English, in any order. A column that we do not know goes into
 *   the description as "Header: cell".
 * - A date is EDTF or people's words. Empty, `?` or `..` is undated.
 * - Without a column for the side, what professionals tell lies on theirs and everything else with the family.
 * - "feit" becomes a family event: something that happened in the family's life, whoever tells it.
 * - Cells are text: a leading `=`, `+`, `-` or `@` means nothing here.
 */
export function readCsv(bytes: Uint8Array, context: { today: Day }): CsvPreview {
  if (bytes.length > MAX_BYTES) return nothing('too-large')
  const text = decodeText(bytes)
  if (text === null) return nothing('not-text')
  if (text.trim() === '') return nothing('empty')
  if (text.trimEnd().split('\n').length > MAX_LINES) return nothing('too-large')
  const header = readHeader(text)
  if (!header) return nothing('no-header')
  if (header.records.length === 0) return nothing('empty')
  const events: CsvEvent[] = []
  const bad: CsvBadLine[] = []
  for (const record of header.records) {
    const line = readLine(record, header, context.today)
    if ('reason' in line) bad.push(line)
    else events.push(line)
  }
  const undated = events.filter((event) => event.date === null).length
  return { problem: null, separator: header.separator, events, bad, undated }
}

function nothing(problem: NonNullable<CsvPreview['problem']>): CsvPreview {
  return { problem, separator: ';', events: [], bad: [], undated: 0 }
}
