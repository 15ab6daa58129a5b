import { Problem } from '@/lib/access/problem'
import { rightOn } from '@/lib/access/rights'
import type { Clock } from '@/lib/clock'
import { importCsv } from '@/lib/exchange/csv/apply'
import { importGedcom } from '@/lib/exchange/gedcom/apply'
import {
  type ImportCounts,
  type ImportFile,
  type ImportHow,
  type ImportPreview,
  previewFile,
  readFile,
} from '@/lib/exchange/imports'
import type { ImportService, Principal } from '../services'
import { wordsIn } from '../exports/words'
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

  async preview(
    principal: Principal,
    boardId: string,
    bytes: Uint8Array,
    how: ImportHow = {},
  ): Promise<ImportPreview> {
    await this.#requireWriter(principal, boardId)
    return previewFile(this.read(bytes, how))
  }

  async apply(principal: Principal, boardId: string, bytes: Uint8Array, how: ImportHow = {}) {
    await this.#requireWriter(principal, boardId)
    return this.write(principal.id, boardId, this.read(bytes, how), how.skipBad ?? false)
  }

  read(bytes: Uint8Array, { kind, locale = 'nl' }: ImportHow): ImportFile {
    const today = Math.floor(this.#clock.now() / DAY_MS)
    return readFile(bytes, { kind, today, moments: wordsIn(locale).moments })
  }

  /** Writes what was read, whoever asks: the caller has checked that they may. */
  async write(
    principalId: string,
    boardId: string,
    read: ImportFile,
    skipBad: boolean,
  ): Promise<ImportCounts> {
    const skipped = read.kind === 'csv' ? read.preview.bad.length : 0
    const { problem } = read.kind === 'csv' ? read.preview : read.file
    if (problem || (skipped > 0 && !skipBad)) throw new Problem('bad-input')
    const actor = { principal: principalId, now: this.#clock.now(), newId: randomId }
    const { now: at } = actor
    let counts: ImportCounts = { events: 0, skipped, at }
    await this.#rooms.with({ boardId, document: 'case' }, (room) =>
      room.edit(principalId, (doc) => {
        if (read.kind === 'csv') counts.events = importCsv(doc, actor, read.preview)
        else counts = { ...importGedcom(doc, actor, read.file), skipped, at }
      }),
    )
    return counts
  }

  async #requireWriter(principal: Principal, boardId: string): Promise<void> {
    const standing = await standingOf(this.#db, principal.id, boardId)
    const right = rightOn('case', standing?.member ?? null, standing?.state ?? 'draft')
    if (right === 'none') throw new Problem('not-found')
    if (right === 'read') throw new Problem('not-allowed')
  }
}
