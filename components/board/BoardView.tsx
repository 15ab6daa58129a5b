'use client'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { OpenBond } from '@/components/genogram/bond/OpenBond'
import { GenogramViewProvider } from '@/components/genogram/view'
import { PeoplePanel } from '@/components/people/PeoplePanel'
import { PeopleProvider } from '@/components/people/place'
import { LitProvider, LitThread } from '@/components/looking/lit'
import { EventPanel } from '@/components/timeline/EventPanel'
import { OpenPersonProvider } from '@/components/timeline/work/openPerson'
import { WorkProvider } from '@/components/timeline/work/work'
import { ToastProvider } from '@/components/ui/Toasts'
import type { ConnectionStatus } from '@/lib/sync/client/status'
import { BoardHeader } from './BoardHeader'
import { KeysDialog } from '@/components/lanes/KeysDialog'
import { FocusProvider } from './focus'
import type { BoardFocus } from './focus'
import { CanvasSkeleton } from './CanvasSkeleton'
import { KeptRow } from './KeptRow'
import { listPart } from './later'
import { besideOfAddress, viewOfAddress } from './loadEarly'
import { SideBySide } from './SideBySide'
import { ViewProvider, type ViewChoice } from './viewChoice'
import { LostWords } from './LostWords'
import { NewsLog } from './news/NewsLog'
import { Offline } from './Offline'
import { Withdrawn } from '@/components/reserved/Withdrawn'
import { useRegionKeys } from './useRegionKeys'
import { useSession } from './session'
import { useIsWide, useRoom } from './useRoom'
import { besideNamed, type ViewName } from './views'

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
  const choice = useViewChoice(props.view)
  const { view, setView } = choice
  const isWide = useIsWide()
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
  return (
    <ViewProvider value={choice}>
      <ToastProvider>
        <FocusProvider value={focus}>
          <WorkProvider>
            <GenogramViewProvider>
              <PeopleProvider>
                <OpenPersonProvider>
                  <LitProvider>
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
                      <LitThread />
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
                            <SideBySide
                              view={view}
                              beside={isWide ? choice.beside : null}
                              onBeside={choice.setBeside}
                              licenseKey={props.licenseKey}
                            />
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
                  </LitProvider>
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

/** What is shown follows the address, so that a link and the back button lead to it. */
function useViewChoice(first: ViewName): ViewChoice {
  const [{ view, beside }, setShown] = useState(() => ({ view: first, beside: besideOfAddress() }))
  useEffect(() => {
    const onBack = () => setShown({ view: viewOfAddress(), beside: besideOfAddress() })
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  return useMemo(() => {
    const show = (next: ViewName, other: ViewChoice['beside']) => {
      setShown({ view: next, beside: other })
      window.history.pushState(null, '', `?view=${next}${other ? `&beside=${other}` : ''}`)
    }
    return {
      view,
      beside,
      // What stood beside it comes to the left: the two change places.
      setView: (next) => show(next, next === beside ? besideNamed(view, next) : besideNamed(beside, next)),
      setBeside: (next) => show(view, next),
    }
  }, [view, beside])
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
