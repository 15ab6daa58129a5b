import { nothingSeen, Person, type Ledger, type Seen } from './person'
import type { Server } from './servers'

export interface Load {
  rooms: number
  /** In each room. */
  people: number
  /** Of them, who edit. */
  editors: number
  /** Of each editor, a second. */
  edits: number
  /** Of everybody, a second. */
  moves: number
  /** Everybody looks for marks in what comes; else two do, who do not edit where there are such. */
  allWatch?: boolean
  seconds: number
}

export interface Outcome {
  seen: Seen
  /** Of one core. */
  cpu: number
  rssMb: number
  framesPerS: number
  editsPerS: number
  /** Of all that watchers should have heard of, by the end or within a second after it. */
  delivered: number
}

const WARM_UP_MS = 2_000
const TICK_MS = 4
const LATE_MS = 3 * TICK_MS
const AFTER_MS = 1_000

/** Lets so many people work in rooms of this server and says what they saw. */
export async function run(server: Server, rooms: readonly string[], load: Load): Promise<Outcome> {
  const seen = nothingSeen()
  const ledger: Ledger = { edits: [], cursors: [] }
  const people: Person[] = []
  const editors: Person[] = []
  const watchers = new Set<Person>()
  for (const room of rooms)
    for (let i = 0; i < load.people; i++) {
      // The last ones watch: where not everybody edits, they do not.
      const watches = load.allWatch === true || i >= load.people - 2
      const person = await Person.enter(server, room, seen, ledger, watches)
      people.push(person)
      if (watches) watchers.add(person)
      if (i < load.editors) editors.push(person)
    }
  const start = performance.now()
  const beats = [
    ...editors.map((one, i) => ({
      every: 1_000 / load.edits,
      next: start + (i * 1_000) / load.edits / editors.length,
      act: () => one.edit(),
    })),
    ...people.map((one, i) => ({
      every: 1_000 / load.moves,
      next: start + (i * 1_000) / load.moves / people.length,
      act: () => one.moveCursor(),
    })),
  ].filter((beat) => Number.isFinite(beat.every))
  let over = false
  const tick = () => {
    if (over) return
    const now = performance.now()
    for (const beat of beats) {
      // Nothing is made up for: a sender that comes too late sends less, and the rate that was reached is reported.
      beat.next = Math.max(beat.next, now - LATE_MS)
      for (; now >= beat.next; beat.next += beat.every) beat.act()
    }
    setTimeout(tick, TICK_MS)
  }
  tick()
  await pause(WARM_UP_MS)
  const [cpuBefore, from, editsBefore] = [server.cpuMs(), performance.now(), ledger.edits.length]
  for (const one of people) {
    one.measuring = true
    one.since = from
  }
  await pause(load.seconds * 1_000)
  const [cpuAfter, to, editsAfter, rssMb] = [
    server.cpuMs(),
    performance.now(),
    ledger.edits.length,
    server.rssMb(),
  ]
  over = true
  const frames = seen.frames
  await pause(AFTER_MS)
  const perRoom = ledger.edits.slice(editsBefore, editsAfter)
  const roomOf = new Map(people.map((one, i) => [one, Math.floor(i / load.people)]))
  const watching = [...watchers].map((one) => ({ one, room: roomOf.get(one) }))
  const expected = perRoom.reduce(
    (sum, { by }) => sum + watching.filter(({ one, room }) => one !== by && room === roomOf.get(by)).length,
    0,
  )
  const gone = people.filter((one) => !one.isOpen).length
  for (const one of people) one.leave()
  if (gone > 0) throw new Error(`${server.name}: ${gone} connections were closed`)
  return {
    seen,
    cpu: (cpuAfter - cpuBefore) / (to - from),
    rssMb,
    framesPerS: (frames * 1_000) / (to - from),
    editsPerS: (perRoom.length * 1_000) / (to - from),
    delivered: seen.arrived / expected,
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The value that `part` of them do not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}
