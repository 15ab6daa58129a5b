import { quantile, pause } from './load'
import { nothingSeen, Person, type Ledger } from './person'
import type { Server } from './servers'

const READERS = 10
const EDITS_PER_S = 500
const EDIT_BYTES = 8_000
const BEFORE_S = 5
const STALLED_S = 20
const TICK_MS = 10

export interface Stalled {
  /** Edits to somebody who reads, before and meanwhile; 95 of 100. Milliseconds. */
  beforeMs: number
  meanwhileMs: number
  /** The most memory that the server took more than before. MB. */
  grewMb: number
}

/** One person writes a lot while ten readers take nothing of it any more. */
export async function stalled(server: Server, room: string): Promise<Stalled> {
  const seen = nothingSeen()
  const ledger: Ledger = { edits: [], cursors: [] }
  const enter = (watches: boolean) => Person.enter(server, room, seen, ledger, watches)
  const [writer, watcher] = [await enter(false), await enter(true)]
  writer.padding = 'x'.repeat(EDIT_BYTES)
  watcher.measuring = true
  watcher.since = 0
  let made = 0
  const write = async (seconds: number, meanwhile: () => void) => {
    const start = performance.now()
    const from = made
    for (let now = start; now - start < seconds * 1_000; now = performance.now()) {
      for (; made - from < ((now - start) * EDITS_PER_S) / 1_000; made++) writer.edit()
      meanwhile()
      await pause(TICK_MS)
    }
  }
  await write(BEFORE_S, () => {})
  const beforeMs = quantile(seen.edits.splice(0), 0.95)
  const readers = []
  for (let i = 0; i < READERS; i++) readers.push(await enter(false))
  await pause(1_000)
  for (const reader of readers) reader.stopReading()
  const before = server.rssMb()
  let most = before
  await write(STALLED_S, () => (most = Math.max(most, server.rssMb())))
  const outcome = { beforeMs, meanwhileMs: quantile(seen.edits, 0.95), grewMb: most - before }
  for (const one of [writer, watcher, ...readers]) one.leave()
  return outcome
}
