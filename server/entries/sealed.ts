import { NewEntry } from '@/lib/entries/entry'
import type { Cipher } from '../store/cipher'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'

/** Where an entry stands: part of what the encryption authenticates. */
export interface EntryPlace {
  board_id: string
  step: string
  principal_id: string
}

/** Sealed bytes are as long as what is in them: without filling, a vote could be told by its length. */
const FILLED_TO = 256

const context = ({ board_id, step, principal_id }: EntryPlace) => `entry ${board_id} ${step} ${principal_id}`

/** An entry, and whether its author keeps it, under the board's key. */
export function sealEntry(cipher: Cipher, place: EntryPlace, entry: NewEntry): Uint8Array {
  const json = Buffer.from(JSON.stringify(entry))
  // JSON may end in spaces.
  const filled = Buffer.alloc(Math.ceil(json.length / FILLED_TO) * FILLED_TO, ' ')
  json.copy(filled)
  return cipher.seal(filled, context(place))
}

/** Throws when it is not what was stored there; the message holds nothing of it. */
export function openEntry(cipher: Cipher, place: EntryPlace, sealed: Uint8Array): NewEntry {
  const parsed = NewEntry.safeParse(JSON.parse(cipher.openText(sealed, context(place))))
  if (!parsed.success) throw new Error('a private entry does not fit its schema')
  return parsed.data
}

/** Seals the entries of a board with the key that it has now. A row that does not open stays as it is, for `check`. */
export async function sealEntriesAnew(db: Db, keys: BoardKeys, boardId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const cipher = await keys.sealing(tx, boardId)
    const rows = await tx
      .selectFrom('private_entries')
      .select(['board_id', 'step', 'principal_id', 'body'])
      .where('board_id', '=', boardId)
      .execute()
    for (const { body, ...place } of rows) {
      const entry = body && opened(cipher, place, body)
      if (!entry) continue
      await tx
        .updateTable('private_entries')
        .set({ body: sealEntry(cipher, place, entry) })
        .where((eb) => eb.and(place))
        .execute()
    }
  })
}

function opened(cipher: Cipher, place: EntryPlace, sealed: Uint8Array): NewEntry | null {
  try {
    return openEntry(cipher, place, sealed)
  } catch {
    return null
  }
}
