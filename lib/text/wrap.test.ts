import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from './widths'
import { wrapText } from './wrap'

describe('wrapText', () => {
  it('[TL20] a text that fits stays whole, one that does not ends in an ellipsis in the last line', () => {
    expect(wrapText('Opa overlijdt', 148, 14, 'bold', 2)).toEqual(['Opa overlijdt'])
    const long = wrapText(
      'Begeleiding van de vaste begeleider stopt en niemand zegt waarom',
      148,
      14,
      'bold',
      2,
    )
    expect(long).toHaveLength(2)
    expect(long[1]).toMatch(/[a-z]…$/)
    expect(wrapText('Denise, moeder, vijf hulpverleners', 100, 12, 'bold', 1)).toEqual(['Denise, moeder…'])
  })

  it('[TL20] a line never ends in the ± of the year after it', () => {
    expect(wrapText('wonen samen ± 2008', 105, 12, 'regular', 3)).toEqual(['wonen samen', '± 2008'])
  })

  it('[TL20] a word wider than a line is cut between letters, never inside one', () => {
    const lines = wrapText('👩‍👩‍👧'.repeat(9), 60, 14, 'regular', 9)
    expect(lines.join('')).toBe('👩‍👩‍👧'.repeat(9))
    for (const line of lines) expect(line).toMatch(/^(👩‍👩‍👧)+$/u)
  })

  it('[TL21] no line is wider than asked, there are never more than asked, and no word is lost before the end', () => {
    const weight = fc.constantFrom('regular' as const, 'bold' as const)
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 8, max: 24 }),
        weight,
        fc.integer({ min: 0, max: 4 }),
        (text, width, px, bold, max) => {
          const lines = wrapText(text, width, px, bold, max)
          expect(lines.length).toBeLessThanOrEqual(max)
          for (const line of lines) expect(textWidth(line, px, bold)).toBeLessThanOrEqual(width)
          const bare = (words: string) => words.replaceAll(/\s+/gu, '')
          const shown = bare(lines.join('')).replace(/…$/, '')
          expect(bare(text).startsWith(shown)).toBe(true)
        },
      ),
    )
  })

  it('[TL22] widths are those that Chromium measures with the font, a little wider at most for kerning', () => {
    const measured = [
      ['Wonen op een leefgroep', 1_077, 1_141],
      ['AVATAR Tante Joke, Iris', 1_047, 1_135],
      ['‘Niemand vroeg hoe ik me voelde’', 1_495, 1_603],
    ] as const
    for (const [text, regular, bold] of measured) {
      expect(textWidth(text, 100, 'regular') / regular).toBeCloseTo(1.02, 1)
      expect(textWidth(text, 100, 'regular')).toBeGreaterThanOrEqual(regular - 1)
      expect(textWidth(text, 100, 'bold') / bold).toBeCloseTo(1.02, 1)
      expect(textWidth(text, 100, 'bold')).toBeGreaterThanOrEqual(bold - 1)
    }
  })
})
