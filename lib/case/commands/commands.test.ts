import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from '../changes'
import { readCase, recordOf, takeText, textOf } from '../doc'
import { findDamage } from '../integrity'
import { unconfirmedNames } from '../queries'
import { actor, newCase, plainEvent, replicas } from '../test-kit'
import { binRecord, restoreRecord } from './bin'
import * as events from './events'
import { addName, confirmName, removeName } from './names'
import * as people from './people'
import type { Actor } from './run'
import { setTake } from './takes'
import * as texts from './texts'

/** What a person can do, with a free choice of target: ids that exist, lie in the bin, or never were. */
type Step = (doc: Y.Doc, who: Actor) => unknown

const id = fc.constantFrom(
  'ann-1',
  'ann-2',
  'ann-3',
  'bo-1',
  'bo-2',
  'case',
  'timeline',
  '__proto__',
  '',
  'nobody',
)
const word = fc.oneof(fc.constantFrom('moeder', 'wijkteam', ''), fc.string({ maxLength: 8 }))
const date = fc.constantFrom('2014', '2015-06~', '2012/2014', '2016-21', null)
const kind = fc.constantFrom('events' as const, 'people' as const)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ title: word, date, name: word }).map(
    ({ title, date, name }): Step =>
      (doc, who) =>
        events.addEvent(doc, who, {
          ...plainEvent(title),
          date,
          names: [name],
          take: { author: who.principal, fields: { text: title, nature: 'opinion' } },
        }),
  ),
  word.map(
    (name): Step =>
      (doc, who) =>
        people.addPerson(doc, who, { name }),
  ),
  fc.record({ id, date, originalText: word }).map(
    (input): Step =>
      (doc, who) =>
        events.setEventDate(doc, who, input),
  ),
  fc
    .record({
      id,
      days: fc.integer({ min: -4000, max: 4000 }),
      side: fc.constantFrom('family', 'professional'),
    })
    .map(
      (input): Step =>
        (doc, who) =>
          events.moveEvent(doc, who, { ...input, locale: 'nl' }),
    ),
  id.map(
    (id): Step =>
      (doc, who) =>
        events.setEventKind(doc, who, { id, kind: 'decision' }),
  ),
  fc.record({ id, side: id }).map(
    (input): Step =>
      (doc, who) =>
        events.setEventSide(doc, who, input),
  ),
  fc.record({ id, crucial: fc.boolean() }).map(
    (input): Step =>
      (doc, who) =>
        events.setCrucial(doc, who, input),
  ),
  id.map(
    (id): Step =>
      (doc, who) =>
        events.setSource(doc, who, { id, source: 'network' }),
  ),
  fc.record({ id, name: word }).map(
    (input): Step =>
      (doc, who) =>
        addName(doc, who, input),
  ),
  fc.record({ id, name: word }).map(
    (input): Step =>
      (doc, who) =>
        removeName(doc, who, input),
  ),
  fc
    .record({
      name: word,
      as: fc.constantFrom('person' as const, 'organisation' as const),
      existingId: fc.option(id, { nil: undefined }),
    })
    .map(
      ({ existingId, ...input }): Step =>
        (doc, who) =>
          confirmName(doc, who, existingId === undefined ? input : { ...input, existingId }),
    ),
  fc.record({ id, name: word }).map(
    (input): Step =>
      (doc, who) =>
        people.renamePerson(doc, who, input),
  ),
  fc.record({ id, person: id }).map(
    (input): Step =>
      (doc, who) =>
        people.linkPerson(doc, who, input),
  ),
  fc.record({ id, person: id }).map(
    (input): Step =>
      (doc, who) =>
        people.unlinkPerson(doc, who, input),
  ),
  fc.record({ eventId: id, author: id, fields: fc.record({ text: word }) }).map(
    (input): Step =>
      (doc, who) =>
        setTake(doc, who, input),
  ),
  fc.record({ kind, id }).map(
    (input): Step =>
      (doc, who) =>
        binRecord(doc, who, input),
  ),
  fc.record({ kind, id }).map(
    (input): Step =>
      (doc, who) =>
        restoreRecord(doc, who, input),
  ),
  fc.record({ id, name: word }).map(
    (input): Step =>
      (doc, who) =>
        texts.renameLane(doc, who, input),
  ),
  word.map(
    (title): Step =>
      (doc, who) =>
        texts.setTitle(doc, who, title),
  ),
  word.map(
    (question): Step =>
      (doc, who) =>
        texts.setQuestion(doc, who, question),
  ),
  fc.option(id).map(
    (person): Step =>
      (doc, who) =>
        people.setIndexPerson(doc, who, person),
  ),
  fc.record({ kind, id, field: fc.constantFrom('title', 'name', 'date', '__proto__'), text: word }).map(
    (input): Step =>
      (doc, who) =>
        texts.setText(doc, who, input),
  ),
)

