import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Event } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/calendar'
import { plain } from '../csv/vocabulary'
import { eventOf } from './draftEvent'
import { readLine } from './readLine'
import type { EntryContext } from './types'

const context: EntryContext = {
  locale: 'nl',
  today: dayOf(2026, 3, 1),
  names: [
    { kind: 'people', id: 'oma', name: 'Oma Truus' },
    { kind: 'people', id: 'iris', name: 'Iris' },
    { kind: 'people', id: 'iris2', name: 'Iris de Wit' },
    { kind: 'organisations', id: 'school', name: 'De Regenboog' },
  ],
  lanes: [
    { id: 'professional', name: 'Hulp', place: 'above' },
    { id: 'family', name: 'Gezin en netwerk', place: 'below' },
    { id: 'court', name: 'Rechtbank', place: 'above' },
  ],
  side: 'family',
}
const read = (line: string) => readLine(line, context)

describe('a typed line', () => {
  it.each([
    'zomer 2014; oma overlijdt; feit; gezin',
    'oma overlijdt; gezin; feit; zomer 2014',
    'feit;gezin;zomer 2014;oma overlijdt',
    'datum: zomer 2014\tsoort: feit\tbron: gezin\ttekst: oma overlijdt',
  ])('[WK1] fields are recognised by what they are, in any order: %s', (line) => {
    expect(read(line).draft).toMatchObject({
      title: 'oma overlijdt',
      date: '2014-22',
      originalText: 'zomer 2014',
      kind: 'family',
      source: 'family',
      side: 'family',
    })
  })

  it('[WK1] people, organisations, lanes, nature and importance are recognised too', () => {
    const { draft } = read('! 2016; besluit; Uithuisplaatsing; Rechtbank; mening; Iris en De Regenboog')
    expect(draft).toMatchObject({ kind: 'decision', side: 'court', nature: 'opinion', crucial: true })
    expect(draft).toMatchObject({ people: ['iris'], organisations: ['school'], title: 'Uithuisplaatsing' })
    expect(read('2016; besluit; Start; professional').draft.side).toBe('professional')
    expect(read('wie: Iris, tante Bep; Verhuisd').draft).toMatchObject({
      people: ['iris'],
      names: ['tante Bep'],
    })
  })

  it.each([
    ['In de zomer van 2014 overlijdt oma', '2014-22', 'In de zomer van 2014'],
    ['Oma is sinds 2015 ziek.', '2015/..', 'sinds 2015'],
    ['2014 oma overlijdt', '2014', '2014'],
    ['Op 5 maart 2016 kwam Veilig Thuis langs', '2016-03-05', 'Op 5 maart 2016'],
    ['Papa ging weg in 2012!', '2012', 'in 2012'],
  ])('[WK2] the date of a sentence is found and the sentence stays whole: %s', (line, date, words) => {
    expect(read(line).draft).toMatchObject({ title: line, date, originalText: words })
  })

  it('[WK2] a date first and then what happened is split', () => {
    expect(read('2014: oma overlijdt').draft).toMatchObject({ title: 'oma overlijdt', date: '2014' })
    expect(read('zomer 2014 - oma overlijdt').draft).toMatchObject({
      title: 'oma overlijdt',
      date: '2014-22',
    })
  })

  it.each([
    'Mama kreeg een boete van 2000 euro',
    'Er stonden 2014 mensen op het plein',
    'We kregen rond 2000 euro terug',
    'Groep 1980 bestond nog niet',
    'Hij belde 3 keer',
    'Kamer 12-14 was leeg',
  ])('[WK3] a number that is no date makes none: %s', (line) => {
    expect(read(line).draft).toMatchObject({ title: line, date: null })
  })

  it('[WK3] what can be read in several ways stays undated until somebody picks', () => {
    const line = read("'15; verhuisd")
    expect(line.date).toEqual({ state: 'pick', edtfs: ['2015', '1915'] })
    expect(line.draft).toMatchObject({ date: null, originalText: "'15" })
    const two = read('In 2014 overlijdt oma en in 2016 verhuizen we')
    expect(two.date).toEqual({ state: 'pick', edtfs: ['2014', '2016'] })
  })

  it('[WK3] words for a date that are not understood are kept, and the moment is undated', () => {
    const { draft, date } = read('rond de scheiding van opa; naar een andere school')
    expect(date.state).toBe('words')
    expect(draft).toMatchObject({ date: null, originalText: 'rond de scheiding van opa' })
    expect(read('weten we niet; eerste melding').draft).toMatchObject({ originalText: 'weten we niet' })
  })

  it('[WK4] without words for what happened nothing is made', () => {
    expect(read('').ready).toBe(false)
    expect(read('2014; feit').ready).toBe(false)
    expect(read('oma overlijdt').ready).toBe(true)
  })

  it('[WK5] people of the case in a sentence are linked, the longer name before the shorter', () => {
    expect(read('Oma Truus haalt Iris de Wit op').draft.people.toSorted()).toEqual(['iris2', 'oma'])
    expect(read('Irissen in de tuin').draft.people).toEqual([])
  })
})

const WORDS =
  "zomer 2014 oma overlijdt feit gezin ! in '15 of 3-4-2016 Iris wie: mening rond ? - besluit en datum: kant: professional .. x helpend: :"
const word = fc.oneof(fc.constantFrom(...WORDS.split(' ')), fc.string({ maxLength: 8 }))
const typed = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '; ', ';', '\t', ', ', ' - ')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''))

const words = (text: string) => plain(text).split(' ').filter(Boolean)

describe('any line', () => {
  it('[WK6] reading never throws, and no word that was typed is lost', () => {
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary-ascii', maxLength: 200 })), (line) => {
        const { draft, parts } = read(line)
        const recognised = parts.filter(({ role }) => role !== 'title' && role !== 'description')
        const kept = [
          draft.title,
          draft.description,
          draft.originalText,
          ...recognised.map(({ text }) => text),
        ]
        const left = new Set(words(kept.join(' ')))
        // A label that was recognised ("datum:") has done its work.
        const labels = new Set(words('wie datum kant helpend'))
        expect(words(line).filter((one) => !left.has(one) && !labels.has(one))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('[WK6] what a line makes fits the case', () => {
    fc.assert(
      fc.property(typed, (line) => {
        const { take: _take, ...fields } = eventOf(read(line).draft, { person: 'oma', name: 'Oma Truus' })
        expect(Event.safeParse({ ...fields, id: 'a' }).error).toBeUndefined()
      }),
    )
  })

  it('[WK6] a long line is cut as a title and stands whole in the description', () => {
    const long = 'woord '.repeat(120).trim()
    const { draft } = read(long)
    expect(draft.title.length).toBeLessThanOrEqual(300)
    expect(draft.description).toBe(long)
  })
})
