import { randomBytes } from 'node:crypto'
import { Problem } from '@/lib/access/problem'
import { Cipher } from './cipher'
import { destroyKey } from './keyRing'
import type { Db } from './open'

const context = (boardId: string) => `board key ${boardId}`

/**
 * Every board has a data key of its own, wrapped by MASTER_KEY, on a ring apart from the data. Copies of the data do
 * not hold it: removing it makes them unreadable too (decision 015).
 */
export class BoardKeys {
  readonly #db: Db
  readonly #master: Cipher
  readonly #known = new Map<string, Cipher>()

  constructor(db: Db, master: Cipher) {
    this.#db = db
    this.#master = master
  }

  /**
   * Puts a fresh key on the ring and gives its cipher. Before the board is made: two files know no common
   * transaction, and a key without a board harms nobody.
   */
  async create(boardId: string): Promise<Cipher> {
    const key = randomBytes(32)
    const wrapped = this.#master.seal(key, context(boardId))
    await this.#db.insertInto('keys.board_keys').values({ board_id: boardId, wrapped }).execute()
    return new Cipher(key)
  }

  /** Another process has removed the board: what we remember of its key goes too. */
  forget(boardId: string): void {
    this.#known.delete(boardId)
  }

  /** Destroys the key. What is left of the board, here and in every copy of the data, is noise from then on. */
  async remove(boardId: string): Promise<void> {
    await destroyKey(this.#db, boardId)
    this.forget(boardId)
  }

  /**
   * Throws when the ring is not that of the boards, or MASTER_KEY is not the one that wrapped their keys; any one of
   * them tells.
   */
  async requireMaster(): Promise<void> {
    const row = await this.#db
      .selectFrom('keys.board_keys')
      .select(['board_id', 'wrapped'])
      .limit(1)
      .executeTakeFirst()
    const board = await this.#db.selectFrom('boards').select('id').limit(1).executeTakeFirst()
    if (board && !row)
      throw new Error(
        'The boards of this database have no keys: keys.sqlite is missing or empty (in PostgreSQL: the schema keys). Put it back. Nothing was changed.',
      )
    try {
      if (row) this.#master.open(row.wrapped, context(row.board_id))
    } catch {
      throw new Error(
        'The master key does not open the boards of this database. Put back the MASTER_KEY, or the file master-key, that they were made with. Nothing was changed.',
      )
    }
  }

  /** Throws `not-found` when the board has no key (any more). */
  async of(boardId: string): Promise<Cipher> {
    const known = this.#known.get(boardId)
    if (known) return known
    const row = await this.#db
      .selectFrom('keys.board_keys')
      .select('wrapped')
      .where('board_id', '=', boardId)
      .executeTakeFirst()
    if (!row) throw new Problem('not-found')
    const cipher = new Cipher(this.#master.open(row.wrapped, context(boardId)))
    this.#known.set(boardId, cipher)
    return cipher
  }
}
