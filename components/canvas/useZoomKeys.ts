'use client'
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { useAtHand } from '@/components/board/atHand'
import { isForTyping } from '@/components/timeline/work/useWorkKeys'
import { showAll } from './camera'

/**
 * `+`, `-`, `0`, Shift+1 and Ctrl+A wherever nothing is typed: also while the focus is in the list
 * beside the canvas.
 */
export function useZoomKeys(editor: Editor, chooseAll: (editor: Editor) => void): void {
  const atHand = useAtHand()
  useEffect(() => {
    if (!atHand) return
    const onKey = (event: KeyboardEvent) => {
      const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a'
      if (isAll && !event.defaultPrevented && !isForTyping(event)) {
        event.preventDefault()
        event.stopPropagation()
        chooseAll(editor)
        return
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isForTyping(event))
        return
      const keys: Record<string, () => void> = {
        '+': () => editor.zoomIn(),
        '=': () => editor.zoomIn(),
        '-': () => editor.zoomOut(),
        '0': () => editor.resetZoom(),
      }
      const zoom = event.code === 'Digit1' && event.shiftKey ? () => showAll(editor) : keys[event.key]
      if (!zoom) return
      event.preventDefault()
      event.stopPropagation()
      zoom()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [editor, chooseAll, atHand])
}
