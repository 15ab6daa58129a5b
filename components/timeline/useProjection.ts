'use client'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useSession } from '@/components/board/session'
import { TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { zoomTo } from '@/components/canvas/camera'
import { heldIn } from '@/components/canvas/held'
import { showProjection } from '@/components/canvas/projection'
import { clusterTimeline, clusterView, zoomStep } from '@/lib/timeline/cluster'
import { setHost } from './host'
import type { Drop } from './host'
import { dropCards, dropNeedsYes, newMomentAt } from './moments'
import { projectTimeline } from './project'
import { followView, markWay, setSight } from '@/components/canvas/sight'
import type { EventCardShape } from './shapes'
import { useDrawnWords } from './useDrawnWords'
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
  const words = useDrawnWords()
  // Changes at a few zooms only: while the canvas is moved nothing is computed anew.
  const step = useValue('zoom step', () => (editor ? zoomStep(editor.getZoomLevel()) : 1), [editor])
  const picture = useMemo(() => {
    const { cards, clusters } = clusterTimeline(timeline.layout, step)
    const alone = new Set(cards.map(({ id }) => id))
    const clustered = new Set(timeline.layout.cards.flatMap(({ id }) => (alone.has(id) ? [] : [id])))
    return { timeline, clusters, clustered, words }
  }, [timeline, step, words])
  const latest = useRef(picture)
  useSight(editor, focus.eventId)

  const show = useCallback(() => {
    if (!editor) return
    const { timeline, clusters, clustered, words } = latest.current
    setSight(editor, { clustered, scale: timeline.settings.scale ?? 'linear' })
    const { layout, content } = timeline
    const shapes = projectTimeline({ layout, content, clusters, words })
    showProjection(editor.store, TIMELINE_PAGE, shapes, heldIn(editor))
  }, [editor])

  useLayoutEffect(() => {
    latest.current = picture
    show()
  }, [picture, show])

  const drop = useCallback(
    (drops: readonly Drop[]) => {
      dropCards(session, drops, latest.current.timeline, editor?.getZoomLevel() ?? 1)
      // Also when nothing changed: the card goes back to where its date stands.
      show()
    },
    [editor, session, show],
  )

  useEffect(() => {
    if (!editor) return
    return setHost(editor, {
      emptyTitle: t('untitled'),
      open: (eventId, write) => focus.open(eventId, { write }),
      dropped: (drops) => {
        if (drops.some((one) => dropNeedsYes(one, latest.current.timeline))) {
          show()
          ask(drops)
        } else drop(drops)
      },
      addAt: (point) => {
        if (!session.canWrite) return
        const id = newMomentAt(session, point, latest.current.timeline, editor.getZoomLevel())
        if (id) focus.open(id, { write: true })
      },
      openCluster: (clusterId, { still }) => {
        const cluster = latest.current.clusters.find(({ id }) => id === clusterId)
        if (cluster) zoomTo(editor, (room) => clusterView(cluster, room), still)
      },
    })
  }, [editor, session, focus, t, show, ask, drop])

  return drop
}

/** What is near is drawn, and what is selected or open is drawn as a card at any zoom. */
function useSight(editor: Editor | null, open: string | null): void {
  useEffect(() => {
    if (!editor) return
    const stops = [followView(editor), markWay(editor)]
    return () => stops.forEach((stop) => stop())
  }, [editor])
  const selected = useValue('selected moments', () => selectedMoments(editor), [editor])
  useEffect(() => {
    if (!editor) return
    const ids = selected === '' ? [] : selected.split(' ')
    setSight(editor, { kept: new Set(open === null ? ids : [...ids, open]) })
  }, [editor, selected, open])
}

/** Our own types are none that the canvas library knows of. */
const CARD: string = 'rotonde-event'

/** As one string, so that the same selection is the same. */
function selectedMoments(editor: Editor | null): string {
  if (!editor) return ''
  return editor
    .getSelectedShapes()
    .flatMap((shape) => (shape.type === CARD ? [(shape as unknown as EventCardShape).props.eventId] : []))
    .join(' ')
}
