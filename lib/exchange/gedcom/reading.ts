import { parseEdtf } from '@/lib/dates/edtf'
import type { Day } from '@/lib/dates/types'
import { readDateValue } from './dateValue'
import type { Ledger } from './ledger'
import type { GedNode } from './tree'
import type { GedcomRecords, MomentWords } from './types'
import { writeDateValue } from './writeDate'

/** A file while it is read. */
export interface Reading {
  ledger: Ledger
  today: Day
  words: MomentWords
  records: GedcomRecords
  /** Ids of ours by the names in the file. */
  people: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, string>
  /** Both. */
  ends: ReadonlyMap<string, string>
}

/** Longest text of a name or of the words of a date, in UTF-16 units, as in the case's schema. */
export const MAX_NAME = 200

export interface Dated {
  date: string | null
  originalText: string
}
export const UNDATED: Dated = { date: null, originalText: '' }

/** The date of an event: its first DATE. What it cannot say in EDTF stays as words. */
export function dateOf(reading: Reading, event: GedNode): Dated {
  const node = reading.ledger.one(event, 'DATE')
  return node ? readDateNode(reading, node) : UNDATED
}

export function readDateNode({ ledger, today }: Reading, node: GedNode): Dated {
  const written = ledger.text(node, MAX_NAME).trim()
  const phrase = ledger.one(node, 'PHRASE')
  const own = ledger.ourText(node, 'EDTF')?.trim()
  const { edtf, words, doubt } = readDateValue(written, today)
  const said = phrase ? ledger.text(phrase, MAX_NAME) : words
  // A program that changed the date and knows nothing of ours left the old one standing.
  if (own !== undefined && parseEdtf(own) !== null && writeDateValue(own).value === written)
    return { date: own, originalText: said === own ? '' : said }
  if (own !== undefined) ledger.warn(node, 'own-date')
  if (doubt) ledger.warn(node, doubt)
  return { date: edtf, originalText: said }
}

/** The record that a pointer names; null for @VOID@, and with a warning when it is not in the file. */
export function pointed({ ledger }: Reading, node: GedNode, ids: ReadonlyMap<string, string>): string | null {
  const xref = xrefIn(node)
  if (xref === 'VOID') return null
  const id = ids.get(xref)
  if (id === undefined) ledger.warn(node, 'dangling')
  return id ?? null
}

/** The name in a pointer, without @ and the blanks around it. */
export function xrefIn({ value }: GedNode): string {
  return value.trim().replaceAll(/^@|@$/gu, '').trim()
}

/**
 * Whether the file says that an event took place: by Y, a date or a place. An empty tag says nothing of the kind
 * (GEDCOM 5.5.1 and 7.0 agree), so nothing is made of it.
 */
export function isAsserted(node: GedNode): boolean {
  const told = node.children.some(
    ({ tag, value, children }) =>
      (tag === 'DATE' || tag === 'PLAC') &&
      (value.trim() !== '' || children.some((child) => child.tag === 'PHRASE' && child.value.trim() !== '')),
  )
  return told || node.value.trim().toUpperCase() === 'Y'
}

/** `isAsserted`, with a warning when it is not. */
export function asserted({ ledger }: Reading, node: GedNode): boolean {
  if (isAsserted(node)) return true
  ledger.warn(node, 'not-asserted', node.tag)
  return false
}
