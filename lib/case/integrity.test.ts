import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changedRecords, everyRecord, unknownTypes } from './changes'
import { restoreRecord } from './commands/bin'
import { addEvent } from './commands/events'
import { setTake } from './commands/takes'
import {
  caseMap,
  insertRecord,
  nestedRecord,
  RECORD_MAPS,
  type RecordInput,
  readCase,
  recordOf,
  textOf,
} from './doc'
import { findDamage, MAX_SHAPE_CHARS } from './integrity'
import { applyRepairs } from './repair'
import { type MapName, RECORDS, type RecordMap, SCHEMA_VERSION } from './schema'
import { actor, copyOf, newCase, plainEvent, recordArb } from './test-kit'

const NAMES: MapName[] = [...RECORD_MAPS, 'shapes']
const fieldNames = [...new Set(Object.values(RECORDS).flatMap(({ shape }) => Object.keys(shape))), 'odd']

type Garbage = { form: 'json' | 'map' | 'text' | 'list'; value: unknown; fields: Record<string, unknown> }

const anything = fc.oneof(
  fc.json({ maxDepth: 1 }).map((text): unknown => JSON.parse(text)),
  fc.constantFrom(undefined, 7n, Number.NaN, new Uint8Array([1])),
  fc.string({ minLength: 290, maxLength: 320 }),
  fc.record({ by: fc.string(), at: fc.integer() }, { noNullPrototype: true }),
)
const garbage: fc.Arbitrary<Garbage> = fc.record({
  form: fc.constantFrom('json', 'map', 'text', 'list'),
  value: anything,
  fields: fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames), fc.string()), anything, { maxKeys: 6 }),
})

function shared({ form, value, fields }: Garbage): unknown {
  if (form === 'map') return new Y.Map(Object.entries(fields))
  if (form === 'text') return new Y.Text(String(value))
  return form === 'list' ? Y.Array.from([1]) : value
}

/** A write by somebody who does not use our program. */
interface Wild {
  map: MapName
  id: string
  field: string | null
  key: string | null
  what: Garbage
}

const wildWrite: fc.Arbitrary<Wild> = fc.record({
  map: fc.constantFrom(...NAMES),
  id: fc.oneof(fc.constantFrom('case', 'timeline', 'e1', 'p1', '__proto__'), fc.string()),
  field: fc.option(fc.constantFrom(...fieldNames)),
  key: fc.option(fc.oneof(fc.constantFrom('ann', '__proto__', 'professional'), fc.string())),
  what: garbage,
})

function write(doc: Y.Doc, { map, id, field, key, what }: Wild): void {
  const record = recordOf(doc, map, id)
  const nested = field === null ? null : record?.get(field)
  if (!record || field === null) doc.getMap(map).set(id, shared(what))
  else if (nested instanceof Y.Map && key !== null) nested.set(key, shared(what))
  else record.set(field, shared(what))
}

function caseWithRecords(): Y.Doc {
  const doc = newCase()
  insertRecord(doc, 'people', { id: 'p1', name: 'Roos' })
  insertRecord(doc, 'events', { id: 'e1', title: 'x', takes: { ann: { text: 'y' } }, people: ['p1'] })
  insertRecord(doc, 'parallels', { id: 'e1', recognised: { ann: { answer: 'yes' } } })
  return doc
}

