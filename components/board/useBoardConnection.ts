'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { useOpened } from '@/components/ui/useOpened'
import type { BoardConnection } from '@/lib/sync/client/connection'
import type { ConnectionStatus } from '@/lib/sync/client/status'
import { openConnection } from './openConnection'

/** Opens the board's document for as long as the component is there; null before it is mounted. */
export function useBoardConnection(boardId: string, keepsFor: string | null): BoardConnection | null {
  return useOpened(
    useCallback(() => openConnection({ boardId, document: 'case', keepsFor }), [boardId, keepsFor]),
  )
}

const OPENING: ConnectionStatus = {
  state: 'saved',
  pending: 0,
  onDevice: 'never',
  connected: false,
  synced: false,
  ended: null,
}
const never = () => () => {}

/** The connection's status, generation, lost words and news of rights; renders again when one of them changes. */
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
  const rights = useSyncExternalStore(
    subscribe,
    () => connection?.rights ?? 0,
    () => 0,
  )
  return { status, generation, lost, rights }
}
