'use client'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useFocus } from '@/components/board/focus'
import { useSession } from '@/components/board/session'
import { setBinner } from '@/components/canvas/binning'
import { TIMELINE_PAGE } from '@/components/canvas/binding/pages'
import { showTimeline, sizeOf } from '@/components/canvas/camera'
import { CanvasFrame } from '@/components/canvas/CanvasFrame'
import { useFirstSight } from '@/components/canvas/useFirstSight'
import { LineMenu } from '@/components/lanes/LineMenu'
import { AnchorDialog } from './AnchorDialog'
import { CardKeys, focusMoment, showCard } from './CardKeys'
import { EmptyTimeline } from './EmptyTimeline'
import type { Drop } from './host'
import { newMoment } from './moments'
import { Outside } from './Outside'
import type { EventCardShape } from './shapes'
import { SideNames } from './SideNames'
import { useBinMoments } from './useBinMoments'
import { useCanvasClicks } from './useCanvasClicks'
import { useProjection } from './useProjection'
import { useSteadyView } from './useSteadyView'
import { useTimeline } from './useTimeline'
import { CanvasWork } from './work/CanvasWork'

/** After this a change of the case stands on the canvas. Milliseconds. */
const PROJECTED_MS = 60

/** The timeline on the canvas. `keys`: where the list of its moments stands, before the canvas. */
export function TimelineView({ editor, keys }: { editor: Editor; keys: HTMLElement }) {
  const session = useSession()
  const focus = useFocus()
  const timeline = useTimeline()
  const [asked, setAsked] = useState<readonly Drop[]>([])
  const drop = useProjection(editor, timeline, setAsked)
  const binEvents = useBinMoments()

  useEffect(
    () =>
      setBinner(editor, (shapes) =>
        binEvents((shapes as unknown as EventCardShape[]).map(({ props }) => props.eventId)),
      ),
    [editor, binEvents],
  )
  useFirstSight(editor, TIMELINE_PAGE, () => showTimeline(editor, timeline.layout))
  useShownMoment(editor, focus.eventId)
  useCanvasClicks(editor, true)
  useSteadyView(editor, timeline.layout.scale, true)

  const onMoment = (side: string) => {
    const above = timeline.lanes.find(({ id }) => id === side)?.place === 'above'
    const id = newMoment(session, side, above ? 'decision' : 'family', null)
    if (id) focus.open(id, { write: true })
  }
  const firstSide = timeline.lanes.find(({ place }) => place === 'below') ?? timeline.lanes[0]

  return (
    <>
      {createPortal(<CardKeys editor={editor} timeline={timeline} onDelete={binEvents} />, keys)}
      <CanvasFrame
        editor={editor}
        moments={{
          lanes: timeline.lanes,
          onAdded: (id) => setTimeout(() => showCard(editor, id), PROJECTED_MS),
          onOpen: (id) => focus.open(id, { write: true }),
        }}
        foot={
          <>
            <LineMenu timeline={timeline} />
            <Outside editor={editor} timeline={timeline} onArrive={focusMoment} />
          </>
        }
      >
        <CanvasWork editor={editor} timeline={timeline} onBin={binEvents} />
        <SideNames editor={editor} timeline={timeline} />
        {session.feed.get().events.length === 0 && (
          <EmptyTimeline canWrite={session.canWrite} onAdd={() => firstSide && onMoment(firstSide.id)} />
        )}
      </CanvasFrame>
      <AnchorDialog
        drops={asked}
        timeline={timeline}
        onMove={() => {
          drop(asked)
          setAsked([])
        }}
        onKeep={() => setAsked([])}
      />
    </>
  )
}

/** The panel takes room from the canvas when it opens: the card is shown in what is left. */
function useShownMoment(editor: Editor, id: string | null): void {
  const size = useValue('size', () => sizeOf(editor), [editor])
  useEffect(() => {
    if (!id || !size) return
    // After the card has been projected.
    const timer = setTimeout(() => showCard(editor, id), PROJECTED_MS)
    return () => clearTimeout(timer)
  }, [editor, id, size])
}
