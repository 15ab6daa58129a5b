import { z } from 'zod'
import { Problem } from '@/lib/access/problem'
import { DOCUMENTS, rightOn } from '@/lib/access/rights'
import { setQuestion, setTitle } from '@/lib/case/commands/texts'
import { withAnchors } from '@/lib/case/anchors'
import { readCase } from '@/lib/case/doc'
import type { Case } from '@/lib/case/schema'
import type { Clock } from '@/lib/clock'
import { seedExample } from '@/lib/exchange/example/seed'
import type { KeyCopies } from '../keeping/keyCopies'
import { selectPrincipals } from '../auth/principals'
import type { BoardAccess, BoardService, BoardSummary, Principal } from '../services'
import { Unreadable } from '../store/cipher'
import { removeRows } from '../store/keyRing'
import type { BoardKeys } from '../store/keys'
import { eraseOldPages, type Db } from '../store/open'
import type { Hub } from '../sync/hub'
import type { Rooms } from '../sync/rooms'
import { randomId } from '../tokens'
import { noteAdmission } from './admissions'
import { sealHead, type BoardHeads } from './heads'
import { requireManager, standingOf } from './members'
import { namesOf } from './names'

const NewBoard = z.object({
  title: z.string().trim().max(200),
  question: z.string().trim().max(1_000),
  example: z.boolean(),
  locale: z.enum(['nl', 'en']),
})

const Purpose = z.object({
  purpose: z.string().trim().min(1).max(1_000),
  legalBasis: z.string().trim().min(1).max(100),
})

export interface BoardParts {
  db: Db
  keys: BoardKeys
  heads: BoardHeads
  rooms: Rooms
  hub: Hub
  clock: Clock
  /** Copies of the key ring, which a removal reaches too. */
  copies: Pick<KeyCopies, 'refresh'>
}

/** Boards: who has which, making one, opening it to others, removing it with its key. */
export class Boards implements BoardService {
  readonly #parts: BoardParts

  constructor(parts: BoardParts) {
    this.#parts = parts
  }

