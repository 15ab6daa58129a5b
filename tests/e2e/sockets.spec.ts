import { expect, test } from '@playwright/test'
import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { caseMap, insertRecord, readCase } from '@/lib/case/doc'
import { SCHEMA_VERSION } from '@/lib/case/schema'
import { syncFrame } from '@/server/sync/frames'
import { TestServer } from './fixtures/server'
import { openOwn, openSocket, stockProvider } from './fixtures/sockets'

let server: TestServer
let board: string
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Het bord', 'ann@example.nl')
})
test.afterAll(() => server.dispose())

const join = async (role: string, name: string) => server.join(await server.invite(board, role), name)

function addNote(doc: Y.Doc, id: string, words: string): void {
  doc.transact(() => insertRecord(doc, 'notes', { id, text: words, createdBy: 'x' }))
}

test('[WS1] an unmodified y-websocket provider works with the cookie, and hears what is durable', async () => {
  const [bo, cas] = [await join('participant', 'Bo'), await join('participant', 'Cas')]
  const one = stockProvider(server, board, bo)
  const two = stockProvider(server, board, cas)
  await expect.poll(() => one.provider.synced && two.provider.synced).toBe(true)
  const before = one.saved.count
  addNote(one.doc, 'ws1', 'hallo')
  await expect.poll(() => readCase(two.doc).notes.map((note) => note.text)).toContain('hallo')
  await expect.poll(() => one.saved.count).toBeGreaterThan(before)
  one.provider.awareness.setLocalStateField('user', { name: 'Iemand anders' })
  const names = () =>
    [...two.provider.awareness.getStates().values()].map((state) => state['user'] as { name?: string })
  await expect.poll(() => names().map((user) => user?.name)).toContain('Bo')
  expect(JSON.stringify(names())).not.toContain('Iemand anders')
  one.provider.destroy()
  two.provider.destroy()
})

test('[WS2] no session 401, foreign Origin 403, and one same 404 for a board that is not there or not yours', async () => {
  const cookie = await join('participant', 'Dina')
  const foreign = await server.addBoard('Ander bord', 'ann@example.nl')
  const status = async (path: string, headers: Record<string, string>) => {
    const opened = await openSocket(server, path, headers)
    if ('socket' in opened) opened.socket.close()
    return 'status' in opened ? opened.status : 101
  }
  const origin = server.url
  expect(await status(`/sync/${board}`, { origin })).toBe(401)
  expect(await status(`/sync/${board}`, { origin, cookie: 'rotonde-session=nonsense' })).toBe(401)
  for (const evil of ['https://evil.example', 'null', `${server.url}.evil.example`, 'http://localhost:1'])
    expect(await status(`/sync/${board}`, { cookie, origin: evil })).toBe(403)
  expect(await status(`/sync/${board}`, { cookie })).toBe(403)
  for (const id of [
    foreign,
    'nosuchboard',
    `${board}.nonsense`,
    `${board}.case`,
    `${board}.reserved`,
    `${board}.prep`,
  ])
    expect(await status(`/sync/${id}`, { cookie, origin })).toBe(404)
  expect(await status(`/sync/${board}.meeting`, { cookie, origin })).toBe(101)
  expect(await status(`/sync/${board}`, { cookie, origin })).toBe(101)
})

test('[WS3] a viewer’s raw update over the socket changes nothing and reaches nobody', async () => {
  const bo = stockProvider(server, board, await join('participant', 'Bo'))
  const eve = stockProvider(server, board, await join('viewer', 'Eva'))
  await expect.poll(() => bo.provider.synced && eve.provider.synced).toBe(true)
  const before = await server.cli(['board', 'export', board])
  addNote(eve.doc, 'ws3', 'van een meelezer')
  await expect.poll(() => eve.saved.refused).toEqual(['read-only'])
  addNote(bo.doc, 'ws3-after', 'van een deelnemer')
  await expect.poll(() => readCase(eve.doc).notes.map((note) => note.id)).toContain('ws3-after')
  expect(caseMap(bo.doc, 'notes').has('ws3')).toBe(false)
  caseMap(bo.doc, 'notes').delete('ws3-after')
  await expect.poll(() => server.cli(['board', 'export', board])).toBe(before)
  bo.provider.destroy()
  eve.provider.destroy()
})

