import { Problem } from '@/lib/access/problem'
import type { Cipher } from '../store/cipher'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'
import { isShared } from '../store/postgres'

/** What lists show of a board. Title and question are copies of what stands in the document. */
export interface BoardHead {
  title: string
  question: string
  purpose: string
  locale: 'nl' | 'en'
}

type Sealed = 'title' | 'question' | 'purpose'

/** The words of a board outside its documents, encrypted with the board's key like everything else of it. */
export class BoardHeads {
  readonly #db: Db
  readonly #keys: BoardKeys

  constructor(db: Db, keys: BoardKeys) {
    this.#db = db
    this.#keys = keys
  }

  async read(boardId: string): Promise<BoardHead> {
    const row = await this.#db
      .selectFrom('boards')
      .select(['title', 'question', 'purpose', 'locale'])
      .where('id', '=', boardId)
      .executeTakeFirst()
    if (!row) throw new Problem('not-found')
    return this.#keys.opening(boardId, (cipher) => {
      const open = (field: Sealed) => cipher.openText(row[field], context(boardId, field))
      return {
        title: open('title'),
        question: open('question'),
        purpose: open('purpose'),
        locale: row.locale,
      }
    })
  }

  async write(boardId: string, words: Partial<Record<Sealed, string>>): Promise<void> {
    const write = (db: Db, cipher: Cipher) =>
      db
        .updateTable('boards')
        .set(sealHead(cipher, boardId, words))
        .where('id', '=', boardId)
        .execute()
    // Alone, one message: it is with the database before the key can be renewed and all be sealed anew.
    if (!isShared(this.#db)) return void (await write(this.#db, await this.#keys.of(boardId)))
    await this.#db.transaction().execute(async (tx) => write(tx, await this.#keys.sealing(tx, boardId)))
  }
}

/** Seals the words of a board with the key that it has now. */
export async function sealHeadAnew(db: Db, keys: BoardKeys, boardId: string): Promise<void> {
  const fields = ['title', 'question', 'purpose'] as const
  await db.transaction().execute(async (tx) => {
    const cipher = await keys.sealing(tx, boardId)
    const row = await tx.selectFrom('boards').select(fields).where('id', '=', boardId).executeTakeFirst()
    if (!row) return
    const words = fields.map(
      (field) => [field, cipher.openText(row[field], context(boardId, field))] as const,
    )
    const sealed = sealHead(cipher, boardId, Object.fromEntries(words) as Record<Sealed, string>)
    await tx.updateTable('boards').set(sealed).where('id', '=', boardId).execute()
  })
}

/** The columns to store. */
export function sealHead<W extends Partial<Record<Sealed, string>>>(
  cipher: Cipher,
  boardId: string,
  words: W,
): Record<keyof W, Uint8Array> {
  const sealed = Object.entries(words).map(([field, plain]) => [
    field,
    cipher.sealText(plain, context(boardId, field)),
  ])
  return Object.fromEntries(sealed) as Record<keyof W, Uint8Array>
}

const context = (boardId: string, field: string) => `board ${boardId} ${field}`
