import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { everyRecord } from '../changes'
import { caseMap, insertRecord, readCase, RECORD_MAPS, type RecordInput, recordOf } from '../doc'
import { findDamage } from '../integrity'
import { looseReferences } from '../loose'
import { type MergePlan, planMerge } from '../mergePlan'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { withReserved } from '../reserved/withReserved'
import type { RecordMap } from '../schema'
import { actor, newCase } from '../test-kit'
import { SessionUndo } from '../undo'
import { restoreRecord } from './bin'
import { merge } from './merge'

const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4']
const ORGANISATIONS = ['o0', 'o1', 'o2']
const WHO = [...PEOPLE, ...ORGANISATIONS]
const COUPLES = ['c0', 'c1', 'c2']
const LINES = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5']
const STAKES = ['s0', 's1', 's2', 's3']

const one = (ids: readonly string[]) => fc.constantFrom(...ids)
const some = (ids: readonly string[], maxLength = 4) => fc.uniqueArray(one(ids), { maxLength })
const said = fc.constantFrom('', 'een', 'twee', 'drie woorden hier')
const dated = fc.constantFrom(
  { date: null, originalText: '' },
  { date: '2014', originalText: 'in 2014' },
  { date: null, originalText: 'ooit' },
)
const binned = fc.constantFrom(null, null, null, { by: 'bo', at: 5 })
const takes = fc.dictionary(
  one(['ann', ...PEOPLE]),
  fc.record({ text: said, now: said, person: fc.option(one(PEOPLE)) }),
  {
    maxKeys: 3,
    noNullPrototype: true,
  },
)
const answers = fc.dictionary(one(['ann', ...PEOPLE]), fc.record({ answer: fc.constantFrom('yes', 'no') }), {
  maxKeys: 3,
  noNullPrototype: true,
})

/** A record of each of `ids`, as far as it is drawn. */
const recordsOf = (ids: readonly string[], fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(...ids.map((id) => fc.option(fc.record({ id: fc.constant(id), binned, ...fields }), { freq: 5 })))

/** Everything in a case that names somebody, as often as there is room for, and often twice. */
const anyCase = fc.record({
  people: recordsOf(PEOPLE, {
    name: said,
    role: said,
    birth: dated,
    gender: fc.constantFrom('unknown', 'female', 'male'),
    secret: fc.boolean(),
    organisation: fc.option(one(ORGANISATIONS)),
    principal: fc.constantFrom(null, null, 'ann', 'bo'),
  }),
  organisations: recordsOf(ORGANISATIONS, { name: said, kind: said }),
  partnerships: recordsOf(COUPLES, { partners: some(PEOPLE, 2) }),
  parentages: recordsOf(['w0', 'w1', 'w2', 'w3', 'w4'], {
    child: one(PEOPLE),
    partnership: fc.option(one(COUPLES)),
    parent: fc.option(one(WHO)),
    type: fc.constantFrom('biological', 'foster'),
  }),
  households: recordsOf(['h0'], { members: some(WHO) }),
  relations: recordsOf(LINES, {
    from: one(WHO),
    to: one([...WHO, 'h0']),
    type: fc.constantFrom('plain', 'close', 'cares'),
    note: said,
    accordingTo: fc.option(fc.record({ person: fc.option(one(PEOPLE)), principal: fc.constant(null) })),
  }),
  events: recordsOf(['e0', 'e1', 'e2'], {
    people: some(PEOPLE),
    organisations: some(ORGANISATIONS),
    takes,
    answers,
    asked: some(PEOPLE),
    toldBy: fc.option(
      fc.record({ person: fc.option(one(PEOPLE)), principal: fc.constant(null), name: said }),
    ),
    fact: fc.option(fc.record({ kind: fc.constant('birth'), id: one(PEOPLE), phase: fc.constant(null) })),
  }),
  stakes: recordsOf(STAKES, {
    subject: one(WHO),
    role: said,
    influence: fc.constantFrom(null, 0.2, 0.8),
  }),
  threads: recordsOf(['t0'], { title: said, items: some(['e0', 'e1', ...LINES, ...STAKES, ...PEOPLE], 9) }),
  notes: recordsOf(['n0', 'n1'], { text: said, about: some([...WHO, ...STAKES, ...LINES, ...COUPLES], 6) }),
  parallels: recordsOf(['l0'], {
    left: some([...LINES, ...PEOPLE]),
    right: some(LINES),
    recognised: answers,
  }),
  pins: recordsOf(['i0', 'i1', 'i2'], {
    view: fc.constantFrom('genogram', 'stakeholders'),
    record: one(WHO),
    x: fc.constant(1),
    y: fc.constant(2),
  }),
})

type AnyCase = typeof anyCase extends fc.Arbitrary<infer T> ? T : never

function docOf(records: AnyCase): Y.Doc {
  const doc = newCase()
  for (const [kind, list] of Object.entries(records))
    for (const record of list)
      if (record) expect(insertRecord(doc, kind as 'notes', record as RecordInput<'notes'>)).toBe(true)
  recordOf(doc, 'meta', 'case')?.set('indexPerson', 'p0')
  recordOf(doc, 'views', 'timeline')?.set('ageOf', 'p1')
  caseMap(doc, 'shapes').set('arrow', shape('arrow', 'shape:person-p1'))
  return doc
}

/** An arrow that holds on to a symbol. */
function shape(id: string, toId: string): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['id', id],
    ['typeName', 'binding'],
    ['toId', toId],
  ])
}

