import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/calendar'
import { binRecord } from './commands/bin'
import { addEvent } from './commands/events'
import { addPerson, setIndexPerson } from './commands/people'
import { insertRecord, readCase } from './doc'
import {
  binnedRecords,
  eventsWith,
  indexBirth,
  peopleNamed,
  placesOf,
  sortedEvents,
  sortedPeople,
  unconfirmedNames,
} from './queries'
import { actor, newCase, plainEvent } from './test-kit'

const today = dayOf(2026, 1, 1)

describe('queries', () => {
  it('[CA52] events stand in order of date, ties by order key and id, undated last', () => {
    const doc = newCase()
    const dates = { e: null, d: '2016-03', c: '2015~', b: '2016-03', a: 'geen datum' }
    for (const [id, date] of Object.entries(dates)) insertRecord(doc, 'events', { id, date })
    insertRecord(doc, 'events', { id: 'z', date: '2016-03', order: 'Zz' })
    const ids = sortedEvents(readCase(doc).events, today).map(({ id }) => id)
    expect(ids).toEqual(['c', 'z', 'b', 'd', 'a', 'e'])
  })

  it('[CA53] unconfirmed names come once, in alphabetical order, with their events', () => {
    const doc = newCase()
    const ann = actor('ann')
    for (const names of [['vader'], ['juf', 'vader']]) addEvent(doc, ann, { ...plainEvent('x'), names })
    expect(unconfirmedNames(readCase(doc).events)).toEqual([
      { name: 'juf', eventIds: ['ann-2'] },
      { name: 'vader', eventIds: ['ann-1', 'ann-2'] },
    ])
  })

  it('[CA54] people are found by name whatever its capitals; the index person gives the birth date', () => {
    const doc = newCase()
    const ann = actor('ann')
    const id = addPerson(doc, ann, { name: 'Roos', birth: { date: '2010~', originalText: 'rond 2010' } })
    expect(indexBirth(readCase(doc))).toBeNull()
    setIndexPerson(doc, ann, id)
    const all = readCase(doc)
    expect(peopleNamed(all.people, ' roos ').map((person) => person.id)).toEqual([id])
    expect(indexBirth(all)).toBe('2010~')
  })

  it('[CA55] the bin shows the latest first, with who put it there', () => {
    const doc = newCase()
    const id = addEvent(doc, actor('ann'), plainEvent('Verhuizing')) ?? ''
    const person = addPerson(doc, actor('bo'), { name: 'Roos' }) ?? ''
    binRecord(doc, { ...actor('ann'), now: 10 }, { kind: 'events', id })
    binRecord(doc, { ...actor('bo'), now: 20 }, { kind: 'people', id: person })
    expect(binnedRecords(doc)).toEqual([
      { kind: 'people', id: person, label: 'Roos', by: 'bo', at: 20, quarantined: null },
      { kind: 'events', id, label: 'Verhuizing', by: 'ann', at: 10, quarantined: null },
    ])
  })

  it('[PE9] people stand by name, the person "om wie het gaat" before all', () => {
    const doc = newCase()
    const ann = actor('ann')
    const ids = ['Zoë', 'an', 'Émile', 'Bo'].map((name) => addPerson(doc, ann, { name }) ?? '')
    const names = () =>
      sortedPeople(readCase(doc), new Intl.Collator('nl').compare).map((person) => person.name)
    expect(names()).toEqual(['an', 'Bo', 'Émile', 'Zoë'])
    setIndexPerson(doc, ann, ids[0] ?? '')
    expect(names()).toEqual(['Zoë', 'an', 'Bo', 'Émile'])
  })

  it('[PE10] where a person lives is counted in every view, and what is in the bin does not count', () => {
    const doc = newCase()
    const ann = actor('ann')
    const id = addPerson(doc, ann, { name: 'Roos' }) ?? ''
    expect(placesOf(readCase(doc), id)).toEqual({ moments: 0, members: 0, genogram: 0, stakeholders: 0 })
    const events = ['a', 'b'].map((title) => addEvent(doc, ann, { ...plainEvent(title), people: [id] }))
    insertRecord(doc, 'partnerships', { id: 'p', partners: [id, 'x'] })
    insertRecord(doc, 'parentages', { id: 'q', child: 'x', parent: id })
    insertRecord(doc, 'households', { id: 'h', members: [id] })
    insertRecord(doc, 'relations', { id: 'r', from: 'x', to: id })
    insertRecord(doc, 'relations', { id: 's', from: 'x', to: 'y' })
    insertRecord(doc, 'stakes', { id: 't', subject: id })
    binRecord(doc, ann, { kind: 'events', id: events[0] ?? '' })
    const all = readCase(doc)
    expect(placesOf(all, id)).toEqual({ moments: 1, members: 0, genogram: 4, stakeholders: 1 })
    addPerson(doc, ann, { name: 'Juf', organisation: 'school' })
    expect(placesOf(readCase(doc), 'school')).toMatchObject({ members: 1 })
    expect(eventsWith(all.events, id).map((event) => event.id)).toEqual([events[1]])
  })
})
