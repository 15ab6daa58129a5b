import { Problem } from '@/lib/access/problem'
import { rightOn } from '@/lib/access/rights'
import type { Principal } from '../services'
import type { Db } from '../store/open'
import { standingOf } from './members'

/** Somebody who takes or took part: no address, no role, only what they are called. */
export interface Named {
  id: string
  name: string
}

/**
 * What everybody is called who takes part in a board, or ever wrote on it: who left keeps their name under their
 * words. For anybody who may read the board; throws `not-found` for everybody else.
 */
export async function namesOf(db: Db, principal: Principal, boardId: string): Promise<Named[]> {
  const standing = await standingOf(db, principal.id, boardId)
  if (rightOn('case', standing?.member ?? null, standing?.state ?? 'draft') === 'none')
    throw new Problem('not-found')
  const here = db.selectFrom('members').select('principal_id').where('board_id', '=', boardId)
  const wrote = db.selectFrom('clients').select('principal_id').where('board_id', '=', boardId)
  return db
    .selectFrom('principals')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('id', 'in', here), eb('id', 'in', wrote)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
}
