import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readCase } from '../doc'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { actor, newCase, plainEvent } from '../test-kit'
import { SessionUndo } from '../undo'
import { addEvent } from './events'
import { addEvents, changeEvents } from './many'
import { addPerson } from './people'

const sessionOf = (doc: Y.Doc, who: string) => {
  const undo = new SessionUndo({ actor: who, typing: new TypingOrigin(), drawing: new DrawingOrigin() })
  undo.add(doc)
  return undo
}
const dates = (doc: Y.Doc) => Object.fromEntries(readCase(doc).events.map(({ title, date }) => [title, date]))

describe('many moments at once', () => {
  it('[WK7] are added as one step of this person, in the order given', () => {
    const doc = newCase()
    const [ann, bo] = [actor('ann'), actor('bo')]
    const undo = sessionOf(doc, 'ann')
    const ids = addEvents(doc, ann, ['c', 'a', 'b'].map(plainEvent))
    addEvent(doc, bo, plainEvent('van bo'))
    expect(ids).toHaveLength(3)
    const orders = readCase(doc).events.filter(({ id }) => ids.includes(id))
    const byOrder = orders.toSorted((one, other) => (one.order < other.order ? -1 : 1))
    expect(byOrder.map(({ title }) => title)).toEqual(['c', 'a', 'b'])
    expect(new Set(orders.map(({ order }) => order)).size).toBe(3)
    undo.undo()
    expect(readCase(doc).events.map(({ title }) => title)).toEqual(['van bo'])
    expect(undo.canUndo).toBe(false)
  })

  it('[WK7] are changed as one step, and only those that change', () => {
    const doc = newCase()
    const ann = actor('ann')
    const ids = addEvents(doc, ann, [plainEvent('a'), plainEvent('b')])
    const undo = sessionOf(doc, 'ann')
    const person = addPerson(doc, ann, { name: 'Oma' }) ?? ''
    const change = { what: 'member', kind: 'people', id: person, present: true } as const
    expect(changeEvents(doc, ann, { ids: [...ids, 'nobody'], change })).toEqual(ids)
    expect(changeEvents(doc, ann, { ids, change })).toEqual([])
    expect(readCase(doc).events.map(({ people }) => people)).toEqual([[person], [person]])
    undo.undo()
    expect(readCase(doc).events.map(({ people }) => people)).toEqual([[], []])
    for (const one of [
      { what: 'kind', kind: 'contact' },
      { what: 'side', side: 'professional' },
      { what: 'source', source: 'network' },
      { what: 'crucial', crucial: true },
      { what: 'bin' },
    ] as const) {
      expect(changeEvents(doc, ann, { ids, change: one })).toEqual(ids)
    }
    expect(readCase(doc).events).toEqual([])
  })

  it('[WK8] a date moves by exactly so much, or not at all', () => {
    const doc = newCase()
    const ann = actor('ann')
    const named = ['2014', '2015-03', '2016-02-29', '2016-21', '2013-05~/2014-06?', '199X']
    const ids = addEvents(
      doc,
      ann,
      named.map((date) => ({ ...plainEvent(date), date })),
    )
    const undated = addEvent(doc, ann, { ...plainEvent('undated'), date: null }) ?? ''
    const by = (count: number, unit: 'day' | 'month' | 'year') =>
      changeEvents(doc, ann, { ids: [...ids, undated], change: { what: 'shift', count, unit, locale: 'nl' } })
    by(1, 'month')
    expect(dates(doc)).toMatchObject({
      '2014': '2014',
      '2015-03': '2015-04',
      '2016-02-29': '2016-03-29',
      '2016-21': '2016-21',
      '2013-05~/2014-06?': '2013-06~/2014-07?',
      '199X': '199X',
      undated: null,
    })
    by(-1, 'month')
    by(1, 'year')
    expect(dates(doc)).toMatchObject({
      '2014': '2015',
      '2015-03': '2016-03',
      '2016-21': '2017-21',
      '199X': '199X',
    })
    expect(readCase(doc).events.find(({ title }) => title === '2015-03')?.originalText).toBe('mrt 2016')
    by(1, 'day')
    expect(dates(doc)).toMatchObject({ '2014': '2015', '2015-03': '2016-03' })
  })
})
