'use client'
import { createContext, useContext } from 'react'

/** Which moment is open in the panel, shared by canvas, list and panel. */
export interface BoardFocus {
  readonly eventId: string | null
  /** The caret belongs in its title: somebody wants to write. */
  readonly write: boolean
  /** Opens a moment; `write` puts the caret in its title. */
  readonly open: (eventId: string, how?: { write?: boolean }) => void
  readonly close: () => void
}

const FocusContext = createContext<BoardFocus>({
  eventId: null,
  write: false,
  open: () => {},
  close: () => {},
})
export const FocusProvider = FocusContext.Provider
export const useFocus = () => useContext(FocusContext)
