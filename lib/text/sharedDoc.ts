import * as Y from 'yjs'
import { docOf, splicesBetween, unitsOf } from './flatDoc'
import type { DocNode, Unit } from './flatDoc'

/** A drawn text as a shared text, not yet part of a document. */
export function newSharedDoc(doc: DocNode): Y.Text {
  const text = new Y.Text()
  put(text, 0, unitsOf(doc))
  return text
}

/** The letters of a shared text. */
export function sharedUnits(text: Y.Text): Unit[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Unit['look'] }[]
  return delta.flatMap(({ insert, attributes = {} }) =>
    // Anything else that lies in it is none of ours.
    typeof insert === 'string' ? Array.from(insert, (char) => ({ char, look: inOrder(attributes) })) : [],
  )
}

/** The drawn text that a shared text holds now. */
export const readSharedDoc = (text: Y.Text): DocNode => docOf(sharedUnits(text))

/** Makes a shared text hold this, by replacing only what differs. Call it inside a transaction. */
export function writeSharedDoc(text: Y.Text, doc: DocNode): void {
  const before = sharedUnits(text)
  // From the end, so that what is before stays where it is.
  for (const { at, removed, inserted } of splicesBetween(before, unitsOf(doc)).reverse()) {
    const place = lengthOf(before.slice(0, at))
    put(text, place, inserted)
    if (removed > 0) text.delete(place + lengthOf(inserted), lengthOf(before.slice(at, at + removed)))
  }
}

/** Letters that look the same go together. */
function put(text: Y.Text, at: number, units: readonly Unit[]): void {
  for (let i = 0; i < units.length;) {
    const { look } = units[i] as Unit
    const key = JSON.stringify(look)
    let run = ''
    for (; i < units.length && JSON.stringify(units[i]?.look) === key; i++) run += units[i]?.char
    text.insert(at, run, { ...look })
    at += run.length
  }
}

const lengthOf = (units: readonly Unit[]) => units.reduce((sum, { char }) => sum + char.length, 0)

const inOrder = (look: Unit['look']): Unit['look'] =>
  Object.fromEntries(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)))
