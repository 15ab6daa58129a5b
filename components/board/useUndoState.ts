'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { useSession } from './session'

const no = () => false

/** Whether there is something to take back, and something to do again. */
export function useUndoState(): { canUndo: boolean; canRedo: boolean } {
  const { undo } = useSession()
  const subscribe = useCallback((listener: () => void) => undo.subscribe(listener), [undo])
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo, no)
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo, no)
  return { canUndo, canRedo }
}
