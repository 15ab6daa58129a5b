import { cut, titleOf } from '../csv/cut'
import { COLUMNS, KINDS, NATURES, plain, SIDES, SOURCES, type Column } from '../csv/vocabulary'
import { datedBy, isDate, readDateWords, seemsDate } from './date'
import { exactly, namedAlone, namedIn } from './names'
import { dateInSentence } from './sentence'
import type { EntryContext, EntryDraft, EntryLine, KnownName, LinePart, PartRole } from './types'

/** In UTF-16 units, as in the case's schema. */
const MAX_TITLE = 300
const MAX_DESCRIPTION = 20_000
const MAX_SAID = 200

/**
 * One typed line as a moment that is not made yet. Fields stand between `;` (or tabs) in any order and are
 * recognised by what they are; a line without them is a sentence, which stays whole as the title. `!` by itself
 * says that it is very important. Total; every word ends in the title, the description, the words of the date or a
 * field that was recognised.
 */
export function readLine(typed: string, context: EntryContext): EntryLine {
  const { text, crucial } = withoutMark(typed.replaceAll(/[\r\n]+/g, ' ').trim())
  const work = new Work(context)
  if (crucial) work.crucial()
  const fields = text.split(/[;\t]/u).map((part) => part.trim())
  const headed = fields.length === 1 ? headAndRest(text, context) : null
  if (fields.length > 1) readFields(fields.filter(Boolean), work)
  else if (headed) readFields(headed, work)
  else if (text !== '') readSentence(text, work)
  return work.line()
}

/** A line being read: what is known so far. */
class Work {
  readonly parts: LinePart[] = []
  readonly titles: string[] = []
  readonly rest: string[] = []
  readonly given = new Set<PartRole>()
  readonly draft: EntryDraft
  date: EntryLine['date'] = { state: 'none' }

  constructor(readonly context: EntryContext) {
    this.draft = {
      title: '',
      description: '',
      date: null,
      anchor: null,
      originalText: '',
      kind: 'family',
      side: context.side,
      source: null,
      nature: null,
      crucial: false,
      people: [],
      organisations: [],
      names: [],
    }
  }

  take(text: string, role: PartRole): void {
    this.parts.push({ text, role })
    this.given.add(role)
  }

  crucial(): void {
    this.draft.crucial = true
    this.take('!', 'crucial')
  }

  who(text: string, known: readonly KnownName[]): void {
    for (const { kind, id } of known) if (!this.draft[kind].includes(id)) this.draft[kind].push(id)
    if (text !== '') this.take(text, 'who')
  }

  words(text: string): void {
    const isTitle = this.titles.length === 0
    ;(isTitle ? this.titles : this.rest).push(text)
    this.take(text, isTitle ? 'title' : 'description')
  }

  says(words: string, date: EntryLine['date']): void {
    this.date = date
    Object.assign(this.draft, datedBy(date))
    this.draft.originalText = cut(words, MAX_SAID)
    if (words.length > MAX_SAID) this.rest.push(words)
    this.take(words, 'date')
  }

  line(): EntryLine {
    const whole = this.titles[0] ?? ''
    const title = titleOf(whole, MAX_TITLE)
    const description = [title === whole ? '' : whole, ...this.rest].filter(Boolean).join('\n')
    const draft = { ...this.draft, title, description: cut(description, MAX_DESCRIPTION) }
    return { draft, parts: this.parts, date: this.date, ready: title.trim() !== '' }
  }
}

/** `!` by itself, at the start or the end. */
function withoutMark(text: string): { text: string; crucial: boolean } {
  const bare = text.replace(/^!\s*(?=[^!]|$)/u, '').replace(/(?:^|\s)!$/u, '')
  return { text: bare.trim(), crucial: bare !== text }
}

/** "2014: oma overlijdt", "zomer 2014 - oma overlijdt": a date first, then a mark, then what happened. */
function headAndRest(text: string, context: EntryContext): string[] | null {
  for (const mark of text.matchAll(/:\s|\s[-–—]\s|,\s/gu)) {
    const head = text.slice(0, mark.index).trim()
    const rest = text.slice(mark.index + mark[0].length).trim()
    if (head === '' || rest === '' || isDate(rest, context)) continue
    // The longest head that is a date: "van 2014 - 2016, zonder werk".
    if (isDate(head, context) && !startsAsDate(text, mark.index + mark[0].length, context))
      return [head, rest]
  }
  return null
}

/** Whether a longer head is a date too, so that the mark stands inside the date. */
function startsAsDate(text: string, from: number, context: EntryContext): boolean {
  return [...text.slice(from).matchAll(/:\s|\s[-–—]\s|,\s/gu)].some((mark) =>
    isDate(text.slice(0, from + mark.index).trim(), context),
  )
}

