'use client'
import { useEffect } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { glideTo, viewOf } from '@/components/canvas/camera'
import { useZoomKeys } from '@/components/canvas/useZoomKeys'
import { useSession } from '@/components/board/session'
import { viewAt } from '@/lib/timeline/view'
import { Minimap } from '../Minimap'
import { chooseAll, chooseNothing, selectedMoments } from '../select/kept'
import { ManyBar } from '../select/ManyBar'
import { cardId } from '../shapes'
import type { Timeline } from '../useTimeline'
import { useWork } from './work'
import { WorkShell } from './WorkShell'

/** How far down a moment is shown: what is told has its sheet below it. */
const TOLD_AT = 0.14
const FOUND_AT = 0.45

interface Props {
  editor: Editor
  timeline: Timeline
  onBin: (ids: readonly string[]) => void
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
  useZoomKeys(editor, chooseAll)
  return (
    <>
      <WorkShell canvas>{canWrite && <SelectedBar editor={editor} onBin={onBin} />}</WorkShell>
      {timeline.layout.cards.length > 0 && (
        <div className="rt-minimap-place">
          <Minimap editor={editor} layout={timeline.layout} />
        </div>
      )}
    </>
  )
}

/** What can be done with the moments whose cards are selected. */
function SelectedBar({ editor, onBin }: Pick<Props, 'editor' | 'onBin'>) {
  const selected = useValue('chosen', () => selectedMoments(editor).toSorted().join(' '), [editor])
  const chosen = selected === '' ? [] : selected.split(' ')
  return <ManyBar chosen={chosen} onBin={onBin} onLet={() => chooseNothing(editor)} />
}
