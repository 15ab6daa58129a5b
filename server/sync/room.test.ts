import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createLog } from '@/server/log'
import type { Journal } from '@/server/store/journal'

import {
  awarenessFrame,
  PLAIN_KEEPER,
  rawAwareness,
  step1,
  step2,
  testClock,
  TestPeer,
  updateFrame,
  updateOf,
} from '@/tests/support/peers'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { until } from '@/tests/support/until'
import { LiveDocument, type DocumentJournal } from './liveDocument'
import { Room } from './room'

const ID = { boardId: 'b1', document: 'case' } as const
const ANN = { id: 'ann', name: 'Ann' }
const BO = { id: 'bo', name: 'Bo' }

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
})
afterEach(() => store.close())

type Append = Journal['append']

/** The real journal, with another way to append. */
function appending(append: Append): DocumentJournal {
  const { journal } = store
  return {
    append,
    load: (id) => journal.load(id),
    since: (...given) => journal.since(...given),
    rewrite: (...given) => journal.rewrite(...given),
    compact: (...given) => journal.compact(...given),
  }
}

async function openRoom(journal: DocumentJournal = store.journal): Promise<Room> {
  const live = await LiveDocument.open(ID, journal, PLAIN_KEEPER)
  return new Room(live, testClock, createLog('silent'))
}

/** A peer that is in the room and has its state. */
async function enter(room: Room, principal = ANN, mayWrite = true): Promise<TestPeer> {
  const peer = new TestPeer(principal, mayWrite)
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  return peer
}

function write(peer: TestPeer, key: string, value: unknown): Uint8Array {
  return updateOf(peer.doc, () => peer.doc.getMap('notes').set(key, value))
}

const stored = async () => {
  const doc = new Y.Doc()
  const { snapshot, updates } = await store.journal.load(ID)
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
  return doc.getMap('notes').toJSON()
}

/** `FAULT_UPDATES=50000` for the long run. */
const MUTATIONS = Number(process.env['FAULT_UPDATES'] ?? 400)

it('[SY1] an accepted change reaches the others and is on disk when its author hears that it is saved', async () => {
  const room = await openRoom()
  const [ann, bo] = [await enter(room), await enter(room, BO)]
  room.receive(ann, updateFrame(write(ann, 'a', 'een')))
  room.receive(ann, updateFrame(write(ann, 'b', 'twee')))
  await room.settled()
  expect(bo.doc.getMap('notes').toJSON()).toEqual({ a: 'een', b: 'twee' })
  expect(ann.saved).toBe(2)
  expect(await stored()).toEqual({ a: 'een', b: 'twee' })
})

it('[SY2] nobody hears of a change before it is committed: commit, then broadcast, then acknowledge', async () => {
  let commit = () => {}
  let committing = false
  const slow = appending(async (...given) => {
    await new Promise<void>((resolve) => {
      commit = resolve
      committing = true
    })
    return store.journal.append(...given)
  })
  const room = await openRoom(slow)
  const [ann, bo] = [await enter(room), await enter(room, BO)]
  room.receive(ann, updateFrame(write(ann, 'a', 1)))
  await until(() => committing)
  const late = new TestPeer({ id: 'cas', name: 'Cas' })
  room.join(late)
  room.receive(late, step1(late.doc))
  await new Promise((resolve) => setImmediate(resolve))
  expect(bo.doc.getMap('notes').size).toBe(0)
  expect(late.synced).toBe(false)
  expect(ann.saved).toBe(0)
  commit()
  await room.settled()
  expect(bo.doc.getMap('notes').toJSON()).toEqual({ a: 1 })
  expect(late.doc.getMap('notes').toJSON()).toEqual({ a: 1 })
  expect(ann.saved).toBe(1)
})

it('[SY3] a failed commit is tried again with the same changes; nothing is called saved meanwhile', async () => {
  let failures = 2
  const flaky = appending(async (...given) => {
    if (failures-- > 0) throw new Error('disk full')
    return store.journal.append(...given)
  })
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    const room = await openRoom(flaky)
    const [ann, bo] = [await enter(room), await enter(room, BO)]
    room.receive(ann, updateFrame(write(ann, 'a', 1)))
    await until(() => room.failing)
    room.receive(ann, updateFrame(write(ann, 'b', 2)))
    expect([ann.saved, bo.doc.getMap('notes').size]).toEqual([0, 0])
    await vi.advanceTimersByTimeAsync(5_000)
    await room.settled()
    expect(room.failing).toBe(false)
  } finally {
    vi.useRealTimers()
  }
  expect(await stored()).toEqual({ a: 1, b: 2 })
})

