'use client'
import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { useCase } from '@/components/board/session'
import { useOpenId } from '@/components/people/place'
import { eventsWith } from '@/lib/case/queries'

const MomentsContext = createContext<ReadonlySet<string> | null>(null)

/** The moments of who is open in the panel stand out on the line; the others stay as they are. */
export function OpenPersonProvider({ children }: { children: ReactNode }) {
  const { events } = useCase()
  const id = useOpenId()
  const moments = useMemo(
    () => (id === null ? null : new Set(eventsWith(events, id).map((event) => event.id))),
    [events, id],
  )
  return <MomentsContext value={moments}>{children}</MomentsContext>
}

/** Whether who is open in the panel had a part in a moment. */
export function useIsOfOpenPerson(eventId: string): boolean {
  return useContext(MomentsContext)?.has(eventId) ?? false
}
