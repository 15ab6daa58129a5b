import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { topType } from '@/lib/sync/epoch/copyDocument'

/** What a document is made of on disk, and what it says in memory. */
export interface Pieces {
  snapshot: Uint8Array | null
  /** Updates after the snapshot, in order. */
  updates: readonly Uint8Array[]
  /** `Y.encodeSnapshot` of the document in memory at the last of them: all clocks and deletions. */
  expected: Uint8Array
}

/**
 * All pieces as one state, which is read back and compared before anybody may let go of the pieces (D8). Throws when
 * what is on disk does not come to what is in memory, or the state not to the pieces.
 */
export function squash({ snapshot, updates, expected }: Pieces): Uint8Array {
  const doc = new Y.Doc()
  const again = new Y.Doc()
  try {
    doc.transact(() => {
      for (const piece of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, piece)
    })
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('what is on disk is not whole')
    const here = Y.snapshot(doc)
    if (!Y.equalSnapshots(here, Y.decodeSnapshot(expected)))
      throw new Error('what is on disk is not what is in memory')
    const state = Y.encodeStateAsUpdate(doc)
    Y.applyUpdate(again, state)
    if (!Y.equalSnapshots(here, Y.snapshot(again)) || !saysTheSame(doc, again))
      throw new Error('the new snapshot does not say what it was made of')
    return state
  } finally {
    doc.destroy()
    again.destroy()
  }
}

function saysTheSame(doc: Y.Doc, other: Y.Doc): boolean {
  const names = [...new Set([...doc.share.keys(), ...other.share.keys()])]
  return names.every((name) => isDeepStrictEqual(jsonOf(doc, name), jsonOf(other, name)))
}

const jsonOf = (doc: Y.Doc, name: string): unknown =>
  doc.share.has(name) ? topType(doc, name)?.toJSON() : undefined
