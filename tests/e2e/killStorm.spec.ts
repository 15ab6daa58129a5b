import { expect, test } from '@playwright/test'
import { randomBytes, randomInt } from 'node:crypto'
import { NO_POSTGRES, ownSchema, reachablePostgres } from '../support/postgres'
import { seeded } from '../support/seeded'
import { TestServer } from './fixtures/server'
import { stockProvider } from './fixtures/sockets'
import { exported, newPlaces, notesOn, placesOn, storm, type Place } from './fixtures/storm'

/** `FAULT_ROUNDS=200` for the long run; `FAULT_SEED` repeats one. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 4)
const SEED = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31))
/** Of a server whose new board is being opened: five in the long run. */
const OPENING_KILLS = ROUNDS > 10 ? 5 : 2
/** Long runs say how far they are. Rounds. */
const SAY_EVERY = 25
const WRITERS = 8
const EVERY_MS = 33
const BOARD_EVERY = 10
/** More boards than one person has open. */
const BOARDS = 50

const LIMITS = { LOG_LEVEL: 'warn', LIMIT_JOINS: '10000' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The built server on SQLite, or on a schema of its own; null where no PostgreSQL is. */
async function startOn(store: string): Promise<{ server: TestServer; dispose: () => Promise<void> } | null> {
  if (store === 'SQLite') {
    const server = await TestServer.start(LIMITS)
    return { server, dispose: () => server.dispose() }
  }
  const url = await reachablePostgres()
  if (!url) return null
  const schema = await ownSchema(url)
  const secret = () => randomBytes(32).toString('hex')
  const shared = { DATABASE_URL: schema.url, AUTH_SECRET: secret(), MASTER_KEY: secret() }
  const server = await TestServer.start({ ...LIMITS, ...shared })
  const dispose = async () => {
    await server.dispose()
    await schema.drop()
  }
  return { server, dispose }
}

for (const store of ['SQLite', 'PostgreSQL'])
  test(`[WS5, T1] what was acknowledged at a SIGKILL is there after the restart, on ${store}: ${ROUNDS} kills`, async () => {
    test.setTimeout(60_000 + ROUNDS * 36_000)
    const started = await startOn(store)
    if (!started) console.warn(NO_POSTGRES)
    test.info().skip(!started, 'no PostgreSQL')
    if (!started) return
    const { server, dispose } = started
    try {
      const random = seeded(SEED)
      await server.addUser('ann@example.nl', 'Ann')
      const names = Array.from({ length: WRITERS }, (_, i) => `P${i}`)
      let places: Place[] = []
      const acknowledged = new Map<string, string>()
      const missing = new Set<string>()
      let sent = 0
      const from = performance.now()
      for (let round = 0; round < ROUNDS; round++) {
        // A fresh board now and then: the next round looks at the last one's edits too, and not at a year of them.
        if (round % BOARD_EVERY === 0) places = await newPlaces(server, 'ann@example.nl', names)
        const writers = await storm(server, places, `kill-${round}`, { everyMs: EVERY_MS, random })
        await expect.poll(() => writers.every((writer) => writer.acknowledged().length > 0)).toBe(true)
        await wait(random() * 1_200)
        for (const writer of writers)
          for (const id of writer.acknowledged()) acknowledged.set(id, writer.board)
        await server.kill()
        for (const writer of writers) writer.stop()
        sent += writers.reduce((sum, writer) => sum + writer.sent(), 0)
        await server.start()
        const board = places[0]?.board ?? ''
        const stored = await notesOn(server, board)
        for (const [id, on] of acknowledged) if (on === board && !stored.has(id)) missing.add(id)
        const seconds = Math.round((performance.now() - from) / 1_000)
        if ((round + 1) % SAY_EVERY === 0 || round + 1 === ROUNDS || missing.size > 0)
          console.log(
            `T1 on ${store}: ${round + 1} kills, seed ${SEED}: ${sent} edits, ${acknowledged.size} acknowledged, ` +
              `${missing.size} missing, ${seconds} s`,
          )
        expect([...missing], `round ${round}, seed ${SEED}`).toEqual([])
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * WRITERS)
    } finally {
      await dispose()
    }
  })

test(`[T17] ${BOARDS} boards at once, killed: each has all that was acknowledged on it`, async () => {
  test.setTimeout(120_000)
  const started = await startOn('SQLite')
  if (!started) return
  const { server, dispose } = started
  try {
    await server.addUser('ann@example.nl', 'Ann')
    const places: Place[] = []
    for (let i = 0; i < BOARDS; i++) places.push(...(await newPlaces(server, 'ann@example.nl', [`P${i}`])))
    const writers = await storm(server, places, 'many', { everyMs: 200, random: seeded(SEED) })
    await expect.poll(() => writers.every((writer) => writer.acknowledged().length > 0)).toBe(true)
    const durable = writers.map((writer) => writer.acknowledged())
    await server.kill()
    for (const writer of writers) writer.stop()
    await server.start()
    for (const [i, { board }] of places.entries()) {
      const notes = [...(await notesOn(server, board))]
      expect(durable[i]?.filter((id) => !notes.includes(id))).toEqual([])
      // And nothing of another board.
      expect(notes.every((id) => id.startsWith(`many-${i}-`))).toBe(true)
    }
  } finally {
    await dispose()
  }
})

test(`[T7] ten people open a new board that is made from an example while the server is killed ${OPENING_KILLS} times: nothing is there twice`, async () => {
  test.setTimeout(180_000)
  const started = await startOn('SQLite')
  if (!started) return
  const { server, dispose } = started
  try {
    await server.addUser('ann@example.nl', 'Ann')
    const names = Array.from({ length: 10 }, (_, i) => `P${i}`)
    const quiet = await server.addBoard('Rustig', 'ann@example.nl', '--example')
    const countOf = async (board: string) => {
      const all = await exported(server, board)
      return Object.entries(all).map(([kind, records]) => [kind, Array.isArray(records) ? records.length : 1])
    }
    const wanted = await countOf(quiet)
    const board = await server.addBoard('Druk', 'ann@example.nl', '--example')
    const places = await placesOn(server, board, names)
    const people = places.map(({ cookie }) => stockProvider(server, board, cookie))
    for (let kill = 0; kill < OPENING_KILLS; kill++) {
      await wait(seeded(SEED + kill)() * 300)
      await server.kill()
      await server.start()
    }
    for (const { provider } of people) await expect.poll(() => provider.synced).toBe(true)
    for (const { provider } of people) provider.destroy()
    expect(await countOf(board)).toEqual(wanted)
  } finally {
    await dispose()
  }
})
