import type { Editor, TLShape } from 'tldraw'

const binners = new WeakMap<Editor, (shapes: readonly TLShape[]) => void>()

/** What of the case these projected shapes show goes into the bin, as the view that is open knows how. */
export function binProjected(editor: Editor, shapes: readonly TLShape[]): void {
  binners.get(editor)?.(shapes)
}

/** Says what deleting projected shapes means in the view that is open; returns the stop. */
export function setBinner(editor: Editor, bin: (shapes: readonly TLShape[]) => void): () => void {
  binners.set(editor, bin)
  return () => {
    if (binners.get(editor) === bin) binners.delete(editor)
  }
}
