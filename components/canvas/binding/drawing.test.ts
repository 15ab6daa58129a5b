// @vitest-environment happy-dom
import fc from 'fast-check'
import { createTLStore, defaultBindingUtils, defaultShapeUtils } from 'tldraw'
import type { TLRecord, TLStore } from 'tldraw'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DrawingBinding } from './drawing'
import { FREE_PAGE, putPages } from './pages'
import { arrow, bind, geo, ink, projected } from './test-kit'

const ORIGIN = 'drawing'

interface Replica {
  doc: Y.Doc
  store: TLStore
  binding: DrawingBinding
  /** Updates on their way to this replica. */
  inbox: Uint8Array[]
  busy: boolean
  /** What the binding last said of whether something is not in the document yet. */
  pending: boolean
}

function replica(doc = new Y.Doc()): Replica {
  const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils })
  putPages(store)
  const self: Replica = { doc, store, inbox: [], busy: false, pending: false, binding: null as never }
  self.binding = new DrawingBinding({
    store,
    doc,
    shapes: doc.getMap('shapes'),
    origin: () => ORIGIN,
    busy: () => self.busy,
    onPending: (pending) => (self.pending = pending),
    schedule: () => () => {}, // written by hand
  })
  return self
}

function network(count: number): Replica[] {
  const all = Array.from({ length: count }, () => replica())
  for (const from of all) {
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') for (const to of all) if (to !== from) to.inbox.push(update)
    })
  }
  return all
}

