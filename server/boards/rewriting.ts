import { DOCUMENTS, type DocumentName } from '@/lib/access/rights'
import { readCase } from '@/lib/case/doc'
import { inBin, type LeftOut } from '@/lib/case/withoutBin'
import { copyDocument } from '@/lib/sync/epoch/copyDocument'
import type { KeyCopies } from '../keeping/keyCopies'
import { sealEntriesAnew } from '../entries/sealed'
import type { Logger } from '../log'
import { sealPicturesAnew } from '../pictures/sealed'
import { boardsWithOlderKeys } from '../store/keyRing'
import type { BoardKeys } from '../store/keys'
import { eraseOldPages, type Db } from '../store/open'
import type { Rooms } from '../sync/rooms'
import { sealHeadAnew } from './heads'

/**
 * Everything outside the journal that is sealed with a board's key, and how it is sealed anew. What is not named here
 * cannot be read after a renewal; a test compares it with the tables.
 */
export const SEALED_ANEW: Readonly<
  Record<string, (db: Db, keys: BoardKeys, boardId: string) => Promise<void>>
> = {
  boards: sealHeadAnew,
  pictures: sealPicturesAnew,
  private_entries: sealEntriesAnew,
}

export interface RewriteOptions {
  /** Without what lies in the bin. */
  withoutBin: boolean
  /** Only to shrink: older backups go on opening. */
  keepKey: boolean
}

export interface RewriteReport {
  /** Bytes of rows and snapshots. */
  before: number
  after: number
  /** Records from the bin, and pictures that only they showed. */
  records: number
  pictures: number
  /** Copies of the key ring that could not be reached, which may hold the older key still. */
  missed: string[]
}

interface RewritingParts {
  db: Db
  keys: BoardKeys
  rooms: Rooms
  copies: Pick<KeyCopies, 'refresh'>
  log: Logger
}

/** Begins a board anew without its history, so that what was taken off it is gone for real (decision 019). */
export class Rewriting {
  readonly #parts: RewritingParts
  readonly #running = new Set<Promise<RewriteReport>>()

  constructor(parts: RewritingParts) {
    this.#parts = parts
  }

  /**
   * Rewrites every document of the board, while people work in it. What is cut short can be done again, and a renewed
   * key makes the next start go on with it; each document is as it was, or rewritten.
   */
  rewrite(boardId: string, options: RewriteOptions): Promise<RewriteReport> {
    const running = this.#rewrite(boardId, options)
    this.#running.add(running)
    const done = () => void this.#running.delete(running)
    running.then(done, done)
    return running
  }

  /** Resolves when no rewrite runs any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running)
  }

  async #rewrite(boardId: string, { withoutBin, keepKey }: RewriteOptions): Promise<RewriteReport> {
    const { db, keys, copies } = this.#parts
    const before = await this.#bytes(boardId)
    if (!keepKey) await keys.renew(boardId)
    const out: LeftOut = { records: new Set(), pictures: new Set() }
    const shown = new Set<string>()
    for (const document of DOCUMENTS) await this.#document(boardId, document, withoutBin ? out : null, shown)
    for (const picture of shown) out.pictures.delete(picture)
    if (out.pictures.size > 0)
      await db
        .deleteFrom('pictures')
        .where('board_id', '=', boardId)
        .where('id', 'in', [...out.pictures])
        .execute()
    if (!keepKey) {
      for (const sealAnew of Object.values(SEALED_ANEW)) await sealAnew(db, keys, boardId)
      await keys.dropOlder(boardId)
    }
    await eraseOldPages(db, ['journal', 'snapshots', ...Object.keys(SEALED_ANEW)])
    const missed = keepKey ? [] : await copies.refresh()
    const after = await this.#bytes(boardId)
    return { before, after, records: out.records.size, pictures: out.pictures.size, missed }
  }

  /** Goes on with renewals that were cut short; a board that cannot be rewritten stays as it is, with both keys. */
  async finish(): Promise<void> {
    const { db, log } = this.#parts
    for (const board of await boardsWithOlderKeys(db))
      try {
        await this.rewrite(board, { withoutBin: false, keepKey: false })
      } catch (error) {
        log.error({ err: error, board }, 'a rewrite that was cut short could not be finished')
      }
  }

  async #document(
    boardId: string,
    document: DocumentName,
    out: LeftOut | null,
    shown: Set<string>,
  ): Promise<void> {
    const holdsRecords = document === 'case' || document === 'reserved'
    await this.#parts.rooms.with({ boardId, document }, (room) =>
      room.rewrite((doc) => {
        const fresh = copyDocument(doc, out && holdsRecords ? inBin(doc, out) : undefined)
        if (holdsRecords)
          for (const { asset } of readCase(fresh, { withBinned: true }).events) if (asset) shown.add(asset)
        return fresh
      }),
    )
  }

  async #bytes(boardId: string): Promise<number> {
    const { db } = this.#parts
    const sums = await Promise.all(
      (['journal', 'snapshots'] as const).map((table) =>
        db
          .selectFrom(table)
          .select((eb) => eb.fn.sum<number | null>(eb.fn<number>('length', ['payload'])).as('bytes'))
          .where('board_id', '=', boardId)
          .executeTakeFirst(),
      ),
    )
    return sums.reduce((sum, one) => sum + (one?.bytes ?? 0), 0)
  }
}
