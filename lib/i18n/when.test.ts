import { expect, it } from 'vitest'
import { when } from './when'

const zone = 'Europe/Amsterdam'
const at = (iso: string) => Date.parse(iso)

it('[TX4] today and yesterday are said with the time, by the clock on the wall', () => {
  const now = at('2026-11-21T23:30:00+01:00')
  expect(when(at('2026-11-21T00:05:00+01:00'), now, 'nl', zone)).toEqual({ day: 'today', time: '00:05' })
  expect(when(at('2026-11-20T23:59:00+01:00'), now, 'en', zone)).toEqual({ day: 'yesterday', time: '23:59' })
})

it('[TX4] the day before a change of the clocks is yesterday', () => {
  const now = at('2026-03-29T23:50:00+02:00')
  expect(when(at('2026-03-28T00:10:00+01:00'), now, 'nl', zone).day).toBe('yesterday')
})

it('[TX5] older is said as a day, with the year only when it is another one', () => {
  const now = at('2026-11-21T12:00:00Z')
  expect(when(at('2026-03-12T12:00:00Z'), now, 'nl', zone)).toEqual({ day: 'other', text: '12 maart' })
  expect(when(at('2025-03-12T12:00:00Z'), now, 'en', zone)).toEqual({ day: 'other', text: '12 March 2025' })
})
