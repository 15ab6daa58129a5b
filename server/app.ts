import { Accounts } from './auth/accounts'
import { createLimits, type Limits } from './auth/limits'
import { Sessions } from './auth/sessions'
import { Admissions } from './boards/admissions'
import { Boards } from './boards/boards'
import { BoardHeads } from './boards/heads'
import { Imports } from './boards/imports'
import { Invites } from './boards/invites'
import { createKeeper } from './boards/keeper'
import { Rewriting } from './boards/rewriting'
import { systemClock } from './clock'
import { Entries } from './entries/entries'
import { Reveals } from './entries/reveals'
import type { Env } from './env'
import { Exports } from './exports/exports'
import { FileMaker } from './exports/maker'
import { KeyCopies } from './keeping/keyCopies'
import { databaseIn, Keeping } from './keeping/keeping'
import type { Logger } from './log'
import { Pictures } from './pictures/pictures'
import { secret } from './secrets'
import type { Services } from './services'
import { masterCipher } from './store/cipher'
import { Journal } from './store/journal'
import { BoardKeys } from './store/keys'
import { openStore, type Db } from './store/open'
import { Compactor } from './sync/compaction/compactor'
import { SyncFigures } from './sync/figures'
import { Hub } from './sync/hub'
import { NO_BUS } from './sync/nodes/bus'
import { Nodes } from './sync/nodes/nodes'
import { redisBus } from './sync/nodes/redisBus'
import { Rooms } from './sync/rooms'
import { VERSION } from './version'

/** Everything that runs without HTTP: what the server serves and the command line works with. */
export interface App {
  env: Env
  db: Db
  rooms: Rooms
  hub: Hub
  figures: SyncFigures
  nodes: Nodes
  limits: Limits
  authSecret: string
  sessions: Sessions
  accounts: Accounts
  boards: Boards
  invites: Invites
  imports: Imports
  exports: Exports
  keeping: Keeping
  rewriting: Rewriting
  services: Services
  /** Where people reach us; known for sure only once the port is. */
  publicUrl(): string
  setPort(port: number): void
  stop(): Promise<void>
}

/** Opens the store (the caller holds the lock of DATA_DIR) and builds the services on it. */
export async function openApp(env: Env, log: Logger, workerScript: URL): Promise<App> {
  const authSecret = secret(env.AUTH_SECRET, env.DATA_DIR, 'auth-secret')
  const masterKey = secret(env.MASTER_KEY, env.DATA_DIR, 'master-key')
  const file = databaseIn(env.DATA_DIR)
  const db = await openStore(env.DATABASE_URL ? { url: env.DATABASE_URL } : { file, workerScript })
  const clock = systemClock
  let port = env.PORT
  const publicUrl = () => (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, '')

  const keys = new BoardKeys(db, masterCipher(masterKey))
  try {
    await keys.requireMaster()
  } catch (error) {
    await db.destroy()
    throw error
  }
  const heads = new BoardHeads(db, keys)
  const copies = new KeyCopies(db, log, workerScript)
  const bus = env.REDIS_URL ? redisBus(env.REDIS_URL, log) : NO_BUS
  const nodes = new Nodes({ db, keys, bus, clock, log, authSecret })
  const compactor = new Compactor(new URL('./compact.js', workerScript), clock)
  const figures = new SyncFigures()
  const rooms = new Rooms(
    new Journal(db, keys, () => clock.now()),
    createKeeper(heads, clock, log),
    clock,
    log,
    nodes,
    compactor,
    figures,
  )
  const hub = new Hub(clock)
  hub.tell = (word) => nodes.tell(word)
  const gone = (boardId: string) => {
    keys.forget(boardId)
    rooms
      .forget(boardId)
      .catch((error: unknown) => log.error({ err: error }, 'a board could not be forgotten'))
  }
  nodes.start({
    word: (word) => {
      if (word.kind !== 'removed') return hub.hear(word)
      gone(word.boardId)
      // Its key is on copies that only we can reach.
      copies
        .refreshOwn()
        .catch((error: unknown) => log.error({ err: error }, 'copies of the key ring could not be replaced'))
    },
    gone,
    recheck: () => void hub.recheckAll(),
  })
  const limits = createLimits(env)
  const sessions = new Sessions(db, clock, (ended) => hub.sessionEnded(ended))
  const accounts = new Accounts(db, clock, limits)
  const secrets = { 'master-key': masterKey, 'auth-secret': authSecret }
  const keeping = new Keeping({ db, url: env.DATABASE_URL, file, copies, secrets, workerScript }, clock)
  const boards = new Boards({ db, keys, heads, rooms, hub, clock, copies })
  const rewriting = new Rewriting({ db, keys, rooms, copies, log })
  const invites = new Invites({ db, heads, limits, clock, publicUrl })
  const imports = new Imports(db, rooms, clock)
  const reserved = new Admissions({ db, rooms, hub, limits, clock })
  const reveals = new Reveals({ db, keys, rooms, clock, log })
  const entries = new Entries({ db, keys, limits, clock, reveals })
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
    reserved,
    entries,
  }
  return {
    env,
    db,
    rooms,
    hub,
    figures,
    nodes,
    limits,
    authSecret,
    sessions,
    accounts,
    boards,
    invites,
    imports,
    exports,
    keeping,
    rewriting,
    services,
    publicUrl,
    setPort(actual) {
      port = actual
    },
    async stop() {
      hub.stop()
      await maker.stop()
      await rewriting.settled()
      await rooms.stop()
      await compactor.stop()
      await nodes.stop()
      await db.destroy()
    },
  }
}
