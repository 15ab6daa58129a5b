'use client'
import type { ReactNode } from 'react'
import type { Editor } from 'tldraw'
import { useSession } from '@/components/board/session'
import type { NamedLane } from '@/components/timeline/useTimeline'
import { showAll } from './camera'
import { commandsOf } from './commands'
import { LimitNotice } from './LimitNotice'
import { ToolRail } from './ToolRail'
import { ZoomBar } from './ZoomBar'

interface Props {
  editor: Editor
  /** Where a new moment can be put; none where moments have no place. */
  moments?: { lanes: readonly NamedLane[]; onAdded: (id: string) => void; onOpen: (id: string) => void }
  /** Without, nothing is drawn: what stands here is of one person alone. */
  tools?: boolean
  /** Beside how near one looks. */
  foot?: ReactNode
  children?: ReactNode
}

const NO_MOMENTS = { lanes: [], onAdded: () => {}, onOpen: () => {} }

/** What stands around every view of the canvas: tools at the left, how near one looks at the foot. */
export function CanvasFrame({ editor, moments = NO_MOMENTS, tools = true, foot, children }: Props) {
  const { canWrite } = useSession()
  return (
    <>
      {canWrite && tools && (
        <div className="pointer-events-none absolute top-3 bottom-16 left-3">
          <ToolRail
            editor={editor}
            {...moments}
            onUndo={() => commandsOf(editor)?.undo()}
            onRedo={() => commandsOf(editor)?.redo()}
            onDelete={() => commandsOf(editor)?.deleteSelected()}
          />
        </div>
      )}
      <div className="rt-foot pointer-events-none absolute bottom-3 left-3 @container/foot">
        <div className="flex flex-wrap-reverse items-end gap-2">
          <ZoomBar editor={editor} onFit={() => showAll(editor)} />
          {foot}
        </div>
      </div>
      {children}
      <LimitNotice editor={editor} />
    </>
  )
}
