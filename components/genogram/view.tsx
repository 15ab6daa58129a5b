'use client'
import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useFocus } from '@/components/board/focus'

/** How this screen looks at the geno-sociogram; what everybody shares stands in the case. */
export interface GenogramView {
  /** The family as it was at the end of this year; null for today. */
  readonly at: number | null
  /** Whose view this screen shows; null for that of the case. */
  readonly ego: string | null
  /** The line that is open in the panel; null for none, and while a moment stands in its place. */
  readonly bond: string | null
  /** Whose lines are shown: a person's or a participant's, or null for everybody's. */
  readonly accordingTo: string | null
  readonly setAt: (year: number | null) => void
  readonly setEgo: (person: string | null) => void
  readonly setBond: (relation: string | null) => void
  readonly setAccordingTo: (who: string | null) => void
}

const nothing = () => {}
const GenogramViewContext = createContext<GenogramView>({
  at: null,
  ego: null,
  bond: null,
  accordingTo: null,
  setAt: nothing,
  setEgo: nothing,
  setBond: nothing,
  setAccordingTo: nothing,
})
export const useGenogramView = () => useContext(GenogramViewContext)

/** Keeps this screen's view; has to stand inside the board's focus, and around what shows people. */
export function GenogramViewProvider({ children }: { children: ReactNode }) {
  const focus = useFocus()
  const [at, setAt] = useState<number | null>(null)
  const [ego, setEgo] = useState<string | null>(null)
  const [bond, setBond] = useState<string | null>(null)
  const [accordingTo, setAccordingTo] = useState<string | null>(null)
  const view = useMemo<GenogramView>(
    () => ({
      at,
      ego,
      bond: focus.eventId === null ? bond : null,
      accordingTo,
      setAt,
      setEgo,
      setBond: (relation) => {
        if (relation !== null) focus.close()
        setBond(relation)
      },
      setAccordingTo,
    }),
    [at, ego, bond, accordingTo, focus],
  )
  return <GenogramViewContext value={view}>{children}</GenogramViewContext>
}