function readFields(fields: readonly string[], work: Work): void {
  const hasDate = fields.some((field) => isDate(field, work.context))
  for (const field of fields) {
    if (field === '!') work.crucial()
    else if (!readLabelled(field, work) && !readBare(field, work, hasDate)) work.words(field)
  }
}

/** "wie: Oma", "soort: besluit": the words of a file's header before a colon. False when it is none of these. */
function readLabelled(field: string, work: Work): boolean {
  const [, label = '', value = ''] = /^([^:]{2,20}):\s*(.+)$/su.exec(field) ?? []
  const column = COLUMNS.get(plain(label))
  return column !== undefined && value.trim() !== '' && readColumn(column, value.trim(), work)
}

/** What is said to be of a column. False when it does not fit there: it is then words. */
function readColumn(column: Column, value: string, work: Work): boolean {
  switch (column) {
    case 'date':
      if (work.given.has('date')) return false
      work.says(value, readDateWords(value, work.context))
      return true
    case 'who':
      readWho(value, work)
      return true
    case 'text':
      work.words(value)
      return true
    case 'kind':
      return readKind(value, work)
    case 'nature':
      return readNature(value, work)
    case 'source':
      return readSource(value, work)
    case 'side':
      return readSide(value, work)
    // Whether it helped is asked of people later; here the words are kept, as those of what only a file says.
    case 'helpful':
    case 'description':
    case 'words':
    case 'toldBy':
    case 'lane':
    case 'crucial':
    case 'turningPoint':
    case 'background':
    case 'proposed':
    case 'noticed':
    case 'exits':
      return false
  }
}

/** The cells of one row of a table, each with what its column is; what does not fit there is kept as words. */
export function readCells(
  cells: readonly { column: Column; value: string }[],
  context: EntryContext,
): EntryLine {
  const work = new Work(context)
  for (const { column, value } of cells) {
    if (value.trim() === '') continue
    const [first = '', ...others] = column === 'text' ? value.split('\n') : [value]
    if (!readColumn(column, first.trim(), work)) work.rest.push(first.trim())
    work.rest.push(...others.map((line) => line.trim()))
  }
  return work.line()
}

function readBare(field: string, work: Work, hasDate: boolean): boolean {
  if (!work.given.has('date') && isDate(field, work.context)) {
    work.says(field, readDateWords(field, work.context))
    return true
  }
  if (!work.given.has('kind') && readKind(field, work)) return true
  if (readNature(field, work) || readSource(field, work) || readSide(field, work)) return true
  const known = namedAlone(field, work.context)
  if (known.length > 0) {
    work.who(field, known)
    return true
  }
  if (work.given.has('date') || hasDate || !seemsDate(field, work.context)) return false
  work.says(field, readDateWords(field, work.context))
  return true
}

function readWho(value: string, work: Work): void {
  const { names } = work.context
  for (const name of value.split(',').map((part) => part.trim())) {
    const known = exactly(name, names)
    if (known) work.who('', [known])
    else if (name !== '' && name.length <= MAX_SAID) work.draft.names.push(name)
    else if (name !== '') work.rest.push(name)
  }
  work.take(value, 'who')
}

function readKind(value: string, work: Work): boolean {
  const kind = KINDS.get(plain(value))
  if (!kind || work.given.has('kind')) return false
  work.draft.kind = kind
  work.take(value, 'kind')
  return true
}

function readNature(value: string, work: Work): boolean {
  const nature = NATURES.get(plain(value))
  if (!nature || work.given.has('nature')) return false
  work.draft.nature = nature
  work.take(value, 'nature')
  return true
}

/** Who says so; as in a file, what professionals say lies on their side and everything else with the family. */
function readSource(value: string, work: Work): boolean {
  const source = SOURCES.get(plain(value))
  if (!source || work.given.has('source')) return false
  work.draft.source = source
  const lane = source === 'professional' ? 'professional' : 'family'
  if (source !== 'unknown' && !work.given.has('side') && hasLane(lane, work)) work.draft.side = lane
  work.take(value, 'source')
  return true
}

function readSide(value: string, work: Work): boolean {
  if (work.given.has('side')) return false
  const named = work.context.lanes.find(({ name }) => plain(name) !== '' && plain(name) === plain(value))?.id
  const side = named ?? SIDES.get(plain(value))
  if (!side || !hasLane(side, work)) return false
  work.draft.side = side
  work.take(value, 'side')
  return true
}

const hasLane = (lane: string, { context }: Work) => context.lanes.some(({ id }) => id === lane)

function readSentence(sentence: string, work: Work): void {
  const { date, words } = dateInSentence(sentence, work.context)
  work.words(sentence)
  if (date.state !== 'none') work.says(words, date)
  work.who('', namedIn(sentence, work.context))
}
