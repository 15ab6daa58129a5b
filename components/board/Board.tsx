'use client'
import { useCallback, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useOpened } from '@/components/ui/useOpened'
import type { BoardState, Role } from '@/lib/access/rights'
import type { Locale } from '@/lib/dates/types'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { BoardView } from './BoardView'
import type { ViewName } from './BoardHeader'
import { createBoardSession, SessionProvider } from './session'
import type { BoardSession } from './session'
import { useBoardConnection, useConnectionState } from './useBoardConnection'

interface BoardProps {
  boardId: string
  me: { id: string; name: string }
  role: Role
  /** Shown until the board itself has arrived. */
  title: string
  state: BoardState
  locale: Locale
  /** The view of the address (`?view=`). */
  view: ViewName
  licenseKey?: string
  /** Buttons beside the people, made by the page: inviting, opening the board. */
  actions?: ReactNode
}

/** The page of a board: opens its document, and shows it as canvas, list or phone. */
export function Board(props: BoardProps) {
  const connection = useBoardConnection(props.boardId)
  const { status, generation } = useConnectionState(connection)
  useWarningBeforeLeaving(status.pending > 0)
  if (!connection) return <Loading title={props.title} />
  // After a refused update everything is built anew on the new document.
  return <OpenBoard key={generation} {...props} connection={connection} />
}

function OpenBoard({ connection, ...props }: BoardProps & { connection: BoardConnection }) {
  const { status, lost } = useConnectionState(connection)
  const session = useBoardSession(connection, props)
  if (!session || (!status.synced && !status.ended)) return <Loading title={props.title} />
  return (
    <SessionProvider value={session}>
      <BoardView
        view={props.view}
        status={status}
        lost={lost}
        onLostDone={() => connection.forgetLost()}
        draft={props.state === 'draft'}
        actions={props.actions}
        licenseKey={props.licenseKey}
      />
    </SessionProvider>
  )
}

function useBoardSession(connection: BoardConnection, { me, role, locale }: BoardProps): BoardSession | null {
  const { id, name } = me
  return useOpened(
    useCallback(() => {
      const { doc, awareness } = connection
      awareness.setLocalState({ cursor: null, selection: [], editing: null })
      const canWrite = role !== 'viewer'
      const value = createBoardSession({ doc, awareness, me: { id, name }, locale, canWrite })
      return { value, close: () => value.dispose() }
    }, [connection, id, name, role, locale]),
  )
}

function Loading({ title }: { title: string }) {
  const t = useTranslations('board')
  return (
    <div className="grid h-dvh place-items-center p-6 text-center">
      <div>
        <h1 className="text-xl">{title || t('untitled')}</h1>
        <p role="status" className="mt-2 text-m text-ink-soft">
          {t('status.loading')}
        </p>
      </div>
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
