import { sortedEvents } from '@/lib/case/queries'
import type { Case, CaseEvent, CaseTake } from '@/lib/case/schema'
import type { Day } from '@/lib/dates/types'
import { byText } from '@/lib/timeline/lanes'
import type { CardContent } from '@/lib/timeline/types'
import { roundTables, stakesTable, type StakesTable, type StakesTableWords } from './reportStakes'

/** The case as a table to read: the same for a web page and for Word. Plain words, nothing escaped yet. */
export interface Report {
  title: string
  question: string
  made: string
  /** "" or that names were replaced. */
  note: string
  headings: { when: string; what: string; who: string; words: string }
  rows: ReportRow[]
  empty: string
  threads: { title: string; lines: string[] }
  stakes: StakesTable
  /** What everybody placed for themselves. */
  rounds: StakesTable[]
  leftOut: { title: string; text: string }
}

export interface ReportRow {
  /** The date in words, and below it what was said when that is something else. */
  when: string[]
  title: string
  /** Kind and marks: "beslismoment · keerpunt". */
  marks: string
  /** Paragraphs below the title. */
  text: string[]
  exits: { title: string; lines: string[] }
  who: string[]
  /** Side, source and teller. */
  told: string[]
  /** What each said, under their name. */
  takes: { author: string; marks: string; text: string[] }[]
}

/** The words of a report, in one language. */
export interface ReportWords {
  made: string
  note: string
  headings: Report['headings']
  untitled: string
  empty: string
  leftOut: Report['leftOut']
  threads: string
  stakes: StakesTableWords
  exits: string
  exit: Record<'taken' | 'passed' | 'unseen', string>
  side: (name: string) => string
  source: Record<NonNullable<CaseEvent['source']>, string>
  toldBy: (name: string) => string
  said: (words: string) => string
  picture: (text: string) => string
  pictureOnly: string
  noticed: (when: 'then' | 'now') => string
  looking: (text: string) => string
  someone: string
  writtenBy: (name: string) => string
  repeats: (title: string) => string
  nature: Record<NonNullable<CaseTake['nature']>, string>
  helpful: Record<NonNullable<CaseTake['helpful']>, string>
  from: Record<NonNullable<CaseTake['from']>, string>
  recognition: string
  answer: Record<'yes' | 'no' | 'unsure', string>
  marks: { crucial: string; turningPoint: string; proposed: string; era: string }
}

/** What a report is made of besides the case. */
export interface ReportSource {
  today: Day
  cards: ReadonlyMap<string, CardContent>
  /** Names of the lanes by id. */
  sides: ReadonlyMap<string, string>
  /** Names of participants by principal, for words that stand under an account. */
  participants: ReadonlyMap<string, string>
  words: ReportWords
}

/** Every event with all that was said of it, in order of date, and the stakeholder map in words. Nothing that people wrote is cut. */
export function reportOf(all: Case, source: ReportSource): Report {
  const { words } = source
  return {
    title: all.meta.title,
    question: all.meta.question,
    made: words.made,
    note: words.note,
    headings: words.headings,
    rows: sortedEvents(all.events, source.today).map((event) => rowOf(event, all, source)),
    empty: words.empty,
    threads: { title: words.threads, lines: threadsOf(all, source) },
    stakes: stakesTable(all, words.stakes),
    rounds: roundTables(all, source.participants, words.stakes),
    leftOut: words.leftOut,
  }
}

function rowOf(event: CaseEvent, all: Case, source: ReportSource): ReportRow {
  const { words, cards } = source
  const card = cards.get(event.id)
  const when = card?.dateText ?? ''
  const said =
    event.originalText !== '' && event.originalText !== when ? [words.said(event.originalText)] : []
  const marks = [
    card?.kindText ?? '',
    event.background ? words.marks.era : '',
    event.crucial ? words.marks.crucial : '',
    event.turningPoint ? words.marks.turningPoint : '',
    event.proposed ? words.marks.proposed : '',
  ]
  const picture = event.assetText ? words.picture(event.assetText) : words.pictureOnly
  return {
    when: [when, ...said].filter(some),
    title: event.title.trim() || words.untitled,
    marks: marks.filter(some).join(' · '),
    text: [
      ...event.description.split('\n').map((line) => line.trim()),
      event.noticed ? words.noticed(event.noticed) : '',
      event.asset === null ? '' : picture,
    ].filter(some),
    exits: { title: words.exits, lines: exitsOf(event, words) },
    who: (card?.who ?? '').split(', ').filter(some),
    told: [
      words.side(source.sides.get(event.side) ?? event.side),
      event.source ? words.source[event.source] : '',
      card?.teller ? words.toldBy(card.teller) : '',
    ].filter(some),
    takes: [...takesOf(event.takes, all, source), ...answersOf(event, all, source)],
  }
}

function exitsOf({ exits }: CaseEvent, words: ReportWords): string[] {
  return Object.entries(exits)
    .sort(([a, one], [b, other]) => byText(one.order, other.order) || byText(a, b))
    .map(([, { status, text }]) => `${words.exit[status]}: ${text}`)
}

/** Reactions under their author, the earliest first. */
function takesOf(takes: CaseEvent['takes'], all: Case, source: ReportSource): ReportRow['takes'] {
  const { words } = source
  return Object.entries(takes)
    .sort(([a, one], [b, other]) => one.at - other.at || byText(a, b))
    .map(([key, take]) => ({
      author: authorOf(key, take, all, source),
      marks: [
        take.nature ? words.nature[take.nature] : '',
        take.helpful ? words.helpful[take.helpful] : '',
        take.from ? words.from[take.from] : '',
        scribeOf(take.writtenBy, source),
      ]
        .filter(some)
        .join(' · '),
      text: [...take.text.split('\n'), take.now.trim() ? words.looking(take.now.trim()) : ''].filter(some),
    }))
    .filter(({ marks, text }) => marks !== '' || text.length > 0)
}

/** What those concerned say of a roundabout. */
function answersOf(event: CaseEvent, all: Case, source: ReportSource): ReportRow['takes'] {
  const { words } = source
  return Object.entries(event.answers).map(([key, { answer, name, writtenBy }]) => ({
    author: authorOf(key, { person: null, name }, all, source),
    marks: [`${words.recognition} ${words.answer[answer]}`, scribeOf(writtenBy, source)]
      .filter(some)
      .join(' · '),
    text: [],
  }))
}

/** Who wrote it down for somebody; "" when they wrote it themselves. */
function scribeOf(writtenBy: string | null, { participants, words }: ReportSource): string {
  return writtenBy === null ? '' : words.writtenBy(participants.get(writtenBy) ?? words.someone)
}

function authorOf(
  key: string,
  { person, name }: Pick<CaseTake, 'person' | 'name'>,
  { people }: Case,
  { participants, words }: ReportSource,
): string {
  const id = person ?? key
  const known = people.find((one) => one.id === id || (one.principal !== null && one.principal === key))
  return known?.name || participants.get(key) || name || words.someone
}

/** Red threads and loops with their events by title. */
function threadsOf({ threads, events }: Case, source: ReportSource): string[] {
  const titles = new Map(events.map(({ id, title }) => [id, title || source.words.untitled]))
  return threads.map(({ title, items, form }) => {
    const named = items.flatMap((id) => titles.get(id) ?? [])
    const name = title || source.words.untitled
    return [form === 'loop' ? source.words.repeats(name) : name, named.join(' – ')].filter(some).join(': ')
  })
}

const some = (words: string) => words.trim() !== ''
