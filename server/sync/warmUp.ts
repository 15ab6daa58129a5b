import * as Y from 'yjs'
import { insertRecord } from '@/lib/case/doc'
import type { Clock } from '@/lib/clock'

/** After the start, when nobody waits for anything. */
const AFTER_MS = 1_500
const BETWEEN_MS = 50
const STEPS = 6
const RECORDS = 250

/**
 * Reads some records of nobody, a few at a time. An engine makes code fast that has run for a while; else the first
 * large board after a start would take twice as long to wake (`npm run bench:sync` measures it).
 */
export function warmUp(clock: Clock): void {
  const read = new Y.Doc()
  let step = 0
  const go = () => {
    const made = new Y.Doc()
    made.transact(() => {
      for (let i = 0; i < RECORDS; i++)
        insertRecord(made, 'notes', {
          id: `${step}-${i}`,
          text: 'Wat we zagen. '.repeat(8),
          createdBy: 'nobody',
        })
    })
    Y.applyUpdate(read, Y.encodeStateAsUpdate(made))
    made.destroy()
    step += 1
    if (step < STEPS) clock.after(BETWEEN_MS, go)
    else read.destroy()
  }
  clock.after(AFTER_MS, go)
}
