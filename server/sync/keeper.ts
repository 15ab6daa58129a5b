import type * as Y from 'yjs'
import type { DocumentId } from '../store/journal'

/** What a document's content asks of the server; `LiveDocument` itself knows no schema. */
export interface Keeper {
  /** Names the top-level types of an empty document, before anything is loaded into it. */
  define(id: DocumentId, doc: Y.Doc): void
  /** What seeds a new document and migrates an old one; it runs once, before anybody is let in. */
  prepare(id: DocumentId): Promise<(doc: Y.Doc) => void>
  /** Repairs what these transactions left damaged, by deletion and quarantine only. */
  mend(id: DocumentId, doc: Y.Doc, transactions: readonly Y.Transaction[]): void
  /** Told after these transactions have become durable. Never throws: they are. */
  saved(id: DocumentId, doc: Y.Doc, transactions: readonly Y.Transaction[]): void
}
