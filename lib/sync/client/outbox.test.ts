import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { ManualClock } from '@/tests/support/clock'
import { TestDevice } from '@/tests/support/testDevice'
import { World, type Device } from '@/tests/support/world'
import { CLOSE } from '../protocol'
import { Outbox } from './outbox'

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
const status = ({ connection: { status } }: Device) => [status.state, status.pending, status.onDevice]

async function arrive(name: string, principal = name, laptop?: TestDevice) {
  const tab = laptop?.openTab()
  const device = world.add(name, { principal, ...(tab && { outbox: tab }) })
  await world.run(300)
  expect(device.connection.status).toMatchObject({ connected: true, synced: true })
  const crash = () => {
    world.crash(device)
    tab?.close()
  }
  return Object.assign(device, { crash })
}

const cut = (device: Device) => {
  device.up = false
  device.lines.at(-1)?.lose(1006)
}

it('[OB1] what is saved soon never touches the device; what waits stands there until it is saved', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', 'ann', laptop)
  for (let i = 0; i < 20; i++) {
    set(ann, `a${i}`, i)
    await world.run(30)
  }
  await world.run(300)
  expect([status(ann), laptop.nextId]).toEqual([['saved', 0, 'kept'], 1])
  cut(ann)
  set(ann, 'b', 1)
  set(ann, 'c', 1)
  expect(status(ann)).toEqual(['unsaved', 2, 'writing'])
  await world.run(200)
  expect([status(ann), laptop.count, laptop.rows.length]).toEqual([['unsaved', 2, 'kept'], 2, 1])
  ann.up = true
  await world.run(5_000)
  expect([status(ann), laptop.count]).toEqual([['saved', 0, 'kept'], 0])
})

it('[OB2, T12] an hour apart, 2,000 changes on either side, the tab closed and opened again: all is there, and counted', async () => {
  const laptop = new TestDevice()
  const [ann, bo] = [await arrive('ann', 'ann', laptop), await arrive('bo')]
  for (let i = 0; i < 400; i++) set(bo, `old${i}`, i)
  await world.run(1_000)
  cut(ann)
  const both = new Map(Object.entries(notes(bo)))
  for (let i = 0; i < 2_000; i++) {
    // Each takes away what was there, and something of their own; the other writes elsewhere.
    for (const [one, half] of [
      [ann, 0],
      [bo, 200],
    ] as const) {
      const gone = i % 10 === 9 ? `old${half + (i - 9) / 10}` : i % 10 === 8 ? `${one.name}${i - 8}` : null
      if (gone) world.asClient(() => one.connection.doc.getMap('notes').delete(gone))
      else set(one, `${one.name}${i}`, i)
      if (gone) both.delete(gone)
      else both.set(`${one.name}${i}`, i)
    }
    expect(ann.connection.status).toMatchObject({ state: 'unsaved', pending: i + 1 })
    await world.run(1_800)
  }
  expect(world.clock.now()).toBeGreaterThan(3_600_000)
  expect([status(ann), laptop.count]).toEqual([['unsaved', 2_000, 'kept'], 2_000])
  ann.crash()
  await world.run(60_000)
  const again = world.add('again', { principal: 'ann', outbox: laptop.openTab() })
  let told = 0
  again.connection.subscribe(() => {
    const { synced, state, pending } = again.connection.status
    if (pending > 0) told = Math.max(told, pending)
    if (synced && laptop.count > 0) expect(state).not.toBe('saved')
  })
  await world.run(10_000)
  expect(told).toBe(2_000)
  expect([status(again), laptop.count, again.connection.lost]).toEqual([['saved', 0, 'kept'], 0, null])
  expect(notes(again)).toEqual(Object.fromEntries(both))
  expect(notes(bo)).toEqual(Object.fromEntries(both))
})

it('[OB3] what the server refuses is not sent for ever: the words are given back, the device keeps nothing', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', 'ann', laptop)
  cut(ann)
  set(ann, 'a', 'een hele zin')
  await world.run(200)
  ann.crash()
  const viewer = world.add('viewer', { principal: 'ann', outbox: laptop.openTab() })
  viewer.mayWrite = false
  await world.run(1_000)
  expect(viewer.connection.lost).toBe('een hele zin')
  expect([status(viewer), laptop.count, notes(viewer)]).toEqual([['saved', 0, 'kept'], 0, {}])
})

