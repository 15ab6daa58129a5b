import type { Cipher } from '../store/cipher'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'

const context = (boardId: string, id: string) => `picture ${boardId} ${id}`

/** A picture under its board's key; board and id are part of what the encryption authenticates. */
export const sealPicture = (cipher: Cipher, boardId: string, id: string, bytes: Uint8Array): Uint8Array =>
  cipher.seal(bytes, context(boardId, id))

/** Throws when it is not what was stored there. */
export const openPicture = (cipher: Cipher, boardId: string, id: string, sealed: Uint8Array): Uint8Array =>
  cipher.open(sealed, context(boardId, id))

/** Seals the pictures of a board with the key that it has now, one by one: together they can be hundreds of megabytes. */
export async function sealPicturesAnew(db: Db, keys: BoardKeys, boardId: string): Promise<void> {
  const ids = await db.selectFrom('pictures').select('id').where('board_id', '=', boardId).execute()
  for (const { id } of ids)
    await db.transaction().execute(async (tx) => {
      const cipher = await keys.sealing(tx, boardId)
      const here = tx
        .selectFrom('pictures')
        .select('bytes')
        .where('board_id', '=', boardId)
        .where('id', '=', id)
      const row = await here.executeTakeFirst()
      if (!row) return
      const bytes = sealPicture(cipher, boardId, id, openPicture(cipher, boardId, id, row.bytes))
      await tx
        .updateTable('pictures')
        .set({ bytes })
        .where('board_id', '=', boardId)
        .where('id', '=', id)
        .execute()
    })
}
