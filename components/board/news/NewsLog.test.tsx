// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createBoardSession, SessionProvider } from '@/components/board/session'
import { binRecord } from '@/lib/case/commands/bin'
import { addEvent } from '@/lib/case/commands/events'
import { actor, copyOf, newCase, plainEvent } from '@/lib/case/test-kit'
import { MESSAGES } from '@/lib/i18n/messages'
import { setAloud } from './aloud'
import { NewsLog } from './NewsLog'
import { useNews } from './useNews'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const cleanups: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  // Names are asked of a server that is not there.
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')))
})
afterEach(() => {
  cleanups.splice(0).forEach((clean) => clean())
  setAloud('important')
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Ann's screen, and Fatima's document: what she does arrives there at once. */
async function screen() {
  const fatima = newCase()
  const doc = copyOf(fatima)
  fatima.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'remote'))
  const awareness = new Awareness(doc)
  const hers = new Awareness(fatima)
  hers.setLocalState({ user: { id: 'fatima', name: 'Fatima', color: '#aa0000' } })
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(hers, [fatima.clientID]), 'remote')
  const me = { id: 'ann', name: 'Ann' }
  const session = createBoardSession({ doc, awareness, me, locale: 'nl', canWrite: true })
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const kept: { count: number } = { count: 0 }
  function Kept() {
    kept.count = useNews().length
    return null
  }
  await act(async () =>
    root.render(
      <IntlProvider locale="nl" messages={MESSAGES.nl} timeZone="Europe/Amsterdam">
        <SessionProvider value={session}>
          <NewsLog />
          <Kept />
        </SessionProvider>
      </IntlProvider>,
    ),
  )
  cleanups.push(() => {
    act(() => root.unmount())
    place.remove()
    session.dispose()
    hers.destroy()
    awareness.destroy()
  })
  const log = place.querySelector('[role=log]')!
  const heard: string[] = []
  const watcher = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) heard.push(node.textContent ?? '')
  })
  watcher.observe(log, { childList: true })
  cleanups.push(() => watcher.disconnect())
  const later = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms))
  return { fatima, session, log, heard, kept, later }
}

it('[A3] fifty changes in ten seconds are at most five messages, and all of them stand in the list', async () => {
  const { fatima, heard, kept, later } = await screen()
  const her = actor('fatima')
  for (let i = 0; i < 50; i++) {
    act(() => void addEvent(fatima, her, plainEvent(`Moment ${i}`)))
    await later(200)
  }
  await later(5_000)
  expect(heard.length).toBeGreaterThan(1)
  expect(heard.length).toBeLessThanOrEqual(5)
  expect(heard.reduce((sum, text) => sum + Number(/voegde (\d+) momenten/.exec(text)?.[1] ?? 0), 0)).toBe(50)
  expect(kept.count).toBe(50)
})

it('[NWS5] the region is there before its first message, and says who did what with which name', async () => {
  const { fatima, log, heard, later } = await screen()
  expect(log.getAttribute('aria-live')).toBe('polite')
  expect(log.textContent).toBe('')
  const her = actor('fatima')
  let id = ''
  act(() => void (id = addEvent(fatima, her, { ...plainEvent('Scheiding'), originalText: '2019' })!))
  await later(5_000)
  act(() => void binRecord(fatima, her, { kind: 'events', id }))
  await later(5_000)
  expect(heard).toEqual(['Fatima voegde “Scheiding” (2019) toe', 'Fatima deed “Scheiding” (2019) weg'])
})

it('[NWS6] who wants to hear nothing hears nothing; who wants all hears every change; the list has all in any case', async () => {
  const { fatima, heard, kept, later } = await screen()
  let id = ''
  act(() => void (id = addEvent(fatima, actor('fatima'), plainEvent('Scheiding'))!))
  await later(5_000)
  const title = fatima.getMap<Y.Map<unknown>>('events').get(id)!.get('title') as Y.Text
  const type = (words: string) => act(() => title.insert(title.length, words))
  heard.length = 0
  type(' van oma')
  await later(5_000)
  expect(heard).toEqual([])
  act(() => setAloud('all'))
  for (const letter of ' en opa') type(letter)
  await later(5_000)
  expect(heard).toEqual(['Fatima veranderde “Scheiding van oma en opa” (in 2014)'])
  act(() => setAloud('off'))
  act(() => void addEvent(fatima, actor('fatima2'), plainEvent('Nog een')))
  await later(5_000)
  expect(heard).toHaveLength(1)
  // Added, changed (letter after letter is one), and one more.
  expect(kept.count).toBe(3)
})

it('[NWS7] what somebody takes back themselves is said, and what they do is not', async () => {
  const { session, heard, later } = await screen()
  act(() => void addEvent(session.doc, session.actor(), plainEvent('Verhuizing')))
  await later(5_000)
  expect(heard).toEqual([])
  act(() => void session.undo.undo())
  await later(5_000)
  expect(heard).toEqual(['Jij draaide terug: “Verhuizing” (in 2014)'])
  act(() => void session.undo.redo())
  await later(5_000)
  expect(heard.at(-1)).toBe('Jij deed opnieuw: “Verhuizing” (in 2014)')
})
