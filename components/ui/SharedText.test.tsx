// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'use-intl'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createBoardSession, SessionProvider } from '@/components/board/session'
import { addEvent } from '@/lib/case/commands/events'
import { textOf } from '@/lib/case/doc'
import { MESSAGES } from '@/lib/i18n/messages'
import { SharedText } from './SharedText'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const cleanups: (() => void)[] = []
afterEach(() => cleanups.splice(0).forEach((clean) => clean()))

async function field(words: string) {
  const doc = new Y.Doc()
  const me = { id: 'ann', name: 'Ann' }
  const session = createBoardSession({ doc, awareness: new Awareness(doc), me, locale: 'nl', canWrite: true })
  const said = { kind: 'family' as const, side: 'family', date: null, originalText: '', title: words }
  const id = addEvent(doc, session.actor(), said) ?? ''
  const text = textOf(doc, 'events', id, 'title')!
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <IntlProvider locale="nl" messages={MESSAGES.nl} timeZone="Europe/Amsterdam">
        <SessionProvider value={session}>
          <SharedText text={text} record={id} field="title" labelledBy="x" max={300} className="" />
        </SessionProvider>
      </IntlProvider>,
    ),
  )
  cleanups.push(() => {
    act(() => root.unmount())
    place.remove()
    session.dispose()
  })
  const input = place.querySelector('textarea')!
  await act(async () => input.focus())
  const caretAt = (at: number) =>
    act(() => {
      input.setSelectionRange(at, at)
      // React looks where the caret is after every key.
      input.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowLeft', bubbles: true }))
    })
  const type = (value: string) =>
    act(() => {
      input.value = value
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
  const fire = (event: Event) => act(() => void input.dispatchEvent(event))
  const remote = (change: () => void) => act(() => doc.transact(change, 'net'))
  return { text, input, caretAt, type, fire, remote, session }
}

describe('a text that several people type in', () => {
  it('[ST3] what others type appears, and the caret stays between the same letters', async () => {
    const { text, input, caretAt, remote } = await field('opa gaat')
    caretAt(4)
    remote(() => text.insert(0, 'Toen '))
    expect(input.value).toBe('Toen opa gaat')
    expect(input.selectionStart).toBe(9)
    remote(() => text.insert(text.length, ' weg'))
    expect([input.value, input.selectionStart]).toEqual(['Toen opa gaat weg', 9])
  })

  it('[ST4] typing changes only what was typed', async () => {
    const { text, type } = await field('opa weg')
    const deltas: unknown[] = []
    text.observe(({ delta }) => deltas.push(delta))
    type('opa gaat weg')
    expect(deltas).toEqual([[{ retain: 4 }, { insert: 'gaat ' }]])
  })

  it('[ST5] while characters are composed the field is left alone; then both texts are kept', async () => {
    const { text, input, fire, type, remote } = await field('opa')
    fire(new CompositionEvent('compositionstart', { bubbles: true }))
    type('opa´')
    remote(() => text.insert(0, 'Mijn '))
    expect(input.value).toBe('opa´')
    type('opa é')
    fire(new CompositionEvent('compositionend', { bubbles: true }))
    expect(text.toJSON()).toBe('Mijn opa é')
    expect(input.value).toBe('Mijn opa é')
  })

  it('[ST6] the browser’s undo takes back what this person typed, not what others did', async () => {
    const { text, type, remote, fire } = await field('opa')
    type('opa gaat')
    remote(() => text.insert(0, 'Mijn '))
    fire(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }))
    expect(text.toJSON()).toBe('Mijn opa')
  })

  it('[ST7] others see where the caret is, and no caret when the field is left', async () => {
    const { caretAt, input, session } = await field('opa')
    caretAt(2)
    expect(session.awareness.getLocalState()?.['editing']).toMatchObject({ field: 'title' })
    await act(async () => input.blur())
    expect(session.awareness.getLocalState()?.['editing']).toBeNull()
  })
})
