import type { BoardSession } from '@/components/board/session'
import type { Actor } from '@/lib/case/commands/run'
import type * as Y from 'yjs'
import type { Hand } from './hand-kit'
import type { Ids } from './story-kit'

/** A command as the canvas gives it, with what it is given on. */
export interface Canvas {
  doc: Y.Doc
  session: BoardSession
  me: Actor
  id: Ids
}

/** One command: by the list's own controls, and as a hand on the canvas gives it. */
export interface Row {
  /** What the document hears it called when the list does it; `typing`: letters in a shared text. */
  does: string
  /** What the canvas calls it, when that is another. */
  also?: string
  list: (hand: Hand, id: Ids) => Promise<unknown>
  canvas: (canvas: Canvas) => unknown
}
