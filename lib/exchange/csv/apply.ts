import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { insertRecord, readCase, type RecordInput } from '@/lib/case/doc'
import { TOLD } from '../caseFile'
import { importOrigin } from '../origin'
import type { CsvEvent, CsvPreview } from './types'
import { plain } from './vocabulary'

/**
 * Adds every good line of a file to the case, in one transaction; how many it added. Moments of the same date
 * keep the order of the file. Names stay text until someone confirms them as people.
 */
export function importCsv(doc: Y.Doc, actor: Actor, preview: CsvPreview): number {
  const orders = generateNKeysBetween(null, null, preview.events.length)
  const lanes = lanesOf(doc)
  return doc.transact(() => {
    const added = preview.events.filter((line, i) =>
      insertRecord(doc, 'events', { ...recordOf(line, actor, lanes), order: orders[i] }),
    )
    return added.length
  }, importOrigin(actor))
}

function recordOf(event: CsvEvent, actor: Actor, lanes: ReadonlyMap<string, string>): RecordInput<'events'> {
  const { line: _line, nature, helpful, toldBy, lane, exits, ...fields } = event
  // Without a column for it the file does not say by whom it was told: who was there is not thereby who says so.
  const take = { nature, helpful, name: toldBy, at: actor.now }
  const keys = generateNKeysBetween(null, null, exits.length)
  return {
    ...fields,
    id: actor.newId(),
    side: lanes.get(plain(lane)) ?? fields.side,
    toldBy: toldBy === '' ? null : { person: null, principal: null, name: toldBy },
    exits: Object.fromEntries(exits.map((exit, i) => [actor.newId(), { ...exit, order: keys[i] }])),
    takes: nature || helpful ? { [TOLD]: take } : {},
    createdBy: actor.principal,
    createdAt: actor.now,
  }
}

/** Ids of this board's lanes by their name; a file that names another lane stays on its side. */
function lanesOf(doc: Y.Doc): ReadonlyMap<string, string> {
  const lanes = readCase(doc).views.find(({ id }) => id === 'timeline')?.lanes ?? {}
  return new Map(
    Object.entries(lanes)
      .map(([id, { name }]): [string, string] => [plain(name), id])
      .filter(([name]) => name !== ''),
  )
}
