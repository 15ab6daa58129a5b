import { randomBytes } from 'node:crypto'
import { Problem } from '@/lib/access/problem'
import { Cipher } from './cipher'
import type { Db } from './open'

const context = (boardId: string) => `board key ${boardId}`

/**
 * Every board has a data key of its own, wrapped by MASTER_KEY. Removing a board removes its key, and with it
 * whatever an older backup still holds of the board.
 */
export class BoardKeys {
  readonly #db: Db
  readonly #master: Cipher
  readonly #known = new Map<string, Cipher>()

  constructor(db: Db, master: Cipher) {
    this.#db = db
    this.#master = master
  }

  /** A fresh key: the row to store in the transaction that makes the board, and its cipher. */
  create(boardId: string): { wrapped: Uint8Array; cipher: Cipher } {
    const key = randomBytes(32)
    const cipher = new Cipher(key)
    return { wrapped: this.#master.seal(key, context(boardId)), cipher }
  }

  /** Throws when MASTER_KEY is not the one that wrapped the boards' keys; any one of them tells. */
  async requireMaster(): Promise<void> {
    const row = await this.#db
      .selectFrom('board_keys')
      .select(['board_id', 'wrapped'])
      .limit(1)
      .executeTakeFirst()
    try {
      if (row) this.#master.open(row.wrapped, context(row.board_id))
    } catch {
      throw new Error(
        'The master key does not open the boards in DATA_DIR. Put back the MASTER_KEY, or the file master-key, that they were made with. Nothing was changed.',
      )
    }
  }

  /** Throws `not-found` when the board has no key (any more). */
  async of(boardId: string): Promise<Cipher> {
    const known = this.#known.get(boardId)
    if (known) return known
    const row = await this.#db
      .selectFrom('board_keys')
      .select('wrapped')
      .where('board_id', '=', boardId)
      .executeTakeFirst()
    if (!row) throw new Problem('not-found')
    const cipher = new Cipher(this.#master.open(row.wrapped, context(boardId)))
    this.#known.set(boardId, cipher)
    return cipher
  }

  forget(boardId: string): void {
    this.#known.delete(boardId)
  }
}
