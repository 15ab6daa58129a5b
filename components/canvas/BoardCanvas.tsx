'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { DefaultFontStyle, DefaultSizeStyle, useValue } from 'tldraw'
import type { Editor } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useFocus } from '@/components/board/focus'
import { useSession } from '@/components/board/session'
import { LineMenu } from '@/components/lanes/LineMenu'
import { AnchorDialog } from '@/components/timeline/AnchorDialog'
import { CardKeys, focusMoment, showCard } from '@/components/timeline/CardKeys'
import { EmptyTimeline } from '@/components/timeline/EmptyTimeline'
import type { Drop } from '@/components/timeline/host'
import { binMoments, newMoment } from '@/components/timeline/moments'
import { Outside } from '@/components/timeline/Outside'
import type { EventCardShape } from '@/components/timeline/shapes'
import { SideNames } from '@/components/timeline/SideNames'
import { useCanvasClicks } from '@/components/timeline/useCanvasClicks'
import { useProjection } from '@/components/timeline/useProjection'
import { useSteadyView } from '@/components/timeline/useSteadyView'
import { useTimeline } from '@/components/timeline/useTimeline'
import { CanvasWork } from '@/components/timeline/work/CanvasWork'
import { useToast } from '@/components/ui/Toasts'
import { caseMap } from '@/lib/case/doc'
import { DrawingBinding } from './binding/drawing'
import { FREE_PAGE, isProjected, TIMELINE_PAGE } from './binding/pages'
import { showAll, showTimeline } from './camera'
import { commandsOf, setCommands } from './commands'
import { registerContent } from './content'
import { EmptyFree } from './EmptyFree'
import { guardDuplicate, guardProjected } from './guards'
import { keepPainted } from './keepPainted'
import { LimitNotice } from './LimitNotice'
import { installPalette } from './palette'
import { createBoardStore } from './schema'
import { TldrawShell } from './TldrawShell'
import { ToolRail } from './ToolRail'
import { usePointer } from './usePointer'
import { ZoomBar } from './ZoomBar'

installPalette()

/** After this a change of the case stands on the canvas. Milliseconds. */
const PROJECTED_MS = 60

interface Props {
  view: 'timeline' | 'free'
  licenseKey?: string | undefined
}

