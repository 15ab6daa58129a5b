import type * as Y from 'yjs'
import { caseMap, isMap, MAP_NAMES } from './doc'
import { isBinned } from './integrity'
import type { MapName } from './schema'

/** What was left out of the documents of a board. */
export interface LeftOut {
  /** Ids of records. */
  readonly records: Set<string>
  /** Ids of pictures that they showed. */
  readonly pictures: Set<string>
}

const NAMES: ReadonlySet<string> = new Set(MAP_NAMES)
/** They are never in the bin; there is no drawing in it either. */
const STAY: ReadonlySet<MapName> = new Set<MapName>(['meta', 'views', 'shapes'])

/**
 * What of a document of records goes when it is rewritten without its bin; notes it in `out`. Overlays go with the
 * record that they are laid over, when that is gone: the case is asked before what is reserved. References to what is
 * gone stay, as ids that say nothing: everybody does without them.
 */
export function inBin(
  doc: Y.Doc,
  out: LeftOut,
): (path: readonly string[], key: string, value: unknown) => boolean {
  return ([map = '', ...rest], key, value) => {
    if (rest.length > 0 || !NAMES.has(map) || STAY.has(map as MapName) || !isMap(value)) return false
    const ref = map === 'overlays' ? value.get('ref') : undefined
    const isLoose = typeof ref === 'string' && out.records.has(ref) && !isAlive(doc, ref)
    if (!isBinned(value) && !isLoose) return false
    out.records.add(key)
    const picture = value.get('asset')
    if (typeof picture === 'string') out.pictures.add(picture)
    return true
  }
}

/** A record that was moved to here lies in the bin of where it was. */
const isAlive = (doc: Y.Doc, id: string): boolean =>
  MAP_NAMES.some((name) => {
    const record: unknown = caseMap(doc, name).get(id)
    return isMap(record) && !isBinned(record)
  })
