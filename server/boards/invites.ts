import { z } from 'zod'
import { Problem } from '@/lib/access/problem'
import { ROLES, rightOn, type Role } from '@/lib/access/rights'
import type { Clock } from '@/lib/clock'
import { organisationId } from '../auth/organisations'
import type { Limits } from '../auth/limits'
import { selectPrincipals, toPrincipal } from '../auth/principals'
import type { Caller, InviteService, InviteSummary, JoinInput, Principal } from '../services'
import type { Db } from '../store/open'
import { hashToken, randomId, randomToken } from '../tokens'
import type { BoardHeads } from './heads'
import { requireManager } from './members'

const NewInvite = z.object({
  role: z.enum(ROLES),
  hours: z
    .number()
    .positive()
    .max(24 * 366),
  uses: z.number().int().min(1).max(1_000),
})

const Join = z.object({
  name: z.string().trim().min(1).max(100),
  circle: z.enum(['family', 'network', 'professional']).optional(),
  organisation: z.string().trim().max(200).optional(),
})

interface InviteRow {
  id: string
  board_id: string
  role: Role
  created_at: number
  expires_at: number
  uses_left: number
  revoked_at: number | null
}

export interface InviteParts {
  db: Db
  heads: BoardHeads
  limits: Limits
  clock: Clock
  publicUrl: () => string
}

/** Join links and return codes. Tokens are shown once; only their hashes are kept. */
export class Invites implements InviteService {
  readonly #parts: InviteParts

  constructor(parts: InviteParts) {
    this.#parts = parts
  }

  async create(principal: Principal, boardId: string, input: z.input<typeof NewInvite>) {
    const { db, heads } = this.#parts
    await requireManager(db, principal.id, boardId)
    if (!(await heads.read(boardId)).purpose) throw new Problem('purpose-needed')
    return this.add(principal.id, boardId, input)
  }

  /** Makes the link, whoever asks: the caller has checked that they may. */
  async add(
    createdBy: string,
    boardId: string,
    input: z.input<typeof NewInvite>,
  ): Promise<{ link: string; invite: InviteSummary }> {
    const parsed = NewInvite.safeParse(input)
    if (!parsed.success) throw new Problem('bad-input')
    const { role, hours, uses } = parsed.data
    const { db, clock, publicUrl } = this.#parts
    const token = randomToken()
    const now = clock.now()
    const row = {
      id: randomId(),
      board_id: boardId,
      role,
      created_at: now,
      expires_at: Math.round(now + hours * 3_600_000),
      uses_left: uses,
      revoked_at: null,
    }
    await db
      .insertInto('invites')
      .values({ ...row, token_hash: hashToken(token), created_by: createdBy })
      .execute()
    return { link: new URL(`/join/${token}`, publicUrl()).href, invite: summary(row) }
  }

