import { CompiledQuery, sql } from 'kysely'
import { crc32 } from 'node:zlib'
import type { DocumentName } from '@/lib/access/rights'
import { Problem } from '@/lib/access/problem'
import type { Cipher } from './cipher'
import type { BoardKeys } from './keys'
import type { Db } from './open'
import { EpochEnded, ForeignClients, Overtaken } from './overtaken'
import { isShared, whenAlone } from './postgres'
import { DamagedJournal, entryContext, newestWhole, openWhole, snapshotContext } from './sealed'
import type { Tables } from './tables'
import { together } from './together'

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

/** An entry and the number under which it stands in the journal. */
export interface Stored extends Entry {
  seq: number
}

/**
 * Told inside the transaction, with the document held, of the rows that other nodes wrote since; returns what of
 * our entries is still to be written. What it throws ends the transaction.
 */
export type Adopt = (between: readonly Stored[]) => readonly Entry[]

export interface Loaded {
  epoch: number
  snapshot: Uint8Array | null
  /** Updates after the snapshot, in order. */
  updates: Uint8Array[]
  nextSeq: number
  /** Which principal owns which Yjs client id; those of ended epochs are `NOBODY`'s. */
  owners: Map<number, string>
}

/** A document made anew, without its history. */
export interface Rewritten {
  /** All of it, as one update. */
  state: Uint8Array
  /** The one client id in it; nobody has used it before. */
  client: number
  clients: readonly ClientRange[]
}

