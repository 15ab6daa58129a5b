import type { Clock } from '@/lib/clock'

/** The real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    // What is only waited for keeps no process alive: a command ends when its work is done.
    const timer = setTimeout(run, ms).unref()
    return () => clearTimeout(timer)
  },
}
