'use client'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import type { BoardSession } from '@/components/board/session'
import { openConnection } from '@/components/board/openConnection'
import { useConnectionState } from '@/components/board/useBoardConnection'
import { type Opened, useOpened } from '@/components/ui/useOpened'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { askLayer } from './layer'

const NOT_ADMITTED: Opened<BoardConnection | null> = { value: null, close: () => {} }

/**
 * The line of the reserved document, for who is admitted to it. `before` is what the page was loaded with; the server
 * says on the open line when that changes, and is asked again whenever a line comes back.
 */
export function useReserved(boardId: string, before: boolean, open: BoardConnection | null) {
  const [admitted, setAdmitted] = useState(before)
  // Whether there was something to see on this page that is gone now.
  const [was, setWas] = useState(before)
  const line = useOpened(
    useCallback(
      () => (admitted ? openConnection({ boardId, document: 'reserved', keepsFor: null }) : NOT_ADMITTED),
      [boardId, admitted],
    ),
  )
  const { status: openStatus, rights } = useConnectionState(open)
  const state = useConnectionState(line)
  const { connected } = openStatus
  const isLost = !state.status.connected
  useEffect(() => {
    if (!connected || (rights === 0 && !isLost)) return
    let left = false
    void askLayer(boardId).then((layer) => {
      if (!layer || left) return
      setAdmitted(layer.admitted)
      if (layer.admitted) setWas(true)
    })
    return () => {
      left = true
    }
  }, [boardId, connected, rights, isLost])
  // Shut out while we were looking: at once, without asking.
  useEffect(
    () =>
      line?.subscribe(() => {
        if (line.status.ended === 'revoked') setAdmitted(false)
      }),
    [line],
  )
  const doc = useSyncExternalStore(
    line?.subscribe ?? never,
    () => line?.doc ?? null,
    () => null,
  )
  return { line, doc, status: state.status, lost: state.lost, withdrawn: was && !admitted }
}

const never = () => () => {}

/** Lays the reserved document over the session's case and its undo, for as long as it is there. */
export function useLaidOver(session: BoardSession | null, doc: Y.Doc | null) {
  useEffect(() => {
    if (!session || !doc) return
    const forget = session.undo.add(doc)
    session.feed.layOver(doc)
    return () => {
      session.feed.layOver(null)
      forget()
    }
  }, [session, doc])
}
