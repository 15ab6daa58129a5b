import type { RowOf } from '../caseFile'
import { titleOf } from '../csv/cut'
import { dateOf, type Reading } from './reading'
import type { GedNode } from './tree'
import { MOMENT_TAGS, type MomentTag } from './types'

const MAX_TITLE = 300
const MAX_DESCRIPTION = 20_000
const TAGS: ReadonlySet<string> = new Set(MOMENT_TAGS)

/**
 * Events of a person or a couple that have a date, as moments on the timeline. Call it last: what is a phase, an
 * adoption or somebody's place has been taken by then. An event without a date stays, and is told as left out.
 */
export function readMoments(reading: Reading, owner: GedNode, people: readonly string[]): void {
  for (const node of owner.children)
    if (TAGS.has(node.tag) && !reading.ledger.isTaken(node) && isDated(node))
      reading.records.events.push(momentOf(reading, node, people))
}

function momentOf(reading: Reading, node: GedNode, people: readonly string[]): RowOf<'events'> {
  const { ledger, words, records } = reading
  ledger.take(node)
  const said = ledger.text(node).trim()
  const type = ledger.textOf(node, 'TYPE')
  const place = ledger.textOf(node, 'PLAC')
  const notes = ledger.all(node, 'NOTE').map((note) => ledger.text(note).trim())
  const own = node.tag === 'EVEN' || node.tag === 'FACT'
  const value = said.toUpperCase() === 'Y' ? '' : said
  const [head = '', ...rest] = [type, value, place].filter((part) => part !== '')
  const word = words[node.tag as MomentTag]
  const title = own ? head || word : [word, head].filter((part) => part !== '').join(': ')
  const short = titleOf(title, MAX_TITLE)
  const description = [short === title ? '' : title, ...rest, ...notes]
    .filter((part) => part !== '')
    .join('\n')
  return {
    id: `E${records.events.length + 1}`,
    title: short,
    description: ledger.fit(node, description, MAX_DESCRIPTION),
    ...dateOf(reading, node),
    kind: 'family',
    side: 'family',
    people: [...people].sort(),
  }
}

function isDated({ children }: GedNode): boolean {
  const date = children.find(({ tag }) => tag === 'DATE')
  return date !== undefined && (date.value.trim() !== '' || date.children.length > 0)
}
