import type * as Y from 'yjs'
import { type Actor, setRecordValues } from './run'

/**
 * The picture of a moment: an id of the board's own store of pictures, or null for none. The picture itself stays in
 * the store, so that undo and the bin can give it back.
 */
export function setPicture(doc: Y.Doc, actor: Actor, input: { id: string; asset: string | null }): boolean {
  const { id, asset } = input
  return setRecordValues(doc, actor, 'setPicture', { kind: 'events', id }, { asset })
}
