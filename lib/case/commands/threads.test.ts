import { describe, expect, it } from 'vitest'
import { readCase } from '../doc'
import { actor, newCase, plainEvent } from '../test-kit'
import { binRecord, restoreRecord } from './bin'
import { addEvents } from './many'
import { addThread, addToThread, removeFromThread, renameThread } from './threads'

describe('threads and loops', () => {
  it('[WK9] a loop needs two moments that are there; a thread does not', () => {
    const doc = newCase()
    const ann = actor('ann')
    const [a = '', b = ''] = addEvents(doc, ann, [plainEvent('a'), plainEvent('b')])
    expect(addThread(doc, ann, { form: 'loop', title: 'x', items: [a, a, 'nobody'] })).toBeNull()
    expect(addThread(doc, ann, { form: 'theme', title: 'eenzaam', items: [] })).not.toBeNull()
    expect(addThread(doc, ann, { form: 'loop', title: ' weer weg ', items: [b, a] })).not.toBeNull()
    expect(readCase(doc).threads.map(({ form, title, items }) => [form, title, items])).toEqual(
      expect.arrayContaining([
        ['theme', 'eenzaam', []],
        ['loop', 'weer weg', [a, b].toSorted()],
      ]),
    )
  })

  it('[WK9] its name and moments can be changed, and it goes in the bin and comes back whole', () => {
    const doc = newCase()
    const ann = actor('ann')
    const [a = '', b = '', c = ''] = addEvents(doc, ann, ['a', 'b', 'c'].map(plainEvent))
    const id = addThread(doc, ann, { form: 'loop', title: 'x', items: [a, b] }) ?? ''
    expect(renameThread(doc, ann, { id, title: 'weer weg' })).toBe(true)
    expect(addToThread(doc, ann, { id, items: [b, c, 'nobody'] })).toEqual([c])
    binRecord(doc, ann, { kind: 'events', id: a })
    expect(removeFromThread(doc, ann, { id, items: [a, 'nobody'] })).toEqual([a])
    binRecord(doc, ann, { kind: 'threads', id })
    expect(readCase(doc).threads).toEqual([])
    expect(addToThread(doc, ann, { id, items: [b] })).toEqual([])
    restoreRecord(doc, ann, { kind: 'threads', id })
    expect(readCase(doc).threads).toMatchObject([{ title: 'weer weg', items: [b, c].toSorted() }])
  })

  it('[WK9] a new thread comes after the others', () => {
    const doc = newCase()
    const ann = actor('ann')
    for (const title of ['een', 'twee', 'drie']) addThread(doc, ann, { form: 'theme', title, items: [] })
    const inOrder = readCase(doc).threads.toSorted((a, b) => (a.order < b.order ? -1 : 1))
    expect(inOrder.map(({ title }) => title)).toEqual(['een', 'twee', 'drie'])
    expect(new Set(inOrder.map(({ order }) => order)).size).toBe(3)
  })
})