it('[OB3] also what only the room sees to be refused: it goes once, and the board goes on', async () => {
  const [laptop, bo] = [new TestDevice(), await arrive('bo')]
  set(bo, 'b', 1)
  await world.run(300)
  // Under the client id of somebody else, on top of what that one has written.
  const foreign = new Y.Doc()
  Y.applyUpdate(foreign, Y.encodeStateAsUpdate(bo.connection.doc))
  foreign.clientID = bo.connection.doc.clientID
  const before = Y.encodeStateVector(foreign)
  foreign.getMap('notes').set('c', 'woorden van mij')
  const tab = laptop.openTab()
  await tab.append([Y.encodeStateAsUpdate(foreign, before)], { epoch: 1, edits: [] })
  tab.close()
  const ann = world.add('ann', { outbox: laptop.openTab() })
  await world.run(5_000)
  expect(ann.connection).toMatchObject({ lost: 'woorden van mij', generation: 1 })
  expect([status(ann), laptop.count, notes(bo)]).toEqual([['saved', 0, 'kept'], 0, { b: 1 }])
  set(ann, 'after', 1)
  await world.run(500)
  expect(notes(bo)).toEqual({ b: 1, after: 1 })
})

it('[OB4] what builds on something that never arrived is given back as words, and the rest goes on', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', 'ann', laptop)
  cut(ann)
  const text = ann.connection.doc.getText('card')
  world.asClient(() => text.insert(0, 'eerst '))
  await world.run(200)
  world.asClient(() => text.insert(6, 'daarna dit'))
  await world.run(200)
  ann.crash()
  laptop.rows.shift()
  const other = await arrive('other', 'ann', laptop)
  expect(other.connection.lost).toBe('daarna dit')
  expect([status(other), laptop.count, other.connection.generation]).toEqual([['saved', 0, 'kept'], 0, 0])
  set(other, 'after', 1)
  await world.run(500)
  expect(status(other)).toEqual(['saved', 0, 'kept'])
  expect(other.lines).toHaveLength(1)
})

it('[OB5] a device that is full says so; with room again it keeps everything, in order', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', 'ann', laptop)
  cut(ann)
  laptop.isFull = true
  const text = ann.connection.doc.getText('card')
  const type = (words: string) => world.asClient(() => text.insert(text.length, words))
  type('een ')
  await world.run(200)
  expect(status(ann)).toEqual(['unsaved', 1, 'never'])
  type('twee ')
  await world.run(200)
  expect([status(ann), laptop.count]).toEqual([['unsaved', 2, 'never'], 0])
  laptop.isFull = false
  type('drie')
  await world.run(1_200)
  expect([status(ann), laptop.count]).toEqual([['unsaved', 3, 'kept'], 3])
  ann.crash()
  const again = await arrive('again', 'ann', laptop)
  expect(again.connection.doc.getText('card').toJSON()).toBe('een twee drie')
  expect([again.connection.lost, laptop.count]).toEqual([null, 0])
})

it('[OB5] what comes while the device refuses stays behind what it refused', async () => {
  const clock = new ManualClock()
  const given: string[] = []
  let answer = (_id: number | null) => {}
  const outbox = new Outbox(
    {
      append: (changes) => {
        given.push(changes.map(([first]) => first).join())
        return new Promise((resolve) => (answer = resolve))
      },
      remove: () => {},
      takeOver: async () => {},
      close: () => {},
    },
    clock,
    () => ({ epoch: 1, edits: [] }),
    () => {},
  )
  outbox.add(Uint8Array.of(1))
  const first = outbox.keepNow()
  await Promise.resolve()
  outbox.add(Uint8Array.of(2))
  answer(null)
  await first
  expect(outbox.onDevice).toBe('never')
  void outbox.keepNow()
  await Promise.resolve()
  expect(given).toEqual(['1', '1,2'])
})

it('[OB18] a device that was too busy at first keeps it after all, without another change', async () => {
  const laptop = new TestDevice()
  laptop.isFull = true
  const ann = await arrive('ann', 'ann', laptop)
  cut(ann)
  set(ann, 'a', 1)
  await world.run(200)
  expect(status(ann)).toEqual(['unsaved', 1, 'never'])
  laptop.isFull = false
  await world.run(1_500)
  expect([status(ann), laptop.count]).toEqual([['unsaved', 1, 'kept'], 1])
})

