'use client'
import { createContext, useContext, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useFocus } from '@/components/board/focus'
import { useCase } from '@/components/board/session'
import { useGenogramView } from '@/components/genogram/view'
import { isFocusLost } from '@/components/ui/usePanel'

/** What the panel shows: everybody, one person, one organisation, or what was put away. */
type PeoplePlace =
  { kind: 'all' } | { kind: 'bin' } | { kind: 'people'; id: string } | { kind: 'organisations'; id: string }
/** Looking back: red threads and notes together, or one thread. */
type LookPlace = { kind: 'look' } | { kind: 'thread'; id: string }
export type Place = PeoplePlace | LookPlace

export const isLook = (place: Place | null): place is LookPlace =>
  place?.kind === 'look' || place?.kind === 'thread'

interface PeopleState {
  /** Null while the panel is closed, and while a moment or a line between two stands in its place. */
  readonly place: Place | null
  readonly go: (place: Place) => void
  readonly close: () => void
  /** Opens a moment in place of the panel; closing the moment leads back here. */
  readonly openEvent: (id: string) => void
  /** Says which button, by its `data-row`, takes the focus at the next change of place. */
  readonly returnTo: (row: string) => void
  /** That button, once; null for the beginning of what opened. */
  readonly takeReturn: () => string | null
}

const PeopleContext = createContext<PeopleState>({
  place: null,
  go: () => {},
  close: () => {},
  openEvent: () => {},
  returnTo: () => {},
  takeReturn: () => null,
})
export const usePeople = () => useContext(PeopleContext)

/** Id of the person or organisation that is open in the panel; null when nobody is. */
export function useOpenId(): string | null {
  const { place } = usePeople()
  return place?.kind === 'people' || place?.kind === 'organisations' ? place.id : null
}

/** Of everybody who is open: who is in the panel, or those who had a part in the moment that stands in its place. */
export function useOpenIds(): readonly string[] {
  const id = useOpenId()
  const { eventId } = useFocus()
  const { events } = useCase()
  const event = events.find((one) => one.id === eventId)
  const ids = event ? [...event.people, ...event.organisations] : id === null ? [] : [id]
  const words = ids.join(' ')
  // The same people are the same list, whatever else has changed.
  return useMemo(() => words.split(' ').filter(Boolean), [words])
}

/** `data-row` of the buttons in the header that open the panel. */
export const OPENER = 'people-opener'
export const LOOK_OPENER = 'look-opener'

/** Keeps which part of the people panel is open; has to stand inside the board's focus. */
export function PeopleProvider({ children }: { children: ReactNode }) {
  const focus = useFocus()
  const { bond, setBond } = useGenogramView()
  const [place, setPlace] = useState<Place | null>(null)
  const row = useRef<string | null>(null)
  const state = useMemo<PeopleState>(
    () => ({
      place: focus.eventId === null && bond === null ? place : null,
      go: (next) => {
        focus.close()
        setBond(null)
        setPlace(next)
      },
      close: () => {
        setPlace(null)
        focusSoon(`[data-row="${isLook(place) ? LOOK_OPENER : OPENER}"]`)
      },
      openEvent: (id) => {
        row.current = rowOf('events', id)
        focus.open(id)
        focusSoon('.rt-panel button')
      },
      returnTo: (next) => {
        row.current = next
      },
      takeReturn: () => {
        const found = row.current
        row.current = null
        return found
      },
    }),
    [focus, place, bond, setBond],
  )
  return <PeopleContext value={state}>{children}</PeopleContext>
}

/** `data-row` of the button that opens a record. */
export const rowOf = (kind: 'events' | 'people' | 'organisations' | 'threads', id: string) => `${kind}-${id}`

/** Gives the focus to what will stand on the screen in the next frame, if what had it is gone by then. */
export function focusSoon(selector: string): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(selector)
    if (isFocusLost()) element?.focus()
  })
}
