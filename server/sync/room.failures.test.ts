import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CLOSE } from '@/lib/sync/protocol'
import { createLog } from '@/server/log'
import type { DocumentId } from '@/server/store/journal'
import { ManualClock } from '@/tests/support/clock'
import {
  PLAIN_KEEPER,
  rawAwareness,
  step1,
  testClock,
  TestPeer,
  updateFrame,
  updateOf,
} from '@/tests/support/peers'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { until } from '@/tests/support/until'
import { Hub } from './hub'
import type { Keeper } from './keeper'
import { LiveDocument, type DocumentJournal } from './liveDocument'
import { Room } from './room'

const ID: DocumentId = { boardId: 'b1', document: 'case' }

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
})
afterEach(() => store.close())

async function openRoom(keeper: Keeper = PLAIN_KEEPER, journal: DocumentJournal = store.journal) {
  return new Room(await LiveDocument.open(ID, journal, keeper), testClock, createLog('silent'))
}
async function enter(room: Room, name: string): Promise<TestPeer> {
  const peer = new TestPeer({ id: name, name })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  return peer
}
const write = (peer: TestPeer, key: string, value: unknown) =>
  updateFrame(updateOf(peer.doc, () => peer.doc.getMap('notes').set(key, value)))
const notes = ({ doc }: TestPeer) => doc.getMap('notes').toJSON()

it('[SY27] who made a change hears how the server mended it, also beside a repeated update in the same batch', async () => {
  const keeper: Keeper = {
    ...PLAIN_KEEPER,
    mend: (_id, doc) => void (doc.getMap('notes').has('bad') && doc.getMap('notes').delete('bad')),
  }
  const room = await openRoom(keeper)
  const ann = await enter(room, 'ann')
  const good = write(ann, 'good', 1)
  room.receive(ann, good)
  await room.settled()
  room.receive(ann, good)
  room.receive(ann, write(ann, 'bad', 1))
  await room.settled()
  expect(ann.saved).toBe(3)
  expect(notes(ann)).toEqual({ good: 1 })
})

it('[SY28] mending that fails costs nobody their change, and leaves nothing half mended', async () => {
  const keeper: Keeper = {
    ...PLAIN_KEEPER,
    mend: (_id, doc) => {
      doc.getMap('notes').set('half', true)
      throw new Error('a fault of ours')
    },
  }
  const room = await openRoom(keeper)
  const [ann, bo] = [await enter(room, 'ann'), await enter(room, 'bo')]
  room.receive(ann, write(ann, 'a', 1))
  room.receive(bo, write(bo, 'b', 2))
  await room.settled()
  expect([ann.saved, bo.saved, ann.closed]).toEqual([1, 1, null])
  expect(notes(await enter(room, 'cas'))).toEqual({ a: 1, b: 2 })
})

it('[SY29] a server edit that throws changes nothing, and tells only who asked for it', async () => {
  const room = await openRoom()
  const ann = await enter(room, 'ann')
  room.receive(ann, write(ann, 'a', 1))
  const failed = room.edit('ann', (doc) => {
    doc.getMap('notes').set('half', true)
    throw new Error('no')
  })
  const made = room.edit('ann', (doc) => doc.getMap('notes').set('b', 2))
  await expect(failed).rejects.toThrow('no')
  await made
  expect(notes(ann)).toEqual({ a: 1, b: 2 })
  expect(await room.read((doc) => doc.getMap('notes').toJSON())).toEqual({ a: 1, b: 2 })
})

