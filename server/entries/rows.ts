import { Problem } from '@/lib/access/problem'
import type { StepState } from '@/lib/entries/entry'
import type { Db } from '../store/open'
import { isShared } from '../store/postgres'

/**
 * Holds the board until the transaction ends: what is put and what closes a step wait for each other, so that an entry
 * is either in a reveal or refused. Journals are not held up by it.
 */
export async function holdBoard(tx: Db, boardId: string): Promise<void> {
  const board = tx.selectFrom('boards').select('id').where('id', '=', boardId)
  // SQLite runs one transaction at a time.
  if (!(await (isShared(tx) ? board.forNoKeyUpdate() : board).executeTakeFirst()))
    throw new Problem('not-found')
}

export async function stateOf(db: Db, boardId: string, step: string): Promise<StepState> {
  const row = await db
    .selectFrom('reveals')
    .select('done')
    .where('board_id', '=', boardId)
    .where('step', '=', step)
    .executeTakeFirst()
  return stateFrom(row?.done)
}

/** `done` of the step's row, if it has one. */
export function stateFrom(done: number | null | undefined): StepState {
  if (done === undefined || done === null) return 'open'
  return done === 1 ? 'revealed' : 'revealing'
}