  async list(principal: Principal, boardId: string): Promise<InviteSummary[]> {
    await requireManager(this.#parts.db, principal.id, boardId)
    const rows = await this.#select().where('board_id', '=', boardId).orderBy('created_at', 'desc').execute()
    return rows.map(summary)
  }

  async revoke(principal: Principal, boardId: string, inviteId: string): Promise<void> {
    const { db, clock } = this.#parts
    await requireManager(db, principal.id, boardId)
    await db
      .updateTable('invites')
      .set({ revoked_at: clock.now() })
      .where('id', '=', inviteId)
      .where('board_id', '=', boardId)
      .where('revoked_at', 'is', null)
      .execute()
  }

  async peek(token: string, address: string): Promise<{ role: Role; boardTitle: string }> {
    const invite = await this.#valid(token, address)
    return { role: invite.role, boardTitle: (await this.#parts.heads.read(invite.board_id)).title }
  }

  async boardOfMember(token: string, principal: Principal): Promise<string | null> {
    const row = await this.#parts.db
      .selectFrom('invites')
      .innerJoin('members', 'members.board_id', 'invites.board_id')
      .select('invites.board_id')
      .where('invites.token_hash', '=', hashToken(token))
      .where('members.principal_id', '=', principal.id)
      .executeTakeFirst()
    return row?.board_id ?? null
  }

  async join(token: string, input: JoinInput, caller: Caller) {
    const parsed = Join.safeParse(input)
    if (!parsed.success) throw new Problem('bad-input')
    const invite = await this.#find(token, caller.address)
    const { id, board_id: boardId } = invite
    const { db, clock } = this.#parts
    const now = clock.now()
    const returnCode = caller.principal ? null : randomToken()
    const { name, circle = null, organisation = '' } = parsed.data
    const principalId = caller.principal?.id ?? randomId()
    const { role, state } = await db.transaction().execute(async (tx) => {
      const old = await tx
        .selectFrom('members')
        .select('role')
        .where('board_id', '=', boardId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      const board = await tx
        .selectFrom('boards')
        .select('state')
        .where('id', '=', boardId)
        .executeTakeFirstOrThrow()
      // Who is in already uses nothing up, and a link never lowers or raises what they may do.
      if (old) return { role: old.role, state: board.state }
      this.#requireUsable(invite)
      const used = await tx
        .updateTable('invites')
        .set(({ eb }) => ({ uses_left: eb('uses_left', '-', 1) }))
        .where('id', '=', id)
        .where('uses_left', '>', 0)
        .where('revoked_at', 'is', null)
        .returning('role')
        .executeTakeFirst()
      if (!used) throw new Problem('gone')
      if (returnCode) {
        const guest = { id: principalId, kind: 'guest' as const, name, circle, created_at: now }
        const none = { email: null, password: null, admin: 0, disabled: 0 }
        const organisation_id = organisation ? await organisationId(tx, organisation, now) : null
        await tx
          .insertInto('principals')
          .values({ ...guest, ...none, organisation_id, return_code: hashToken(returnCode) })
          .execute()
      }
      await tx
        .insertInto('members')
        .values({
          board_id: boardId,
          principal_id: principalId,
          role: used.role,
          scribe: 0,
          reserved: 0,
          joined_at: now,
        })
        .execute()
      return { role: used.role, state: board.state }
    })
    const principal = caller.principal ?? (await this.#principal(principalId))
    const waiting = rightOn('case', { role, reserved: false }, state) === 'none'
    return { principal, boardId, role, state: waiting ? ('waiting' as const) : ('in' as const), returnCode }
  }

  async newReturnCode(principal: Principal): Promise<string> {
    if (principal.kind !== 'guest') throw new Problem('not-allowed')
    const code = randomToken()
    await this.#parts.db
      .updateTable('principals')
      .set({ return_code: hashToken(code) })
      .where('id', '=', principal.id)
      .execute()
    return code
  }

  async returning(code: string, address: string): Promise<Principal> {
    const { db, limits } = this.#parts
    await limits.mayTry(address)
    const row = await selectPrincipals(db).where('return_code', '=', hashToken(code)).executeTakeFirst()
    if (row) return toPrincipal(row)
    await limits.miss(address)
    throw new Problem('not-found')
  }

  async #valid(token: string, address: string): Promise<InviteRow> {
    const row = await this.#find(token, address)
    this.#requireUsable(row)
    return row
  }

  async #find(token: string, address: string): Promise<InviteRow> {
    const { limits } = this.#parts
    await limits.mayTry(address)
    const row = await this.#select().where('token_hash', '=', hashToken(token)).executeTakeFirst()
    if (!row) {
      await limits.miss(address)
      throw new Problem('not-found')
    }
    return row
  }

  #requireUsable({ revoked_at, expires_at, uses_left }: InviteRow): void {
    const { clock } = this.#parts
    if (revoked_at !== null || expires_at <= clock.now() || uses_left <= 0) throw new Problem('gone')
  }

  #select() {
    return this.#parts.db
      .selectFrom('invites')
      .select(['id', 'board_id', 'role', 'created_at', 'expires_at', 'uses_left', 'revoked_at'])
  }

  async #principal(id: string): Promise<Principal> {
    const row = await selectPrincipals(this.#parts.db)
      .where('principals.id', '=', id)
      .executeTakeFirstOrThrow()
    return toPrincipal(row)
  }
}

function summary(row: InviteRow): InviteSummary {
  return {
    id: row.id,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usesLeft: row.uses_left,
    revoked: row.revoked_at !== null,
  }
}
