import { createHash } from 'node:crypto'
import path from 'node:path'
import { sql } from 'kysely'
import { keyRingSchemaOf } from './keyRingSchema'
import type { Db } from './open'

/** Where the key ring of a database lies: beside it, and in no copy of it. */
export const keyRingOf = (databaseFile: string): string =>
  path.join(path.dirname(databaseFile), 'keys.sqlite')

/**
 * Makes the tables of a new ring. Apart from the migrations, because a ring and its data can come from two copies.
 * `schema`: that of the data in PostgreSQL.
 */
export async function prepareKeyRing(db: Db, schema?: string): Promise<void> {
  const bytes = sql.raw(schema === undefined ? 'blob' : 'bytea')
  // Two nodes that start at once: the second finds it made, or waits for the first.
  await db.transaction().execute(async (tx) => {
    if (schema !== undefined) {
      await sql`select pg_advisory_xact_lock(hashtextextended('rotonde key ring', 0))`.execute(tx)
      await sql`create schema if not exists ${sql.id(keyRingSchemaOf(schema))}`.execute(tx)
    }
    await sql`create table if not exists ${sql.table('keys.board_keys')}
      (board_id text not null primary key, wrapped ${bytes} not null)`.execute(tx)
    await sql`create table if not exists ${sql.table('keys.older_keys')}
      (board_id text not null primary key, wrapped ${bytes} not null)`.execute(tx)
    await sql`create table if not exists ${sql.table('keys.removed_boards')}
      (id_hash text not null primary key)`.execute(tx)
  })
}

/** What stays of a removed board: enough to know it again, and not its id. */
export const hashOf = (boardId: string) => createHash('sha256').update(boardId).digest('hex')

/** Takes the key off the ring and remembers that the board was removed, in one step: after it nothing can read it. */
export async function destroyKey(db: Db, boardId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('keys.board_keys').where('board_id', '=', boardId).execute()
    await tx.deleteFrom('keys.older_keys').where('board_id', '=', boardId).execute()
    await tx
      .insertInto('keys.removed_boards')
      .values({ id_hash: hashOf(boardId) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

/**
 * Puts another key in the place of the board's, which stays beside it until everything is sealed anew. A renewal that
 * was cut short is gone on with: then the key is new already, and `wrapped` is not used.
 */
export async function renewKey(db: Db, boardId: string, wrapped: Uint8Array): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const now = await tx
      .selectFrom('keys.board_keys')
      .select(['board_id', 'wrapped'])
      .where('board_id', '=', boardId)
      .executeTakeFirst()
    const begun = await tx
      .selectFrom('keys.older_keys')
      .select('board_id')
      .where('board_id', '=', boardId)
      .executeTakeFirst()
    if (!now || begun) return
    await tx.insertInto('keys.older_keys').values(now).execute()
    await tx.updateTable('keys.board_keys').set({ wrapped }).where('board_id', '=', boardId).execute()
  })
}

/** Boards whose key was renewed, and of which not everything is known to be sealed anew. */
export async function boardsWithOlderKeys(db: Db): Promise<string[]> {
  return (await db.selectFrom('keys.older_keys').select('board_id').execute()).map(({ board_id }) => board_id)
}

export async function removedHashes(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('keys.removed_boards').select('id_hash').execute()
  return new Set(rows.map(({ id_hash }) => id_hash))
}

/** Boards in the data that the ring remembers as removed: from an older copy, or from a removal that was cut short. */
export async function removedBoards(db: Db): Promise<string[]> {
  const hashes = await removedHashes(db)
  if (hashes.size === 0) return []
  const boards = await db.selectFrom('boards').select('id').execute()
  return boards.map(({ id }) => id).filter((id) => hashes.has(hashOf(id)))
}

/** Removes the rows of a board, and the guests who had no other: they leave no name behind, nor a session. */
export async function removeRows(db: Db, boardId: string): Promise<boolean> {
  // What hangs on the board goes with it; secure_delete overwrites the bytes.
  const removed = await db.deleteFrom('boards').where('id', '=', boardId).executeTakeFirst()
  const memberships = db.selectFrom('members').select('principal_id')
  await db.deleteFrom('principals').where('kind', '=', 'guest').where('id', 'not in', memberships).execute()
  return removed.numDeletedRows > 0n
}
