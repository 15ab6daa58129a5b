'use client'
import { useSyncExternalStore } from 'react'
import type { NewsItem } from './newsFeed'

/** What a screen reader says of what others do: nothing; what comes and goes; or every change. */
export const ALOUD = ['off', 'important', 'all'] as const
export type Aloud = (typeof ALOUD)[number]

/** While this page is open: a shared computer keeps nothing of who worked here. */
let now: Aloud = 'important'
const listeners = new Set<() => void>()

export function setAloud(next: Aloud): void {
  now = next
  for (const listener of listeners) listener()
}

export function useAloud(): Aloud {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => now,
    () => now,
  )
}

/** Whether it is said aloud. What somebody took back or did again themselves always is, but for `off`. */
export function isAloud({ what, own }: NewsItem, aloud: Aloud): boolean {
  if (aloud === 'off') return false
  return aloud === 'all' || own !== null || what !== 'changed'
}
