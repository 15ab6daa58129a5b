import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Event, Organisation, Person, RECORDS } from '@/lib/case/schema'
import type { CaseEvent } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/calendar'
import { certaintiesOf, isEmptyFilter, matchesFilter, NO_FILTER } from './filter'
import type { EventFilter } from './filter'

const today = dayOf(2026, 3, 1)
const records = {
  people: [Person.parse({ id: 'oma', name: 'Oma Truus' })],
  organisations: [Organisation.parse({ id: 'school', name: 'De Régenboog' })],
  threads: [RECORDS.threads.parse({ id: 't', form: 'loop', items: ['e'] })],
}
const event: CaseEvent = Event.parse({
  id: 'e',
  title: 'Café met opa',
  description: 'Het regende.',
  date: '2014~',
  kind: 'contact',
  source: 'family',
  people: ['oma'],
  organisations: ['school'],
  names: ['tante Bep'],
  takes: { ann: { text: 'Zó fijn', nature: 'feeling', name: 'Ann' } },
})
const matches = (asked: Partial<EventFilter>, one = event) =>
  matchesFilter(one, { ...NO_FILTER, ...asked }, records, today)

describe('what is looked for', () => {
  it.each(['cafe', 'OPA café', 'regende', 'zo fijn', 'truus', 'regenboog', 'bep', 'ann', '  '])(
    '[WK19] words are found wherever they stand, capitals and accents aside: %s',
    (text) => expect(matches({ text })).toBe(true),
  )

  it('[WK19] every word must be there', () => {
    expect(matches({ text: 'café zee' })).toBe(false)
  })

  it('[WK20] several of one list are "or", several lists are "and"', () => {
    expect(matches({ kinds: ['decision', 'contact'] })).toBe(true)
    expect(matches({ kinds: ['contact'], sources: ['professional'] })).toBe(false)
    expect(matches({ who: ['oma'] })).toBe(true)
    expect(matches({ who: ['school'], natures: ['feeling'], threads: ['t'] })).toBe(true)
    expect(matches({ who: ['nobody'] })).toBe(false)
    expect(matches({ threads: ['gone'] })).toBe(false)
    expect(matches({ sources: ['none'] })).toBe(false)
    expect(matches({ sources: ['none'] }, { ...event, source: null })).toBe(true)
    expect(matches({ picture: true })).toBe(false)
    expect(matches({ picture: true }, { ...event, asset: 'a' })).toBe(true)
    expect(matches({ crucial: true }, { ...event, turningPoint: true })).toBe(true)
    expect(matches({ crucial: true })).toBe(false)
  })

  it.each([
    ['2014', ['exact']],
    ['2014-05-06', ['exact']],
    ['2014~', ['about']],
    ['[2014..2016]', ['about']],
    ['2014?', ['unsure']],
    ['2014%', ['about', 'unsure']],
    [null, ['unknown']],
    ['no date', ['unknown']],
  ])('[WK20] a date is as sure as it was said: %s', (date, sure) => {
    expect(certaintiesOf(date, today)).toEqual(sure)
  })

  it('[WK20] who asks nothing finds everything, and asking more never finds more', () => {
    expect(isEmptyFilter(NO_FILTER)).toBe(true)
    expect(isEmptyFilter({ ...NO_FILTER, text: ' ' })).toBe(true)
    expect(isEmptyFilter({ ...NO_FILTER, crucial: true })).toBe(false)
    const asked = fc.record({
      text: fc.constantFrom('', 'opa', 'zee'),
      kinds: fc.subarray(['contact', 'family'] as const),
      who: fc.subarray(['oma', 'school', 'x']),
    })
    fc.assert(
      fc.property(asked, fc.boolean(), (one, crucial) => {
        expect(matches({}, event)).toBe(true)
        if (matches({ ...one, crucial })) expect(matches(one)).toBe(true)
      }),
    )
  })
})
