// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MESSAGES } from '@/lib/i18n/messages'
import { StayIn } from './StayIn'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const HOUR_MS = 3_600_000
const DAYS_30_MS = 30 * 24 * HOUR_MS
const closing: (() => void)[] = []
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  closing.splice(0).forEach((close) => close())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function screen(leftMs: number) {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <IntlProvider locale="nl" messages={MESSAGES.nl} timeZone="Europe/Amsterdam">
        <input aria-label="wat ik schrijf" />
        <StayIn endsAt={Date.now() + leftMs} />
      </IntlProvider>,
    ),
  )
  closing.push(() => {
    act(() => root.unmount())
    place.remove()
  })
  const isSaid = () => place.querySelector('section') !== null
  // In steps, so that what each brings about is there before the next.
  const later = async (ms: number) => {
    for (let left = ms; left > 0; left -= HOUR_MS)
      await act(async () => vi.advanceTimersByTimeAsync(Math.min(left, HOUR_MS)))
  }
  const press = (words: string) =>
    act(async () => [...place.querySelectorAll('button')].find((one) => one.textContent === words)!.click())
  return { place, isSaid, later, press }
}

it('[A9] a day before the end it is said, and one press prolongs it; what one was doing keeps the focus', async () => {
  const asked = vi.fn(() => Promise.resolve(Response.json({ endsAt: Date.now() + DAYS_30_MS })))
  vi.stubGlobal('fetch', asked)
  const { place, isSaid, later, press } = await screen(DAYS_30_MS)
  const field = place.querySelector('input')!
  field.focus()
  await later(28 * 24 * HOUR_MS)
  expect(isSaid()).toBe(false)
  await later(25 * HOUR_MS)
  expect(isSaid()).toBe(true)
  expect(document.activeElement).toBe(field)
  expect(place.querySelector('[role=status]')?.textContent).toContain('Blijf je nog?')
  await press('Ik blijf')
  expect(asked).toHaveBeenCalledWith('/api/stay', expect.objectContaining({ method: 'POST' }))
  expect(isSaid()).toBe(false)
  expect(place.textContent).toContain('Je kunt hier weer een tijd blijven.')
  // And again a day before the new end.
  await later(28 * 24 * HOUR_MS)
  expect(isSaid()).toBe(false)
  await later(30 * HOUR_MS)
  expect(isSaid()).toBe(true)
})

it('[A9] put away, it is said once more ten minutes before; without a line it says so and stays', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')))
  const { place, isSaid, later, press } = await screen(23 * HOUR_MS)
  expect(isSaid()).toBe(true)
  await press('Later')
  expect(isSaid()).toBe(false)
  await later(22 * HOUR_MS)
  expect(isSaid()).toBe(false)
  await later(51 * 60_000)
  expect(isSaid()).toBe(true)
  await press('Ik blijf')
  expect(isSaid()).toBe(true)
  expect(place.querySelector('[role=alert]')?.textContent).not.toBe('')
  await later(15 * 60_000)
  expect(isSaid()).toBe(false)
})
