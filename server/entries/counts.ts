import { Problem } from '@/lib/access/problem'
import type { StepStatus } from '@/lib/entries/entry'
import type { Db } from '../store/open'

/** Steps in which one person may have an entry on one board, and entries on a board of all together. */
const MOST_OF_ONE = 200
const MOST_OF_BOARD = 5_000

/** How many of those who may put in a step have done so, and are ready. No names: nobody is to be hurried. */
export async function countsOf(
  db: Db,
  boardId: string,
  step: string,
): Promise<NonNullable<StepStatus['counts']>> {
  const { put, ready } = await db
    .selectFrom('private_entries')
    .select(({ fn }) => [fn.count<number>('body').as('put'), fn.sum<number | null>('ready').as('ready')])
    .where('board_id', '=', boardId)
    .where('step', '=', step)
    .executeTakeFirstOrThrow()
  const { mayPut } = await db
    .selectFrom('members')
    .innerJoin('principals', 'principals.id', 'members.principal_id')
    .select(({ fn }) => fn.countAll<number>().as('mayPut'))
    .where('members.board_id', '=', boardId)
    .where('members.role', '!=', 'viewer')
    .where('principals.disabled', '=', 0)
    .executeTakeFirstOrThrow()
  return { put, ready: ready ?? 0, mayPut }
}

/** Throws `entries-full`, which ends the transaction that wrote one too many. */
export async function requireRoom(tx: Db, boardId: string, principalId: string): Promise<void> {
  const { all, own } = await tx
    .selectFrom('private_entries')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .select(({ fn }) => fn.countAll<number>().filterWhere('principal_id', '=', principalId).as('own'))
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow()
  if (all > MOST_OF_BOARD || own > MOST_OF_ONE) throw new Problem('entries-full')
}
