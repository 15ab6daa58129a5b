import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEdits } from './applyEdits'
import { copyDocument } from './copyDocument'
import { editsOf } from './edits'
import { plainOf } from './plain'

/** A document that has said something before, and the updates of what `act` does in it. */
function changed(before: (doc: Y.Doc) => void, act: (doc: Y.Doc) => void) {
  const doc = new Y.Doc()
  before(doc)
  const old = copyDocument(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  act(doc)
  return { doc, old, updates }
}
/** The edits of `act`, done again in the document as it was before, made anew. */
function again(before: (doc: Y.Doc) => void, act: (doc: Y.Doc) => void, meanwhile = (_doc: Y.Doc) => {}) {
  const { doc, old, updates } = changed(before, act)
  meanwhile(old)
  const lost = applyEdits(old, editsOf(doc, updates), 'again')
  return { doc, old, lost, updates }
}
const record = (doc: Y.Doc, id: string) => doc.getMap<Y.Map<unknown>>('people').get(id) as Y.Map<unknown>
const textOf = (doc: Y.Doc, id: string) => record(doc, id).get('text') as Y.Text
const people = (doc: Y.Doc) => doc.getMap('people').toJSON()
const add = (doc: Y.Doc, id: string, text = '') =>
  doc.getMap('people').set(
    id,
    new Y.Map<unknown>([
      ['text', new Y.Text(text)],
      ['name', id],
    ]),
  )

it('[EP1] a copy says the same, nested and formatted, with one client id and nothing of what was deleted', () => {
  const doc = new Y.Doc()
  add(doc, 'a', 'een zin')
  add(doc, 'b', 'MERKTEKEN')
  textOf(doc, 'a').format(0, 3, { bold: true })
  doc.getMap('shapes').set('s', { x: 1, points: [1, 2, { y: null }] })
  doc.getArray('list').push([1, new Y.Map([['k', 'v']])])
  doc.getText('card').insert(0, 'los')
  doc.getMap('people').delete('b')
  const loaded = new Y.Doc({ gc: false })
  Y.applyUpdate(loaded, Y.encodeStateAsUpdate(doc))
  const copy = copyDocument(loaded)
  for (const name of ['people', 'shapes'] as const)
    expect(plainOf(copy.getMap(name))).toEqual(plainOf(doc.getMap(name)))
  expect(copy.getArray('list').toJSON()).toEqual([1, { k: 'v' }])
  expect(copy.getText('card').toJSON()).toBe('los')
  expect([...copy.store.clients.keys()]).toEqual([copy.clientID])
  expect(doc.store.clients.has(copy.clientID)).toBe(false)
  expect(Buffer.from(Y.encodeStateAsUpdate(copy)).includes('MERKTEKEN')).toBe(false)
})

it('[EP1] what no document of ours holds is not thrown away: it is not copied at all', () => {
  const doc = new Y.Doc()
  doc.getMap('people').set('x', new Y.XmlElement('p'))
  expect(() => copyDocument(doc)).toThrow(/not copied/)
})

it('[EP2] fields, new records, texts and what was taken away are done again where they belong', () => {
  const { doc, old, lost } = again(
    (doc) => {
      add(doc, 'a', 'Er was eens een huis aan de rivier.')
      add(doc, 'b', 'weg')
      record(doc, 'a').set('date', '2014')
    },
    (doc) => {
      record(doc, 'a').set('name', 'Anna')
      record(doc, 'a').delete('date')
      textOf(doc, 'a').insert(16, 'groot ')
      textOf(doc, 'a').delete(0, 2)
      textOf(doc, 'a').insert(textOf(doc, 'a').length, ' Daar woonde ze.')
      add(doc, 'c', 'nieuw')
      textOf(doc, 'c').insert(5, ' hier')
      doc.getMap('people').delete('b')
      doc.getMap('shapes').set('s', { x: 2 })
    },
  )
  expect(people(old)).toEqual(people(doc))
  expect(old.getMap('shapes').toJSON()).toEqual({ s: { x: 2 } })
  expect(lost).toEqual([])
})

it('[EP2] a text that others have changed since keeps what they wrote and gets what we wrote', () => {
  const { old, lost } = again(
    (doc) => add(doc, 'a', 'Op maandag kwam de wijkagent langs. Daarna was het stil.'),
    (doc) => {
      textOf(doc, 'a').insert(11, 'vroeg ')
      textOf(doc, 'a').insert(textOf(doc, 'a').length, ' Tot vrijdag.')
    },
    (doc) => {
      textOf(doc, 'a').insert(0, 'Nog later: ')
      textOf(doc, 'a').delete(textOf(doc, 'a').length - 5, 4)
      textOf(doc, 'a').insert(textOf(doc, 'a').length - 1, 'rustig')
    },
  )
  const text = textOf(old, 'a').toJSON()
  for (const words of ['Nog later: ', 'vroeg ', 'rustig']) expect(text).toContain(words)
  expect(text.includes(' Tot vrijdag.') || lost.join().includes('Tot vrijdag')).toBe(true)
})

it('[EP3] what is there already is not done twice', () => {
  const before = (doc: Y.Doc) => add(doc, 'a', 'eerst')
  const act = (doc: Y.Doc) => {
    textOf(doc, 'a').insert(5, ' en toen nog iets')
    textOf(doc, 'a').insert(0, 'x')
    add(doc, 'b', 'van mij')
  }
  const { doc, updates } = changed(before, act)
  const copy = copyDocument(doc)
  expect(applyEdits(copy, editsOf(doc, updates), 'again')).toEqual([])
  expect(people(copy)).toEqual(people(doc))
  // Nor when somebody has gone on writing in it.
  const more = copyDocument(doc)
  textOf(more, 'a').insert(textOf(more, 'a').length, '. En daarna?')
  applyEdits(more, editsOf(doc, updates), 'again')
  expect(textOf(more, 'a').toJSON()).toBe('xeerst en toen nog iets. En daarna?')
})

it('[EP4] what has no place any more comes back as words, and nothing of it is put anywhere', () => {
  const { old, lost } = again(
    (doc) => add(doc, 'a', 'haar naam'),
    (doc) => {
      textOf(doc, 'a').insert(9, ' was lang')
      record(doc, 'a').set('note', 'een hele zin')
      doc.getArray('list').push(['twee woorden'])
    },
    (doc) => doc.getMap('people').delete('a'),
  )
  expect(people(old)).toEqual({})
  expect(lost.sort()).toEqual([' was lang', 'een hele zin', 'twee woorden'])
})

it('[EP2] a field that was set twice before is taken away in the new document too', () => {
  const doc = new Y.Doc()
  add(doc, 'a', 'het begin')
  record(doc, 'a').set('f0', 'een')
  record(doc, 'a').set('f0', 'twee')
  const old = copyDocument(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  record(doc, 'a').delete('f0')
  expect(applyEdits(old, editsOf(doc, updates), 'again')).toEqual([])
  expect(people(old)).toEqual(people(doc))
})

it('[EP2] whatever is typed, set and taken away, alone or in two batches, is the same in the new document', () => {
  const step = fc.record({
    what: fc.constantFrom('type', 'cut', 'set', 'unset', 'add', 'drop'),
    id: fc.constantFrom('a', 'b', 'c'),
    at: fc.nat(200),
    word: fc.stringMatching(/^[a-z ]{1,6}$/),
  })
  // An id is used once, as everywhere.
  const used = new WeakMap<Y.Doc, Set<string>>()
  const act = (doc: Y.Doc, steps: readonly { what: string; id: string; at: number; word: string }[]) => {
    for (const { what, id, at, word } of steps) {
      const has = doc.getMap('people').has(id)
      const known = used.get(doc) ?? new Set(['a'])
      used.set(doc, known)
      if (what === 'add') {
        if (!known.has(id)) add(doc, id, word)
        known.add(id)
      } else if (!has) continue
      else if (what === 'type') textOf(doc, id).insert(at % (textOf(doc, id).length + 1), word)
      else if (what === 'cut') {
        const from = at % (textOf(doc, id).length + 1)
        textOf(doc, id).delete(from, Math.min(3, textOf(doc, id).length - from))
      } else if (what === 'set') record(doc, id).set(`f${at % 3}`, word)
      else if (what === 'unset') record(doc, id).delete(`f${at % 3}`)
      else doc.getMap('people').delete(id)
    }
  }
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      fc.array(step, { maxLength: 12 }),
      fc.array(step),
      (past, one, two) => {
        const doc = new Y.Doc()
        add(doc, 'a', 'het begin van een verhaal')
        act(doc, past)
        const old = copyDocument(doc)
        for (const steps of [one, two]) {
          const updates: Uint8Array[] = []
          const listen = (update: Uint8Array) => void updates.push(update)
          doc.on('update', listen)
          act(doc, steps)
          doc.off('update', listen)
          expect(applyEdits(old, editsOf(doc, updates), 'again')).toEqual([])
        }
        expect(people(old)).toEqual(people(doc))
      },
    ),
    { numRuns: 300 },
  )
})
