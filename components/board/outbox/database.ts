import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'

/** Changes of one tab that wait for the server. What is sealed are the changes themselves. */
export interface Batch {
  /** `<board>.<document>`. */
  document: string
  schema: number
  /** Of the document; 0 when the server had not said it. */
  epoch: number
  /** The tab that made them. */
  writer: string
  /** Milliseconds since 1970. */
  at: number
  /** How many changes. */
  count: number
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
}

interface Shape extends DBSchema {
  keys: { key: string; value: CryptoKey }
  batches: { key: number; value: Batch; indexes: { document: string } }
}

export type OutboxDatabase = IDBPDatabase<Shape>

const PREFIX = 'rotonde-outbox-'
const KEY = 'outbox'

/** One database a person, so that all of it, the key included, goes in one act. */
export const databaseOf = (principalId: string): string => PREFIX + principalId

export function openDatabase(principalId: string): Promise<OutboxDatabase> {
  return openDB<Shape>(databaseOf(principalId), 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('batches', { autoIncrement: true }).createIndex('document', 'document')
    },
    // Another tab signs this person out: it goes, and whoever still writes hears that nothing is kept.
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase).close(),
  })
}

/** The key of this person on this device, made when there is none. No script can read it: only use it. */
export async function keyOf(db: OutboxDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  // Two tabs may be at it: the first one's holds.
  const tx = db.transaction('keys', 'readwrite')
  const known = await tx.store.get(KEY)
  if (!known) await tx.store.put(made, KEY)
  await tx.done
  return known ?? made
}
