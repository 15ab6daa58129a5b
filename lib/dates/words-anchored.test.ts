import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from './bounds'
import type { Locale, WordsContext, WordsEvent, WordsPerson } from './types'
import { readWords } from './words'

const today = dayOf(2025, 11, 21)
const DENISE: WordsPerson = { id: 'denise', name: 'Denise', birth: '2005', isIndex: true, gender: 'female' }
const people: WordsPerson[] = [
  { id: 'milan', name: 'Milan Post', birth: '2010-05-02', isIndex: false, gender: 'male' },
  { id: 'anna1', name: 'Anna Post', birth: '1980', isIndex: false, gender: 'female' },
  { id: 'anna2', name: 'Anna Kok', birth: null, isIndex: false, gender: 'female' },
  { id: 'mother', name: 'Moeder', birth: '1979~', isIndex: false, gender: 'female' },
  DENISE,
]
const events: WordsEvent[] = [
  { id: 'split', title: 'Scheiding van haar ouders', date: '2012' },
  { id: 'home', title: 'Opname in de jeugd-GGZ', date: '2016-03-10' },
  { id: 'crisis', title: 'Crisisgroep', date: '2015-03/2016-02' },
  { id: 'school', title: 'Eerste dag op school', date: '2009-09-01' },
  { id: 'flat1', title: 'De verhuizing', date: '2013' },
  { id: 'flat2', title: 'Verhuizing naar tante', date: null },
]
const context = (locale: Locale = 'nl'): WordsContext => ({ locale, today, people, events })

/** The first reading as text, and whether it is kept without asking. */
const read = (text: string, locale: Locale = 'nl') => {
  const found = readWords(text, context(locale))
  if (found.outcome !== 'relative') return found.outcome
  const [first] = found.readings
  if (!first) throw new Error('no reading')
  const { id, relation, age, about, span } = first.anchor
  const parts = [relation, id, age, about ? 'about' : null, span && `${span.count} ${span.unit}`]
  return { anchor: parts.filter((part) => part !== null).join(' '), edtf: first.edtf, settled: found.settled }
}

const DUTCH = [
  ['toen ze 11 was', 'at denise 11', '[2016,2017]'],
  ['Toen zij 11 jaar was', 'at denise 11', '[2016,2017]'],
  ['toen ze elf werd', 'at denise 11', '[2016,2017]'],
  ['dat was toen ze 11 jaar oud was', 'at denise 11', '[2016,2017]'],
  ['toen Denise elf was', 'at denise 11', '[2016,2017]'],
  ['toen Milan 6 was', 'at milan 6', '[2016-05-02..2017-05-01]'],
  ['toen haar moeder 36 was', 'at mother 36', '[2015~,2016~]'],
  ['toen ze ongeveer 11 was', 'at denise 11 about', '[2016~,2017~]'],
  ['toen ze een jaar of 11 was', 'at denise 11 about', '[2016~,2017~]'],
  ['op haar twaalfde', 'at denise 12', '[2017,2018]'],
  ["op d'r 12e", 'at denise 12', '[2017,2018]'],
  ['op 12-jarige leeftijd', 'at denise 12', '[2017,2018]'],
  ['op de leeftijd van 12 jaar', 'at denise 12', '[2017,2018]'],
  ['rond haar zesde', 'at denise 6 about', '[2011~,2012~]'],
  ['rond Milans zesde', 'at milan 6 about', '[2016~,2017~]'],
  ['voor haar 10e', 'before denise 10', '[..2015]'],
  ['vóór haar tiende verjaardag', 'before denise 10', '[..2015]'],
  ['voor Milan zijn 10e', 'before milan 10', '[..2020-05]'],
  ['voor de 10e verjaardag van Milan', 'before milan 10', '[..2020-05]'],
  ['voordat ze 10 werd', 'before denise 10', '[..2015]'],
  ['na haar achttiende', 'after denise 18', '[2023..]'],
  ["na Milan's 8e", 'after milan 8', '[2018-05..]'],
  ['kort na haar 18e', 'after denise 18 about', '[2023,2024]'],
  ['voor haar geboorte', 'before denise', '[..2005]'],
  ['toen Milan geboren werd', 'at milan', '2010-05-02'],
  ['bij de geboorte van Milan', 'at milan', '2010-05-02'],
  ['na de scheiding', 'after split', '[2012..]'],
  ['ergens na de scheiding van haar ouders', 'after split', '[2012..]'],
  ['voor de opname in de jeugd-ggz', 'before home', '[..2016-03]'],
  ['twee jaar na de scheiding', 'after split 2 year', '2014~'],
  ['ongeveer 2 jaar na de scheiding', 'after split 2 year', '2014~'],
  ['het jaar na de scheiding', 'after split 1 year', '2013~'],
  ['tien maanden na de opname', 'after home 10 month', '2017-01~'],
  ['anderhalf jaar voor de opname', 'before home 1.5 year', '2014~'],
  ['drie weken voor de opname', 'before home 3 week', '[2016-02-15..2016-02-21]'],
  ['twee dagen na de opname', 'after home 2 day', '2016-03-12'],
  ['kort na de opname', 'after home about', '[2016-03..2016-06]'],
  ['vlak voor de scheiding', 'before split about', '[2011,2012]'],
  ['rond de opname', 'at home about', '2016-03~'],
  ['tijdens de crisisgroep', 'at crisis', '[2015-03..2016-02]'],
  ['na de crisisgroep', 'after crisis', '[2016-02..]'],
  ['voor crisisgroep', 'before crisis', '[..2015-03]'],
] as const

