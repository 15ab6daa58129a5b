import { generateNKeysBetween } from 'fractional-indexing'
import type * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { insertRecord, type RecordInput } from '@/lib/case/doc'
import { TOLD } from '../caseFile'
import { importOrigin } from '../origin'
import type { CsvEvent, CsvPreview } from './types'

/**
 * Adds every good line of a file to the case, in one transaction; how many it added. Moments of the same date
 * keep the order of the file. Names stay text until someone confirms them as people.
 */
export function importCsv(doc: Y.Doc, actor: Actor, preview: CsvPreview): number {
  const orders = generateNKeysBetween(null, null, preview.events.length)
  return doc.transact(() => {
    const added = preview.events.filter((line, i) =>
      insertRecord(doc, 'events', { ...recordOf(line, actor), order: orders[i] }),
    )
    return added.length
  }, importOrigin(actor))
}

function recordOf(event: CsvEvent, actor: Actor): RecordInput<'events'> {
  const { line: _line, nature, helpful, ...fields } = event
  // The file says on which side it was told, not by whom: who was there is not thereby who says so.
  const take = { nature, helpful, name: '', at: actor.now }
  return {
    ...fields,
    id: actor.newId(),
    takes: nature || helpful ? { [TOLD]: take } : {},
    createdBy: actor.principal,
    createdAt: actor.now,
  }
}
