import { z } from 'zod'
import type * as Y from 'yjs'
import { caseMap, insertRecord, isMap, isText, recordOf, sharedField } from './doc'
import { applyTextDiff, clip } from './diffText'
import { findFaults } from './faults'
import { type Field, fieldsOf } from './fields'
import { isBinned, isPlainObject, type Repair } from './integrity'
import { RECORDS, SCHEMA_VERSION } from './schema'

/** Mends what `findDamage` found, in one transaction of the server; doing it again changes nothing. */
export function applyRepairs(doc: Y.Doc, repairs: readonly Repair[], now: number): void {
  if (repairs.length === 0) return
  doc.transact(() => {
    for (const repair of repairs) applyRepair(doc, repair, now)
  }, 'repair')
}

function applyRepair(doc: Y.Doc, repair: Repair, now: number): void {
  const record = recordOf(doc, repair.map, repair.id)
  switch (repair.do) {
    case 'delete':
      return caseMap(doc, repair.map).delete(repair.id)
    case 'meta':
      return void insertRecord(doc, 'meta', { id: 'case', schema: SCHEMA_VERSION })
    case 'id':
      return void record?.set('id', repair.id)
    case 'schema':
      return void record?.set('schema', SCHEMA_VERSION)
    case 'unbin':
      return record?.delete('binned')
    case 'bin':
      return record ? putInBin(record, repair.reason, now) : undefined
    case 'field':
      return record ? mendField(record, RECORDS[repair.map], repair.path) : undefined
  }
}

function putInBin(record: Y.Map<unknown>, reason: string, now: number): void {
  if (!isBinned(record)) record.set('binned', { by: 'server', at: now })
  if (quarantined(record)['reason'] !== reason) record.set('quarantined', { ...quarantined(record), reason })
}

function mendField(record: Y.Map<unknown>, schema: z.ZodObject, path: readonly string[]): void {
  const wanted = path.join('/')
  // What has been mended already is good now, and stays where it is.
  if (findFaults(schema, record).some((fault) => fault.path.join('/') === wanted))
    mend(record, schema, record, path, path)
}

/** Puts right what is at `path` in `owner`, which is the record itself or a nested one of it. */
function mend(
  record: Y.Map<unknown>,
  schema: z.ZodObject,
  owner: Y.Map<unknown>,
  path: readonly string[],
  fullPath: readonly string[],
): void {
  const [name = '', key, ...rest] = path
  const field = fieldsOf(schema).get(name)
  const held = owner.get(name)
  if (key === undefined) {
    const { kept, moved } = split(field, held)
    if (moved !== undefined) quarantine(record, fullPath, moved)
    if (!field || field.kind === 'value') owner.delete(name)
    else if (field.kind === 'text' && isText(held) && held.length === held.toJSON().length)
      applyTextDiff(held, String(kept))
    else owner.set(name, sharedField(field, kept))
  } else if (isMap(held)) {
    const nested = held.get(key)
    if (rest.length > 0 && field?.nested && isMap(nested)) mend(record, field.nested, nested, rest, fullPath)
    else {
      quarantine(record, fullPath, nested)
      held.delete(key)
    }
  }
}

/** What of a wrong value can stay, in the way its field asks for, and what goes to `quarantined`. */
function split(field: Field | undefined, held: unknown): { kept: unknown; moved: unknown } {
  if (field?.kind === 'text' && (typeof held === 'string' || isText(held))) {
    const text = typeof held === 'string' ? held : held.toJSON()
    const kept = clip(text, field.max)
    return { kept, moved: kept.length < text.length ? text.slice(kept.length) : undefined }
  }
  const stays = field?.kind === 'set' && z.safeParse(field.schema, held).success
  return stays ? { kept: held, moved: undefined } : { kept: undefined, moved: held }
}

function quarantine(record: Y.Map<unknown>, path: readonly string[], value: unknown): void {
  const before = quarantined(record)
  const fields = isPlainObject(before['fields']) ? before['fields'] : {}
  record.set('quarantined', { ...before, fields: { ...fields, [path.join('/')]: jsonOf(value) } })
}

function quarantined(record: Y.Map<unknown>): Record<string, unknown> {
  const before = record.get('quarantined')
  return isPlainObject(before) ? before : {}
}

/** Any value as JSON: what JSON has no word for becomes its text, or null. */
function jsonOf(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part))
  return text === undefined ? null : (JSON.parse(text) as unknown)
}
