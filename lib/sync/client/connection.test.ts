import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { World, type Device } from '@/tests/support/world'
import { CLOSE } from '../protocol'
import { lostText } from './lostText'

const ID = { boardId: 'b1', document: 'case' } as const

let store: TestStore
let world: World
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
  world = new World(store, ID)
  await world.start()
})
afterEach(async () => {
  await world.stop()
  await store.close()
})

const notes = ({ connection }: Device) => connection.doc.getMap('notes').toJSON()
const set = (device: Device, key: string, value: unknown) =>
  world.asClient(() => device.connection.doc.getMap('notes').set(key, value))

async function arrive(name: string): Promise<Device> {
  const device = world.add(name)
  await world.run(200)
  expect(device.connection.status).toMatchObject({ connected: true, synced: true })
  return device
}

it('[CL1] "saved" is said when the server has it on disk, "saving" on the way, "unsaved" after 5 s without progress', async () => {
  const ann = await arrive('ann')
  const state = () => [ann.connection.status.state, ann.connection.status.pending]
  expect(state()).toEqual(['saved', 0])
  let release = () => {}
  world.hold = new Promise((resolve) => (release = resolve))
  set(ann, 'a', 1)
  expect(state()).toEqual(['saving', 1])
  await world.run(4_000)
  expect(state()).toEqual(['saving', 1])
  await world.run(2_500)
  expect(state()).toEqual(['unsaved', 1])
  world.hold = null
  release()
  await world.run(200)
  expect(state()).toEqual(['saved', 0])
})

it('[CL2] what was made offline is counted, said to be unsaved, and arrives after the line is back', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  for (const device of [ann, bo]) {
    device.up = false
    device.lines.at(-1)?.lose(1006)
  }
  await world.run(100)
  for (let i = 0; i < 2_000; i++) {
    set(ann, `a${i}`, i)
    set(bo, `b${i}`, i)
  }
  world.asClient(() => ann.connection.doc.getMap('notes').delete('a0'))
  expect(ann.connection.status).toMatchObject({ state: 'unsaved', pending: 2_001, connected: false })
  expect(bo.connection.status).toMatchObject({ state: 'unsaved', pending: 2_000 })
  ann.up = true
  await world.run(6_000)
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0 })
  bo.up = true
  await world.run(6_000)
  expect(Object.keys(notes(ann))).toHaveLength(3_999)
  expect(notes(bo)).toEqual(notes(ann))
  expect(bo.connection.status.pending).toBe(0)
})

it('[CL3] after a refusal the document is made anew under another client id, and the words are offered to copy', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  set(ann, 'kept', 'eerder')
  await world.run(200)
  const before = ann.connection.doc
  ann.mayWrite = false
  world.asClient(() => before.getText('card').insert(0, 'mijn woorden'))
  set(ann, 'refused', 'nog een zin')
  ann.delayMs = 40
  for (let tries = 0; ann.connection.generation === 0 && tries < 50; tries++) await world.run(10)
  ann.mayWrite = true
  await world.run(400)
  expect(ann.connection).toMatchObject({ generation: 1, lost: 'mijn woorden\nnog een zin' })
  expect(ann.connection.doc).not.toBe(before)
  expect(ann.connection.doc.clientID).not.toBe(before.clientID)
  expect(notes(ann)).toEqual({ kept: 'eerder' })
  set(ann, 'after', 'gaat goed')
  await world.run(200)
  expect(notes(bo)).toEqual({ kept: 'eerder', after: 'gaat goed' })
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0 })
  ann.connection.forgetLost()
  expect(ann.connection.lost).toBeNull()
})

it('[CL4] a line that goes silent without closing is noticed within 15 s, and is back within 6 s of being mended', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  await world.run(60_000)
  expect(ann.lines).toHaveLength(1)
  ann.up = false
  await world.run(15_000)
  expect(ann.connection.status.connected).toBe(false)
  set(ann, 'a', 1)
  set(bo, 'b', 2)
  expect(ann.connection.status).toMatchObject({ state: 'unsaved', pending: 1 })
  await world.run(60_000)
  ann.up = true
  await world.run(6_000)
  expect(notes(ann)).toEqual({ a: 1, b: 2 })
  expect(notes(bo)).toEqual({ a: 1, b: 2 })
  expect(ann.connection.status.state).toBe('saved')
})