it('[SY4] a viewer who writes changes nothing, and is told so with message 101', async () => {
  const room = await openRoom()
  const [ann, eve] = [await enter(room), await enter(room, { id: 'eve', name: 'Eve' }, false)]
  room.receive(ann, updateFrame(write(ann, 'a', 1)))
  await room.settled()
  const before = ann.frames.length
  for (const frame of [updateFrame, step2]) room.receive(eve, frame(write(eve, 'x', 'nee')))
  await room.settled()
  expect(eve.refused).toEqual([
    { seq: 1, reason: 'read-only' },
    { seq: 2, reason: 'read-only' },
  ])
  expect(ann.frames.length).toBe(before)
  expect(await stored()).toEqual({ a: 1 })
  expect(eve.closed).toBeNull()
})

it('[SY5] a client id belongs to the principal who first used it, also after a restart', async () => {
  let room = await openRoom()
  const ann = await enter(room)
  room.receive(ann, updateFrame(write(ann, 'a', 1)))
  await room.settled()
  store = await store.reopen()
  room = await openRoom()
  const eve = await enter(room, { id: 'eve', name: 'Eve' })
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(ann.doc))
  forged.clientID = ann.doc.clientID
  room.receive(eve, updateFrame(updateOf(forged, () => forged.getMap('notes').set('a', 'vals'))))
  await room.settled()
  expect(eve.refused).toEqual([{ seq: 1, reason: 'foreign-client' }])
  expect(eve.closed?.code).toBe(1008)
  const again = await enter(room, ANN)
  room.receive(again, updateFrame(updateOf(ann.doc, () => ann.doc.getMap('notes').set('b', 2))))
  await room.settled()
  expect(await stored()).toEqual({ a: 1, b: 2 })
})

it('[SY6, T4] a change that pushes another person’s clock ahead is refused, and their next change arrives', async () => {
  const room = await openRoom()
  const [ann, eve] = [await enter(room), await enter(room, { id: 'eve', name: 'Eve' })]
  room.receive(ann, updateFrame(write(ann, 'a', 1)))
  await room.settled()
  const bomb = encoding.createEncoder()
  for (const value of [1, 1, ann.doc.clientID, Y.getState(ann.doc.store, ann.doc.clientID)])
    encoding.writeVarUint(bomb, value)
  encoding.writeUint8(bomb, 0) // a GC struct
  encoding.writeVarUint(bomb, 1_000_000)
  encoding.writeVarUint(bomb, 0)
  room.receive(eve, updateFrame(encoding.toUint8Array(bomb)))
  await room.settled()
  expect(eve.closed?.code).toBe(1008)
  room.receive(ann, updateFrame(write(ann, 'b', 2)))
  await room.settled()
  expect(ann.saved).toBe(2)
  expect(await stored()).toEqual({ a: 1, b: 2 })
})

it('[SY7] a change that builds on something missing is answered with a question, and is saved with the answer', async () => {
  const room = await openRoom()
  const ann = await enter(room)
  ann.onAsked = (stateVector) => room.receive(ann, step2(Y.encodeStateAsUpdate(ann.doc, stateVector)))
  const first = write(ann, 'a', 1)
  const second = write(ann, 'b', 2)
  const asked = ann.asked
  room.receive(ann, updateFrame(second))
  await room.settled()
  expect(ann.asked).toBe(asked + 1)
  expect(ann.saved).toBe(2)
  expect(await stored()).toEqual({ a: 1, b: 2 })
  expect(first.length).toBeGreaterThan(0)
})