const ENGLISH = [
  ['when she was 11', 'at denise 11', '[2016,2017]'],
  ['when Denise was eleven years old', 'at denise 11', '[2016,2017]'],
  ['when Milan turned 6', 'at milan 6', '[2016-05-02..2017-05-01]'],
  ['at age 11', 'at denise 11', '[2016,2017]'],
  ['before her 10th birthday', 'before denise 10', '[..2015]'],
  ["before Milan's tenth", 'before milan 10', '[..2020-05]'],
  ['around her sixth', 'at denise 6 about', '[2011~,2012~]'],
  ['on her twelfth birthday', 'at denise 12', '[2017,2018]'],
  ['after she turned 18', 'after denise 18', '[2023..]'],
  ['before she was 10', 'before denise 10', '[..2015]'],
  ['when Milan was born', 'at milan', '2010-05-02'],
  ['during the Crisisgroep', 'at crisis', '[2015-03..2016-02]'],
  ['two years after the scheiding', 'after split 2 year', '2014~'],
  ['shortly before the opname', 'before home about', '[2015-12..2016-03]'],
] as const

describe('readWords of what hangs on something else', () => {
  it.each(DUTCH)('[DT70] reads Dutch wording: %s', (text, anchor, edtf) => {
    expect(read(text)).toEqual({ anchor, edtf, settled: true })
  })

  it.each(ENGLISH)('[DT70] reads English wording: %s', (text, anchor, edtf) => {
    expect(read(text, 'en')).toEqual({ anchor, edtf, settled: true })
  })

  it('[DT71] a pronoun is the person it is about first, and offers the others that it can be', () => {
    const found = readWords('toen ze 11 was', context())
    if (found.outcome !== 'relative') throw new Error(found.outcome)
    expect(found.settled).toBe(true)
    expect(found.readings.map(({ about }) => about)).toEqual(['Denise', 'Anna Post', 'Anna Kok', 'Moeder'])
  })

  it('[DT71] nobody is taken for granted when the pronoun does not fit, or nobody is the one it is about', () => {
    expect(read('toen hij 6 was')).toMatchObject({ anchor: 'at milan 6', settled: false })
    const nobody = people.map((person) => ({ ...person, isIndex: false }))
    const found = readWords('toen ze 11 was', { ...context(), people: nobody })
    expect(found).toMatchObject({ outcome: 'relative', settled: false })
  })

  it('[DT72] two people of one name, or two events that fit, are asked about', () => {
    const about = (text: string) => {
      const found = readWords(text, context())
      return found.outcome === 'relative' && [found.settled, ...found.readings.map((one) => one.about)]
    }
    expect(about('toen Anna 30 was')).toEqual([false, 'Anna Post', 'Anna Kok'])
    expect(about('toen Anna Kok 30 was')).toEqual([true, 'Anna Kok'])
    expect(about('na de verhuizing')).toEqual([false, 'De verhuizing', 'Verhuizing naar tante'])
  })

  it('[DT73] what it hangs on may have no date: the words are understood, the moment stays undated', () => {
    expect(read('toen Anna Kok 30 was')).toEqual({ anchor: 'at anna2 30', edtf: null, settled: true })
    expect(read('na de verhuizing naar tante')).toEqual({ anchor: 'after flat2', edtf: null, settled: true })
  })

  it.each([
    'toen Bob 11 was',
    'toen ze bijna 12 was',
    'toen ze 11 of 12 was',
    'toen ze 200 was',
    'toen ze 11',
    'na school',
    'na de vakantie',
    'na de scheiding van opa',
    'na de opname op school',
    'na de 2',
    'de scheiding',
    '11 jaar',
    'na',
    'voor 10 jaar',
    'twee jaar na',
    'op de 5e van april',
    'sinds de scheiding',
    'in groep 3',
  ])('[DT74] no guess: "%s" is unclear', (text) => {
    expect(read(text)).toBe('unclear')
  })

  it('[DT74] without people and events nothing hangs on anything', () => {
    for (const [text] of [...DUTCH, ...ENGLISH])
      expect(readWords(text, { locale: 'nl', today }).outcome).toBe('unclear')
  })

  it('[DT75] a date is a date first, whatever people and events are called', () => {
    const traps: WordsContext = {
      ...context(),
      people: [...people, { id: 'may', name: 'Mei', birth: '2000', isIndex: false }],
      events: [...events, { id: 'summer', title: 'De zomer van 2014', date: '2001' }],
    }
    expect(readWords('na de zomer van 2014', traps)).toEqual({ outcome: 'understood', edtf: '[2014-22..]' })
    expect(readWords('rond mei 2014', traps)).toEqual({ outcome: 'understood', edtf: '2014-05~' })
  })

  it('[DT76] any words are read without an error, and what is derived can be drawn', () => {
    const pieces = [...DUTCH, ...ENGLISH].flatMap(([text]) => text.split(' '))
    const word = fc.constantFrom(...pieces, 'Anna', '130', 'haar', '1e')
    // Whole wordings with a word or two put in another's place.
    const phrase = fc
      .tuple(fc.constantFrom(...DUTCH, ...ENGLISH), fc.array(fc.tuple(fc.nat(8), word), { maxLength: 2 }))
      .map(([[text], swaps]) => {
        const words = text.split(' ')
        for (const [at, other] of swaps) words[at % words.length] = other
        return words
      })
    let found = 0
    fc.assert(
      fc.property(phrase, fc.constantFrom<Locale>('nl', 'en'), (words, locale) => {
        const reading = readWords(words.join(' '), context(locale))
        if (reading.outcome !== 'relative') return
        expect(reading.readings.length).toBeGreaterThan(0)
        for (const { edtf } of reading.readings) {
          found++
          if (edtf !== null) expect(boundsOf(edtf, today)).not.toBeNull()
        }
      }),
      { numRuns: 5_000 },
    )
    expect(found).toBeGreaterThan(50)
  })
})