it('[OB6] a tab that is there keeps its own; once it is gone another of the same person brings it in', async () => {
  const laptop = new TestDevice()
  const first = await arrive('first', 'ann', laptop)
  cut(first)
  set(first, 'a', 1)
  await world.run(200)
  const second = await arrive('second', 'ann', laptop)
  await world.run(1_000)
  expect([notes(second), laptop.count, status(second)]).toEqual([{}, 1, ['saved', 0, 'kept']])
  first.crash()
  expect(status(second).slice(0, 2)).toEqual(['saving', 1])
  await world.run(1_000)
  expect([notes(second), laptop.count, status(second)]).toEqual([{ a: 1 }, 0, ['saved', 0, 'kept']])
})

it('[OB7] what was made for an older form of the board is given back as words', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', 'ann', laptop)
  cut(ann)
  set(ann, 'a', 'twee woorden')
  await world.run(200)
  ann.crash()
  for (const row of laptop.rows) row.fitsBoard = false
  const again = await arrive('again', 'ann', laptop)
  expect([again.connection.lost, laptop.count, notes(again)]).toEqual(['twee woorden', 0, {}])
})

it('[OB8] of a board that was removed nothing stays on the device', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', 'ann', laptop)
  let release = () => {}
  world.hold = new Promise((resolve) => (release = resolve))
  set(ann, 'a', 1)
  await world.run(300)
  expect(laptop.count).toBe(1)
  ann.lines.at(-1)?.lose(CLOSE.gone)
  const after = [laptop.count, ann.connection.status.ended]
  world.hold = null
  release()
  expect(after).toEqual([0, 'gone'])
})

it('[OB9] who has no outbox is told that the tab is all there is', async () => {
  const ann = await arrive('ann')
  cut(ann)
  set(ann, 'a', 1)
  await world.run(1_000)
  expect(status(ann)).toEqual(['unsaved', 1, 'never'])
})

it('[OB10] two tabs of one person that write at once, one of them closed without a line: nothing is lost', async () => {
  const laptop = new TestDevice()
  const [one, two] = [await arrive('one', 'ann', laptop), await arrive('two', 'ann', laptop)]
  expect(one.connection.doc.clientID).not.toBe(two.connection.doc.clientID)
  cut(one)
  for (let i = 0; i < 50; i++) {
    set(one, `one${i}`, i)
    set(two, `two${i}`, i)
    await world.run(50)
  }
  await world.run(200)
  one.crash()
  const third = await arrive('three', 'ann', laptop)
  await world.run(1_000)
  expect(Object.keys(notes(third))).toHaveLength(100)
  expect(notes(two)).toEqual(notes(third))
  expect(laptop.count).toBe(0)
})

it('[OB11, T11] a line that swallows everything is noticed within 15 s; healed, it is back within 5 s, and everybody is there once', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  for (const one of [ann, bo])
    world.asClient(() => one.connection.awareness.setLocalState({ cursor: one.name }))
  await world.run(300)
  const seen: string[] = []
  const seenByBo = () =>
    [...bo.connection.awareness.getStates().values()].map((state) => String(state['cursor'])).sort()
  const old = ann.lines[0]
  const lateClose = old?.onclose
  ann.swallows = true
  await world.run(15_000)
  expect(ann.connection.status.connected).toBe(false)
  for (let i = 0; i < 10; i++) set(ann, `a${i}`, i)
  await world.run(75_000)
  expect(status(ann).slice(0, 2)).toEqual(['unsaved', 10])
  ann.swallows = false
  for (let passed = 0; passed < 5_000; passed += 100) {
    await world.run(100)
    seen.push(...seenByBo().filter((name, i, all) => all.indexOf(name) !== i))
  }
  expect(status(ann).slice(0, 2)).toEqual(['saved', 0])
  world.asClient(() => lateClose?.({ code: 1006 } as never))
  expect(ann.connection.status.connected).toBe(true)
  await world.run(1_000)
  expect(ann.connection.status.connected).toBe(true)
  expect([seenByBo(), seen]).toEqual([['ann', 'bo'], []])
  expect(notes(bo)).toEqual(notes(ann))
})

it('[OB12] who wakes the page on a dead line is told within 4 s, and on a good one keeps it', async () => {
  const ann = await arrive('ann')
  world.asClient(() => ann.connection.nudge())
  await world.run(4_000)
  expect(ann.lines).toHaveLength(1)
  ann.swallows = true
  world.asClient(() => ann.connection.nudge())
  await world.run(4_000)
  expect(ann.connection.status.connected).toBe(false)
})
