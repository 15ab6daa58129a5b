import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { readEnv } from '@/server/env'
import { createLog } from '@/server/log'
import { Journal, type DocumentId } from '@/server/store/journal'
import { ManualClock } from '@/tests/support/clock'
import { PLAIN_KEEPER, rawAwareness, step1, TestPeer } from '@/tests/support/peers'
import { NO_REDIS, reachableRedis } from '@/tests/support/redis'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { SyncFigures } from './figures'
import { NO_BUS, type Bus } from './nodes/bus'
import { Elsewhere, updateOfFrame } from './nodes/elsewhere'
import { Nodes } from './nodes/nodes'
import { redisBus } from './nodes/redisBus'
import { Rooms } from './rooms'
import { connect } from './socketPeer'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
/** A cursor may stay for so long on the others' screens after its owner has gone without a word. Milliseconds. */
const GHOST_MS = 35_000
const CLIENT = 4711
const log = createLog('silent')

let store: TestStore
let clock: ManualClock
let ends: (() => Promise<void>)[]
beforeEach(async () => {
  store = await openTestStore()
  clock = new ManualClock()
  ends = []
  await addTestBoard(store, ID.boardId)
})
afterEach(async () => {
  for (const end of ends) await end()
  await store.close()
})

/** A process on the store. `kill`: it says nothing more, to nobody. */
function node(bus: Bus) {
  const journal = new Journal(store.db, store.keys, () => 0, true)
  const nodes = new Nodes({ ...store, bus, clock, log, authSecret: 's'.repeat(40), shared: true })
  const rooms = new Rooms(journal, PLAIN_KEEPER, clock, log, nodes)
  nodes.start({ word: () => {}, gone: () => {}, recheck: () => {} })
  ends.push(async () => {
    await rooms.stop()
    await nodes.stop()
  })
  return { rooms, kill: () => bus.stop() }
}

async function watcher(rooms: Rooms) {
  const { room } = await rooms.enter(ID)
  const peer = new TestPeer({ id: 'bo', name: 'bo' })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  /** The last that was heard of the client: their cursor, `null` for gone, or nothing. */
  const seen = () => {
    const said = peer.presence.map((bytes) => Buffer.from(bytes).toString()).join()
    const [here, gone] = [said.lastIndexOf('hier'), said.lastIndexOf('null')]
    return here < 0 ? 'nothing' : gone > here ? 'gone' : 'cursor'
  }
  return { peer, room, seen }
}

/** A line whose other end was cut off: it takes what is sent, and nothing ever comes back. */
class DeadLine extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  ping() {}
  terminate() {
    this.readyState = 3
    this.emit('close')
  }
}

/** Somebody on a real connection, who shows a cursor and is then killed without a word. */
async function ghost(rooms: Rooms) {
  const { room } = await rooms.enter(ID)
  const socket = new DeadLine()
  const options = { principal: { id: 'ann', name: 'ann' }, mayWrite: true, wantsAcks: true, epoch: null }
  const line = new PassThrough()
  line.resume()
  const env = readEnv({ NODE_ENV: 'test' })
  connect(socket as unknown as WebSocket, line, room, options, env, clock, new SyncFigures())
  const state = { cursor: 'hier' }
  socket.emit('message', Buffer.from(rawAwareness([{ client: CLIENT, clock: 1, state }])), true)
}

/** Time goes on, with what is asked of the database answered in between. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    clock.advance(500)
    await store.db.selectFrom('documents').select('epoch').execute()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

it('[T13] a client that is killed without a word is gone from the others’ screens within 35 s', async () => {
  const { rooms } = node(NO_BUS)
  const bo = await watcher(rooms)
  await ghost(rooms)
  await pass(500)
  expect(bo.seen()).toBe('cursor')
  await pass(GHOST_MS - 500)
  expect(bo.seen()).toBe('gone')
})

it('[T13] over Redis: whose client is killed, and whose node is, is gone from the screens at another node within 35 s', async (context) => {
  const redis = await reachableRedis()
  if (!redis) console.warn(NO_REDIS)
  context.skip(!redis, NO_REDIS)
  const buses = [0, 1].map(() => redisBus(redis?.href ?? '', log)) as [Bus, Bus]
  await expect.poll(() => buses.every((bus) => bus.up)).toBe(true)
  const [one, two] = [node(buses[0]), node(buses[1])]
  const bo = await watcher(two.rooms)
  await ghost(one.rooms)
  const sees = (what: string) =>
    expect
      .poll(async () => {
        // Redis takes the time that it takes; the clock stands still meanwhile, but for what is due at once.
        clock.advance(1)
        return bo.seen()
      })
      .toBe(what)
  await sees('cursor')
  // The client: its own node notices, and says so.
  await pass(GHOST_MS - 2_000)
  await sees('gone')
  // The node: nobody is left to say so.
  await ghost(one.rooms)
  await sees('cursor')
  await one.kill()
  await pass(GHOST_MS - 500)
  expect(bo.seen()).toBe('gone')
})

it('[T13] a node that repeats who is there, without a word of their own since, does not keep a ghost alive', () => {
  const elsewhere = new Elsewhere()
  const said = (clock: number) =>
    updateOfFrame(rawAwareness([{ client: CLIENT, clock, state: { cursor: 'hier' } }]))
  const hear = (clock: number, now: number) => elsewhere.hear('one', said(clock), now, () => false)
  hear(1, 0)
  // Their own sign of life counts, and the node's repetition of it does not.
  hear(2, 15_000)
  hear(2, 44_000)
  expect(elsewhere.drop({ now: 46_000 })).toBeNull()
  expect(elsewhere.drop({ now: 15_000 + GHOST_MS })).not.toBeNull()
})
