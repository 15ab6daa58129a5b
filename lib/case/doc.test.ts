import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addEvent } from './commands/events'
import { setTake } from './commands/takes'
import {
  caseMap,
  insertRecord,
  RECORD_MAPS,
  type RecordInput,
  readCase,
  readRecord,
  recordOf,
  takeText,
  textOf,
} from './doc'
import { RECORDS, type RecordMap, SCHEMA_VERSION } from './schema'
import { actor, copyOf, newCase, plainEvent, recordArb } from './test-kit'

describe('the case document', () => {
  it.each(RECORD_MAPS)('[CA1] a record of %s reads back as it was written, on every replica', (kind) => {
    fc.assert(
      fc.property(recordArb(kind), (plain) => {
        const doc = new Y.Doc()
        expect(insertRecord(doc, kind, plain as RecordInput<RecordMap>)).toBe(true)
        const record = recordOf(copyOf(doc), kind, String(plain['id']))
        expect(record && readRecord(kind, record)).toEqual(plain)
      }),
      { numRuns: 30 },
    )
  })

  it('[CA2] fields that nobody set read as their defaults, and only texts, sets and maps are stored for them', () => {
    const doc = new Y.Doc()
    insertRecord(doc, 'events', { id: 'e' })
    const record = recordOf(doc, 'events', 'e')
    expect(record && readRecord('events', record)).toEqual(RECORDS.events.parse({ id: 'e' }))
    expect([...(record?.keys() ?? [])].sort()).toEqual(
      'answers asked assetText description exits id names organisations people takes title'.split(' ').sort(),
    )
  })

  it('[CA3, T10] a record that does not fit is left out of the case and harms no other', () => {
    const doc = newCase()
    const good = addEvent(doc, actor('ann'), plainEvent('goed'))
    caseMap(doc, 'events').set(
      'bad',
      new Y.Map<unknown>([
        ['id', 'bad'],
        ['kind', 'party'],
      ]),
    )
    doc.getMap('events').set('worse', 'text')
    expect(readCase(doc).events.map(({ id }) => id)).toEqual([good])
  })

  it('[CA4] fields of a newer program are kept and read', () => {
    const doc = new Y.Doc()
    insertRecord(doc, 'people', { id: 'p', name: 'Roos', shoeSize: 38 })
    expect(readCase(doc).people[0]).toMatchObject({ name: 'Roos', shoeSize: 38 })
  })

  it('[CA5] an id that is taken is never written over', () => {
    const doc = new Y.Doc()
    insertRecord(doc, 'people', { id: 'p', name: 'Roos' })
    expect(insertRecord(doc, 'people', { id: 'p', name: 'Sanne' })).toBe(false)
    expect(readCase(doc).people[0]?.name).toBe('Roos')
  })

  it('[CA6] records ascend by id, sets are in ascending order, and references to nobody stay', () => {
    const doc = newCase()
    for (const id of ['c', 'a', 'b']) insertRecord(doc, 'events', { id, people: ['nobody', 'b'] })
    expect(readCase(doc).events.map(({ id, people }) => [id, people])).toEqual([
      ['a', ['b', 'nobody']],
      ['b', ['b', 'nobody']],
      ['c', ['b', 'nobody']],
    ])
  })

  it('[CA7] a document that has not arrived yet reads as an empty case', () => {
    const { meta, events } = readCase(new Y.Doc())
    expect([meta.title, meta.schema, events]).toEqual(['', SCHEMA_VERSION, []])
  })

  it('[CA8] a text that two people made too long together reads cut and can still be typed in', () => {
    const doc = new Y.Doc()
    insertRecord(doc, 'people', { id: 'p', name: 'a'.repeat(200) })
    textOf(doc, 'people', 'p', 'name')?.insert(0, '🙂')
    expect(readCase(doc).people[0]?.name).toBe(`🙂${'a'.repeat(198)}`)
    expect(textOf(doc, 'people', 'p', 'birth')).toBeNull()
  })

  it('[CA9] what one person says of an event has a shared text of its own', () => {
    const doc = newCase()
    const ann = actor('ann')
    const id = addEvent(doc, ann, plainEvent('x')) ?? ''
    expect(takeText(doc, id, 'ann')).toBeNull()
    setTake(doc, ann, { eventId: id, author: 'ann', fields: { text: 'Ik schrok' } })
    takeText(doc, id, 'ann')?.insert(9, ' ervan')
    expect(readCase(doc).events[0]?.takes['ann']?.text).toBe('Ik schrok ervan')
  })

  it('[CA10] a case of 300 moments stays under 250 kB', () => {
    const doc = newCase()
    const ann = { ...actor('ann'), newId: idsOf22() }
    for (let n = 0; n < 300; n++) {
      addEvent(doc, ann, {
        ...plainEvent(`Moment ${n}: gesprek met school en wijkteam`),
        description: 'Er was een gesprek over hoe het thuis gaat. '.repeat(4),
        names: ['moeder', 'wijkteam'],
        source: 'family',
        take: { author: 'ann', fields: { nature: 'fact', helpful: 'yes' } },
      })
    }
    const bytes = Y.encodeStateAsUpdate(copyOf(doc)).length
    expect(readCase(copyOf(doc)).events).toHaveLength(300)
    expect(bytes).toBeLessThan(250_000)
    expect(bytes).toBeGreaterThan(300 * 200)
  })
})

function idsOf22(): () => string {
  let n = 0
  return () => String(++n).padStart(22, 'x')
}
