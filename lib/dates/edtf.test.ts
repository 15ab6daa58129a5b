import { parse as oracle } from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf, writeEdtf } from './edtf'
import { ALL_OF_A_SET, SPECIFICATION } from './edtf.cases'

const EXAMPLES = SPECIFICATION.flatMap(({ level, feature, examples }) =>
  examples.map((text) => ({ level, feature, text })),
)
const INVALID = [
  '',
  ' 2015',
  '2015-02-30',
  '2015-02-29',
  '2015-04-31',
  '2015-13',
  '2015-00',
  '2015-01-00',
  '2015-22-03',
  '15',
  '2015-1',
  '2015/2014',
  '2015-05/2015-04',
  '[2016..2015]',
  '../..',
  '/',
  '..',
  '[]',
  '[..]',
  '2015~~',
  ...ALL_OF_A_SET,
  '1950S5',
  '1950S2-03',
  '199XS2',
  'Y17E9',
  '2015-42',
  'XXXX-02-30',
  'X015-13',
  '-0000',
  '2015//2016',
  '2014/2015/2016',
  '1985-04-12T24:20:30',
  '1985-04T10:20:30',
  '1XXX-02-30',
]

const accepts = (text: string): boolean => {
  try {
    oracle(text, { level: 2 })
    return true
  } catch {
    return false
  }
}

describe('parseEdtf', () => {
  it.each(EXAMPLES)('[DT1] level $level, $feature: reads $text, as the package edtf does', ({ text }) => {
    expect(parseEdtf(text)).not.toBeNull()
    expect(accepts(text)).toBe(true)
  })

  it.each(INVALID)('[DT2] refuses "%s"', (text) => {
    expect(parseEdtf(text)).toBeNull()
  })

  it.each(EXAMPLES.filter(({ level }) => level < 2))('[DT3] $text is written as it was read', ({ text }) => {
    const date = parseEdtf(text)
    expect(date && writeEdtf(date)).toBe(text)
  })

  it('[DT4] marks per part are kept, in one canonical form', () => {
    const canonical = (text: string) => {
      const date = parseEdtf(text)
      return date && writeEdtf(date)
    }
    expect(canonical('2004-06~-11')).toBe('~2004-~06-11')
    expect(canonical('2004-?06~-11')).toBe('~2004-%06-11')
    expect(canonical('2004~-06~-11~')).toBe('2004-06-11~')
    expect(canonical('1950S2~')).toBe('1950S2~')
    expect(canonical('Y-17E7')).toBe('Y-170000000')
    expect(canonical('Y3388E2S3')).toBe('Y338800S3')
  })

  it('[DT5] writing loses nothing, and what has no marks the package edtf reads too', () => {
    const piece = fc.constantFrom(
      '2015',
      '-03',
      '-30',
      '-22',
      '-30',
      '-38',
      'S2',
      'Y17E3',
      'X',
      '-XX',
      '201X',
      '?',
      '~',
      '/',
      '..',
      '[',
      ']',
      ',',
      '%',
    )
    const text = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''))
    let read = 0
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (words) => {
        const date = parseEdtf(words)
        if (!date) return
        read++
        // The package knows no marks or season beside `X`, and neither as the end of a period.
        if (!/[?~%S]|\/.*(?:X|-[23]\d)|(?:X|-[23]\d).*\/|X.*-[23]\d|Y.*[-/]|[-/].*Y/.test(words))
          expect(accepts(words)).toBe(true)
        const written = writeEdtf(date)
        expect(parseEdtf(written)).toEqual(date)
      }),
      { numRuns: 5_000 },
    )
    expect(read).toBeGreaterThan(50)
  })
})
