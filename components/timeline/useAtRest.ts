import { useRef } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'

/**
 * A value that follows from where the canvas looks, for what nobody reads while it moves: computed when it has come to
 * rest (and at once when `source` changes), and kept in between.
 */
export function useAtRest<T>(editor: Editor, compute: () => T, source: unknown): T {
  const kept = useRef<{ value: T; source: unknown } | null>(null)
  return useValue(
    'at rest',
    () => {
      const moves = editor.getCameraState() === 'moving'
      if (kept.current && moves && kept.current.source === source) return kept.current.value
      // Read, so that it is computed anew after the next movement or another size of the window.
      editor.getCamera()
      editor.getViewportScreenBounds()
      const value = compute()
      kept.current = { value, source }
      return value
    },
    [editor, source],
  )
}
