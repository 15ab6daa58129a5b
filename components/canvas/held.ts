import type { Editor, TLShapeId } from 'tldraw'

const hands = new WeakMap<Editor, Set<TLShapeId>>()

/** Projected shapes that are in the hand here: until it lets go the projection leaves their place alone. */
export function heldIn(editor: Editor): Set<TLShapeId> {
  const known = hands.get(editor)
  if (known) return known
  const made = new Set<TLShapeId>()
  hands.set(editor, made)
  return made
}
