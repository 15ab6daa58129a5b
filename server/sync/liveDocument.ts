import * as Y from 'yjs'
import type { DocumentId, Entry, Journal, Loaded, Stored } from '../store/journal'
import { EpochEnded, Overtaken } from '../store/overtaken'
import { remaining, sharesClients } from './adoption'
import type { Compactor } from './compaction/compactor'
import { Gathering } from './gathering'
import { judge, rangesOf, type Verdict } from './guard'
import type { Keeper } from './keeper'

/** An update as somebody sent it. `mayRepeat`: an answer with all that they have, known deletions included. */
export interface Sent {
  principalId: string
  update: Uint8Array
  mayRepeat: boolean
}

interface Owners {
  get(client: number): string | undefined
}

/** What a document needs of the journal. */
export type DocumentJournal = Pick<Journal, 'load' | 'append' | 'compact' | 'since' | 'rewrite'>

/** Who shows a client id that nobody has written with yet: it is theirs already. */
type ShownBy = (client: number) => string | undefined

/** Origin of transactions that the server makes itself. */
const SERVER = { type: 'server' } as const
/** Origin of what many people wrote in one turn. */
const TOGETHER = { type: 'together' } as const
/** Origin of what other nodes have written to the journal. */
const ELSEWHERE = { type: 'elsewhere' } as const

/** From so many bytes on a snapshot is made in a thread: below it, the thread costs more than it spares (decision 019). */
const LARGE_BYTES = 256 * 1024

/** `mendError`: accepted, but the server could not mend what it may have damaged. */
export type Outcome = { ok: true; mendError?: unknown } | Extract<Verdict, { ok: false }>

const MALFORMED: Outcome = { ok: false, reason: 'malformed' }

/**
 * A document in memory and its journal. Changes are applied first and are `uncommitted` until `commit`; who
 * looks at `doc` between commits sees exactly what is on disk.
 */
export class LiveDocument {
  readonly id: DocumentId
  readonly #journal: DocumentJournal
  readonly #keeper: Keeper
  readonly #compactor: Pick<Compactor, 'squash'> | null
  #doc = new Y.Doc()
  #epoch = 1
  #nextSeq = 1
  #rows = 0
  /** Of its last snapshot and the rows since. */
  #bytes = 0
  #owners = new Map<number, string>()
  #claims = new Map<number, string>()
  #uncommitted: Entry[] = []
  #transactions: Y.Transaction[] = []
  #captured: Uint8Array[] = []
  readonly #gathering = new Gathering()
  /** What is uncommitted as Yjs told of it, and what is committed and nobody here has heard of yet. */
  #told: Uint8Array[] = []
  #saved: Uint8Array[] = []
  #pieces: Uint8Array[] = []
  #broken = false
  /** What other nodes have written and nobody here has heard of yet. */
  #news: Uint8Array[] = []

  private constructor(
    id: DocumentId,
    journal: DocumentJournal,
    keeper: Keeper,
    compactor: Pick<Compactor, 'squash'> | null,
  ) {
    this.id = id
    this.#compactor = compactor
    this.#journal = journal
    this.#keeper = keeper
  }

  /** Loads, seeds a new document and migrates an old one. Throws when it cannot; then nothing was written. */
  static async open(
    id: DocumentId,
    journal: DocumentJournal,
    keeper: Keeper,
    compactor: Pick<Compactor, 'squash'> | null = null,
  ): Promise<LiveDocument> {
    for (;;) {
      const live = new LiveDocument(id, journal, keeper, compactor)
      const { snapshot, updates } = await live.#load()
      live.#pieces = snapshot ? [snapshot, ...updates] : updates
      live.applyEdit('server', await keeper.prepare(id))
      try {
        await live.#append()
        live.#written()
        // What was loaded and what the server added to it; nobody follows it yet.
        live.#pieces.push(...live.takeSaved())
        return live
      } catch (error) {
        live.destroy()
        // Another node has seeded or migrated it at the same moment: once is enough.
        if (!(error instanceof Overtaken)) throw error
      }
    }
  }

  get epoch(): number {
    return this.#epoch
  }

