// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { copyOf } from '@/lib/case/test-kit'
import { openList } from './board-kit'
import { ROWS } from './rows-kit'
import { fileOf, sessionOf } from './session-kit'
import { story } from './story-kit'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
// Pictures, names of members: nobody answers here.
beforeEach(() => void vi.stubGlobal('fetch', () => Promise.reject(new Error('no line'))))
const closing: (() => void)[] = []
afterEach(() => {
  closing.splice(0).forEach((close) => close())
  vi.unstubAllGlobals()
})

it.each(ROWS.map((row) => [row.also ? `${row.also} (here ${row.does})` : row.does, row] as const))(
  '[LST2] the list and the canvas do the same, and the list takes it back: %s',
  async (_name, { does, list, canvas }) => {
    const { doc, id } = story()
    const before = fileOf(doc)
    const here = await openList(copyOf(doc))
    closing.push(here.close)
    await list(here.hand, id)
    expect(here.commands).toContain(does)

    const there = copyOf(doc)
    const session = sessionOf(there)
    closing.push(() => session.dispose())
    canvas({ doc: there, session, me: session.actor(), id })
    const changed = fileOf(here.session.doc)
    expect(changed).toEqual(fileOf(there))
    expect(changed).not.toEqual(before)

    // By the session that the button "Terug" works on: what stands on top may hide the button itself.
    while (here.session.undo.canUndo) here.session.undo.undo()
    expect(fileOf(here.session.doc)).toEqual(before)
  },
)
