import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyDocument } from '@/lib/sync/epoch/copyDocument'
import { CLOSE } from '@/lib/sync/protocol'
import { createLog } from '@/server/log'
import { Journal, type DocumentId } from '@/server/store/journal'
import { ManualClock } from '@/tests/support/clock'
import { LossyBus } from '@/tests/support/lossyBus'
import { PLAIN_KEEPER, step1, step2, TestPeer, updateFrame, updateOf } from '@/tests/support/peers'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { LiveDocument } from './liveDocument'
import { NO_BUS, type Bus } from './nodes/bus'
import { Nodes } from './nodes/nodes'
import { Room } from './room'
import { Rooms } from './rooms'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const MARKER = 'Wilhelmina-Marjolein'
const log = createLog('silent')

let store: TestStore
let clock: ManualClock
let nodes: { nodes: Nodes; rooms: Rooms }[]
let awake: Set<Room>
beforeEach(async () => {
  store = await openTestStore()
  clock = new ManualClock()
  nodes = []
  awake = new Set()
  await addTestBoard(store, ID.boardId)
})
afterEach(async () => {
  for (const one of nodes) {
    await one.rooms.stop()
    await one.nodes.stop()
  }
  await store.close()
})

async function openRoom(): Promise<Room> {
  return new Room(await LiveDocument.open(ID, store.journal, PLAIN_KEEPER), clock, log)
}
async function enter(room: Room, name: string, doc?: Y.Doc, wantsAcks = true, epoch: number | null = null) {
  const peer = Object.assign(new TestPeer({ id: name, name }, true, wantsAcks), { epoch })
  if (doc) Object.assign(peer, { doc })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  return peer
}
const notes = ({ doc }: { doc: Y.Doc }) => doc.getMap('notes').toJSON()
const write = (room: Room, peer: TestPeer, key: string, value: unknown) =>
  room.receive(peer, updateFrame(updateOf(peer.doc, () => peer.doc.getMap('notes').set(key, value))))
const epochsIn = (peer: TestPeer) => peer.frames.filter((frame) => frame[0] === 103).map((frame) => frame[1])
const stored = async () => {
  const doc = new Y.Doc()
  const loaded = await store.journal.load(ID)
  for (const update of [...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.updates])
    Y.applyUpdate(doc, update)
  return { ...loaded, doc }
}
const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc))

it('[EP12] a rewrite is told to everybody with message 103 and a close code, and what comes in after it is not applied', async () => {
  const room = await openRoom()
  const [ann, stock] = [await enter(room, 'ann'), await enter(room, 'bo', undefined, false)]
  write(room, ann, 'a', 1)
  await room.settled()
  const done = room.rewrite(copyDocument)
  write(room, ann, 'late', 2)
  await done
  await room.settled()
  write(room, ann, 'later', 3)
  await room.settled()
  expect([epochsIn(ann), epochsIn(stock)]).toEqual([[1, 2], []])
  expect([ann.closed?.code, stock.closed?.code, ann.saved]).toEqual([CLOSE.epoch, CLOSE.epoch, 1])
  const now = await stored()
  expect([now.epoch, now.nextSeq, now.updates.length, notes(now)]).toEqual([2, 2, 0, { a: 1 }])
  // Who comes with the number of the epoch before is sent away with the one of now; with that, or none, is let in.
  const old = await enter(room, 'ann', undefined, true, 1)
  expect([epochsIn(old), old.closed?.code, old.synced]).toEqual([[2], CLOSE.epoch, false])
  for (const epoch of [2, null]) {
    const back = await enter(room, 'ann', undefined, true, epoch)
    expect([epochsIn(back), back.closed, notes(back)]).toEqual([[2], null, { a: 1 }])
  }
})

it('[EP12] what the server was asked to change meanwhile is changed in the new document', async () => {
  const room = await openRoom()
  const rewritten = room.rewrite(copyDocument)
  const edited = room.edit('ann', (doc) => void doc.getMap('notes').set('b', 2))
  await Promise.all([rewritten, edited])
  expect(notes(await stored())).toEqual({ b: 2 })
})

it('[EP13] a document that cannot be copied whole stays as it is, and everybody goes on in it', async () => {
  const room = await openRoom()
  const ann = await enter(room, 'ann')
  write(room, ann, 'a', 1)
  await room.settled()
  await expect(
    room.rewrite(() => {
      throw new Error('not the same')
    }),
  ).rejects.toThrow('not the same')
  write(room, ann, 'b', 2)
  await room.settled()
  expect([ann.closed, ann.saved, (await stored()).epoch]).toEqual([null, 2, 1])
})

it('[EP14] a stock provider that comes back with the document of before is refused, whoever wrote in it, and its state changes nothing', async () => {
  const room = await openRoom()
  const [ann, reader] = [
    await enter(room, 'ann', undefined, false),
    await enter(room, 'eve', undefined, false),
  ]
  write(room, ann, 'marker', MARKER)
  write(room, ann, 'a', 1)
  await room.settled()
  await room.rewrite((doc) => copyDocument(doc, (_path, key) => key === 'marker'))
  await room.settled()
  const before = bytesOf((await stored()).doc)
  for (const [name, doc] of [
    ['ann', ann.doc],
    ['eve', reader.doc],
  ] as const) {
    const again = await enter(room, name, doc, false)
    expect(notes(again)).toMatchObject({ marker: MARKER })
    room.receive(again, step2(Y.encodeStateAsUpdate(doc)))
    await room.settled()
    expect(again.closed?.code).toBe(CLOSE.policy)
    // Nor the whole as an update, nor a change that builds on what was there before.
    const undo = new Y.UndoManager(doc.getMap('notes'))
    doc.transact(() => doc.getMap('notes').set('marker', 'x'))
    for (const frame of [
      updateFrame(Y.encodeStateAsUpdate(doc)),
      updateFrame(updateOf(doc, () => void undo.undo())),
    ]) {
      const once = new TestPeer({ id: name, name }, true, true)
      room.join(once)
      room.receive(once, frame)
      await room.settled()
      expect(once.saved).toBe(0)
    }
  }
  const now = await stored()
  expect(notes(now)).toEqual({ a: 1 })
  expect(before.includes(MARKER)).toBe(false)
  // Also after a restart.
  const again = await openRoom()
  const ghost = await enter(again, 'ann', ann.doc, false)
  again.receive(ghost, step2(Y.encodeStateAsUpdate(ann.doc)))
  await again.settled()
  expect([ghost.closed?.code, notes(await stored())]).toEqual([CLOSE.policy, { a: 1 }])
})

