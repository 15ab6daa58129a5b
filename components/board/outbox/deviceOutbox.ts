import { SCHEMA_VERSION } from '@/lib/case/schema'
import type { About, KeptId, LeftBehind, OutboxStore } from '@/lib/sync/client/outboxStore'
import { keyOf, openDatabase } from './database'
import type { Batch, OutboxDatabase } from './database'
import { PresentTab } from './presentTab'
import { seal, unseal } from './seal'

/** What nobody came back for in this time is not kept any longer. Milliseconds. */
const KEPT_FOR_MS = 30 * 24 * 3_600_000
/** What the database has not answered by then is held for refused; it may still answer to a later question. Milliseconds. */
const PATIENCE_MS = 3_000

/**
 * Unsaved changes of one document and one person in the browser's own database, sealed. Null where the browser has not
 * what that takes: locks and encryption exist on https and on localhost only.
 */
export function openDeviceOutbox(document: string, principalId: string): OutboxStore | null {
  const isAble = globalThis.isSecureContext && 'locks' in navigator && 'indexedDB' in globalThis
  return isAble ? new DeviceOutbox(document, principalId) : null
}

class DeviceOutbox implements OutboxStore {
  readonly #document: string
  readonly #tab = new PresentTab()
  readonly #opened: Promise<{ db: OutboxDatabase; key: CryptoKey }>

  constructor(document: string, principalId: string) {
    this.#document = document
    // However long it takes: the first seconds of a page on a slow phone are busy ones.
    this.#opened = this.#open(principalId)
    // Who asks hears of it; private windows of some browsers refuse.
    this.#opened.catch(() => {})
  }

  async append(changes: readonly Uint8Array[], { epoch, edits }: About): Promise<KeptId | null> {
    try {
      const { db, key } = await within(PATIENCE_MS, this.#opened)
      const label = { document: this.#document, schema: SCHEMA_VERSION, epoch, writer: this.#tab.id }
      const sealed = await seal(key, label, { changes, edits })
      return await db.add('batches', { ...label, ...sealed, at: Date.now(), count: changes.length })
    } catch {
      // Full, refused, or this person has signed out elsewhere.
      return null
    }
  }

  remove(ids: readonly KeptId[]): void {
    void this.#opened
      .then(async ({ db }) => {
        const tx = db.transaction('batches', 'readwrite')
        for (const id of ids) void tx.store.delete(id as number)
        await tx.done
      })
      // What stays is sent once more at the next opening, which changes nothing.
      .catch(() => {})
  }

  async takeOver(take: (left: readonly LeftBehind[]) => void): Promise<void> {
    // What is found later than that is taken later.
    await within(PATIENCE_MS, this.#takeOver(take)).catch(() => {})
  }

  async #takeOver(take: (left: readonly LeftBehind[]) => void): Promise<void> {
    try {
      const writers = new Set((await this.#batches()).map(([, { writer }]) => writer))
      for (const writer of writers) {
        if (writer === this.#tab.id) continue
        if (await this.#tab.succeed(writer)) take(await this.#leftBy(writer))
        else void this.#takeLater(writer, take)
      }
    } catch {
      // Nothing can be read here: nothing was left.
    }
  }

  close(): void {
    this.#tab.leave()
    void this.#opened.then(({ db }) => db.close()).catch(() => {})
  }

  async #takeLater(writer: string, take: (left: readonly LeftBehind[]) => void): Promise<void> {
    try {
      if (await this.#tab.succeedLater(writer)) take(await this.#leftBy(writer))
    } catch {
      // The database was closed meanwhile; the next who opens the board takes it.
    }
  }

  async #open(principalId: string): Promise<{ db: OutboxDatabase; key: CryptoKey }> {
    const db = await openDatabase(principalId)
    await this.#tab.enter()
    await forgetOlder(db, Date.now() - KEPT_FOR_MS)
    return { db, key: await keyOf(db) }
  }

  /** Of this document, in the order in which they were made. */
  async #batches(): Promise<[number, Batch][]> {
    const { db } = await this.#opened
    const tx = db.transaction('batches')
    const index = tx.store.index('document')
    const [ids, batches] = await Promise.all([index.getAllKeys(this.#document), index.getAll(this.#document)])
    return ids.flatMap((id, i) => (batches[i] ? [[id, batches[i]]] : []))
  }

  async #leftBy(writer: string): Promise<LeftBehind[]> {
    const { key } = await this.#opened
    const left: LeftBehind[] = []
    for (const [id, batch] of await this.#batches()) {
      if (batch.writer !== writer) continue
      // What does not open was sealed by a key that is gone: it says nothing to anybody, and goes.
      const kept = await unseal(key, batch).catch(() => ({ changes: [], edits: [] }))
      left.push({ id, ...kept, epoch: batch.epoch, fitsBoard: batch.schema === SCHEMA_VERSION })
    }
    return left
  }
}

async function forgetOlder(db: OutboxDatabase, than: number): Promise<void> {
  const tx = db.transaction('batches', 'readwrite')
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue())
    if (cursor.value.at < than) void cursor.delete()
  await tx.done
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
