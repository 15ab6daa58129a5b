import { parse as oracle } from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf, writeEdtf } from './edtf'

const LEVEL_0 = [
  '1985-04-12',
  '1985-04',
  '1985',
  '1985-04-12T23:20:30',
  '1985-04-12T23:20:30Z',
  '1985-04-12T23:20:30-04',
  '1985-04-12T23:20:30+04:30',
  '1964/2008',
  '2004-06/2006-08',
  '2004-02-01/2005-02-08',
  '2004-02-01/2005-02',
  '2004-02-01/2005',
  '2005/2006-02',
]
const LEVEL_1 = [
  'Y170000002',
  'Y-170000002',
  '2001-21',
  '2001-24',
  '1984?',
  '2004-06~',
  '2004-06-11%',
  '201X',
  '20XX',
  '2004-XX',
  '1985-04-XX',
  '1985-XX-XX',
  '1985-04-12/..',
  '1985-04/..',
  '1985/..',
  '../1985-04-12',
  '../1985-04',
  '../1985',
  '1985-04-12/',
  '1985-04/',
  '1985/',
  '/1985-04-12',
  '/1985-04',
  '/1985',
  '1984~/2004-06',
  '1984/2004-06~',
  '1984~/2004~',
  '1984?/2004%',
  '1984-06-02?/2004-08-08~',
  '-1985',
]
const LEVEL_2 = [
  '2001-34',
  '2001-40',
  '2004-06~-11',
  '2004?-06-11',
  '?2004-06-~11',
  '2004-%06-11',
  '156X-12-25',
  '15XX-12-25',
  '15XX-12-XX',
  '1XXX-XX',
  '1984-1X',
  '[1667,1668,1670..1672]',
  '[..1760-12-03]',
  '[1760-12..]',
  '[1760-01,1760-02,1760-12..]',
  '[1667,1760-12]',
  '[2016-03..2016-06]',
]
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
  'X015',
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
  it.each([...LEVEL_0, ...LEVEL_1, ...LEVEL_2])('[DT1] reads %s, as the package edtf does', (text) => {
    expect(parseEdtf(text)).not.toBeNull()
    expect(accepts(text)).toBe(true)
  })

  it.each(INVALID)('[DT2] refuses "%s"', (text) => {
    expect(parseEdtf(text)).toBeNull()
  })

  it.each([...LEVEL_0, ...LEVEL_1])('[DT3] %s is written as it was read', (text) => {
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
  })

  it('[DT5] writing loses nothing, and what has no marks the package edtf reads too', () => {
    const piece = fc.constantFrom(
      '2015',
      '-03',
      '-30',
      '-22',
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
        if (!/[?~%]|\/.*(?:X|-22)|(?:X|-22).*\/|X.*-22/.test(words)) expect(accepts(words)).toBe(true)
        const written = writeEdtf(date)
        expect(parseEdtf(written)).toEqual(date)
      }),
      { numRuns: 5_000 },
    )
    expect(read).toBeGreaterThan(50)
  })
})
