import { describe, expect, it } from 'vitest'
import { Event, Meta, Organisation, Person, type Case } from '@/lib/case/schema'
import { timelineContent, timelineEvents } from './fromCase'
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
    threads: [],
    notes: [],
    parallels: [],
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
})
