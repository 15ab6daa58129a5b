import type { Db } from '../store/open'
import { randomId } from '../tokens'

/** The id of the organisation of that name, which is made when there is none. */
export async function organisationId(db: Db, name: string, now: number): Promise<string> {
  await db
    .insertInto('organisations')
    .values({ id: randomId(), name, created_at: now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const row = await db
    .selectFrom('organisations')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return row.id
}