/** The canvas of a board: free drawing, the projected timeline, and the tools around them. */
export function BoardCanvas({ view, licenseKey }: Props) {
  const session = useSession()
  const focus = useFocus()
  const toast = useToast()
  const t = useTranslations()
  const timeline = useTimeline()
  const [store] = useState(createBoardStore)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [asked, setAsked] = useState<readonly Drop[]>([])
  const drop = useProjection(editor, timeline, setAsked)
  const canWrite = session.canWrite
  usePointer(editor, session)

  useEffect(() => {
    const binding = new DrawingBinding({
      store,
      doc: session.doc,
      shapes: caseMap(session.doc, 'shapes') as never,
      // Typing in a drawn text is one step of undo while it goes on, as typing is everywhere.
      origin: () => (editor?.getEditingShapeId() ? session.typing : session.drawing),
      busy: () => editor?.inputs.isPointing === true,
      onPending: (pending) => session.unwritten.set(store, pending),
    })
    return () => binding.destroy()
  }, [store, session, editor])

  const binEvents = useCallback(
    (ids: readonly string[]) => {
      const titles = session.feed.get().events.filter(({ id }) => ids.includes(id))
      const undo = binMoments(session, ids)
      if (focus.eventId !== null && ids.includes(focus.eventId)) focus.close()
      const title = titles[0]?.title || t('timeline.untitled')
      const text =
        ids.length === 1 ? t('timeline.binned', { title }) : t('timeline.binnedMany', { count: ids.length })
      toast(text, { label: t('timeline.undo'), run: undo })
    },
    [session, focus, toast, t],
  )

  const deleteSelected = useCallback(() => {
    if (!editor || !canWrite) return
    const selected = editor.getSelectedShapes()
    const cards = selected.filter(isProjected) as unknown as EventCardShape[]
    if (cards.length) binEvents(cards.map(({ props }) => props.eventId))
    const drawn = selected.filter((shape) => !isProjected(shape)).map(({ id }) => id)
    if (drawn.length) editor.deleteShapes(drawn)
  }, [editor, canWrite, binEvents])

  useEffect(() => {
    if (!editor) return
    setCommands(editor, {
      deleteSelected,
      undo: () => void session.undo.undo(),
      redo: () => void session.undo.redo(),
      showAll: () => showAll(editor),
      say: (key) => toast(t(`canvas.${key}`)),
    })
  }, [editor, deleteSelected, session, toast, t])

  const onMount = useCallback((mounted: Editor) => {
    const stop = prepare(mounted)
    setEditor(mounted)
    return () => {
      stop()
      setEditor(null)
    }
  }, [])

  useEffect(() => {
    editor?.updateInstanceState({ isReadonly: !canWrite })
  }, [editor, canWrite])

  const first = useRef(timeline.layout)
  // The first sight of a page shows what can be read of it; later the camera stays where people put it.
  const fitted = useRef(new Set<string>())
  useEffect(() => {
    if (!editor) return
    const page = view === 'free' ? FREE_PAGE : TIMELINE_PAGE
    if (editor.getCurrentPageId() !== page) editor.setCurrentPage(page)
    if (fitted.current.has(page)) return
    fitted.current.add(page)
    if (view === 'timeline') showTimeline(editor, first.current)
    else showAll(editor)
  }, [editor, view])

  // The panel takes room from the canvas when it opens: the card is shown in what is left.
  const size = useValue('size', () => sizeOf(editor), [editor])
  useEffect(() => {
    if (!editor || !size || !focus.eventId || view !== 'timeline') return
    const id = focus.eventId
    // After the card has been projected.
    const timer = setTimeout(() => showCard(editor, id), PROJECTED_MS)
    return () => clearTimeout(timer)
  }, [editor, focus.eventId, view, size])

  useCanvasClicks(editor, view === 'timeline')
  useSteadyView(editor, timeline.layout.scale, view === 'timeline')

  const onMoment = (side: string) => {
    const above = timeline.lanes.find(({ id }) => id === side)?.place === 'above'
    const id = newMoment(session, side, above ? 'decision' : 'family', null)
    if (id) focus.open(id, { write: true })
  }
  const firstSide = timeline.lanes.find(({ place }) => place === 'below') ?? timeline.lanes[0]

  return (
    <div className="rt-canvas relative min-h-0 min-w-0 flex-1 overflow-hidden">
      {editor && view === 'timeline' && <CardKeys editor={editor} timeline={timeline} onDelete={binEvents} />}
      <TldrawShell
        store={store}
        me={session.me}
        locale={session.locale}
        licenseKey={licenseKey}
        onMount={onMount}
      />
      {editor && (
        <>
          {canWrite && (
            <div className="pointer-events-none absolute top-3 bottom-16 left-3">
              <ToolRail
                editor={editor}
                lanes={view === 'timeline' ? timeline.lanes : []}
                onAdded={(id) => setTimeout(() => showCard(editor, id), PROJECTED_MS)}
                onOpen={(id) => focus.open(id, { write: true })}
                onUndo={() => void session.undo.undo()}
                onRedo={() => void session.undo.redo()}
                onDelete={deleteSelected}
              />
            </div>
          )}
          {/* The right corner is the watermark's. */}
          <div className="pointer-events-none absolute right-32 bottom-3 left-3 flex flex-wrap-reverse items-end gap-2">
            <ZoomBar editor={editor} onFit={() => showAll(editor)} />
            {view === 'timeline' && <LineMenu timeline={timeline} />}
            {view === 'timeline' && <Outside editor={editor} timeline={timeline} onArrive={focusMoment} />}
          </div>
          {view === 'timeline' && <CanvasWork editor={editor} timeline={timeline} onBin={binEvents} />}
          {view === 'timeline' && <SideNames editor={editor} timeline={timeline} />}
          {view === 'timeline' && session.feed.get().events.length === 0 && (
            <EmptyTimeline canWrite={canWrite} onAdd={() => firstSide && onMoment(firstSide.id)} />
          )}
          {view === 'free' && <EmptyFree editor={editor} canWrite={canWrite} />}
          <LimitNotice editor={editor} />
        </>
      )}
      <AnchorDialog
        drops={asked}
        timeline={timeline}
        onMove={() => {
          drop(asked)
          setAsked([])
        }}
        onKeep={() => setAsked([])}
      />
    </div>
  )
}

/** Sets a new editor up for a board; returns what undoes it. */
function prepare(editor: Editor): () => void {
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  editor.setStyleForNextShapes(DefaultSizeStyle, 's')
  registerContent(editor, () => commandsOf(editor)?.say('noPictures'))
  guardDuplicate(editor, () => commandsOf(editor)?.say('drawingStays'))
  const onFull = () => commandsOf(editor)?.say('full')
  editor.on('max-shapes', onFull)
  const stops = [guardProjected(editor), keepPainted(editor)]
  return () => {
    editor.off('max-shapes', onFull)
    stops.forEach((stop) => stop())
  }
}

function sizeOf(editor: Editor | null): string {
  const bounds = editor?.getViewportScreenBounds()
  return bounds ? `${bounds.w} ${bounds.h}` : ''
}
