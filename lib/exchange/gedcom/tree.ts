import type { GedcomWarning } from './types'

/** One structure of a family file with everything below it. */
export interface GedNode {
  /** Number of its line in the file, the first being 1. */
  line: number
  level: number
  /** In capitals. */
  tag: string
  /** Name by which others point at it, without the @; "" for none. */
  xref: string
  /** Its text with continued lines joined; a pointer as it stands ("@I1@"). */
  value: string
  children: GedNode[]
}

/** Level, name, tag and text. Names may be words, with blanks around them ("@ Bart_Simpson @"). */
const LINE = /^\s*(\d{1,3})[ \t]+(?:@([^@#][^@]*)@[ \t]*)?([A-Za-z_][A-Za-z0-9_]*)(?:[ \t](.*))?$/su
/** How much of a line is shown. */
const MAX_SHOWN = 80

/**
 * The structures of level 0, in the order of the file. Total and without recursion, however deep the levels. A level
 * that jumps belongs to the last structure above it; a line that is no GEDCOM is left out. Both are warned of.
 */
export function readTree(text: string): { records: GedNode[]; warnings: GedcomWarning[]; lines: number } {
  const warnings: GedcomWarning[] = []
  const records: GedNode[] = []
  /** From the record down to the last line read. */
  const open: GedNode[] = []
  const texts = new Map<GedNode, string[]>()
  const rows = text.split(/\r\n|\n\r|\r|\n/u)
  rows.forEach((row, i) => {
    if (row.trim() === '') return
    const line = i + 1
    const found = LINE.exec(row)
    if (!found) return void warnings.push({ line, code: 'no-gedcom', value: shown(row) })
    const [, level = '0', xref = '', tag = '', value = ''] = found
    const node: GedNode = {
      line,
      level: Number(level),
      tag: tag.toUpperCase(),
      xref: xref.trim(),
      value,
      children: [],
    }
    while ((open.at(-1)?.level ?? -1) >= node.level) open.pop()
    const parent = open.at(-1)
    if (parent && (node.tag === 'CONC' || node.tag === 'CONT')) {
      const parts = texts.get(parent) ?? [parent.value]
      parts.push(node.tag === 'CONT' ? `\n${value}` : value)
      texts.set(parent, parts)
      return
    }
    if (node.level > (parent?.level ?? -1) + 1) warnings.push({ line, code: 'level', value: shown(row) })
    if (parent) parent.children.push(node)
    else records.push(node)
    open.push(node)
  })
  for (const [node, parts] of texts) node.value = parts.join('')
  return { records, warnings, lines: rows.length }
}

/** A line or text as a warning shows it. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line
}
