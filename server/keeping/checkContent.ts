import type * as Y from 'yjs'
import type { DocumentName } from '@/lib/access/rights'
import { everyRecord } from '@/lib/case/changes'
import { caseMap, MAP_NAMES, recordOf } from '@/lib/case/doc'
import { findDamage } from '@/lib/case/integrity'
import { migrateCase } from '@/lib/case/migrate'
import { SCHEMA_VERSION } from '@/lib/case/schema'

/** What is wrong with what a document holds; says which kinds of records, never what is in them. */
export function checkContent(doc: Y.Doc, document: DocumentName): string[] {
  const schema = recordOf(doc, 'meta', 'case')?.get('schema')
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    return ['it does not say of which schema it is']
  if (schema > SCHEMA_VERSION) return [`it is of schema ${schema}, newer than this program knows`]
  if (document !== 'case' && document !== 'reserved') return []
  for (const name of MAP_NAMES) caseMap(doc, name)
  try {
    // In memory only: an older board is brought up to date when it is opened.
    migrateCase(doc)
  } catch {
    return [`it is of schema ${schema}, and there is no way from there`]
  }
  const repairs = findDamage(doc, everyRecord(doc))
  const maps = [...new Set(repairs.map(({ map }) => map))].sort()
  return repairs.length === 0 ? [] : [`${repairs.length} values do not fit their schema (${maps.join(', ')})`]
}
