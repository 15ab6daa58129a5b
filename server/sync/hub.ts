import type { Clock, Stop } from '@/lib/clock'
import { CLOSE } from '@/lib/sync/protocol'
import type { Right } from '@/lib/access/rights'
import type { DocumentId } from '../store/journal'
import { rightsFrame } from './frames'
import type { Word } from './nodes/messages'
import type { Peer } from './peer'

/** Every connection is asked again at least this often, for what no command told us (an expired session). */
const RECHECK_MS = 60_000

/** A connection and on what grounds it was let in. */
export interface Connection {
  peer: Peer
  id: DocumentId
  sessionId: string
  /** The right that it was let in with. */
  granted: Right
  /** What the connection may do now, asked of the database. */
  right(): Promise<Right>
}

/** All connections of this process, so that what is taken away is taken away at once. */
export class Hub {
  readonly #connections = new Set<Connection>()
  readonly #clock: Clock
  #stop: Stop = () => {}
  /** Passes on to the other nodes what is said here. */
  tell: (word: Word) => void = () => {}

  constructor(clock: Clock) {
    this.#clock = clock
    this.#later()
  }

  add(connection: Connection): Stop {
    this.#connections.add(connection)
    return () => void this.#connections.delete(connection)
  }

  /** Sockets of this principal. */
  countOf(principalId: string): number {
    let count = 0
    for (const { peer } of this.#connections) if (peer.principal.id === principalId) count += 1
    return count
  }

  get size(): number {
    return this.#connections.size
  }

  /** Bytes that were sent and that nobody has taken yet. */
  get waiting(): number {
    let bytes = 0
    for (const { peer } of this.#connections) bytes += peer.waiting
    return bytes
  }

  /** What another node said: done here, and not passed on. */
  hear(word: Word): void {
    if (word.kind === 'recheck') void this.#recheckBoard(word.boardId)
    else if (word.kind === 'rights') this.#rightsChanged(word.boardId, word.principalId)
    else if (word.kind === 'ended') this.#sessionEnded(word)
  }

  recheckAll(): Promise<void> {
    return this.#recheck(() => true)
  }

  recheckBoard(boardId: string): Promise<void> {
    this.tell({ kind: 'recheck', boardId })
    return this.#recheckBoard(boardId)
  }

  /** Tells the pages of one person that they may open more or less of the board than before. */
  rightsChanged(boardId: string, principalId: string): void {
    this.tell({ kind: 'rights', boardId, principalId })
    this.#rightsChanged(boardId, principalId)
  }

  sessionEnded(ended: { sessionId?: string; principalId?: string }): void {
    this.tell({ kind: 'ended', ...ended })
    this.#sessionEnded(ended)
  }

  #recheckBoard(boardId: string): Promise<void> {
    return this.#recheck((connection) => connection.id.boardId === boardId)
  }

  #rightsChanged(boardId: string, principalId: string): void {
    for (const { peer, id } of this.#connections)
      if (id.boardId === boardId && peer.principal.id === principalId && peer.wantsAcks)
        peer.send(rightsFrame())
  }

  #sessionEnded(ended: { sessionId?: string; principalId?: string }): void {
    for (const { peer, sessionId } of this.#connections)
      if (sessionId === ended.sessionId || peer.principal.id === ended.principalId)
        peer.close(CLOSE.revoked, 'session ended')
  }

  stop(): void {
    this.#stop()
  }

  async #recheck(which: (connection: Connection) => boolean): Promise<void> {
    for (const connection of [...this.#connections].filter(which)) {
      // Asking may fail (a busy disk); the others are asked all the same, and this one again in a minute.
      const right = await connection.right().catch(() => connection.granted)
      if (right === 'none') connection.peer.close(CLOSE.revoked, 'no longer yours')
      // A changed right needs a new connection, which gets what that right gives.
      else if (right !== connection.granted) connection.peer.close(CLOSE.restart, 'rights changed')
    }
  }

  #later(): void {
    this.#stop = this.#clock.after(RECHECK_MS, () => {
      // A database that does not answer is asked again a minute later; it must not end the process.
      void this.#recheck(() => true)
        .catch(() => {})
        .finally(() => this.#later())
    })
  }
}
