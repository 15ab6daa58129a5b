import Papa from 'papaparse/papaparse.min.js'
import type { CsvPreview } from './types'

export type Separator = CsvPreview['separator']

export interface CsvRecord {
  /** Number of its first physical line, counted from 1: a quoted cell may span several. */
  line: number
  cells: string[]
  /** A quoted cell that is not closed as it should be: `cells` is then the whole line as it stood. */
  badQuotes: boolean
}

/** Each bad quote costs a new reading of what follows; after these many the rest is one bad record. */
const MAX_RECOVERIES = 20

/**
 * The records of a text whose lines end in `\n`. Total: a quote that is never closed spoils its own line only,
 * not the rest of the file.
 */
export function readRecords(text: string, separator: Separator): CsvRecord[] {
  const records: CsvRecord[] = []
  let rest = text
  let line = 1
  for (let recoveries = 0; ; recoveries += 1) {
    const { data, errors } = Papa.parse(rest, { delimiter: separator, newline: '\n', quoteChar: '"' })
    const bad = Math.min(...errors.map((e) => (e.type === 'Quotes' ? (e.row ?? Infinity) : Infinity)))
    const first = line
    for (const cells of data.slice(0, bad)) {
      records.push({ line, cells, badQuotes: false })
      line += 1 + newlines(cells)
    }
    if (bad === Infinity) return records
    rest = skipLines(rest, line - first)
    const end = recoveries < MAX_RECOVERIES ? rest.indexOf('\n') : -1
    records.push({ line, cells: [end < 0 ? rest : rest.slice(0, end)], badQuotes: true })
    if (end < 0) return records
    line += 1
    rest = rest.slice(end + 1)
  }
}

function newlines(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
}

function skipLines(text: string, count: number): string {
  let at = 0
  for (let i = 0; i < count; i += 1) at = text.indexOf('\n', at) + 1
  return text.slice(at)
}
