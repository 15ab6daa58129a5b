'use client'
import { useLayoutEffect } from 'react'
import type { Awareness } from 'y-protocols/awareness'

const quiet = new WeakSet<Awareness>()

/** Whether nothing is shown to others of where this hand points and what it holds. */
export const isQuiet = (awareness: Awareness): boolean => quiet.has(awareness)

/** While this component stands on the screen, others do not see where this hand points and what it holds. */
export function useQuiet(awareness: Awareness): void {
  useLayoutEffect(() => {
    quiet.add(awareness)
    awareness.setLocalStateField('cursor', null)
    awareness.setLocalStateField('selection', [])
    return () => void quiet.delete(awareness)
  }, [awareness])
}
