import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkDocument } from '@/server/keeping/checkDocument'
import { masterCipher } from '@/server/store/cipher'
import { Journal } from '@/server/store/journal'
import { BoardKeys } from '@/server/store/keys'
import { openStore, type Place } from '@/server/store/open'
import { ownSchema } from '@/tests/support/postgres'
import { seeded } from '@/tests/support/seeded'
import { addTestBoard, workerScript, type TestStore } from '@/tests/support/store'

/** `FAULT_KILLS=200` for the long run. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? 12)
const MASTER = 'a master key of a test, long enough'
const ID = { boardId: 'b1', document: 'case' } as const

let dir: string
let script: string
let place: Place
let drop = async () => {}
let child: ChildProcess | null = null
/** The test itself, which goes on when its time is up: its store is taken away only after it. */
let killing: Promise<void> = Promise.resolve()
const stopping = new AbortController()
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rotonde-kill-'))
  const url = process.env['TEST_STORE_URL']
  if (url) {
    const schema = await ownSchema(url)
    place = { url: schema.url }
    drop = () => schema.drop()
  } else place = { file: path.join(dir, 'rotonde.sqlite'), workerScript: await workerScript() }
  script = path.resolve('.build/test', `rewriter-${process.pid}.js`)
  await build({
    entryPoints: ['tests/support/rewriter.ts'],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { '@': path.resolve('.') },
  })
})
afterAll(async () => {
  stopping.abort()
  child?.kill('SIGKILL')
  await killing.catch(() => {})
  await drop()
  rmSync(dir, { recursive: true, force: true })
  rmSync(script, { force: true })
})

async function open() {
  const db = await openStore(place)
  return { db, keys: new BoardKeys(db, masterCipher(MASTER)) }
}

it(
  `[EP22] killed ${KILLS} times in the middle of rewrites: the old document or the new one, with every change that was called saved`,
  () => (killing = killThem()),
  3_600_000,
)

async function killThem(): Promise<void> {
  const begun = await open()
  await addTestBoard(begun as unknown as TestStore, ID.boardId)
  await begun.db.destroy()
  const random = seeded(7)
  const saved = new Set<string>()
  let rewritten = 0
  for (let kill = 0; kill < KILLS && !stopping.signal.aborted; kill++) {
    const killed = spawn(process.execPath, [script, JSON.stringify({ place, master: MASTER })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = killed
    const gone = new Promise((resolve) => killed.once('exit', resolve))
    let lines = 0
    await new Promise<void>((resolve) => {
      createInterface({ input: killed.stdout })
        .on('line', (line) => {
          if (line === 'r') rewritten += 1
          else saved.add(line)
          // While it works, at any moment.
          if (++lines === 5) setTimeout(() => killed.kill('SIGKILL'), random() * 250)
        })
        .on('close', resolve)
    })
    await gone
    const { db, keys } = await open()
    const { snapshot, updates, epoch } = await new Journal(db, keys, () => 0).load(ID)
    const doc = new Y.Doc()
    for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
    const notes = doc.getMap('notes')
    expect([...saved].filter((key) => !notes.has(key))).toEqual([])
    expect(doc.store.pendingStructs).toBeNull()
    const checked = await checkDocument(db, await keys.of(ID.boardId), ID)
    expect(checked.problems).toEqual([])
    const rows = await db.selectFrom('journal').select('epoch').where('document', '=', 'case').execute()
    expect(rows.every((row) => row.epoch === epoch)).toBe(true)
    await db.destroy()
  }
  expect(rewritten).toBeGreaterThan(KILLS / 3)
}
