import { Problem } from '@/lib/access/problem'
import type { Clock } from '@/lib/clock'
import {
  type NewEntry,
  RevealTarget,
  type RevealTargetInput,
  StepId,
  type StepState,
} from '@/lib/entries/entry'
import { live } from '@/lib/case/commands/run'
import { documentOf, fits, type SharedEntry, writeRevealed } from '@/lib/entries/reveal'
import type { Logger } from '../log'
import type { Cipher } from '../store/cipher'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'
import { whenAlone } from '../store/postgres'
import type { Rooms } from '../sync/rooms'
import { Turns } from '../turns'
import { holdBoard, stateFrom, stateOf } from './rows'
import { openEntry } from './sealed'

/** Reveals of this process that wait for each other; each takes some milliseconds. */
const MOST_WAITING = 500

interface RevealParts {
  db: Db
  keys: BoardKeys
  rooms: Pick<Rooms, 'with'>
  clock: Clock
  log: Logger
}

/** A row whose body could be opened. */
interface Opened extends NewEntry {
  shared: SharedEntry
}

/**
 * Puts what a step holds where all can read it (decision 018): close, write, tick off. Closing fixes what is revealed;
 * each of the three may be done again, so that a reveal which was cut short is finished by pressing once more.
 */
export class Reveals {
  readonly #parts: RevealParts
  /** One at a time: a reveal keeps one line to the database while the room takes another, and there are few. */
  readonly #turns = new Turns(MOST_WAITING)

  constructor(parts: RevealParts) {
    this.#parts = parts
  }

  /** The caller has checked that this person guides the board. */
  async reveal(
    by: string,
    boardId: string,
    step: string,
    input: RevealTargetInput,
  ): Promise<Exclude<StepState, 'open'>> {
    const target = RevealTarget.safeParse(input)
    if (!target.success || !StepId.safeParse(step).success) throw new Problem('bad-input')
    if (target.data.into === 'round') await this.#requireRound(boardId, step)
    await this.#close(by, boardId, step, target.data)
    const isDone = await this.#turns.run(() => this.#finish(boardId, step))
    return isDone ? 'revealed' : 'revealing'
  }

  /** A step that is closed already is finished, whatever became of its round. */
  async #requireRound(boardId: string, step: string): Promise<void> {
    const { db, rooms } = this.#parts
    if ((await stateOf(db, boardId, step)) !== 'open') return
    const isThere = await rooms.with({ boardId, document: 'case' }, (room) => {
      room.catchUp()
      return room.read((doc) => live(doc, 'rounds', step) !== null)
    })
    if (!isThere) throw new Problem('not-found')
  }

  /** From here on nothing is put in the step, changed or taken out of it. */
  async #close(by: string, boardId: string, step: string, target: RevealTarget): Promise<void> {
    const { db, keys, clock } = this.#parts
    await db.transaction().execute(async (tx) => {
      await holdBoard(tx, boardId)
      const { reveal, entries } = await this.#read(tx, () => keys.sealing(tx, boardId), boardId, step)
      if (reveal) return
      if (entries.some(({ keep, entry }) => !keep && !fits(target, entry))) throw new Problem('bad-input')
      const row = { target: JSON.stringify(target), by_id: by, at: clock.now(), done: 0 }
      await tx
        .insertInto('reveals')
        .values({ board_id: boardId, step, ...row })
        .execute()
    })
  }

  /** Writes a closed step into its document and lets go of the rows. False when another node is at it. */
  async #finish(boardId: string, step: string): Promise<boolean> {
    const { db, keys, rooms } = this.#parts
    let isDone = false
    await whenAlone(db, `reveal ${boardId}`, async (one) => {
      const { reveal, entries } = await this.#read(one, () => keys.fresh(boardId), boardId, step)
      if (!reveal) throw new Problem('not-found')
      isDone = true
      if (reveal.done === 1) return
      const target = RevealTarget.parse(JSON.parse(reveal.target))
      const shared = entries.filter(({ keep }) => !keep).map((entry) => entry.shared)
      await rooms.with({ boardId, document: documentOf(target) }, (room) => {
        // What a node that fell had written already is read first, and then found there.
        room.catchUp()
        return room.edit(reveal.by_id, (doc) => writeRevealed(doc, step, target, shared))
      })
      await tickOff(one, boardId, step, shared)
    })
    return isDone
  }

  async #read(db: Db, cipherNow: () => Promise<Cipher>, boardId: string, step: string) {
    const first = await this.#look(db, await cipherNow(), boardId, step)
    // Another node may have renewed the board's key.
    const read = first.damaged > 0 ? await this.#look(db, await cipherNow(), boardId, step) : first
    // One broken row must not keep everybody's answers in the dark. It stays where it is, and `check` finds it.
    if (read.damaged > 0)
      this.#parts.log.error({ board: boardId, damaged: read.damaged }, 'private entries cannot be read')
    return read
  }

  /** The step as it is at one moment: once it is ticked off its entries are gone, so both are asked at once. */
  async #look(db: Db, cipher: Cipher, boardId: string, step: string) {
    const rows = await db
      .selectFrom('boards')
      .leftJoin('reveals', (join) =>
        join.onRef('reveals.board_id', '=', 'boards.id').on('reveals.step', '=', step),
      )
      .leftJoin('private_entries as entry', (join) =>
        join.onRef('entry.board_id', '=', 'boards.id').on('entry.step', '=', step),
      )
      .leftJoin('principals', 'principals.id', 'entry.principal_id')
      .select(['reveals.done', 'reveals.target', 'reveals.by_id', 'principals.disabled'])
      .select(['entry.id', 'entry.principal_id', 'entry.body', 'entry.at'])
      .where('boards.id', '=', boardId)
      .orderBy('entry.principal_id')
      .execute()
    const first = rows[0]
    const state = stateFrom(first?.done)
    const reveal =
      state !== 'open' && first ? { ...first, target: first.target ?? '', by_id: first.by_id ?? '' } : null
    let damaged = 0
    const entries = rows.flatMap(({ id, principal_id, body, at, disabled }): Opened[] => {
      // Who was shut out cannot take their words back any more, so nobody brings them up.
      if (id === null || principal_id === null || at === null || !body || disabled === 1) return []
      try {
        const opened = openEntry(cipher, { board_id: boardId, step, principal_id }, body)
        return [{ ...opened, shared: { id, author: principal_id, entry: opened.entry, at } }]
      } catch {
        damaged += 1
        return []
      }
    })
    return { reveal, entries, damaged }
  }
}

/** What was revealed stands in the document, on disk: the rows have served. What people keep stays theirs. */
async function tickOff(db: Db, boardId: string, step: string, shared: readonly SharedEntry[]): Promise<void> {
  const ids = shared.map(({ id }) => id)
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('private_entries')
      .where('board_id', '=', boardId)
      .where('step', '=', step)
      // PostgreSQL knows no empty list.
      .where((eb) => eb.or([eb('body', 'is', null), ...(ids.length > 0 ? [eb('id', 'in', ids)] : [])]))
      .execute()
    await tx
      .updateTable('reveals')
      .set({ done: 1 })
      .where('board_id', '=', boardId)
      .where('step', '=', step)
      .execute()
  })
}