  /** The number that the next row gets, as far as is known here. */
  get nextSeq(): number {
    return this.#nextSeq
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** True after an update threw half-way: `rebuild` before anything else. */
  get broken(): boolean {
    return this.#broken
  }

  /**
   * Checks and applies what people sent, in this order; what the server mends on top of it is the server's own change.
   * Ends early when the document is broken by one: `rebuild`, and give the rest again.
   */
  applyUpdates(updates: readonly Sent[], shownBy: ShownBy = () => undefined): Outcome[] {
    const owners = { get: (client: number) => this.#owners.get(client) ?? shownBy(client) }
    const outcomes: Outcome[] = []
    while (outcomes.length < updates.length && !this.#broken) {
      const before = this.#transactions.length
      const first = outcomes.length
      // One transaction for all that is wholly new: Yjs tidies up once, and tells of it in one update.
      if (!this.#attempt(() => this.#applyWhole(updates, owners, outcomes)) && outcomes.length === first)
        outcomes.push(MALFORMED)
      this.#captured = []
      this.#uncommitted.push(...this.#gathering.take())
      const partly = updates[outcomes.length]
      if (partly && !this.#broken) outcomes.push(this.#applyPartly(partly, owners))
      this.#mend(this.#transactions.slice(before), outcomes, first)
    }
    return outcomes
  }

  /** Until one of which a part is known already. */
  #applyWhole(updates: readonly Sent[], owners: Owners, outcomes: Outcome[]): void {
    this.#doc.transact(() => {
      for (let sent = updates[outcomes.length]; sent; sent = updates[outcomes.length]) {
        const { principalId, update } = sent
        const verdict = judge(this.#doc, update, principalId, owners, this.#gathering)
        if (verdict.ok && !verdict.empty && (sent.mayRepeat || !verdict.whole)) return
        if (verdict.ok && verdict.whole) {
          if (!this.#apply(update, principalId)) return void outcomes.push(MALFORMED)
          for (const client of verdict.claims) this.#claim(client, principalId)
          this.#gathering.add({ principalId, update, ...verdict.whole })
        }
        outcomes.push(verdict.ok ? { ok: true } : verdict)
      }
    }, TOGETHER)
  }

  #applyPartly({ principalId, update }: Sent, owners: Owners): Outcome {
    const verdict = judge(this.#doc, update, principalId, owners)
    if (!verdict.ok) return verdict
    if (!this.#apply(update, principalId)) {
      this.#captured = []
      return MALFORMED
    }
    for (const client of verdict.claims) this.#claim(client, principalId)
    this.#record(principalId)
    return { ok: true }
  }

  /** False, and the document is broken, when Yjs could not take it whole. */
  #apply(update: Uint8Array, principalId: string): boolean {
    return this.#attempt(() => {
      Y.applyUpdate(this.#doc, update, principalId)
      if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) throw new Error('cannot be placed')
    })
  }

