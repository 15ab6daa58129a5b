import { generateNKeysBetween } from 'fractional-indexing'
import { MoreChildren } from '@/lib/case/schemaFamily'
import { readPhases } from './readPhases'
import { pointed, type Reading } from './reading'
import type { GedNode } from './tree'

/** One FAM: whom children of it belong to. */
export interface Family {
  node: GedNode
  /** Id of the partnership; null when one parent stands alone. */
  partnership: string | null
  husband: string | null
  wife: string | null
  /** All of them who are in the file, in the order of the file. */
  partners: readonly string[]
  /** Children whom the FAM names, with their place among them. */
  children: ReadonlyMap<string, number>
}

/** A case knows two partners. */
const MAX_PARTNERS = 2

/**
 * One FAM as a partnership, or as one parent alone; null when there is nobody to keep. `claimed`: people who say that
 * they belong to it as partners. `hasChildren`: somebody says to be a child of it.
 */
export function readFamily(
  reading: Reading,
  node: GedNode,
  {
    id,
    order,
    claimed,
    hasChildren,
  }: { id: string; order: string; claimed: readonly string[]; hasChildren: boolean },
): Family | null {
  const { ledger } = reading
  for (const restriction of ledger.all(node, 'RESN')) ledger.warn(restriction, 'restricted')
  const named = (tag: string) =>
    ledger.all(node, tag).map((one) => ({ one, id: pointed(reading, one, reading.people) }))
  const husbands = named('HUSB')
  const wives = named('WIFE')
  const partners = partnersOf(reading, node, [...husbands, ...wives], claimed)
  const children = childrenOf(reading, node, partners)
  const union = ledger.ours(node, 'UNION') !== null
  const phases = readPhases(reading, node)
  const said = ledger.ourText(node, 'MORECHILDREN')
  const moreChildren = MoreChildren.options.find((one) => one === said) ?? null
  const family = {
    node,
    husband: husbands[0]?.id ?? null,
    wife: wives[0]?.id ?? null,
    partners,
    children,
  }
  if (!union && phases.length === 0 && moreChildren === null && partners.length < MAX_PARTNERS) {
    if (children.size === 0 && !hasChildren) {
      ledger.warn(node, partners.length === 0 ? 'empty-family' : 'lone-partner', node.xref)
      return null
    }
    if (partners.length === 1) return { ...family, partnership: null }
    // Who were brother and sister in the file stay so.
    ledger.warn(node, 'no-partners', node.xref)
  }
  const keys = generateNKeysBetween(null, null, phases.length)
  reading.records.partnerships.push({
    id,
    partners: [...partners],
    phases: Object.fromEntries(phases.map((phase, i) => [`p${i + 1}`, { ...phase, order: keys[i] }])),
    moreChildren,
    order,
  })
  return { ...family, partnership: id }
}

function partnersOf(
  { ledger }: Reading,
  node: GedNode,
  named: readonly { one: GedNode; id: string | null }[],
  claimed: readonly string[],
): string[] {
  const partners: string[] = []
  const inOrder = [...named].sort((a, b) => a.one.line - b.one.line)
  for (const { one, id } of inOrder) {
    if (id === null) continue
    if (partners.includes(id)) ledger.warn(one, 'self-marriage')
    else if (partners.length === MAX_PARTNERS) ledger.warn(one, 'many-partners')
    else partners.push(id)
  }
  const known = new Set(named.map(({ id }) => id))
  for (const id of claimed) {
    if (known.has(id)) continue
    if (partners.length === MAX_PARTNERS) ledger.warn(node, 'many-partners', node.xref)
    else {
      ledger.warn(node, 'one-sided', node.xref)
      partners.push(id)
    }
  }
  return partners
}

function childrenOf(
  reading: Reading,
  node: GedNode,
  partners: readonly string[],
): ReadonlyMap<string, number> {
  const children = new Map<string, number>()
  for (const one of reading.ledger.all(node, 'CHIL')) {
    const id = pointed(reading, one, reading.people)
    if (id === null) continue
    if (partners.includes(id)) reading.ledger.warn(one, 'own-parent')
    else if (children.has(id)) reading.ledger.warn(one, 'twice')
    else children.set(id, children.size)
  }
  return children
}
