import { CommandOrigin } from '@/lib/case/origins'
import type { BoardSession } from './session'

/** Runs several commands as one step of undo. */
export function together(session: BoardSession, name: string, change: () => void): void {
  session.undo.together(() => session.doc.transact(change, new CommandOrigin(session.me.id, name)))
}
