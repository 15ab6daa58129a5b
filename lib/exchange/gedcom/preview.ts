import type { GedcomCounts } from './apply'
import type { GedcomCode, GedcomFile, GedcomLeftOut } from './types'

/** How many people, and lines of one kind of warning, travel with a preview; the counts say how many there are. */
const FIRST = 8
const LINES = 5
const TAGS = 40

/** What an import of a family file would do, small enough to show: counts, the first people, what stays behind. */
export interface GedcomPreview extends Pick<GedcomFile, 'problem' | 'version' | 'encoding'> {
  kind: 'gedcom'
  counts: GedcomCounts
  /** The first people of the file. */
  first: { name: string; birth: string; death: string | null }[]
  /** Warnings by kind, in the order of the first of each. */
  warnings: { code: GedcomCode; count: number; lines: { line: number; value: string }[] }[]
  leftOut: GedcomLeftOut[]
  /** Tags beyond those that are listed. */
  moreLeftOut: number
}

export function previewOf(file: GedcomFile): GedcomPreview {
  const { problem, version, encoding, records, leftOut } = file
  const said = (date: { date?: string | null; originalText?: string } | undefined) =>
    date?.originalText || date?.date || ''
  return {
    kind: 'gedcom',
    problem,
    version,
    encoding,
    counts: countsOf(file),
    first: records.people.slice(0, FIRST).map(({ name = '', birth, death }) => ({
      name,
      birth: said(birth),
      death: death ? said(death) : null,
    })),
    warnings: grouped(file),
    leftOut: leftOut.slice(0, TAGS),
    moreLeftOut: Math.max(0, leftOut.length - TAGS),
  }
}

export function countsOf({ records }: GedcomFile): GedcomCounts {
  const counts = Object.entries(records).map(([kind, all]) => [kind, (all as unknown[]).length])
  return Object.fromEntries(counts) as GedcomCounts
}

function grouped({ warnings }: GedcomFile): GedcomPreview['warnings'] {
  const groups = new Map<GedcomCode, GedcomPreview['warnings'][number]>()
  for (const { code, line, value } of warnings) {
    const group = groups.get(code) ?? { code, count: 0, lines: [] }
    group.count++
    if (group.lines.length < LINES) group.lines.push({ line, value })
    groups.set(code, group)
  }
  return [...groups.values()]
}
