'use client'
import { useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'
import { colourOf } from '@/lib/access/colours'
import { useSession } from './session'

/** Where somebody's caret stands: relative positions in a shared text, as JSON. */
const Editing = z.object({
  record: z.string().max(60),
  field: z.string().max(120),
  anchor: z.unknown(),
  head: z.unknown(),
})
const Presence = z.object({
  user: z.object({
    id: z.string().max(40),
    name: z.string().max(80),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  cursor: z
    .object({ x: z.number(), y: z.number(), view: z.string().max(60) })
    .nullable()
    .catch(null),
  editing: Editing.nullable().catch(null),
})

export type Other = z.infer<typeof Presence> & { key: string }
export type EditingState = z.infer<typeof Editing>

/** A cursor that stands still this long is put away. Milliseconds. */
export const CURSOR_IDLE_MS = 10_000

const feeds = new WeakMap<Awareness, OthersFeed>()

/** Everybody else who is here: one entry per connection, who they are as stamped by the server. */
class OthersFeed {
  #current: Other[] = []
  readonly #listeners = new Set<() => void>()

  constructor(private readonly awareness: Awareness) {
    this.#read()
    awareness.on('change', (changed: Record<'added' | 'updated' | 'removed', number[]>) => {
      // This hand's own cursor is none of the others.
      if (
        !Object.values(changed)
          .flat()
          .some((client) => client !== awareness.clientID)
      )
        return
      this.#read()
      for (const listener of this.#listeners) listener()
    })
  }

  get = () => this.#current

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #read(): void {
    this.#current = [...this.awareness.getStates()].flatMap(([client, state]) => {
      if (client === this.awareness.clientID) return []
      const parsed = Presence.safeParse(state)
      return parsed.success ? [{ ...parsed.data, key: String(client) }] : []
    })
  }
}

function feedOf(awareness: Awareness): OthersFeed {
  let feed = feeds.get(awareness)
  if (!feed) feeds.set(awareness, (feed = new OthersFeed(awareness)))
  return feed
}

/** Everybody else who is here now: see `OthersFeed`. */
export const othersIn = (awareness: Awareness): Other[] => feedOf(awareness).get()

export function useOthers(): Other[] {
  const feed = feedOf(useSession().awareness)
  return useSyncExternalStore(feed.subscribe, feed.get, feed.get)
}

/** Who is here now, oneself first; once per person, however many devices they use. */
export function useHere(): { id: string; name: string; color: string }[] {
  const { me } = useSession()
  const others = useOthers()
  const people = [...new Map(others.map(({ user }) => [user.id, user])).values()]
  return [{ id: me.id, name: me.name, color: colourOf(me.id) }, ...people.filter(({ id }) => id !== me.id)]
}
