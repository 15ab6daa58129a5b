'use client'
import { createContext, useContext, useEffect, useId, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { newId } from '@/lib/case/ids'
import { DrawingOrigin, TypingOrigin } from '@/lib/case/origins'
import type { ReservedParts } from '@/lib/case/reserved/withReserved'
import type { Case } from '@/lib/case/schema'
import { SessionUndo } from '@/lib/case/undo'
import { dayOf } from '@/lib/dates/bounds'
import type { Day, Locale } from '@/lib/dates/types'
import { CaseFeed } from './caseFeed'
import { Unwritten } from './unwritten'

/** One person's work on one board document, from opening until it is left or rebuilt. */
export interface BoardSession {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly me: { readonly id: string; readonly name: string }
  readonly locale: Locale
  readonly canWrite: boolean
  /** Of the board; empty where only a drawing is shown. */
  readonly boardId: string
  /** Guides the conversation, and may write down for others with their yes. */
  readonly guides: boolean
  readonly feed: CaseFeed
  readonly undo: SessionUndo
  readonly typing: TypingOrigin
  readonly drawing: DrawingOrigin
  /** What is on this screen only. */
  readonly unwritten: Unwritten
  /** Who gives a command, now. */
  readonly actor: () => Actor
  readonly dispose: () => void
}

type Given = Pick<BoardSession, 'doc' | 'awareness' | 'me' | 'locale' | 'canWrite'> &
  Partial<Pick<BoardSession, 'boardId' | 'guides'>>

export function createBoardSession(given: Given): BoardSession {
  const typing = new TypingOrigin()
  const drawing = new DrawingOrigin()
  const feed = new CaseFeed(given.doc)
  const undo = new SessionUndo({ actor: given.me.id, typing, drawing })
  undo.add(given.doc)
  return {
    boardId: '',
    guides: false,
    ...given,
    typing,
    drawing,
    feed,
    undo,
    unwritten: new Unwritten(),
    actor: () => ({
      principal: given.me.id,
      now: Date.now(),
      newId: () => newId((bytes) => crypto.getRandomValues(bytes)),
    }),
    dispose: () => {
      undo.dispose()
      feed.destroy()
    },
  }
}

const SessionContext = createContext<BoardSession | null>(null)
export const SessionProvider = SessionContext.Provider

/** The session of the board around this component; throws outside a board, which is a mistake of ours. */
export function useSession(): BoardSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no board session here')
  return session
}

/** The case as it is now; renders again after changes, at most once per frame. */
export function useCase(): Case {
  const { feed } = useSession()
  return useSyncExternalStore(feed.subscribe, feed.get, feed.get)
}

/** While `holds`, something of this component is on the screen and not in the document: nothing is called saved. */
export function useUnwritten(holds: boolean): void {
  const { unwritten } = useSession()
  const id = useId()
  useEffect(() => {
    unwritten.set(id, holds)
    return () => unwritten.set(id, false)
  }, [unwritten, id, holds])
}

/** Today by the clock of this device, as a day. */
export function today(): Day {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** What of the case is reserved; nothing for who is not admitted. */
export function useReservedParts(): ReservedParts {
  const { feed } = useSession()
  return useSyncExternalStore(feed.subscribe, feed.parts, feed.parts)
}

/** The reserved document while this person is admitted to it, else null. */
export function useReservedDoc(): Y.Doc | null {
  const { feed } = useSession()
  return useSyncExternalStore(feed.subscribe, feed.reservedDoc, feed.reservedDoc)
}
