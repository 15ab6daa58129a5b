import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { insertRecord, isMap, readCase, recordOf } from '../case/doc'
import { NewEntry, RevealTarget, StepId } from './entry'
import { documentOf, fits, REVEALED, type SharedEntry, writeRevealed } from './reveal'

const said = (author: string, text: string): SharedEntry => ({
  id: `note-${author}`,
  author,
  entry: { kind: 'text', text },
  at: 7,
})
const MEETING = { into: 'meeting' } as const
const bytesOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')

it('[PRV1] an entry is words, a vote or a place on a scale; anything else, or too much of it, is none', () => {
  const fitting = [
    { kind: 'text', text: ' ja ' },
    { kind: 'choice', choices: ['a', 'b'] },
    { kind: 'scale', value: 0 },
  ]
  for (const entry of fitting) expect(NewEntry.safeParse({ entry }).success).toBe(true)
  expect(NewEntry.parse({ entry: fitting[0] })).toEqual({ entry: { kind: 'text', text: 'ja' }, keep: false })
  const wrong = [
    { kind: 'text', text: ' ' },
    { kind: 'text', text: 'x'.repeat(4_001) },
    { kind: 'choice', choices: [] },
    { kind: 'choice', choices: Array.from({ length: 21 }, (_, i) => `c${i}`) },
    { kind: 'choice', choices: ['../x'] },
    { kind: 'scale', value: 101 },
    { kind: 'scale', value: Number.NaN },
    { kind: 'text', text: 'ja', author: 'eve' },
  ]
  for (const entry of wrong) expect(NewEntry.safeParse({ entry }).success, JSON.stringify(entry)).toBe(false)
  for (const step of ['', '__proto__', 'a b', 'x'.repeat(41)])
    expect(StepId.safeParse(step).success).toBe(false)
  expect(RevealTarget.safeParse({ into: 'prep' }).success).toBe(false)
})

it('[PRV2] revealing twice is revealing once: the second time not a byte of the document changes', () => {
  for (const target of [MEETING, { into: 'case' as const, about: ['e1'] }]) {
    const doc = new Y.Doc()
    const entries = [said('ann', 'een'), said('bo', 'twee')]
    doc.transact(() => writeRevealed(doc, 's1', target, entries))
    const once = bytesOf(doc)
    doc.transact(() => writeRevealed(doc, 's1', target, entries))
    expect(bytesOf(doc)).toBe(once)
    expect(once.length).toBeGreaterThan(10)
  }
})

it('[PRV2] two nodes that reveal without having heard of each other end with every entry once', () => {
  for (const target of [MEETING, { into: 'case' as const, about: [] }]) {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const entries = [said('ann', 'een'), said('bo', 'twee')]
    for (const doc of [one, two]) doc.transact(() => writeRevealed(doc, 's1', target, entries))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    const read = (doc: Y.Doc) =>
      target.into === 'meeting'
        ? doc.getMap(REVEALED).toJSON()
        : readCase(doc).notes.map(({ createdBy, text }) => [createdBy, text])
    expect(read(one)).toEqual(read(two))
    expect(read(one)).toEqual(
      target.into === 'meeting'
        ? { s1: { ann: entries[0]?.entry, bo: entries[1]?.entry } }
        : [
            ['ann', 'een'],
            ['bo', 'twee'],
          ],
    )
  }
})

it('[PRV3] what who guides wrote in the meeting beforehand stands in nobody’s way', () => {
  for (const before of ['no map', new Y.Map([['ann', 'een ander woord']])]) {
    const doc = new Y.Doc()
    doc.getMap<unknown>(REVEALED).set('s1', before)
    doc.transact(() => writeRevealed(doc, 's1', MEETING, [said('ann', 'een')]))
    expect(doc.getMap(REVEALED).toJSON()).toEqual({ s1: { ann: { kind: 'text', text: 'een' } } })
  }
})

