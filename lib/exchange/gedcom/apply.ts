import type * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { insertRecord } from '@/lib/case/doc'
import type { RecordMap } from '@/lib/case/schema'
import { importOrigin } from '../origin'
import type { GedcomFile, GedcomRecords } from './types'

/** How many records of each kind were added. */
export type GedcomCounts = Record<keyof GedcomRecords, number>

const KINDS = [
  'people',
  'organisations',
  'partnerships',
  'parentages',
  'households',
  'relations',
  'events',
] as const satisfies readonly (keyof GedcomRecords & RecordMap)[]

/** Fields that hold ids of other records, alone or several. */
const REFERENCES = new Set(
  'id people organisation partners partnership parent child from to members person'.split(' '),
)

/**
 * Adds what a family file holds to the case, in one transaction, under new ids: the same file read twice gives the
 * family twice, and nothing that is there is touched.
 */
export function importGedcom(doc: Y.Doc, actor: Actor, { records }: GedcomFile): GedcomCounts {
  const ids = new Map<string, string>()
  for (const kind of KINDS) for (const { id } of records[kind]) ids.set(id, actor.newId())
  const by = { createdBy: actor.principal, createdAt: actor.now }
  return doc.transact(() => {
    const counts = KINDS.map((kind) => {
      const added = records[kind].filter((record) =>
        insertRecord(doc, kind, { ...renamed(record, ids), ...by }),
      )
      return [kind, added.length] as const
    })
    return Object.fromEntries(counts) as GedcomCounts
  }, importOrigin(actor))
}

/** A record with ids of the board in place of those of the file. */
function renamed<T>(value: T, ids: ReadonlyMap<string, string>, field = ''): T {
  if (typeof value === 'string')
    return (REFERENCES.has(field) ? (ids.get(value) ?? value) : value) as T & string
  if (Array.isArray(value)) return value.map((one: unknown) => renamed(one, ids, field)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, ids, name)])) as T
}
