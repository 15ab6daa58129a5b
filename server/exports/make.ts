import type { Case } from '@/lib/case/schema'
import type { Locale } from '@/lib/dates/types'
import { textsOf, type Drawing } from '@/lib/drawing/shapes'
import { svgDocument } from '@/lib/drawing/toSvg'
import type { ExportOptions } from '@/lib/exchange/options'
import { replacer } from '@/lib/exchange/pseudonyms'
import { reportOf } from '@/lib/exchange/report'
import { reportHtml } from '@/lib/exchange/reportHtml'
import { timelineContent, timelineOf } from '@/lib/timeline/fromCase'
import { layoutTimeline } from '@/lib/timeline/layout'
import { timelinePicture, timelineSheets, type SheetSource } from '@/lib/timeline/sheets'
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
  const text = (made: string): MadeFile => ({ bytes: Buffer.from(made), title, missingLetters: false })
  if (format === 'html' || format === 'docx') {
    const rename = pseudonyms ? replacer(job.case, names, words.pseudonyms) : (name: string) => name
    const report = reportOf(all, {
      today,
      cards: timelineContent(all, job.locale, words.content),
      sides: laneNames(all, words.sideOf),
      participants: new Map(job.participants.map(([id, name]) => [id, rename(name)])),
      words: words.report(job.atMs, pseudonyms),
    })
    if (format === 'html') return text(reportHtml(report, job.locale))
    return { bytes: await docxOf(report, job.locale), title, missingLetters: false }
  }
  return { title, ...(await makeDrawing(all, job, words, today)) }
}

type Words = ReturnType<typeof wordsIn>

async function makeDrawing(
  all: Case,
  { options, locale, atMs }: ExportJob,
  words: Words,
  today: number,
): Promise<Omit<MadeFile, 'title'>> {
  const names = laneNames(all, words.sideOf)
  const { events, lanes, settings, loops } = timelineOf(all, { today, locale, unseenWord: words.unseen })
  const layoutAt = (pxPerYear: number) => layoutTimeline(events, lanes, { ...settings, pxPerYear }, loops)
  const source = (notes: readonly ('names' | 'missing')[]): SheetSource => ({
    cards: timelineContent(all, locale, words.content),
    theme: PRINT_THEME,
    words: words.sheet({ ...all.meta, sides: names, madeAtMs: atMs, notes }),
  })
  const changed = options.pseudonyms ? (['names'] as const) : []
  const draw = (notes: readonly ('names' | 'missing')[]): Drawing[] =>
    options.format === 'pdf'
      ? timelineSheets(source(notes), layoutAt, options)
      : [timelinePicture(source(notes), layoutAt(settings.pxPerYear))]
  let drawings = draw(changed)
  // A browser finds other letters in its own fonts; what we draw ourselves has to say what it could not.
  const missingLetters = options.format !== 'svg' && drawings.some(hasMissing)
  if (missingLetters) drawings = draw([...changed, 'missing'])
  const [first] = drawings
  if (!first) throw new Error('a timeline without a sheet')
  if (options.format === 'svg') {
    const css = fontCss(textsOf(first.shapes))
    const svg = svgDocument(first, { font: PRINT_THEME.font, css, lang: locale })
    return { bytes: Buffer.from(svg), missingLetters }
  }
  if (options.format === 'png') return { bytes: await pngOf(first, options.scale), missingLetters }
  const sheetWords = words.sheet({ ...all.meta, sides: names, madeAtMs: atMs, notes: [] })
  const bookmarks = drawings.map((_, i) => sheetWords.sheet(i + 1, drawings.length))
  const facts = { title: sheetWords.title, lang: locale, madeAt: new Date(atMs), bookmarks }
  return { bytes: await pdfOf(drawings, facts), missingLetters }
}

function hasMissing({ shapes }: Drawing): boolean {
  return textsOf(shapes).some(({ text, weight }) => runsOf(text, weight).missing)
}

/** Names of the timeline's lanes by id; a side that nobody named has our word for it. */
function laneNames(all: Case, sideOf: (place: 'above' | 'below') => string): ReadonlyMap<string, string> {
  const stored = Object.entries(all.views.find(({ id }) => id === 'timeline')?.lanes ?? {})
  const own = stored.map(([id, { name, place }]): [string, string] => [id, name || sideOf(place)])
  return new Map([['professional', sideOf('above')], ['family', sideOf('below')], ...own])
}
