import type { RowOf } from '../caseFile'
import { dateOf, MAX_NAME, pointed, type Reading } from './reading'
import type { GedNode } from './tree'

const NATURES = ['fact', 'opinion', 'assumption', 'feeling', 'interpretation'] as const
const MAX_NOTE = 5_000
const MAX_SUPPORT = 200

/**
 * Lines from one person to others: ASSO of the standard, and our own links to organisations. A role without a word of
 * ours is a plain line with the role as its note; a friend is what the notation calls close.
 */
export function readRelations(reading: Reading, node: GedNode, from: string): void {
  const { ledger, records, people, ends } = reading
  for (const link of ledger.all(node, 'ASSO')) {
    const to = pointed(reading, link, people)
    if (to !== null) records.relations.push(relationOf(reading, link, from, to))
    // @VOID@: somebody who is not in the file; the words about them are told.
    else if (link.value.includes('VOID')) ledger.warn(link, 'not-in-file', wordsOf(link))
  }
  for (const link of ledger.allOurs(node, 'LINK')) {
    const to = pointed(reading, link, ends)
    if (to !== null) records.relations.push(relationOf(reading, link, from, to))
  }
}

function relationOf(reading: Reading, link: GedNode, from: string, to: string): RowOf<'relations'> {
  const { ledger, records, people } = reading
  const own = ledger.ourText(link, 'RELATION', MAX_NAME)
  const role = roleOf(reading, link)
  const isFriend = own === null && role.toUpperCase() === 'FRIEND'
  const notes = ledger.all(link, 'NOTE').map((note) => ledger.text(note))
  const seer = ledger.ours(link, 'ACCORDINGTO')
  const person = seer && pointed(reading, seer, people)
  const nature = ledger.ourText(link, 'NATURE')
  const note = [...(own === null && role !== '' && !isFriend ? [role] : []), ...notes].join('\n')
  return {
    id: `R${records.relations.length + 1}`,
    from,
    to,
    type: own ?? (isFriend ? 'close' : 'plain'),
    directed: ledger.ourText(link, 'DIRECTED') === 'Y',
    ...dateOf(reading, link),
    support: ledger
      .allOurs(link, 'SUPPORT')
      .slice(0, MAX_SUPPORT)
      .map((support) => ledger.text(support, MAX_NAME))
      .filter((support) => support !== ''),
    accordingTo: person === null ? null : { person, principal: null },
    nature: NATURES.find((one) => one === nature) ?? null,
    note: ledger.fit(link, note, MAX_NOTE),
  }
}

/** What somebody is to the other: RELA of 5.5.1, ROLE of 7.0 with its own words. */
function roleOf({ ledger }: Reading, link: GedNode): string {
  const node = ledger.one(link, 'ROLE') ?? ledger.one(link, 'RELA')
  const phrases = [link, ...(node ? [node] : [])].map((one) => ledger.textOf(one, 'PHRASE'))
  const role = node ? ledger.text(node).trim() : ''
  return [role.toUpperCase() === 'OTHER' ? '' : role, ...phrases].filter((word) => word !== '').join(': ')
}

function wordsOf(link: GedNode): string {
  return [link, ...link.children].flatMap(({ children }) => children.map(({ value }) => value)).join(' ')
}