it('[SY30] a document that cannot be made anew is shown to nobody and never becomes a snapshot, until it can', async () => {
  let damaged = false
  const { journal } = store
  const compact = vi.fn<typeof journal.compact>((...given) => journal.compact(...given))
  const room = await openRoom(PLAIN_KEEPER, {
    append: (...given) => journal.append(...given),
    compact,
    rewrite: (...given) => journal.rewrite(...given),
    since: (...given) => journal.since(...given),
    load: async (id) => {
      if (damaged) throw new Error('damaged')
      return journal.load(id)
    },
  })
  const ann = await enter(room, 'ann')
  for (let i = 0; i < 205; i++) room.receive(ann, write(ann, `k${i % 3}`, i))
  await room.settled()
  damaged = true
  const waiting = room.edit('server', () => {
    throw new Error('needs a rebuild')
  })
  const behind = room.edit('server', (doc) => doc.getMap('notes').set('x', 1))
  await expect(waiting).rejects.toThrow()
  await expect(behind).rejects.toThrow('damaged')
  expect(ann.closed?.code).toBe(CLOSE.tryLater)
  const bo = await enter(room, 'bo')
  await room.rest()
  expect([bo.synced, bo.closed?.code, compact.mock.calls.length]).toEqual([false, CLOSE.tryLater, 0])
  damaged = false
  const cas = await enter(room, 'cas')
  expect(notes(cas)).toEqual(notes(ann))
  room.receive(cas, write(cas, 'again', 1))
  await room.settled()
  expect(cas.saved).toBe(1)
})

it('[SY31] one update may bring thousands of client ids: it is stored, and the room goes on', async () => {
  const room = await openRoom()
  const ann = await enter(room, 'ann')
  // Structs of length 1 of 9,000 ids.
  const bytes: number[] = [0xa8, 0x46]
  const varint = (value: number) => {
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      bytes.push(rest < 128 ? rest : (rest % 128) + 128)
      if (rest < 128) return
    }
  }
  for (let i = 0; i < 9_000; i++) for (const value of [1, 100_000 + i, 0, 0, 1]) varint(value)
  bytes.push(0)
  room.receive(ann, updateFrame(Uint8Array.from(bytes)))
  await room.settled()
  expect([ann.saved, room.failing]).toEqual([1, false])
})

it('[SY32] who comes back before the old line was noticed to be dead keeps their presence; others cannot take it', async () => {
  const room = await openRoom()
  const [old, bo] = [await enter(room, 'ann'), await enter(room, 'bo')]
  room.receive(old, rawAwareness([{ client: 1, clock: 4, state: { cursor: 'oud' } }]))
  await until(() => bo.presence.length === 1)
  const back = await enter(room, 'ann')
  const eve = await enter(room, 'eve')
  room.receive(eve, rawAwareness([{ client: 1, clock: 9, state: { cursor: 'vals' } }]))
  room.receive(back, rawAwareness([{ client: 1, clock: 5, state: { cursor: 'nieuw' } }]))
  await until(() => bo.presence.length === 2)
  room.leave(old)
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(bo.presence).toHaveLength(2)
  expect(new TextDecoder().decode(bo.presence[1])).toContain('nieuw')
  room.leave(back)
  await until(() => bo.presence.length === 3)
  expect(new TextDecoder().decode(bo.presence[2])).toContain('null')
})

it('[SY33] rights are asked again every minute, and a database that fails then ends neither line nor process', async () => {
  const clock = new ManualClock()
  const hub = new Hub(clock)
  const [ann, bo, cas] = ['ann', 'bo', 'cas'].map((name) => new TestPeer({ id: name, name }))
  if (!ann || !bo || !cas) throw new Error('nobody')
  let fail = true
  const right = async () => {
    if (fail) throw new Error('database is busy')
    return 'none' as const
  }
  hub.add({ peer: ann, id: ID, sessionId: 's1', granted: 'write', right })
  hub.add({ peer: bo, id: ID, sessionId: 's2', granted: 'write', right: async () => 'read' })
  // An older client may only look, whatever its person may do: that is no change of rights.
  const looking = new TestPeer({ id: 'dora', name: 'dora' }, false)
  hub.add({ peer: looking, id: ID, sessionId: 's3', granted: 'write', right: async () => 'write' })
  hub.add({ peer: cas, id: ID, sessionId: 's4', granted: 'read', right: async () => 'read' })
  const turns = async () => {
    for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve))
  }
  clock.advance(60_000)
  await turns()
  expect(ann.closed).toBeNull()
  fail = false
  clock.advance(60_000)
  await turns()
  expect([ann, bo, looking, cas].map(({ closed }) => closed?.code)).toEqual([
    CLOSE.revoked,
    CLOSE.restart,
    undefined,
    undefined,
  ])
  hub.sessionEnded({ sessionId: 's4' })
  expect(cas.closed?.code).toBe(CLOSE.revoked)
  hub.stop()
  expect(clock.waiting).toBe(0)
})
