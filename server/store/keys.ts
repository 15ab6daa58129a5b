import { randomBytes } from 'node:crypto'
import { Problem } from '@/lib/access/problem'
import { Cipher } from './cipher'
import { destroyKey, renewKey } from './keyRing'
import type { Db } from './open'
import { isShared } from './postgres'

const context = (boardId: string) => `board key ${boardId}`

/**
 * Every board has a data key of its own, wrapped by MASTER_KEY, on a ring apart from the data. Copies of the data do
 * not hold it: removing it makes them unreadable too (decision 015).
 */
export class BoardKeys {
  readonly #db: Db
  readonly #master: Cipher
  readonly #known = new Map<string, Cipher>()
  /** The last look at the ring for each board. */
  readonly #looks = new Map<string, Promise<unknown>>()

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

  /** From now on everything of the board is sealed with a new key; the older one opens until `dropOlder`. */
  async renew(boardId: string): Promise<void> {
    await renewKey(this.#db, boardId, this.#master.seal(randomBytes(32), context(boardId)))
    await this.fresh(boardId)
  }

  /** Nothing is sealed with the older key any more: here and in every copy of the data it opens nothing from now on. */
  async dropOlder(boardId: string): Promise<void> {
    await this.#db.deleteFrom('keys.older_keys').where('board_id', '=', boardId).execute()
    await this.fresh(boardId)
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
    return this.#known.get(boardId) ?? this.fresh(boardId)
  }

  /** As the ring has it now: another process may have renewed it. The same cipher for everybody in this process. */
  fresh(boardId: string): Promise<Cipher> {
    if (!isShared(this.#db)) return this.#read(this.#db, boardId)
    return this.#inTurn(boardId, () => this.#read(this.#db, boardId))
  }

  /** One look after the other: else an older one that comes late would bring back a key that is on its way out. */
  #inTurn(boardId: string, look: () => Promise<Cipher>): Promise<Cipher> {
    const looked = (this.#looks.get(boardId) ?? Promise.resolve()).then(look, look)
    this.#looks.set(boardId, looked)
    const forget = () => {
      if (this.#looks.get(boardId) === looked) this.#looks.delete(boardId)
    }
    looked.then(forget, forget)
    return looked
  }

  /**
   * For what is about to be written in this transaction: until it ends, nobody renews the key, so that nothing is
   * sealed with one that is on its way out.
   */
  sealing(tx: Db, boardId: string): Promise<Cipher> {
    if (isShared(tx)) return this.#inTurn(boardId, () => this.#read(tx, boardId, true))
    // Only this process renews it; and asking outside of the transaction would wait for its end.
    const known = this.#known.get(boardId)
    return known ? Promise.resolve(known) : this.#read(tx, boardId)
  }

  /** `use` with the board's cipher, and once more when another process has renewed it. */
  async opening<T>(boardId: string, use: (cipher: Cipher) => T | Promise<T>): Promise<T> {
    const cipher = await this.of(boardId)
    try {
      return await use(cipher)
    } catch (error) {
      if (!isShared(this.#db)) throw error
      return use(await this.fresh(boardId))
    }
  }

  async #read(db: Db, boardId: string, hold = false): Promise<Cipher> {
    const question = db.selectFrom('keys.board_keys').select('wrapped').where('board_id', '=', boardId)
    const row = await (hold ? question.forShare() : question).executeTakeFirst()
    if (!row) throw new Problem('not-found')
    const older = await db
      .selectFrom('keys.older_keys')
      .select('wrapped')
      .where('board_id', '=', boardId)
      .executeTakeFirst()
    const open = (wrapped: Uint8Array) => this.#master.open(wrapped, context(boardId))
    const key = open(row.wrapped)
    const known = this.#known.get(boardId) ?? new Cipher(key)
    known.renew(key, older ? open(older.wrapped) : null)
    this.#known.set(boardId, known)
    return known
  }
}