it('[PRV4] a note is words of its author about what the step was about, and a vote is no note', () => {
  const doc = new Y.Doc()
  const target = { into: 'case', about: ['e1', 'p1'] } as const
  const vote: SharedEntry = { ...said('bo', ''), entry: { kind: 'choice', choices: ['a'] } }
  expect([fits(MEETING, vote.entry), fits({ into: 'case', about: [] }, vote.entry)]).toEqual([true, false])
  doc.transact(() =>
    writeRevealed(doc, 's1', { ...target, about: [...target.about] }, [said('ann', 'een'), vote]),
  )
  expect(readCase(doc).notes).toMatchObject([
    { id: 'note-ann', text: 'een', about: ['e1', 'p1'], createdBy: 'ann', createdAt: 7 },
  ])
})

const placed = (id: string, author: string, named: boolean, nearness: number): SharedEntry => ({
  id,
  author,
  entry: { kind: 'places', places: { karim: { nearness } }, named },
  at: 7,
})
const ROUND = { into: 'round' } as const

it('[PLS1] places are attributes of a stake by person or organisation, at most 150; a name only when it was said so', () => {
  const entry = (places: unknown) => NewEntry.safeParse({ entry: { kind: 'places', places } })
  expect(entry({ a: { nearness: 0.3 }, b: { stance: -2, strength: 5 } }).data).toEqual({
    entry: { kind: 'places', places: { a: { nearness: 0.3 }, b: { stance: -2, strength: 5 } }, named: false },
    keep: false,
  })
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, { nearness: 1 }]))
  expect(entry(many(150)).success).toBe(true)
  for (const wrong of [
    many(151),
    { a: { nearness: 1.1 } },
    { a: { nearness: 'near' } },
    { a: { stance: 0.5 } },
    { a: { words: 'x' } },
    { '../a': { nearness: 1 } },
    [],
  ])
    expect(entry(wrong).success, JSON.stringify(wrong).slice(0, 80)).toBe(false)
})

it('[PLS2] places go into their round and nowhere else, and nothing else goes there', () => {
  const places = placed('x', 'ann', false, 1).entry
  expect([ROUND, MEETING, { into: 'case' as const, about: [] }].map((into) => fits(into, places))).toEqual([
    true,
    false,
    false,
  ])
  expect(fits(ROUND, { kind: 'text', text: 'ja' })).toBe(false)
  expect([documentOf(ROUND), documentOf(MEETING)]).toEqual(['case', 'meeting'])
})

it('[PLS3] a revealed placement stands under the id of its entry, with its author only where they agreed; twice is once', () => {
  const doc = new Y.Doc()
  insertRecord(doc, 'rounds', { id: 'r1', form: 'rings', subjects: ['karim'] })
  const entries = [placed('z', 'ann', false, 0.25), placed('a', 'bo', true, 0.75)]
  doc.transact(() => writeRevealed(doc, 'r1', ROUND, entries))
  const once = bytesOf(doc)
  doc.transact(() => writeRevealed(doc, 'r1', ROUND, entries))
  expect(bytesOf(doc)).toBe(once)
  expect(readCase(doc).rounds).toMatchObject([
    {
      revealed: true,
      placements: {
        a: { by: 'bo', places: { karim: { nearness: 0.75 } } },
        z: { by: null, places: { karim: { nearness: 0.25 } } },
      },
    },
  ])
  expect(Buffer.from(once, 'hex').includes('ann')).toBe(false)
  // Nor does the order in which they were written say whose they are.
  const placements = recordOf(doc, 'rounds', 'r1')?.get('placements')
  expect(isMap(placements) && [...placements.keys()]).toEqual(['a', 'z'])
})

it('[PLS3] two nodes that reveal a round without having heard of each other end with every placement once, also where the round was taken away', () => {
  for (const isThere of [true, false]) {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    if (isThere) insertRecord(one, 'rounds', { id: 'r1', form: 'grid' })
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    const entries = [placed('a', 'ann', true, 0.25), placed('b', 'bo', true, 0.75)]
    for (const doc of [one, two]) doc.transact(() => writeRevealed(doc, 'r1', ROUND, entries))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    expect(readCase(one).rounds).toEqual(readCase(two).rounds)
    expect(Object.keys(readCase(one).rounds[0]?.placements ?? {})).toEqual(['a', 'b'])
  }
})
