'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'

/** `phone`: no room for a canvas; `compact`: a canvas beside a video call; `roomy`: everything has its place. */
export type Room = 'phone' | 'compact' | 'roomy'

/** The same two conditions stand in board.css. A telephone on its side is a telephone still. */
const PHONE = '(max-width: 599px), (max-height: 479px) and (pointer: coarse)'
const COMPACT = '(max-width: 999px), (max-height: 650px)'

/** Room for two canvases beside each other, and for a panel beside them. */
const WIDE = '(min-width: 1200px) and (min-height: 651px)'

const RoomContext = createContext<Room | null>(null)
/** Gives what stands in it less room than the window has. */
export const RoomProvider = RoomContext.Provider

/** How much room there is. */
export function useRoom(): Room {
  const given = useContext(RoomContext)
  const ofWindow = useSyncExternalStore(subscribe, roomNow, (): Room => 'roomy')
  return given ?? ofWindow
}

/** Whether two canvases fit beside each other. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => false,
  )
}

/** In a browser only. */
export function roomNow(): Room {
  if (window.matchMedia(PHONE).matches) return 'phone'
  return window.matchMedia(COMPACT).matches ? 'compact' : 'roomy'
}

function subscribe(listener: () => void): () => void {
  const queries = [PHONE, COMPACT, WIDE].map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
