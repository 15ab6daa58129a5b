import { openEntry } from '../entries/sealed'
import type { Cipher } from '../store/cipher'
import type { Db } from '../store/open'

/** Whether the private entries of a board open; what is in them is not looked at. */
export async function checkEntries(
  db: Db,
  cipher: Cipher,
  board: string,
): Promise<{ all: number; damaged: number }> {
  const rows = await db
    .selectFrom('private_entries')
    .select(['board_id', 'step', 'principal_id', 'body'])
    .where('board_id', '=', board)
    .execute()
  let damaged = 0
  for (const { body, ...place } of rows) {
    try {
      if (body) openEntry(cipher, place, body)
    } catch {
      damaged += 1
    }
  }
  return { all: rows.length, damaged }
}