describe('commands', () => {
  it('[CA26] two people who do anything, heard in any order, end with the same case and no damage', () => {
    const turn = fc.record({ who: fc.constantFrom('ann', 'bo'), step, sync: fc.boolean() })
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        const { a, b, sync } = replicas(newCase())
        const [ann, bo] = [actor('ann'), actor('bo')]
        for (const { who, step, sync: heard } of turns) {
          if (who === 'ann') step(a, ann)
          else step(b, bo)
          if (heard) sync()
        }
        sync()
        expect(readCase(a, { withBinned: true })).toEqual(readCase(b, { withBinned: true }))
        expect(findDamage(a, everyRecord(a))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('[CA27] updates of many commands give the same case in any order of delivery, twice as well', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (steps, luck) => {
        const start = newCase()
        const { a, b } = replicas(start)
        const updates: Uint8Array[] = []
        a.on('update', (update: Uint8Array) => updates.push(update))
        for (const step of steps) step(a, actor('ann'))
        const order = updates
          .map((update) => ({ update, at: luck.next().value ?? 0 }))
          .sort((x, y) => x.at - y.at)
        for (const { update } of [...order, ...order.slice(0, 3)]) Y.applyUpdate(b, update)
        expect(readCase(b, { withBinned: true })).toEqual(readCase(a, { withBinned: true }))
      }),
    )
  })

  it('[CA28] a change of a record that is gone or in the bin is refused and writes nothing', () => {
    const doc = newCase()
    const ann = actor('ann')
    const gone = events.addEvent(doc, ann, plainEvent('x')) ?? ''
    binRecord(doc, ann, { kind: 'events', id: gone })
    const before = Y.encodeStateAsUpdate(doc)
    for (const id of [gone, 'nobody', '__proto__']) {
      expect(events.setEventDate(doc, ann, { id, date: '2020', originalText: '2020' })).toBe(false)
      expect(events.moveEvent(doc, ann, { id, days: 3, side: 'professional', locale: 'nl' })).toBe(false)
      expect(events.setCrucial(doc, ann, { id, crucial: true })).toBe(false)
      expect(addName(doc, ann, { id, name: 'oma' })).toBe(false)
      expect(setTake(doc, ann, { eventId: id, author: 'ann', fields: { text: 'x' } })).toBe(false)
      expect(texts.setText(doc, ann, { kind: 'events', id, field: 'title', text: 'y' })).toBe(false)
      expect(binRecord(doc, ann, { kind: 'events', id })).toBe(false)
    }
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[CA29] saying the same again writes nothing', () => {
    const doc = newCase()
    const ann = actor('ann')
    const id = events.addEvent(doc, ann, plainEvent('x')) ?? ''
    addName(doc, ann, { id, name: 'oma' })
    const before = Y.encodeStateAsUpdate(doc)
    expect(events.setEventDate(doc, ann, { id, date: '2014', originalText: 'in 2014' })).toBe(false)
    expect(events.setEventKind(doc, ann, { id, kind: 'family' })).toBe(false)
    expect(addName(doc, ann, { id, name: ' oma ' })).toBe(false)
    expect(texts.setTitle(doc, ann, 'Roos')).toBe(false)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[CA30] delete wins over an edit made at the same time, and restoring gives the record back with that edit', () => {
    const start = newCase()
    const id = events.addEvent(start, actor('ann'), plainEvent('Uithuisplaatsing')) ?? ''
    const { a, b, sync } = replicas(start)
    binRecord(a, actor('ann'), { kind: 'events', id })
    texts.setText(b, actor('bo'), { kind: 'events', id, field: 'title', text: 'Uithuisplaatsing van Roos' })
    events.setCrucial(b, actor('bo'), { id, crucial: true })
    sync()
    for (const doc of [a, b]) expect(readCase(doc).events).toEqual([])
    expect(restoreRecord(b, actor('bo'), { kind: 'events', id })).toBe(true)
    sync()
    for (const doc of [a, b])
      expect(readCase(doc).events).toMatchObject([
        { title: 'Uithuisplaatsing van Roos', crucial: true, binned: null },
      ])
  })

  it('[CA31] names and people that two people add at the same time are all there', () => {
    const start = newCase()
    const ann = actor('ann')
    const id = events.addEvent(start, ann, plainEvent('x')) ?? ''
    const roos = people.addPerson(start, ann, { name: 'Roos' }) ?? ''
    const { a, b, sync } = replicas(start)
    addName(a, ann, { id, name: 'oma' })
    addName(b, actor('bo'), { id, name: 'juf' })
    people.linkPerson(b, actor('bo'), { id, person: roos })
    setTake(a, ann, { eventId: id, author: 'ann', fields: { helpful: 'yes' } })
    setTake(b, actor('bo'), { eventId: id, author: 'bo', fields: { helpful: 'no' } })
    sync()
    const [event] = readCase(a).events
    expect(event).toMatchObject({ names: ['juf', 'oma'], people: [roos] })
    expect(event?.takes).toMatchObject({ ann: { helpful: 'yes' }, bo: { helpful: 'no' } })
  })

  it('[CA56] saying more of an event keeps what was said of it before, and what is being typed', () => {
    const start = newCase()
    const ann = actor('ann')
    const id = events.addEvent(start, ann, {
      ...plainEvent('x'),
      take: { author: 'ann', fields: { text: 'Ik schrok', nature: 'feeling' } },
    })
    const { a, b, sync } = replicas(start)
    setTake(a, ann, { eventId: id ?? '', author: 'ann', fields: { helpful: 'no', text: 'Ik schrok ervan' } })
    takeText(b, id ?? '', 'ann')?.insert(0, 'Toen: ')
    sync()
    expect(readCase(b).events[0]?.takes['ann']).toMatchObject({
      text: 'Toen: Ik schrok ervan',
      nature: 'feeling',
      helpful: 'no',
      at: 1_000,
    })
  })

  it('[CA32] a name that is confirmed becomes one person in every event that carries it', () => {
    const doc = newCase()
    const ann = actor('ann')
    for (const names of [['moeder'], ['moeder', 'vader'], ['vader']])
      events.addEvent(doc, ann, { ...plainEvent(names.join()), names })
    const [found] = unconfirmedNames(readCase(doc).events)
    expect(found).toEqual({ name: 'moeder', eventIds: ['ann-1', 'ann-2'] })
    const person = confirmName(doc, ann, { name: 'moeder', as: 'person' })
    expect(readCase(doc).people).toMatchObject([{ id: person, name: 'moeder', createdBy: 'ann' }])
    expect(readCase(doc).events.map(({ names, people }) => [names, people])).toEqual([
      [[], [person]],
      [['vader'], [person]],
      [['vader'], []],
    ])
    expect(confirmName(doc, ann, { name: 'moeder', as: 'person' })).toBeNull()
    expect(confirmName(doc, ann, { name: 'vader', as: 'person', existingId: 'nobody' })).toBeNull()
    const known = confirmName(doc, ann, {
      name: 'vader',
      as: 'person',
      existingId: person ?? '',
      eventIds: ['ann-3'],
    })
    expect(known).toBe(person)
    expect(readCase(doc).events.map(({ names }) => names)).toEqual([[], ['vader'], []])
    confirmName(doc, ann, { name: 'vader', as: 'organisation' })
    expect(readCase(doc).organisations).toMatchObject([{ name: 'vader' }])
  })

  it('[CA33] a drag moves the date and says it anew; across the axis it changes the side; undated stays undated', () => {
    const doc = newCase()
    const ann = actor('ann')
    const id =
      events.addEvent(doc, ann, {
        ...plainEvent('x'),
        date: '2014-03-02',
        originalText: 'op mijn verjaardag',
      }) ?? ''
    events.moveEvent(doc, ann, { id, days: 1, locale: 'nl' })
    const moved = readCase(doc).events[0]
    expect(moved).toMatchObject({ date: '2014-03-03', side: 'family' })
    expect(moved?.originalText).toBe('3 mrt 2014')
    const none = events.addEvent(doc, ann, { ...plainEvent('y'), date: null, originalText: '?' }) ?? ''
    expect(events.moveEvent(doc, ann, { id: none, days: 5, locale: 'nl' })).toBe(false)
    expect(events.moveEvent(doc, ann, { id: none, days: 5, side: 'professional', locale: 'nl' })).toBe(true)
    expect(readCase(doc).events[1]).toMatchObject({ date: null, originalText: '?', side: 'professional' })
  })

  it('[CA34] sides, title, question, index person and names of people are changed in place', () => {
    const doc = newCase()
    const ann = actor('ann')
    const roos =
      people.addPerson(doc, ann, { name: 'Roos', birth: { date: '2010~', originalText: 'rond 2010' } }) ?? ''
    people.renamePerson(doc, ann, { id: roos, name: 'Roosje' })
    texts.renameLane(doc, ann, { id: 'family', name: 'Thuis' })
    texts.setTitle(doc, ann, 'T')
    texts.setQuestion(doc, ann, 'Q?')
    people.setIndexPerson(doc, ann, roos)
    const all = readCase(doc)
    expect(all.meta).toMatchObject({ title: 'T', question: 'Q?', indexPerson: roos })
    expect(all.people[0]?.name).toBe('Roosje')
    expect(all.views.find(({ id }) => id === 'timeline')?.lanes['family']).toMatchObject({
      name: 'Thuis',
      place: 'below',
    })
    expect(recordOf(doc, 'people', roos)?.get('createdBy')).toBe('ann')
  })

  it('[CA35] what is too long is cut, and a value that does not fit is refused', () => {
    const doc = newCase()
    const ann = actor('ann')
    const id = events.addEvent(doc, ann, plainEvent('t'.repeat(400))) ?? ''
    expect(textOf(doc, 'events', id, 'title')?.length).toBe(300)
    expect(events.setEventSide(doc, ann, { id, side: 'not an id' })).toBe(false)
    expect(events.addEvent(doc, ann, { ...plainEvent('x'), side: 'not an id' })).toBeNull()
    expect(readCase(doc, { withBinned: true }).events).toHaveLength(1)
  })
})
