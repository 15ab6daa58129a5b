import { expect, test } from '@playwright/test'
import { randomInt } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { seeded } from '../support/seeded'
import { TestServer } from './fixtures/server'
import { newPlaces, notesOn, storm } from './fixtures/storm'

const SEED = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31))
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/**
 * Half a second before the hour that comes twice in the Netherlands, and before the one that is left out; both long past,
 * since a session does end after 30 days.
 */
const TWICE_MS = Date.UTC(2025, 9, 26, 0, 59, 59, 500)
const LEFT_OUT_MS = Date.UTC(2025, 2, 30, 0, 59, 59, 500)

let dir: string
let server: TestServer
test.beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'rotonde-clock-'))
  setOff(0)
  server = await TestServer.start({
    LOG_LEVEL: 'warn',
    LIMIT_JOINS: '1000',
    TZ: 'Europe/Amsterdam',
    CLOCK_FILE: clockFile(),
    NODE_OPTIONS: `--import=${pathToFileURL(path.resolve('tests/support/wrongClock.mjs')).href}`,
  })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(async () => {
  await server.dispose()
  rmSync(dir, { recursive: true, force: true })
})

const clockFile = () => path.join(dir, 'off')
/** Whole at once: the server never reads half a number. */
function setOff(ms: number): void {
  writeFileSync(`${clockFile()}.new`, String(ms))
  renameSync(`${clockFile()}.new`, clockFile())
}

interface Row {
  seq: number
  at: number
}
function rowsOf(board: string): Row[] {
  const db = new Database(path.join(server.dataDir, 'rotonde.sqlite'), { readonly: true })
  try {
    return db
      .prepare("select seq, at from journal where board_id = ? and document = 'case' order by seq")
      .all(board) as Row[]
  } finally {
    db.close()
  }
}

test('[T18] a clock that jumps during a storm closes no line, ends no session, and changes no order', async () => {
  const places = await newPlaces(server, 'ann@example.nl', ['Bo', 'Cas', 'Dina', 'Els'])
  const board = places[0]?.board ?? ''
  const writers = await storm(server, places, 'clock', { everyMs: 25, random: seeded(SEED) })
  let drops = 0
  for (const { provider } of writers)
    provider.on('status', ({ status }: { status: string }) => {
      if (status === 'disconnected') drops += 1
    })
  const jumps = [
    -HOUR_MS,
    DAY_MS,
    0,
    TWICE_MS - Date.now(),
    LEFT_OUT_MS - Date.now(),
    // Nobody is signed out before 30 days have passed, whichever way the clock went.
    29 * DAY_MS,
    -400 * DAY_MS,
    0,
  ]
  for (const off of jumps) {
    setOff(off)
    const goal = writers.map((writer) => writer.acknowledged().length + 20)
    await expect
      .poll(() => writers.every((writer, i) => writer.acknowledged().length >= (goal[i] ?? 0)), {
        message: `edits are still called saved with the clock off by ${off} ms, seed ${SEED}`,
      })
      .toBe(true)
    // Who has a session has it still.
    for (const { cookie } of places) {
      const answer = await fetch(`${server.url}/api/boards/${board}/members`, { headers: { cookie } })
      expect(answer.status, `off by ${off}`).toBe(200)
    }
  }
  expect(drops).toBe(0)
  const rows = rowsOf(board)
  // The jumps are in the rows, and the order is not by them.
  expect(rows.some((row, i) => row.at < (rows[i - 1]?.at ?? 0))).toBe(true)
  setOff(-HOUR_MS)
  await expect.poll(() => writers.every((writer) => writer.acknowledged().length > 0)).toBe(true)
  const durable = writers.flatMap((writer) => writer.acknowledged())
  await server.kill()
  for (const writer of writers) writer.stop()
  await server.start()
  const stored = await notesOn(server, board)
  expect(durable.filter((id) => !stored.has(id))).toEqual([])
  expect(JSON.parse(await server.cli(['check']))).toMatchObject({ ok: true })
  setOff(0)
})
