import type { Editor, IndexKey, TLShape } from 'tldraw'
import { isProjected } from './binding/pages'
import { heldIn } from './held'

/** Above all else that is projected and still below all drawing. */
const IN_HAND = 'a0zzzzzV' as IndexKey

/**
 * Keeps hands off what is computed: projected shapes cannot be deleted, copied or changed by the canvas's own
 * tools. What a hand holds can only be moved. Returns the stop.
 */
export function guardProjected(editor: Editor): () => void {
  const { sideEffects } = editor
  const copies = new Set<TLShape['id']>()
  const stops = [
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && isProjected(shape) && !copies.has(shape.id) ? false : undefined,
    ),
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || !isProjected(before)) return after
      return heldIn(editor).has(before.id) ? { ...before, x: after.x, y: after.y, index: IN_HAND } : before
    }),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source === 'user' && isProjected(shape)) copies.add(shape.id)
    }),
    sideEffects.registerOperationCompleteHandler(() => {
      if (copies.size === 0) return
      editor.deleteShapes([...copies])
      copies.clear()
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/**
 * Two shapes with the same order key (drawn at the same moment by two people) make tldraw's duplicate throw and
 * take the canvas down. Then the copy is not made, and somebody is told.
 */
export function guardDuplicate(editor: Editor, tell: () => void): void {
  const duplicate = editor.duplicateShapes.bind(editor)
  editor.duplicateShapes = (...args) => {
    const mark = editor.markHistoryStoppingPoint('duplicate')
    try {
      return duplicate(...args)
    } catch {
      editor.bailToMark(mark)
      tell()
      return editor
    }
  }
}