it('[EP15] a row or snapshot for an epoch that is over is refused by the store, in the same transaction', async () => {
  const journal = new Journal(store.db, store.keys, () => 0, true)
  const doc = new Y.Doc()
  doc.getMap('notes').set('a', 1)
  const entry = { principalId: 'ann', clients: [], update: Y.encodeStateAsUpdate(doc) }
  await journal.append(ID, 1, 1, [entry], new Map([[7, 'ann']]))
  const fresh = { state: entry.update, client: 9, clients: [[9, 0, 1] as const] }
  await expect(journal.rewrite(ID, 1, 1, fresh)).rejects.toMatchObject({ name: 'Overtaken' })
  await journal.rewrite(ID, 1, 2, fresh)
  const rows = async () => [
    await store.db.selectFrom('journal').selectAll().execute(),
    await store.db.selectFrom('snapshots').selectAll().execute(),
  ]
  const before = await rows()
  const ended = { name: 'EpochEnded' }
  await expect(journal.append(ID, 1, 2, [entry], new Map([[8, 'ann']]))).rejects.toMatchObject(ended)
  await expect(journal.append(ID, 1, 1, [entry], new Map(), () => [])).rejects.toMatchObject(ended)
  await expect(journal.compact(ID, 1, 1, entry.update)).rejects.toMatchObject(ended)
  await expect(journal.since(ID, 1, 2)).rejects.toMatchObject(ended)
  await expect(journal.rewrite(ID, 1, 2, fresh)).rejects.toMatchObject(ended)
  expect(await rows()).toEqual(before)
  expect([...(await journal.load(ID)).owners]).toEqual([
    [7, ''],
    [9, 'server'],
  ])
})

/** A process on the store, with rooms and keys of its own. */
async function node(bus: Bus) {
  const theirs = await store.another()
  const made = new Nodes({
    db: theirs.db,
    keys: theirs.keys,
    bus,
    clock,
    log,
    authSecret: 'the same on every node',
    shared: true,
  })
  const journal = new Journal(theirs.db, theirs.keys, () => 0, true)
  const rooms = new Rooms(journal, PLAIN_KEEPER, clock, log, made)
  made.start({ word: () => {}, gone: () => {}, recheck: () => {} })
  const stop = async () => {
    await made.stop()
    await theirs.close()
  }
  nodes.push({ nodes: Object.assign(made, { stop: made.stop.bind(made) }), rooms })
  closing.push(stop)
  return { rooms, keys: theirs.keys }
}
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of closing.splice(0)) await stop().catch(() => {})
})
async function pass(ms: number, until: () => boolean = () => false): Promise<boolean> {
  for (let passed = 0; passed < ms && !until(); passed += 100) {
    clock.advance(100)
    // What the nodes ask of the database is answered meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 5))
    for (const room of awake) await room.settled()
  }
  return until()
}

it.each(['without a bus', 'with one'])(
  '[EP16] two nodes, %s: who is on the other is sent to the new document, and what they wrote meanwhile is not in it by half',
  async (which) => {
    const bus = new LossyBus(clock, () => 0.5)
    const end = () => (which === 'with one' ? bus.end() : NO_BUS)
    const [one, two] = [await node(end()), await node(end())]
    const here = (await one.rooms.enter(ID)).room
    const there = (await two.rooms.enter(ID)).room
    awake = new Set([here, there])
    const [ann, bo] = [await enter(here, 'ann'), await enter(there, 'bo')]
    write(here, ann, 'a', 1)
    write(there, bo, 'b', 2)
    await Promise.all([here.settled(), there.settled()])
    await one.keys.renew(ID.boardId)
    write(there, bo, 'c', 3)
    await there.settled()
    await here.rewrite(copyDocument)
    // It does not know yet: the store does.
    write(there, bo, 'd', 4)
    await there.settled()
    expect(await pass(5_000, () => bo.closed !== null)).toBe(true)
    expect([bo.closed?.code, epochsIn(bo), bo.saved]).toEqual([CLOSE.epoch, [1, 2], 2])
    const back = await enter(there, 'bo', undefined, true, 2)
    write(there, back, 'e', 5)
    await there.settled()
    const ann2 = await enter(here, 'ann', undefined, true, 2)
    const all = { a: 1, b: 2, c: 3, e: 5 }
    expect(await pass(5_000, () => 'e' in notes(ann2))).toBe(true)
    expect([notes(ann2), notes(back)]).toEqual([all, all])
    // Nobody writes there any more: it finds out by itself.
    await here.rewrite(copyDocument)
    expect(await pass(5_000, () => back.closed !== null)).toBe(true)
    expect(there.position.epoch).toBe(3)
  },
)
