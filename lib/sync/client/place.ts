import * as Y from 'yjs'
import { applyEdits } from '../epoch/applyEdits'
import type { Edit } from '../epoch/edits'
import { fits } from './fits'

/** Applies a change that was made elsewhere; `known`: it is there already, `refused`: what it builds on is not. */
export function placeChange(doc: Y.Doc, change: Uint8Array, origin: unknown): 'placed' | 'known' | 'refused' {
  if (!fits(doc, change)) return 'refused'
  const made = madeBy(doc, () => Y.applyUpdate(doc, change, origin))
  return made.length > 0 ? 'placed' : 'known'
}

/** Does edits of a former epoch again: the changes that came of it, and the words that have no place any more. */
export function placeEdits(
  doc: Y.Doc,
  edits: readonly Edit[],
  origin: unknown,
): { made: Uint8Array[]; words: string[] } {
  let words: string[] = []
  const made = madeBy(doc, () => {
    words = applyEdits(doc, edits, origin)
  })
  return { made, words }
}

function madeBy(doc: Y.Doc, act: () => void): Uint8Array[] {
  const made: Uint8Array[] = []
  const listen = (update: Uint8Array) => void made.push(update)
  doc.on('update', listen)
  act()
  doc.off('update', listen)
  return made
}
