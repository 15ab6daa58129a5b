import type * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { applyTextDiff } from '@/lib/case/diffText'
import { caseMap, insertRecord, recordOf, textOf, type RecordInput } from '@/lib/case/doc'
import { type RecordMap, SCHEMA_VERSION } from '@/lib/case/schema'
import { type CaseFile, LIST_NAMES, type RowOf, TOLD } from './caseFile'
import { importOrigin } from './origin'

/**
 * Puts a case from a file into a new board, in one transaction: exporting it gives the same file. Views take the
 * place of those that the server made; any other record whose id is there already is left as it is.
 */
export function importJson(doc: Y.Doc, actor: Actor, file: CaseFile): void {
  doc.transact(() => {
    setMeta(doc, actor, file)
    for (const name of LIST_NAMES)
      for (const row of file[name]) {
        if (name === 'views') caseMap(doc, name).delete(row.id)
        insert(doc, actor, name, name === 'events' ? withTold(row as RowOf<'events'>) : row)
      }
  }, importOrigin(actor))
}

function insert(doc: Y.Doc, actor: Actor, name: RecordMap, row: object): void {
  const by = { createdBy: actor.principal, createdAt: actor.now }
  insertRecord(doc, name, { ...row, ...by } as RecordInput<typeof name>)
}

function setMeta(doc: Y.Doc, actor: Actor, { title, question, indexPerson }: CaseFile): void {
  const meta = recordOf(doc, 'meta', 'case')
  if (!meta)
    return insert(doc, actor, 'meta', { id: 'case', schema: SCHEMA_VERSION, title, question, indexPerson })
  for (const [field, text] of Object.entries({ title, question })) {
    const shared = textOf(doc, 'meta', 'case', field)
    if (shared) applyTextDiff(shared, text)
  }
  meta.set('indexPerson', indexPerson)
}

/** A file made by hand may say nature and helpful without a take; whoever told it then gets one. */
function withTold({ nature, helpful, ...event }: RowOf<'events'>): RecordInput<'events'> {
  const said = (nature ?? helpful ?? null) !== null && Object.keys(event.takes ?? {}).length === 0
  if (!said) return event
  return { ...event, takes: { [TOLD]: { nature, helpful, name: event.toldBy?.name ?? '' } } }
}
