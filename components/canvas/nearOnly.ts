import { computed, isUninitialized, unsafe__withoutCapture } from 'tldraw'
import type { Editor, TLShapeId } from 'tldraw'
import { sightOf } from './sight'

/**
 * In every frame in which the canvas moves, the library looks at each shape of the page whether it has left the view.
 * What is hidden (sight.ts: far away, or in a cluster) is not drawn in any case; only the rest is looked at, which is
 * what makes a long story move as lightly as a short one. Returns the stop.
 */
export function lookAtNearOnly(editor: Editor): () => void {
  const near = computed('near shapes', () => nearShapes(editor))
  const outOfView = computed<Set<TLShapeId>>('near shapes out of view', (before) => {
    const view = editor.getViewportPageBounds()
    const now = new Set<TLShapeId>()
    for (const id of near.get()) {
      const bounds = editor.getShapePageBounds(id)
      if (!bounds || !view.includes(bounds)) now.add(id)
    }
    return !isUninitialized(before) && isSame(before, now) ? before : now
  })
  editor.getNotVisibleShapes = () => outOfView.get()
  return () => void Reflect.deleteProperty(editor, 'getNotVisibleShapes')
}

/** The shapes that are not hidden. Changes with the sight, the page and its shapes, but not with every movement. */
function nearShapes(editor: Editor): TLShapeId[] {
  sightOf(editor).get()
  const ids = editor.getCurrentPageShapeIds()
  editor.store.query.filterHistory('shape').get()
  // Bound to what is above: to be asked by each shape whether something changed would be as dear as to look at all.
  return unsafe__withoutCapture(() => [...ids].filter((id) => !editor.isShapeHidden(id)))
}

const isSame = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) =>
  a.size === b.size && [...a].every((one) => b.has(one))
