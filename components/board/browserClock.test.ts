import { afterEach, expect, it, vi } from 'vitest'
import { browserClock } from './browserClock'

afterEach(() => void vi.useRealTimers())

it('[CL15] a wall clock that is put back or forward does not move the time by which changes leave', () => {
  const before = browserClock.now()
  expect(Math.abs(before - Date.now())).toBeLessThan(60_000)
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const jump of [-3_600_000, 86_400_000]) {
    vi.setSystemTime(before + jump)
    const now = browserClock.now()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now - before).toBeLessThan(60_000)
  }
})
