import { byText } from '@/lib/timeline/lanes'
import { sortedEvents } from '@/lib/case/queries'
import type { Case, CaseEvent } from '@/lib/case/schema'
import { parseEdtf } from '@/lib/dates/edtf'
import type { Day, Locale } from '@/lib/dates/types'
import { TOLD } from '../caseFile'
import { cut } from './cut'
import { guard } from './guard'
import { writeNames } from './lists'
import {
  COLUMNS,
  ENGLISH_HEADERS,
  EXITS,
  HELPFUL,
  KINDS,
  NATURES,
  NOTICED,
  SIDES,
  SOURCES,
  YES_NO,
  type Column,
} from './vocabulary'

/** The columns in the order in which they are written. */
const ORDER = [
  'date',
  'words',
  'kind',
  'source',
  'who',
  'toldBy',
  'nature',
  'helpful',
  'side',
  'lane',
  'text',
  'description',
  'crucial',
  'turningPoint',
  'background',
  'proposed',
  'noticed',
  'exits',
] as const satisfies readonly Column[]

interface CsvHow {
  locale: Locale
  today: Day
  untitled: string
  /** Of a case with what is reserved: the events that are, and the name of the column that says so. */
  reserved?: { ids: ReadonlySet<string>; header: string } | undefined
}

/** Longest text of a moment, as the reader takes it for a title. */
const MAX_TITLE = 300

/**
 * The case's events as CSV, one a line in order of date, separated by `;`, with a byte order mark so that
 * spreadsheets read it as UTF-8. Reading it gives the same events: kind, date and its words, source, names, side and
 * lane, text, marks, exits, and what who told it says of it. What no line can hold is left out: ids, links to people
 * (their names stay), reactions of others, pictures, what a date hangs on.
 */
export function writeCsv(all: Case, how: CsvHow): string {
  const word = wordsFor(how.locale)
  const { reserved } = how
  const names = new Map([...all.people, ...all.organisations].map(({ id, name }) => [id, name]))
  const lanes = all.views.find(({ id }) => id === 'timeline')?.lanes ?? {}
  const rows = sortedEvents(all.events, how.today).map((event) => {
    const take = toldTake(event)
    const isSide = event.side === 'professional' || event.side === 'family'
    const lane = lanes[event.side]
    const isDate = event.date !== null && parseEdtf(event.date) !== null
    const cells: Record<(typeof ORDER)[number], string> = {
      date: isDate ? (event.date ?? '') : '',
      words: event.originalText || (isDate ? '' : (event.date ?? '')),
      kind: word(KINDS, event.kind),
      source: word(SOURCES, event.source),
      who: writeNames(namesOf(event, names)),
      toldBy: nameOfTeller(event, names),
      nature: word(NATURES, take?.nature ?? null),
      helpful: word(HELPFUL, take?.helpful ?? null),
      side: word(SIDES, isSide ? event.side : lane?.place === 'above' ? 'professional' : 'family'),
      lane: isSide ? '' : (lane?.name ?? ''),
      text: oneLine(event.title) || how.untitled,
      description: event.description,
      crucial: word(YES_NO, event.crucial || null),
      turningPoint: word(YES_NO, event.turningPoint || null),
      background: word(YES_NO, event.background || null),
      proposed: word(YES_NO, event.proposed || null),
      noticed: word(NOTICED, event.noticed),
      exits: exitsOf(event)
        .map(({ status, text }) => `${word(EXITS, status)}: ${oneLine(text)}`)
        .join('\n'),
    }
    const row: string[] = ORDER.map((column) => cells[column])
    return reserved ? [...row, word(YES_NO, reserved.ids.has(event.id) || null)] : row
  })
  const header: string[] = ORDER.map((column) => headerOf(column, how.locale))
  if (reserved) header.push(reserved.header)
  return `\uFEFF${[header, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`
}

/** Always guarded; in quotes when a separator, a quote, a line end or white space at an end needs it. */
function quoted(cell: string): string {
  const safe = guard(cell.trim())
  return /[;",\n\r\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const oneLine = (text: string) => cut(text.replaceAll(/\s+/gu, ' ').trim(), MAX_TITLE)

/** A word of the vocabulary that means this: the first that is English, or the first of all. */
function wordsFor(locale: Locale) {
  return <V>(words: ReadonlyMap<string, V>, value: V | null): string => {
    if (value === null) return ''
    const all = [...words].filter(([, meaning]) => meaning === value).map(([word]) => word)
    return (locale === 'en' ? all.find((word) => ENGLISH.has(word)) : all[0]) ?? ''
  }
}

const ENGLISH: ReadonlySet<string> = new Set(
  'decision contact fact need experience roundabout gap dream family professional network unknown opinion assumption feeling interpretation yes no both then now taken passed unseen'.split(
    ' ',
  ),
)

function headerOf(column: Column, locale: Locale): string {
  const all = [...COLUMNS].filter(([, meaning]) => meaning === column).map(([word]) => word)
  return all.find((word) => ENGLISH_HEADERS.has(word) === (locale === 'en')) ?? all[0] ?? column
}

function namesOf(event: CaseEvent, names: ReadonlyMap<string, string>): string[] {
  const linked = [...event.people, ...event.organisations].map((id) => names.get(id) ?? '')
  return [...new Set([...linked, ...event.names].map((name) => oneLine(name)))].filter((name) => name !== '')
}

function nameOfTeller({ toldBy }: CaseEvent, names: ReadonlyMap<string, string>): string {
  return oneLine((toldBy?.person && names.get(toldBy.person)) || toldBy?.name || '')
}

function toldTake({ takes, toldBy }: CaseEvent) {
  const all = Object.values(takes)
  const teller = takes[toldBy?.person ?? ''] ?? takes[toldBy?.principal ?? '']
  return takes[TOLD] ?? teller ?? (all.length === 1 ? all[0] : undefined)
}

function exitsOf({ exits }: CaseEvent) {
  return Object.entries(exits)
    .sort(([a, one], [b, other]) => byText(one.order, other.order) || byText(a, b))
    .map(([, exit]) => exit)
}