describe('damage', () => {
  it('[CA15] whatever is written, the check does not throw, and mending once leaves nothing to mend', () => {
    fc.assert(
      fc.property(fc.array(wildWrite, { maxLength: 12 }), (writes) => {
        const doc = caseWithRecords()
        for (const wild of writes) write(doc, wild)
        const repairs = findDamage(doc, everyRecord(doc))
        expect(findDamage(copyOf(doc), everyRecord(copyOf(doc)))).toEqual(repairs)
        applyRepairs(doc, repairs, 5)
        expect(findDamage(doc, everyRecord(doc))).toEqual([])
        const mended = copyOf(doc)
        applyRepairs(
          doc,
          repairs.filter((repair) => repair.do !== 'delete'),
          6,
        )
        expect(readCase(doc, { withBinned: true })).toEqual(readCase(mended, { withBinned: true }))
        expect(readCase(doc).meta.id).toBe('case')
      }),
      { numRuns: 400 },
    )
  })

  it('[CA16] what is not in the bin after mending can be read', () => {
    fc.assert(
      fc.property(fc.array(wildWrite, { maxLength: 12 }), (writes) => {
        const doc = caseWithRecords()
        for (const wild of writes) write(doc, wild)
        applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
        const all = readCase(doc)
        for (const kind of RECORD_MAPS) {
          const visible = [...caseMap(doc, kind).entries()].filter(([, record]) => !record.get('binned'))
          const read = kind === 'meta' ? [all.meta] : all[kind]
          expect(read.map(({ id }) => id).sort()).toEqual(visible.map(([id]) => id).sort())
        }
      }),
    )
  })

  it.each(RECORD_MAPS)('[CA17] a good record of %s has no damage', (kind) => {
    fc.assert(
      fc.property(recordArb(kind), (plain) => {
        const doc = newCase()
        const record = { ...plain, ...(kind === 'meta' ? { schema: SCHEMA_VERSION } : {}) }
        const fixed = kind === 'meta' || kind === 'views' ? { binned: null } : {}
        insertRecord(doc, kind, { ...record, ...fixed } as RecordInput<RecordMap>)
        expect(findDamage(doc, everyRecord(doc))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('[CA18] a wrong value makes room for the default and is kept beside it', () => {
    const doc = caseWithRecords()
    recordOf(doc, 'events', 'e1')?.set('kind', 'party')
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(readCase(doc).events[0]).toMatchObject({
      kind: 'family',
      quarantined: { fields: { kind: 'party' } },
    })
  })

  it('[CA18] a shared type where a plain value belongs is a wrong value', () => {
    const doc = caseWithRecords()
    recordOf(doc, 'people', 'p1')?.set('birth', new Y.Map([['date', '2010']]))
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(readCase(doc).people[0]).toMatchObject({
      birth: { date: null },
      quarantined: { fields: { birth: { date: '2010' } } },
    })
  })

  it('[CA57] one wrong answer in a nested record takes that record away, and keeps it beside the rest', () => {
    const doc = caseWithRecords()
    nestedRecord(recordOf(doc, 'parallels', 'e1'), 'recognised', 'ann')?.set('answer', 'perhaps')
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(readCase(doc).parallels[0]).toMatchObject({
      recognised: {},
      quarantined: { fields: { 'recognised/ann': { answer: 'perhaps' } } },
    })
  })

  it('[CA19] a record that lacks what it needs goes to the bin with the reason, and cannot be restored as it is', () => {
    const doc = newCase()
    caseMap(doc, 'relations').set(
      'r',
      new Y.Map<unknown>([
        ['id', 'r'],
        ['from', 'a'],
      ]),
    )
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    const record = recordOf(doc, 'relations', 'r')
    expect(record?.get('binned')).toEqual({ by: 'server', at: 5 })
    expect(record?.get('quarantined')).toEqual({ reason: 'to' })
    expect(restoreRecord(doc, actor('ann'), { kind: 'relations', id: 'r' })).toBe(false)
    record?.set('to', 'b')
    expect(restoreRecord(doc, actor('ann'), { kind: 'relations', id: 'r' })).toBe(true)
  })

  it('[CA20] one wrong take does not take the others with it', () => {
    const doc = caseWithRecords()
    const takes = recordOf(doc, 'events', 'e1')?.get('takes')
    if (takes instanceof Y.Map) {
      takes.set('bo', 'geen kaart')
      takes.set('x'.repeat(65), new Y.Map())
    }
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(readCase(doc).events[0]?.takes).toMatchObject({ ann: { text: 'y' } })
    expect(recordOf(doc, 'events', 'e1')?.get('quarantined')).toEqual({
      fields: { 'takes/bo': 'geen kaart', [`takes/${'x'.repeat(65)}`]: {} },
    })
  })

  it('[CA21] a text that grew too long is cut, and its end is kept', () => {
    const doc = caseWithRecords()
    textOf(doc, 'people', 'p1', 'name')?.insert(4, 'a'.repeat(200))
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(textOf(doc, 'people', 'p1', 'name')?.toJSON()).toBe(`Roos${'a'.repeat(196)}`)
    expect(recordOf(doc, 'people', 'p1')?.get('quarantined')).toEqual({ fields: { name: 'aaaa' } })
  })

  it('[CA22] the case is never in the bin, keeps its schema number, and is there', () => {
    const doc = newCase()
    recordOf(doc, 'meta', 'case')?.set('binned', { by: 'x', at: 1 })
    recordOf(doc, 'meta', 'case')?.set('schema', 99)
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(readCase(doc).meta).toMatchObject({ title: 'Roos', schema: SCHEMA_VERSION, binned: null })
    caseMap(doc, 'meta').delete('case')
    applyRepairs(doc, findDamage(doc, new Map([['meta', new Set(['case'])]])), 5)
    expect(readCase(doc).meta).toMatchObject({ id: 'case', schema: SCHEMA_VERSION })
    expect(textOf(doc, 'meta', 'case', 'title')).not.toBeNull()
  })

  it('[CA23] drawn shapes stay when they are records of an allowed type under their own id, and not too large', () => {
    const doc = newCase()
    const shapes = doc.getMap<unknown>('shapes')
    shapes.set('shape:a', { id: 'shape:a', typeName: 'shape', x: 1 })
    shapes.set(
      'shape:b',
      new Y.Map<unknown>([
        ['id', 'shape:b'],
        ['typeName', 'binding'],
      ]),
    )
    shapes.set('shape:c', { id: 'shape:x', typeName: 'shape' })
    shapes.set('shape:d', { id: 'shape:d', typeName: 'page' })
    shapes.set('shape:e', 'text')
    shapes.set('shape:f', { id: 'shape:f', typeName: 'shape', ink: 'x'.repeat(MAX_SHAPE_CHARS) })
    const repairs = findDamage(doc, everyRecord(doc))
    expect(repairs.map(({ id, ...rest }) => [id, 'reason' in rest && rest.reason])).toEqual([
      ['shape:c', 'bad-id'],
      ['shape:d', 'bad-shape'],
      ['shape:e', 'bad-shape'],
      ['shape:f', 'too-large'],
    ])
    applyRepairs(doc, repairs, 5)
    expect([...shapes.keys()].sort()).toEqual(['shape:a', 'shape:b'])
  })

  it('[CA24] an unknown top-level type is left alone and reported', () => {
    const doc = newCase()
    doc.getMap('weather').set('sun', true)
    applyRepairs(doc, findDamage(doc, everyRecord(doc)), 5)
    expect(unknownTypes(doc)).toEqual(['weather'])
    expect(doc.getMap('weather').get('sun')).toBe(true)
  })
})

describe('changed records', () => {
  it('[CA25] every change names the records it touched, however deep, and no other', () => {
    const doc = newCase()
    const ann = actor('ann')
    const [id = '', other = ''] = ['x', 'y'].map((title) => addEvent(doc, ann, plainEvent(title)) ?? '')
    const seen: unknown[] = []
    doc.on('afterTransaction', (tr: Y.Transaction) => seen.push(changedRecords(tr)))
    setTake(doc, ann, { eventId: id, author: 'ann', fields: { text: 'a' } })
    setTake(doc, ann, { eventId: id, author: 'ann', fields: { text: 'ab' } })
    textOf(doc, 'events', other, 'title')?.insert(0, 'z')
    caseMap(doc, 'events').delete(other)
    doc.getMap('weather').set('sun', true)
    expect(seen).toEqual([
      new Map([['events', new Set([id])]]),
      new Map([['events', new Set([id])]]),
      new Map([['events', new Set([other])]]),
      new Map([['events', new Set([other])]]),
      new Map(),
    ])
  })
})
