import { Problem } from '@/lib/access/problem'
import { rightOn } from '@/lib/access/rights'
import type { Clock } from '@/lib/clock'
import { MAX_PICTURE_BYTES } from '@/lib/pictures/sniff'
import { standingOf } from '../boards/members'
import type { PictureService, Principal } from '../services'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'
import { randomId } from '../tokens'
import { recode } from './recode'
import { openPicture, sealPicture } from './sealed'
import { Turns } from '../turns'

/** Pictures that wait for their turn to be decoded; each is at most `MAX_PICTURE_BYTES` in memory. */
const MOST_WAITING = 12

const ID = /^[A-Za-z0-9_-]{1,40}$/

export interface PictureParts {
  db: Db
  keys: BoardKeys
  clock: Clock
  /** What the pictures of one board may take together, bytes. */
  quota: number
}

/**
 * The pictures of boards, each encrypted with its board's key and gone with its board. A picture that no moment shows
 * any more stays: undo and the bin give a moment back whole, its picture too.
 */
export class Pictures implements PictureService {
  readonly #parts: PictureParts
  readonly #turns = new Turns(MOST_WAITING)

  constructor(parts: PictureParts) {
    this.#parts = parts
  }

  async requireWriter(principal: Principal, boardId: string): Promise<void> {
    const right = await this.#right(principal, boardId)
    if (right === 'none') throw new Problem('not-found')
    if (right === 'read') throw new Problem('not-allowed')
  }

  async add(principal: Principal, boardId: string, file: Uint8Array) {
    await this.requireWriter(principal, boardId)
    if (file.length > MAX_PICTURE_BYTES) throw new Problem('too-large')
    await this.#requireRoom(this.#parts.db, boardId, 0)
    const { bytes, width, height } = await this.#turns.run(() => recode(file))
    const { db, keys, clock } = this.#parts
    const id = randomId()
    const by = { created_by: principal.id, created_at: clock.now() }
    try {
      await db.transaction().execute(async (tx) => {
        const sealed = sealPicture(await keys.sealing(tx, boardId), boardId, id, bytes)
        const row = { board_id: boardId, id, bytes: sealed, size: sealed.length, width, height }
        await this.#requireRoom(tx, boardId, sealed.length)
        await tx
          .insertInto('pictures')
          .values({ ...row, ...by })
          .execute()
      })
    } catch (error) {
      if (isFull(error)) throw new Problem('disk-full')
      throw error
    }
    return { id, width, height }
  }

  async read(principal: Principal, boardId: string, id: string): Promise<Uint8Array> {
    if ((await this.#right(principal, boardId)) === 'none' || !ID.test(id)) throw new Problem('not-found')
    const { db, keys } = this.#parts
    const row = await db
      .selectFrom('pictures')
      .select('bytes')
      .where('board_id', '=', boardId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new Problem('not-found')
    return keys.opening(boardId, (cipher) => openPicture(cipher, boardId, id, row.bytes))
  }

  async #right(principal: Principal, boardId: string) {
    const standing = await standingOf(this.#parts.db, principal.id, boardId)
    return rightOn('case', standing?.member ?? null, standing?.state ?? 'draft')
  }

  /** Throws `pictures-full` when `more` bytes would not fit. */
  async #requireRoom(db: Db, boardId: string, more: number): Promise<void> {
    const { used } = await db
      .selectFrom('pictures')
      .select(({ fn }) => fn.sum<number | null>('size').as('used'))
      .where('board_id', '=', boardId)
      .executeTakeFirstOrThrow()
    if ((used ?? 0) + more >= this.#parts.quota) throw new Problem('pictures-full')
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['SQLITE_FULL', '53100'].includes(String(error.code))
}
