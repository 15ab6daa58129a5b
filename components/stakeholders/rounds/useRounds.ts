'use client'
import { useEffect, useMemo, useState } from 'react'
import { type BoardSession, useCase, useSession } from '@/components/board/session'
import type { CaseRound } from '@/lib/case/schema'
import { roundsOf } from '@/lib/stakeholders/rounds/places'

/** The rounds of the board, and which of them this screen looks at. */
export interface Rounds {
  /** The newest first. */
  all: readonly CaseRound[]
  /** In which everybody places now. */
  open: CaseRound | null
  /** The one on this screen. */
  shown: CaseRound | null
  /** Came on the table while this page was open, and is not looked at yet. */
  fresh: CaseRound | null
  look: (id: string | null) => void
}

const PARAM = 'round'

/** The round that the address of this page names. In the browser only. */
export const roundOfAddress = (): string | null => new URLSearchParams(window.location.search).get(PARAM)

function putInAddress(round: string | null): void {
  const address = new URL(window.location.href)
  if (round === null) address.searchParams.delete(PARAM)
  else address.searchParams.set(PARAM, round)
  window.history.replaceState(null, '', `${address.pathname}${address.search}`)
}

/** What was looked at last: who comes back from another view finds it again. */
const last = new WeakMap<BoardSession, string | null>()
/** Rounds that were seen while they were open. */
const seen = new WeakMap<BoardSession, Set<string>>()

/** Rounds of this board; which one is looked at stands in the address, so that a reload leads there again. */
export function useRounds(): Rounds {
  const session = useSession()
  const caseData = useCase()
  const [id, setId] = useState(() => roundOfAddress() ?? last.get(session) ?? null)
  // Who comes back from another view comes to an address without it.
  useEffect(() => {
    if (id !== roundOfAddress()) putInAddress(id)
  }, [id])
  return useMemo(() => {
    const all = roundsOf(caseData)
    const open = all.find(({ revealed }) => !revealed) ?? null
    const known = seen.get(session) ?? new Set<string>()
    seen.set(session, known)
    if (open) known.add(open.id)
    const shown = all.find((round) => round.id === id) ?? null
    const look = (next: string | null) => {
      last.set(session, next)
      // What was looked at is no news any more.
      for (const looked of [id, next]) if (looked !== null) known.delete(looked)
      putInAddress(next)
      setId(next)
    }
    const fresh = all.find((round) => round.revealed && known.has(round.id)) ?? null
    return { all, open, shown, fresh, look }
  }, [session, caseData, id])
}
