import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './open'

type Together = (queries: readonly CompiledQuery[]) => Promise<void>

const shortWays = new WeakMap<Db, Together>()

/** Says that this database has a shorter way than a conversation to do several things at once. */
export function hasShortWay(db: Db, way: Together): void {
  shortWays.set(db, way)
}

/** These queries in one durable transaction. Throws when it did not happen; then nothing of it happened. */
export async function together(db: Db, queries: readonly (Compilable | CompiledQuery)[]): Promise<void> {
  const compiled = queries.map((query) => ('compile' in query ? query.compile() : query))
  const way = shortWays.get(db)
  if (way) return way(compiled)
  await db.transaction().execute(async (tx) => {
    for (const query of compiled) await tx.executeQuery(query)
  })
}
