import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { exportJson } from '@/lib/exchange/json'
import { dayOf } from '@/lib/dates/calendar'
import { readWords } from '@/lib/dates/words'
import { withAnchors, wordsAbout, wouldLoop } from './anchors'
import { binRecord } from './commands/bin'
import { dateNow, setEventAnchor } from './commands/dates'
import { addEvent, moveEvent, setEventDate } from './commands/events'
import { addPerson, setBirth, setIndexPerson } from './commands/people'
import { readCase } from './doc'
import type { CaseEvent, EventAnchor } from './schema'
import { actor, newCase, plainEvent } from './test-kit'

const ann = actor('ann')
const today = dayOf(2025, 11, 21)
const onEvent = (id: string, fields: Partial<EventAnchor> = {}): EventAnchor => ({
  kind: 'event',
  id,
  relation: 'after',
  age: null,
  span: null,
  ...fields,
})

/** A girl born in 2005, a moment at her eleventh, and one after that. */
function family() {
  const doc = newCase()
  const girl = addPerson(doc, ann, { name: 'Denise', birth: { date: '2005', originalText: '2005' } }) ?? ''
  setIndexPerson(doc, ann, girl)
  const [eleven = '', later = ''] = ['Uithuisplaatsing', 'Terug naar huis'].map(
    (title) => addEvent(doc, ann, plainEvent(title)) ?? '',
  )
  const age: EventAnchor = { kind: 'person', id: girl, relation: 'at', age: 11, span: null }
  setEventAnchor(doc, ann, { id: eleven, anchor: age, originalText: 'toen ze 11 was' })
  const span = { count: 2, unit: 'year' } as const
  setEventAnchor(doc, ann, {
    id: later,
    anchor: onEvent(eleven, { span }),
    originalText: 'twee jaar na de uithuisplaatsing',
  })
  return { doc, girl, eleven, later, age }
}

const datesOf = (doc: Y.Doc, ...ids: string[]) => {
  const { events } = withAnchors(readCase(doc))
  return ids.map((id) => events.find((event) => event.id === id)?.date)
}
const stored = (doc: Y.Doc, id: string) => readCase(doc).events.find((event) => event.id === id)

describe('dates that hang on something else', () => {
  it('[DT90] follow the birth and each other as these are now', () => {
    const { doc, girl, eleven, later } = family()
    expect(datesOf(doc, eleven, later)).toEqual(['[2016,2017]', '[2018~,2019~]'])
    setBirth(doc, ann, { id: girl, date: '2003-06-15', originalText: '15 juni 2003' })
    expect(datesOf(doc, eleven, later)).toEqual(['[2014-06-15..2015-06-14]', '[2016~,2017~]'])
    expect(dateNow(doc, later)).toBe('[2016~,2017~]')
  })

  it('[DT91] what hangs on something gone or undated is undated, and keeps its words', () => {
    const { doc, girl, eleven, later } = family()
    setBirth(doc, ann, { id: girl, date: null, originalText: '' })
    expect(datesOf(doc, eleven, later)).toEqual([null, null])
    setBirth(doc, ann, { id: girl, date: '2005', originalText: '2005' })
    binRecord(doc, ann, { kind: 'events', id: eleven })
    expect(datesOf(doc, later)).toEqual([null])
    expect(stored(doc, later)?.originalText).toBe('twee jaar na de uithuisplaatsing')
  })

  it('[DT92] no event is made to hang on itself, on what hangs on it, or on what is not there', () => {
    const { doc, eleven, later, age } = family()
    const events = readCase(doc).events
    expect(wouldLoop(events, eleven, onEvent(later))).toBe(true)
    for (const anchor of [onEvent(later), onEvent(eleven), onEvent('nobody'), { ...age, id: 'nobody' }])
      expect(setEventAnchor(doc, ann, { id: eleven, anchor, originalText: 'daarna' })).toBe(false)
    const offered = wordsAbout(readCase(doc), eleven)
    expect(offered.events).toEqual([])
    expect(wordsAbout(readCase(doc), later).events?.map(({ id }) => id)).toEqual([eleven])
    expect(offered.people).toMatchObject([{ name: 'Denise', isIndex: true, birth: '2005' }])
  })

  it('[DT92] whatever hangs on whatever, dates are found without an error, none in a loop', () => {
    const base = readCase(family().doc)
    const [event] = base.events
    if (!event) throw new Error('no event')
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone')
    const relation = fc.constantFrom('at' as const, 'before' as const, 'after' as const)
    const anchored = fc.record({
      id,
      relation,
      to: id,
      date: fc.constantFrom('2014', '2014-05~', null, 'toen'),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(anchored, { selector: ({ id: own }) => own }),
        fc.boolean(),
        (drawn, free) => {
          const events = drawn.map(({ id: own, relation: how, to, date }): CaseEvent => {
            const isFree = free && own === 'a'
            return { ...event, id: own, date, anchor: isFree ? null : onEvent(to, { relation: how }) }
          })
          for (const { id: own, anchor, date } of withAnchors({ ...base, events }).events)
            if (anchor && (!free || wouldLoop(events, own, anchor))) expect(date).toBeNull()
            else if (!anchor) expect(date).toBe(events.find((one) => one.id === own)?.date)
        },
      ),
    )
  })

  it('[DT92] a chain of thousands is followed', () => {
    const base = readCase(family().doc)
    const [event] = base.events
    if (!event) throw new Error('no event')
    const events = Array.from({ length: 5_000 }, (_, i): CaseEvent => ({
      ...event,
      id: `e${i}`,
      date: i === 0 ? '2014' : null,
      anchor: i === 0 ? null : onEvent(`e${i - 1}`, { relation: 'at' }),
    }))
    expect(withAnchors({ ...base, events: events.toReversed() }).events[0]?.date).toBe('2014')
  })

  it('[DT93] the date that follows is stored beside the anchor at entry, and written to files as it is now', () => {
    const { doc, girl, eleven } = family()
    expect(stored(doc, eleven)?.date).toBe('[2016,2017]')
    setBirth(doc, ann, { id: girl, date: '2003', originalText: '2003' })
    expect(stored(doc, eleven)?.date).toBe('[2016,2017]')
    const file = exportJson(readCase(doc))
    expect(file.events?.find(({ id }) => id === eleven)).toMatchObject({
      date: '[2014,2015]',
      anchor: { age: 11 },
    })
  })

  it('[DT94] a drag moves the date as it is drawn, and gives it a life of its own; so does a new date', () => {
    const { doc, girl, eleven, later } = family()
    setBirth(doc, ann, { id: girl, date: '2003', originalText: '2003' })
    moveEvent(doc, ann, { id: eleven, days: 365, locale: 'nl' })
    expect(stored(doc, eleven)).toMatchObject({
      date: '[2015,2016]',
      anchor: null,
      originalText: '2015 of 2016',
    })
    setEventDate(doc, ann, { id: later, date: '2020', originalText: '2020' })
    expect(stored(doc, later)).toMatchObject({ date: '2020', anchor: null })
    expect(withAnchors(readCase(doc))).toEqual(readCase(doc))
  })

  it('[DT95] words are read with the people and events of the case', () => {
    const { doc, eleven } = family()
    const context = { locale: 'nl', today, ...wordsAbout(withAnchors(readCase(doc))) } as const
    expect(readWords('toen ze 12 was', context)).toMatchObject({
      settled: true,
      readings: [{ edtf: '[2017,2018]' }],
    })
    expect(readWords('na de uithuisplaatsing', context)).toMatchObject({
      readings: [{ anchor: { id: eleven } }],
    })
  })
})
