import { Accounts } from '@/server/auth/accounts'
import { createLimits } from '@/server/auth/limits'
import { Sessions } from '@/server/auth/sessions'
import { Admissions } from '@/server/boards/admissions'
import { Boards } from '@/server/boards/boards'
import { BoardHeads } from '@/server/boards/heads'
import { Imports } from '@/server/boards/imports'
import { Invites } from '@/server/boards/invites'
import { createKeeper } from '@/server/boards/keeper'
import { Entries } from '@/server/entries/entries'
import { Reveals } from '@/server/entries/reveals'
import { readEnv } from '@/server/env'
import { KeyCopies } from '@/server/keeping/keyCopies'
import { Pictures } from '@/server/pictures/pictures'
import { createLog, type Logger } from '@/server/log'
import type { Caller, Principal } from '@/server/services'
import { Hub } from '@/server/sync/hub'
import { Rooms } from '@/server/sync/rooms'
import { randomId } from '@/server/tokens'
import { ManualClock } from './clock'
import { openTestStore, workerScript } from './store'

/** The services on a real store, with time that the test moves. */
export async function openTestServices(
  environment: Record<string, string> = {},
  log: Logger = createLog('silent'),
) {
  const store = await openTestStore()
  const script = await workerScript()
  const { db, keys, journal } = store
  const clock = new ManualClock()
  const heads = new BoardHeads(db, keys)
  const rooms = new Rooms(journal, createKeeper(heads, clock, log), clock, log)
  const hub = new Hub(clock)
  const env = readEnv({ NODE_ENV: 'test', ...environment })
  const limits = createLimits(env)
  return {
    store,
    db,
    clock,
    limits,
    rooms,
    hub,
    sessions: new Sessions(db, clock, (ended) => hub.sessionEnded(ended)),
    accounts: new Accounts(db, clock, limits),
    boards: new Boards({ db, keys, heads, rooms, hub, clock, copies: new KeyCopies(db, log, script) }),
    reserved: new Admissions({ db, rooms, hub, limits, clock }),
    entries: new Entries({ db, keys, limits, clock, reveals: new Reveals({ db, keys, rooms, clock, log }) }),
    invites: new Invites({ db, heads, limits, clock, publicUrl: () => 'http://localhost:3000' }),
    pictures: new Pictures({ db, keys, clock, quota: env.LIMIT_PICTURE_BYTES }),
    imports: new Imports(db, rooms, clock),
    /** An account without a password: hashing one takes a third of a second. */
    async account(name: string): Promise<Principal> {
      const id = randomId()
      const none = { password: null, organisation_id: null, circle: null, return_code: null }
      await db
        .insertInto('principals')
        .values({
          id,
          kind: 'account',
          name,
          email: `${name}@example.org`,
          admin: 0,
          disabled: 0,
          created_at: 0,
          ...none,
        })
        .execute()
      return { id, kind: 'account', name, organisation: null, admin: false }
    },
    async close(): Promise<void> {
      hub.stop()
      await rooms.stop()
      await store.close()
    },
  }
}

export type TestServices = Awaited<ReturnType<typeof openTestServices>>

/** Somebody without a session, from an address. */
export const stranger = (address = '192.0.2.1'): Caller => ({ principal: null, address })

/** The token at the end of a link. */
export const tokenOf = (link: string): string => link.split('/').at(-1) ?? ''

/** A refusal with this code. */
export const problem = (code: string) => ({ name: 'Problem', code })
