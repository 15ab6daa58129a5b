import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock, Stop } from '@/lib/clock'
import type { Logger } from '../../log'
import { Cipher } from '../../store/cipher'
import type { DocumentId } from '../../store/journal'
import type { BoardKeys } from '../../store/keys'
import type { Db } from '../../store/open'
import { isShared } from '../../store/postgres'
import { randomId } from '../../tokens'
import type { Bus } from './bus'
import { openWord, seal, type Word } from './messages'
import { RoomLink } from './roomLink'

/** How often the database is asked what other nodes wrote, whatever the bus has said. Milliseconds. */
const LOOK_MS = 2_000
/** Without the bus every connection is asked again every so many looks: within 5 s. */
const LOOKS_A_RECHECK = 2
/** A node that was not heard of for so long does not count; a minute later its row goes. Milliseconds. */
const COUNTS_MS = 10_000
const FORGET_MS = 70_000
/** Boards in one question. */
const BOARDS_ASKED = 1_000

interface NodesParts {
  db: Db
  keys: BoardKeys
  bus: Bus
  clock: Clock
  log: Logger
  /** The same on every node. */
  authSecret: string
  /** For tests: whether others may write to this database. */
  shared?: boolean
}

/** What a node does with what another says, or the database shows. */
export interface Hears {
  word(word: Word): void
  /** The board is not in the database any more. */
  gone(boardId: string): void
  /** Perhaps something was taken away that nobody told us of. */
  recheck(): void
}

/**
 * This process among those that share its database (D9). Commits and presence go over the bus, sealed; the journal is
 * the truth, and is looked at every two seconds for what the bus has lost.
 */
export class Nodes {
  readonly id = randomId()
  readonly #parts: NodesParts
  readonly #cipher: Cipher
  readonly #prefix: string
  readonly #links = new Set<RoomLink>()
  readonly #shared: boolean
  #hears: Hears = { word: () => {}, gone: () => {}, recheck: () => {} }
  #stops: Stop[] = []
  #stopLook: Stop = () => {}
  #looks = 0
  #member = false
  #count = 1
  #stopped = false

  constructor(parts: NodesParts) {
    this.#parts = parts
    this.#shared = parts.shared ?? isShared(parts.db)
    const key = createHash('sha256').update(`rotonde nodes ${parts.authSecret}`).digest()
    this.#cipher = new Cipher(key)
    // Several installations may share one Redis.
    this.#prefix = `rotonde:${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
  }

  /** Nodes that are up, this one included. */
  get count(): number {
    return this.#count
  }

  start(hears: Hears): void {
    this.#hears = hears
    if (!this.#shared) return
    const { bus } = this.#parts
    this.#stops.push(bus.subscribe(this.#words(), (bytes) => this.#hear(bytes)))
    bus.onHealed(() => {
      for (const link of this.#links) link.greet()
      this.#hears.recheck()
    })
    this.#later()
  }

  /** Counts as a node from now on: a command that has opened the store does not. */
  async announce(): Promise<void> {
    this.#member = true
    if (this.#shared) await this.#sayAlive()
  }

  /** Tells the other nodes. */
  tell(word: Word): void {
    if (!this.#shared) return
    this.#parts.bus.publish(this.#words(), seal(this.#cipher, this.#words(), { node: this.id, word }))
  }

  /** For a room that is about to open; null on the only node. */
  async link(id: DocumentId): Promise<RoomLink | null> {
    if (!this.#shared) return null
    const { bus, clock, keys } = this.#parts
    const link: RoomLink = new RoomLink(id, {
      node: this.id,
      channel: `${this.#prefix}:${id.boardId}.${id.document}`,
      cipher: await keys.of(id.boardId),
      bus,
      clock,
      stopped: () => this.#links.delete(link),
    })
    this.#links.add(link)
    return link
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopLook()
    for (const stop of this.#stops) stop()
    const { db, bus } = this.#parts
    if (this.#member && this.#shared)
      await db
        .deleteFrom('nodes')
        .where('id', '=', this.id)
        .execute()
        .catch(() => {})
    await bus.stop()
  }

  /** Asks the database what is new to any room here. */
  async look(): Promise<void> {
    const { clock, bus } = this.#parts
    for (const link of this.#links) link.expire(clock.now())
    this.#looks += 1
    if (!bus.up && this.#looks % LOOKS_A_RECHECK === 0) this.#hears.recheck()
    if (this.#member) await this.#sayAlive()
    const boards = [...new Set([...this.#links].map((link) => link.id.boardId))]
    for (let i = 0; i < boards.length; i += BOARDS_ASKED)
      await this.#lookAt(boards.slice(i, i + BOARDS_ASKED))
  }

  async #lookAt(boards: readonly string[]): Promise<void> {
    const asked = [...this.#links].filter((link) => boards.includes(link.id.boardId))
    const { rows } = await sql<{ board_id: string; document: string; epoch: number; seq: number | null }>`
      select d.board_id, d.document, d.epoch, (
        select max(j.seq) from journal j
        where j.board_id = d.board_id and j.document = d.document and j.epoch = d.epoch
      ) as seq from documents d where d.board_id in (${sql.join([...boards])})`.execute(this.#parts.db)
    const last = new Map(rows.map((row) => [`${row.board_id}.${row.document}`, row]))
    for (const { id, room } of asked) {
      const there = last.get(`${id.boardId}.${id.document}`)
      if (!there) this.#hears.gone(id.boardId)
      else if (room && ((there.seq ?? 0) > room.position.seq || there.epoch !== room.position.epoch))
        room.catchUp()
    }
  }

  #later(): void {
    if (this.#stopped) return
    this.#stopLook = this.#parts.clock.after(LOOK_MS, () => {
      void this.look()
        // A database that does not answer is asked again; commits say that it is away.
        .catch((error: unknown) =>
          this.#parts.log.debug({ err: error }, 'the other nodes could not be looked for'),
        )
        .finally(() => this.#later())
    })
  }

  async #sayAlive(): Promise<void> {
    if (!isShared(this.#parts.db)) return
    // The database's clock, so that nodes need not agree on the time.
    const { rows } = await sql<{ count: number }>`
      with now as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms),
      old as (delete from nodes where seen_at < (select ms from now) - ${FORGET_MS}::bigint and id <> ${this.id}),
      me as (insert into nodes (id, seen_at) select ${this.id}, ms from now
        on conflict (id) do update set seen_at = excluded.seen_at)
      select count(*) as count from nodes, now where id <> ${this.id} and seen_at > ms - ${COUNTS_MS}::bigint`.execute(
      this.#parts.db,
    )
    this.#count = (rows[0]?.count ?? 0) + 1
  }

  #hear(bytes: Uint8Array): void {
    const said = openWord(this.#cipher, this.#words(), bytes)
    if (said && said.node !== this.id) this.#hears.word(said.word)
  }

  #words(): string {
    return `${this.#prefix}:words`
  }
}
