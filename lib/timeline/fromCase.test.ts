import { describe, expect, it } from 'vitest'
import { Event, Meta, Organisation, Person, RECORDS, type Case } from '@/lib/case/schema'
import { dayOf } from '@/lib/dates/bounds'
import { timelineContent, timelineEvents, timelineLoops, timelineOf } from './fromCase'
import type { ContentWords } from './types'

const words: ContentWords = {
  kinds: {
    decision: 'beslismoment',
    contact: 'contact',
    family: 'gezin',
    need: 'wat nodig was',
    experience: 'hoe het was',
    roundabout: 'rotonde',
    gap: 'leeg stuk',
    dream: 'droom',
  },
  undated: 'datum onbekend',
}

function caseOf(events: object[]): Case {
  const empty = {
    partnerships: [],
    parentages: [],
    households: [],
    relations: [],
    stakes: [],
    overlays: [],
    threads: [],
    notes: [],
    parallels: [],
    rounds: [],
    views: [],
    pins: [],
  }
  return {
    ...empty,
    meta: Meta.parse({ id: 'case', schema: 1 }),
    people: [Person.parse({ id: 'p1', name: 'Iris' })],
    organisations: [Organisation.parse({ id: 'o1', name: 'Wijkteam' })],
    events: events.map((event, i) => Event.parse({ id: `e${i}`, ...event })),
  }
}

function card(event: object) {
  return timelineContent(caseOf([event]), 'nl', words).get('e0')
}

describe('the case as a timeline', () => {
  it('[TL28] a card names people, organisations and unconfirmed names, and skips who is gone', () => {
    expect(card({ people: ['gone', 'p1'], organisations: ['o1'], names: ['tante Joke'] })?.who).toBe(
      'Iris, Wijkteam, tante Joke',
    )
    expect(card({ toldBy: { person: 'p1', principal: null, name: 'x' } })?.teller).toBe('Iris')
    expect(card({ toldBy: { person: 'gone', principal: null, name: 'oma' } })?.teller).toBe('oma')
  })

  it('[TL28] its date is said as sure as it is, or in the words that were used', () => {
    expect(card({ date: '2010~' })?.dateText).toBe('± 2010')
    expect(card({ originalText: 'toen opa ziek was' })?.dateText).toBe('toen opa ziek was')
    for (const originalText of ['?', '..', ''])
      expect(card({ originalText })?.dateText).toBe(card({})?.dateText)
    expect(card({ originalText: '?' })?.dateText).not.toBe('?')
    expect(card({})?.dateText).toBe('datum onbekend')
    expect(card({ kind: 'dream' })?.dateText).toBe('')
  })

  it('[TL28] its colour is that of its side, green for the informal network, grey for what nobody knows', () => {
    expect(card({ side: 'professional' })?.tint).toBe('professional')
    expect(card({ side: 'family', source: 'network' })?.tint).toBe('network')
    expect(card({ side: 'family', kind: 'gap' })?.tint).toBe('unknown')
  })

  it('[TL28] every event is on the timeline', () => {
    const plain = { side: 'family', background: false, exits: [] }
    expect(timelineEvents(caseOf([{ date: '2010' }, { kind: 'need', order: 'a1' }]))).toEqual([
      { ...plain, id: 'e0', date: '2010', kind: 'family', order: 'a0' },
      { ...plain, id: 'e1', date: null, kind: 'need', order: 'a1' },
    ])
  })

  it('[TL60] a loop of the case has those of its moments that are there, and is none with less than two', () => {
    const thread = (id: string, form: string, items: string[]) =>
      RECORDS.threads.parse({ id, form, items, title: id })
    const threads = [
      thread('b', 'loop', ['e1', 'gone', 'e0']),
      thread('a', 'loop', ['e0', 'e1']),
      thread('c', 'loop', ['e0', 'gone']),
      thread('d', 'theme', ['e0', 'e1']),
    ]
    const loops = timelineLoops({ ...caseOf([{}, {}]), threads })
    expect(loops.map(({ id, eventIds }) => [id, [...eventIds].sort()])).toEqual([
      ['a', ['e0', 'e1']],
      ['b', ['e0', 'e1']],
    ])
  })

  it('[TL61] the timeline of a case has the lanes and scale of its view and the age of who was chosen, else of the index person', () => {
    const now = { today: dayOf(2026, 1, 1), locale: 'nl' as const }
    const people = [
      Person.parse({ id: 'p1', name: 'Iris', birth: { date: '2000' } }),
      Person.parse({ id: 'p2', name: 'Oma', birth: { date: '1950-03' } }),
    ]
    const meta = Meta.parse({ id: 'case', schema: 1, indexPerson: 'p1' })
    const lanes = {
      school: { place: 'below', order: 'a2', collapsed: true },
      hulp: { place: 'above', order: 'a1' },
    }
    const withView = (view: object): Case => {
      return { ...caseOf([]), meta, people, views: [RECORDS.views.parse({ id: 'timeline', ...view })] }
    }
    const chosen = timelineOf(withView({ lanes, scale: 'even', pxPerYear: 60, ageOf: 'p2' }), now)
    expect(chosen.lanes).toEqual([
      { id: 'hulp', place: 'above', order: 'a1', collapsed: false },
      { id: 'school', place: 'below', order: 'a2', collapsed: true },
    ])
    expect(chosen.settings).toEqual({ ...now, pxPerYear: 60, scale: 'even', birth: '1950-03' })
    expect(timelineOf(withView({ ageOf: 'gone' }), now).settings.birth).toBe('2000')
    expect(timelineOf(withView({ ageOf: null }), now).settings).toMatchObject({
      scale: 'linear',
      birth: '2000',
    })
    expect(timelineOf({ ...caseOf([]), views: [] }, now).lanes.map(({ id }) => id)).toEqual([
      'professional',
      'family',
    ])
  })
})
