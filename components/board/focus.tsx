'use client'
import { createContext, useContext } from 'react'

/** Which moment is open in the panel, shared by canvas, list and panel. */
export interface BoardFocus {
  readonly eventId: string | null
  /** Opens a moment; `write` puts the caret in its title. */
  open(eventId: string, how?: { write?: boolean }): void
  close(): void
  /** True once after `open(…, {write: true})`: the panel takes the caret and asks no more. */
  takeWrite(): boolean
}

const FocusContext = createContext<BoardFocus>({
  eventId: null,
  open: () => {},
  close: () => {},
  takeWrite: () => false,
})
export const FocusProvider = FocusContext.Provider
export const useFocus = () => useContext(FocusContext)
