'use client'
import { Suspense, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { DefaultFontStyle, DefaultSizeStyle } from 'tldraw'
import type { Editor, TLPageId } from 'tldraw'
import { useTranslations } from 'use-intl'
import { useAtHand } from '@/components/board/atHand'
import { fetchLater, genogramPart, stakeholdersPart } from '@/components/board/later'
import { afterPaint } from '@/components/board/nextFrame'
import { useSession } from '@/components/board/session'
import { TimelineView } from '@/components/timeline/TimelineView'
import { useToast } from '@/components/ui/Toasts'
import { caseMap } from '@/lib/case/doc'
import { DrawingBinding } from './binding/drawing'
import { FREE_PAGE, GENOGRAM_PAGE, isProjected, STAKEHOLDERS_PAGE, TIMELINE_PAGE } from './binding/pages'
import { binProjected } from './binning'
import { showAll } from './camera'
import { commandsOf, setCommands } from './commands'
import { registerContent } from './content'
import { FreeView } from './FreeView'
import { guardDuplicate, guardProjected } from './guards'
import { keepPainted } from './keepPainted'
import { lookAtNearOnly } from './nearOnly'
import { installPalette } from './palette'
import { retype } from './retype'
import { createBoardStore } from './schema'
import { SendingPicture } from './SendingPicture'
import { Standing } from './standing'
import { TldrawShell } from './TldrawShell'
import { useBringPictures } from './useBringPictures'
import { usePointer } from './usePointer'

installPalette()

export type CanvasView = 'timeline' | 'genogram' | 'stakeholders' | 'free'

const PAGES: Readonly<Record<CanvasView, TLPageId>> = {
  timeline: TIMELINE_PAGE,
  genogram: GENOGRAM_PAGE,
  stakeholders: STAKEHOLDERS_PAGE,
  free: FREE_PAGE,
}

interface Props {
  view: CanvasView
  licenseKey?: string | undefined
  /** Called once the canvas shows what stands on it. */
  onStanding: () => void
}

/** The canvas of a board: free drawing on each of its pages, and the view that is projected onto the one shown. */
export function BoardCanvas({ view, licenseKey, onStanding }: Props) {
  const session = useSession()
  const toast = useToast()
  const t = useTranslations('canvas')
  const { bring, sending } = useBringPictures()
  const [store] = useState(createBoardStore)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [keys, setKeys] = useState<HTMLElement | null>(null)
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
      retype: (id, words) => editor !== null && retype(editor, id, words),
    })
    return () => binding.destroy()
  }, [store, session, editor])

  useEffect(() => {
    if (!editor) return
    setCommands(editor, {
      deleteSelected: () => canWrite && deleteSelected(editor),
      undo: () => void session.undo.undo(),
      redo: () => void session.undo.redo(),
      showAll: () => showAll(editor),
      say: (key) => toast(t(key)),
      bringPictures: (files, at) => void (canWrite && bring(editor, files, at)),
    })
  }, [editor, canWrite, session, toast, t, bring])

  const onMount = useCallback((mounted: Editor) => {
    const stop = prepare(mounted)
    setEditor(mounted)
    return () => {
      stop()
      setEditor(null)
    }
  }, [])

  useEffect(() => (editor ? fetchLater() : undefined), [editor])
  // What is projected onto it now is drawn in the next frame.
  useEffect(() => (editor ? afterPaint(onStanding) : undefined), [editor, onStanding])

  // The library's own keys too.
  const atHand = useAtHand()
  useEffect(() => {
    if (atHand) editor?.focus({ focusContainer: false })
    else editor?.blur({ blurContainer: false })
  }, [editor, atHand])

  useEffect(() => {
    editor?.updateInstanceState({ isReadonly: !canWrite })
  }, [editor, canWrite])

  // Before the views look at the camera, which every page has its own of.
  useLayoutEffect(() => {
    if (editor && editor.getCurrentPageId() !== PAGES[view]) editor.setCurrentPage(PAGES[view])
  }, [editor, view])

  return (
    <div className="rt-canvas relative min-h-0 min-w-0 flex-1 overflow-hidden">
      {/* Before the canvas: what stands on it as a list, for keyboard and screen reader. */}
      <div ref={setKeys} />
      <Standing value={onStanding}>
        <TldrawShell
          store={store}
          me={session.me}
          locale={session.locale}
          licenseKey={licenseKey}
          onMount={onMount}
        />
      </Standing>
      {editor && keys && view === 'timeline' && <TimelineView editor={editor} keys={keys} />}
      <Suspense fallback={null}>
        {editor && keys && view === 'genogram' && <genogramPart.View editor={editor} keys={keys} />}
        {editor && keys && view === 'stakeholders' && <stakeholdersPart.View editor={editor} keys={keys} />}
      </Suspense>
      {editor && view === 'free' && <FreeView editor={editor} />}
      {sending && <SendingPicture {...sending} />}
    </div>
  )
}

/** What of the case is selected goes into the bin; what is drawn is taken away. */
function deleteSelected(editor: Editor): void {
  const selected = editor.getSelectedShapes()
  const ofCase = selected.filter(isProjected)
  if (ofCase.length) binProjected(editor, ofCase)
  const drawn = selected.filter((shape) => !isProjected(shape)).map(({ id }) => id)
  if (drawn.length) editor.deleteShapes(drawn)
}

/** Sets a new editor up for a board; returns what undoes it. */
function prepare(editor: Editor): () => void {
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  editor.setStyleForNextShapes(DefaultSizeStyle, 's')
  registerContent(
    editor,
    () => commandsOf(editor)?.say('onlyText'),
    (files, at) => commandsOf(editor)?.bringPictures(files, at),
  )
  guardDuplicate(editor, () => commandsOf(editor)?.say('drawingStays'))
  const onFull = () => commandsOf(editor)?.say('full')
  editor.on('max-shapes', onFull)
  const stops = [guardProjected(editor), keepPainted(editor), lookAtNearOnly(editor)]
  return () => {
    editor.off('max-shapes', onFull)
    stops.forEach((stop) => stop())
  }
}
