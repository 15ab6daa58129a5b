import { expect, test, type Page } from '@playwright/test'
import { randomInt } from 'node:crypto'
import type * as Y from 'yjs'
import { caseMap, insertRecord, readCase, textOf } from '@/lib/case/doc'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { testClock } from '../support/peers'
import { seeded } from '../support/seeded'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { connectionTo } from './fixtures/sockets'

/** `FAULT_STATUS_KILLS=500` for the long run; `FAULT_SEED` repeats one. */
const KILLS = Number(process.env['FAULT_STATUS_KILLS'] ?? 8)
/** The same in a real browser; `FAULT_SCREEN_KILLS=25` for the long run. */
const SCREEN_KILLS = Number(process.env['FAULT_SCREEN_KILLS'] ?? 1)
/** Long runs say how far they are. */
const SAY_EVERY = 25
const SEED = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31))

let server: TestServer
let boards: { board: string; cookie: string }[]
test.beforeAll(async () => {
  server = await TestServer.start({ LOG_LEVEL: 'warn', LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
  boards = []
  for (const name of ['Bo', 'Cas', 'Dina']) {
    const board = await server.addBoard(name, 'ann@example.nl')
    boards.push({ board, cookie: await server.join(await server.invite(board, 'participant'), name) })
  }
})
test.afterAll(() => server.dispose())

/** All that can be told apart: which notes there are, and what they say. */
const contentOf = (doc: Y.Doc) => JSON.stringify(readCase(doc).notes.map(({ id, text }) => [id, text]))

/**
 * Somebody alone on a board, what it was after each of their changes, and the last of these at which their status was
 * seen to say saved. The status is looked at whenever it may have changed, as the page does that shows it.
 */
class Witness {
  readonly contents: string[]
  savedAt = 0
  timesSaved = 0
  #made = 0

  constructor(
    readonly connection: BoardConnection,
    readonly random: () => number,
  ) {
    this.contents = [contentOf(connection.doc)]
    connection.subscribe(() => this.look())
  }

  look(): void {
    if (this.connection.status.state !== 'saved') return
    if (this.savedAt < this.contents.length - 1) this.timesSaved += 1
    this.savedAt = this.contents.length - 1
  }

  /** Writes, takes away or types: a state vector knows nothing of the second. */
  change(prefix: string): void {
    const { doc } = this.connection
    const ids = readCase(doc).notes.map(({ id }) => id)
    const one = ids[Math.floor(this.random() * ids.length)]
    const what = this.random()
    // Before the change is made: while it is, the status is told.
    this.contents.push('')
    doc.transact(() => {
      if (one && what < 0.3) caseMap(doc, 'notes').delete(one)
      else if (one && what < 0.7) textOf(doc, 'notes', one, 'text')?.insert(0, `${this.#made} `)
      else insertRecord(doc, 'notes', { id: `${prefix}-${this.#made}`, text: 'n', createdBy: 'x' })
    })
    this.#made += 1
    this.contents[this.contents.length - 1] = contentOf(doc)
    this.look()
  }
}

const open = async (place: { board: string; cookie: string }) => {
  const connection = connectionTo(server, place.board, place.cookie, testClock)
  await expect.poll(() => connection.status.synced, { intervals: [10] }).toBe(true)
  return connection
}

test(`[FT4] the status never says saved when a kill at that moment loses something: ${KILLS} kills`, async () => {
  test.setTimeout(60_000 + KILLS * 30_000)
  const random = seeded(SEED)
  const counts = { saved: 0, unsaved: 0, changes: 0, timesSaved: 0, lost: [] as string[] }
  for (let kill = 0; kill < KILLS; kill++) {
    const witnesses = await Promise.all(boards.map(async (place) => new Witness(await open(place), random)))
    const run = { on: true }
    const working = witnesses.map(async (one) => {
      for (let i = 0; run.on; i++) {
        one.change(`k${kill}`)
        // Now in a row, now with a rest that is long enough for "saved".
        await new Promise((resolve) =>
          setTimeout(resolve, random() < 0.3 ? 40 + random() * 120 : random() * 15),
        )
      }
    })
    await expect
      .poll(() => witnesses.every(({ timesSaved }) => timesSaved > 0), { intervals: [10] })
      .toBe(true)
    await new Promise((resolve) => setTimeout(resolve, random() * 500))
    const dead = server.kill()
    run.on = false
    for (const one of witnesses) {
      one.look()
      counts[one.connection.status.state === 'saved' ? 'saved' : 'unsaved'] += 1
    }
    await dead
    await Promise.all(working)
    // What was still on its way from the server may be shown after it is gone, and is true as well.
    await expect.poll(() => witnesses.some(({ connection }) => connection.status.connected)).toBe(false)
    for (const { connection } of witnesses) connection.destroy()
    await server.start()
    for (const [i, { contents, savedAt, timesSaved }] of witnesses.entries()) {
      const fresh = await open(boards[i] as (typeof boards)[number])
      const found = contents.lastIndexOf(contentOf(fresh.doc))
      fresh.destroy()
      counts.changes += contents.length - 1
      counts.timesSaved += timesSaved
      if (found < savedAt) counts.lost.push(`kill ${kill}, board ${i}: saved at ${savedAt}, found ${found}`)
    }
    if ((kill + 1) % SAY_EVERY === 0 || kill + 1 === KILLS)
      console.log(
        `FT4: ${kill + 1} kills, seed ${SEED}: ${counts.changes} changes, "saved" said ${counts.timesSaved} times, ` +
          `at the kill ${counts.saved} × saved and ${counts.unsaved} × not; lost ${counts.lost.length}`,
      )
  }
  expect(counts.lost).toEqual([])
  expect(counts.timesSaved).toBeGreaterThanOrEqual(KILLS * boards.length)
})

interface Seen {
  saved: string
  times: number
}

/** In the page: what the description was whenever the status said saved. */
function watch(): void {
  const seen = { saved: '', times: 0 }
  const status = document.querySelector('[role=status][data-state]')
  const look = () => {
    const field = document.querySelector<HTMLTextAreaElement>('textarea[data-watched]')
    if (status?.getAttribute('data-state') !== 'saved' || !field) return
    if (field.value !== seen.saved) seen.times += 1
    seen.saved = field.value
  }
  if (status) new MutationObserver(look).observe(status, { attributes: true })
  Object.assign(globalThis, { seenSaved: seen, lookNow: look })
}

const seenBy = (page: Page) =>
  page.evaluate(() => {
    const { seenSaved, lookNow } = globalThis as unknown as { seenSaved: Seen; lookNow: () => void }
    lookNow()
    return seenSaved
  })

test(`[FT4] in a real browser, ${SCREEN_KILLS} kills: what stood there when the status said saved is there`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + SCREEN_KILLS * 60_000)
  const random = seeded(SEED)
  const board = await boardWith(server, '2014;g;Verhuizing')
  let times = 0
  for (let kill = 0; kill < SCREEN_KILLS; kill++) {
    const bo = await enter(server, browser, board, 'Bo')
    await bo.openMoment('Verhuizing')
    await bo.description.evaluate((field) => field.setAttribute('data-watched', ''))
    await bo.page.evaluate(watch)
    await bo.description.focus()
    await bo.page.keyboard.press('Control+End')
    const run = { on: true }
    const typing = (async () => {
      for (let i = 0; run.on; i++) {
        await bo.page.keyboard.type(`${i} `)
        if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, 60 + random() * 150))
      }
    })()
    await expect.poll(async () => (await seenBy(bo.page)).times).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, random() * 1_500))
    await server.kill()
    run.on = false
    await typing
    const seen = await seenBy(bo.page)
    times += seen.times
    // The tab is gone before the server is back: nobody sends it again.
    expect(await everybodyLeaves()).toEqual([])
    await server.start()
    const file = JSON.parse(await server.cli(['board', 'export', board])) as {
      events: { description: string }[]
    }
    // It only grew: what was there when saved was said is a beginning of what is there now.
    expect(file.events[0]?.description.startsWith(seen.saved), `kill ${kill}, seed ${SEED}`).toBe(true)
  }
  console.log(`FT4 in a browser: ${SCREEN_KILLS} kills, seed ${SEED}: "saved" seen ${times} times, lost 0`)
  expect(times).toBeGreaterThan(0)
})
