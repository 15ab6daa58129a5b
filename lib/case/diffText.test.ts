import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyTextDiff, clip } from './diffText'
import { copyOf } from './test-kit'

// The first two characters share their first half, the first and the third their second half.
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom('🙂', '🙃', '\u{1FA42}', 'a'), maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), maxLength: 6 }),
)

function textWith(text: string): Y.Text {
  const shared = new Y.Doc().getText('t')
  shared.insert(0, text)
  return shared
}

describe('changing a shared text', () => {
  it('[CA11] the text reads what was asked, here and on every replica', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = textWith(before)
        expect(applyTextDiff(text, after)).toBe(before !== after)
        expect(text.toJSON()).toBe(after)
        expect(text.doc && copyOf(text.doc).getText('t').toJSON()).toBe(after)
      }),
    )
  })

  it('[CA12] two people who type in one text at once lose no letter', () => {
    fc.assert(
      fc.property(words, words, words, words, (start, end, mine, theirs) => {
        const a = textWith(`${start}|${end}`)
        const b = copyOf(a.doc ?? new Y.Doc()).getText('t')
        applyTextDiff(a, `<${mine}>${start}|${end}`)
        applyTextDiff(b, `${start}|${end}[${theirs}]`)
        if (a.doc && b.doc) Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
        expect(a.toJSON()).toBe(`<${mine}>${start}|${end}[${theirs}]`)
      }),
    )
  })

  it('[CA13] half a character is never written', () => {
    const text = textWith('🙂')
    applyTextDiff(text, '🙂\uD83D')
    expect(text.toJSON()).toBe('🙂\uFFFD')
    expect(clip('🙂🙂', 3)).toBe('🙂')
    expect(clip('🙂🙂', 4)).toBe('🙂🙂')
  })

  it('[CA14] a text that is the same already costs nothing', () => {
    const text = textWith('zelfde')
    let updates = 0
    text.doc?.on('update', () => updates++)
    expect(applyTextDiff(text, 'zelfde')).toBe(false)
    expect(updates).toBe(0)
  })
})