it('[CL5] a server that restarts is found again without a nudge, within 6 s of being back', async () => {
  const ann = await arrive('ann')
  await world.kill('before-write')
  set(ann, 'a', 1)
  await world.run(60_000)
  expect(ann.connection.status).toMatchObject({ state: 'unsaved', pending: 1 })
  await world.start()
  await world.run(6_000)
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0 })
})

it('[CL6] who loses the line sees nobody; back, both see each other at once, also who has not moved', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  for (const one of [ann, bo])
    world.asClient(() => one.connection.awareness.setLocalState({ cursor: one.name }))
  await world.run(300)
  const seenBy = ({ connection: { awareness, doc } }: Device) =>
    [...awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, state]) => state['cursor'])
  expect([seenBy(ann), seenBy(bo)]).toEqual([['bo'], ['ann']])
  ann.lines.at(-1)?.lose(1006)
  await world.run(50)
  expect([seenBy(ann), seenBy(bo)]).toEqual([[], []])
  await world.run(2_000)
  expect([seenBy(ann), seenBy(bo)]).toEqual([['bo'], ['ann']])
})

it('[CL7] a late event of an old socket is ignored', async () => {
  const ann = await arrive('ann')
  const old = ann.lines[0]
  const late = { message: old?.onmessage, close: old?.onclose, open: old?.onopen }
  old?.lose(1006)
  await world.run(2_000)
  expect(ann.lines).toHaveLength(2)
  world.asClient(() => {
    late.close?.({ code: CLOSE.gone } as never)
    late.message?.({ data: Uint8Array.of(101, 1, 0).buffer } as never)
    late.open?.({} as never)
  })
  await world.run(2_000)
  expect(ann.lines).toHaveLength(2)
  expect(ann.connection).toMatchObject({ generation: 0, status: { connected: true, ended: null } })
})

it('[CL8] leaving sends what was typed just before; afterwards nothing is sent', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  const { doc } = ann.connection
  set(ann, 'a', 1)
  set(ann, 'last', 'letter')
  world.asClient(() => ann.connection.destroy())
  const sent = ann.lines.map((line) => line.sent.length)
  world.asClient(() => {
    doc.getMap('notes').set('too', 'late')
    ann.connection.nudge()
  })
  await world.run(60_000)
  expect(notes(bo)).toEqual({ a: 1, last: 'letter' })
  expect(ann.lines.map((line) => line.sent.length)).toEqual(sent)
  expect(world.room?.size).toBe(1)
})

it('[CL9] a board that is gone, or no longer yours, is not asked for again', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  ann.lines[0]?.lose(CLOSE.gone)
  bo.lines[0]?.lose(CLOSE.revoked)
  await world.run(30_000)
  expect([ann.connection.status.ended, bo.connection.status.ended]).toEqual(['gone', 'revoked'])
  expect([ann.lines.length, bo.lines.length]).toEqual([1, 1])
})

it('[CL10] lost words are the typed text and the sentences in values, in the order of writing', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('a')
  for (const [at, letter] of 'hallo'.split('').entries()) text.insert(at, letter)
  doc.getMap('notes').set('id', 'x1')
  doc.getMap('notes').set('words', 'twee woorden')
  text.insert(0, 'eerst ')
  expect(lostText(updates)).toBe('hallo\ntwee woorden\neerst')
  expect(lostText([])).toBe('')
})

it('[CL12, T20] more than one frame holds goes in pieces, and is saved', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  ann.up = false
  ann.lines.at(-1)?.lose(1006)
  for (let i = 0; i < 1_000; i++) set(ann, `k${i}`, `${i} `.padEnd(1_000, 'x'))
  ann.up = true
  await world.run(10_000)
  expect(ann.connection).toMatchObject({ generation: 0, status: { state: 'saved', pending: 0 } })
  expect(notes(bo)).toEqual(notes(ann))
  expect(Object.keys(notes(bo))).toHaveLength(1_000)
  expect(ann.lines).toHaveLength(2)
})

it('[CL13] one change that no frame can hold is given back to copy, and what follows is saved', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  const book = 'een heel boek '.repeat(30_000)
  world.asClient(() => ann.connection.doc.getText('card').insert(0, book))
  await world.run(1_000)
  expect(ann.connection).toMatchObject({ generation: 1, lost: book.trim() })
  set(ann, 'after', 1)
  await world.run(500)
  expect(notes(bo)).toEqual({ after: 1 })
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0 })
})
