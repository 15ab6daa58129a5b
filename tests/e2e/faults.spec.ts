import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import * as Y from 'yjs'
import { caseMap, insertRecord, readCase } from '@/lib/case/doc'
import { presenceFrame, syncFrame } from '@/server/sync/frames'
import { TestServer } from './fixtures/server'
import { openOwn, stockProvider } from './fixtures/sockets'

let server: TestServer
let board: string
test.beforeAll(async () => {
  const many = '100000000'
  server = await TestServer.start({
    LIMIT_FRAMES_PER_SECOND: '1000',
    LIMIT_FRAMES_BURST: '1000',
    LIMIT_BYTES_PER_SECOND: many,
  })
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Het bord', 'ann@example.nl')
})
test.afterAll(() => server.dispose())

const join = async (name: string) => server.join(await server.invite(board, 'participant'), name)
const health = async () => (await fetch(`http://localhost:${server.port}/api/health`)).status
const addNote = (doc: Y.Doc, id: string, text: string) => {
  doc.transact(() => insertRecord(doc, 'notes', { id, text, createdBy: 'x' }))
}

test('[FT1, T15] a full disk: nothing is called saved, the health page says so, and once there is room the same changes are stored', async () => {
  const bo = stockProvider(server, board, await join('Bo'))
  await expect.poll(() => bo.provider.synced).toBe(true)
  await expect.poll(() => bo.saved.count).toBe(1)
  const ids: string[] = []
  const write = (prefix: string) => {
    const id = `${prefix}${ids.length}`
    ids.push(id)
    addNote(bo.doc, id, randomBytes(4_000).toString('hex'))
  }
  // No file of the server may grow: the kernel says no, as it does when a disk is full.
  const size = statSync(path.join(server.dataDir, 'rotonde.sqlite-wal')).size
  execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${size + 200_000}:unlimited`])
  const full = async () => {
    write('voor')
    return health()
  }
  await expect.poll(full, { intervals: [20] }).toBe(503)
  const atFull = bo.saved.count
  expect(atFull).toBeLessThan(ids.length + 1)
  for (let i = 0; i < 5; i++) write('tijdens')
  // It tries again every second; each time the answer is no.
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(bo.saved.count).toBe(atFull)
    expect(await health()).toBe(503)
  }
  execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited:unlimited'])
  await expect.poll(() => bo.saved.count).toBe(ids.length + 1)
  expect(await health()).toBe(200)
  bo.provider.destroy()
  await server.kill()
  await server.start()
  const file = JSON.parse(await server.cli(['board', 'export', board])) as { notes: { id: string }[] }
  const stored = new Set(file.notes.map((note) => note.id))
  expect(ids.filter((id) => !stored.has(id))).toEqual([])
})

test('[FT2, T16] readers that stop reading cost the others nothing, and come back complete', async () => {
  const stuckCookie = await join('Stil')
  const stuck = await Promise.all([1, 2, 3].map(() => openOwn(server, `/sync/${board}?ack=1`, stuckCookie)))
  for (const socket of stuck) {
    socket.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())))
    await new Promise((resolve) => socket.once('message', resolve))
    socket.pause()
  }
  const [bo, cas] = [
    stockProvider(server, board, await join('Bo')),
    stockProvider(server, board, await join('Cas')),
  ]
  await expect.poll(() => bo.provider.synced && cas.provider.synced).toBe(true)
  addNote(bo.doc, 'druk', '')
  const record = caseMap(bo.doc, 'notes').get('druk') as Y.Map<unknown>
  // More than the lines and the server hold for who does not read.
  for (let i = 0; i < 1_500; i++) {
    record.set('createdBy', `${i} ${'x'.repeat(8_000)}`)
    if (i % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  addNote(bo.doc, 'laatste', 'na de drukte')
  await expect.poll(() => readCase(cas.doc).notes.map((note) => note.id)).toContain('laatste')
  expect(await health()).toBe(200)
  const seen = stuck.map(() => new Y.Doc())
  const closed = stuck.map((socket) => new Promise<number>((resolve) => socket.once('close', resolve)))
  stuck.forEach((socket, i) => {
    socket.on('message', (bytes: Buffer) => {
      // Sync messages with an update: type 0, step 1 or 2, a length, the bytes.
      if (bytes[0] === 0 && bytes[1] !== 0) Y.applyUpdate(seen[i] as Y.Doc, bodyOf(bytes))
    })
    socket.resume()
  })
  for (const [i, doc] of seen.entries()) {
    // Either they have caught up on their own line, or they were sent away, to come back for all of it.
    const caughtUp = expect
      .poll(() => readCase(doc).notes.map((note) => note.id), { timeout: 20_000 })
      .toContain('laatste')
    const code = await Promise.race([
      caughtUp.then(
        () => 0,
        () => -1,
      ),
      closed[i],
    ])
    expect([0, 1013]).toContain(code)
    if (code === 0) continue
    const back = stockProvider(server, board, stuckCookie)
    await expect.poll(() => readCase(back.doc).notes.map((note) => note.id)).toContain('laatste')
    back.provider.destroy()
  }
  for (const socket of stuck) socket.terminate()
  bo.provider.destroy()
  cas.provider.destroy()
})

test('[FT3, T13, T20] a flood of cursors is read slowly, a frame of 64 MB ends its line, and nobody else notices', async () => {
  const eve = await openOwn(server, `/sync/${board}`, await join('Eve'))
  const [bo, cas] = [
    stockProvider(server, board, await join('Bo')),
    stockProvider(server, board, await join('Cas')),
  ]
  await expect.poll(() => bo.provider.synced && cas.provider.synced).toBe(true)
  const one = presenceFrame(Uint8Array.of(1, 7, 1, 2, 123, 125))
  for (let i = 0; i < 30_000; i++) eve.send(one)
  addNote(bo.doc, 'tussendoor', 'gewoon door')
  await expect.poll(() => readCase(cas.doc).notes.map((note) => note.id)).toContain('tussendoor')
  // A sender that is too fast is read slowly; what it sends waits on its own side.
  eve.terminate()
  const large = await openOwn(server, `/sync/${board}`, await join('Mallory'))
  const code = new Promise<number>((resolve) => large.once('close', resolve))
  large.on('error', () => {})
  large.send(Buffer.alloc(64 * 1024 * 1024))
  expect([1009, 1006]).toContain(await code)
  addNote(bo.doc, 'daarna', 'gewoon door')
  await expect.poll(() => readCase(cas.doc).notes.map((note) => note.id)).toContain('daarna')
  bo.provider.destroy()
  cas.provider.destroy()
})

/** What a sync message carries, behind the length that comes before it. */
function bodyOf(bytes: Buffer): Uint8Array {
  let [at, length, shift] = [2, 0, 0]
  for (; ; at++) {
    const byte = bytes[at] as number
    length += (byte & 127) * 2 ** shift
    shift += 7
    if (byte < 128) break
  }
  return bytes.subarray(at + 1, at + 1 + length)
}
