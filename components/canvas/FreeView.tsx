'use client'
import type { Editor } from 'tldraw'
import { useSession } from '@/components/board/session'
import { FREE_PAGE } from './binding/pages'
import { showAll } from './camera'
import { CanvasFrame } from './CanvasFrame'
import { EmptyFree } from './EmptyFree'
import { useFirstSight } from './useFirstSight'

/** The free board: nothing but what people draw. */
export function FreeView({ editor }: { editor: Editor }) {
  const { canWrite } = useSession()
  useFirstSight(editor, FREE_PAGE, () => showAll(editor))
  return (
    <CanvasFrame editor={editor}>
      <EmptyFree editor={editor} canWrite={canWrite} />
    </CanvasFrame>
  )
}
