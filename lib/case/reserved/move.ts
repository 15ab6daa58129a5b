import type * as Y from 'yjs'
import { binRecord } from '../commands/bin'
import { type Actor, command, live } from '../commands/run'
import { caseMap, readRecord, recordOf, sharedRecord } from '../doc'
import { PreparingOrigin } from '../origins'
import { RECORDS } from '../schema'
import type { ReservableMap } from './withReserved'

/** The open document of a board and the one that only the admitted have. */
export interface BothDocs {
  open: Y.Doc
  reserved: Y.Doc
}

type Moved = { kind: ReservableMap; id: string }

/**
 * Copies an open record to the reserved document and puts the open one in the bin. What others saw they have seen, and
 * the history of the open document keeps it: whoever asks for this has to be told so. Give both steps to undo as one.
 */
export function moveToReserved({ open, reserved }: BothDocs, actor: Actor, what: Moved): boolean {
  return copy(open, reserved, actor, what, 'moveToReserved') && binRecord(open, actor, what)
}

/** "Voor iedereen zichtbaar maken": copies a reserved record to the open document, and puts the reserved one away. */
export function moveToOpen({ open, reserved }: BothDocs, actor: Actor, what: Moved): boolean {
  return copy(reserved, open, actor, what, 'moveToOpen') && binRecord(reserved, actor, what)
}

/** Under the same id, so that what points at it still does. False when it is there already, or does not fit. */
function copy(from: Y.Doc, to: Y.Doc, actor: Actor, { kind, id }: Moved, name: string): boolean {
  const record = live(from, kind, id)
  const plain = record && readRecord(kind, record)
  if (!plain || live(to, kind, id)) return false
  // First into the bin, outside undo: taking the move back then leaves what others wrote in the copy meanwhile.
  const binned = { by: actor.principal, at: actor.now }
  to.transact(
    () => caseMap(to, kind).set(id, sharedRecord(RECORDS[kind], { ...plain, binned })),
    new PreparingOrigin(),
  )
  return command(to, actor, name, () => {
    recordOf(to, kind, id)?.delete('binned')
    return true
  })
}
