import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RECORD_MAPS, readCase } from '../doc'
import { type Case, RECORDS, type RecordMap } from '../schema'
import { newCase, recordArb } from '../test-kit'
import { NOTHING_RESERVED, partKey, withReserved } from './withReserved'

const EMPTY = readCase(newCase())
const LISTS = RECORD_MAPS.filter((kind): kind is Exclude<RecordMap, 'meta'> => kind !== 'meta')
const OWN = LISTS.filter((kind) => kind !== 'views' && kind !== 'rounds' && kind !== 'overlays')

function caseWith(records: Partial<Record<RecordMap, readonly object[]>>): Case {
  const lists = LISTS.map((kind) => {
    const given = (records[kind] ?? []).map((record) => RECORDS[kind].parse(record) as { id: string })
    return [kind, given.sort((a, b) => (a.id < b.id ? -1 : 1))] as const
  })
  return { ...EMPTY, ...Object.fromEntries(lists) }
}
const overlay = (id: string, ref: string, fields: Record<string, unknown>, at = 1, kind = 'people') => ({
  id,
  kind,
  ref,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { json: JSON.stringify(value), at }]),
  ),
})

/** Any case: few ids, so that records of two documents meet. */
const anyCase = fc
  .tuple(
    ...LISTS.map((kind) =>
      fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), recordArb(kind)), {
        selector: ([id]) => id,
        maxLength: 3,
      }),
    ),
  )
  .map((lists) => {
    const records = lists.map((list, i) => [
      LISTS[i],
      list.map(([id, record]) => ({
        ...record,
        ...(LISTS[i] === 'overlays' && { kind: 'people', ref: 'a' }),
        id,
      })),
    ])
    return caseWith(Object.fromEntries(records) as Partial<Record<RecordMap, object[]>>)
  })
const names = ['name', 'circle', 'role', 'birth', 'id', 'binned', 'marks', '__proto__', 'constructor']
const anyOverlay = fc
  .tuple(
    fc.constantFrom('o1', 'o2', 'o3'),
    fc.constantFrom('people', 'events', 'meta', 'nonsense', '__proto__'),
    fc.dictionary(fc.constantFrom(...names), fc.json(), { maxKeys: 4 }),
  )
  .map(([id, kind, fields]) => {
    const entries = Object.entries(fields).map(([name, json]) => [name, { json, at: 1 }])
    return { id, kind, ref: 'a', fields: Object.fromEntries(entries) as object }
  })

it('[RS12] any two documents merge, the same every time: all of the open one is there, nothing is changed in place', () => {
  let laid = 0
  fc.assert(
    fc.property(
      anyCase,
      anyCase,
      fc.uniqueArray(anyOverlay, { selector: ({ id }) => id, maxLength: 3 }),
      (open, others, overlays) => {
        const reserved = { ...others, overlays: caseWith({ overlays }).overlays }
        const before = JSON.stringify([open, reserved])
        const { case: all, reserved: parts } = withReserved(open, reserved)
        expect(JSON.stringify([open, reserved])).toBe(before)
        expect(withReserved(structuredClone(open), structuredClone(reserved))).toEqual({
          case: all,
          reserved: parts,
        })
        for (const kind of OWN) {
          const ids = all[kind].map(({ id }) => id)
          expect([...new Set(ids)].sort()).toEqual(ids)
          for (const record of all[kind]) {
            const key = partKey(kind, record.id)
            expect(RECORDS[kind].safeParse(record).success).toBe(true)
            const [mine] = open[kind].filter(({ id }) => id === record.id)
            // A record is open, and then reserved in the named fields at most, or reserved as a whole.
            expect(parts.records.has(key)).toBe(mine === undefined)
            const fields = parts.fields.get(key) ?? []
            laid += fields.length
            for (const [name, value] of Object.entries(mine ?? {}))
              if (!fields.includes(name)) expect(record[name as 'id']).toEqual(value)
          }
          for (const { id } of open[kind]) expect(ids).toContain(id)
        }
        expect(all.meta).toEqual(open.meta)
        expect(all.views).toEqual(open.views)
      },
    ),
    { numRuns: 150 },
  )
  expect(laid).toBeGreaterThan(10)
})

it('[RS12] with nothing reserved the case is as it was', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const open = { ...given, overlays: [] }
      expect(withReserved(open, EMPTY)).toEqual({ case: open, reserved: NOTHING_RESERVED })
    }),
  )
})

it('[RS13] a reserved record that cannot do without what is in neither document is left out', () => {
  const open = caseWith({ people: [{ id: 'p1' }, { id: 'p2' }] })
  const reserved = caseWith({
    people: [{ id: 'p3' }],
    relations: [
      { id: 'r1', from: 'p1', to: 'p3' },
      { id: 'r2', from: 'p1', to: 'gone' },
    ],
    parentages: [{ id: 'c1', child: 'gone' }],
    stakes: [
      { id: 's1', subject: 'p2' },
      { id: 's2', subject: 'gone' },
    ],
    pins: [
      { id: 'n1', view: 'genogram', record: 'p3', x: 1, y: 2 },
      { id: 'n2', view: 'genogram', record: 'p1', x: 1, y: 2 },
    ],
  })
  expect([...withReserved(open, reserved).reserved.records].sort()).toEqual([
    'people/p3',
    'pins/n1',
    'relations/r1',
    'stakes/s1',
  ])
})

it('[RS13] an open record wins over a reserved one of the same id', () => {
  const open = caseWith({ notes: [{ id: 'n', text: 'open' }] })
  const merged = withReserved(open, caseWith({ notes: [{ id: 'n', text: 'besloten' }] }))
  expect(merged).toEqual({ case: open, reserved: NOTHING_RESERVED })
})

it('[RS14] values laid over a field: the last counts, sets and maps are added up, what does not fit is skipped', () => {
  const open = caseWith({
    people: [{ id: 'p1', name: 'Roos', role: 'dochter' }],
    events: [{ id: 'e1', people: ['p1'], takes: { ann: { text: 'eerst' } } }],
  })
  const reserved = caseWith({
    overlays: [
      overlay('o1', 'p1', { role: 'later', secret: true }, 2),
      overlay(
        'o2',
        'p1',
        { role: 'eerder', gender: 'nonsense', id: 'p9', createdBy: 'eve', binned: null },
        1,
      ),
      overlay('o3', 'e1', { people: ['p7', 'p1'], takes: { bo: { text: 'ook' } } }, 1, 'events'),
      overlay('o4', 'gone', { role: 'niemand' }),
      { id: 'o5', kind: 'people', ref: 'p1', fields: { name: { json: '{no json' } } },
    ],
  })
  const { case: all, reserved: parts } = withReserved(open, reserved)
  expect(all.people).toEqual([{ ...open.people[0], role: 'later', secret: true }])
  expect(all.events[0]).toMatchObject({
    people: ['p1', 'p7'],
    takes: { ann: { text: 'eerst' }, bo: { text: 'ook' } },
  })
  expect([...parts.fields]).toEqual([
    ['people/p1', ['role', 'secret']],
    ['events/e1', ['people', 'takes']],
  ])
  expect(all.overlays).toEqual([])
})
