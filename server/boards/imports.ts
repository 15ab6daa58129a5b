import { Problem } from '@/lib/access/problem'
import { rightOn } from '@/lib/access/rights'
import type { Clock } from '@/lib/clock'
import { importCsv } from '@/lib/exchange/csv/apply'
import { readCsv } from '@/lib/exchange/csv/read'
import type { CsvPreview } from '@/lib/exchange/csv/types'
import type { ImportService, Principal } from '../services'
import type { Db } from '../store/open'
import type { Rooms } from '../sync/rooms'
import { randomId } from '../tokens'
import { standingOf } from './members'

const DAY_MS = 86_400_000

/** Files into cases, always through the board's room, in one step or not at all. */
export class Imports implements ImportService {
  readonly #db: Db
  readonly #rooms: Rooms
  readonly #clock: Clock

  constructor(db: Db, rooms: Rooms, clock: Clock) {
    this.#db = db
    this.#rooms = rooms
    this.#clock = clock
  }

  async preview(principal: Principal, boardId: string, bytes: Uint8Array): Promise<CsvPreview> {
    await this.#requireWriter(principal, boardId)
    return this.read(bytes)
  }

  async apply(principal: Principal, boardId: string, bytes: Uint8Array, skipBad: boolean) {
    await this.#requireWriter(principal, boardId)
    return this.write(principal.id, boardId, this.read(bytes), skipBad)
  }

  read(bytes: Uint8Array): CsvPreview {
    return readCsv(bytes, { today: Math.floor(this.#clock.now() / DAY_MS) })
  }

  /** Writes what was read, whoever asks: the caller has checked that they may. */
  async write(
    principalId: string,
    boardId: string,
    preview: CsvPreview,
    skipBad: boolean,
  ): Promise<{ events: number; skipped: number }> {
    if (preview.problem || (preview.bad.length > 0 && !skipBad)) throw new Problem('bad-input')
    const actor = { principal: principalId, now: this.#clock.now(), newId: randomId }
    let events = 0
    await this.#rooms.with({ boardId, document: 'case' }, (room) =>
      room.edit(principalId, (doc) => {
        events = importCsv(doc, actor, preview)
      }),
    )
    return { events, skipped: preview.bad.length }
  }

  async #requireWriter(principal: Principal, boardId: string): Promise<void> {
    const standing = await standingOf(this.#db, principal.id, boardId)
    const right = rightOn('case', standing?.member ?? null, standing?.state ?? 'draft')
    if (right === 'none') throw new Problem('not-found')
    if (right === 'read') throw new Problem('not-allowed')
  }
}
