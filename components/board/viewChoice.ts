'use client'
import { createContext, useContext } from 'react'
import type { ViewName } from './views'

/** How one looks at the board now, and what shows it in another way. */
export interface ViewChoice {
  readonly view: ViewName
  readonly setView: (view: ViewName) => void
}

const ViewContext = createContext<ViewChoice>({ view: 'timeline', setView: () => {} })
export const ViewProvider = ViewContext.Provider
export const useView = () => useContext(ViewContext)
