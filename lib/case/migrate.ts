import type * as Y from 'yjs'
import { recordOf } from './doc'
import { SCHEMA_VERSION } from './schema'

/** What makes a document of one schema number fit the next. */
type Step = (doc: Y.Doc) => void

/** Steps by the schema number that they start from. */
const STEPS: ReadonlyMap<number, Step> = new Map()

/**
 * Brings a document to the present schema, in one transaction; only the server calls this, before anybody is let in.
 * A document without a seed, and one from a newer program, stay as they are: `to` then differs from
 * SCHEMA_VERSION. Throws when a step is missing, before anything is changed.
 */
export function migrateCase(
  doc: Y.Doc,
  steps: ReadonlyMap<number, Step> = STEPS,
  target: number = SCHEMA_VERSION,
): { from: number; to: number } {
  const meta = recordOf(doc, 'meta', 'case')
  const schema = meta?.get('schema')
  const from = typeof schema === 'number' && Number.isInteger(schema) ? schema : 0
  if (!meta || from < 1 || from >= target) return { from, to: from }
  const todo = Array.from({ length: target - from }, (_, n) => {
    const step = steps.get(from + n)
    if (!step) throw new Error(`no migration from schema ${from + n}`)
    return step
  })
  doc.transact(() => {
    for (const step of todo) step(doc)
    meta.set('schema', target)
  }, 'migrate')
  return { from, to: target }
}
