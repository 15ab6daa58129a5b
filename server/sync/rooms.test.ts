import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '@/lib/sync/protocol'
import { createLog } from '@/server/log'
import { Journal, type DocumentId } from '@/server/store/journal'
import { ManualClock } from '@/tests/support/clock'
import { PLAIN_KEEPER, step1, TestPeer, updateFrame, updateOf } from '@/tests/support/peers'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { until } from '@/tests/support/until'
import { Rooms } from './rooms'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const LINGER_MS = 5_000

let store: TestStore
let clock: ManualClock
beforeEach(async () => {
  store = await openTestStore()
  clock = new ManualClock()
  await addTestBoard(store, ID.boardId)
})
afterEach(() => store.close())

/** The real journal, whose loading the test controls. */
class SlowJournal extends Journal {
  loads = 0
  beforeLoad: () => Promise<void> = async () => {}
  beforeAppend: () => Promise<void> = async () => {}
  override async load(id: DocumentId) {
    this.loads += 1
    await this.beforeLoad()
    return super.load(id)
  }
  override async append(...given: Parameters<Journal['append']>) {
    await this.beforeAppend()
    return super.append(...given)
  }
}
const slowJournal = () => new SlowJournal(store.db, store.keys, () => 0)
const open = (journal: Journal = store.journal) =>
  new Rooms(journal, PLAIN_KEEPER, clock, createLog('silent'))
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Comes in, has the state, and leaves when told. */
async function visit(rooms: Rooms, name: string) {
  const { room, release } = await rooms.enter(ID)
  const peer = new TestPeer({ id: name, name })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  return {
    peer,
    room,
    write(key: string, value: unknown) {
      room.receive(peer, updateFrame(updateOf(peer.doc, () => void peer.doc.getMap('notes').set(key, value))))
    },
    leave() {
      room.leave(peer)
      release()
    },
  }
}
const notes = ({ doc }: TestPeer) => doc.getMap('notes').toJSON()

it('[SY20, T2] nobody is let in before the document is whole, however many come while it loads; it loads once', async () => {
  const first = await visit(open(), 'ann')
  first.write('a', 1)
  await first.room.settled()
  const journal = slowJournal()
  let load = () => {}
  journal.beforeLoad = () => new Promise((resolve) => (load = resolve))
  const rooms = open(journal)
  let entered = 0
  const coming = Array.from({ length: 5 }, (_, i) =>
    visit(rooms, `p${i}`).then((one) => {
      entered += 1
      return one
    }),
  )
  for (let i = 0; i < 5; i++) await turn()
  expect([entered, journal.loads]).toEqual([0, 1])
  load()
  for (const { peer } of await Promise.all(coming)) expect(notes(peer)).toEqual({ a: 1 })
})

it('[SY21] a load that fails lets nobody in, writes nothing, and the next try loads anew', async () => {
  const first = await visit(open(), 'ann')
  first.write('a', 1)
  await first.room.settled()
  const rowsBefore = await store.db.selectFrom('journal').selectAll().execute()
  const journal = slowJournal()
  journal.beforeLoad = async () => {
    await turn()
    throw new Error('disk error')
  }
  const rooms = open(journal)
  const tries = await Promise.allSettled([visit(rooms, 'bo'), visit(rooms, 'cas')])
  expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(rooms.awake).toBe(0)
  expect(await store.db.selectFrom('journal').selectAll().execute()).toEqual(rowsBefore)
  journal.beforeLoad = async () => {}
  expect(notes((await visit(rooms, 'bo')).peer)).toEqual({ a: 1 })
  expect(await rooms.healthy()).toBe(true)
})

it('[SY22] a document stays awake while somebody uses it and for 5 s after, then sleeps', async () => {
  const rooms = open()
  const [ann, bo] = [await visit(rooms, 'ann'), await visit(rooms, 'bo')]
  ann.leave()
  clock.advance(LINGER_MS * 2)
  expect(rooms.awake).toBe(1)
  bo.leave()
  clock.advance(LINGER_MS - 1)
  const cas = await visit(rooms, 'cas')
  expect(cas.room).toBe(ann.room)
  clock.advance(LINGER_MS)
  expect(rooms.awake).toBe(1)
  cas.leave()
  clock.advance(LINGER_MS)
  await until(() => rooms.awake === 0)
})