/** Who may write with client ids of ended epochs, so that nothing under them is ever taken again. */
const NOBODY = ''

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
  readonly #shared: boolean

  /** `shared`: other processes write here too, so that the next number is asked of the database. */
  constructor(db: Db, keys: BoardKeys, now: () => number, shared = isShared(db)) {
    this.#db = db
    this.#keys = keys
    this.#now = now
    this.#shared = shared
  }

  /** Everything needed to rebuild the document. Throws `DamagedJournal`; `not-found` for a board without key. */
  async load(id: DocumentId): Promise<Loaded> {
    if (!this.#shared) return this.#load(this.#db, id)
    await this.#keys.fresh(id.boardId)
    try {
      return await this.#loadAtOnce(id)
    } catch (error) {
      if (!(error instanceof DamagedJournal)) throw error
      // Or another node has renewed the key just now.
      await this.#keys.fresh(id.boardId)
      return this.#loadAtOnce(id)
    }
  }

  #loadAtOnce(id: DocumentId): Promise<Loaded> {
    if (!isShared(this.#db)) return this.#load(this.#db, id)
    // One picture of it all: another node may be dropping rows that a snapshot of a moment ago covers.
    return this.#db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => this.#load(tx, id))
  }

  async #load(db: Db, { boardId, document }: DocumentId): Promise<Loaded> {
    const cipher = await this.#keys.of(boardId)
    const row = await db
      .selectFrom('documents')
      .select('epoch')
      .where('board_id', '=', boardId)
      .where('document', '=', document)
      .executeTakeFirst()
    const epoch = row?.epoch ?? 1
    const snapshots = await rowsOf(db, 'snapshots', boardId, document, epoch)
      .select(['covers_seq', 'payload', 'crc'])
      .orderBy('covers_seq', 'desc')
      .execute()
    const journal = await rowsOf(db, 'journal', boardId, document, epoch)
      .select(['seq', 'principal_id', 'clients', 'payload', 'crc'])
      .orderBy('seq')
      .execute()
    const clients = await db
      .selectFrom('clients')
      .select(['client_id', 'principal_id', 'ended'])
      .where('board_id', '=', boardId)
      .where('document', '=', document)
      .execute()
    const owners = new Map(
      clients.map(({ client_id, principal_id, ended }) => [client_id, ended ? NOBODY : principal_id]),
    )

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
   * Writes the entries under consecutive numbers, and the new owners of client ids, in one durable transaction, and
   * returns the first number. It is `firstSeq`, unless another node has written meanwhile: then `adopt` is told of
   * those rows, and ours follow them. Throws when it did not happen (then nothing of it happened), or when the
   * line broke so that nobody can tell: told again, `adopt` finds its own rows among the others. Throws `Overtaken`
   * when there are such rows and no `adopt`, or when they stand only in a snapshot by now, `ForeignClients` when a
   * client id has another owner, and `EpochEnded` when the document was rewritten.
   */
  async append(
    id: DocumentId,
    epoch: number,
    firstSeq: number,
    entries: readonly Entry[],
    newOwners: ReadonlyMap<number, string>,
    adopt?: Adopt,
  ): Promise<number> {
    const cipher = await this.#keys.of(id.boardId)
    if (!this.#shared) {
      // Nobody else writes here: the number is known, and it is one message to the database.
      const rows = entries.map((entry, i) => this.#row(cipher, { ...id, epoch }, firstSeq + i, entry))
      await together(this.#db, [
        ...inParts(ownersOf(id, newOwners)).map((part) => this.#db.insertInto('clients').values(part)),
        ...inParts(rows).map(insertion),
      ])
      return firstSeq
    }
    return this.#db.transaction().execute(async (tx) => {
      const between = await this.#others(tx, id, epoch, firstSeq)
      if (between.length > 0 && !adopt) throw new Overtaken()
      const ours = between.length > 0 && adopt ? adopt(between) : entries
      const first = firstSeq + between.length
      await claim(tx, id, newOwners)
      const rows = ours.map((entry, i) => this.#row(cipher, { ...id, epoch }, first + i, entry))
      for (const part of inParts(rows)) await tx.insertInto('journal').values(part).execute()
      return first
    })
  }

  /**
   * The rows from `fromSeq` on, in order. Throws `Overtaken` when they stand only in a snapshot by now, `EpochEnded`
   * when the document was rewritten.
   */
  async since(id: DocumentId, epoch: number, fromSeq: number): Promise<Stored[]> {
    await requireEpoch(this.#db, id, epoch)
    return this.#since(this.#db, id, epoch, fromSeq)
  }

  /**
   * Begins the next epoch with `fresh`, and drops all that was there before it, in one durable transaction: after it
   * there is the old document or the new one. Nobody may write with client ids of the old one from then on. Throws
   * `Overtaken` when another node has written rows from `nextSeq` on, `EpochEnded` when it was rewritten already.
   */
  async rewrite(id: DocumentId, epoch: number, nextSeq: number, fresh: Rewritten): Promise<void> {
    const { boardId: board_id, document } = id
    const cipher = await this.#keys.of(board_id)
    const here = { board_id, document }
    const place = { ...id, epoch: epoch + 1 }
    const { clients, state } = fresh
    // The first row of the epoch, and a snapshot of it: so that one of the two may be damaged.
    const row = this.#row(cipher, place, 1, { principalId: 'server', clients, update: state })
    const payload = cipher.seal(state, snapshotContext(place, 1))
    await this.#db.transaction().execute(async (tx) => {
      const between = await this.#others(tx, id, epoch, nextSeq)
      if (between.length > 0) throw new Overtaken()
      const ended = (table: 'journal' | 'snapshots') => tx.deleteFrom(table).where((eb) => eb.and(here))
      await ended('journal').execute()
      await ended('snapshots').execute()
      await tx
        .updateTable('clients')
        .set({ ended: 1 })
        .where((eb) => eb.and(here))
        .execute()
      await tx
        .insertInto('clients')
        .values({ ...here, client_id: fresh.client, principal_id: 'server' })
        .execute()
      await tx
        .updateTable('documents')
        .set({ epoch: epoch + 1 })
        .where((eb) => eb.and(here))
        .execute()
      await tx.insertInto('journal').values(row).execute()
      const snapshot = {
        ...here,
        epoch: epoch + 1,
        covers_seq: 1,
        payload,
        crc: crc32(payload),
        at: this.#now(),
      }
      await tx.insertInto('snapshots').values(snapshot).execute()
    })
  }

  /** Holds the document until the transaction ends: whoever holds it has the next number. */
  async #others(tx: Db, id: DocumentId, epoch: number, fromSeq: number): Promise<Stored[]> {
    await requireEpoch(tx, id, epoch, isShared(tx))
    // A statement of its own: one that had to wait for the row would still see what was there before it.
    return this.#since(tx, id, epoch, fromSeq)
  }

  async #since(db: Db, id: DocumentId, epoch: number, fromSeq: number): Promise<Stored[]> {
    const { boardId, document } = id
    // Both in one statement: rows may be dropped between two.
    const found = await rowsOf(db, 'journal', boardId, document, epoch)
      .select(['seq', 'principal_id', 'clients', 'payload', 'crc'])
      .where('seq', '>=', fromSeq)
      .unionAll(
        rowsOf(db, 'snapshots', boardId, document, epoch)
          .select(['covers_seq as seq', sql.lit('').as('principal_id'), sql.lit('').as('clients')])
          .select(['payload', sql<number>`-1`.as('crc')])
          .where('covers_seq', '>=', fromSeq),
      )
      .execute()
    const rows = found.filter((row) => row.crc !== -1).sort((a, b) => a.seq - b.seq)
    const wanted = (i: number) => fromSeq + i
    const covered = found.some((row) => row.crc === -1 && row.seq >= wanted(rows.length))
    if (covered || rows.some((row, i) => row.seq !== wanted(i))) throw new Overtaken()
    return this.#keys.opening(boardId, (cipher) =>
      rows.map((row) => ({
        seq: row.seq,
        principalId: row.principal_id,
        clients: JSON.parse(row.clients) as ClientRange[],
        update: openWhole(
          cipher,
          row,
          entryContext({ ...id, epoch }, row.seq, row.principal_id, row.clients),
        ),
      })),
    )
  }

  #row(cipher: Cipher, place: DocumentId & { epoch: number }, seq: number, entry: Entry) {
    const clients = JSON.stringify(entry.clients)
    const payload = cipher.seal(entry.update, entryContext(place, seq, entry.principalId, clients))
    return {
      board_id: place.boardId,
      document: place.document,
      epoch: place.epoch,
      seq,
      principal_id: entry.principalId,
      clients,
      payload,
      crc: crc32(payload),
      at: this.#now(),
    }
  }

  /**
   * Stores `state`, which holds everything up to `coversSeq`, reads it back, and only then drops the rows that
   * the older of the kept snapshots covers (D8). One node at a time: who finds another at it leaves it to them.
   */
  async compact(id: DocumentId, epoch: number, coversSeq: number, state: Uint8Array): Promise<void> {
    await whenAlone(this.#db, `compact ${id.boardId} ${id.document}`, (db) =>
      this.#compact(db, id, epoch, coversSeq, state),
    )
  }

  async #compact(db: Db, id: DocumentId, epoch: number, coversSeq: number, state: Uint8Array): Promise<void> {
    const { boardId, document } = id
    const cipher = await this.#keys.of(boardId)
    const context = snapshotContext({ ...id, epoch }, coversSeq)
    const payload = cipher.seal(state, context)
    const row = { board_id: boardId, document, epoch, covers_seq: coversSeq, payload, crc: crc32(payload) }
    const made = await db.transaction().execute(async (tx) => {
      // What a rewrite has taken away must not come back as a snapshot.
      await requireEpoch(tx, id, epoch, isShared(tx))
      return tx
        .insertInto('snapshots')
        .values({ ...row, at: this.#now() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
    })
    // Another node was here first, and tidies up.
    if (this.#shared && made.numInsertedOrUpdatedRows === 0n) return
    const kept = await rowsOf(db, 'snapshots', boardId, document, epoch)
      .select(['covers_seq', 'payload', 'crc'])
      .orderBy('covers_seq', 'desc')
      .limit(SNAPSHOTS_KEPT)
      .execute()
    // A newer one can only be another node's.
    const newest = kept.find((row) => row.covers_seq === coversSeq)
    if (this.#shared && newest !== kept[0]) return
    if (!newest || Buffer.compare(openWhole(cipher, newest, context), state) !== 0)
      throw new DamagedJournal('the new snapshot does not read back as it was written')
    const oldest = kept[SNAPSHOTS_KEPT - 1]
    if (!oldest) return
    const upTo = oldest.covers_seq
    await db.transaction().execute(async (tx) => {
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
}

/** `hold`: until the transaction ends, nobody else writes to the document. */
async function requireEpoch(db: Db, id: DocumentId, epoch: number, hold = false): Promise<void> {
  const question = db
    .selectFrom('documents')
    .select('epoch')
    .where('board_id', '=', id.boardId)
    .where('document', '=', id.document)
  const held = await (hold ? question.forUpdate() : question).executeTakeFirst()
  if (!held) throw new Problem('not-found')
  if (held.epoch !== epoch) throw new EpochEnded()
}

function rowsOf(
  db: Db,
  table: 'journal' | 'snapshots',
  boardId: string,
  document: DocumentName,
  epoch: number,
) {
  return db
    .selectFrom(table)
    .where('board_id', '=', boardId)
    .where('document', '=', document)
    .where('epoch', '=', epoch)
}

/** First use wins, whichever node it was on; using one's own again (after a commit that nobody saw) is no matter. */
async function claim(tx: Db, id: DocumentId, newOwners: ReadonlyMap<number, string>): Promise<void> {
  for (const part of inParts(ownersOf(id, newOwners))) {
    const now = await tx
      .insertInto('clients')
      .values(part)
      .onConflict((conflict) =>
        conflict
          .columns(['board_id', 'document', 'client_id'])
          .doUpdateSet((eb) => ({ principal_id: eb.ref('clients.principal_id') })),
      )
      .returning(['client_id', 'principal_id'])
      .execute()
    if (now.some((row) => row.principal_id !== newOwners.get(row.client_id))) throw new ForeignClients()
  }
}

const COLUMNS = [
  'board_id',
  'document',
  'epoch',
  'seq',
  'principal_id',
  'clients',
  'payload',
  'crc',
  'at',
] as const

/** Rows of the journal as one statement, written out: this is asked a thousand times a second. */
function insertion(rows: readonly Tables['journal'][]): CompiledQuery {
  const places = `(${COLUMNS.map(() => '?').join()})`
  return CompiledQuery.raw(
    `insert into journal (${COLUMNS.join()}) values ${rows.map(() => places).join()}`,
    rows.flatMap((row) => COLUMNS.map((column) => row[column])),
  )
}

function ownersOf(id: DocumentId, newOwners: ReadonlyMap<number, string>) {
  return [...newOwners].map(([client_id, principal_id]) => ({
    board_id: id.boardId,
    document: id.document,
    client_id,
    principal_id,
  }))
}

/** SQLite takes at most 32,766 values a statement. */
function inParts<T>(all: readonly T[], size = 1_000): T[][] {
  const parts: T[][] = []
  for (let i = 0; i < all.length; i += size) parts.push(all.slice(i, i + size))
  return parts
}
