import { describe, expect, it } from 'vitest'
import { insertRecord, readCase } from '../doc'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { actor, newCase, plainEvent } from '../test-kit'
import { itemsOfThread, litByThread, sortedThreads } from '../threads'
import { SessionUndo } from '../undo'
import { binRecord, restoreRecord } from './bin'
import { addEvents } from './many'
import { addPerson } from './people'
import { addRelation } from './relations'
import { addStakes } from './stakes'
import { setThreadTake, withdrawThreadTake } from './takes'
import { addThread, addToThread, moveThread, removeFromThread, renameThread } from './threads'
import { noteScribed } from './words'

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

describe('red threads through all of the case', () => {
  it('[THR1] a thread runs through moments, lines and places in the field; a loop through moments only', () => {
    const doc = newCase()
    const ann = actor('ann')
    const [event = ''] = addEvents(doc, ann, [plainEvent('a')])
    const [oma = '', bo = ''] = ['Oma', 'Bo'].map((name) => addPerson(doc, ann, { name }) ?? '')
    const line = addRelation(doc, ann, { from: oma, to: bo, type: 'close' }) ?? ''
    addStakes(doc, ann, [oma])
    const [stake] = readCase(doc).stakes
    const items = [event, line, stake?.id ?? '']
    const id = addThread(doc, ann, { form: 'theme', title: 'oma', items: [...items, oma] }) ?? ''
    expect(readCase(doc).threads[0]?.items).toEqual(items.toSorted())
    const all = readCase(doc)
    expect(itemsOfThread(all, { items }).map(({ kind }) => kind)).toEqual(['events', 'relations', 'stakes'])
    // Whose place it is stands out as well: in the family the place itself is not drawn.
    expect(litByThread(all, { items })).toEqual(new Set([...items, oma]))
    binRecord(doc, ann, { kind: 'relations', id: line })
    expect(itemsOfThread(readCase(doc), { items }).map(({ id }) => id)).toEqual([event, stake?.id])
    expect(removeFromThread(doc, ann, { id, items: [line] })).toEqual([line])
    const [b = ''] = addEvents(doc, ann, [plainEvent('b')])
    const loop = addThread(doc, ann, { form: 'loop', title: 'weer', items: [event, b] }) ?? ''
    expect(addToThread(doc, ann, { id: loop, items: [stake?.id ?? ''] })).toEqual([])
  })

  it('[THR2] threads are put in another order, also when two were made at once; at the end nothing changes', () => {
    const doc = newCase()
    const ann = actor('ann')
    for (const id of ['t1', 't2', 't3']) insertRecord(doc, 'threads', { id, title: id, order: 'a0' })
    const ids = () => sortedThreads(readCase(doc).threads).map(({ id }) => id)
    expect(ids()).toEqual(['t1', 't2', 't3'])
    expect(moveThread(doc, ann, { id: 't3', by: -1 })).toBe(true)
    expect(ids()).toEqual(['t1', 't3', 't2'])
    expect(moveThread(doc, ann, { id: 't2', by: 1 })).toBe(false)
    expect(moveThread(doc, ann, { id: 'gone', by: 1 })).toBe(false)
    expect(moveThread(doc, ann, { id: 't1', by: 1 })).toBe(true)
    expect(ids()).toEqual(['t3', 't1', 't2'])
  })

  it('[THR3] what helped and what did not stands side by side, each under their own key, and comes back after undo', () => {
    const doc = newCase()
    const [ann, bo] = [actor('ann'), actor('bo')]
    const id = addThread(doc, ann, { form: 'theme', title: 'oma', items: [] }) ?? ''
    const undo = new SessionUndo(
      { actor: 'bo', typing: new TypingOrigin(), drawing: new DrawingOrigin() },
      Infinity,
    )
    undo.add(doc)
    expect(
      setThreadTake(doc, ann, { id, author: 'ann', fields: { helped: 'dat zij belde', name: 'Ann' } }),
    ).toBe(true)
    expect(setThreadTake(doc, bo, { id, author: 'bo', fields: { hindered: 'te laat', name: 'Bo' } })).toBe(
      true,
    )
    expect(setThreadTake(doc, bo, { id, author: 'bo', fields: { helped: 'koffie' } })).toBe(true)
    expect(setThreadTake(doc, bo, { id, author: 'bo', fields: { helped: 'koffie' } })).toBe(false)
    const said = () => readCase(doc).threads[0]?.takes
    expect(said()).toMatchObject({
      ann: { helped: 'dat zij belde', hindered: '' },
      bo: { helped: 'koffie', hindered: 'te laat' },
    })
    expect(withdrawThreadTake(doc, bo, { id, author: 'bo' })).toBe(true)
    expect(Object.keys(said() ?? {})).toEqual(['ann'])
    expect(undo.undo()).toBe(true)
    expect(said()).toMatchObject({ bo: { helped: 'koffie' } })
    noteScribed(doc, ann, { kind: 'threads', id, take: 'bo' })
    expect(said()?.['bo']?.writtenBy).toBe('ann')
    expect(setThreadTake(doc, ann, { id: 'gone', author: 'ann', fields: { helped: 'x' } })).toBe(false)
  })
})
