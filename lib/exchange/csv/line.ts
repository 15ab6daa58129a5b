import type { Day } from '@/lib/dates/types'
import { cut, titleOf } from './cut'
import { readDate } from './date'
import type { Header } from './header'
import type { CsvRecord } from './records'
import type { CsvBadLine, CsvEvent, CsvReason } from './types'
import { unguard } from './guard'
import { exitsIn, namesIn } from './lists'
import { HELPFUL, KINDS, NATURES, NOTICED, plain, SIDES, SOURCES, YES_NO, type Column } from './vocabulary'

/** In UTF-16 units, as in the case's schema. */
const MAX_TITLE = 300
const MAX_DESCRIPTION = 20_000
const MAX_NAME = 200
const MAX_NAMES = 200
/** How much of a bad line is shown. */
const MAX_SHOWN = 80

/** One record as an event, or why it cannot be read: the first reason that applies. */
export function readLine(record: CsvRecord, header: Header, today: Day): CsvEvent | CsvBadLine {
  const bad = (reason: CsvReason, value: string): CsvBadLine => ({
    line: record.line,
    reason,
    value: cut(value, MAX_SHOWN),
  })
  const whole = record.cells.join(header.separator)
  if (record.badQuotes) return bad('quotes', whole)
  const cells = record.cells.map((cell) => unguard(cell.trim()))
  const extra = cells.slice(header.labels.length).find((cell) => cell !== '')
  if (extra !== undefined) return bad('columns', whole)

  const cell = (column: Column) => cells[header.columns.indexOf(column)] ?? ''
  const text = cell('text')
  if (text === '') return bad('no-text', whole)
  const kind = lookUp(KINDS, cell('kind'))
  if (kind === undefined) return bad('unknown-kind', cell('kind'))
  const source = lookUp(SOURCES, cell('source'))
  if (source === undefined) return bad('unknown-source', cell('source'))
  const side = lookUp(SIDES, cell('side'))
  if (side === undefined) return bad('unknown-side', cell('side'))
  const nature = lookUp(NATURES, cell('nature'))
  if (nature === undefined) return bad('unknown-nature', cell('nature'))
  const helpful = lookUp(HELPFUL, cell('helpful'))
  if (helpful === undefined) return bad('unknown-helpful', cell('helpful'))
  const flags = FLAGS.map((flag) => [flag, lookUp(YES_NO, cell(flag))] as const)
  const strange = flags.find(([, value]) => value === undefined)
  if (strange) return bad('unknown-yes', cell(strange[0]))
  const noticed = lookUp(NOTICED, cell('noticed'))
  if (noticed === undefined) return bad('unknown-noticed', cell('noticed'))
  const exits = exitsIn(cell('exits'))
  if (exits === null) return bad('unknown-exit', cell('exits'))
  const date = readDate(cell('date'), { english: header.english, today })
  if (!date) return bad('bad-date', cell('date'))
  const told = [cell('toldBy'), cell('lane'), cell('words')]
  const tooLong = told.find((words) => words.length > MAX_NAME)
  if (tooLong !== undefined) return bad('too-long', tooLong)
  const names = namesIn(cell('who'))
  if (names.length > MAX_NAMES || names.some((name) => name.length > MAX_NAME))
    return bad('too-long', cell('who'))

  const title = titleOf(text, MAX_TITLE)
  const rest = header.labels.map((label, i) => {
    if (header.columns[i]) return ''
    const value = cells[i] ?? ''
    return value === '' || label === '' ? value : `${label}: ${value}`
  })
  const description = [title === text ? '' : text, cell('description'), ...rest].filter((part) => part !== '')
  if (description.join('\n').length > MAX_DESCRIPTION) return bad('too-long', whole)

  return {
    line: record.line,
    title,
    description: description.join('\n'),
    date: date.edtf,
    // A column for the words decides, also where the date is none.
    originalText: cell('words') || date.originalText,
    kind: kind ?? 'family',
    side: side ?? (source === 'professional' ? 'professional' : 'family'),
    source,
    names,
    nature,
    helpful,
    ...(Object.fromEntries(flags.map(([flag, value]) => [flag, value ?? false])) as Record<Flag, boolean>),
    toldBy: cell('toldBy'),
    lane: cell('lane'),
    noticed,
    exits,
  }
}

/** Columns that say yes or no; an empty cell is no. */
const FLAGS = ['crucial', 'turningPoint', 'background', 'proposed'] as const
type Flag = (typeof FLAGS)[number]

/** What a word means; null for an empty cell, undefined for a word that we do not know. */
function lookUp<V>(words: ReadonlyMap<string, V>, cell: string): V | null | undefined {
  return cell === '' ? null : words.get(plain(cell))
}
