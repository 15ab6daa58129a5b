'use client'
import { useSyncExternalStore } from 'react'
import { useSession } from '@/components/board/session'
import type { BoardSession } from '@/components/board/session'

/**
 * "Wat zien we?": whether the group is asking now what kind of words these are and whether it helped. Of this screen
 * for as long as the board is open; a meeting can set it for everybody in place of this.
 */
class Looking {
  #on = false
  readonly #listeners = new Set<() => void>()

  get = () => this.#on

  set = (on: boolean) => {
    this.#on = on
    for (const listener of this.#listeners) listener()
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}

const all = new WeakMap<BoardSession, Looking>()

export function useLooking(): [on: boolean, set: (on: boolean) => void] {
  const session = useSession()
  let looking = all.get(session)
  if (!looking) all.set(session, (looking = new Looking()))
  return [useSyncExternalStore(looking.subscribe, looking.get, () => false), looking.set]
}
