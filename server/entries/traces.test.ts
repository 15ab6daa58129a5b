import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pino from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DOCUMENTS } from '@/lib/access/rights'
import { exportJson } from '@/lib/exchange/json'
import { step1, TestPeer } from '@/tests/support/peers'
import { openTestServices, type TestServices } from '@/tests/support/services'
import { workerScript } from '@/tests/support/store'
import { checkStore } from '../keeping/check'
import type { Principal } from '../services'
import { openReader } from '../store/open'
import { member, openBoard, text } from '@/tests/support/entries'

/** Planted in an entry that is shared, and in one that is kept; nobody but their authors may hold them before. */
const SHARED = 'ZEVENBLADWORTEL'
const KEPT = 'DOVENETELBLOESEM'

let app: TestServices
let els: Principal
let bo: Principal
let board: string
let aside: string
let lines: string[]
beforeEach(async () => {
  lines = []
  app = await openTestServices({}, pino({ level: 'trace' }, { write: (line) => void lines.push(line) }))
  els = await app.account('els')
  board = await openBoard(app, els)
  bo = await member(app, board, 'bo', 'participant')
  aside = mkdtempSync(path.join(tmpdir(), 'rotonde-traces-'))
})
afterEach(async () => {
  await app.close()
  rmSync(aside, { recursive: true, force: true })
})

/** Els and Bo on every document that each may open, with all that was sent to them. */
async function follow() {
  const peers: TestPeer[] = []
  for (const document of DOCUMENTS) {
    const { room } = await app.rooms.enter({ boardId: board, document })
    for (const who of [els, bo]) {
      const peer = new TestPeer(who)
      peers.push(peer)
      room.join(peer)
      room.receive(peer, step1(peer.doc))
    }
    await room.settled()
  }
  return { peers, bytes: () => Buffer.concat(peers.flatMap(({ frames }) => frames)) }
}

/** Everything on disk, as it is now, and a copy as a backup makes it. */
async function onDisk(name: string): Promise<Buffer> {
  const { dir } = app.store
  const copy = path.join(aside, `${name}.sqlite`)
  await sql`vacuum main into ${copy}`.execute(app.db)
  const live = ['rotonde.sqlite', 'rotonde.sqlite-wal', 'keys.sqlite', 'keys.sqlite-wal']
  const files = [...live.map((file) => path.join(dir, file)), copy]
  expect(files.filter(existsSync).length).toBeGreaterThan(3)
  return Buffer.concat(files.filter(existsSync).map((file) => readFileSync(file)))
}

async function exported(): Promise<string> {
  const [open, reserved] = [await app.boards.readCase(board), await app.boards.readReserved(board)]
  return JSON.stringify([exportJson(open, false), exportJson(reserved, true)])
}

for (const into of ['meeting', 'case'] as const)
  it(`[PRV20] not a byte of an entry is in a file, the log, an export, a backup or anybody’s frames before it is revealed into the ${into}; of what is kept not afterwards either`, async () => {
    const heard = await follow()
    const cas = await member(app, board, 'cas', 'participant')
    await app.entries.put(bo, board, 's1', { entry: text(`eerst ${SHARED}`) })
    await app.entries.put(bo, board, 's1', { entry: text(SHARED) })
    await app.entries.put(els, board, 's1', { entry: text(KEPT), keep: true })
    await app.entries.put(cas, board, 's1', { entry: text(`${KEPT} teruggenomen`) })
    await app.entries.withdraw(cas, board, 's1')
    const everywhere = async (name: string) =>
      Buffer.concat([
        await onDisk(name),
        Buffer.from(lines.join('')),
        heard.bytes(),
        Buffer.from(await exported()),
      ])
    const before = await everywhere('before')
    for (const marker of [SHARED, KEPT]) expect(before.includes(marker), marker).toBe(false)
    expect(JSON.stringify(await app.entries.status(els, board, 's1'))).not.toMatch(SHARED)

    // Something that is written down in the log: an entry that cannot be read, and one that comes too late.
    await app.entries.put(cas, board, 's1', { entry: text(KEPT) })
    await app.db
      .updateTable('private_entries')
      .set({ body: Uint8Array.of(1) })
      .where('principal_id', '=', cas.id)
      .execute()
    await app.entries.reveal(els, board, 's1', { into })
    await expect(app.entries.put(bo, board, 's1', { entry: text(KEPT) })).rejects.toThrow(/^revealed$/)
    expect(lines.length).toBeGreaterThan(0)
    const after = await everywhere('after')
    expect(after.includes(KEPT)).toBe(false)
    // The search finds what is there: everybody has heard what is shared, and on disk it is sealed still.
    expect(heard.bytes().includes(SHARED)).toBe(true)
    for (const peer of heard.peers.filter((_, i) => Math.floor(i / 2) === DOCUMENTS.indexOf(into)))
      expect(Buffer.concat(peer.frames).includes(SHARED)).toBe(true)
    expect((await exported()).includes(SHARED)).toBe(into === 'case')
    for (const bytes of [await onDisk('sealed'), Buffer.from(lines.join(''))])
      expect(bytes.includes(SHARED)).toBe(false)
    const copy = openReader(
      path.join(aside, 'before.sqlite'),
      await workerScript(),
      path.join(app.store.dir, 'keys.sqlite'),
    )
    expect(await checkStore(copy, app.store.master)).toMatchObject({ entries: 2, damaged: [] })
    await copy.destroy()
  })
