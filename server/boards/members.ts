import { Problem } from '@/lib/access/problem'
import type { BoardState, Membership } from '@/lib/access/rights'
import type { Db } from '../store/open'

/** A principal's place on a board. */
export interface Standing {
  member: Membership
  state: BoardState
}

/** Null for a board that does not exist and for one that is not theirs alike. */
export async function standingOf(db: Db, principalId: string, boardId: string): Promise<Standing | null> {
  const row = await db
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.board_id')
    .innerJoin('principals', 'principals.id', 'members.principal_id')
    .select(['members.role', 'members.reserved', 'boards.state'])
    .where('members.board_id', '=', boardId)
    .where('members.principal_id', '=', principalId)
    .where('principals.disabled', '=', 0)
    .executeTakeFirst()
  return row ? { member: { role: row.role, reserved: row.reserved === 1 }, state: row.state } : null
}

/** Throws `not-found` for who may not open the board, `not-allowed` for who may but does not guide it. */
export async function requireManager(db: Db, principalId: string, boardId: string): Promise<Standing> {
  const standing = await standingOf(db, principalId, boardId)
  if (!standing || (standing.state === 'draft' && standing.member.role !== 'facilitator'))
    throw new Problem('not-found')
  if (standing.member.role !== 'facilitator') throw new Problem('not-allowed')
  return standing
}
