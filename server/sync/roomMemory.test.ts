import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '@/server/log'
import type { DocumentId } from '@/server/store/journal'
import { ManualClock } from '@/tests/support/clock'
import { PLAIN_KEEPER, step1, TestPeer, updateFrame, updateOf } from '@/tests/support/peers'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { until } from '@/tests/support/until'
import { Rooms } from './rooms'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const LINGER_MS = 5_000
/** `FAULT_CYCLES=2500` for the long run, of twice as many. */
const LONG = process.env['FAULT_CYCLES']
const CYCLES = LONG ? 2 * Number(LONG) : 60
/** Looks at the memory in the long run, in its second half: the first warms everything up. */
const LOOKS = 40
/** Of what is in use: how much it may grow while it is looked at (T3), and over one cycle, in bytes; a room takes ten times that. */
const MOST_DRIFT = 0.1
const MOST_A_CYCLE = 2_048

let store: TestStore
let clock: ManualClock
let rooms: Rooms
beforeEach(async () => {
  store = await openTestStore()
  clock = new ManualClock()
  rooms = new Rooms(store.journal, PLAIN_KEEPER, clock, createLog('silent'))
  await addTestBoard(store, ID.boardId)
})
afterEach(async () => {
  await rooms.stop()
  await store.close()
})

/**
 * Somebody comes, writes and leaves, and the document sleeps. Always the same person over the same value, so that the
 * document is not what grows.
 */
async function cycle(n: number): Promise<{ room: WeakRef<object>; doc: WeakRef<object> }> {
  const { room, release } = await rooms.enter(ID)
  const peer = new TestPeer({ id: 'ann', name: 'Ann' })
  room.join(peer)
  room.receive(peer, step1(peer.doc))
  await room.settled()
  // Only now: Yjs takes another id when what it is told was made under its own.
  peer.doc.clientID = 4711
  room.receive(peer, updateFrame(updateOf(peer.doc, () => void peer.doc.getMap('notes').set('a', n))))
  await room.settled()
  expect(peer.saved).toBe(1)
  const doc = await room.read((one) => new WeakRef<object>(one))
  room.leave(peer)
  release()
  clock.advance(LINGER_MS * 2)
  await until(() => rooms.awake === 0)
  return { room: new WeakRef(room), doc }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Everything that can be let go of is: what ends in a turn of the loop, and what only a second look finds. */
async function collectAll(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * What is in use after that, in bytes: of the pages of the process (RSS) the allocator keeps as many as it likes. Without
 * compiled code, of which V8 makes more for hundreds of cycles: in two snapshots of the heap nothing else had grown.
 */
async function inUse(): Promise<number> {
  await collectAll()
  const data = getHeapSpaceStatistics().filter(({ space_name }) => !space_name.includes('code'))
  return process.memoryUsage().external + data.reduce((sum, { space_used_size }) => sum + space_used_size, 0)
}

/** Bytes a cycle, by least squares: one odd look in forty then weighs little. */
function slopeOf(looks: readonly (readonly [cycle: number, bytes: number])[]): number {
  const mean = (of: (look: readonly [number, number]) => number) =>
    looks.reduce((sum, look) => sum + of(look), 0) / looks.length
  const [x, y] = [mean(([n]) => n), mean(([, bytes]) => bytes)]
  return mean(([n, bytes]) => (n - x) * (bytes - y)) / mean(([n]) => (n - x) ** 2)
}

it(`[T3] ${CYCLES} times opened and let go of, a document leaves nothing behind in memory`, async () => {
  const held: WeakRef<object>[] = []
  const looks: [number, number][] = []
  const from = Math.ceil(CYCLES / 2)
  const every = Math.ceil((CYCLES - from) / LOOKS)
  for (let n = 0; n < CYCLES; n++) {
    const { room, doc } = await cycle(n)
    // A few of them tell, and a list of all would be what grows.
    if (n < 50) held.push(room, doc)
    if (LONG && n >= from && n % every === 0) looks.push([n, await inUse()])
  }
  await collectAll()
  // The newest may still be known to something that the next one would have taken its place in.
  expect(held.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(2)
  if (!LONG) return
  const slope = slopeOf(looks)
  const drift = (slope * (CYCLES - from)) / (looks[0]?.[1] ?? 1)
  const megabytes = ((looks[0]?.[1] ?? 0) / 1024 / 1024).toFixed(1)
  console.log(
    `T3: ${CYCLES} cycles, ${megabytes} MB in use, ${slope.toFixed(0)} bytes a cycle more, drift ${(drift * 100).toFixed(1)} %`,
  )
  expect(drift).toBeLessThan(MOST_DRIFT)
  expect(slope).toBeLessThan(MOST_A_CYCLE)
}, 3_600_000)
