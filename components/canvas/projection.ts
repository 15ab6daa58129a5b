import type { IndexKey, JsonObject, TLPageId, TLParentId, TLShape, TLShapeId, TLStore } from 'tldraw'
import { T } from 'tldraw'
import { sameValue } from './binding/fields'

/** Marks a shape as computed: never written to the shared document. */
const PROJECTED: JsonObject = { projected: true }

/** What all projected shapes of a page have in common. */
export const projected = (page: TLPageId, id: TLShapeId, index: string, isLocked: boolean) => ({
  id,
  typeName: 'shape' as const,
  rotation: 0,
  index: index as IndexKey,
  parentId: page as TLParentId,
  opacity: 1,
  isLocked,
  meta: PROJECTED,
})

/** The order key of the nth shape of a layer. */
export const nth = (layer: string, i: number) => `${layer}${String(i).padStart(5, '0')}V`

/**
 * What is projected is computed here and never comes from elsewhere: there is nothing to check, only to see whether
 * it is the same as before.
 */
export function given<P>(): T.Validatable<P> {
  return {
    validate: (value) => value as P,
    validateUsingKnownGoodVersion: (known, value) => (sameValue(known, value) ? known : (value as P)),
  }
}

/**
 * Makes the store hold exactly these projected shapes of a page. Those in the hand keep the place where it holds them.
 */
export function showProjection(
  store: TLStore,
  page: TLPageId,
  shapes: readonly TLShape[],
  held: ReadonlySet<TLShapeId>,
): void {
  const wanted = new Set<string>(shapes.map(({ id }) => id))
  const gone = store
    .allRecords()
    .filter(
      (record): record is TLShape =>
        record.typeName === 'shape' &&
        record.parentId === page &&
        record.type.startsWith('rotonde-') &&
        !wanted.has(record.id),
    )
  // The store itself sees what is unchanged and tells nobody.
  const put = shapes.map((shape) => {
    const now = store.get(shape.id)
    return now && held.has(shape.id) ? { ...shape, x: now.x, y: now.y, index: now.index } : shape
  })
  store.mergeRemoteChanges(() => {
    store.put(put)
    store.remove(gone.map(({ id }) => id))
  })
}
