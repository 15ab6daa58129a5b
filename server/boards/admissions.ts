import { Problem } from '@/lib/access/problem'
import type { ReservedLayer } from '@/lib/access/reserved'
import { mayManage, rightOn } from '@/lib/access/rights'
import { Proposal, type ProposalInput, writeProposal } from '@/lib/case/reserved/proposal'
import type { Clock } from '@/lib/clock'
import type { Limits } from '../auth/limits'
import type { Principal, ReservedService } from '../services'
import type { Db } from '../store/open'
import type { Hub } from '../sync/hub'
import type { Rooms } from '../sync/rooms'
import { randomId } from '../tokens'
import { requireManager, standingOf } from './members'

interface AdmissionParts {
  db: Db
  rooms: Rooms
  hub: Hub
  limits: Limits
  clock: Clock
}

/** Who may open what is reserved on a board ("alleen voor wie het weten mag"), and what others hand in for it. */
export class Admissions implements ReservedService {
  readonly #parts: AdmissionParts

  constructor(parts: AdmissionParts) {
    this.#parts = parts
  }

  async layer(principal: Principal, boardId: string): Promise<ReservedLayer> {
    const { db } = this.#parts
    const standing = await standingOf(db, principal.id, boardId)
    if (!standing || rightOn('case', standing.member, standing.state) === 'none')
      throw new Problem('not-found')
    const people = await db
      .selectFrom('members')
      .innerJoin('principals', 'principals.id', 'members.principal_id')
      .select(['principals.id', 'principals.name', 'members.role', 'members.reserved'])
      .where('members.board_id', '=', boardId)
      .orderBy('members.joined_at')
      .orderBy('principals.id')
      .execute()
    const log = await db
      .selectFrom('admissions')
      .leftJoin('principals as whom', 'whom.id', 'admissions.principal_id')
      .leftJoin('principals as by', 'by.id', 'admissions.by_id')
      .select(['whom.name as whom', 'by.name as by', 'admissions.admitted', 'admissions.at'])
      .where('admissions.board_id', '=', boardId)
      .orderBy('admissions.nr')
      .execute()
    return {
      admitted: standing.member.reserved,
      decides: mayManage(standing.member),
      people: people.map(({ reserved, ...person }) => ({ ...person, admitted: reserved === 1 })),
      log: log.map(({ whom, by, admitted, at }) => ({
        whom: whom ?? '',
        by: by ?? '',
        admitted: admitted === 1,
        at,
      })),
    }
  }

  admit(principal: Principal, boardId: string, principalId: string): Promise<void> {
    return this.#decide(principal, boardId, principalId, true)
  }

  withdraw(principal: Principal, boardId: string, principalId: string): Promise<void> {
    return this.#decide(principal, boardId, principalId, false)
  }

  async propose(principal: Principal, boardId: string, input: ProposalInput): Promise<void> {
    const { db, rooms, limits, clock } = this.#parts
    const standing = await standingOf(db, principal.id, boardId)
    const right = rightOn('case', standing?.member ?? null, standing?.state ?? 'draft')
    if (right === 'none') throw new Problem('not-found')
    if (right === 'read') throw new Problem('not-allowed')
    const proposal = Proposal.safeParse(input)
    if (!proposal.success) throw new Problem('bad-input')
    await limits.propose(principal.id)
    const actor = { principal: principal.id, now: clock.now(), newId: randomId }
    let fits = false
    await rooms.with({ boardId, document: 'reserved' }, (room) =>
      room.edit(principal.id, (doc) => {
        fits = writeProposal(doc, actor, proposal.data)
      }),
    )
    if (!fits) throw new Problem('bad-input')
  }

  /** Writes down who decided it, then closes or opens what it concerns. Doing it twice is doing it once. */
  async #decide(
    principal: Principal,
    boardId: string,
    principalId: string,
    admitted: boolean,
  ): Promise<void> {
    const { db, hub, clock } = this.#parts
    await requireManager(db, principal.id, boardId)
    await db.transaction().execute(async (tx) => {
      const members = tx.selectFrom('members').where('board_id', '=', boardId)
      const whom = await members.select('reserved').where('principal_id', '=', principalId).executeTakeFirst()
      if (!whom) throw new Problem('not-found')
      if ((whom.reserved === 1) === admitted) return
      await tx
        .updateTable('members')
        .set({ reserved: admitted ? 1 : 0 })
        .where('board_id', '=', boardId)
        .where('principal_id', '=', principalId)
        .execute()
      await noteAdmission(tx, { boardId, principalId, by: principal.id, admitted, now: clock.now() })
      const left = await members
        .select('principal_id')
        .where('role', '=', 'facilitator')
        .where('reserved', '=', 1)
        .executeTakeFirst()
      if (!left) throw new Problem('last-admitted')
    })
    await hub.recheckBoard(boardId)
    hub.rightsChanged(boardId, principalId)
  }
}

/** Adds a line to the journal of admissions, in the transaction that changes them. */
export async function noteAdmission(
  tx: Db,
  line: { boardId: string; principalId: string; by: string; admitted: boolean; now: number },
): Promise<void> {
  const { boardId, principalId, by, admitted, now } = line
  const last = await tx
    .selectFrom('admissions')
    .select(({ fn }) => fn.max('nr').as('nr'))
    .where('board_id', '=', boardId)
    .executeTakeFirst()
  await tx
    .insertInto('admissions')
    .values({
      board_id: boardId,
      nr: (last?.nr ?? 0) + 1,
      principal_id: principalId,
      by_id: by,
      admitted: admitted ? 1 : 0,
      at: now,
    })
    .execute()
}
