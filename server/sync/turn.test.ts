import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as wire from '@/lib/sync/protocol'
import { createLog } from '@/server/log'
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
import { LiveDocument } from './liveDocument'
import { Room } from './room'

const ID = { boardId: 'b1', document: 'case' } as const
const NAMES = ['ann', 'bo', 'cas'] as const

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
})
afterEach(() => store.close())

async function openRoom(): Promise<Room> {
  return new Room(await LiveDocument.open(ID, store.journal, PLAIN_KEEPER), testClock, createLog('silent'))
}

async function enter(room: Room, name: string): Promise<TestPeer> {
  const peer = new TestPeer({ id: name, name })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  return peer
}

const rows = () =>
  store.db.selectFrom('journal').select(['seq', 'principal_id', 'clients']).orderBy('seq').execute()

/** The document as the journal has it, row by row; throws where a row builds on a later one. */
async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const { snapshot, updates } = await store.journal.load(ID)
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) {
    Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  }
  return doc
}

const notes = (doc: Y.Doc) => doc.getMap('notes').toJSON()

it('[SY44] what people write in one turn is a row each, one frame for who looks on, and one message for each author', async () => {
  const room = await openRoom()
  const [ann, bo, cas] = [await enter(room, 'ann'), await enter(room, 'bo'), await enter(room, 'cas')]
  const [before, saidToCas] = [ann.frames.length, cas.frames.length]
  for (let i = 0; i < 20; i++)
    for (const peer of [ann, bo])
      room.receive(
        peer,
        updateFrame(updateOf(peer.doc, () => peer.doc.getMap('notes').set(peer.principal.id, i))),
      )
  await room.settled()
  expect((await rows()).map((row) => row.principal_id)).toEqual(['ann', 'bo'])
  // 20 clocks each, whose bytes are merged.
  expect((await rows()).map((row) => JSON.parse(row.clients) as unknown)).toEqual([
    [[ann.doc.clientID, 0, 20]],
    [[bo.doc.clientID, 0, 20]],
  ])
  expect(cas.frames.length - saidToCas).toBe(1)
  expect(notes(cas.doc)).toEqual({ ann: 19, bo: 19 })
  expect([ann.saved, bo.saved]).toEqual([20, 20])
  // The frame with what all wrote, and the message that it is saved.
  expect(ann.frames.length - before).toBe(2)
  expect(notes(await stored())).toEqual({ ann: 19, bo: 19 })
})

it('[SY49] where people are goes along with a change as one piece, and who alone has moved is not told of it', async () => {
  const room = await openRoom()
  const [ann, bo, cas] = [await enter(room, 'ann'), await enter(room, 'bo'), await enter(room, 'cas')]
  const pieces: number[] = []
  const sendTogether = cas.sendTogether.bind(cas)
  cas.sendTogether = (frames) => {
    pieces.push(frames.length)
    sendTogether(frames)
  }
  const write = (at: number) => updateFrame(updateOf(bo.doc, () => bo.doc.getMap('notes').set('a', at)))
  room.receive(ann, rawAwareness([{ client: 7, clock: 1, state: { cursor: 1 } }]))
  room.receive(bo, write(1))
  await room.settled()
  expect(pieces).toEqual([2])
  expect([cas.presence.length, bo.presence.length, ann.presence.length]).toEqual([1, 1, 0])
  expect([notes(cas.doc), notes(ann.doc)]).toEqual([{ a: 1 }, { a: 1 }])
  // Two have moved: each hears of the other.
  room.receive(ann, rawAwareness([{ client: 7, clock: 2, state: { cursor: 2 } }]))
  room.receive(cas, rawAwareness([{ client: 8, clock: 1, state: { cursor: 3 } }]))
  await until(() => ann.presence.length === 1 && cas.presence.length === 2 && bo.presence.length === 2)
  room.receive(bo, write(2))
  await room.settled()
  expect(pieces).toEqual([2])
  expect(notes(cas.doc)).toEqual({ a: 2 })
})

