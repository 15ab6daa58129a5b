import { type ReservedParts, reservedIds } from '@/lib/case/reserved/withReserved'
import type { Case } from '@/lib/case/schema'
import type { Locale } from '@/lib/dates/types'
import { textsOf, type Drawing } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import type { ExportOptions } from '@/lib/exchange/options'
import { replacer } from '@/lib/exchange/pseudonyms'
import { reportOf } from '@/lib/exchange/report'
import type { SheetNote } from '@/lib/i18n/fileWords'
import { reportHtml } from '@/lib/exchange/reportHtml'
import { genogramOf } from '@/lib/genogram/fromCase'
import { pictureOf } from '@/lib/genogram/pictureOf'
import { genogramPicture, genogramSheets } from '@/lib/genogram/sheets'
import { GENOGRAM_PRINT_THEME } from '@/lib/genogram/theme'
import { stakesOf } from '@/lib/stakeholders/fromCase'
import { stakesPicture } from '@/lib/stakeholders/picture'
import { stakesFramed, stakesSheets } from '@/lib/stakeholders/sheets'
import { timelineContent, timelineOf } from '@/lib/timeline/fromCase'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { SheetSource, SheetWords } from '@/lib/timeline/sheetFrame'
import { timelinePicture, timelineSheets } from '@/lib/timeline/sheets'
import { PRINT_THEME } from '@/lib/timeline/theme'
import { caseOf, makeData } from './data'
import { docxOf } from './docx'
import { fontCss, runsOf } from './fonts'
import { pdfOf } from './pdf'
import { pngOf } from './png'
import { wordsIn } from './words'

/** All that a file is made from, as plain data: it travels to the thread that makes it. */
export interface ExportJob {
  case: Case
  /** What of the case is only for who is admitted; null when that was left out. */
  reserved: ReservedParts | null
  /** Names of those who may open the board, by principal. */
  participants: readonly (readonly [principal: string, name: string])[]
  options: ExportOptions
  locale: Locale
  /** When it was asked for; days are counted in UTC as everywhere. */
  atMs: number
}

export interface MadeFile {
  bytes: Uint8Array
  /** Title as it stands in the file, for the file's name. */
  title: string
  /** "(?)" stands in it for letters that could not be drawn. */
  missingLetters: boolean
}

const DAY_MS = 86_400_000

/** Makes one file. Throws `too-large` (a Problem) for a picture beyond what can be opened. */
export async function makeFile(job: ExportJob): Promise<MadeFile> {
  const { format, pseudonyms } = job.options
  const words = wordsIn(job.locale)
  const names = job.participants.map(([, name]) => name)
  const data = makeData(job)
  if (data) return data
  const all = caseOf(job)
  const today = Math.floor(job.atMs / DAY_MS)
  const title = all.meta.title
  const hidden = job.reserved ? reservedIds(job.reserved, 'events') : undefined
  const text = (made: string): MadeFile => ({ bytes: Buffer.from(made), title, missingLetters: false })
  if (format === 'html' || format === 'docx') {
    const rename = pseudonyms ? replacer(job.case, names, words.pseudonyms) : (name: string) => name
    const report = reportOf(all, {
      today,
      // A table has the room to say in full that something is a proposal.
      cards: timelineContent(all, job.locale, { ...words.content, proposed: '' }, hidden),
      sides: laneNames(all, words.sideOf),
      participants: new Map(job.participants.map(([id, name]) => [id, rename(name)])),
      words: words.report(job.atMs, notesOf(job)),
    })
    if (format === 'html') return text(reportHtml(report, job.locale))
    return { bytes: await docxOf(report, job.locale), title, missingLetters: false }
  }
  return { title, ...(await makeDrawing(all, job, words, today)) }
}

/** What who reads the file has to know before all else. */
function notesOf({ options, reserved }: ExportJob): SheetNote[] {
  return [...(reserved ? (['reserved'] as const) : []), ...(options.pseudonyms ? (['names'] as const) : [])]
}

type Words = ReturnType<typeof wordsIn>