/** Everything that is in the document, the bin too. */
const whole = (doc: Y.Doc) =>
  JSON.parse(JSON.stringify(RECORD_MAPS.map((kind) => caseMap(doc, kind).toJSON()))) as unknown

/** Where in the document something is named by this id: not in its own record. */
function naming(doc: Y.Doc, id: string): string[] {
  const own = new RegExp(`(^|-)${id}$`)
  const found: string[] = []
  const look = (value: unknown, path: string) => {
    if (typeof value === 'string' && own.test(value)) found.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === id) found.push(`${path}/${key}`)
      if (key !== 'id' && key !== 'merged') look(inner, `${path}/${key}`)
    }
  }
  for (const kind of [...RECORD_MAPS, 'shapes'] as const)
    for (const [key, record] of caseMap(doc, kind).entries())
      if (key !== id) look(record.toJSON(), `${kind}/${key}`)
  return found
}

const undoOf = (doc: Y.Doc) => {
  const undo = new SessionUndo(
    { actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() },
    Infinity,
  )
  undo.add(doc)
  return undo
}

describe('merging two that are the same', () => {
  it('[MRG1] whatever names them, afterwards nothing names the one that is gone; one undo brings everything back', () => {
    let merged = 0
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom('people', 'organisations'),
        fc.tuple(fc.nat(4), fc.nat(4)),
        (all, kind, at) => {
          const ids = kind === 'people' ? PEOPLE : ORGANISATIONS
          const [from = '', into = ''] = at.map((n) => ids[n % ids.length])
          const doc = docOf(all)
          const undo = undoOf(doc)
          const [before, loose] = [whole(doc), looseReferences([readCase(doc, { withBinned: true })])]
          const plan = planMerge(readCase(doc), { kind, from, into })
          const done = merge(doc, actor('ann'), { kind, from, into })
          expect(done).toBe(typeof plan !== 'string')
          if (typeof plan === 'string') {
            expect(whole(doc)).toEqual(before)
            return
          }
          merged++
          for (const fold of plan.folds) expect(naming(doc, fold.from)).toEqual([])
          expect(findDamage(doc, everyRecord(doc))).toEqual([])
          const after = readCase(doc)
          // What led nowhere before may be taken over with what it was said of, and leads nowhere there too.
          expect(looseReferences([readCase(doc, { withBinned: true })])).toBeLessThanOrEqual(2 * loose)
          expect(after.relations.filter((line) => line.from === into && line.to === into)).toEqual([])
          expect(
            after.partnerships.filter(({ partners }) => partners.length === 1 && partners[0] === into),
          ).toEqual(
            readCase(docOf(all))
              .partnerships.filter(({ partners }) => [from, into].includes(partners.join(' ')))
              .map(({ id }) => expect.objectContaining({ id }) as unknown),
          )
          expect(planMerge(after, { kind, from, into })).toBe('gone')
          undo.undo()
          expect(whole(doc)).toEqual(before)
        },
      ),
      { numRuns: 150 },
    )
    expect(merged).toBeGreaterThan(20)
  })

  it('[MRG2] what is said of both stays: words behind each other, what only one says is taken over', () => {
    const doc = caseWith({
      people: [
        {
          id: 'oma',
          name: 'Oma',
          role: 'oma',
          gender: 'female',
          birth: { date: '1950', originalText: '1950' },
        },
        { id: 'bo', name: 'Bo' },
        {
          id: 'sjaan',
          name: 'Sjaan',
          role: 'moeder van Roos',
          place: 'Tiel',
          birth: { date: '1952', originalText: '1952' },
        },
      ],
      events: [
        {
          id: 'e',
          takes: { sjaan: { text: 'eng', person: 'sjaan' }, oma: { text: 'fijn' } },
          people: ['oma', 'sjaan'],
        },
      ],
      relations: [
        { id: 'r1', from: 'oma', to: 'bo', type: 'close', note: 'elke dag' },
        { id: 'r2', from: 'bo', to: 'sjaan', type: 'close', note: 'belt vaak' },
        { id: 'r3', from: 'oma', to: 'sjaan', type: 'plain' },
      ],
      stakes: [
        { id: 's1', subject: 'oma', influence: 0.2 },
        { id: 's2', subject: 'sjaan', influence: 0.9, stance: 1, role: 'kookt' },
      ],
      threads: [{ id: 't', items: ['s2', 'r2'] }],
    })
    expect(
      merge(doc, actor('ann'), { kind: 'people', from: 'sjaan', into: 'oma', note: 'Heette ook Sjaan.' }),
    ).toBe(true)
    const { people, events, relations, stakes, threads, notes } = readCase(doc)
    expect(people).toMatchObject([
      { id: 'bo' },
      { id: 'oma', name: 'Oma', role: 'oma / moeder van Roos', place: 'Tiel', birth: { date: '1950' } },
    ])
    expect(events).toMatchObject([{ people: ['oma'], takes: { oma: { text: 'fijn\n\neng' } } }])
    expect(relations).toMatchObject([{ id: 'r1', note: 'elke dag\n\nbelt vaak' }])
    expect(stakes).toMatchObject([{ id: 's1', influence: 0.2, stance: 1, role: 'kookt' }])
    expect(threads).toMatchObject([{ items: ['r1', 's1'] }])
    expect(notes).toMatchObject([{ text: 'Heette ook Sjaan.', about: ['oma'] }])
    // What is reserved of the one that went is of the one that stays, also for who merged and could not see it.
    const reserved = caseWith({
      overlays: [{ id: 'v', kind: 'people', ref: 'sjaan', fields: { secret: { json: 'true', at: 1 } } }],
      relations: [{ id: 'q', from: 'sjaan', to: 'bo' }],
    })
    const laid = withReserved(readCase(doc), readCase(reserved))
    expect(laid.case.people).toMatchObject([{ id: 'bo' }, { id: 'oma', secret: true }])
    expect(laid.reserved.records).toEqual(new Set(['relations/q']))
    // It lies in the bin whole, and says where it went.
    expect(recordOf(doc, 'people', 'sjaan')?.get('mergedInto')).toBe('oma')
    expect(restoreRecord(doc, actor('ann'), { kind: 'people', id: 'sjaan' })).toBe(true)
    expect(readCase(doc).people).toContainEqual(expect.objectContaining({ id: 'sjaan', place: 'Tiel' }))
  })

  it('[MRG3] what cannot be is not done: a child and its grandmother, two who each take part, somebody who is gone', () => {
    const doc = caseWith({
      people: [
        { id: 'a' },
        { id: 'b', principal: 'x' },
        { id: 'c', principal: 'y' },
        { id: 'd', binned: { by: 'x', at: 1 } },
      ],
      parentages: [
        { id: 'w1', child: 'a', parent: 'b' },
        { id: 'w2', child: 'b', parent: 'e' },
      ],
    })
    insertRecord(doc, 'people', { id: 'e' })
    const why = (from: string, into: string) => planMerge(readCase(doc), { kind: 'people', from, into })
    expect([why('a', 'e'), why('e', 'a'), why('b', 'c'), why('d', 'a'), why('a', 'a')]).toEqual([
      'ancestor',
      'ancestor',
      'accounts',
      'gone',
      'gone',
    ])
    const before = whole(doc)
    expect(merge(doc, actor('ann'), { kind: 'people', from: 'a', into: 'e', note: 'x' })).toBe(false)
    expect(whole(doc)).toEqual(before)
  })

  it('[MRG4] in the family each is there once: the couple, the child of it, and no couple of one', () => {
    const doc = caseWith({
      people: ['oma', 'sjaan', 'opa', 'kind', 'klein'].map((id) => ({ id })),
      partnerships: [
        { id: 'c1', partners: ['oma', 'opa'], phases: { a: { type: 'marriage' } } },
        { id: 'c2', partners: ['opa', 'sjaan'], phases: { b: { type: 'separation' } } },
        { id: 'c3', partners: ['oma', 'sjaan'] },
      ],
      parentages: [
        { id: 'w1', child: 'kind', partnership: 'c1' },
        { id: 'w2', child: 'kind', partnership: 'c2', date: '1980' },
        { id: 'w3', child: 'kind', parent: 'sjaan' },
        { id: 'w4', child: 'klein', partnership: 'c3' },
      ],
    })
    const plan = planMerge(readCase(doc), { kind: 'people', from: 'sjaan', into: 'oma' }) as MergePlan
    expect([plan.selves, plan.children, plan.manyParents]).toEqual([
      [{ kind: 'partnerships', id: 'c3' }],
      ['w4'],
      false,
    ])
    merge(doc, actor('ann'), { kind: 'people', from: 'sjaan', into: 'oma' })
    const { partnerships, parentages } = readCase(doc)
    expect(partnerships).toMatchObject([{ id: 'c1', partners: ['oma', 'opa'] }])
    expect(Object.keys(partnerships[0]?.phases ?? {}).sort()).toEqual(['a', 'b'])
    expect(parentages).toMatchObject([
      { id: 'w1', child: 'kind', partnership: 'c1', parent: null, date: '1980' },
      { id: 'w4', child: 'klein', partnership: null, parent: 'oma' },
    ])
  })
})

function caseWith(records: { [M in RecordMap]?: Record<string, unknown>[] }): Y.Doc {
  const doc = newCase()
  for (const [kind, list] of Object.entries(records))
    for (const record of list ?? [])
      expect(insertRecord(doc, kind as 'events', record as RecordInput<'events'>)).toBe(true)
  return doc
}
