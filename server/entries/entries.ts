import { Problem } from '@/lib/access/problem'
import { rightOn } from '@/lib/access/rights'
import type { Clock } from '@/lib/clock'
import {
  NewEntry,
  type NewEntryInput,
  type OwnEntry,
  type RevealTargetInput,
  StepId,
  type StepStatus,
} from '@/lib/entries/entry'
import type { Limits } from '../auth/limits'
import { requireManager, standingOf } from '../boards/members'
import type { EntryService, Principal } from '../services'
import type { Cipher } from '../store/cipher'
import type { BoardKeys } from '../store/keys'
import type { Db } from '../store/open'
import { randomId } from '../tokens'
import { countsOf, requireRoom } from './counts'
import type { Reveals } from './reveals'
import { holdBoard, stateFrom, stateOf } from './rows'
import { openEntry, sealEntry } from './sealed'

interface EntryParts {
  db: Db
  keys: BoardKeys
  limits: Limits
  clock: Clock
  reveals: Reveals
}

/**
 * Private entries: what people say in silence. Each is sealed with the board's key, is read by its author alone, and
 * reaches the others only by a reveal. What its author keeps ("voor mezelf") never does.
 */
export class Entries implements EntryService {
  readonly #parts: EntryParts

  constructor(parts: EntryParts) {
    this.#parts = parts
  }

  async put(principal: Principal, boardId: string, step: string, input: NewEntryInput): Promise<void> {
    await this.#requireWriter(principal, boardId)
    const parsed = NewEntry.safeParse(input)
    if (!parsed.success) throw new Problem('bad-input')
    const place = { board_id: boardId, step, principal_id: principal.id }
    await this.#write(principal, boardId, step, async (tx) => ({
      body: sealEntry(await this.#parts.keys.sealing(tx, boardId), place, parsed.data),
    }))
  }

  async setReady(principal: Principal, boardId: string, step: string, ready: boolean): Promise<void> {
    await this.#requireWriter(principal, boardId)
    await this.#write(principal, boardId, step, async () => ({ ready: ready ? 1 : 0 }))
  }

  async withdraw(principal: Principal, boardId: string, step: string): Promise<void> {
    await this.#requireReader(principal, boardId)
    const { db, keys, limits } = this.#parts
    await limits.enter(principal.id)
    const place = { board_id: boardId, step, principal_id: principal.id }
    await db.transaction().execute(async (tx) => {
      await holdBoard(tx, boardId)
      const cipher = await keys.sealing(tx, boardId)
      const row = await tx
        .selectFrom('private_entries')
        .select('body')
        .where((eb) => eb.and(place))
        .executeTakeFirst()
      const state = await stateOf(tx, boardId, step)
      // The rows of what is on the table are gone; nobody is told that theirs was taken away when it stands there.
      if (!row && state === 'revealed') throw new Problem('revealed')
      if (row?.body && state === 'revealing' && !openEntry(cipher, place, row.body).keep)
        throw new Problem('revealed')
      await tx
        .deleteFrom('private_entries')
        .where((eb) => eb.and(place))
        .execute()
    })
  }

  async own(principal: Principal, boardId: string): Promise<OwnEntry[]> {
    await this.#requireReader(principal, boardId)
    return this.#parts.keys.opening(boardId, (cipher) => this.#ownWith(cipher, principal, boardId))
  }

  async #ownWith(cipher: Cipher, principal: Principal, boardId: string): Promise<OwnEntry[]> {
    const rows = await this.#parts.db
      .selectFrom('private_entries as entry')
      .leftJoin('reveals', (join) =>
        join.onRef('reveals.board_id', '=', 'entry.board_id').onRef('reveals.step', '=', 'entry.step'),
      )
      .select(['entry.board_id', 'entry.step', 'entry.principal_id', 'entry.body', 'entry.ready', 'entry.at'])
      .select('reveals.done')
      .where('entry.board_id', '=', boardId)
      .where('entry.principal_id', '=', principal.id)
      .orderBy('entry.at')
      .orderBy('entry.step')
      .execute()
    return rows.map(({ step, body, ready, at, done, ...place }) => {
      const said = body && openEntry(cipher, { ...place, step }, body)
      const state = stateFrom(done)
      return { step, entry: said?.entry ?? null, keep: said?.keep ?? false, ready: ready === 1, at, state }
    })
  }

  async status(principal: Principal, boardId: string, step: string): Promise<StepStatus> {
    const { db } = this.#parts
    await requireManager(db, principal.id, boardId)
    const state = await stateOf(db, boardId, step)
    if (state !== 'open') return { state, counts: null }
    return { state, counts: await countsOf(db, boardId, step) }
  }

  async reveal(principal: Principal, boardId: string, step: string, target: RevealTargetInput) {
    await requireManager(this.#parts.db, principal.id, boardId)
    return this.#parts.reveals.reveal(principal.id, boardId, step, target)
  }

  async #write(
    principal: Principal,
    boardId: string,
    step: string,
    changeIn: (tx: Db) => Promise<{ body: Uint8Array } | { ready: number }>,
  ): Promise<void> {
    if (!StepId.safeParse(step).success) throw new Problem('bad-input')
    const { db, limits, clock } = this.#parts
    await limits.enter(principal.id)
    const place = { board_id: boardId, step, principal_id: principal.id }
    const at = clock.now()
    await db.transaction().execute(async (tx) => {
      await holdBoard(tx, boardId)
      if ((await stateOf(tx, boardId, step)) !== 'open') throw new Problem('revealed')
      const change = await changeIn(tx)
      await tx
        .insertInto('private_entries')
        .values({ ...place, id: randomId(), body: null, ready: 0, at, ...change })
        .onConflict((conflict) =>
          conflict.columns(['board_id', 'step', 'principal_id']).doUpdateSet({ ...change, at }),
        )
        .execute()
      await requireRoom(tx, boardId, principal.id)
    })
  }

  async #requireReader(principal: Principal, boardId: string): Promise<'read' | 'write'> {
    const standing = await standingOf(this.#parts.db, principal.id, boardId)
    const right = rightOn('case', standing?.member ?? null, standing?.state ?? 'draft')
    if (right === 'none') throw new Problem('not-found')
    return right
  }

  /** Who reads along has no say in a round; what they put when they still had one, they can see and take back. */
  async #requireWriter(principal: Principal, boardId: string): Promise<void> {
    if ((await this.#requireReader(principal, boardId)) === 'read') throw new Problem('not-allowed')
  }
}