async function makeDrawing(
  all: Case,
  job: ExportJob,
  words: Words,
  today: number,
): Promise<Omit<MadeFile, 'title'>> {
  const { options, locale, atMs } = job
  const names = laneNames(all, words.sideOf)
  const sheetWords = (notes: readonly SheetNote[]) =>
    words.sheet({ ...all.meta, sides: names, madeAtMs: atMs, notes })
  const draw = DRAWERS[options.view](all, job, words, today)
  const changed = notesOf(job)
  let drawings = draw(sheetWords(changed))
  // A browser finds other letters in its own fonts; what we draw ourselves has to say what it could not.
  const missingLetters = options.format !== 'svg' && drawings.some(hasMissing)
  if (missingLetters) drawings = draw(sheetWords([...changed, 'missing']))
  const [first] = drawings
  if (!first) throw new Error('a drawing without a sheet')
  if (options.format === 'svg') {
    const css = fontCss(textsOf(first.shapes))
    const svg = svgDocument(first, { font: PRINT_THEME.font, css, lang: locale })
    return { bytes: Buffer.from(svg), missingLetters }
  }
  if (options.format === 'png') return { bytes: await pngOf(first, options.scale), missingLetters }
  const plain = sheetWords([])
  const bookmarks = drawings.map((_, i) => plain.sheet(i + 1, drawings.length))
  const facts = { title: first.title, lang: locale, madeAt: new Date(atMs), bookmarks }
  return { bytes: await pdfOf(drawings, facts), missingLetters }
}

/** Sheets of paper for a PDF, else one picture; by what is said around it. */
type Drawer = (words: SheetWords) => Drawing[]

function timelineDrawer(all: Case, job: ExportJob, words: Words, today: number): Drawer {
  const { options, locale, reserved } = job
  const hidden = reserved ? reservedIds(reserved, 'events') : undefined
  const line = timelineOf(all, { today, locale, unseenWord: words.unseen })
  const cards = timelineContent(all, locale, words.content, hidden)
  return (sheet) => {
    const source: SheetSource = { cards, theme: PRINT_THEME, words: sheet }
    return options.format === 'pdf'
      ? timelineSheets(source, line, options)
      : [timelinePicture(source, layoutTimeline(line.events, line.lanes, line.settings, line.loops))]
  }
}

function genogramDrawer(all: Case, job: ExportJob, { genogram }: Words, today: number): Drawer {
  const { options, locale, participants } = job
  // Who says something and is no person of the case is named by the board, unless names are replaced.
  const names = options.pseudonyms ? undefined : new Map(participants)
  const shown = genogramOf(all, { today, locale, words: genogram.said, ...(names && { names }) })
  const title = genogram.title(all.meta.title)
  const picture = pictureOf(shown, title, genogram.words)
  const how = { style: shown.style, theme: GENOGRAM_PRINT_THEME, words: genogram.words, legend: true }
  return (sheet) => {
    const source = { picture, how, words: { ...sheet, title } }
    return options.format === 'pdf' ? genogramSheets(source, options) : [genogramPicture(source)]
  }
}

function stakesDrawer(all: Case, job: ExportJob, words: Words, today: number): Drawer {
  const { options, locale, participants } = job
  const { stakeholders, genogram } = words
  const names = options.pseudonyms ? undefined : new Map(participants)
  const { form } = options
  const stakes = stakesOf(all, { form, today, locale, words: genogram.said, ...(names && { names }) })
  const title = stakeholders.title(all.meta.title)
  const picture = stakesPicture(stakes, genogram.words)
  const how = { theme: GENOGRAM_PRINT_THEME, words: stakeholders.words }
  return (sheet) => {
    const source = { picture, how, words: { ...sheet, title } }
    return options.format === 'pdf' ? stakesSheets(source, options) : [stakesFramed(source)]
  }
}

const DRAWERS: Readonly<
  Record<ExportOptions['view'], (all: Case, job: ExportJob, words: Words, today: number) => Drawer>
> = { timeline: timelineDrawer, genogram: genogramDrawer, stakeholders: stakesDrawer }

function hasMissing({ shapes }: Drawing): boolean {
  return textsOf(shapes).some(({ text, weight }) => runsOf(text, weight).missing)
}

/** Names of the timeline's lanes by id; a side that nobody named has our word for it. */
function laneNames(all: Case, sideOf: (place: 'above' | 'below') => string): ReadonlyMap<string, string> {
  const stored = Object.entries(all.views.find(({ id }) => id === 'timeline')?.lanes ?? {})
  const own = stored.map(([id, { name, place }]): [string, string] => [id, name || sideOf(place)])
  return new Map([['professional', sideOf('above')], ['family', sideOf('below')], ...own])
}
