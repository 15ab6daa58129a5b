// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { neighbourOf } from '@/components/board/KeptRow'
import { binRecord } from '@/lib/case/commands/bin'
import { addEvent, setEventDate } from '@/lib/case/commands/events'
import { setText } from '@/lib/case/commands/texts'
import { actor, copyOf } from '@/lib/case/test-kit'
import { openList } from './board-kit'
import { story } from './story-kit'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
beforeEach(() => void vi.stubGlobal('fetch', () => Promise.reject(new Error('no line'))))
const closing: (() => void)[] = []
afterEach(() => {
  closing.splice(0).forEach((close) => close())
  vi.unstubAllGlobals()
})

const rowOf = (row: string) => document.querySelector<HTMLElement>(`[data-row="${row}"]`)
const focusedRow = () => document.activeElement?.getAttribute('data-row') ?? document.activeElement?.tagName

/** Ann's screen, and what Bo does elsewhere, which arrives at once. */
async function twoOf() {
  const { doc, id } = story()
  const bo = copyOf(doc)
  const screen = await openList(copyOf(doc))
  closing.push(screen.close)
  const his = actor('bo')
  const elsewhere = (change: (doc: Y.Doc, me: typeof his) => unknown) =>
    act(async () => {
      change(bo, his)
      Y.applyUpdate(screen.session.doc, Y.encodeStateAsUpdate(bo), 'remote')
      screen.session.feed.flush()
    })
  const focus = (row: string) => act(async () => rowOf(row)?.focus())
  const said = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' ')
  return { ...screen, id, elsewhere, focus, said }
}

it('[A4] a row that somebody else changes keeps the focus, also when it moves to another year', async () => {
  const { id, elsewhere, focus, said } = await twoOf()
  await focus(`events-${id.talk}`)
  await elsewhere((doc, bo) =>
    setText(doc, bo, { kind: 'events', id: id.talk, field: 'title', text: 'Gesprek op school' }),
  )
  expect(focusedRow()).toBe(`events-${id.talk}`)
  await elsewhere((doc, bo) => setEventDate(doc, bo, { id: id.talk, date: '1990', originalText: '1990' }))
  expect(focusedRow()).toBe(`events-${id.talk}`)
  expect(rowOf(`events-${id.talk}`)?.textContent).toContain('Gesprek op school')
  await elsewhere((doc, bo) =>
    addEvent(doc, bo, {
      kind: 'family',
      side: 'family',
      date: '1980',
      originalText: '',
      title: 'Eerder',
    }),
  )
  expect(focusedRow()).toBe(`events-${id.talk}`)
  expect(said()).not.toContain('weggehaald')
})

it('[A4] when somebody else takes away what has the focus, it goes to the neighbour, and that is said', async () => {
  const { hand, id, elsewhere, focus, said } = await twoOf()
  await focus(`events-${id.talk}`)
  await elsewhere((doc, bo) => binRecord(doc, bo, { kind: 'events', id: id.talk }))
  expect(focusedRow()).toBe(`events-${id.stay}`)
  expect(said()).toContain('“Gesprek” is weggehaald. Je staat nu bij “Logeren”.')
  // In the family too, and of the last the one before.
  await hand.press('Familie en netwerk')
  const rows = [...document.querySelectorAll<HTMLElement>('[data-name]')].map((row) => row.dataset['row'])
  const last = `organisations-${id.wijkteam}`
  expect(rows.at(-1)).toBe(last)
  await focus(last)
  await elsewhere((doc, bo) => binRecord(doc, bo, { kind: 'organisations', id: id.wijkteam }))
  expect(focusedRow()).toBe(rows.at(-2))
  await hand.pressLast('Krachtenveld')
  await focus(`people-${id.oma}`)
  await elsewhere((doc, bo) => binRecord(doc, bo, { kind: 'stakes', id: id.stake }))
  expect(focusedRow()).toBe('MAIN')
})

it('[A4] who has the focus elsewhere, or clicked beside everything, is left there', async () => {
  const { hand, id, elsewhere, focus } = await twoOf()
  await hand.press('Moment')
  const field = document.activeElement
  expect(field?.tagName).toBe('TEXTAREA')
  await elsewhere((doc, bo) => binRecord(doc, bo, { kind: 'events', id: id.talk }))
  expect(document.activeElement).toBe(field)
  await focus(`events-${id.stay}`)
  await act(async () => {
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    ;(document.activeElement as HTMLElement).blur()
  })
  await elsewhere((doc, bo) => binRecord(doc, bo, { kind: 'events', id: id.stay }))
  expect(focusedRow()).toBe('BODY')
})

it('[A4] what one opens oneself in place of a panel gives the keyboard to nobody else', async () => {
  const { hand, id } = await twoOf()
  await hand.press('Mensen')
  await hand.open(`people-${id.oma}`)
  const row = document.querySelector<HTMLElement>(`.rt-panel [data-row="events-${id.move}"]`)!
  await act(async () => row.focus())
  await act(async () => row.click())
  await act(() => new Promise<void>((resolve) => void setTimeout(resolve, 60)))
  expect(document.activeElement?.closest('.rt-panel')?.getAttribute('aria-label')).toBe('Moment')
})

it('[A4] the neighbour is the next that still stands, else the one before', () => {
  const rows = ['a', 'b', 'c', 'd']
  expect(neighbourOf(rows, 'b', new Set(['a', 'c', 'd']))).toBe('c')
  expect(neighbourOf(rows, 'b', new Set(['a', 'd']))).toBe('d')
  expect(neighbourOf(rows, 'd', new Set(['a', 'b']))).toBe('b')
  expect(neighbourOf(rows, 'a', new Set())).toBeNull()
  expect(neighbourOf(rows, 'x', new Set(['a']))).toBe('a')
})

it('[A4] F6 goes round the parts of the screen, back with Shift, and to where one was in each', async () => {
  const { id, hand, focus } = await twoOf()
  const press = (shiftKey = false) =>
    act(
      async () =>
        void document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'F6', shiftKey, bubbles: true, cancelable: true }),
        ),
    )
  const part = () => {
    const at = document.activeElement!
    return at.closest('.rt-panel') ? 'panel' : at.closest('.rt-header') ? 'head' : 'main'
  }
  await hand.open(`events-${id.talk}`)
  await focus(`events-${id.stay}`)
  await press()
  expect(part()).toBe('panel')
  await press()
  expect(part()).toBe('head')
  await press()
  expect(focusedRow()).toBe(`events-${id.stay}`)
  await press(true)
  expect(part()).toBe('head')
})
