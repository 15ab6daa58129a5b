import type * as Y from 'yjs'
import type { Peer } from './peer'

/** What may wait while a commit runs; beyond it, updates are refused. Bytes. */
const MAX_BYTES = 8 * 1024 * 1024
const MAX_BATCH_BYTES = 256 * 1024
/** Merging takes time that grows with the square of their number. */
const MAX_BATCH_UPDATES = 500

export interface FromPeer {
  kind: 'update'
  peer: Peer
  seq: number
  update: Uint8Array
  step2: boolean
}
export interface FromServer {
  kind: 'edit'
  principalId: string
  edit: (doc: Y.Doc) => void
  resolve: () => void
  reject: (error: unknown) => void
}
export type Incoming = FromPeer | FromServer

const bytesOf = (incoming: Incoming) => (incoming.kind === 'update' ? incoming.update.length : 0)

/** What came in for a room and waits for the next commit, in order. */
export class Inbox {
  #waiting: Incoming[] = []
  #bytes = 0

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  hasRoomFor(update: Uint8Array): boolean {
    return this.#bytes + update.length <= MAX_BYTES
  }

  put(incoming: Incoming): void {
    this.#waiting.push(incoming)
    this.#bytes += bytesOf(incoming)
  }

  /** As much as one commit takes; at least one, when there is any. */
  takeBatch(): Incoming[] {
    let bytes = 0
    let count = 0
    for (const incoming of this.#waiting) {
      bytes += bytesOf(incoming)
      if (count > 0 && (bytes > MAX_BATCH_BYTES || count === MAX_BATCH_UPDATES)) break
      count += 1
    }
    return this.#take(count)
  }

  takeAll(): Incoming[] {
    return this.#take(this.#waiting.length)
  }

  #take(count: number): Incoming[] {
    const taken = this.#waiting.splice(0, count)
    for (const incoming of taken) this.#bytes -= bytesOf(incoming)
    return taken
  }
}
