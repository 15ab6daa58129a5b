import { afterEach, beforeEach, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { CLOSE } from '@/lib/sync/protocol'
import { createLog } from '@/server/log'
import { Journal, type DocumentId } from '@/server/store/journal'
import { ManualClock } from '@/tests/support/clock'
import { LossyBus } from '@/tests/support/lossyBus'
import { PLAIN_KEEPER, rawAwareness, step1, TestPeer, updateFrame, updateOf } from '@/tests/support/peers'
import { seeded } from '@/tests/support/seeded'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { Hub } from './hub'
import type { Keeper } from './keeper'
import { NO_BUS, type Bus } from './nodes/bus'
import { Nodes, type Hears } from './nodes/nodes'
import type { Room } from './room'
import { Rooms } from './rooms'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const SECRET = 'the same on every node, and long enough'
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

/** A process on the store, with rooms of its own. */
function node(
  bus: Bus,
  keeper: Keeper = PLAIN_KEEPER,
  journal = new Journal(store.db, store.keys, () => 0, true),
  hears: Hears = { word: () => {}, gone: () => {}, recheck: () => {} },
) {
  const made = new Nodes({ ...store, bus, clock, log, authSecret: SECRET, shared: true })
  const rooms = new Rooms(journal, keeper, clock, log, made)
  made.start(hears)
  nodes.push({ nodes: made, rooms })
  return { nodes: made, rooms }
}
async function enter(rooms: Rooms, name: string) {
  const { room } = await rooms.enter(ID)
  awake.add(room)
  const peer = new TestPeer({ id: name, name })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  return { peer, room }
}
const notes = ({ doc }: { doc: Y.Doc }) => doc.getMap('notes').toJSON()
const write = ({ peer, room }: { peer: TestPeer; room: Room }, key: string, value: unknown) =>
  room.receive(peer, updateFrame(updateOf(peer.doc, () => peer.doc.getMap('notes').set(key, value))))
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Lets time pass, with what the nodes ask of the database answered. */
async function pass(ms: number, until: () => boolean = () => false): Promise<boolean> {
  for (let passed = 0; passed < ms && !until(); passed += 100) {
    clock.advance(100)
    await store.db.selectFrom('documents').select('epoch').execute()
    await turn()
    for (const room of awake) await room.settled()
  }
  return until()
}

it('[ND8] two nodes that open a new document at the same moment seed it once', async () => {
  const keeper: Keeper = {
    ...PLAIN_KEEPER,
    prepare: async () => (doc) => {
      const lanes = doc.getArray<string>('lanes')
      if (lanes.length === 0) lanes.push(['een'])
    },
  }
  const [one, two] = [node(NO_BUS, keeper), node(NO_BUS, keeper)]
  const [ann, bo] = await Promise.all([enter(one.rooms, 'ann'), enter(two.rooms, 'bo')])
  expect([ann, bo].map(({ peer }) => peer.doc.getArray('lanes').toJSON())).toEqual([['een'], ['een']])
})

it('[ND9] without a bus, what one node saved is on the other within 5 s, and what both wrote at once is on both', async () => {
  const [one, two] = [node(NO_BUS), node(NO_BUS)]
  const ann = await enter(one.rooms, 'ann')
  const bo = await enter(two.rooms, 'bo')
  for (let i = 0; i < 20; i++) {
    write(ann, `a${i}`, i)
    write(bo, `b${i}`, i)
    if (i % 5 === 0) await Promise.all([ann.room.settled(), bo.room.settled()])
  }
  const both = () => Object.keys(notes(ann.peer)).length === 40 && Object.keys(notes(bo.peer)).length === 40
  expect(await pass(5_000, both)).toBe(true)
  expect(notes(ann.peer)).toEqual(notes(bo.peer))
  expect([ann.peer.saved, bo.peer.saved]).toEqual([20, 20])
})

it('[ND10] a client id that somebody used first on another node is refused, and costs nobody else their change', async () => {
  const [one, two] = [node(NO_BUS), node(NO_BUS)]
  const ann = await enter(one.rooms, 'ann')
  const bo = await enter(two.rooms, 'bo')
  const eve = await enter(two.rooms, 'eve')
  eve.peer.doc.clientID = ann.peer.doc.clientID
  write(ann, 'a', 1)
  await ann.room.settled()
  // Longer than what is known of that id: else it is only a repetition.
  const vals = () => ['vals', 'ook vals'].forEach((key) => eve.peer.doc.getMap('notes').set(key, 1))
  const forged = updateOf(eve.peer.doc, () => eve.peer.doc.transact(vals))
  eve.room.receive(eve.peer, updateFrame(forged))
  write(bo, 'b', 2)
  await bo.room.settled()
  expect(eve.peer.refused).toEqual([{ seq: 1, reason: 'foreign-client' }])
  expect([eve.peer.saved, eve.peer.closed?.code, bo.peer.saved]).toEqual([0, CLOSE.policy, 1])
  expect(notes(bo.peer)).toEqual({ a: 1, b: 2 })
  expect(notes((await enter(one.rooms, 'cas')).peer)).toMatchObject({ a: 1 })
})

it('[ND11] a commit whose answer was lost is not written twice, and is called saved once it is known to be', async () => {
  class Forgetful extends Journal {
    lose = false
    override async append(...given: Parameters<Journal['append']>) {
      const first = await super.append(...given)
      if (!this.lose) return first
      this.lose = false
      throw new Error('the line broke')
    }
  }
  const journal = new Forgetful(store.db, store.keys, () => 0, true)
  const ann = await enter(node(NO_BUS, PLAIN_KEEPER, journal).rooms, 'ann')
  journal.lose = true
  write(ann, 'a', 1)
  await expect.poll(() => ann.room.failing).toBe(true)
  expect(ann.peer.saved).toBe(0)
  await expect
    .poll(() => {
      clock.advance(1_000)
      return ann.peer.saved
    })
    .toBe(1)
  expect((await store.journal.load(ID)).nextSeq).toBe(2)
})

it('[ND12] people on another node are seen, keep their client ids, and are gone when they leave or their node dies', async () => {
  const bus = new LossyBus(clock, () => 0.5)
  const [one, two] = [node(bus.end()), node(bus.end())]
  const ann = await enter(one.rooms, 'ann')
  const bo = await enter(two.rooms, 'bo')
  const seen = () => bo.peer.presence.map((bytes) => new TextDecoder().decode(bytes)).join()
  ann.room.receive(ann.peer, rawAwareness([{ client: 1, clock: 4, state: { cursor: 'hier' } }]))
  expect(await pass(2_000, () => seen().includes('hier'))).toBe(true)
  expect(seen()).toContain('"name":"ann"')
  // Somebody who comes in later sees her too; nobody can take her id, on either node.
  const cas = await enter(two.rooms, 'cas')
  expect(cas.peer.presence).toHaveLength(1)
  cas.room.receive(cas.peer, rawAwareness([{ client: 1, clock: 9, state: { cursor: 'vals' } }]))
  await pass(1_000)
  expect(seen()).not.toContain('vals')
  // No word of her node any more.
  bus.cut()
  expect(await pass(35_000, () => seen().includes('null'))).toBe(true)
  expect(
    bus.sent.some((bytes) => Buffer.from(bytes).includes('hier') || Buffer.from(bytes).includes('ann')),
  ).toBe(false)
})

it('[ND15] S3: rights that change on one node change the lines of the other, by word and, without a bus, by asking again', async () => {
  const bus = new LossyBus(clock, () => 0.5)
  const one = node(bus.end())
  const [here, there] = [new Hub(clock), new Hub(clock)]
  here.tell = (word) => one.nodes.tell(word)
  node(bus.end(), PLAIN_KEEPER, store.journal, {
    word: (word) => there.hear(word),
    gone: () => {},
    recheck: () => void there.recheckAll(),
  })
  let right: 'write' | 'read' = 'write'
  const bo = () => {
    const peer = new TestPeer({ id: 'bo', name: 'bo' })
    there.add({ peer, id: ID, sessionId: 's', granted: 'write', right: async () => right })
    return peer
  }
  const [first, second] = [bo(), bo()]
  here.rightsChanged(ID.boardId, 'bo')
  expect(await pass(1_000, () => first.frames.length === 1)).toBe(true)
  expect(first.closed).toBeNull()
  right = 'read'
  await here.recheckBoard(ID.boardId)
  expect(await pass(1_000, () => second.closed !== null)).toBe(true)
  bus.cut()
  right = 'write'
  const third = bo()
  right = 'read'
  await here.recheckBoard(ID.boardId)
  expect(await pass(5_000, () => third.closed !== null)).toBe(true)
  expect(third.closed?.code).toBe(CLOSE.restart)
  here.stop()
  there.stop()
})

it.each([1, 2, 3, 4, 5, 6])(
  '[ND13, T6] over a bus that loses, delays, doubles, reorders and is cut, everybody has every saved change 5 s after it heals (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const bus = new LossyBus(clock, random)
    const made = [node(bus.end()), node(bus.end())]
    const people = [
      await enter(made[0]!.rooms, 'ann'),
      await enter(made[0]!.rooms, 'bo'),
      await enter(made[1]!.rooms, 'cas'),
      await enter(made[1]!.rooms, 'dina'),
    ]
    const wrote: string[] = []
    for (let step = 0; step < 300; step++) {
      const at = Math.floor(random() * people.length)
      const person = people[at]!
      const dice = random()
      if (dice < 0.7) {
        write(person, `${at}-${step}`, step)
        wrote.push(`${at}-${step}`)
      } else if (dice < 0.75) bus.cut()
      else if (dice < 0.85) bus.mend()
      else if (dice < 0.9) await person.room.rest()
      else await pass(100)
    }
    bus.mend()
    const whole = () => people.every(({ peer }) => Object.keys(notes(peer)).length === wrote.length)
    expect(await pass(5_000, whole)).toBe(true)
    expect(people.map(({ peer }) => Object.keys(notes(peer)).sort())).toEqual(
      people.map(() => [...wrote].sort()),
    )
    const stored = await enter(node(NO_BUS).rooms, 'late')
    expect(Object.keys(notes(stored.peer)).sort()).toEqual([...wrote].sort())
    expect(people.map(({ peer }) => peer.saved)).toEqual(
      people.map((_, i) => wrote.filter((key) => key.startsWith(`${i}-`)).length),
    )
    expect(bus.delivered).toBeGreaterThan(10)
    expect(bus.lost).toBeGreaterThan(10)
  },
)
