import type { Editor } from 'tldraw'
import type { DocNode } from '@/lib/text/flatDoc'

/**
 * Puts other words into the text that is being typed in, by replacing only what differs: the caret stays at its letter.
 * False when nobody types in this shape here.
 */
export function retype(editor: Editor, shape: string, words: DocNode): boolean {
  const typing = editor.getRichTextEditor()
  if (!typing || editor.getEditingShapeId() !== shape) return false
  const { state, view, schema } = typing
  const next = schema.nodeFromJSON(words)
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start === null || !end) return true
  // Where letters repeat, the two ends can overlap.
  const over = Math.max(0, start - Math.min(end.a, end.b))
  view.dispatch(state.tr.replace(start, end.a + over, next.slice(start, end.b + over)))
  return true
}
