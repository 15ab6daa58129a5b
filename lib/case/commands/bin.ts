import type * as Y from 'yjs'
import { caseMap, isMap, readRecord, RECORD_MAPS, recordOf } from '../doc'
import type { RecordMap } from '../schema'
import { type Actor, command, live, setRecordValues } from './run'

/** Records that people can put in the bin: not the case itself, nor the settings of a view. */
export type BinnableMap = Exclude<RecordMap, 'meta' | 'views'>

/** Puts a record in the bin. It keeps everything, what others add to it meanwhile too. */
export function binRecord(doc: Y.Doc, actor: Actor, input: { kind: BinnableMap; id: string }): boolean {
  const binned = { by: actor.principal, at: actor.now }
  return setRecordValues(doc, actor, 'binRecord', input, { binned })
}

/**
 * Puts everything in the bin that one person brought in at one time, as from a file, in one step; how many records that
 * were. What others wrote in it meanwhile goes along and comes back with it.
 */
export function binBrought(doc: Y.Doc, actor: Actor, brought: { by: string; at: number }): number {
  return command(doc, actor, 'binBrought', () => {
    let count = 0
    for (const kind of RECORD_MAPS) {
      if (kind === 'meta' || kind === 'views') continue
      for (const record of caseMap(doc, kind).values() as Iterable<unknown>) {
        if (!isMap(record) || record.get('binned')) continue
        if (record.get('createdAt') !== brought.at || record.get('createdBy') !== brought.by) continue
        record.set('binned', { by: actor.principal, at: actor.now })
        count++
      }
    }
    return count
  })
}

/** Takes a record out of the bin, whole. False for what the server put there because it does not fit. */
export function restoreRecord(doc: Y.Doc, actor: Actor, input: { kind: BinnableMap; id: string }): boolean {
  const record = recordOf(doc, input.kind, input.id)
  if (!record || live(doc, input.kind, input.id) || !readRecord(input.kind, record)) return false
  return command(doc, actor, 'restoreRecord', () => {
    record.set('binned', null)
    return true
  })
}
