import type * as Y from 'yjs'
import type { DocumentName } from '@/lib/access/rights'
import { insertRecord } from './doc'
import { SCHEMA_VERSION } from './schema'

/**
 * The beginning of a case: what it is about, and the two sides of its timeline. Only the server calls this; ids are
 * fixed and what is there already stays as it is, so that doing it twice is doing it once.
 */
export function seedCase(
  doc: Y.Doc,
  input: { title: string; question: string; laneNames: { professional: string; family: string } },
): void {
  const { title, question, laneNames } = input
  doc.transact(() => {
    insertRecord(doc, 'meta', { id: 'case', schema: SCHEMA_VERSION, title, question })
    insertRecord(doc, 'views', {
      id: 'timeline',
      lanes: {
        professional: { name: laneNames.professional, place: 'above', order: 'a0' },
        family: { name: laneNames.family, place: 'below', order: 'a1' },
      },
    })
    insertRecord(doc, 'views', { id: 'genogram' })
  }, 'seed')
}

/** The beginning of a board's other documents: which one it is, and its schema. Only the server calls this. */
export function seedOther(doc: Y.Doc, name: Exclude<DocumentName, 'case'>): void {
  const meta = { id: 'case' as const, schema: SCHEMA_VERSION, document: name }
  doc.transact(() => insertRecord(doc, 'meta', meta), 'seed')
}
