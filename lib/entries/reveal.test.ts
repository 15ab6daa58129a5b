import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCase } from '../case/doc'
import { NewEntry, RevealTarget, StepId } from './entry'
import { fits, REVEALED, type SharedEntry, writeRevealed } from './reveal'

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
