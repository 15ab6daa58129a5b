'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { browserClock } from '@/components/board/browserClock'
import { type BoardSession, useSession } from '@/components/board/session'
import { type OwnNow, OwnPlaces } from './ownPlaces'

const kept = new WeakMap<BoardSession, Map<string, OwnPlaces>>()

/** The address of a board's private entries. */
export const entriesAddress = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}/entries`

function ownPlacesOf(session: BoardSession, round: string): OwnPlaces {
  const known = kept.get(session) ?? new Map<string, OwnPlaces>()
  kept.set(session, known)
  const found = known.get(round)
  if (found) return found
  const made = new OwnPlaces({
    address: entriesAddress(session.boardId),
    round,
    clock: browserClock,
    onUnwritten: (holds) => session.unwritten.set(`places ${round}`, holds),
  })
  known.set(round, made)
  return made
}

/** One's own places in a round: the same whichever part of the screen asks. They are read when it is opened and looked at again. */
export function useOwnPlaces(round: string): { own: OwnPlaces; now: OwnNow } {
  const session = useSession()
  const own = ownPlacesOf(session, round)
  const now = useSyncExternalStore(own.subscribe, own.get, own.get)
  useEffect(() => {
    void own.load()
    const onLook = () => {
      if (document.visibilityState === 'visible') void own.load()
      else own.leave()
    }
    window.addEventListener('pagehide', own.leave)
    document.addEventListener('visibilitychange', onLook)
    return () => {
      window.removeEventListener('pagehide', own.leave)
      document.removeEventListener('visibilitychange', onLook)
    }
  }, [own])
  return { own, now }
}
