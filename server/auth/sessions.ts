import type { Clock } from '@/lib/clock'
import type { Principal, SessionService } from '../services'
import type { Db } from '../store/open'
import { hashToken, randomToken } from '../tokens'
import { selectPrincipals, toPrincipal } from './principals'

const LIFETIME_S = 30 * 24 * 3600

/** Told when a session has ended, so that its sockets are closed. */
export type SessionEnded = (ended: { sessionId?: string; principalId?: string }) => void

/**
 * A session is a row, so that it can be ended at once; the cookie holds its token, sealed by next-auth, and
 * the row only the token's hash.
 */
export class Sessions implements SessionService {
  readonly #db: Db
  readonly #clock: Clock
  readonly #ended: SessionEnded

  constructor(db: Db, clock: Clock, ended: SessionEnded) {
    this.#db = db
    this.#clock = clock
    this.#ended = ended
  }

  async principalOf(token: string | null): Promise<Principal | null> {
    if (!token) return null
    const row = await selectPrincipals(this.#db)
      .innerJoin('sessions', 'sessions.principal_id', 'principals.id')
      .where('sessions.id', '=', hashToken(token))
      .where('sessions.expires_at', '>', this.#clock.now())
      .executeTakeFirst()
    return row ? toPrincipal(row) : null
  }

  async start(principalId: string): Promise<{ token: string; maxAgeS: number }> {
    const token = randomToken()
    const now = this.#clock.now()
    await this.#db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
    await this.#db
      .insertInto('sessions')
      .values({
        id: hashToken(token),
        principal_id: principalId,
        created_at: now,
        expires_at: now + LIFETIME_S * 1_000,
      })
      .execute()
    return { token, maxAgeS: LIFETIME_S }
  }

  async endsAt(token: string): Promise<number | null> {
    const row = await this.#db
      .selectFrom('sessions')
      .select('expires_at')
      .where('id', '=', hashToken(token))
      .where('expires_at', '>', this.#clock.now())
      .executeTakeFirst()
    return row?.expires_at ?? null
  }

  async extend(token: string): Promise<{ endsAt: number; maxAgeS: number } | null> {
    const now = this.#clock.now()
    const endsAt = now + LIFETIME_S * 1_000
    const { numUpdatedRows } = await this.#db
      .updateTable('sessions')
      .set({ expires_at: endsAt })
      .where('id', '=', hashToken(token))
      .where('expires_at', '>', now)
      .executeTakeFirst()
    return numUpdatedRows > 0n ? { endsAt, maxAgeS: LIFETIME_S } : null
  }

  async end(token: string): Promise<void> {
    const sessionId = hashToken(token)
    await this.#db.deleteFrom('sessions').where('id', '=', sessionId).execute()
    this.#ended({ sessionId })
  }

  async endAll(principalId: string): Promise<void> {
    await this.#db.deleteFrom('sessions').where('principal_id', '=', principalId).execute()
    this.#ended({ principalId })
  }
}
