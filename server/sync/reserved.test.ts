import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addReservedNote, addReservedRelation } from '@/lib/case/reserved/commands'
import { caseMap, readCase } from '@/lib/case/doc'
import { actor } from '@/lib/case/test-kit'
import { CLOSE, SYNC_STEP_1, SYNC_UPDATE } from '@/lib/sync/protocol'
import { openTestServices, type TestServices } from '@/tests/support/services'
import { untilHolds } from '@/tests/support/until'
import { createLimits } from '../auth/limits'
import { systemClock } from '../clock'
import { readEnv } from '../env'
import { createLog } from '../log'
import type { Principal } from '../services'
import { rightsFrame, syncFrame } from './frames'
import { SyncUpgrade } from './upgrade'
import { SyncFigures } from './figures'

const ORIGIN = 'http://localhost:3000'
/** Planted in what is reserved; nobody who is not admitted may hold it. */
const MARKER = 'ZEVENBLADSTEEN'

let app: TestServices
let server: Server
let boardId: string
let maker: Principal
let bo: Principal
const people = new Map<string, Principal>()
beforeEach(async () => {
  app = await openTestServices()
  maker = await app.account('maker')
  bo = await app.account('bo')
  for (const who of [maker, bo]) people.set(who.name, who)
  boardId = await app.boards.create(maker, { title: 'Roos', question: '', example: false, locale: 'nl' })
  await app.boards.setPurpose(maker, boardId, { purpose: 'samen kijken', legalBasis: 'consent' })
  await app.boards.open(maker, boardId)
  const place = { board_id: boardId, role: 'participant' as const, scribe: 0, reserved: 0, joined_at: 1 }
  await app.db
    .insertInto('members')
    .values({ ...place, principal_id: bo.id })
    .execute()
  const env = readEnv({ NODE_ENV: 'test', LIMIT_JOINS: '1000' })
  const upgrade = new SyncUpgrade({
    figures: new SyncFigures(),
    env,
    db: app.db,
    rooms: app.rooms,
    hub: app.hub,
    limits: createLimits(env),
    clock: systemClock,
    log: createLog('silent'),
    sessionOf: async ({ headers }) => {
      const principal = people.get(String(headers.cookie))
      return principal ? { principal, sessionId: principal.id } : null
    },
    addressOf: () => '192.0.2.1',
    publicUrl: () => ORIGIN,
  })
  server = createServer()
  server.on('upgrade', (request: IncomingMessage, socket, head) => void upgrade.handle(request, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
const sockets: WebSocket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await app.rooms.stop()
  server.closeAllConnections()
  server.close()
  await app.close()
})

/** A socket that keeps every byte it received; or the answer that refused it, as it came over the line. */
async function knock(who: Principal, path: string) {
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${path}`, {
    headers: { origin: ORIGIN, cookie: who.name },
  })
  sockets.push(socket)
  const frames: Buffer[] = []
  socket.on('message', (data: Buffer) => frames.push(data))
  return new Promise<{ socket: WebSocket; frames: Buffer[]; refused: string | null }>((resolve, reject) => {
    socket.on('open', () => resolve({ socket, frames, refused: null }))
    socket.on('unexpected-response', (_request, response) => {
      const { statusCode, statusMessage, rawHeaders } = response
      resolve({ socket, frames, refused: JSON.stringify([statusCode, statusMessage, rawHeaders]) })
    })
    socket.on('error', reject)
  })
}

/** A socket that has asked for all there is. */
async function follow(who: Principal, path: string) {
  const opened = await knock(who, path)
  expect(opened.refused).toBeNull()
  opened.socket.send(syncFrame(SYNC_STEP_1, Y.encodeStateVector(new Y.Doc())))
  return opened
}
const holds = (frames: readonly Buffer[]) => Buffer.concat(frames).includes(MARKER)
const plant = (id: string) =>
  app.rooms.with({ boardId, document: 'reserved' }, (room) =>
    room.edit(maker.id, (doc) => {
      addReservedRelation(doc, actor(`maker-${id}`), { from: 'p1', to: 'p2', note: `${MARKER} ${id}` })
    }),
  )
/** Everything that was sent has arrived: the server answers in order. */
async function settled({ socket }: { socket: WebSocket }) {
  socket.ping()
  await once(socket, 'pong')
}

it('[RS5] who is not admitted gets the answer of a board that is not there, to the byte', async () => {
  const answers = await Promise.all(
    [`${boardId}.reserved`, `${boardId}.nonsense`, 'x'.repeat(22), `${'x'.repeat(22)}.reserved`].map(
      async (path) => (await knock(bo, path)).refused,
    ),
  )
  expect(answers[0]).toContain('404')
  expect(new Set(answers).size).toBe(1)
})

it('[RS6] no byte of what is reserved reaches who is not admitted, on any of their sockets', async () => {
  const his = [await follow(bo, `${boardId}?ack=1`), await follow(bo, `${boardId}.meeting?ack=1`)]
  const hers = await follow(maker, `${boardId}.reserved?ack=1`)
  await plant('a')
  await app.reserved.propose(bo, boardId, { kind: 'note', text: `${MARKER} van Bo` })
  await untilHolds(() => expect(holds(hers.frames)).toBe(true))
  // A change of the open case, after which everything before it has been sent.
  await app.rooms.with({ boardId, document: 'case' }, (room) =>
    room.edit(maker.id, (doc) => {
      addReservedNote(doc, actor('open'), { text: 'voor iedereen', about: [] })
    }),
  )
  await untilHolds(() => expect(Buffer.concat(his[0]!.frames).includes('voor iedereen')).toBe(true))
  for (const one of his) {
    await settled(one)
    expect(one.frames.length).toBeGreaterThan(0)
    expect(holds(one.frames)).toBe(false)
  }
})

it('[RS7] who was admitted hears it, and once withdrawn is sent away at once and receives nothing new', async () => {
  const open = await follow(bo, `${boardId}?ack=1`)
  await app.reserved.admit(maker, boardId, bo.id)
  await untilHolds(() => expect(open.frames.some((frame) => frame.equals(rightsFrame()))).toBe(true))
  const his = await follow(bo, `${boardId}.reserved?ack=1`)
  await plant('a')
  await untilHolds(() => expect(Buffer.concat(his.frames).includes(`${MARKER} a`)).toBe(true))
  const closed = once(his.socket, 'close')
  await app.reserved.withdraw(maker, boardId, bo.id)
  // What is written while the line is still closing does not go out on it any more.
  await plant('b')
  expect((await closed)[0]).toBe(CLOSE.revoked)
  expect(Buffer.concat(his.frames).includes(`${MARKER} b`)).toBe(false)
  expect((await knock(bo, `${boardId}.reserved`)).refused).toContain('404')
  await settled(open)
  expect(holds(open.frames)).toBe(false)
})

it('[RS7] who was withdrawn while the document loaded is not let in', async () => {
  await app.reserved.admit(maker, boardId, bo.id)
  const enter = app.rooms.enter.bind(app.rooms)
  vi.spyOn(app.rooms, 'enter').mockImplementation(async (id) => {
    const entered = await enter(id)
    await app.reserved.withdraw(maker, boardId, bo.id)
    return entered
  })
  expect((await knock(bo, `${boardId}.reserved`)).refused).toContain('404')
  expect(app.hub.size).toBe(0)
})

it('[RS10] what does not fit the reserved document is mended by the server, as in the open one', async () => {
  const hers = await follow(maker, `${boardId}.reserved?ack=1`)
  const doc = new Y.Doc()
  doc.transact(() => {
    caseMap(doc, 'relations').set('bad', 'no record' as never)
    caseMap(doc, 'overlays').set('o1', new Y.Map<unknown>([['id', 'o1']]))
  })
  hers.socket.send(syncFrame(SYNC_UPDATE, Y.encodeStateAsUpdate(doc)))
  const read = () =>
    app.rooms.with({ boardId, document: 'reserved' }, (room) =>
      room.read((held) => [
        caseMap(held, 'relations').has('bad'),
        caseMap(held, 'overlays').get('o1')?.get('binned'),
      ]),
    )
  await untilHolds(async () => expect(await read()).toMatchObject([false, { by: 'server' }]))
  expect(
    (await app.rooms.with({ boardId, document: 'reserved' }, (room) => room.read(readCase))).overlays,
  ).toEqual([])
})

it('[RS11] an admitted viewer reads and does not write; what is reserved goes with the board', async () => {
  await app.db
    .updateTable('members')
    .set({ role: 'viewer', reserved: 1 })
    .where('principal_id', '=', bo.id)
    .execute()
  const his = await follow(bo, `${boardId}.reserved?ack=1`)
  await plant('a')
  await untilHolds(() => expect(holds(his.frames)).toBe(true))
  const rows = await app.db.selectFrom('journal').select('payload').execute()
  expect(rows.some(({ payload }) => Buffer.from(payload).includes(MARKER))).toBe(false)
  const doc = new Y.Doc()
  addReservedNote(doc, actor('bo'), { text: 'van Bo', about: [] })
  his.socket.send(syncFrame(SYNC_UPDATE, Y.encodeStateAsUpdate(doc)))
  await settled(his)
  const read = () => app.rooms.with({ boardId, document: 'reserved' }, (room) => room.read(readCase))
  expect((await read()).notes).toEqual([])
  const closed = once(his.socket, 'close')
  await app.boards.remove(maker, boardId)
  expect((await closed)[0]).toBe(CLOSE.gone)
  expect(await app.db.selectFrom('admissions').selectAll().execute()).toEqual([])
  expect(await app.db.selectFrom('journal').selectAll().where('board_id', '=', boardId).execute()).toEqual([])
})
