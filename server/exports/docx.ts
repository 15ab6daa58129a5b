import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Report, ReportRow } from '@/lib/exchange/report'
import type { StakesTable } from '@/lib/exchange/reportStakes'
import type { Locale } from '@/lib/dates/types'

const INK_SOFT = '55616E'
/** Shares of the width for the four columns, in percent. */
const WIDTHS = [16, 38, 16, 30]
/** Between the margins of A4, lying, in twentieths of a point. */
const TABLE_W = 16_838 - 2 * 1_440

/** A report as a Word document, lying, with headings and a table whose head comes back on every page. */
export async function docxOf(report: Report, locale: Locale): Promise<Buffer> {
  const { title, question, headings, threads, leftOut } = report
  const heads = [headings.when, headings.what, headings.who, headings.words]
  const header = new TableRow({
    tableHeader: true,
    children: heads.map((head, i) =>
      cell([new Paragraph({ children: [new TextRun({ text: head, bold: true })] })], WIDTHS[i]),
    ),
  })
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    // Widths of our own in every program, whatever stands in the cells.
    layout: TableLayoutType.FIXED,
    columnWidths: WIDTHS.map((part) => Math.round((TABLE_W * part) / 100)),
    rows: [header, ...report.rows.map(rowOf)],
  })
  const document = new Document({
    title: clean(title),
    creator: 'Rotonde',
    description: clean(question),
    styles: {
      default: {
        document: {
          run: { font: 'Verdana', size: 19, language: { value: locale === 'nl' ? 'nl-NL' : 'en-GB' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 } },
        },
        children: [
          new Paragraph({ text: clean(title), heading: HeadingLevel.HEADING_1 }),
          ...lines(question),
          soft([report.made, report.note].filter((part) => part !== '').join(' · ')),
          ...(report.rows.length === 0 ? lines(report.empty) : [table]),
          ...(threads.lines.length === 0
            ? []
            : [
                new Paragraph({ text: threads.title, heading: HeadingLevel.HEADING_2 }),
                ...threads.lines.map((line) => new Paragraph({ text: clean(line), bullet: { level: 0 } })),
              ]),
          ...[report.stakes, ...report.rounds].flatMap(stakesOf),
          new Paragraph({ text: leftOut.title, heading: HeadingLevel.HEADING_2 }),
          ...lines(leftOut.text),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** The stakeholder map as a table with its heading; nothing when nobody has a place in it. */
function stakesOf({ title, headings, rows }: StakesTable): (Paragraph | Table)[] {
  if (rows.length === 0) return []
  const part = 100 / headings.length
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, i) => cell(isHead || i === 0 ? [bold(text)] : lines(text), part)),
    })
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      layout: TableLayoutType.FIXED,
      columnWidths: headings.map(() => Math.round(TABLE_W / headings.length)),
      rows: [row(headings, true), ...rows.map((texts) => row(texts, false))],
    }),
  ]
}

function rowOf({ when, title, marks, text, exits, who, told, takes }: ReportRow): TableRow {
  const [date = '', ...said] = when
  const what = [
    bold(title),
    ...(marks === '' ? [] : [soft(marks)]),
    ...text.flatMap(lines),
    ...(exits.lines.length === 0 ? [] : [bold(exits.title)]),
    ...exits.lines.map((line) => new Paragraph({ text: clean(line), bullet: { level: 0 } })),
  ]
  const words = [
    soft(told.join(' · ')),
    ...takes.flatMap((take) => [
      bold(take.author),
      ...(take.marks === '' ? [] : [soft(take.marks)]),
      ...take.text.flatMap(lines),
    ]),
  ]
  const cells = [[...lines(date), ...said.map(soft)], what, who.flatMap(lines), words]
  return new TableRow({ cantSplit: true, children: cells.map((children, i) => cell(children, WIDTHS[i])) })
}

/** `part` of the width of the table, in percent. */
function cell(children: Paragraph[], part = 0): TableCell {
  return new TableCell({
    width: { size: part, type: WidthType.PERCENTAGE },
    margins: { top: 80, bottom: 80, left: 100, right: 100 },
    // Word wants at least one paragraph in a cell.
    children: children.length === 0 ? [new Paragraph('')] : children,
  })
}

const lines = (text: string): Paragraph[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => new Paragraph({ alignment: AlignmentType.LEFT, text: clean(line) }))

const bold = (text: string) => new Paragraph({ children: [new TextRun({ text: clean(text), bold: true })] })
const soft = (text: string) =>
  new Paragraph({ children: [new TextRun({ text: clean(text), color: INK_SOFT, size: 17 })] })

/** What XML cannot hold would make a file that Word does not open. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
