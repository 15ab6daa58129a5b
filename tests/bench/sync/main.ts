import { fill, opening, wake } from './opening'
import { run, quantile, type Load, type Outcome } from './load'
import { Hocuspocus, Ours, YWebsocket, type Server } from './servers'
import { stalled } from './stalled'
import { Table } from './table'

/** `BENCH_PARTS=b1,b4` for some, `BENCH_ROUNDS=1` for a quick look. */
const PARTS = (process.env['BENCH_PARTS'] ?? 'b1,b2,b3,b4,b5,b6,b7').split(',')
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const SECONDS = 8

const LOADS: Record<string, Load & { what: string }> = {
  b1: {
    what: '12 people, each 2 edits/s and 20 moves/s',
    rooms: 1,
    people: 12,
    editors: 12,
    edits: 2,
    moves: 20,
    seconds: SECONDS,
  },
  b2: {
    what: '60 people, 15 × 4 edits/s, all 20 moves/s',
    rooms: 1,
    people: 60,
    editors: 15,
    edits: 4,
    moves: 20,
    seconds: SECONDS,
  },
  b3: {
    what: '200 people, 20 × 5 edits/s, all 10 moves/s',
    rooms: 1,
    people: 200,
    editors: 20,
    edits: 5,
    moves: 10,
    seconds: SECONDS,
  },
  b4: {
    what: '200 rooms × 3, 2 edits/s and 10 moves/s each',
    rooms: 200,
    people: 3,
    editors: 3,
    edits: 2,
    moves: 10,
    allWatch: true,
    seconds: SECONDS,
  },
}

/**
 * Each server works for a while before it is measured: else what is measured is how soon its script is compiled. All of
 * what the loads ask of it, in many small rooms.
 */
const WARM_UP: Load = { rooms: 40, people: 4, editors: 4, edits: 5, moves: 10, seconds: 10 }

async function roomsOf(server: Server, name: string, count: number): Promise<string[]> {
  const rooms: string[] = []
  for (let i = 0; i < count; i++) rooms.push(await server.room(`${name}-${i}`))
  return rooms
}

/** Edits a second by thirty people in one room; the last rate at which 95 of 100 arrive within 100 ms counts. */
const RATES = [2_000, 4_000, 8_000, 12_000, 16_000, 20_000, 30_000]
const IN_TIME_MS = 100

const servers: (() => Server)[] = [() => new Ours(), () => new YWebsocket(), () => new Hocuspocus()]
const table = new Table()

async function withServer(make: () => Server, use: (server: Server) => Promise<void>): Promise<void> {
  const server = make()
  try {
    await server.start()
    await use(server)
  } catch (error) {
    // A server that cannot do it has no figure; the others are measured all the same.
    console.error(`${server.name}: ${String(error)}`)
  } finally {
    await server.stop()
  }
}

function add(part: string, what: string, server: Server, outcome: Outcome): void {
  const { seen, cpu, framesPerS, rssMb, delivered, editsPerS } = outcome
  const row = (name: string, unit: string, value: number) =>
    table.add(`${part}: ${what}`, name, unit, server.name, value)
  row('edit, p95', 'ms', quantile(seen.edits, 0.95))
  row('cursor, p95', 'ms', quantile(seen.cursors, 0.95))
  if (seen.saved.length > 0) row('called saved, p95', 'ms', quantile(seen.saved, 0.95))
  row('processor, of a core', '%', cpu * 100)
  row('frames out', '/s', framesPerS)
  row('edits in', '/s', editsPerS)
  row('arrived', '%', delivered * 100)
  row('memory', 'MB', rssMb)
}

for (let round = 0; round < ROUNDS; round++)
  for (const make of servers) {
    for (const [part, { what, ...load }] of Object.entries(LOADS))
      if (PARTS.includes(part))
        await withServer(make, async (server) => {
          await run(server, await roomsOf(server, 'warm', WARM_UP.rooms), WARM_UP)
          add(
            part.toUpperCase(),
            what,
            server,
            await run(server, await roomsOf(server, part, load.rooms), load),
          )
          console.error(`${part} ${server.name} (${round + 1} of ${ROUNDS})`)
        })
    if (PARTS.includes('b5'))
      await withServer(make, async (server) => {
        const room = await server.room('b5')
        const before = server.rssMb()
        const filler = await fill(server, room)
        const grew = server.rssMb() - before
        const found = await opening(server, room)
        filler.leave()
        const row = (name: string, unit: string, value: number) =>
          table.add('B5: a room of 5,000 records', name, unit, server.name, value)
        row('fresh client has it', 'ms', found.syncedMs)
        row('processor per load', 'ms', found.cpuMsPerLoad)
        row('last of 30 at once', 'ms', found.lastOfThirtyMs)
        row('size of the state', 'KB', found.bytes / 1024)
        row('memory more than before it was filled', 'MB', grew)
        if (server instanceof Ours) row('from sleep on disk', 'ms', await wake(server, room))
        console.error(`b5 ${server.name} (${round + 1} of ${ROUNDS})`)
      })
    if (PARTS.includes('b7'))
      await withServer(make, async (server) => {
        const found = await stalled(server, await server.room('b7'))
        const row = (name: string, unit: string, value: number) =>
          table.add('B7: ten readers stop reading, 500 edits/s of 8 KB', name, unit, server.name, value)
        row('edit, p95 before', 'ms', found.beforeMs)
        row('edit, p95 meanwhile', 'ms', found.meanwhileMs)
        row('memory more than before', 'MB', found.grewMb)
        console.error(`b7 ${server.name} (${round + 1} of ${ROUNDS})`)
      })
    if (PARTS.includes('b6'))
      await withServer(make, async (server) => {
        const row = (name: string, unit: string, value: number) =>
          table.add('B6: thirty people in one room', name, unit, server.name, value)
        let best = 0
        for (const rate of RATES) {
          const room = await server.room(`b6-${rate}`)
          const load = { rooms: 1, people: 30, editors: 28, edits: rate / 28, moves: 0, seconds: 4 }
          const { seen, editsPerS, delivered } = await run(server, [room], load).catch(() => ({
            seen: null,
            editsPerS: 0,
            delivered: 0,
          }))
          const p95 = seen ? quantile(seen.edits, 0.95) : Infinity
          console.error(
            `b6 ${server.name}: ${Math.round(editsPerS)}/s, p95 ${Math.round(p95)} ms, ${Math.round(delivered * 100)} % arrived`,
          )
          if (!(p95 <= IN_TIME_MS) || delivered < 0.98) {
            const inTime = seen ? seen.edits.filter((ms) => ms <= IN_TIME_MS).length / seen.edits.length : 0
            row('at the next step, in time', '%', 100 * inTime * delivered)
            break
          }
          best = editsPerS
        }
        row('edits until p95 > 100 ms', '/s', best)
      })
  }

console.log(table.text())
if (process.env['BENCH_WRITE'] !== '0') table.write('docs/benchmarks-sync.md', ROUNDS)
