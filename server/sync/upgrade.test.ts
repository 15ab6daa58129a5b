import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect as connectTcp, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createLimits } from '../auth/limits'
import { systemClock } from '../clock'
import { readEnv } from '../env'
import { createLog } from '../log'
import type { Principal } from '../services'
import { openTestServices, type TestServices } from '@/tests/support/services'
import { untilHolds } from '@/tests/support/until'
import { SyncUpgrade } from './upgrade'
import { SyncFigures } from './figures'

const ORIGIN = 'http://localhost:3000'

let app: TestServices
let server: Server
let ann: Principal
let boardId: string
let signedIn: boolean
beforeEach(async () => {
  app = await openTestServices()
  ann = await app.account('ann')
  boardId = await app.boards.create(ann, { title: 'Roos', question: '', example: false, locale: 'nl' })
  signedIn = true
  const env = readEnv({ NODE_ENV: 'test', LIMIT_SOCKETS: '3', LIMIT_FRAME_BYTES: '1000' })
  const upgrade = new SyncUpgrade({
    figures: new SyncFigures(),
    env,
    db: app.db,
    rooms: app.rooms,
    hub: app.hub,
    limits: createLimits(env),
    clock: systemClock,
    log: createLog('silent'),
    sessionOf: async () => (signedIn ? { principal: ann, sessionId: 's1' } : null),
    addressOf: () => '192.0.2.1',
    publicUrl: () => ORIGIN,
  })
  server = createServer()
  server.on('upgrade', (request: IncomingMessage, socket, head) => void upgrade.handle(request, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  await app.rooms.stop()
  server.closeAllConnections()
  server.close()
  await app.close()
})

const port = () => (server.address() as AddressInfo).port
const open: WebSocket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate()
})

/** The status of the answer: 101 when let in. */
function knock(
  path: string,
  headers: Record<string, string> = { origin: ORIGIN },
): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port()}${path}`, { headers })
  open.push(socket)
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
    socket.on('error', reject)
  })
}

it('[SY34] sockets are let in with our Origin, a session and a board of one’s own; else 403, 401, and one 404 for all', async () => {
  const mine = `/sync/${boardId}`
  expect(await knock(mine)).toBe(101)
  expect(await knock(`${mine}.prep?ack=1`)).toBe(101)
  expect(await knock(`${mine}.reserved`)).toBe(101)
  for (const origin of ['https://evil.example', 'null', `${ORIGIN}.evil.example`, 'http://localhost:3001'])
    expect(await knock(mine, { origin })).toBe(403)
  expect(await knock(mine, {})).toBe(403)
  for (const path of ['x'.repeat(22), `${boardId}.case`, `${boardId}.x`, '', `${boardId}/x`])
    expect(await knock(`/sync/${path}`), path).toBe(404)
  signedIn = false
  expect(await knock(mine)).toBe(401)
  expect(app.hub.size).toBe(3)
})

it('[SY35] twenty boards that are not there, and the address is asked to wait', async () => {
  for (let i = 0; i < 20; i++) expect(await knock(`/sync/${'x'.repeat(22)}`)).toBe(404)
  expect(await knock(`/sync/${boardId}`)).toBe(429)
})

it('[SY36] one person has so many sockets and no more, also when all knock while the document loads', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => knock(`/sync/${boardId}`)))
  expect(answers.filter((status) => status === 101)).toHaveLength(3)
  expect(answers.filter((status) => status === 429)).toHaveLength(5)
})

it('[SY37] who signs out while the document loads is not let in', async () => {
  const enter = app.rooms.enter.bind(app.rooms)
  vi.spyOn(app.rooms, 'enter').mockImplementation(async (id) => {
    const entered = await enter(id)
    signedIn = false
    return entered
  })
  expect(await knock(`/sync/${boardId}`)).toBe(404)
  expect(app.hub.size).toBe(0)
})

it('[SY38] a line that breaks off during the answer harms nobody', async () => {
  const sockets: { listenerCount(name: string): number; emit(name: string, error: Error): boolean }[] = []
  server.prependListener('upgrade', (_request, socket) => sockets.push(socket))
  expect(await knock('/sync/nothing')).toBe(404)
  expect(await knock(`/sync/${boardId}`)).toBe(101)
  for (const socket of sockets) expect(socket.emit('error', new Error('ECONNRESET'))).toBe(true)
  const rude = connectTcp(port(), '127.0.0.1')
  rude.write(`GET /sync/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  rude.resetAndDestroy()
  expect(await knock(`/sync/${boardId}`)).toBe(101)
})

it('[SY39] a frame that is too large, or text, costs its sender the line and nobody else anything', async () => {
  await knock(`/sync/${boardId}`)
  await knock(`/sync/${boardId}`)
  await knock(`/sync/${boardId}`)
  const [large, text, honest] = open
  if (!large || !text || !honest) throw new Error('not connected')
  const codes = Promise.all([large, text].map((socket) => once(socket, 'close')))
  large.send(new Uint8Array(1_001))
  text.send('hallo')
  expect((await codes).map(([code]: unknown[]) => code)).toEqual([1009, 1008])
  expect(honest.readyState).toBe(WebSocket.OPEN)
  expect(honest.extensions).toBe('')
})

it('[SE23] a handshake that is none lets nobody in and keeps no room awake', async () => {
  const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'
  const half = [
    `POST /sync/${boardId} HTTP/1.1\r\n${key}`,
    `GET /sync/${boardId} HTTP/1.1\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n`,
    `GET /sync/${boardId} HTTP/1.1\r\n`,
  ]
  for (const lines of half) {
    const line = connectTcp(port(), '127.0.0.1')
    line.end(`${lines}Host: x\r\nOrigin: ${ORIGIN}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    const [answer] = (await once(line, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 40[05] /)
  }
  expect(app.rooms.awake).toBe(1)
  app.clock.advance(5_000)
  await untilHolds(() => expect(app.rooms.awake).toBe(0))
})
