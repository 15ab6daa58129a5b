import { crc32 } from 'node:zlib'
import type { DocumentName } from '@/lib/access/rights'
import type { BoardKeys } from './keys'
import type { Db } from './open'
import { DamagedJournal, entryContext, newestWhole, openWhole, snapshotContext } from './sealed'

/** One document of one board. */
export interface DocumentId {
  boardId: string
  document: DocumentName
}

/** What an update adds: from each client id the clocks `from` (inclusive) to `to` (exclusive). */
export type ClientRange = readonly [clientId: number, from: number, to: number]

export interface Entry {
  /** Who made the change: an account, a guest participant, or `server`. */
  principalId: string
  clients: readonly ClientRange[]
  update: Uint8Array
}

export interface Loaded {
  epoch: number
  snapshot: Uint8Array | null
  /** Updates after the snapshot, in order. */
  updates: Uint8Array[]
  nextSeq: number
  /** Which principal owns which Yjs client id. */
  owners: Map<number, string>
}

/** Two snapshots are kept, so that a damaged one can be done without. */
const SNAPSHOTS_KEPT = 2

/**
 * The durable home of documents: every accepted update is a row, encrypted with the board's key, with a
 * sequence number per document and epoch, before anyone is told that it is saved (D1). A row's place, author
 * and client ids are part of what the encryption authenticates; the CRC tells a broken disk from a wrong key.
 */
export class Journal {
  readonly #db: Db
  readonly #keys: BoardKeys
  readonly #now: () => number

  constructor(db: Db, keys: BoardKeys, now: () => number) {
    this.#db = db
    this.#keys = keys
    this.#now = now
  }

  /** Everything needed to rebuild the document. Throws `DamagedJournal`; `not-found` for a board without key. */
  async load({ boardId, document }: DocumentId): Promise<Loaded> {
    const cipher = await this.#keys.of(boardId)
    const row = await this.#db
      .selectFrom('documents')
      .select('epoch')
      .where('board_id', '=', boardId)
      .where('document', '=', document)
      .executeTakeFirst()
    const epoch = row?.epoch ?? 1
    const snapshots = await this.#rows('snapshots', boardId, document, epoch)
      .select(['covers_seq', 'payload', 'crc'])
      .orderBy('covers_seq', 'desc')
      .execute()
    const journal = await this.#rows('journal', boardId, document, epoch)
      .select(['seq', 'principal_id', 'clients', 'payload', 'crc'])
      .orderBy('seq')
      .execute()
    const clients = await this.#db
      .selectFrom('clients')
      .select(['client_id', 'principal_id'])
      .where('board_id', '=', boardId)
      .where('document', '=', document)
      .execute()
    const owners = new Map(clients.map((client) => [client.client_id, client.principal_id]))

    const place = { boardId, document, epoch }
    const { snapshot, coversSeq } = newestWhole(snapshots, cipher, place)
    let seq = coversSeq
    const updates: Uint8Array[] = []
    for (const entry of journal) {
      if (entry.seq <= coversSeq) continue
      seq += 1
      if (entry.seq !== seq) throw new DamagedJournal(`row ${seq} of ${boardId}.${document} is missing`)
      const where = entryContext(place, seq, entry.principal_id, entry.clients)
      updates.push(openWhole(cipher, entry, where))
    }
    // The end of the journal can be lost too: a snapshot, whole or not, or an owner shows that there was more.
    if (seq < (snapshots[0]?.covers_seq ?? 0) || (seq === 0 && owners.size > 0))
      throw new DamagedJournal(`the rows of ${boardId}.${document} after ${seq} are missing`)
    return { epoch, snapshot, updates, nextSeq: seq + 1, owners }
  }

  /**
   * Writes the entries under consecutive numbers from `firstSeq`, and the new owners of client ids, in one
   * durable transaction. Throws when it did not happen; then nothing of it happened.
   */
  async append(
    id: DocumentId,
    epoch: number,
    firstSeq: number,
    entries: readonly Entry[],
    newOwners: ReadonlyMap<number, string>,
  ): Promise<void> {
    const cipher = await this.#keys.of(id.boardId)
    const at = this.#now()
    const rows = entries.map((entry, i) => {
      const clients = JSON.stringify(entry.clients)
      const context = entryContext({ ...id, epoch }, firstSeq + i, entry.principalId, clients)
      const payload = cipher.seal(entry.update, context)
      return {
        board_id: id.boardId,
        document: id.document,
        epoch,
        seq: firstSeq + i,
        principal_id: entry.principalId,
        clients,
        payload,
        crc: crc32(payload),
        at,
      }
    })
    const owners = [...newOwners].map(([client_id, principal_id]) => ({
      board_id: id.boardId,
      document: id.document,
      client_id,
      principal_id,
    }))
    await this.#db.transaction().execute(async (tx) => {
      // SQLite takes at most 32,766 values a statement.
      for (let i = 0; i < owners.length; i += 1_000) {
        await tx
          .insertInto('clients')
          .values(owners.slice(i, i + 1_000))
          .execute()
      }
      for (let i = 0; i < rows.length; i += 1_000) {
        await tx
          .insertInto('journal')
          .values(rows.slice(i, i + 1_000))
          .execute()
      }
    })
  }

  /**
   * Stores `state`, which holds everything up to `coversSeq`, reads it back, and only then drops the rows that
   * the older of the kept snapshots covers (D8).
   */
  async compact(id: DocumentId, epoch: number, coversSeq: number, state: Uint8Array): Promise<void> {
    const { boardId, document } = id
    const cipher = await this.#keys.of(boardId)
    const context = snapshotContext({ ...id, epoch }, coversSeq)
    const payload = cipher.seal(state, context)
    await this.#db
      .insertInto('snapshots')
      .values({
        board_id: boardId,
        document,
        epoch,
        covers_seq: coversSeq,
        payload,
        crc: crc32(payload),
        at: this.#now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const kept = await this.#rows('snapshots', boardId, document, epoch)
      .select(['covers_seq', 'payload', 'crc'])
      .orderBy('covers_seq', 'desc')
      .limit(SNAPSHOTS_KEPT)
      .execute()
    const newest = kept[0]
    if (!newest || Buffer.compare(openWhole(cipher, newest, context), state) !== 0)
      throw new DamagedJournal('the new snapshot does not read back as it was written')
    const oldest = kept[SNAPSHOTS_KEPT - 1]
    if (!oldest) return
    const upTo = oldest.covers_seq
    await this.#db.transaction().execute(async (tx) => {
      const same = { board_id: boardId, document, epoch }
      await tx
        .deleteFrom('journal')
        .where((eb) => eb.and(same))
        .where('seq', '<=', upTo)
        .execute()
      await tx
        .deleteFrom('snapshots')
        .where((eb) => eb.and(same))
        .where('covers_seq', '<', upTo)
        .execute()
    })
  }

  #rows(table: 'journal' | 'snapshots', boardId: string, document: DocumentName, epoch: number) {
    return this.#db
      .selectFrom(table)
      .where('board_id', '=', boardId)
      .where('document', '=', document)
      .where('epoch', '=', epoch)
  }
}
