'use client'
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { glideTo, showAll, viewOf } from '@/components/canvas/camera'
import { useSession } from '@/components/board/session'
import { viewAt } from '@/lib/timeline/view'
import { Minimap } from '../Minimap'
import { chooseAll } from '../select/kept'
import { ManyBar } from '../select/ManyBar'
import { cardId } from '../shapes'
import type { Timeline } from '../useTimeline'
import { isForTyping } from './useWorkKeys'
import { useWork } from './work'
import { WorkShell } from './WorkShell'

/** How far down a moment is shown: what is told has its sheet below it. */
const TOLD_AT = 0.14
const FOUND_AT = 0.45

interface Props {
  editor: Editor
  timeline: Timeline
  onBin: (ids: string[]) => void
}

/** Working along the line on the canvas: the tools, the bar for several moments, the small overview, keys to zoom. */
export function CanvasWork({ editor, timeline, onBin }: Props) {
  const { canWrite } = useSession()
  const { setCamera } = useWork()
  useEffect(() => {
    setCamera((eventId, isTold) => {
      const card = editor.getShapePageBounds(cardId(eventId))
      if (card) glideTo(editor, viewAt(viewOf(editor), card, isTold ? TOLD_AT : FOUND_AT))
    })
    return () => setCamera(null)
  }, [editor, setCamera])
  useZoomKeys(editor)
  return (
    <>
      <WorkShell canvas>{canWrite && <ManyBar editor={editor} onBin={onBin} />}</WorkShell>
      {timeline.layout.cards.length > 0 && (
        <div className="rt-minimap-place">
          <Minimap editor={editor} layout={timeline.layout} />
        </div>
      )}
    </>
  )
}

/** `+`, `-`, `0`, Shift+1 and Ctrl+A wherever nothing is typed: also while the focus is on a moment of the list. */
function useZoomKeys(editor: Editor): void {
  useEffect(() => {
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
  }, [editor])
}
