import * as Y from 'yjs'
import { caseMap, MAP_NAMES } from './doc'
import type { MapName } from './schema'

/** Ids of records by the map they are in. */
export type ChangedRecords = ReadonlyMap<MapName, ReadonlySet<string>>

const NAMES: ReadonlySet<string> = new Set(MAP_NAMES)

/**
 * Which records a transaction touched: added, removed, or changed anywhere inside, such as a letter in a take.
 * Costs as much as the change is large, not the document. Unknown top-level types are left out.
 */
export function changedRecords(transaction: Y.Transaction): ChangedRecords {
  const changed = new Map<MapName, Set<string>>()
  for (const [type, keys] of transaction.changed) {
    const inside = recordAround(type)
    const root = inside ? inside.root : type
    const name = rootName(transaction.doc, root)
    if (name === null || !isMapName(name)) continue
    const ids = changed.get(name) ?? new Set<string>()
    if (inside) ids.add(inside.id)
    else for (const key of keys) if (key !== null) ids.add(key)
    if (ids.size > 0) changed.set(name, ids)
  }
  return changed
}

/** Every record of the document, for a check of the whole. */
export function everyRecord(doc: Y.Doc): ChangedRecords {
  return new Map(MAP_NAMES.map((name) => [name, new Set(caseMap(doc, name).keys())]))
}

/** Names of top-level types that this version does not know: left alone, but worth a line in the log. */
export function unknownTypes(doc: Y.Doc): string[] {
  return [...doc.share.keys()].filter((name) => !NAMES.has(name)).sort()
}

type SharedType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never

/** The top-level type and the record in it that a nested type belongs to; null for a top-level type itself. */
function recordAround(type: SharedType): { root: SharedType; id: string } | null {
  let item = type._item
  while (item) {
    const parent = item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    if (!parent._item) return item.parentSub === null ? null : { root: parent, id: item.parentSub }
    item = parent._item
  }
  return null
}

/** Null for a type that Yjs has replaced since (see `Keeper.define`); `Y.findRootTypeKey` throws then. */
function rootName(doc: Y.Doc, root: object): string | null {
  for (const [name, type] of doc.share) if (type === root) return name
  return null
}

function isMapName(name: string): name is MapName {
  return NAMES.has(name)
}
