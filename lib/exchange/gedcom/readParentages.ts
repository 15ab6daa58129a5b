import { generateNKeysBetween } from 'fractional-indexing'
import type { RowOf } from '../caseFile'
import { grouped } from './grouped'
import type { Family } from './readFamily'
import { type Dated, dateOf, MAX_NAME, readDateNode, UNDATED, xrefIn, type Reading } from './reading'
import type { GedNode } from './tree'

const PEDIGREES: Readonly<Record<string, string>> = {
  BIRTH: 'biological',
  ADOPTED: 'adopted',
  FOSTER: 'foster',
  SEALING: 'unknown',
  OTHER: 'unknown',
}

/** How a child belongs to a family, before it is known whom of it. */
interface Bond extends Dated {
  type: string
  multiple: string | null
  identical: boolean | null
}
const PLAIN: Bond = { type: 'biological', multiple: null, identical: null, ...UNDATED }

/**
 * How children belong to their parents: by what the child says (FAMC, ADOP), by what the family says (CHIL), or both.
 * Without a word for it a child is taken to be born to its parents, as every program does.
 */
export function readParentages(
  reading: Reading,
  people: readonly { id: string; node: GedNode }[],
  families: ReadonlyMap<string, Family>,
): void {
  const bonds = new Map<Family, ChildOf[]>()
  for (const family of families.values()) bonds.set(family, [])
  for (const { id, node } of people)
    for (const [family, { link, bonds: own, adoptedBy }] of claimsOf(reading, node, families)) {
      if (family.partners.includes(id)) {
        // Where the family names the child too, that line was warned of already.
        if (link) reading.ledger.warn(link, 'own-parent')
        continue
      }
      if (!family.children.has(id)) reading.ledger.warn(node, 'one-sided', family.node.xref)
      for (const bond of own) bonds.get(family)?.push({ child: id, bond, adoptedBy })
    }
  for (const [family, all] of bonds) {
    const told = new Set(all.map(({ child }) => child))
    for (const child of family.children.keys())
      if (!told.has(child)) all.push({ child, bond: PLAIN, adoptedBy: '' })
  }
  const byChild = grouped(
    [...bonds].flatMap(([family, all]) => all.map(({ child }) => [child, family] as const)),
  )
  const isChildOf = (child: string, parent: string, but: Family) =>
    (byChild.get(child) ?? []).some((family) => family !== but && family.partners.includes(parent))
  for (const [family, all] of bonds) writeBonds(reading, family, all, isChildOf)
}

interface ChildOf {
  child: string
  bond: Bond
  /** HUSB or WIFE when only one of both adopted the child; else "". */
  adoptedBy: string
}

/** What one person says of a family that they are a child of. */
interface Claim extends Pick<ChildOf, 'adoptedBy'> {
  link: GedNode | null
  bonds: Bond[]
}