  #attempt(work: () => void): boolean {
    try {
      work()
    } catch {
      this.#broken = true
    }
    return !this.#broken
  }

  /** Their changes stay when this fails; what was half mended goes when the document is rebuilt. */
  #mend(made: readonly Y.Transaction[], outcomes: Outcome[], first: number): void {
    if (this.#broken || made.length === 0) return
    try {
      this.applyEdit('server', (doc) => this.#keeper.mend(this.id, doc, made))
    } catch (mendError) {
      const at = outcomes.findIndex((outcome, i) => i >= first && outcome.ok)
      if (at >= 0) outcomes[at] = { ok: true, mendError }
    }
  }

  /** The server's own change, on somebody's behalf. Throws when `edit` does; `rebuild` is then needed. */
  applyEdit(principalId: string, edit: (doc: Y.Doc) => void): void {
    try {
      this.#server(() => edit(this.#doc), principalId)
    } catch (error) {
      this.#broken = true
      this.#captured = []
      throw error
    }
  }

  /**
   * Makes everything uncommitted durable and returns it in order. When it throws, nothing is known to be written and
   * nothing is forgotten: call it again with the same batch, never skip it (D7). Throws `ForeignClients` when a
   * client id of it belongs to somebody on another node: then `startAgain`. Throws `EpochEnded` when the document was
   * rewritten; it is here as it is now, and what was uncommitted is forgotten: it belongs to another document.
   */
  async commit(): Promise<readonly Stored[]> {
    const written: Stored[] = []
    while (this.#uncommitted.length > 0) {
      try {
        const adopted: Y.Transaction[] = []
        const first = await this.#append((between) => this.#follow(between, adopted))
        written.push(...this.#written().map((entry, i) => ({ ...entry, seq: first + i })))
        this.#mendTogether(adopted)
      } catch (error) {
        if (error instanceof EpochEnded) await this.#enterEpoch()
        if (!(error instanceof Overtaken)) throw error
        await this.rebuild()
      }
    }
    return written
  }

  /** Follows what other nodes have written. Everything must be committed. Throws `EpochEnded` as `commit` does. */
  async catchUp(): Promise<void> {
    try {
      this.#follow(await this.#journal.since(this.id, this.#epoch, this.#nextSeq))
    } catch (error) {
      if (error instanceof EpochEnded) await this.#enterEpoch()
      if (!(error instanceof Overtaken)) throw error
      await this.rebuild()
    }
  }

  /**
   * Begins the next epoch of the document with what `copy` makes of it, and forgets its history. Everything must be
   * committed. When it throws nothing has changed, but that another node may have been at it (`EpochEnded`).
   */
  async rewrite(copy: (doc: Y.Doc) => Y.Doc): Promise<void> {
    for (;;) {
      const fresh = copy(this.#doc)
      const state = Y.encodeStateAsUpdate(fresh)
      const { clientID: client } = fresh
      fresh.destroy()
      try {
        const made = { state, client, clients: rangesOf(state) }
        await this.#journal.rewrite(this.id, this.#epoch, this.#nextSeq, made)
        return await this.#enterEpoch()
      } catch (error) {
        if (error instanceof EpochEnded) await this.#enterEpoch()
        if (!(error instanceof Overtaken)) throw error
        await this.catchUp()
      }
    }
  }

  /** Rows of another node that came ahead of the database; false when they do not follow on what is here. */
  adopt(epoch: number, rows: readonly Stored[]): boolean {
    const news = rows.filter((row) => row.seq >= this.#nextSeq)
    if (epoch !== this.#epoch || this.#broken || this.#uncommitted.length > 0) return false
    if (news[0] && news[0].seq !== this.#nextSeq) return false
    this.#follow(news)
    return true
  }

  /** What other nodes have written since the last call, for who follows the document here. */
  takeNews(): Uint8Array[] {
    return this.#news.splice(0)
  }

  /** What was committed here since the last call, for who follows the document here. */
  takeSaved(): Uint8Array[] {
    return this.#saved.splice(0)
  }

  /** The updates that together are the document as it was opened, once; they are not kept. */
  takePieces(): Uint8Array[] {
    return this.#pieces.splice(0)
  }

  /** Forgets what was not committed; the document is as the journal has it. */
  async startAgain(): Promise<void> {
    this.#uncommitted = []
    this.#claims = new Map()
    await this.rebuild()
  }

  /**
   * Throws the document in memory away: the journal and the uncommitted changes make it anew. When it throws,
   * the document is still broken, and nobody may see it; but for `EpochEnded`, as `commit` throws it.
   */
  async rebuild(): Promise<void> {
    this.#broken = true
    const before = this.#nextSeq
    const epoch = this.#epoch
    this.#doc.destroy()
    this.#doc = new Y.Doc()
    const { snapshot, updates } = await this.#load()
    if (this.#epoch !== epoch) {
      this.#forgetUnwritten()
      throw new EpochEnded()
    }
    const covered = this.#nextSeq - updates.length - 1
    if (snapshot && covered >= before) this.#news.push(snapshot)
    this.#news.push(...updates.slice(Math.max(0, before - 1 - covered)))
    this.#transactions = []
    for (const { update } of this.#uncommitted) Y.applyUpdate(this.#doc, update)
    this.#told = this.#uncommitted.map(({ update }) => update)
    for (const [client, owner] of this.#claims) this.#owners.set(client, owner)
    this.#captured = []
    this.#broken = false
  }

  /** The document of the epoch that is now, and nothing of the one before. */
  async #enterEpoch(): Promise<void> {
    try {
      await this.rebuild()
    } catch (error) {
      if (!(error instanceof EpochEnded)) throw error
    }
  }

  #forgetUnwritten(): void {
    this.#uncommitted = []
    this.#claims = new Map()
    this.#transactions = []
    this.#captured = []
    this.#news = []
    this.#broken = false
  }

  /** A snapshot of it is made in a thread, while it is used. */
  get isLarge(): boolean {
    return this.#compactor !== null && this.#bytes >= LARGE_BYTES
  }

  /** Makes a snapshot when there are so many rows; true when it did. Everything must be committed. */
  async compactWhenWorth(atRows: number): Promise<boolean> {
    if (this.#rows < atRows || this.#uncommitted.length > 0 || this.#broken) return false
    if (this.#compactor && this.isLarge) return this.#compactApart(this.#compactor)
    const rows = this.#rows
    const state = Y.encodeStateAsUpdate(this.#doc)
    await this.#journal.compact(this.id, this.#epoch, this.#nextSeq - 1, state)
    this.#rows -= rows
    this.#bytes = state.length
    return true
  }

  /**
   * The thread makes the document of what is on disk, and compares it with what it is here now; meanwhile it may
   * change, and more rows may come.
   */
  async #compactApart(compactor: Pick<Compactor, 'squash'>): Promise<boolean> {
    const [epoch, upTo, rows] = [this.#epoch, this.#nextSeq - 1, this.#rows]
    const expected = Y.encodeSnapshot(Y.snapshot(this.#doc))
    const { snapshot, updates, ...loaded } = await this.#journal.load(this.id)
    const covered = loaded.nextSeq - 1 - updates.length
    // Another node was here first, or the document is another one by now.
    if (loaded.epoch !== epoch || covered > upTo) return false
    const state = await compactor.squash({ snapshot, updates: updates.slice(0, upTo - covered), expected })
    await this.#journal.compact(this.id, epoch, upTo, state)
    if (this.#epoch !== epoch) return true
    this.#rows = Math.max(0, this.#rows - rows)
    this.#bytes = state.length
    return true
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #append(adopt?: (between: readonly Stored[]) => readonly Entry[]): Promise<number> {
    if (this.#uncommitted.length === 0) return Promise.resolve(this.#nextSeq)
    return this.#journal.append(this.id, this.#epoch, this.#nextSeq, this.#uncommitted, this.#claims, adopt)
  }

  /** Everything uncommitted is on disk. */
  #written(): readonly Entry[] {
    const entries = this.#uncommitted
    this.#nextSeq += entries.length
    this.#rows += entries.length
    this.#bytes += sizeOf(entries)
    this.#uncommitted = []
    this.#claims = new Map()
    this.#saved.push(...this.#told.splice(0))
    const transactions = this.#transactions
    this.#transactions = []
    if (transactions.length > 0) this.#keeper.saved(this.id, this.#doc, transactions)
    return entries
  }

  /**
   * Applies rows that other nodes have written; returns what is still to be written of our own. They are on disk
   * whatever becomes of ours. Rows of ours are among them when their commit was done and its answer lost.
   */
  #follow(rows: readonly Stored[], made: Y.Transaction[] = []): readonly Entry[] {
    this.#uncommitted = remaining(this.#uncommitted, rows)
    const collect = (transaction: Y.Transaction) => void made.push(transaction)
    this.#doc.on('afterTransaction', collect)
    // Whose their client ids are, the database says when somebody here writes with one.
    for (const row of rows) Y.applyUpdate(this.#doc, row.update, ELSEWHERE)
    this.#doc.off('afterTransaction', collect)
    // The same clocks written twice: which of them counts is what the journal says, so it is read again.
    if (sharesClients(this.#uncommitted, rows) || this.#doc.store.pendingStructs) this.#broken = true
    this.#nextSeq += rows.length
    this.#rows += rows.length
    this.#bytes += sizeOf(rows)
    this.#news.push(...rows.map((row) => row.update))
    return this.#uncommitted
  }

  /** Two changes that are whole each may damage a record together; who wrote last mends it. */
  #mendTogether(adopted: readonly Y.Transaction[]): void {
    if (adopted.length === 0 || this.#broken) return
    try {
      this.applyEdit('server', (doc) => this.#keeper.mend(this.id, doc, adopted))
    } catch {
      // What was half mended goes when the document is rebuilt, which it now waits for.
    }
  }

  async #load(): Promise<Loaded> {
    const loaded = await this.#journal.load(this.id)
    this.#keeper.define(this.id, this.#doc)
    if (loaded.snapshot) Y.applyUpdate(this.#doc, loaded.snapshot)
    // As one: Yjs tidies up after each transaction.
    this.#doc.transact(() => {
      for (const update of loaded.updates) Y.applyUpdate(this.#doc, update)
    })
    this.#epoch = loaded.epoch
    this.#nextSeq = loaded.nextSeq
    this.#rows = loaded.updates.length
    this.#bytes = loaded.updates.reduce((sum, { length }) => sum + length, loaded.snapshot?.length ?? 0)
    this.#owners = loaded.owners
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === ELSEWHERE) return
      this.#captured.push(update)
      this.#told.push(update)
    })
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0 && transaction.origin !== ELSEWHERE)
        this.#transactions.push(transaction)
    })
    return loaded
  }

  #server(edit: () => void, principalId = 'server'): void {
    this.#doc.transact(edit, SERVER)
    if (this.#captured.length > 0) this.#claim(this.#doc.clientID, 'server')
    this.#record(principalId)
  }

  #claim(client: number, principalId: string): void {
    if (this.#owners.has(client)) return
    this.#owners.set(client, principalId)
    this.#claims.set(client, principalId)
  }

  /** Keeps what the document itself emitted: exactly what was new, whatever the sender repeated. */
  #record(principalId: string): void {
    for (const update of this.#captured)
      this.#uncommitted.push({ principalId, clients: rangesOf(update), update })
    this.#captured = []
  }
}

const sizeOf = (entries: readonly Entry[]) => entries.reduce((sum, { update }) => sum + update.length, 0)
