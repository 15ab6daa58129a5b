import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { caseMap, MAP_NAMES, readCase } from '@/lib/case/doc'
import type { BoardConnection } from '@/lib/sync/client/connection'
import { TestServer } from '@/tests/e2e/fixtures/server'
import { connectionTo } from '@/tests/e2e/fixtures/sockets'
import { ManualClock } from '@/tests/support/clock'
import { testClock } from '@/tests/support/peers'
import { seeded } from '@/tests/support/seeded'
import { PEOPLE as AS_PEOPLE, STORM } from './habits'
import { meet } from './meeting'
import { Person, type OnTable } from './person'

/** `npm run test:meeting`: a long meeting in fast time, on the built server, over sockets. */
const CHANGES = Number(process.env['MEETING_CHANGES'] ?? 1_000_000)
const HOURS = Number(process.env['MEETING_HOURS'] ?? 3)
/** `storm`: every change is one of the document. */
const HABITS = process.env['MEETING_KIND'] === 'storm' ? STORM : AS_PEOPLE
const PEOPLE = Number(process.env['MEETING_PEOPLE'] ?? 10)
const SEED = Number(process.env['MEETING_SEED'] ?? 8)
/** A guard against waiting for ever, and no measure. Milliseconds. */
const PATIENCE_MS = 120_000

/** Our client sends at most this often. Milliseconds. */
const TICK_MS = 50

const MB = 1024 * 1024
const mb = (bytes: number) => `${(bytes / MB).toFixed(2)} MB`
const turn = () => new Promise((resolve) => setImmediate(resolve))
const say = (line: string) => process.stdout.write(`${line}\n`)

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; !holds(); await turn())
    if (performance.now() > deadline) throw new Error(`waited in vain: ${what}`)
}

/** What the server's process holds. Bytes. */
function rssOf(server: TestServer): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
  return Number(kb) * 1024
}

/** What one of the people here holds, on average, after everything that can go has gone. Bytes. */
function heapOfOne(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / PEOPLE
}

/** How long somebody who comes in waits for the board, with what comes. */
async function comeIn(server: TestServer, board: string, cookie: string) {
  const from = performance.now()
  const connection = connectionTo(server, board, cookie, testClock)
  await until('the board is there', () => connection.status.synced)
  return { ms: performance.now() - from, connection }
}

const sizeOf = ({ doc }: BoardConnection) => Y.encodeStateAsUpdate(doc).length

/** What a document would weigh that holds the same and has no past. */
function anew({ doc }: BoardConnection): number {
  const fresh = new Y.Doc()
  for (const name of MAP_NAMES)
    for (const [id, record] of caseMap(doc, name).entries()) caseMap(fresh, name).set(id, record.clone())
  return Y.encodeStateAsUpdate(fresh).length
}

const many = '100000000'
const server = await TestServer.start({
  LOG_LEVEL: 'warn',
  LIMIT_FRAMES_PER_SECOND: many,
  LIMIT_FRAMES_BURST: many,
  LIMIT_BYTES_PER_SECOND: many,
  LIMIT_JOINS: '1000',
})
try {
  say(`${CHANGES} changes by ${PEOPLE} people in ${HOURS} hours, seed ${SEED}`)
  await server.addUser('ann@example.nl', 'Ann')
  const board = await server.addBoard('Drie uur', 'ann@example.nl')
  const cookies: string[] = []
  for (let i = 0; i <= PEOPLE; i++)
    cookies.push(await server.join(await server.invite(board, 'participant'), `P${i}`))
  const random = seeded(SEED)
  const clock = new ManualClock()
  const onTable: OnTable = { events: [], people: [], shapes: [] }
  const connections = cookies
    .slice(0, PEOPLE)
    .map((cookie) => connectionTo(server, board, cookie, clock, random))
  await until('all are in', () => connections.every(({ status }) => status.synced))
  const people = connections.map((one, i) => new Person(`p${i}`, one, onTable, HABITS, random))
  const pass = async (ms: number) => {
    clock.advance(ms)
    await turn()
  }
  const saved = () => {
    let turns = 0
    return until('all is saved', () => {
      if (connections.every(({ status }) => status.state === 'saved')) return true
      // What was made in this tick leaves in the next. Not for long: in hours of silence a line would seem dead.
      if (++turns % 100 === 0 && turns <= 10_000) clock.advance(TICK_MS)
      return false
    })
  }
  people[0]?.prepare({ events: 150, people: 40, shapes: 60 })
  await pass(TICK_MS)
  await saved()
  const atStart = sizeOf(connections[0] as BoardConnection)
  const from = performance.now()
  let mostRss = 0
  const heaps: number[] = []
  const made = await meet(
    { people, pass, saved },
    { changes: CHANGES, hours: HOURS, random },
    async (min, n) => {
      const [rss, heap, size] = [rssOf(server), heapOfOne(), sizeOf(connections[0] as BoardConnection)]
      mostRss = Math.max(mostRss, rss)
      heaps.push(heap)
      const took = Math.round((performance.now() - from) / 1_000)
      say(`${min} min: ${n} changes, board ${mb(size)}, server ${mb(rss)}, a client ${mb(heap)} (${took} s)`)
    },
  )
  mostRss = Math.max(mostRss, rssOf(server))
  const last = cookies[PEOPLE] as string
  const warm = await comeIn(server, board, last)
  const state = sizeOf(warm.connection)
  const whole = JSON.stringify(readCase(warm.connection.doc))
  const different = connections.filter(({ doc }) => JSON.stringify(readCase(doc)) !== whole).length
  const withoutPast = anew(warm.connection)
  for (const one of [...connections, warm.connection]) one.destroy()
  await server.kill()
  await server.start()
  const cold = await comeIn(server, board, last)
  const lost = JSON.stringify(readCase(cold.connection.doc)) !== whole
  cold.connection.destroy()
  const hours = Math.max(1, heaps.length - 1) / 4
  const slope = ((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)) / hours
  const bar = (what: string, figure: string, holds: boolean) =>
    say(`${holds ? 'yes' : 'NO '}  ${what}: ${figure}`)
  say(`${made} changes in ${Math.round((performance.now() - from) / 1_000)} s`)
  const written = people.reduce((sum, one) => sum + one.written, 0)
  say(
    `of which ${written} written into the document, ${made - written} moves of a hand, seen and not written`,
  )
  say(`all of it in a document without a past: ${mb(withoutPast)}`)
  say(`the board at the start ${mb(atStart)}; ${((state - atStart) / made).toFixed(2)} bytes a change`)
  bar('the same board for all, and after a kill', `${different} differ`, different === 0 && !lost)
  bar('snapshot below 5 MB', mb(state), state < 5 * MB)
  bar('who comes in has it within 1 s', `${Math.round(warm.ms)} ms`, warm.ms < 1_000)
  bar('also from sleep on disk', `${Math.round(cold.ms)} ms`, cold.ms < 1_000)
  bar('the server below 300 MB', mb(mostRss), mostRss < 300 * MB)
  bar('a client does not grow', `${mb(slope)} an hour`, Math.abs(slope) < MB)
  // Sizes and contents can fail it; times are for who reads them.
  if (different > 0 || lost || state >= 5 * MB || mostRss >= 300 * MB) process.exitCode = 1
} finally {
  await server.dispose()
}
// The watchers of connections that were left keep nobody here.
process.exit()
