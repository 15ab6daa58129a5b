import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { randomBytes } from 'node:crypto'
import { build } from 'esbuild'
import { Cipher } from '@/server/store/cipher'
import { Journal } from '@/server/store/journal'
import { BoardKeys } from '@/server/store/keys'
import { openStore, type Db } from '@/server/store/open'
import { sealHead } from '@/server/boards/heads'
import { DOCUMENTS } from '@/lib/access/rights'

let script: Promise<URL> | null = null

/** The database worker, built once a test process: Node runs no TypeScript. */
function workerScript(): Promise<URL> {
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
  journal: Journal
  /** Closes the store and opens it again, with nothing left in memory. */
  reopen(): Promise<TestStore>
  close(): Promise<void>
}

const MASTER = new Cipher(randomBytes(32))

/** A real SQLite store in a folder of its own. */
export async function openTestStore(
  dir = mkdtempSync(path.join(tmpdir(), 'rotonde-store-')),
): Promise<TestStore> {
  const db = await openStore(path.join(dir, 'rotonde.sqlite'), await workerScript())
  const keys = new BoardKeys(db, MASTER)
  return {
    dir,
    db,
    keys,
    journal: new Journal(db, keys, () => Date.now()),
    async reopen() {
      await db.destroy()
      return openTestStore(dir)
    },
    async close() {
      await db.destroy()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A board without members: enough for its documents. */
export async function addTestBoard({ db, keys }: TestStore, id: string): Promise<void> {
  const { wrapped, cipher } = keys.create(id)
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
  await db.insertInto('board_keys').values({ board_id: id, wrapped }).execute()
  await db
    .insertInto('documents')
    .values(DOCUMENTS.map((document) => ({ board_id: id, document, epoch: 1 })))
    .execute()
}
