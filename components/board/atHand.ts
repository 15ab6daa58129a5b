'use client'
import { createContext, useContext } from 'react'

const HandContext = createContext(true)
export const HandProvider = HandContext.Provider

/** Whether keys are meant for the canvas around this component: of two, it is the one that was touched last. */
export const useAtHand = () => useContext(HandContext)
