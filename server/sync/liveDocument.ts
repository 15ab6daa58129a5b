import * as Y from 'yjs'
import type { DocumentId, Entry, Journal } from '../store/journal'
import { judge, rangesOf, type Verdict } from './guard'
import type { Keeper } from './keeper'

/** What a document needs of the journal. */
export type DocumentJournal = Pick<Journal, 'load' | 'append' | 'compact'>

/** Who shows a client id that nobody has written with yet: it is theirs already. */
type ShownBy = (client: number) => string | undefined

/** Origin of transactions that the server makes itself. */
const SERVER = { type: 'server' } as const

/** `mendError`: accepted, but the server could not mend what it may have damaged. */
export type Outcome = { ok: true; mendError?: unknown } | Extract<Verdict, { ok: false }>

/**
 * A document in memory and its journal. Changes are applied first and are `uncommitted` until `commit`; who
 * looks at `doc` between commits sees exactly what is on disk.
 */
export class LiveDocument {
  readonly id: DocumentId
  readonly #journal: DocumentJournal
  readonly #keeper: Keeper
  #doc = new Y.Doc()
  #epoch = 1
  #nextSeq = 1
  #rows = 0
  #owners = new Map<number, string>()
  #claims = new Map<number, string>()
  #uncommitted: Entry[] = []
  #transactions: Y.Transaction[] = []
  #captured: Uint8Array[] = []
  #broken = false

  private constructor(id: DocumentId, journal: DocumentJournal, keeper: Keeper) {
    this.id = id
    this.#journal = journal
    this.#keeper = keeper
  }

  /** Loads, seeds a new document and migrates an old one. Throws when it cannot; then nothing was written. */
  static async open(id: DocumentId, journal: DocumentJournal, keeper: Keeper): Promise<LiveDocument> {
    const live = new LiveDocument(id, journal, keeper)
    await live.#load()
    live.applyEdit('server', await keeper.prepare(id))
    await live.commit()
    return live
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  /** True after an update threw half-way: `rebuild` before anything else. */
  get broken(): boolean {
    return this.#broken
  }

  /** Checks and applies somebody's update; what the server mends on top of it is the server's own change. */
  applyUpdate(principalId: string, update: Uint8Array, shownBy: ShownBy = () => undefined): Outcome {
    const owners = { get: (client: number) => this.#owners.get(client) ?? shownBy(client) }
    const verdict = judge(this.#doc, update, principalId, owners)
    if (!verdict.ok) return verdict
    if (verdict.empty) return { ok: true }
    const before = this.#transactions.length
    try {
      Y.applyUpdate(this.#doc, update, principalId)
      if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) throw new Error('cannot be placed')
    } catch {
      this.#broken = true
      this.#captured = []
      return { ok: false, reason: 'malformed' }
    }
    for (const client of verdict.claims) this.#claim(client, principalId)
    this.#record(principalId)
    const made = this.#transactions.slice(before)
    try {
      this.applyEdit('server', (doc) => this.#keeper.mend(this.id, doc, made))
    } catch (mendError) {
      // Their change stays; what was half mended goes when the document is rebuilt.
      return { ok: true, mendError }
    }
    return { ok: true }
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
   * Makes everything uncommitted durable and returns it in order. When it throws, nothing was written and
   * nothing is forgotten: call it again with the same batch, never skip it (D7).
   */
  async commit(): Promise<readonly Entry[]> {
    const entries = this.#uncommitted
    if (entries.length === 0) return []
    await this.#journal.append(this.id, this.#epoch, this.#nextSeq, entries, this.#claims)
    this.#nextSeq += entries.length
    this.#rows += entries.length
    this.#uncommitted = []
    this.#claims = new Map()
    const transactions = this.#transactions
    this.#transactions = []
    this.#keeper.saved(this.id, this.#doc, transactions)
    return entries
  }

  /**
   * Throws the document in memory away: the journal and the uncommitted changes make it anew. When it throws,
   * the document is still broken, and nobody may see it.
   */
  async rebuild(): Promise<void> {
    this.#doc.destroy()
    this.#doc = new Y.Doc()
    await this.#load()
    this.#transactions = []
    for (const { update } of this.#uncommitted) Y.applyUpdate(this.#doc, update)
    for (const [client, owner] of this.#claims) this.#owners.set(client, owner)
    this.#captured = []
    this.#broken = false
  }

  /** Makes a snapshot when there are so many rows; true when it did. Everything must be committed. */
  async compactWhenWorth(atRows: number): Promise<boolean> {
    if (this.#rows < atRows || this.#uncommitted.length > 0 || this.#broken) return false
    const rows = this.#rows
    const state = Y.encodeStateAsUpdate(this.#doc)
    await this.#journal.compact(this.id, this.#epoch, this.#nextSeq - 1, state)
    this.#rows -= rows
    return true
  }

  destroy(): void {
    this.#doc.destroy()
  }

  async #load(): Promise<void> {
    const loaded = await this.#journal.load(this.id)
    this.#keeper.define(this.id, this.#doc)
    if (loaded.snapshot) Y.applyUpdate(this.#doc, loaded.snapshot)
    for (const update of loaded.updates) Y.applyUpdate(this.#doc, update)
    this.#epoch = loaded.epoch
    this.#nextSeq = loaded.nextSeq
    this.#rows = loaded.updates.length
    this.#owners = loaded.owners
    this.#doc.on('update', (update: Uint8Array) => this.#captured.push(update))
    this.#doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.changed.size > 0) this.#transactions.push(transaction)
    })
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
