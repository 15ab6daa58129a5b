'use client'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { OpenBond } from '@/components/genogram/bond/OpenBond'
import { GenogramViewProvider } from '@/components/genogram/view'
import { PeoplePanel } from '@/components/people/PeoplePanel'
import { PeopleProvider } from '@/components/people/place'
import { EventPanel } from '@/components/timeline/EventPanel'
import { OpenPersonProvider } from '@/components/timeline/work/openPerson'
import { WorkProvider } from '@/components/timeline/work/work'
import { ToastProvider } from '@/components/ui/Toasts'
import type { ConnectionStatus } from '@/lib/sync/client/status'
import { BoardHeader } from './BoardHeader'
import { KeysDialog } from '@/components/lanes/KeysDialog'
import { FocusProvider } from './focus'
import type { BoardFocus } from './focus'
import { CanvasPlace } from './CanvasPlace'
import { CanvasSkeleton } from './CanvasSkeleton'
import { KeptRow } from './KeptRow'
import { listPart } from './later'
import { viewOfAddress } from './loadEarly'
import { ViewProvider } from './viewChoice'
import { LostWords } from './LostWords'
import { NewsLog } from './news/NewsLog'
import { Offline } from './Offline'
import { Withdrawn } from '@/components/reserved/Withdrawn'
import { useRegionKeys } from './useRegionKeys'
import { useSession } from './session'
import { useRoom } from './useRoom'
import type { ViewName } from './views'

interface Props {
  view: ViewName
  status: ConnectionStatus
  lost: string | null
  onLostDone: () => void
  /** Was admitted to what is reserved when the page was made, and no longer is. */
  withdrawn: boolean
  draft: boolean
  actions?: ReactNode
  licenseKey?: string | undefined
}

/** An opened board: header, the chosen view, and the panel of the moment that is open. */
export function BoardView(props: Props) {
  const [view, setView] = useView(props.view)
  const [opened, setOpened] = useState<{ id: string; write: boolean } | null>(null)
  const narrow = useRoom() === 'phone'
  useHistoryKeys()
  useRegionKeys()
  const main = useRef<HTMLElement>(null)
  const focus = useMemo<BoardFocus>(
    () => ({
      eventId: opened?.id ?? null,
      write: opened?.write ?? false,
      // A double click is a click too: what it opened for writing stays so.
      open: (id, how) =>
        setOpened((now) => ({ id, write: how?.write === true || (now?.id === id && now.write) })),
      close: () => setOpened(null),
    }),
    [opened],
  )
  const asList = narrow || view === 'list'
  const choice = useMemo(() => ({ view, setView }), [view, setView])
  return (
    <ViewProvider value={choice}>
      <ToastProvider>
        <FocusProvider value={focus}>
          <WorkProvider>
            <GenogramViewProvider>
              <PeopleProvider>
                <OpenPersonProvider>
                  <div className="flex h-dvh flex-col overflow-hidden bg-paper">
                    <BoardHeader
                      view={narrow && view !== 'list' ? 'timeline' : view}
                      onView={setView}
                      status={props.status}
                      draft={props.draft}
                    >
                      {props.actions}
                    </BoardHeader>
                    {props.status.ended && <Ended reason={props.status.ended} />}
                    {props.withdrawn && !props.status.ended && <Withdrawn />}
                    <Offline status={props.status} />
                    {props.lost && <LostWords words={props.lost} onDone={props.onLostDone} />}
                    <main
                      ref={main}
                      id="main"
                      tabIndex={-1}
                      className="relative flex min-h-0 flex-1 outline-none"
                    >
                      <Suspense fallback={<CanvasSkeleton />}>
                        {asList ? (
                          <listPart.View narrow={narrow} />
                        ) : (
                          <CanvasPlace view={view} licenseKey={props.licenseKey} />
                        )}
                      </Suspense>
                      {opened && <EventPanel eventId={opened.id} />}
                      <OpenBond />
                      <PeoplePanel />
                    </main>
                    <KeysDialog canvas={!asList} />
                    <NewsLog />
                    <KeptRow place={main} />
                  </div>
                </OpenPersonProvider>
              </PeopleProvider>
            </GenogramViewProvider>
          </WorkProvider>
        </FocusProvider>
      </ToastProvider>
    </ViewProvider>
  )
}

function Ended({ reason }: { reason: 'revoked' | 'gone' }) {
  const t = useTranslations('board.status')
  return (
    <p role="alert" className="border-b border-line bg-danger-soft px-4 py-3 text-m">
      {t(reason)}{' '}
      <button type="button" className="font-bold underline" onClick={() => window.location.reload()}>
        {t('reload')}
      </button>
    </p>
  )
}

/** The view follows the address, so that a link and the back button lead to it. */
function useView(first: ViewName): [ViewName, (view: ViewName) => void] {
  const [view, setView] = useState(first)
  useEffect(() => {
    const onBack = () => setView(viewOfAddress())
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  const choose = useCallback((next: ViewName) => {
    setView(next)
    window.history.pushState(null, '', `?view=${next}`)
  }, [])
  return [view, choose]
}

/** Undo and redo by keyboard wherever nothing is being typed; texts see to their own. */
function useHistoryKeys(): void {
  const { undo, feed, canWrite } = useSession()
  useEffect(() => {
    if (!canWrite) return
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      const key = event.key.toLowerCase()
      const target = event.target
      const isTyping =
        target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]')
      if (isTyping || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      event.stopPropagation()
      if (key === 'y' || event.shiftKey) undo.redo()
      else undo.undo()
      feed.flush()
    }
    // Before the canvas library sees it: its own history is not ours.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [undo, feed, canWrite])
}
