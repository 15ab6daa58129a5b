import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from './bounds'
import { parseEdtf, writeEdtf } from './edtf'
import { sayDate } from './say'
import type { Locale, Reading } from './types'
import { readWords } from './words'
import { DUTCH, ENGLISH, UNCLEAR, UNKNOWN } from './words.cases'

const today = dayOf(2025, 11, 21)
const read = (text: string, locale: Locale) => readWords(text, { locale, today })

function reading(edtfs: readonly string[]): Reading {
  const [only] = edtfs
  return edtfs.length === 1 && only !== undefined
    ? { outcome: 'understood', edtf: only }
    : { outcome: 'ambiguous', edtfs: [...edtfs] }
}

const datesOf = (found: Reading): string[] => {
  if (found.outcome === 'understood') return [found.edtf]
  return found.outcome === 'ambiguous' ? found.edtfs : []
}

describe('readWords', () => {
  it.each(DUTCH)('[DT10] reads Dutch wording: %s', (text, ...edtfs) => {
    expect(read(text, 'nl')).toEqual(reading(edtfs))
  })

  it.each(ENGLISH)('[DT10] reads English wording: %s', (text, ...edtfs) => {
    expect(read(text, 'en')).toEqual(reading(edtfs))
  })

  it('[DT11] the locale decides only between day-month and month-day', () => {
    for (const [text] of [...DUTCH, ...ENGLISH]) {
      const [nl, en] = [read(text, 'nl'), read(text, 'en')]
      const same = JSON.stringify(nl) === JSON.stringify(en)
      expect(same || /^\d\d?[-/.]\d\d?[-/.]\d{4}$/.test(text), text).toBe(true)
    }
  })

  it.each(UNKNOWN)('[DT12] "%s" says that nobody knows', (text) => {
    expect(read(text, 'nl')).toEqual({ outcome: 'unknown' })
    expect(read(text, 'en')).toEqual({ outcome: 'unknown' })
  })

  it.each(UNCLEAR)('[DT13] "%s" is no date', (text) => {
    expect(read(text, 'nl')).toEqual({ outcome: 'unclear' })
    expect(read(text, 'en')).toEqual({ outcome: 'unclear' })
  })

  it('[DT14] any text is read without an error, and every date found has bounds', () => {
    const pieces = [...DUTCH, ...ENGLISH].flatMap(([text]) => text.split(' '))
    const phrase = fc.array(fc.constantFrom(...pieces, '-', '/', '..', '~', '?'), { maxLength: 8 })
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      phrase.map((words) => words.join(' ')),
    )
    let found = 0
    fc.assert(
      fc.property(text, fc.constantFrom<Locale>('nl', 'en'), (words, locale) => {
        for (const edtf of datesOf(read(words, locale))) {
          found++
          expect(boundsOf(edtf, today)).not.toBeNull()
          const parsed = parseEdtf(edtf)
          expect(parsed && writeEdtf(parsed)).toBe(edtf)
        }
      }),
      { numRuns: 3_000 },
    )
    expect(found).toBeGreaterThan(20)
  })

  it('[DT15] many markers or dashes do not take long', () => {
    for (const text of [
      '~'.repeat(100),
      '~?'.repeat(50),
      '1-'.repeat(50),
      'of '.repeat(33),
      'in de '.repeat(16),
    ]) {
      expect(datesOf(read(text, 'nl'))).toEqual([])
    }
  })
})

describe('sayDate and readWords together', () => {
  // The first ten years of a century have no English name of their own: "1900s" can be all hundred.
  const edtfs = [...DUTCH, ...ENGLISH].flatMap(([, ...dates]) => dates).filter((edtf) => edtf !== '190X')
  it.each(['nl', 'en'] as const)('[DT20] what is said in %s is read as the same date', (locale) => {
    for (const edtf of [
      ...edtfs,
      '2016/',
      '/2016',
      '2013?/2014?',
      '2013/2014?',
      '2016?/2017-12',
      '2012~/2017-12',
    ]) {
      const said = sayDate(edtf, locale)
      expect({ said, ...read(said, locale) }).toEqual({ said, outcome: 'understood', edtf })
    }
  })
})
