import type { Clock } from '@/lib/clock'
import { CLOSE } from '@/lib/sync/protocol'
import type { Logger } from '../log'
import type { DocumentId, Journal } from '../store/journal'
import type { Compactor } from './compaction/compactor'
import { SyncFigures } from './figures'
import type { Keeper } from './keeper'
import { LiveDocument } from './liveDocument'
import type { Nodes } from './nodes/nodes'
import { Room } from './room'

/** A room stays awake this long after the last one has left, for who reloads the page. */
const LINGER_MS = 5_000

interface Entry {
  /** Resolves when the document is whole; nobody is let in before. */
  room: Promise<Room>
  /** Connections and server edits that are using the room now. */
  users: number
  /** Raised at every use: what wanted to close the room sees that it was used since. */
  generation: number
}

/** The rooms that are awake: at most one a document, loaded when first needed, put to sleep when left. */
export class Rooms {
  readonly #entries = new Map<string, Entry>()
  readonly #journal: Journal
  readonly #keeper: Keeper
  readonly #clock: Clock
  readonly #log: Logger
  readonly #figures: SyncFigures

  readonly #nodes: Pick<Nodes, 'link'> | null
  readonly #compactor: Pick<Compactor, 'squash'> | null

  /** `nodes`: absent, no other process writes to the journal. `compactor`: absent, all is done on this loop. */
  constructor(
    journal: Journal,
    keeper: Keeper,
    clock: Clock,
    log: Logger,
    nodes: Pick<Nodes, 'link'> | null = null,
    compactor: Pick<Compactor, 'squash'> | null = null,
    figures: SyncFigures = new SyncFigures(),
  ) {
    this.#figures = figures
    this.#nodes = nodes
    this.#compactor = compactor
    this.#journal = journal
    this.#keeper = keeper
    this.#clock = clock
    this.#log = log
  }

  /** Runs `use` with the room, which stays awake until the promise that it returns is settled. */
  async with<T>(id: DocumentId, use: (room: Room) => Promise<T> | T): Promise<T> {
    const { room, release } = await this.enter(id)
    try {
      return await use(room)
    } finally {
      release()
    }
  }

  /** The room, awake until `release` is called once. Throws when it cannot be loaded. */
  async enter(id: DocumentId): Promise<{ room: Room; release: () => void }> {
    const key = keyOf(id)
    let entry = this.#entries.get(key)
    if (!entry) {
      entry = { room: this.#load(id), users: 0, generation: 0 }
      this.#entries.set(key, entry)
    }
    const used = entry
    used.users += 1
    used.generation += 1
    try {
      const room = await used.room
      return { room, release: () => this.#release(key, used) }
    } catch (error) {
      used.users -= 1
      if (this.#entries.get(key) === used) this.#entries.delete(key)
      throw error
    }
  }

  get awake(): number {
    return this.#entries.size
  }

  /** Whether every commit succeeds. */
  async healthy(): Promise<boolean> {
    const rooms = await Promise.allSettled([...this.#entries.values()].map((entry) => entry.room))
    return rooms.every((room) => room.status === 'rejected' || !room.value.failing)
  }

  /**
   * The board is gone: everybody out, nothing kept in memory, nothing more written. Call it once more after the
   * rows have been deleted, for who came in meanwhile.
   */
  async forget(boardId: string): Promise<void> {
    for (const [key, entry] of this.#entries) {
      if (!key.startsWith(`${boardId}.`)) continue
      // A room that cannot be loaded has nobody in it.
      const room = await entry.room.catch(() => null)
      await room?.discard()
      this.#entries.delete(key)
    }
  }

  /** Lets everything under way become durable, then sends everybody away to come back (D10). */
  async stop(): Promise<void> {
    await Promise.all([...this.#entries.values()].map((entry) => this.#stop(entry)))
    this.#entries.clear()
  }

  async #stop(entry: Entry): Promise<void> {
    try {
      const room = await entry.room
      await room.settled()
      room.closeAll(CLOSE.restart, 'the server is restarting')
      await room.rest()
      room.dispose()
    } catch (error) {
      this.#log.error({ err: error }, 'a room could not be stopped')
    }
  }

  async #load(id: DocumentId): Promise<Room> {
    const live = await LiveDocument.open(id, this.#journal, this.#keeper, this.#compactor)
    const link = await this.#nodes?.link(id)
    const room = new Room(live, this.#clock, this.#log, link ?? undefined, this.#figures)
    if (!link) return room
    link.attach(room)
    return room
  }

  #release(key: string, entry: Entry): void {
    entry.users -= 1
    if (entry.users > 0) return
    const { generation } = entry
    this.#clock.after(LINGER_MS, () => {
      if (entry.generation === generation) void this.#sleep(key, entry, generation)
    })
  }

  async #sleep(key: string, entry: Entry, generation: number): Promise<void> {
    if (this.#entries.get(key) !== entry) return
    try {
      const room = await entry.room
      await room.rest()
      if (entry.generation !== generation || this.#entries.get(key) !== entry) return
      this.#entries.delete(key)
      room.dispose()
    } catch (error) {
      this.#log.error({ err: error }, 'a room could not be put to sleep')
    }
  }
}

const keyOf = ({ boardId, document }: DocumentId) => `${boardId}.${document}`
