import { readRecords, type Separator } from '../csv/records'
import { COLUMNS, KINDS, NATURES, plain, SIDES, SOURCES, type Column } from '../csv/vocabulary'
import { isDate } from './date'
import { namedAlone } from './names'
import { readCells, readLine } from './readLine'
import type { EntryContext, EntryLine } from './types'

/** What is pasted or chosen beyond these many rows is not looked at. */
export const MAX_ROWS = 500
/** What a column can hold here; `skip` leaves it out. */
export const GRID_COLUMNS = [
  'date',
  'text',
  'description',
  'kind',
  'source',
  'side',
  'who',
  'nature',
  'skip',
] as const satisfies readonly (Column | 'skip')[]
export type GridColumn = (typeof GRID_COLUMNS)[number]

/** Rows of cells, as they were pasted. `columns` null: every row is one line of its own. */
export interface Grid {
  rows: string[][]
  columns: GridColumn[] | null
  /** Rows beyond `MAX_ROWS` that were left out. */
  left: number
}

/** A list sign or number before a line: "- ", "• ", "3. ". */
const BULLET = /^\s*(?:[-–—*•·▪◦‣o]|\d{1,3}[.)])\s+/u

/** Text from the clipboard or a file: a table when its cells are separated, else lines. */
export function gridOfText(text: string, context: EntryContext): Grid {
  const clean = text.replaceAll(/\r\n?/g, '\n').replace(/^\uFEFF/, '')
  const lines = clean.split('\n').filter((line) => line.trim() !== '')
  const separator = separatorOf(lines)
  if (separator)
    return gridOfRows(
      readRecords(clean, separator).map(({ cells }) => cells),
      context,
    )
  const rows = lines.map((line) => [line.replace(BULLET, '').trim()])
  return { rows: rows.slice(0, MAX_ROWS), columns: null, left: Math.max(0, rows.length - MAX_ROWS) }
}

/** Rows of a table: what each column is, from its header or else from what stands in it. */
export function gridOfRows(cells: readonly (readonly string[])[], context: EntryContext): Grid {
  const full = cells
    .map((row) => row.map((cell) => cell.replaceAll('\u00A0', ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  const width = full.reduce((most, row) => Math.max(most, row.length), 0)
  const square = full.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''))
  const head = headed(square[0] ?? [])
  const rows = head ? square.slice(1) : square
  const columns = width < 2 && !head ? null : (head ?? guessed(rows, width, context))
  return { rows: rows.slice(0, MAX_ROWS), columns, left: Math.max(0, rows.length - MAX_ROWS) }
}

/** A tab in most lines, or a file whose first line is the known header with another sign. */
function separatorOf(lines: readonly string[]): Separator | null {
  const tabbed = lines.filter((line) => line.includes('\t')).length
  if (lines.length > 0 && tabbed >= lines.length / 2) return '\t'
  const separators: Separator[] = [';', ',']
  return separators.find((separator) => headed((lines[0] ?? '').split(separator)) !== null) ?? null
}

/** Columns by a header; null when it names no text or fewer than two columns that we know. */
function headed(row: readonly string[]): GridColumn[] | null {
  const known = row.map((cell) => COLUMNS.get(plain(cell)))
  if (!known.includes('text') || known.filter(Boolean).length < Math.min(2, row.length)) return null
  const seen = new Set<GridColumn>()
  return known.map((column) => {
    const own = GRID_COLUMNS.find((one) => one === column)
    if (!own || seen.has(own)) return 'description'
    seen.add(own)
    return own
  })
}

/** Columns by what stands in most of their cells; of what is left the longest is the text. */
function guessed(rows: readonly string[][], width: number, context: EntryContext): GridColumn[] {
  const columns: (GridColumn | null)[] = Array.from({ length: width }, () => null)
  const tests: [GridColumn, (cell: string) => boolean][] = [
    ['date', (cell) => isDate(cell, context)],
    ['kind', (cell) => KINDS.has(plain(cell))],
    ['source', (cell) => SOURCES.has(plain(cell))],
    ['side', (cell) => SIDES.has(plain(cell))],
    ['nature', (cell) => NATURES.has(plain(cell))],
    ['who', (cell) => namedAlone(cell, context).length > 0],
  ]
  const cellsOf = (i: number) => rows.map((row) => row[i] ?? '').filter((cell) => cell !== '')
  for (const [column, holds] of tests) {
    const at = columns.findIndex((taken, i) => {
      const cells = cellsOf(i)
      return taken === null && cells.length > 0 && cells.filter(holds).length >= cells.length / 2
    })
    if (at >= 0) columns[at] = column
  }
  const length = (i: number) => cellsOf(i).reduce((sum, cell) => sum + cell.length, 0)
  const free = columns.flatMap((taken, i) => (taken === null ? [i] : []))
  const [longest] = free.toSorted((a, b) => length(b) - length(a))
  if (longest !== undefined) columns[longest] = 'text'
  return columns.map((column) => column ?? 'description')
}

/** One row as a moment that is not made yet, by what its columns are. What is not understood stays as text. */
export function lineOfRow(
  row: readonly string[],
  columns: readonly GridColumn[] | null,
  context: EntryContext,
): EntryLine {
  if (!columns) return readLine(row[0] ?? '', context)
  const cells = columns.flatMap((column, i) => (column === 'skip' ? [] : [{ column, value: row[i] ?? '' }]))
  return readCells(cells, context)
}
