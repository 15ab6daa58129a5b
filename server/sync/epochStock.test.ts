import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { copyDocument } from '@/lib/sync/epoch/copyDocument'
import { openTestServices, type TestServices } from '@/tests/support/services'
import { createLimits } from '../auth/limits'
import { systemClock } from '../clock'
import { readEnv } from '../env'
import { createLog } from '../log'
import type { Principal } from '../services'
import { SyncUpgrade } from './upgrade'
import { SyncFigures } from './figures'

const ORIGIN = 'http://localhost:3000'
const MARKER = 'Wilhelmina-Marjolein'

class FromOurPage extends WebSocket {
  constructor(url: string) {
    super(url, { headers: { origin: ORIGIN } })
  }
}

let app: TestServices
let server: Server
let ann: Principal
let boardId: string
const providers: WebsocketProvider[] = []
beforeEach(async () => {
  app = await openTestServices()
  ann = await app.account('ann')
  boardId = await app.boards.create(ann, { title: 'Roos', question: '', example: false, locale: 'nl' })
  const env = readEnv({ NODE_ENV: 'test' })
  const upgrade = new SyncUpgrade({
    figures: new SyncFigures(),
    env,
    db: app.db,
    rooms: app.rooms,
    hub: app.hub,
    limits: createLimits(env),
    clock: systemClock,
    log: createLog('silent'),
    sessionOf: async () => ({ principal: ann, sessionId: 's1' }),
    addressOf: () => '192.0.2.1',
    publicUrl: () => ORIGIN,
  })
  server = createServer()
  server.on('upgrade', (request, socket, head) => void upgrade.handle(request, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await app.rooms.stop()
  server.closeAllConnections()
  server.close()
  await app.close()
})

/** The unmodified provider of y-websocket. */
function stock(doc: Y.Doc) {
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`
  const provider = new WebsocketProvider(address, boardId, doc, {
    WebSocketPolyfill: FromOurPage as never,
    disableBc: true,
    maxBackoffTime: 200,
  })
  const closed: number[] = []
  provider.on('connection-close', (event) => void (event && closed.push(event.code)))
  providers.push(provider)
  return { provider, closed }
}
const title = (doc: Y.Doc) =>
  (doc.getMap('meta').get('case') as Y.Map<unknown> | undefined)?.get('title') as Y.Text

it('[EP14] the provider of y-websocket is sent away by a rewrite and stays away; when it insists it is refused, and nothing comes back', async () => {
  const doc = new Y.Doc()
  const { provider, closed } = stock(doc)
  await vi.waitUntil(() => provider.synced)
  title(doc).insert(0, MARKER)
  const atServer = () =>
    app.rooms.with({ boardId, document: 'case' }, (room) =>
      room.read((now) => [title(now).toJSON(), Buffer.from(Y.encodeStateAsUpdate(now)).includes(MARKER)]),
    )
  await vi.waitUntil(async () => (await atServer())[1])
  title(doc).delete(0, MARKER.length)
  await vi.waitUntil(async () => (await atServer())[0] === 'Roos')
  await app.rooms.with({ boardId, document: 'case' }, (room) => room.rewrite(copyDocument))
  await vi.waitUntil(() => closed.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect([closed, provider.wsconnected, provider.shouldConnect]).toEqual([[4409], false, false])
  title(doc).insert(0, MARKER)
  provider.connect()
  await vi.waitUntil(() => closed.length > 2, 5_000)
  provider.disconnect()
  expect(new Set(closed.slice(1))).toEqual(new Set([1008]))
  expect(await atServer()).toEqual(['Roos', false])
  // A provider that begins anew is at home.
  const fresh = new Y.Doc()
  const again = stock(fresh)
  await vi.waitUntil(() => again.provider.synced)
  title(fresh).insert(4, ' en Bas')
  await vi.waitUntil(async () => (await atServer())[0] === 'Roos en Bas')
})
