import { monitorEventLoopDelay } from 'node:perf_hooks'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLog } from '@/server/log'
import { ManualClock } from '@/tests/support/clock'
import { PLAIN_KEEPER, step1, TestPeer, testClock, updateFrame, updateOf } from '@/tests/support/peers'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { LiveDocument } from '../liveDocument'
import { Room } from '../room'
import { Compactor } from './compactor'
import { squash, type Pieces } from './squash'

const ID = { boardId: 'b1', document: 'case' } as const
const outfile = path.resolve('.build/test', `compact-${process.pid}.js`)

let store: TestStore
let clock: ManualClock
let compactor: Compactor
beforeAll(async () => {
  await build({
    entryPoints: ['server/sync/compaction/worker.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { '@': path.resolve('.') },
  })
})
afterAll(() => rmSync(outfile, { force: true }))
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
  clock = new ManualClock()
  compactor = new Compactor(pathToFileURL(outfile), clock)
})
afterEach(async () => {
  await compactor.stop()
  await store.close()
})

async function openRoom(squashes: Pick<Compactor, 'squash'> = compactor) {
  const live = await LiveDocument.open(ID, store.journal, PLAIN_KEEPER, squashes)
  const room = new Room(live, testClock, createLog('silent'))
  const ann = new TestPeer({ id: 'ann', name: 'Ann' })
  room.join(ann)
  room.receive(ann, step1(ann.doc))
  await room.settled()
  return { room, ann }
}
/** Enough for a document to be large. */
const LONG = 'x'.repeat(1_000)
const write = (room: Room, peer: TestPeer, key: string, value: unknown) =>
  room.receive(peer, updateFrame(updateOf(peer.doc, () => peer.doc.getMap('notes').set(key, value))))
const fill = async (room: Room, peer: TestPeer, from: number, count: number) => {
  // A row each: what one writes in one turn is one row.
  for (let i = from; i < from + count; i++) {
    write(room, peer, `k${i}`, LONG + i)
    await room.settled()
  }
}
const read = async () => {
  const doc = new Y.Doc()
  const { snapshot, updates } = await store.journal.load(ID)
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
  return { notes: doc.getMap('notes').toJSON(), snapshot, after: updates.length }
}
const piecesOf = (doc: Y.Doc): Pieces => ({
  snapshot: null,
  updates: [Y.encodeStateAsUpdate(doc)],
  expected: Y.encodeSnapshot(Y.snapshot(doc)),
})

it('[CW1] the snapshot of a large document is made in a thread, of what is on disk, while people go on', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let asked = 0
  const { room, ann } = await openRoom({
    squash: async (pieces) => {
      asked += 1
      await held
      return compactor.squash(pieces)
    },
  })
  await fill(room, ann, 0, 500)
  await expect.poll(() => asked).toBe(1)
  await fill(room, ann, 500, 40)
  expect([ann.saved, (await read()).snapshot]).toEqual([540, null])
  release()
  await expect.poll(async () => (await read()).snapshot !== null).toBe(true)
  const { notes, after } = await read()
  expect(after).toBe(40)
  expect(notes).toEqual(ann.doc.getMap('notes').toJSON())
  // And again when it is left: those that came meanwhile count.
  await fill(room, ann, 540, 200)
  await room.rest()
  expect([(await read()).after, asked]).toEqual([0, 2])
  expect((await read()).notes).toEqual(ann.doc.getMap('notes').toJSON())
})

it('[CW2] what is on disk and is not what is in memory becomes no snapshot, and no row is dropped', async () => {
  const doc = new Y.Doc()
  doc.getMap('notes').set('a', 1)
  const pieces = piecesOf(doc)
  expect(squash(pieces)).toEqual(Y.encodeStateAsUpdate(doc))
  doc.getMap('notes').delete('a')
  await expect(compactor.squash({ ...pieces, expected: piecesOf(doc).expected })).rejects.toThrow(/in memory/)
  doc.getMap('notes').set('b', 1)
  expect(() => squash({ ...pieces, expected: piecesOf(doc).expected })).toThrow(/in memory/)
  const hole = Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(pieces.updates[0]!))
  expect(() => squash({ snapshot: null, updates: [hole], expected: pieces.expected })).toThrow(/not whole/)
  const { room, ann } = await openRoom({ squash: () => Promise.reject(new Error('not the same')) })
  await fill(room, ann, 0, 510)
  await fill(room, ann, 510, 1)
  expect(await read()).toMatchObject({ snapshot: null, after: 511 })
  expect(ann.saved).toBe(511)
})

it('[CW3] there is at most one thread; it ends when it is idle, and when it dies the next job has another', async () => {
  const doc = new Y.Doc()
  doc.getMap('notes').set('a', 1)
  expect(compactor.isRunning).toBe(false)
  const made = await Promise.all([compactor.squash(piecesOf(doc)), compactor.squash(piecesOf(doc))])
  expect(made).toEqual([Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(doc)])
  clock.advance(29_000)
  expect(compactor.isRunning).toBe(true)
  clock.advance(2_000)
  expect(compactor.isRunning).toBe(false)
  expect(await compactor.squash(piecesOf(doc))).toEqual(Y.encodeStateAsUpdate(doc))
  const dying = compactor.squash({ ...piecesOf(doc), updates: 'no updates' as never })
  await expect(dying).rejects.toThrow()
  expect(await compactor.squash(piecesOf(doc))).toEqual(Y.encodeStateAsUpdate(doc))
  await compactor.stop()
  await expect(compactor.squash(piecesOf(doc))).rejects.toThrow(/stopping/)
})

it('[CW4] while it works on a large document nobody else waits for it', async () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 20_000; i++) doc.getMap('notes').set(`k${i}`, new Y.Text(`woorden ${i}`))
  const pieces = piecesOf(doc)
  await compactor.squash(pieces)
  const start = performance.now()
  squash(pieces)
  const onLoop = performance.now() - start
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await compactor.squash(pieces)
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  const held = delay.max / 1e6
  expect(held, `${held} ms of ${onLoop} ms`).toBeLessThan(onLoop / 2)
})
