'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { useOthers } from './presence'
import { useCase, useSession } from './session'
import type { BoardSession } from './session'

const Answer = z.object({ members: z.array(z.object({ id: z.string(), name: z.string() })) })

const EMPTY: ReadonlyMap<string, string> = new Map()

/** What everybody is called who takes part in a board or ever did; asked again when somebody unknown turns up. */
class NameBook {
  #names = EMPTY
  /** Ids that have been asked for: who is in no answer is not asked for over and over. */
  readonly #asked = new Set<string>()
  readonly #wanted = new Set<string>()
  #loading = false
  readonly #listeners = new Set<() => void>()

  constructor(private readonly boardId: string) {}

  get = () => this.#names

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Somebody whose name is wanted, "" for anybody's: asked for soon, together with what else is wanted now. */
  want(id: string): void {
    if (this.boardId === '' || this.#asked.has(id) || this.#names.has(id)) return
    this.#wanted.add(id)
    if (this.#loading) return
    this.#loading = true
    queueMicrotask(() => void this.#load([...this.#wanted]))
  }

  async #load(unknown: readonly string[]): Promise<void> {
    this.#wanted.clear()
    try {
      const response = await fetch(`/api/boards/${encodeURIComponent(this.boardId)}/members`)
      const answer = response.ok ? Answer.safeParse(await response.json()).data : undefined
      if (!answer) return
      for (const id of unknown) this.#asked.add(id)
      this.#names = new Map(answer.members.map(({ id, name }) => [id, name]))
    } catch {
      // Without a connection there are no names yet; the next look asks again.
    } finally {
      this.#loading = false
    }
    for (const listener of this.#listeners) listener()
  }
}

const books = new WeakMap<BoardSession, NameBook>()

function useBook(): NameBook {
  const session = useSession()
  let book = books.get(session)
  if (!book) books.set(session, (book = new NameBook(session.boardId)))
  return book
}

/** Names by principal: of who takes part or took part, as far as the server has answered. */
export function useMembers(): ReadonlyMap<string, string> {
  const book = useBook()
  useEffect(() => book.want(''), [book])
  return useSyncExternalStore(book.subscribe, book.get, () => EMPTY)
}

/** The name of a principal; null when nobody can say (yet), and for what the program itself made. */
export function useNameOf(): (principal: string) => string | null {
  const book = useBook()
  const members = useMembers()
  const others = useOthers()
  const { me } = useSession()
  const { events } = useCase()
  const names = useMemo(() => {
    const all = new Map<string, string>()
    for (const { takes } of events)
      for (const [author, { name }] of Object.entries(takes)) if (name) all.set(author, name)
    for (const [id, name] of members) all.set(id, name)
    for (const { user } of others) all.set(user.id, user.name)
    return all.set(me.id, me.name)
  }, [members, others, events, me])
  return (principal) => {
    const name = names.get(principal)
    if (name === undefined && principal !== 'server') book.want(principal)
    return name ?? null
  }
}