/** Of each of the two; `FAULT_CYCLES=2500` for the long run. */
const CYCLES = Number(process.env['FAULT_CYCLES'] ?? 150)

it('[SY23, T3] when the last leaves while another comes, every saved change is there and no room is left over', async () => {
  const journal = slowJournal()
  const rooms = open(journal)
  // Jitter that is the same every time, in questions to the database: a turn is too short to matter.
  let n = 0
  const jitter = async () => {
    for (let waits = (n += 7) % 5; waits > 0; waits--)
      await store.db.selectFrom('settings').selectAll().execute()
  }
  journal.beforeLoad = jitter
  journal.beforeAppend = jitter
  const saved = new Set<string>()
  const cycle = async (name: string, i: number) => {
    const one = await visit(rooms, name)
    // Read once: thousands of cycles look for thousands of keys.
    const there = notes(one.peer)
    expect([...saved].filter((key) => !(key in there))).toEqual([])
    const key = `${name}${i}`
    one.write(key, i)
    await jitter()
    // Half of them leave before they know: their change may or may not be there.
    if (i % 2 === 0) await one.room.settled()
    if (one.peer.saved === 1) saved.add(key)
    one.leave()
    clock.advance(LINGER_MS * (i % 3 === 0 ? 2 : 0.4))
    for (let pause = (i * 5 + name.length) % 7; pause > 0; pause--) await jitter()
  }
  const all = async (name: string) => {
    for (let i = 0; i < CYCLES; i++) await cycle(name, i)
  }
  await Promise.all([all('ann'), all('bo')])
  expect(saved.size).toBeGreaterThan(100)
  expect(journal.loads).toBeGreaterThan(5)
  clock.advance(LINGER_MS * 2)
  await until(() => rooms.awake === 0)
  const doc = new Y.Doc()
  const { snapshot, updates } = await store.journal.load(ID)
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
  for (const key of saved) expect(doc.getMap('notes').has(key), key).toBe(true)
  console.log(`T3: ${CYCLES} × 2 visits, ${saved.size} acknowledged, 0 missing, ${journal.loads} loads`)
}, 1_800_000)

it('[SY24] forgetting a board sends everybody away for good and ends a commit that can never succeed', async () => {
  const rooms = open()
  const ann = await visit(rooms, 'ann')
  await store.db.deleteFrom('boards').where('id', '=', ID.boardId).execute()
  await store.keys.remove(ID.boardId)
  ann.write('a', 1)
  const edit = ann.room.edit('server', (doc) => doc.getMap('notes').set('b', 2)).catch(() => 'not made')
  await until(() => ann.room.failing)
  const forgetting = rooms.forget(ID.boardId)
  clock.advance(1_000)
  await forgetting
  expect(await edit).toBe('not made')
  expect(ann.peer.closed?.code).toBe(CLOSE.gone)
  expect([ann.peer.saved, rooms.awake]).toEqual([0, 0])
  await expect(rooms.enter(ID)).rejects.toMatchObject({ code: 'not-found' })
  // Who had the room in hand already is sent away as well.
  const late = new TestPeer({ id: 'bo', name: 'Bo' })
  ann.room.join(late)
  expect(late.closed?.code).toBe(CLOSE.gone)
})

it('[SY25] forgetting a board whose document cannot be loaded does not fail', async () => {
  const journal = slowJournal()
  journal.beforeLoad = async () => {
    await turn()
    throw new Error('damaged')
  }
  const rooms = open(journal)
  const coming = rooms.enter(ID).catch(() => 'refused')
  await rooms.forget(ID.boardId)
  expect(await coming).toBe('refused')
  expect(rooms.awake).toBe(0)
})

it('[SY26] stopping makes what is under way durable, says so, and then sends everybody away to come back', async () => {
  const rooms = open()
  const ann = await visit(rooms, 'ann')
  ann.write('a', 1)
  const damaged = await rooms.enter({ ...ID, document: 'prep' })
  vi.spyOn(damaged.room, 'rest').mockRejectedValue(new Error('disk full'))
  await rooms.stop()
  expect([ann.peer.saved, ann.peer.closed?.code]).toEqual([1, CLOSE.restart])
  expect(rooms.awake).toBe(0)
})