it('[SY8] a malformed frame costs its sender the connection and nobody else anything', async () => {
  const room = await openRoom()
  const ann = await enter(room)
  const frames = fc.sample(fc.uint8Array({ maxLength: 60 }), { numRuns: 500, seed: 7 })
  for (const frame of frames) {
    const eve = await enter(room, { id: 'eve', name: 'Eve' })
    room.receive(eve, frame)
    room.leave(eve)
  }
  room.receive(ann, updateFrame(write(ann, 'a', 1)))
  await room.settled()
  expect(ann.closed).toBeNull()
  expect(ann.saved).toBe(1)
  expect(await stored()).toEqual({ a: 1 })
})

it('[SY9, T5] mutated real updates never leave the document other than the journal has it', async () => {
  const room = await openRoom()
  const ann = await enter(room)
  const real = Array.from({ length: 20 }, (_, i) => write(ann, `k${i % 5}`, `waarde ${i}`))
  for (const update of real) room.receive(ann, updateFrame(update))
  await room.settled()
  const mutations = fc.sample(fc.tuple(fc.nat(19), fc.nat(200), fc.nat(255)), {
    numRuns: MUTATIONS,
    seed: 11,
  })
  for (const [which, at, byte] of mutations) {
    const eve = await enter(room, { id: 'eve', name: 'Eve' })
    const bytes = Uint8Array.from(real[which] ?? [])
    bytes[at % bytes.length] = byte
    room.receive(eve, updateFrame(bytes))
    await room.settled()
    room.leave(eve)
  }
  const late = await enter(room, BO)
  expect(await stored()).toEqual(late.doc.getMap('notes').toJSON())
  room.receive(ann, updateFrame(write(ann, 'still', 'here')))
  await room.settled()
  expect(await stored()).toMatchObject({ still: 'here' })
  console.log(`T5: ${MUTATIONS} mutated updates, the document is as the journal has it`)
}, 1_800_000)

it('[SY10] presence carries the name that the server knows, whatever the client says', async () => {
  const room = await openRoom()
  const [ann, bo] = [await enter(room), await enter(room, BO)]
  const awareness = new Awareness(ann.doc)
  awareness.setLocalState({ cursor: { x: 1, y: 2 }, user: { id: 'bo', name: 'Bo' } })
  room.receive(ann, awarenessFrame(awareness))
  await until(() => bo.presence.length > 0)
  const said = new TextDecoder().decode(bo.presence.at(-1))
  expect(said).toContain('"name":"Ann"')
  expect(said).toContain('"cursor":{"x":1,"y":2}')
  expect(said).not.toContain('"name":"Bo"')
  awareness.destroy()
})

it('[SY11, T13] presence of somebody else’s id is dropped silently; leaving takes one’s own away', async () => {
  const room = await openRoom()
  const [ann, bo, eve] = [
    await enter(room),
    await enter(room, BO),
    await enter(room, { id: 'eve', name: 'Eve' }),
  ]
  room.receive(ann, rawAwareness([{ client: 1, clock: 1, state: { cursor: 1 } }]))
  await until(() => bo.presence.length === 1)
  room.receive(eve, rawAwareness([{ client: 2, clock: 1, state: {} }]))
  await until(() => bo.presence.length === 2)
  room.receive(eve, rawAwareness([{ client: 1, clock: 4_000_000, state: { cursor: 'vals' } }]))
  room.receive(eve, rawAwareness([{ client: 1, clock: 4_000_001, state: null }]))
  room.leave(ann)
  await until(() => bo.presence.length === 3)
  const said = bo.presence.map((bytes) => new TextDecoder().decode(bytes)).join()
  expect(said).not.toContain('vals')
  expect([...(bo.presence[2] ?? [])].slice(0, 3)).toEqual([1, 1, 1])
  expect(eve.closed).toBeNull()
})

it('[SY12] a document that left 200 changes rests as a snapshot and opens as it was', async () => {
  let room = await openRoom()
  const ann = await enter(room)
  for (let i = 0; i < 210; i++) {
    room.receive(ann, updateFrame(write(ann, `k${i}`, i)))
    await room.settled()
  }
  await room.rest()
  expect((await store.journal.load(ID)).updates).toHaveLength(0)
  store = await store.reopen()
  room = await openRoom()
  const bo = await enter(room, BO)
  expect(bo.doc.getMap('notes').toJSON()).toEqual(ann.doc.getMap('notes').toJSON())
})

