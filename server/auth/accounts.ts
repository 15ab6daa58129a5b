import { z } from 'zod'
import { Problem } from '@/lib/access/problem'
import type { Clock } from '@/lib/clock'
import type { AccountService, Principal } from '../services'
import type { Db } from '../store/open'
import { hashToken, randomId, randomToken } from '../tokens'
import type { Limits } from './limits'
import { organisationId } from './organisations'
import { checkPassword, hashPassword } from './passwords'
import { selectPrincipals, toPrincipal } from './principals'

/** Where the hash of the one-time link for the first account is kept. */
const FIRST_LINK = 'first-account'

const NewAccount = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.string().trim().toLowerCase().max(320).pipe(z.email()),
  password: z.string().min(10).max(1_024),
  organisation: z.string().trim().max(200),
})
export type NewAccount = z.input<typeof NewAccount>

/** People who have an account: the first makes theirs by a one-time link, later ones are added by an operator. */
export class Accounts implements AccountService {
  readonly #db: Db
  readonly #clock: Clock
  readonly #limits: Limits

  constructor(db: Db, clock: Clock, limits: Limits) {
    this.#db = db
    this.#clock = clock
    this.#limits = limits
  }

  async needsFirst(): Promise<boolean> {
    const row = await this.#db
      .selectFrom('principals')
      .select('id')
      .where('kind', '=', 'account')
      .limit(1)
      .executeTakeFirst()
    return !row
  }

  /** A new token for the first account; the one before stops working. */
  async firstToken(): Promise<string> {
    const token = randomToken()
    const value = hashToken(token)
    await this.#db
      .insertInto('settings')
      .values({ key: FIRST_LINK, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    return token
  }

  async createFirst(token: string, input: NewAccount): Promise<Principal> {
    const link = { key: FIRST_LINK, value: hashToken(token) }
    // Taken before it is used, so that of two at once only one has it; given back when it made no account.
    const taken = await this.#db
      .deleteFrom('settings')
      .where('key', '=', link.key)
      .where('value', '=', link.value)
      .executeTakeFirst()
    if (taken.numDeletedRows === 0n || !(await this.needsFirst())) throw new Problem('gone')
    try {
      return await this.add(input, true)
    } catch (error) {
      await this.#db
        .insertInto('settings')
        .values(link)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      throw error
    }
  }

  /** Throws `bad-input` and `taken`. */
  async add(input: NewAccount, admin: boolean): Promise<Principal> {
    const parsed = NewAccount.safeParse(input)
    if (!parsed.success)
      throw new Problem('bad-input', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '))
    const { name, email, password, organisation } = parsed.data
    const id = randomId()
    const now = this.#clock.now()
    const hash = await hashPassword(password)
    try {
      await this.#db
        .insertInto('principals')
        .values({
          id,
          kind: 'account',
          name,
          email,
          password: hash,
          organisation_id: organisation ? await organisationId(this.#db, organisation, now) : null,
          circle: null,
          admin: admin ? 1 : 0,
          disabled: 0,
          return_code: null,
          created_at: now,
        })
        .execute()
    } catch (error) {
      if (/unique/i.test(String(error))) throw new Problem('taken')
      throw error
    }
    return toPrincipal(
      await selectPrincipals(this.#db).where('principals.id', '=', id).executeTakeFirstOrThrow(),
    )
  }

  async verify(email: string, password: string, address: string): Promise<Principal> {
    const wanted = email.trim().toLowerCase()
    await this.#limits.signIn(address, wanted)
    const row = await this.#db
      .selectFrom('principals')
      .select(['id', 'password'])
      .where('email', '=', wanted)
      .where('disabled', '=', 0)
      .executeTakeFirst()
    if (!(await checkPassword(password, row?.password ?? null)) || !row) throw new Problem('wrong-password')
    return toPrincipal(
      await selectPrincipals(this.#db).where('principals.id', '=', row.id).executeTakeFirstOrThrow(),
    )
  }

  async byEmail(email: string): Promise<Principal | null> {
    const row = await selectPrincipals(this.#db)
      .where('principals.email', '=', email.trim().toLowerCase())
      .executeTakeFirst()
    return row ? toPrincipal(row) : null
  }
}
