'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'

export interface Opened<T> {
  readonly value: T
  readonly close: () => void
}

/** Holds what is open now, as something that can be subscribed to. */
class Slot<T> {
  #value: T | null = null
  readonly #listeners = new Set<() => void>()

  get = () => this.#value

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  open(make: () => Opened<T>): () => void {
    const { value, close } = make()
    this.#set(value)
    return () => {
      this.#set(null)
      close()
    }
  }

  #set(value: T | null): void {
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}

/** What `make` opens, from mounting to unmounting; null before. Give `make` by `useCallback`. */
export function useOpened<T>(make: () => Opened<T>): T | null {
  const [slot] = useState(() => new Slot<T>())
  useEffect(() => slot.open(make), [slot, make])
  return useSyncExternalStore(slot.subscribe, slot.get, () => null)
}