function claimsOf(
  reading: Reading,
  person: GedNode,
  families: ReadonlyMap<string, Family>,
): Map<Family, Claim> {
  const { ledger } = reading
  const claims = new Map<Family, Claim>()
  const find = (link: GedNode): Family | null => {
    const family = families.get(xrefIn(link)) ?? null
    if (!family && xrefIn(link) !== 'VOID') ledger.warn(link, 'dangling')
    return family
  }
  const links = ledger
    .all(person, 'FAMC')
    .map((link) => ({ link, family: find(link), pedi: pediOf(reading, link) }))
  const adoptions = person.children
    .filter(({ tag }) => tag === 'ADOP')
    .map((node) => adoptionOf(reading, node))
  const byFamily = new Map(adoptions.map((adoption) => [adoption.xref, adoption]))
  const isAlone = links.filter(({ pedi }) => pedi === 'adopted').length === 1
  for (const { link, family, pedi } of links) {
    if (!family) continue
    // An adoption without a family is that of the only family that adopted.
    const adoption =
      byFamily.get(xrefIn(link)) ?? (isAlone && pedi === 'adopted' ? byFamily.get(null) : undefined)
    const type = pedi ?? (adoption ? 'adopted' : 'biological')
    const bond = bondOf(reading, link, type, adoption && type === 'adopted' ? adoption.node : null)
    if (adoption) ledger.take(adoption.node)
    const claim = claims.get(family) ?? { link, bonds: [], adoptedBy: adoption?.by ?? '' }
    if (claim.bonds.some((other) => JSON.stringify(other) === JSON.stringify(bond)))
      ledger.warn(link, 'twice')
    else claim.bonds.push(bond)
    claims.set(family, claim)
  }
  for (const { node, xref, by } of adoptions) {
    if (xref === null || xref === 'VOID') continue
    const family = families.get(xref)
    if (!family) ledger.warn(node, 'dangling', xref)
    else if (!claims.has(family)) {
      ledger.take(node)
      const bond = { ...PLAIN, type: 'adopted', ...dateOf(reading, node) }
      claims.set(family, { link: null, bonds: [bond], adoptedBy: by })
    }
  }
  return claims
}

/** An ADOP: which family it names (null for none), and HUSB or WIFE when one of both adopted. */
function adoptionOf({ ledger }: Reading, node: GedNode) {
  const link = ledger.one(node, 'FAMC')
  const by = link ? ledger.textOf(link, 'ADOP').toUpperCase() : ''
  return { node, xref: link ? xrefIn(link) : null, by }
}

function pediOf({ ledger }: Reading, link: GedNode): string | null {
  const own = ledger.ourText(link, 'PARENTAGE', MAX_NAME)
  const node = ledger.one(link, 'PEDI')
  if (own !== null) {
    if (node) ledger.one(node, 'PHRASE')
    return own
  }
  if (!node) return null
  const said = node.value.trim().toUpperCase()
  if (said === 'SEALING') ledger.warn(node, 'sealing')
  return PEDIGREES[said] ?? 'unknown'
}

function bondOf(reading: Reading, link: GedNode, type: string, adoption: GedNode | null): Bond {
  const { ledger } = reading
  const date = ledger.ours(link, 'DATE')
  const ofAdoption = adoption ? dateOf(reading, adoption) : UNDATED
  const identical = ledger.ourText(link, 'IDENTICAL')
  return {
    type,
    multiple: ledger.ourText(link, 'MULTIPLE', MAX_NAME),
    identical: identical === null ? null : identical === 'Y',
    ...(date ? readDateNode(reading, date) : ofAdoption),
  }
}

function writeBonds(
  reading: Reading,
  family: Family,
  all: readonly ChildOf[],
  isChildOf: (child: string, parent: string, but: Family) => boolean,
): void {
  const { parentages } = reading.records
  const place = (child: string) => family.children.get(child) ?? family.children.size
  const inOrder = [...all].sort((a, b) => place(a.child) - place(b.child))
  const keys = generateNKeysBetween(null, null, inOrder.length)
  inOrder.forEach(({ child, bond, adoptedBy }, i) => {
    const add = (to: Pick<RowOf<'parentages'>, 'partnership' | 'parent'>, said: Bond) =>
      parentages.push({ id: `C${parentages.length + 1}`, child, ...to, ...said, order: keys[i] })
    const alone = adoptedBy === 'HUSB' ? family.husband : adoptedBy === 'WIFE' ? family.wife : null
    const other = family.partners.find((id) => id !== alone)
    const { partnership, partners } = family
    if (alone === null || bond.type !== 'adopted' || other === undefined)
      return add(partnership ? { partnership } : { parent: partners[0] }, bond)
    reading.ledger.warn(family.node, 'adopted-by-one', family.node.xref)
    add({ parent: alone }, bond)
    // How the child belongs to the other stands in another family, or is not said.
    if (!isChildOf(child, other, family)) add({ parent: other }, { ...PLAIN, type: 'unknown' })
  })
}
