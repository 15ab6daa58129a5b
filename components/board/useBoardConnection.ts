'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { useOpened } from '@/components/ui/useOpened'
import { SCHEMA_VERSION } from '@/lib/case/schema'
import type { Clock } from '@/lib/clock'
import { BoardConnection } from '@/lib/sync/client/connection'
import type { ConnectionStatus } from '@/lib/sync/client/status'

const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** The address of a board's document on the server that this page came from. */
function addressOf(boardId: string): string {
  const { protocol, host } = window.location
  const scheme = protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${host}/sync/${encodeURIComponent(boardId)}?ack=1&schema=${SCHEMA_VERSION}`
}

/** Opens the board's document for as long as the component is there; null before it is mounted. */
export function useBoardConnection(boardId: string): BoardConnection | null {
  return useOpened(
    useCallback(() => {
      const value = new BoardConnection({
        url: addressOf(boardId),
        open: (url) => new WebSocket(url),
        clock: browserClock,
        random: Math.random,
      })
      const nudge = () => value.nudge()
      window.addEventListener('online', nudge)
      document.addEventListener('visibilitychange', nudge)
      const close = () => {
        window.removeEventListener('online', nudge)
        document.removeEventListener('visibilitychange', nudge)
        value.destroy()
      }
      return { value, close }
    }, [boardId]),
  )
}

const OPENING: ConnectionStatus = { state: 'saved', pending: 0, connected: false, synced: false, ended: null }
const never = () => () => {}

/** The connection's status, generation and lost words; renders again when one of them changes. */
export function useConnectionState(connection: BoardConnection | null) {
  const status = useSyncExternalStore(
    connection?.subscribe ?? never,
    () => connection?.status ?? OPENING,
    () => OPENING,
  )
  const subscribe = connection?.subscribe ?? never
  const generation = useSyncExternalStore(
    subscribe,
    () => connection?.generation ?? 0,
    () => 0,
  )
  const lost = useSyncExternalStore(
    subscribe,
    () => connection?.lost ?? null,
    () => null,
  )
  return { status, generation, lost }
}
