import type * as Y from 'yjs'
import type { z } from 'zod'
import { caseMap, insertRecord, isMap, RECORD_MAPS, recordOf, sharedField } from './doc'
import { fieldsOf } from './fields'
import { RECORDS, SCHEMA_VERSION } from './schema'

/** What makes a document of one schema number fit the next. */
type Step = (doc: Y.Doc) => void

/** Steps by the schema number that they start from. */
const STEPS: ReadonlyMap<number, Step> = new Map([
  [1, addShared],
  [2, addGenogram],
])

/**
 * Gives every record the texts, sets and maps that it was made without: made here, once, because two people who each
 * made one would lose what one of them put in it.
 */
function addShared(doc: Y.Doc): void {
  for (const kind of RECORD_MAPS)
    for (const record of caseMap(doc, kind).values()) if (isMap(record)) complete(RECORDS[kind], record)
}

/**
 * The settings of the geno-sociogram, and what shared things its records lack. Only the case has views: the board's
 * other documents do not.
 */
function addGenogram(doc: Y.Doc): void {
  if (recordOf(doc, 'views', 'timeline')) insertRecord(doc, 'views', { id: 'genogram' })
  addShared(doc)
}

function complete(schema: z.ZodObject, record: Y.Map<unknown>): void {
  for (const [name, field] of fieldsOf(schema)) {
    if (field.kind === 'value') continue
    const held = record.get(name)
    if (held === undefined) record.set(name, sharedField(field, field.default))
    else if (field.nested && isMap(held))
      for (const nested of held.values()) if (isMap(nested)) complete(field.nested, nested)
  }
}

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