const deliver = ({ doc, inbox }: Replica, at = 0) => {
  const [update] = inbox.splice(at % Math.max(1, inbox.length), 1)
  if (update) Y.applyUpdate(doc, update, 'net')
}
function settle(all: Replica[]) {
  for (let round = 0; round < 4; round++) {
    for (const one of all) one.binding.flush()
    for (const one of all) while (one.inbox.length) deliver(one)
  }
}
const drawn = ({ store }: Replica) =>
  Object.fromEntries(
    store
      .allRecords()
      .filter(({ typeName }) => ['shape', 'binding', 'asset'].includes(typeName))
      .map((record) => [record.id, structuredClone(record)] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  )
const at = ({ store }: Replica, id: string) =>
  store.get(id as TLRecord['id']) as never as Record<string, never>

const patch = ({ store }: Replica, id: string, change: object, props: object = {}) => {
  const record = store.get(id as TLRecord['id']) as (TLRecord & { props: object }) | undefined
  if (record) store.put([{ ...record, ...change, props: { ...record.props, ...props } } as TLRecord])
}
const shared = ({ doc }: Replica) => doc.getMap<Y.Map<unknown>>('shapes')

describe('binding of free drawing', () => {
  it('[BN1] A moves and B recolours at once: both stay', () => {
    const all = network(2) as [Replica, Replica]
    const [a, b] = all
    a.store.put([geo('shape:1')])
    settle(all)
    patch(a, 'shape:1', { x: 40 })
    patch(b, 'shape:1', {}, { color: 'red' })
    settle(all)
    for (const one of all) expect(at(one, 'shape:1')).toMatchObject({ x: 40, props: { color: 'red' } })
  })

  it('[BN2] a shape deleted by one and edited by another stays deleted, ink too', () => {
    const all = network(2) as [Replica, Replica]
    const [a, b] = all
    a.store.put([geo('shape:1'), ink('shape:2')])
    settle(all)
    a.store.remove(['shape:1', 'shape:2'] as never)
    patch(b, 'shape:1', { x: 40 })
    patch(b, 'shape:2', { x: 40 }, { color: 'red' })
    settle(all)
    for (const one of all) expect(drawn(one)).toEqual({})
    expect(shared(a).size).toBe(0)
  })

  it('[BN3] a record that does not fit is not shown, is left as it is, and harms no other', () => {
    const [a] = network(1) as [Replica]
    const other = new Y.Doc()
    const shapes = other.getMap<unknown>('shapes')
    other.transact(() => {
      shapes.set(
        'shape:new',
        new Y.Map(Object.entries({ id: 'shape:new', typeName: 'shape', type: 'hologram' })),
      )
      shapes.set('shape:text', 'not a map')
      shapes.set(
        'shape:half',
        new Y.Map(Object.entries({ id: 'shape:half', typeName: 'shape', type: 'geo' })),
      )
      shapes.set('shape:other', new Y.Map(Object.entries(geo('shape:1'))))
      const good = geo('shape:good') as never as { props: object }
      const { props, ...rest } = good
      const fields = [
        ...Object.entries(rest),
        ...Object.entries(props).map(([k, v]) => [`props.${k}`, v] as const),
      ]
      shapes.set('shape:good', new Y.Map(fields as [string, unknown][]))
    })
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(other))
    a.binding.flush()
    expect(Object.keys(drawn(a))).toEqual(['shape:good'])
    expect(a.doc.getMap('shapes').toJSON()).toEqual(shapes.toJSON())
  })

  it('[BN4] a bad value in one field leaves the last good version on the screen', () => {
    const [a] = network(1) as [Replica]
    a.store.put([geo('shape:1')])
    a.binding.flush()
    a.doc.transact(() => shared(a).get('shape:1')?.set('x', 'far away'), 'net')
    expect(at(a, 'shape:1')['x']).toBe(0)
    a.doc.transact(() => shared(a).get('shape:1')?.set('x', 7), 'net')
    expect(at(a, 'shape:1')['x']).toBe(7)
  })

  it('[BN5] ink is written when it is finished, whole, and a gesture when the pointer is lifted', () => {
    const [a] = network(1) as [Replica]
    a.store.put([ink('shape:1', false)])
    a.binding.flush()
    expect(shared(a).size).toBe(0)
    patch(a, 'shape:1', {}, { isComplete: true })
    a.binding.flush()
    expect([...(shared(a).get('shape:1')?.keys() ?? [])].sort()).toEqual(['id', 'record', 'typeName'])
    a.busy = true
    patch(a, 'shape:1', { x: 5 })
    a.binding.flush()
    expect(shared(a).get('shape:1')?.get('x')).toBeUndefined()
    a.busy = false
    a.binding.flush()
    expect(shared(a).get('shape:1')?.get('x')).toBe(5)
    expect(at(replica(a.doc), 'shape:1')).toEqual(at(a, 'shape:1'))
  })

  it('[BN6] projected shapes are never written; an arrow bound to one is, and waits where it is not there yet', () => {
    const all = network(2) as [Replica, Replica]
    const [a, b] = all
    a.store.mergeRemoteChanges(() => a.store.put([projected('shape:event-1')]))
    a.store.put([projected('shape:event-2'), arrow('shape:a'), bind('binding:1', 'shape:a', 'shape:event-1')])
    settle(all)
    expect([...shared(a).keys()].sort()).toEqual(['binding:1', 'shape:a'])
    expect(Object.keys(drawn(b))).toEqual(['shape:a'])
    b.store.mergeRemoteChanges(() => b.store.put([projected('shape:event-1')]))
    expect(Object.keys(drawn(b))).toEqual(['binding:1', 'shape:a', 'shape:event-1'])
    b.store.mergeRemoteChanges(() => b.store.remove(['shape:event-1'] as never))
    expect(Object.keys(drawn(b))).toEqual(['shape:a'])
    settle(all)
    expect(shared(a).has('binding:1')).toBe(true)
  })

  it('[BN7] the document, the pages and the camera are never written: clients do not seed', () => {
    const [a] = network(1) as [Replica]
    a.store.put([{ ...a.store.get(FREE_PAGE)!, id: 'page:third' as never, name: 'third' }])
    a.binding.flush()
    expect(Y.encodeStateAsUpdate(a.doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()))
  })

  it('[BN8] a remote edit does not undo what is being changed here and not written yet', () => {
    const all = network(2) as [Replica, Replica]
    const [a, b] = all
    a.store.put([geo('shape:1')])
    settle(all)
    patch(a, 'shape:1', { x: 40 })
    patch(b, 'shape:1', { x: 9, y: 9 })
    b.binding.flush()
    deliver(a)
    expect(at(a, 'shape:1')).toMatchObject({ x: 40, y: 9 })
    settle(all)
    expect(drawn(a)).toEqual(drawn(b))
  })

  it('[BN10] it says so while something is drawn and not in the document', () => {
    const [a] = network(1) as [Replica]
    expect(a.pending).toBe(false)
    a.store.put([ink('shape:1', false)])
    a.binding.flush()
    expect(a.pending).toBe(true)
    patch(a, 'shape:1', {}, { isComplete: true })
    a.binding.flush()
    expect(a.pending).toBe(false)
    a.busy = true
    a.store.put([geo('shape:2')])
    a.binding.flush()
    expect(a.pending).toBe(true)
    a.store.remove(['shape:2'] as never)
    a.busy = false
    a.binding.flush()
    expect(a.pending).toBe(false)
  })

  const words = (text: string) => ({
    richText: {
      type: 'doc',
      content: [{ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) }],
    },
  })
  const textIn = (one: Replica) => {
    const { richText } = at(one, 'shape:1')['props'] as never as ReturnType<typeof words>
    return richText.content.flatMap(({ content = [] }) => content.map(({ text }) => text)).join('')
  }

  it('[BN11] two people type in one note at once: both stay, also what is not written yet', () => {
    const all = network(2) as [Replica, Replica]
    const [a, b] = all
    a.store.put([geo('shape:1')])
    patch(a, 'shape:1', {}, words('oma'))
    settle(all)
    patch(a, 'shape:1', {}, words('lieve oma'))
    patch(b, 'shape:1', {}, words('oma is ziek'))
    b.binding.flush()
    deliver(a)
    expect(textIn(a)).toBe('lieve oma is ziek')
    settle(all)
    for (const one of all) expect(textIn(one)).toBe('lieve oma is ziek')
  })

  it('[BN12] whoever types where, and whatever arrives when: no letter is lost, and all read the same', () => {
    const typed = fc.record({ who: fc.nat({ max: 2 }), at: fc.nat({ max: 30 }), next: fc.nat({ max: 3 }) })
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 25 }), (steps) => {
        const all = network(3)
        all[0]!.store.put([geo('shape:1')])
        settle(all)
        steps.forEach(({ who, at: place, next }, i) => {
          const one = all[who]!
          const before = textIn(one)
          const where = Math.min(place, before.length)
          patch(
            one,
            'shape:1',
            {},
            words(before.slice(0, where) + String.fromCharCode(65 + i) + before.slice(where)),
          )
          if (next === 1) one.binding.flush()
          if (next === 2) deliver(one, place)
        })
        settle(all)
        const letters = Array.from(textIn(all[0]!)).sort().join('')
        expect(letters).toBe(steps.map((_, i) => String.fromCharCode(65 + i)).join(''))
        for (const one of all) expect(textIn(one)).toBe(textIn(all[0]!))
      }),
      { numRuns: 150 },
    )
  })

  it('[BN13] a note that was written before words were shared is shared once somebody changes its words', () => {
    const all = network(2) as [Replica, Replica]
    const [a, b] = all
    a.store.put([geo('shape:1')])
    settle(all)
    const old = words('oma').richText
    a.doc.transact(() => shared(a).get('shape:1')?.set('props.richText', old), 'old')
    settle(all)
    expect([textIn(a), textIn(b)]).toEqual(['oma', 'oma'])
    patch(a, 'shape:1', {}, words('oma!'))
    settle(all)
    expect(shared(b).get('shape:1')?.get('props.richText')).toBeInstanceOf(Y.Text)
    expect([textIn(a), textIn(b)]).toEqual(['oma!', 'oma!'])
  })

  const id = fc.constantFrom('1', '2', '3', '4')
  const op = fc.oneof(
    fc.record({ do: fc.constantFrom('geo', 'ink', 'half', 'delete', 'child'), id }),
    fc.record({ do: fc.constant('arrow'), id, to: id }),
    fc.record({
      do: fc.constantFrom('move', 'size', 'flush', 'deliver'),
      id,
      n: fc.integer({ min: 1, max: 50 }),
    }),
  )
  const step = fc.tuple(fc.nat({ max: 2 }), op)

  it('[BN9] whatever people do and in whatever order it arrives, all stores and documents end equal', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const all = network(3)
        for (const [who, o] of steps) {
          const one = all[who]!
          const has = (key: string) => one.store.has(key as TLRecord['id'])
          const shape = `shape:${o.id}`
          const n = 'n' in o ? o.n : 0
          if (o.do === 'geo' && !has(shape)) one.store.put([geo(shape)])
          if (o.do === 'ink' && !has(shape)) one.store.put([ink(shape)])
          if (o.do === 'half' && !has(shape)) one.store.put([ink(shape, false)])
          if (o.do === 'child' && has('shape:1') && o.id !== '1') patch(one, shape, { parentId: 'shape:1' })
          if (o.do === 'move') patch(one, shape, { x: n })
          if (o.do === 'size') patch(one, shape, {}, { color: n % 2 ? 'red' : 'blue' })
          if (o.do === 'delete' && has(shape)) one.store.remove([shape] as never)
          if (o.do === 'arrow' && 'to' in o && has(`shape:${o.to}`)) {
            one.store.put([
              arrow(`shape:a${o.id}`),
              bind(`binding:${o.id}`, `shape:a${o.id}`, `shape:${o.to}`),
            ])
          }
          if (o.do === 'flush') one.binding.flush()
          if (o.do === 'deliver') deliver(one, n)
        }
        for (const one of all) {
          for (const record of Object.values(drawn(one))) {
            if ('props' in record && 'segments' in record.props)
              patch(one, record.id, {}, { isComplete: true })
          }
        }
        settle(all)
        const [first, ...rest] = all
        for (const other of rest) {
          expect(shared(other).toJSON()).toEqual(shared(first!).toJSON())
          expect(drawn(other)).toEqual(drawn(first!))
        }
        // A late joiner sees the same.
        expect(drawn(replica(first!.doc))).toEqual(drawn(first!))
      }),
      { numRuns: 150 },
    )
  })
})