type Step = [who: number, does: 'set' | 'delete' | 'type' | 'hear' | 'junk', at: number]

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.nat(2),
  fc.constantFrom('set', 'delete', 'type', 'hear', 'junk'),
  fc.nat(5),
)

it('[SY45] whoever builds on whom within a turn, every row can be read after those before it, and all that was saved is there', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const boardId = `turn-${n++}`
      await addTestBoard(store, boardId)
      const id = { boardId, document: 'case' } as const
      const live = await LiveDocument.open(id, store.journal, PLAIN_KEEPER)
      const room = new Room(live, testClock, createLog('silent'))
      const peers: TestPeer[] = []
      for (const name of NAMES) peers.push(await enter(room, name))
      // All in one turn: nobody is answered meanwhile, and "hear" goes past the server.
      for (const [who, does, at] of steps) {
        const peer = peers[who] as TestPeer
        const map = peer.doc.getMap('notes')
        const text = peer.doc.getText('text')
        if (does === 'junk') {
          const eve = new TestPeer({ id: 'eve', name: 'Eve' })
          room.join(eve)
          room.receive(eve, updateFrame(Uint8Array.of(1, 1, 200, 0, at)))
        } else if (does === 'hear') {
          const other = peers[(who + 1) % 3] as TestPeer
          Y.applyUpdate(peer.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(peer.doc)), 'other')
        } else {
          const update = updateOf(peer.doc, () => {
            if (does === 'set') map.set(`k${at}`, `${peer.principal.id}${n}`)
            else if (does === 'delete') map.delete(`k${at}`)
            else text.insert(Math.min(at, text.length), peer.principal.id)
          })
          if (update.length > 2) room.receive(peer, updateFrame(update))
        }
      }
      await room.settled()
      const doc = new Y.Doc()
      const { updates } = await store.journal.load(id)
      for (const update of updates) {
        Y.applyUpdate(doc, update)
        expect(doc.store.pendingStructs).toBeNull()
        expect(doc.store.pendingDs).toBeNull()
      }
      const whole = new Y.Doc()
      for (const peer of peers) Y.applyUpdate(whole, Y.encodeStateAsUpdate(peer.doc))
      expect(notes(doc)).toEqual(notes(whole))
      expect(doc.getText('text').toJSON()).toEqual(whole.getText('text').toJSON())
      for (const peer of peers) {
        expect(notes(peer.doc)).toEqual(notes(doc))
        expect(peer.closed).toBeNull()
      }
      const late = await enter(room, 'dee')
      expect(notes(late.doc)).toEqual(notes(doc))
      room.dispose()
    }),
    { numRuns: 60 },
  )
})

it('[SY46] who wakes a document gets the stored pieces as they are, and the answer that ends them last', async () => {
  const first = await openRoom()
  const ann = await enter(first, 'ann')
  for (let i = 0; i < 5; i++) {
    first.receive(ann, updateFrame(updateOf(ann.doc, () => ann.doc.getMap('notes').set(`k${i}`, i))))
    await first.settled()
  }
  first.dispose()
  const room = await openRoom()
  const bo = new TestPeer({ id: 'bo', name: 'Bo' })
  const seen: { step: number | null; size: number; synced: boolean }[] = []
  const send = bo.send.bind(bo)
  bo.send = (frame) => {
    send(frame)
    const step = frame[0] === wire.MESSAGE_SYNC ? (frame[1] ?? null) : null
    seen.push({ step, size: bo.doc.getMap('notes').size, synced: bo.synced })
  }
  room.join(bo)
  room.receive(bo, step1(bo.doc))
  await room.settled()
  const states = seen.filter(({ step }) => step !== null && step !== wire.SYNC_STEP_1)
  expect(states.map(({ size }) => size)).toEqual([1, 2, 3, 4, 5, 5])
  expect(states.map(({ synced }) => synced)).toEqual([false, false, false, false, false, true])
  // What follows reaches who came in later too.
  room.receive(bo, updateFrame(updateOf(bo.doc, () => bo.doc.getMap('notes').set('na', 'erna'))))
  await room.settled()
  expect((await enter(room, 'cas')).hadWhenSynced['notes']).toEqual(notes(bo.doc))
  room.dispose()
})
