import type { Clock } from '@/lib/clock'

/**
 * Time as it passes on this device. The wall clock can be put back while somebody works: what is to leave in 50 ms would
 * then wait an hour, and a dead line be believed for as long.
 */
export const browserClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
