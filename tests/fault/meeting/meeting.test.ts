import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '@/lib/case/doc'
import { BoardHeads } from '@/server/boards/heads'
import { createKeeper } from '@/server/boards/keeper'
import { systemClock } from '@/server/clock'
import { createLog } from '@/server/log'
import { seeded } from '@/tests/support/seeded'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { World } from '@/tests/support/world'
import { STORM } from './habits'
import { meet } from './meeting'
import { Person, type OnTable } from './person'

const ID = { boardId: 'b1', document: 'case' } as const
const SEED = 8
const PEOPLE = 4
const CHANGES = 4_000
/** What one more change may cost at most once the board is set up: overwritten values leave a few bytes each. */
const BYTES_PER_CHANGE = 15

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
})
afterEach(() => store.close())

async function stored(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const { snapshot, updates } = await store.journal.load(ID)
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
  return doc
}

it(`[T8] a meeting that drags, types and takes back leaves a few bytes a change, and the same board for all (seed ${SEED})`, async () => {
  const random = seeded(SEED)
  const log = createLog('silent')
  const world = new World(store, ID, createKeeper(new BoardHeads(store.db, store.keys), systemClock, log))
  await world.start()
  const onTable: OnTable = { events: [], people: [], shapes: [] }
  const devices = Array.from({ length: PEOPLE }, (_, i) => world.add(`p${i}`))
  await world.run(1_000)
  const people = devices.map(({ name, connection }) => new Person(name, connection, onTable, STORM, random))
  world.asClient(() => people[0]?.prepare({ events: 100, people: 30, shapes: 40 }))
  const allSaved = () => people.every(({ connection }) => connection.status.state === 'saved')
  const saved = async () => {
    for (let waited = 0; !allSaved(); waited++) {
      if (waited > 1_000) throw new Error('it is not saved')
      await world.run(10)
    }
  }
  await world.run(1_000)
  await saved()
  // A frame leaves every fifth tick, with what was done in them: so quick is nobody's hand, and the sizes are the same.
  const meeting = { people, pass: () => world.run(10), saved }
  const sizes: number[] = []
  for (let half = 0; half < 2; half++) {
    // A drawn-out hour holds the same as one in which hands are never still; only the changes count here.
    const made = await meet(meeting, { changes: CHANGES / 2, hours: 0.01, random })
    expect(made).toBeGreaterThanOrEqual(CHANGES / 2)
    sizes.push(Y.encodeStateAsUpdate(await stored()).length)
  }
  const perChange = ((sizes[1] ?? 0) - (sizes[0] ?? 0)) / (CHANGES / 2)
  console.log(`T8: ${sizes.join(' → ')} bytes, ${perChange.toFixed(1)} a change`)
  expect(perChange).toBeLessThan(BYTES_PER_CHANGE)
  const board = readCase(await stored())
  for (const { connection } of people) {
    expect(connection).toMatchObject({ generation: 0, lost: null })
    expect(readCase(connection.doc)).toEqual(board)
  }
  await world.stop()
})
