'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useSession } from '@/components/board/session'
import { setHost } from './host'
import type { Drop } from './host'
import { dropCards, dropNeedsYes, newMomentAt } from './moments'
import { projectTimeline, showProjection } from './project'
import type { Timeline } from './useTimeline'

/**
 * Keeps the canvas's cards and axis equal to the case, and turns what hands do with cards into commands.
 * `ask` is given drops that change a date which hangs on something else.
 */
export function useProjection(
  editor: Editor | null,
  timeline: Timeline,
  ask: (drops: readonly Drop[]) => void,
) {
  const session = useSession()
  const focus = useFocus()
  const t = useTranslations('timeline')
  const dragging = useRef(new Set<string>())
  const latest = useRef(timeline)

  const show = useCallback(() => {
    if (!editor) return
    const { layout, content } = latest.current
    const words = { now: t('now'), dock: t('dock') }
    showProjection(editor.store, projectTimeline({ layout, content, words }), dragging.current)
  }, [editor, t])

  useEffect(() => {
    latest.current = timeline
    show()
  }, [timeline, show])

  const drop = useCallback(
    (drops: readonly Drop[]) => {
      dropCards(session, drops, latest.current, editor?.getZoomLevel() ?? 1)
      // Also when nothing changed: the card goes back to where its date stands.
      show()
    },
    [editor, session, show],
  )

  useEffect(() => {
    if (!editor) return
    return setHost(editor, {
      dragging: dragging.current,
      emptyTitle: t('untitled'),
      open: (eventId, write) => focus.open(eventId, { write }),
      dropped: (drops) => {
        if (drops.some((one) => dropNeedsYes(one, latest.current))) {
          show()
          ask(drops)
        } else drop(drops)
      },
      addAt: (point) => {
        if (!session.canWrite) return
        const id = newMomentAt(session, point, latest.current, editor.getZoomLevel())
        if (id) focus.open(id, { write: true })
      },
    })
  }, [editor, session, focus, t, show, ask, drop])

  return drop
}
