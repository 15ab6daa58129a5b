import { Problem } from '@/lib/access/problem'
import type { Cipher } from '../store/cipher'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'

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
    const cipher = await this.#keys.of(boardId)
    const open = (field: Sealed) => cipher.openText(row[field], context(boardId, field))
    return { title: open('title'), question: open('question'), purpose: open('purpose'), locale: row.locale }
  }

  async write(boardId: string, words: Partial<Record<Sealed, string>>): Promise<void> {
    const cipher = await this.#keys.of(boardId)
    await this.#db
      .updateTable('boards')
      .set(sealHead(cipher, boardId, words))
      .where('id', '=', boardId)
      .execute()
  }
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
