import { cut } from '../csv/cut'
import { TERM_NAMES, URN, type Term } from './terms'
import { type GedNode, shown } from './tree'
import type { GedcomCode, GedcomLeftOut, GedcomWarning } from './types'

/** How many lines are shown of what is left out. */
const SAMPLES = 3

/**
 * Keeps the book of a file: whoever reads a structure takes it through here, so that what nobody took is known at the
 * end and nothing is lost without a word.
 */
export class Ledger {
  readonly warnings: GedcomWarning[]
  /** 7.0 or later: there only a first @ is doubled. */
  readonly seven: boolean
  readonly #taken = new Set<GedNode>()
  readonly #terms: ReadonlyMap<string, Term>

  constructor(head: GedNode | null, warnings: GedcomWarning[]) {
    this.warnings = warnings
    this.#terms = termsOf(head)
    this.seven = versionOf(head).startsWith('7')
    if (head) this.#takeWhole(head)
  }

  take(node: GedNode): void {
    this.#taken.add(node)
  }

  isTaken(node: GedNode): boolean {
    return this.#taken.has(node)
  }

  /** All with this tag, taken. */
  all(node: GedNode, tag: string): GedNode[] {
    const found = node.children.filter((child) => child.tag === tag)
    for (const child of found) this.#taken.add(child)
    return found
  }

  /** The first with this tag, taken; others stay and will be told as left out. */
  one(node: GedNode, tag: string): GedNode | null {
    return this.#took(node.children.find((child) => child.tag === tag))
  }

  /** All of a term of ours, taken. */
  allOurs(node: GedNode, term: Term): GedNode[] {
    const found = node.children.filter((child) => this.isOurs(child, term))
    for (const child of found) this.#taken.add(child)
    return found
  }

  ours(node: GedNode, term: Term): GedNode | null {
    return this.#took(node.children.find((child) => this.isOurs(child, term)))
  }

  /** The text of a term of ours, or null when it is not there. */
  ourText(node: GedNode, term: Term, max = Infinity): string | null {
    const found = this.ours(node, term)
    return found && this.text(found, max)
  }

  isOurs(node: GedNode, term: Term): boolean {
    return this.#terms.get(node.tag) === term
  }

  /** What a structure says, without the doubling of @; see `fit`. */
  text(node: GedNode, max = Infinity): string {
    const text = this.seven
      ? node.value.split('\n').map(withoutDouble).join('\n')
      : node.value.replaceAll('@@', '@')
    return this.fit(node, text, max)
  }

  /** A text that goes where at most `max` UTF-16 units fit; what is longer is cut, and warned of. */
  fit(at: GedNode, text: string, max: number): string {
    if (text.length <= max) return text
    this.warn(at, 'too-long', text)
    return cut(text, max)
  }

  /** The text of the first with this tag, trimmed; "" when there is none. */
  textOf(node: GedNode, tag: string, max = Infinity): string {
    const found = this.one(node, tag)
    return found ? this.text(found, max).trim() : ''
  }

  warn(at: GedNode, code: GedcomCode, value = at.value): void {
    this.warnings.push({ line: at.line, code, value: shown(value) })
  }

  /** What nobody took, by tag in order of count. What lies below something left out is not counted on its own. */
  leftOut(records: readonly GedNode[]): GedcomLeftOut[] {
    const byTag = new Map<string, GedcomLeftOut>()
    const note = (tag: string, { line, value }: GedNode) => {
      const entry = byTag.get(tag) ?? { tag, count: 0, samples: [] }
      entry.count++
      if (entry.samples.length < SAMPLES) entry.samples.push({ line, text: shown(value) })
      byTag.set(tag, entry)
    }
    // Only what was taken is gone into, and that is never deeper than what we read.
    const visit = (node: GedNode, path: string) => {
      if (!this.#taken.has(node)) return isBlank(node) ? undefined : note(path, node)
      for (const child of node.children) visit(child, node.level === 0 ? child.tag : `${path}.${child.tag}`)
    }
    for (const record of records) visit(record, record.tag)
    return [...byTag.values()].sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
  }

  #took(node: GedNode | undefined): GedNode | null {
    if (!node) return null
    this.#taken.add(node)
    return node
  }

  /** The header speaks of the file and its sender, not of the family. */
  #takeWhole(head: GedNode): void {
    const todo = [head]
    for (let node = todo.pop(); node; node = todo.pop()) {
      this.#taken.add(node)
      todo.push(...node.children)
    }
  }
}

/** A date or a place that is not filled in: nothing is lost with it. */
const isBlank = ({ tag, value, children }: GedNode) =>
  (tag === 'DATE' || tag === 'PLAC') && value.trim() === '' && children.length === 0

const withoutDouble = (line: string) => (line.startsWith('@@') ? line.slice(1) : line)

/** The version as the header says it, "" when it does not. */
export function versionOf(head: GedNode | null): string {
  const gedc = head?.children.find(({ tag }) => tag === 'GEDC')
  return (gedc?.children.find(({ tag }) => tag === 'VERS')?.value ?? '').trim()
}

/** Which tag stands for which term of ours, as the header declares it. */
function termsOf(head: GedNode | null): ReadonlyMap<string, Term> {
  const schema = head?.children.find(({ tag }) => tag === 'SCHMA')
  const terms = new Map<string, Term>()
  for (const { tag, value } of schema?.children ?? []) {
    const [name = '', uri = ''] = value.trim().split(/\s+/u)
    const term = TERM_NAMES.find((one) => uri === URN + one)
    if (tag === 'TAG' && term) terms.set(name.toUpperCase(), term)
  }
  return terms
}
