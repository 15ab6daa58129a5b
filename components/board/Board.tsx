'use client'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Logo } from '@/components/ui/logo'
import { useOpened } from '@/components/ui/useOpened'
import { useLaidOver, useReserved } from '@/components/reserved/useReserved'
import type { BoardState, Role } from '@/lib/access/rights'
import type { Locale } from '@/lib/dates/types'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { statusOfBoth } from '@/lib/sync/client/status'
import type { ViewName } from './views'
import { BoardView } from './BoardView'
import { CanvasSkeleton } from './CanvasSkeleton'
import { createBoardSession, SessionProvider } from './session'
import type { BoardSession } from './session'
import { useBoardConnection, useConnectionState } from './useBoardConnection'

interface BoardProps {
  boardId: string
  me: { id: string; name: string }
  /** Whose unsaved changes this device keeps: this person's, or nobody's. */
  keepsFor: string | null
  role: Role
  /** Shown until the board itself has arrived. */
  title: string
  state: BoardState
  /** Admitted to what is reserved when the page was made. */
  reserved: boolean
  locale: Locale
  /** The view of the address (`?view=`). */
  view: ViewName
  licenseKey?: string
  /** Buttons beside the people, made by the page: inviting, opening the board. */
  actions?: ReactNode
}

/** The page of a board: opens its document, and shows it as canvas, list or phone. */
export function Board(props: BoardProps) {
  const connection = useBoardConnection(props.boardId, props.keepsFor)
  const { generation } = useConnectionState(connection)
  const reserved = useReserved(props.boardId, props.reserved, connection)
  if (!connection) return <Loading {...props} />
  // After a refused update everything is built anew on the new document.
  return <OpenBoard key={generation} {...props} connection={connection} layer={reserved} />
}

interface OpenProps extends BoardProps {
  connection: BoardConnection
  layer: ReturnType<typeof useReserved>
}

function OpenBoard({ connection, layer, ...props }: OpenProps) {
  const state = useConnectionState(connection)
  const status = statusOfBoth(state.status, layer.line && layer.status)
  const lost = [state.lost, layer.lost].filter(Boolean).join('\n') || null
  const session = useBoardSession(connection, props, status.ended !== null)
  useLaidOver(session, layer.doc)
  const unwritten = useAnyUnwritten(session)
  useWarningBeforeLeaving(status.pending > 0 || unwritten)
  if (!session || (!status.synced && !status.ended)) return <Loading {...props} />
  return (
    <SessionProvider value={session}>
      <BoardView
        view={props.view}
        status={unwritten && status.state === 'saved' ? { ...status, state: 'saving' } : status}
        lost={lost}
        onLostDone={() => {
          connection.forgetLost()
          layer.line?.forgetLost()
        }}
        withdrawn={layer.withdrawn}
        draft={props.state === 'draft'}
        actions={props.actions}
        licenseKey={props.licenseKey}
      />
    </SessionProvider>
  )
}

/** `ended`: nothing that is written from now on would be kept, so nothing can be written. */
function useBoardSession(
  connection: BoardConnection,
  { boardId, me, role, locale }: Pick<BoardProps, 'boardId' | 'me' | 'role' | 'locale'>,
  ended: boolean,
): BoardSession | null {
  const { id, name } = me
  const canWrite = role !== 'viewer' && !ended
  const guides = role === 'facilitator'
  return useOpened(
    useCallback(() => {
      const { doc, awareness } = connection
      awareness.setLocalState({ cursor: null, selection: [], editing: null })
      const value = createBoardSession({
        doc,
        awareness,
        boardId,
        me: { id, name },
        locale,
        canWrite,
        guides,
      })
      // Once the board has arrived it is read at once: a frame later it would first be shown as empty.
      const stop = connection.subscribe(() => {
        if (!connection.status.synced) return
        value.feed.flush()
        stop()
      })
      const close = () => {
        stop()
        value.dispose()
      }
      return { value, close }
    }, [connection, boardId, id, name, canWrite, guides, locale]),
  )
}

const never = () => () => {}

function useAnyUnwritten(session: BoardSession | null): boolean {
  const any = () => session?.unwritten.any ?? false
  return useSyncExternalStore(session?.unwritten.subscribe ?? never, any, () => false)
}

/**
 * The board as it will stand there, still empty: never a board without moments that turns out to have some. What it
 * opens it says from the server on (`loadEarly`).
 */
function Loading({ boardId, keepsFor, title }: Pick<BoardProps, 'boardId' | 'keepsFor' | 'title'>) {
  const t = useTranslations('board')
  return (
    <div
      className="flex h-dvh flex-col bg-paper"
      data-opens-board={boardId}
      data-keeps-for={keepsFor ?? undefined}
    >
      <header className="rt-header border-b border-line bg-surface">
        <span className="rt-header-logo m-1.5">
          <Logo />
        </span>
        <h1 className="rt-header-title truncate px-2 text-l">{title || t('untitled')}</h1>
        <p role="status" className="rt-header-status px-2 text-s text-ink-soft">
          {t('status.loading')}
        </p>
      </header>
      <CanvasSkeleton />
    </div>
  )
}

/** The browser asks before a page is left whose changes are only on this device. */
function useWarningBeforeLeaving(pending: boolean): void {
  useEffect(() => {
    if (!pending) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [pending])
}
