'use client'
import { createContext, useContext } from 'react'
import type { CanvasView } from '@/components/canvas/BoardCanvas'
import type { ViewName } from './views'

/** How one looks at the board now, and what shows it in another way. */
export interface ViewChoice {
  readonly view: ViewName
  readonly setView: (view: ViewName) => void
  /** What stands beside it, where there is room; null for nothing. */
  readonly beside: CanvasView | null
  readonly setBeside: (view: CanvasView | null) => void
}

const ViewContext = createContext<ViewChoice>({
  view: 'timeline',
  setView: () => {},
  beside: null,
  setBeside: () => {},
})
export const ViewProvider = ViewContext.Provider
export const useView = () => useContext(ViewContext)
