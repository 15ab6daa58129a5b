import { readRecords, type CsvRecord, type Separator } from './records'
import { COLUMNS, ENGLISH_HEADERS, plain, type Column } from './vocabulary'

export interface Header {
  separator: Separator
  /** What each column of the file holds, in its order; null for a column that we do not know. */
  columns: (Column | null)[]
  /** The headers as they stand in the file. */
  labels: string[]
  english: boolean
  /** The records below the header, those without any content left out. */
  records: CsvRecord[]
}

const SEPARATORS: readonly Separator[] = [';', ',', '\t']

/**
 * The header, read with the separator that makes most of it known. A first line `sep=;`, as spreadsheets write
 * it, decides. Null when no column holds the text of the moments.
 */
export function readHeader(text: string): Header | null {
  const named = /^sep=([;,\t])(?=\n|$)/iu.exec(text)?.[1]
  // The line itself stays, emptied: the numbers of the lines must stay those of the file.
  const body = named ? text.slice('sep=;'.length) : text
  const headers = SEPARATORS.filter((separator) => !named || separator === named)
    .map((separator) => headerWith(body, separator))
    .filter((header) => header.columns.includes('text'))
  return headers.sort((a, b) => known(b) - known(a))[0] ?? null
}

const known = (header: Header) => header.columns.filter((column) => column !== null).length

function headerWith(text: string, separator: Separator): Header {
  const [head, ...records] = readRecords(text, separator).filter(hasContent)
  const labels = (head && !head.badQuotes ? head.cells : []).map((cell) => cell.trim())
  const seen = new Set<Column>()
  const columns = labels.map((label) => {
    const column = COLUMNS.get(plain(label))
    // A second column of the same meaning is kept like one that we do not know.
    if (column === undefined || seen.has(column)) return null
    seen.add(column)
    return column
  })
  return { separator, columns, labels, english: labels.some((l) => ENGLISH_HEADERS.has(plain(l))), records }
}

function hasContent(record: CsvRecord): boolean {
  return record.cells.some((cell) => cell.trim() !== '')
}
