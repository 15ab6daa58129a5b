import path from 'node:path'
import { Accounts } from './auth/accounts'
import { createLimits, type Limits } from './auth/limits'
import { Sessions } from './auth/sessions'
import { Boards } from './boards/boards'
import { BoardHeads } from './boards/heads'
import { Imports } from './boards/imports'
import { Invites } from './boards/invites'
import { createKeeper } from './boards/keeper'
import { systemClock } from './clock'
import type { Env } from './env'
import { Exports } from './exports/exports'
import { FileMaker } from './exports/maker'
import type { Logger } from './log'
import { Pictures } from './pictures/pictures'
import { secret } from './secrets'
import type { Services } from './services'
import { masterCipher } from './store/cipher'
import { Journal } from './store/journal'
import { BoardKeys } from './store/keys'
import { openStore, type Db } from './store/open'
import { Hub } from './sync/hub'
import { Rooms } from './sync/rooms'
import { VERSION } from './version'

/** Everything that runs without HTTP: what the server serves and the command line works with. */
export interface App {
  env: Env
  db: Db
  rooms: Rooms
  hub: Hub
  limits: Limits
  authSecret: string
  sessions: Sessions
  accounts: Accounts
  boards: Boards
  invites: Invites
  imports: Imports
  exports: Exports
  services: Services
  /** Where people reach us; known for sure only once the port is. */
  publicUrl(): string
  setPort(port: number): void
  stop(): Promise<void>
}

/** Opens the store (the caller holds the lock of DATA_DIR) and builds the services on it. */
export async function openApp(env: Env, log: Logger, workerScript: URL): Promise<App> {
  const authSecret = secret(env.AUTH_SECRET, env.DATA_DIR, 'auth-secret')
  const master = masterCipher(secret(env.MASTER_KEY, env.DATA_DIR, 'master-key'))
  const db = await openStore(path.join(env.DATA_DIR, 'rotonde.sqlite'), workerScript)
  const clock = systemClock
  let port = env.PORT
  const publicUrl = () => (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, '')

  const keys = new BoardKeys(db, master)
  try {
    await keys.requireMaster()
  } catch (error) {
    await db.destroy()
    throw error
  }
  const heads = new BoardHeads(db, keys)
  const rooms = new Rooms(
    new Journal(db, keys, () => clock.now()),
    createKeeper(heads, clock, log),
    clock,
    log,
  )
  const hub = new Hub(clock)
  const limits = createLimits(env)
  const sessions = new Sessions(db, clock, (ended) => hub.sessionEnded(ended))
  const accounts = new Accounts(db, clock, limits)
  const boards = new Boards({ db, keys, heads, rooms, hub, clock })
  const invites = new Invites({ db, heads, limits, clock, publicUrl })
  const imports = new Imports(db, rooms, clock)
  const pictures = new Pictures({ db, keys, clock, quota: env.LIMIT_PICTURE_BYTES })
  // The thread's script lies beside that of the database's.
  const maker = new FileMaker(new URL('./exports.js', workerScript), clock)
  const exports = new Exports(db, boards, maker, clock)
  const services: Services = {
    version: VERSION,
    get publicUrl() {
      return publicUrl()
    },
    sessions,
    accounts,
    boards,
    invites,
    imports,
    pictures,
    exports,
  }
  return {
    env,
    db,
    rooms,
    hub,
    limits,
    authSecret,
    sessions,
    accounts,
    boards,
    invites,
    imports,
    exports,
    services,
    publicUrl,
    setPort(actual) {
      port = actual
    },
    async stop() {
      hub.stop()
      await maker.stop()
      await rooms.stop()
      await db.destroy()
    },
  }
}