  async list(principal: Principal): Promise<BoardSummary[]> {
    const { db } = this.#parts
    const rows = await db
      .selectFrom('members')
      .innerJoin('boards', 'boards.id', 'members.board_id')
      // Without its key a board is being removed.
      .innerJoin('keys.board_keys as ring', 'ring.board_id', 'boards.id')
      .select(['boards.id', 'boards.state', 'boards.created_at', 'members.role', 'members.reserved'])
      .where('members.principal_id', '=', principal.id)
      .execute()
    const open = rows.filter(
      ({ role, reserved, state }) => rightOn('case', { role, reserved: reserved === 1 }, state) !== 'none',
    )
    const summaries = await Promise.all(
      open.map((row) =>
        this.#summary(row).catch((error: unknown) => {
          // From a backup of before its key was renewed: it keeps nobody from their other boards.
          if (error instanceof Unreadable) return []
          throw error
        }),
      ),
    )
    return summaries.flat().sort((a, b) => b.changedAt - a.changedAt || a.id.localeCompare(b.id))
  }

  async create(principal: Principal, input: z.input<typeof NewBoard>): Promise<string> {
    const parsed = NewBoard.safeParse(input)
    if (!parsed.success || (!parsed.data.title && !parsed.data.example)) throw new Problem('bad-input')
    if (principal.kind !== 'account') throw new Problem('not-allowed')
    const { title, question, example, locale } = parsed.data
    const { db, keys, rooms, clock } = this.#parts
    const id = randomId()
    const now = clock.now()
    const cipher = await keys.create(id)
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('boards')
        .values({
          id,
          ...sealHead(cipher, id, { title, question, purpose: '' }),
          legal_basis: '',
          state: 'draft',
          locale,
          created_at: now,
          opened_at: null,
        })
        .execute()
      await tx
        .insertInto('documents')
        .values(DOCUMENTS.map((document) => ({ board_id: id, document, epoch: 1 })))
        .execute()
      const joined = { role: 'facilitator' as const, scribe: 0, reserved: 1, joined_at: now }
      await tx
        .insertInto('members')
        .values({ board_id: id, principal_id: principal.id, ...joined })
        .execute()
      await noteAdmission(tx, {
        boardId: id,
        principalId: principal.id,
        by: principal.id,
        admitted: true,
        now,
      })
    })
    if (example) {
      const actor = { principal: principal.id, now, newId: randomId }
      await rooms.with({ boardId: id, document: 'case' }, (room) =>
        room.edit(principal.id, (doc) => {
          seedExample(doc, locale, actor)
          // Without words of one's own, the example keeps its title and question.
          if (title) setTitle(doc, actor, title)
          if (question) setQuestion(doc, actor, question)
        }),
      )
    }
    return id
  }

  async access(principal: Principal, boardId: string): Promise<BoardAccess> {
    const { db, heads } = this.#parts
    const standing = await standingOf(db, principal.id, boardId)
    if (!standing || rightOn('case', standing.member, standing.state) === 'none')
      throw new Problem('not-found')
    const { created_at, legal_basis } = await db
      .selectFrom('boards')
      .select(['created_at', 'legal_basis'])
      .where('id', '=', boardId)
      .executeTakeFirstOrThrow()
    const { member, state } = standing
    const summary = await this.#summary({ id: boardId, state, created_at, role: member.role })
    const { purpose } = await heads.read(boardId)
    return {
      ...summary,
      member,
      purpose,
      legalBasis: legal_basis,
      members: await this.#members(principal, boardId),
    }
  }

  async waiting(principal: Principal, boardId: string): Promise<string | null> {
    const standing = await standingOf(this.#parts.db, principal.id, boardId)
    if (!standing || rightOn('case', standing.member, standing.state) !== 'none') return null
    return (await this.#parts.heads.read(boardId)).title
  }

  async setPurpose(principal: Principal, boardId: string, input: z.input<typeof Purpose>): Promise<void> {
    const { db, heads } = this.#parts
    await requireManager(db, principal.id, boardId)
    const parsed = Purpose.safeParse(input)
    if (!parsed.success) throw new Problem('bad-input')
    await heads.write(boardId, { purpose: parsed.data.purpose })
    await db
      .updateTable('boards')
      .set({ legal_basis: parsed.data.legalBasis })
      .where('id', '=', boardId)
      .execute()
  }

  async open(principal: Principal, boardId: string): Promise<void> {
    const { db, hub, clock, heads } = this.#parts
    await requireManager(db, principal.id, boardId)
    if (!(await heads.read(boardId)).purpose) throw new Problem('purpose-needed')
    await db
      .updateTable('boards')
      .set({ state: 'open', opened_at: clock.now() })
      .where('id', '=', boardId)
      .where('state', '=', 'draft')
      .execute()
    await hub.recheckBoard(boardId)
  }

  async remove(principal: Principal, boardId: string): Promise<void> {
    await requireManager(this.#parts.db, principal.id, boardId)
    await this.destroy(boardId)
  }

  names(principal: Principal, boardId: string) {
    return namesOf(this.#parts.db, principal, boardId)
  }

  /** The case as it is on disk, dates that hang on something as they follow now; the caller has checked rights. */
  readCase(boardId: string): Promise<Case> {
    return this.#parts.rooms.with({ boardId, document: 'case' }, (room) =>
      room.read((doc) => withAnchors(readCase(doc))),
    )
  }

  /** What is reserved, as it is on disk; the caller has checked that whoever asks is admitted. */
  readReserved(boardId: string): Promise<Case> {
    return this.#parts.rooms.with({ boardId, document: 'reserved' }, (room) => room.read(readCase))
  }

  /**
   * Removes the board and its key, whoever asks: the caller has checked that they may. Gives the copies of the key
   * ring that could not be reached, which may hold the key still.
   */
  async destroy(boardId: string): Promise<string[]> {
    const { db, rooms, keys, hub, copies } = this.#parts
    await rooms.forget(boardId)
    // The key first: from then on nothing of the board can be read, and a start finishes what is cut short here.
    await keys.remove(boardId)
    const found = await removeRows(db, boardId)
    // Who came in between found the board still there.
    await rooms.forget(boardId)
    hub.tell({ kind: 'removed', boardId })
    await eraseOldPages(db)
    const missed = await copies.refresh()
    if (!found) throw new Problem('not-found')
    return missed
  }

  async #summary(
    row: Pick<BoardSummary, 'id' | 'state' | 'role'> & { created_at: number },
  ): Promise<BoardSummary> {
    const { db, heads } = this.#parts
    const { title, question } = await heads.read(row.id)
    const changed = await Promise.all(
      (['journal', 'snapshots'] as const).map((table) =>
        db
          .selectFrom(table)
          .select(({ fn }) => fn.max('at').as('at'))
          .where('board_id', '=', row.id)
          .where('document', '=', 'case')
          .executeTakeFirst(),
      ),
    )
    const changedAt = Math.max(row.created_at, ...changed.map((one) => one?.at ?? 0))
    return {
      id: row.id,
      title,
      question,
      role: row.role,
      state: row.state,
      createdAt: row.created_at,
      changedAt,
    }
  }

  async #members(principal: Principal, boardId: string): Promise<BoardAccess['members']> {
    const rows = await selectPrincipals(this.#parts.db)
      .innerJoin('members', 'members.principal_id', 'principals.id')
      .select('members.role')
      .where('members.board_id', '=', boardId)
      .orderBy('members.joined_at')
      .execute()
    const members = rows.map(({ id, admin: _admin, ...row }) => ({ principalId: id, ...row }))
    return members.sort(
      (a, b) => Number(b.principalId === principal.id) - Number(a.principalId === principal.id),
    )
  }
}
