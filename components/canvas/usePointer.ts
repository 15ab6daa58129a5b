'use client'
import { useEffect } from 'react'
import { react } from 'tldraw'
import type { Editor } from 'tldraw'
import { isQuiet } from '@/components/board/quiet'
import { CURSOR_IDLE_MS } from '@/components/board/presence'
import type { BoardSession } from '@/components/board/session'

/** 20 a second at most, and the last one always. Milliseconds. */
const SEND_MS = 50

/** Shows the others where this hand points, and what it has selected, while it moves. */
export function usePointer(editor: Editor | null, { awareness }: BoardSession): void {
  useEffect(() => {
    if (!editor) return
    let due: ReturnType<typeof setTimeout> | null = null
    let idle: ReturnType<typeof setTimeout> | null = null
    let point: { x: number; y: number } | null = null
    const send = () => {
      due = null
      // Nobody to show it to; who comes later sees it when this hand moves again.
      if (point && awareness.getStates().size < 2) return
      const view = editor.getCurrentPageId()
      const cursor = point && !isQuiet(awareness) && { x: Math.round(point.x), y: Math.round(point.y), view }
      awareness.setLocalStateField('cursor', cursor || null)
    }
    const soon = () => (due ??= setTimeout(send, SEND_MS))
    const hide = () => {
      point = null
      soon()
    }
    const onEvent = (info: { type: string; name: string }) => {
      if (info.type !== 'pointer' || info.name !== 'pointer_move') return
      const { x, y } = editor.inputs.currentPagePoint
      point = { x, y }
      soon()
      if (idle) clearTimeout(idle)
      idle = setTimeout(hide, CURSOR_IDLE_MS)
    }
    const container = editor.getContainer()
    editor.on('event', onEvent)
    container.addEventListener('pointerleave', hide)
    const stopSelection = react('what is selected', () => {
      const selection = isQuiet(awareness) ? [] : editor.getSelectedShapeIds().slice(0, 50)
      const known: unknown = awareness.getLocalState()?.['selection']
      if (JSON.stringify(known) !== JSON.stringify(selection)) {
        awareness.setLocalStateField('selection', selection)
      }
    })
    return () => {
      editor.off('event', onEvent)
      container.removeEventListener('pointerleave', hide)
      stopSelection()
      if (due) clearTimeout(due)
      if (idle) clearTimeout(idle)
      awareness.setLocalStateField('cursor', null)
    }
  }, [editor, awareness])
}
