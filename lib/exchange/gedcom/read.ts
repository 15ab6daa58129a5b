import { generateNKeysBetween } from 'fractional-indexing'
import type { Day } from '@/lib/dates/types'
import { decodeGedcom, type Encoding } from './decode'
import { findCycles } from './findCycles'
import { Ledger, versionOf } from './ledger'
import { type Family, readFamily } from './readFamily'
import { type Reading, pointed, xrefIn } from './reading'
import { readMoments } from './readMoments'
import { readHousehold, readOrganisation, readPlacements } from './readOurs'
import { readParentages } from './readParentages'
import { readPerson } from './readPerson'
import { readRelations } from './readRelations'
import { type GedNode, readTree } from './tree'
import type { GedcomFile, GedcomRecords, MomentWords } from './types'

const MAX_BYTES = 6 * 1024 * 1024
const MAX_LINES = 200_000

/**
 * What a family file says, as records of a case (GEDCOM 5.5.1 and 7.0). Total: never throws, whatever the bytes;
 * nothing is invented, and nothing is lost without a word: a structure is a record, a warning with its line, or counted
 * among what is left out.
 */
export function readGedcom(
  bytes: Uint8Array,
  { today, words }: { today: Day; words: MomentWords },
): GedcomFile {
  if (bytes.length > MAX_BYTES) return nothing('too-large')
  const decoded = decodeGedcom(bytes)
  if (!decoded) return nothing('not-text')
  const { text, encoding, doubt } = decoded
  if (text.trim() === '') return nothing('empty')
  const { records: nodes, warnings, lines } = readTree(text)
  if (lines > MAX_LINES) return nothing('too-large')
  const head = nodes[0]?.tag === 'HEAD' ? nodes[0] : null
  if (!head && !nodes.some(({ tag }) => tag === 'INDI' || tag === 'FAM')) return nothing('not-gedcom')
  const ledger = new Ledger(head, warnings)
  const [first] = nodes
  if (!head && first) ledger.warn(first, 'no-head')
  if (doubt !== null && first) ledger.warn(first, 'encoding', doubt)
  const records = readRecords(ledger, nodes, today, words)
  const found = records.people.length + records.organisations.length + records.partnerships.length
  return {
    problem: found === 0 ? 'empty' : null,
    version: versionOf(head),
    encoding,
    records,
    warnings: [...ledger.warnings].sort((a, b) => a.line - b.line),
    leftOut: ledger.leftOut(nodes),
  }
}

function readRecords(
  ledger: Ledger,
  nodes: readonly GedNode[],
  today: Day,
  words: MomentWords,
): GedcomRecords {
  const named = (letter: string, fits: (node: GedNode) => boolean) =>
    nodes.filter(fits).map((node, i) => {
      ledger.take(node)
      return { id: `${letter}${i + 1}`, node }
    })
  const people = named('I', ({ tag }) => tag === 'INDI')
  const families = named('F', ({ tag }) => tag === 'FAM')
  const organisations = named('O', (node) => ledger.isOurs(node, 'ORG'))
  const households = named('H', (node) => ledger.isOurs(node, 'HOUSEHOLD'))
  for (const node of nodes) if (node.tag === 'TRLR') ledger.take(node)
  const records = noRecords()
  const peopleIds = byXref(ledger, people)
  const organisationIds = byXref(ledger, organisations)
  const reading: Reading = {
    ledger,
    today,
    words,
    records,
    people: peopleIds,
    organisations: organisationIds,
    ends: new Map([...organisationIds, ...peopleIds]),
  }
  const orders = generateNKeysBetween(null, null, people.length)
  people.forEach(({ id, node }, i) => records.people.push(readPerson(reading, node, id, orders[i] ?? 'a0')))
  const claims = claimsOf(reading, people, byXref(ledger, families, false))
  const found = readFamilies(reading, families, claims, parentFamilies(people))
  readParentages(reading, people, found)
  for (const { id, node } of people) {
    readPlacements(reading, node, id)
    readRelations(reading, node, id)
    readMoments(reading, node, [id])
  }
  for (const { id, node } of organisations) readOrganisation(reading, node, id)
  for (const { node } of households) readHousehold(reading, node)
  for (const { node, partners } of new Set(found.values())) readMoments(reading, node, partners)
  const lines = new Map(people.map(({ id, node }) => [id, node]))
  for (const id of findCycles(records)) {
    const node = lines.get(id)
    if (node) ledger.warn(node, 'cycle', records.people.find((person) => person.id === id)?.name ?? '')
  }
  return records
}

/** Ids by the names in the file; of a name that is given twice the first counts. */
function byXref(
  ledger: Ledger,
  all: readonly { id: string; node: GedNode }[],
  warn = true,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { id, node } of all) {
    if (node.xref === '') continue
    if (!ids.has(node.xref)) ids.set(node.xref, id)
    else if (warn) ledger.warn(node, 'duplicate-xref', node.xref)
  }
  return ids
}

/** Names of families that somebody says to be a child of, whatever those families say. */
function parentFamilies(people: readonly { node: GedNode }[]): ReadonlySet<string> {
  const links = people.flatMap(({ node }) =>
    node.children.flatMap((child) => (child.tag === 'ADOP' ? child.children : [child])),
  )
  return new Set(links.filter(({ tag }) => tag === 'FAMC').map(xrefIn))
}

/** Who says of themselves that they are a partner in a family, by the id of the family. */
function claimsOf(
  reading: Reading,
  people: readonly { id: string; node: GedNode }[],
  families: ReadonlyMap<string, string>,
): ReadonlyMap<string, string[]> {
  const claims = new Map<string, string[]>()
  for (const { id, node } of people)
    for (const link of reading.ledger.all(node, 'FAMS')) {
      const family = pointed(reading, link, families)
      if (family === null) continue
      const all = claims.get(family)
      if (all) all.push(id)
      else claims.set(family, [id])
    }
  return claims
}

/** All families that are kept, by their name in the file, or by a name of our own when that is taken. */
function readFamilies(
  reading: Reading,
  all: readonly { id: string; node: GedNode }[],
  claims: ReadonlyMap<string, string[]>,
  withChildren: ReadonlySet<string>,
): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>()
  const keys = generateNKeysBetween(null, null, all.length)
  all.forEach(({ id, node }, i) => {
    const twice = families.has(node.xref)
    if (twice) reading.ledger.warn(node, 'duplicate-xref', node.xref)
    const family = readFamily(reading, node, {
      id,
      order: keys[i] ?? 'a0',
      claimed: [...new Set(claims.get(id))],
      hasChildren: withChildren.has(node.xref),
    })
    if (family) families.set(twice || node.xref === '' ? `@${id}` : node.xref, family)
  })
  return families
}

function nothing(problem: NonNullable<GedcomFile['problem']>): GedcomFile {
  const encoding: Encoding = 'UTF-8'
  return { problem, version: '', encoding, records: noRecords(), warnings: [], leftOut: [] }
}

function noRecords(): GedcomRecords {
  return {
    people: [],
    organisations: [],
    partnerships: [],
    parentages: [],
    households: [],
    relations: [],
    events: [],
  }
}
