'use client'
import { useSyncExternalStore } from 'react'

/** `phone`: no room for a canvas; `compact`: a canvas beside a video call; `roomy`: everything has its place. */
export type Room = 'phone' | 'compact' | 'roomy'

/** The same two conditions stand in board.css. A telephone on its side is a telephone still. */
const PHONE = '(max-width: 599px), (max-height: 479px) and (pointer: coarse)'
const COMPACT = '(max-width: 999px), (max-height: 650px)'

/** How much room the window has. */
export function useRoom(): Room {
  return useSyncExternalStore(subscribe, roomNow, () => 'roomy')
}

/** In a browser only. */
export function roomNow(): Room {
  if (window.matchMedia(PHONE).matches) return 'phone'
  return window.matchMedia(COMPACT).matches ? 'compact' : 'roomy'
}

function subscribe(listener: () => void): () => void {
  const queries = [window.matchMedia(PHONE), window.matchMedia(COMPACT)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