it('[SY40] a room that is never left makes snapshots in its pauses', async () => {
  const room = await openRoom()
  const ann = await enter(room)
  // A row each: what one writes in one turn is one row.
  for (let i = 0; i < 1_010; i++) {
    room.receive(ann, updateFrame(write(ann, `k${i % 50}`, i)))
    await room.settled()
  }
  expect((await store.journal.load(ID)).updates.length).toBeLessThan(500)
  const rows = await store.db.selectFrom('journal').select('seq').execute()
  expect(rows.length).toBeLessThanOrEqual(510)
  expect(await stored()).toEqual(ann.doc.getMap('notes').toJSON())
})

it('[SY41] a client id that somebody shows is theirs before they write with it', async () => {
  const room = await openRoom()
  const [ann, eve] = [await enter(room), await enter(room, { id: 'eve', name: 'Eve' })]
  room.receive(ann, rawAwareness([{ client: ann.doc.clientID, clock: 1, state: {} }]))
  const forged = new Y.Doc()
  forged.clientID = ann.doc.clientID
  room.receive(eve, updateFrame(updateOf(forged, () => forged.getMap('notes').set('a', 'vals'))))
  await room.settled()
  expect(eve.refused).toEqual([{ seq: 1, reason: 'foreign-client' }])
  room.receive(ann, updateFrame(write(ann, 'a', 'echt')))
  await room.settled()
  expect(await stored()).toEqual({ a: 'echt' })
  store = await store.reopen()
  expect((await store.journal.load(ID)).owners.get(ann.doc.clientID)).toBe('ann')
})

it('[SY42] who comes in between changes gets all of them, from one state that is made once', async () => {
  const room = await openRoom()
  const ann = await enter(room)
  for (let i = 0; i < 30; i++) {
    room.receive(ann, updateFrame(write(ann, `k${i % 7}`, i)))
    await room.settled()
    const late = await enter(room, { id: `p${i}`, name: `P${i}` })
    expect(late.hadWhenSynced.notes).toEqual(ann.doc.getMap('notes').toJSON())
  }
  // More after the state than the state is worth: made anew, and everybody still gets all of it.
  for (let i = 0; i < 450; i++) {
    room.receive(ann, updateFrame(write(ann, `k${i % 50}`, `waarde ${i}`)))
    if (i % 3 === 0) await room.settled()
  }
  await room.settled()
  const last = await enter(room, { id: 'last', name: 'Last' })
  expect(last.hadWhenSynced.notes).toEqual(ann.doc.getMap('notes').toJSON())
  room.receive(ann, updateFrame(write(ann, 'na', 'erna')))
  await room.settled()
  expect(last.doc.getMap('notes').get('na')).toBe('erna')
})

it('[SY43] who takes nothing gets no cursors, then no single changes, and all of them at once when they can', async () => {
  const room = await openRoom()
  const [ann, bo] = [await enter(room), await enter(room, BO)]
  const cas = await enter(room, { id: 'cas', name: 'Cas' })
  bo.waiting = 70_000
  room.receive(ann, rawAwareness([{ client: ann.doc.clientID, clock: 1, state: { cursor: 1 } }]))
  room.receive(ann, updateFrame(write(ann, 'a', 1)))
  await room.settled()
  await until(() => cas.presence.length > 0)
  expect(bo.presence).toEqual([])
  expect(bo.doc.getMap('notes').toJSON()).toEqual({ a: 1 })
  bo.waiting = 2_000_000
  for (let i = 0; i < 20; i++) {
    room.receive(ann, updateFrame(write(ann, 'a', i)))
    room.receive(ann, updateFrame(updateOf(ann.doc, () => ann.doc.getMap('notes').delete('a'))))
    room.receive(ann, updateFrame(write(ann, `k${i}`, i)))
    await room.settled()
  }
  // The one after which too much waited, and no more.
  expect(Object.keys(bo.doc.getMap('notes').toJSON())).toEqual(['k0'])
  const before = bo.frames.length
  bo.taken()
  await room.settled()
  expect(bo.frames.length - before).toBe(1)
  expect(bo.doc.getMap('notes').toJSON()).toEqual(ann.doc.getMap('notes').toJSON())
  room.receive(ann, updateFrame(write(ann, 'na', 'erna')))
  await room.settled()
  expect(bo.doc.getMap('notes').get('na')).toBe('erna')
})
