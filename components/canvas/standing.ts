import { createContext } from 'react'

/** To be called when there is something to see in the canvas's place. */
export const Standing = createContext<() => void>(() => {})
