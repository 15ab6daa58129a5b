import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeBetween, movedBy } from './textChange'
import type { Delta } from './textChange'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 })

describe('changes of a text', () => {
  it('[ST1] replacing what the change says turns the old text into the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changeBetween(before, after)
        const { at, removed, inserted } = change ?? { at: 0, removed: 0, inserted: '' }
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after)
        expect(change === null).toBe(before === after)
      }),
    )
  })

  it('[ST2] a place in the text stays between the same letters whatever others type', () => {
    fc.assert(
      fc.property(text, text, text, (left, right, typed) => {
        const shared = new Y.Doc().getText()
        shared.insert(0, `${left}|${right}`)
        let delta: Delta = []
        shared.observe((event) => (delta = event.delta))
        shared.doc?.transact(() => {
          shared.insert(0, typed)
          shared.insert(shared.length, typed)
        })
        expect(shared.toJSON()[movedBy(left.length + 1, delta) - 1]).toBe('|')
      }),
    )
  })

  it('[ST2] a place in text that somebody takes away ends where it was', () => {
    expect(movedBy(5, [{ retain: 2 }, { delete: 10 }])).toBe(2)
    expect(movedBy(5, [{ retain: 8 }, { delete: 1 }])).toBe(5)
  })
})
