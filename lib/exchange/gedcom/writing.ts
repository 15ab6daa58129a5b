import type { Case, RecordOf } from '@/lib/case/schema'
import { byText } from '@/lib/timeline/lanes'
import { grouped } from './grouped'
import type { Lines } from './lines'
import { writeDateValue } from './writeDate'

/** A case while it is written. */
export interface Writing {
  all: Case
  lines: Lines
  /** Names in the file by the ids of ours. */
  people: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
  /** Names of the families that a person is a partner in. */
  asPartner: ReadonlyMap<string, readonly string[]>
  /** Parentages of a child, with the name of the family. */
  asChild: ReadonlyMap<string, readonly { xref: string; parentage: RecordOf<'parentages'> }[]>
  /** Relations by whom they go out from. */
  from: ReadonlyMap<string, readonly RecordOf<'relations'>[]>
}

/** A couple or one parent with the children that belong to them. */
export interface WrittenFamily {
  xref: string
  partnership: RecordOf<'partnerships'> | null
  partners: readonly string[]
  children: readonly RecordOf<'parentages'>[]
}

/** Couples first, in their order; then parents alone. What points at nobody is left out. */
export function familiesOf(all: Case): WrittenFamily[] {
  const people = new Set(all.people.map(({ id }) => id))
  const known = all.parentages.filter(({ child }) => people.has(child)).sort(byOrder)
  const children = grouped(known.map((one) => [one.partnership ?? one.parent ?? '', one]))
  const couples = [...all.partnerships].sort(byOrder).map((partnership) => ({
    partnership,
    partners: partnership.partners.filter((id) => people.has(id)),
    children: children.get(partnership.id) ?? [],
  }))
  const alone = all.people
    .filter(({ id }) => children.has(id))
    .map(({ id }) => ({ partnership: null, partners: [id], children: children.get(id) ?? [] }))
  return [...couples, ...alone].map((family, i) => ({ xref: `F${i + 1}`, ...family }))
}

const byOrder = (a: { id: string; order: string }, b: { id: string; order: string }) =>
  byText(a.order, b.order) || byText(a.id, b.id)

/** DATE with the words in which it was said, and in EDTF where the standard says less; nothing for no date. */
export function writeDate(
  { lines }: Writing,
  level: number,
  { date, originalText }: { date: string | null; originalText: string },
  tag = 'DATE',
): void {
  if (date === null && originalText === '') return
  const { value, complete } = date === null ? { value: '', complete: true } : writeDateValue(date)
  lines.add(level, tag, value)
  // An empty date needs words; without any of their own it is the EDTF that others see.
  const words = originalText || (value === '' ? (date ?? '') : '')
  if (words !== '') lines.add(level + 1, 'PHRASE', words)
  if (date !== null && !complete) lines.ours(level + 1, 'EDTF', date)
}
