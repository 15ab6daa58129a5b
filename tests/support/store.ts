import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { randomBytes } from 'node:crypto'
import { build } from 'esbuild'
import { Cipher } from '@/server/store/cipher'
import { Journal } from '@/server/store/journal'
import { BoardKeys } from '@/server/store/keys'
import { openStore, type Db, type Place } from '@/server/store/open'
import { sealHead } from '@/server/boards/heads'
import { DOCUMENTS } from '@/lib/access/rights'
import { ownSchema } from './postgres'

let script: Promise<URL> | null = null

/** The database worker, built once a test process: Node runs no TypeScript. */
export function workerScript(): Promise<URL> {
  script ??= (async () => {
    const outfile = path.resolve('.build/test', `worker-${process.pid}.js`)
    await build({
      entryPoints: ['server/store/sqlite/worker.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
    })
    return pathToFileURL(outfile)
  })()
  return script
}

export interface TestStore {
  dir: string
  db: Db
  keys: BoardKeys
  master: Cipher
  journal: Journal
  /** Closes the store and opens it again, with nothing left in memory. */
  reopen(): Promise<TestStore>
  /** The same store as another process has it: lines and memory of its own. */
  another(): Promise<TestStore>
  close(): Promise<void>
}

const MASTER = new Cipher(randomBytes(32))

/** A real store: SQLite in a folder of its own, or a schema of its own where the run is about PostgreSQL. */
export async function openTestStore(): Promise<TestStore> {
  const dir = mkdtempSync(path.join(tmpdir(), 'rotonde-store-'))
  const url = process.env['TEST_STORE_URL']
  if (!url)
    return onPlace(dir, { file: path.join(dir, 'rotonde.sqlite'), workerScript: await workerScript() })
  const schema = await ownSchema(url)
  return onPlace(dir, { url: schema.url }, () => schema.drop())
}

async function onPlace(dir: string, place: Place, drop = async () => {}): Promise<TestStore> {
  const db = await openStore(place)
  const keys = new BoardKeys(db, MASTER)
  return {
    dir,
    db,
    keys,
    master: MASTER,
    journal: new Journal(db, keys, () => Date.now()),
    async reopen() {
      await db.destroy()
      return onPlace(dir, place, drop)
    },
    async another() {
      const { db: theirs, ...other } = await onPlace(dir, place)
      return { ...other, db: theirs, close: () => theirs.destroy() }
    },
    async close() {
      await db.destroy()
      await drop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A board without members: enough for its documents. */
export async function addTestBoard({ db, keys }: TestStore, id: string): Promise<void> {
  const cipher = await keys.create(id)
  await db
    .insertInto('boards')
    .values({
      id,
      ...sealHead(cipher, id, { title: 'Een bord', question: '', purpose: '' }),
      legal_basis: '',
      state: 'open',
      locale: 'nl',
      created_at: 0,
      opened_at: 0,
    })
    .execute()
  await db
    .insertInto('documents')
    .values(DOCUMENTS.map((document) => ({ board_id: id, document, epoch: 1 })))
    .execute()
}