test('[WS4] 2,000 random and half-right frames leave the other people undisturbed', async () => {
  const honest = stockProvider(server, board, await join('participant', 'Bo'))
  await expect.poll(() => honest.provider.synced).toBe(true)
  let drops = 0
  honest.provider.on('status', ({ status }: { status: string }) => {
    if (status === 'disconnected') drops += 1
  })
  const cookie = server.join(await server.invite(board, 'participant', 1), 'Mallory')
  const update = Y.encodeStateAsUpdate(honest.doc)
  let socket = await openOwn(server, `/sync/${board}`, await cookie)
  for (let i = 0; i < 2_000; i++) {
    // A third is noise, a third a real frame with a wrong byte, a third a real update in the wrong place.
    const bytes = Uint8Array.from({ length: randomInt(1, 80) }, () => randomInt(256))
    const broken = syncFrame(i % 2 ? 1 : 2, Uint8Array.from(update))
    broken[randomInt(broken.length)] = randomInt(256)
    if (socket.readyState !== socket.OPEN) socket = await openOwn(server, `/sync/${board}`, await cookie)
    socket.send(i % 3 === 0 ? bytes : i % 3 === 1 ? broken : syncFrame(2, bytes))
    if (i % 50 === 0) addNote(honest.doc, `fuzz-${i}`, `eerlijk ${i}`)
  }
  await expect.poll(() => honest.provider.wsconnected).toBe(true)
  const fresh = stockProvider(server, board, await join('participant', 'Cas'))
  const honestNotes = () => readCase(fresh.doc).notes.filter((note) => note.id.startsWith('fuzz-')).length
  await expect.poll(honestNotes).toBe(40)
  expect(drops).toBe(0)
  socket.terminate()
  honest.provider.destroy()
  fresh.provider.destroy()
})

test('[T10] a tab of an older or newer version writes nothing into a board of this one, and keeps nobody from it', async () => {
  const bo = stockProvider(server, board, await join('participant', 'Bo'))
  await expect.poll(() => bo.provider.synced).toBe(true)
  for (const schema of [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1]) {
    const id = `t10-${schema}`
    const other = stockProvider(server, board, await join('participant', 'Eva'), new Y.Doc(), {
      schema: `${schema}`,
    })
    await expect.poll(() => other.provider.synced).toBe(true)
    addNote(other.doc, id, 'van een andere versie')
    // It is told so, and goes on reading what the others do.
    await expect.poll(() => other.saved.refused).toEqual(['read-only'])
    addNote(bo.doc, `${id}-bo`, 'van deze versie')
    await expect.poll(() => readCase(other.doc).notes.map((note) => note.id)).toContain(`${id}-bo`)
    expect(caseMap(bo.doc, 'notes').has(id)).toBe(false)
    other.provider.destroy()
  }
  bo.provider.destroy()
})

test('[MT1] the figures say what the sync engine did and what it refused, and nothing of what was written', async () => {
  const figures = async () => (await fetch(`${server.url}/metrics`)).text()
  const read = async (name: string) => {
    const line = (await figures()).split('\n').find((one) => one.startsWith(`${name} `))
    return Number(line?.split(' ')[1] ?? 0)
  }
  const names = [
    'rotonde_updates_total',
    'rotonde_frames_total',
    'rotonde_commit_seconds_count',
    'rotonde_refused_total{reason="read-only"}',
    'rotonde_refused_total{reason="malformed-frame"}',
  ]
  const before = await Promise.all(names.map(read))
  const bo = stockProvider(server, board, await join('participant', 'Bo'))
  const eve = stockProvider(server, board, await join('viewer', 'Eva'))
  await expect.poll(() => bo.provider.synced && eve.provider.synced).toBe(true)
  addNote(bo.doc, 'mt1', 'Korenbloem-figures')
  addNote(eve.doc, 'mt1-eve', 'van een meelezer')
  const cookie = await join('participant', 'Fay')
  const opened = await openSocket(server, `/sync/${board}`, { cookie, origin: server.url })
  if (!('socket' in opened)) throw new Error('not let in')
  opened.socket.send(Uint8Array.of(99, 99))
  for (const [i, name] of names.entries())
    await expect.poll(() => read(name), name).toBeGreaterThan(before[i] ?? 0)
  expect(await read('rotonde_sockets')).toBeGreaterThanOrEqual(2)
  expect(await figures()).toMatch(/^rotonde_waiting_bytes \d+$/m)
  expect(await figures()).toContain('nodejs_eventloop_lag_p99_seconds')
  for (const words of ['Korenbloem', board, 'Eva']) expect(await figures()).not.toContain(words)
  bo.provider.destroy()
  eve.provider.destroy()
})
