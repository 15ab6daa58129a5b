import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateOf } from '@/tests/support/peers'
import { judge, rangesOf } from './guard'

const NOBODY = new Map<number, string>()

/** Bytes of a V1 update, written by hand as a hostile client would. */
function raw(
  structs: { client: number; clock: number; write: (encoder: encoding.Encoder) => void }[],
  deletes: { client: number; clock: number; length: number }[] = [],
): Uint8Array {
  const bytes = encoding.createEncoder()
  encoding.writeVarUint(bytes, structs.length)
  for (const { client, clock, write } of structs) {
    for (const number of [1, client, clock]) encoding.writeVarUint(bytes, number)
    write(bytes)
  }
  encoding.writeVarUint(bytes, deletes.length)
  for (const { client, clock, length } of deletes)
    for (const number of [client, 1, clock, length]) encoding.writeVarUint(bytes, number)
  return encoding.toUint8Array(bytes)
}
const gc = (length: number) => (bytes: encoding.Encoder) => {
  encoding.writeUint8(bytes, 0)
  encoding.writeVarUint(bytes, length)
}
/** A letter to the right of `origin`. */
const letter = (origin: [number, number]) => (bytes: encoding.Encoder) => {
  encoding.writeUint8(bytes, 0x84)
  for (const number of origin) encoding.writeVarUint(bytes, number)
  encoding.writeVarString(bytes, 'x')
}
/** A letter at the beginning of the nested type that is `parent`. */
const child = (parent: [number, number]) => (bytes: encoding.Encoder) => {
  encoding.writeUint8(bytes, 0x04)
  encoding.writeVarUint(bytes, 0)
  for (const number of parent) encoding.writeVarUint(bytes, number)
  encoding.writeVarString(bytes, 'x')
}

function annsDoc(): { doc: Y.Doc; ann: Y.Doc; owners: Map<number, string> } {
  const ann = new Y.Doc()
  ann.getText('t').insert(0, 'hallo')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann))
  return { doc, ann, owners: new Map([[ann.clientID, 'ann']]) }
}

describe('the guard', () => {
  it('[SY13] a change under somebody else’s client id is refused; one’s own and a fresh one are not', () => {
    const { doc, ann, owners } = annsDoc()
    const next = updateOf(ann, () => ann.getText('t').insert(5, '!'))
    expect(judge(doc, next, 'eve', owners)).toEqual({ ok: false, reason: 'foreign-client' })
    expect(judge(doc, next, 'ann', owners)).toMatchObject({ ok: true, claims: [ann.clientID], empty: false })
    expect(judge(doc, next, 'eve', NOBODY)).toMatchObject({ ok: true, claims: [ann.clientID], empty: false })
    const mixed = Y.mergeUpdates([next, raw([{ client: 9, clock: 0, write: gc(1) }])])
    expect(judge(doc, mixed, 'eve', owners)).toEqual({ ok: false, reason: 'foreign-client' })
  })

  it('[SY14] repeating what is here already claims nothing, whoever repeats it', () => {
    const { doc, ann, owners } = annsDoc()
    const all = Y.encodeStateAsUpdate(ann)
    expect(judge(doc, all, 'eve', owners)).toMatchObject({ ok: true, claims: [], empty: false })
  })

  it('[SY15] what skips a clock, or builds on or deletes what is not here, is a gap', () => {
    const { doc, ann, owners } = annsDoc()
    const me = { client: 77, clock: 0 }
    const unknown: [number, number][] = [
      [ann.clientID, 5],
      [ann.clientID + 1, 0],
    ]
    const gaps = [
      raw([{ client: 77, clock: 1, write: gc(1) }]),
      ...unknown.map((id) => raw([{ ...me, write: letter(id) }])),
      ...unknown.map((id) => raw([{ ...me, write: child(id) }])),
      ...unknown.map(([client, clock]) => raw([], [{ client, clock, length: 1 }])),
      raw([], [{ client: ann.clientID, clock: 0, length: 6 }]),
      raw([], [{ client: ann.clientID, clock: 0, length: 1_000_000 }]),
    ]
    for (const update of gaps)
      expect(judge(doc, update, 'ann', owners), String(update)).toEqual({ ok: false, reason: 'gap' })
    const known = [
      raw([{ ...me, write: letter([ann.clientID, 4]) }]),
      raw([], [{ client: ann.clientID, clock: 0, length: 5 }]),
    ]
    for (const update of known) expect(judge(doc, update, 'eve', owners).ok).toBe(true)
  })

  it('[SY16] a merged update with a hole is a gap when the hole is not filled here, else no matter', () => {
    const ann = new Y.Doc()
    const [one, two, three] = ['a', 'b', 'c'].map((word) =>
      updateOf(ann, () => ann.getText('t').insert(0, word)),
    )
    if (!one || !two || !three) throw new Error('no updates')
    const holed = Y.mergeUpdates([one, three])
    const doc = new Y.Doc()
    expect(judge(doc, holed, 'ann', NOBODY)).toEqual({ ok: false, reason: 'gap' })
    for (const update of [one, two]) Y.applyUpdate(doc, update)
    expect(judge(doc, holed, 'ann', NOBODY).ok).toBe(true)
    Y.applyUpdate(doc, holed)
    expect(doc.getText('t').toJSON()).toBe('cba')
  })

  it('[SY17, T5] only whole V1 updates: no V2, nothing cut off, nothing left over, no bombs', () => {
    const { doc, ann, owners } = annsDoc()
    const refused = { ok: false, reason: 'malformed' }
    for (const update of [
      Y.encodeStateAsUpdateV2(ann),
      Y.encodeStateAsUpdateV2(new Y.Doc()),
      Uint8Array.of(),
      Uint8Array.of(0, 0, 1),
      Y.encodeStateAsUpdate(ann).subarray(0, -1),
      raw([{ client: 5, clock: 0, write: gc(0) }]),
    ])
      expect(judge(doc, update, 'ann', owners), String(update)).toEqual(refused)
    const many = raw(Array.from({ length: 50_001 }, (_, client) => ({ client, clock: 0, write: gc(1) })))
    expect(judge(doc, many, 'ann', owners)).toEqual(refused)
    const bomb = Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0x0f, 5, 0)
    expect(judge(doc, bomb, 'ann', owners)).toEqual(refused)
  })

  it('[SY18] nothing and a bare deletion are accepted and claim nothing', () => {
    const { doc, ann, owners } = annsDoc()
    expect(judge(doc, Uint8Array.of(0, 0), 'eve', owners)).toMatchObject({
      ok: true,
      claims: [],
      empty: true,
    })
    const deletion = updateOf(ann, () => ann.getText('t').delete(1, 2))
    expect(judge(doc, deletion, 'eve', owners)).toMatchObject({ ok: true, claims: [], empty: false })
    expect(rangesOf(deletion)).toEqual([])
  })
})

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), op: fc.nat(7), at: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), redo: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), merged: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hear' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('answer' as const) }) },
)

/** An honest person: a document, what it has not sent yet, and undo. */
class Honest {
  readonly doc = new Y.Doc()
  readonly unsent: Uint8Array[] = []
  readonly #undo: Y.UndoManager
  #n = 0

  constructor(readonly name: string) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.unsent.push(update)
    })
    this.#undo = new Y.UndoManager([this.doc.getMap('m'), this.doc.getText('t'), this.doc.getArray('a')], {
      captureTimeout: 0,
    })
  }

  undo(redo: boolean): void {
    if (redo) this.#undo.redo()
    else this.#undo.undo()
  }

  write(op: number, at: number): void {
    const map = this.doc.getMap('m')
    const text = this.doc.getText('t')
    const array = this.doc.getArray<unknown>('a')
    const key = `k${at % 5}`
    const nested = map.get(key)
    const place = text.length > 0 ? at % text.length : 0
    this.#n += 1
    switch (op) {
      case 0:
        map.set(key, new Y.Map<unknown>([['text', new Y.Text(`${this.name}${this.#n}`)]]))
        return
      case 1:
        map.delete(key)
        return
      case 2:
        if (nested instanceof Y.Map) {
          const inner: unknown = nested.get('text')
          if (inner instanceof Y.Text) inner.insert(at % (inner.length + 1), 'binnen')
        }
        return
      case 3:
        return text.insert(place, `${this.name}é…`)
      case 4:
        return text.length > 2 ? text.delete(place, Math.min(3, text.length - place)) : undefined
      case 5:
        return text.length > 0 ? text.format(place, 1, { bold: at % 2 === 0 ? true : null }) : undefined
      case 6:
        return array.insert(at % (array.length + 1), [at, { diep: [at] }, Uint8Array.of(1)])
      default:
        return array.length > 0 ? array.delete(at % array.length, 1) : undefined
    }
  }
}

it('[SY19] whatever honest people make is accepted when it comes in order: written, undone, offline, merged, with gc', () => {
  let accepted = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), action), { minLength: 20, maxLength: 160 }),
      fc.boolean(),
      (steps, gc) => {
        const server = new Y.Doc({ gc })
        const owners = new Map<number, string>()
        const people = ['ann', 'bo', 'cas'].map((name) => new Honest(name))
        const receive = (person: Honest, update: Uint8Array) => {
          const verdict = judge(server, update, person.name, owners)
          expect(verdict).toMatchObject({ ok: true })
          if (verdict.ok) for (const client of verdict.claims) owners.set(client, person.name)
          Y.applyUpdate(server, update)
          expect(server.store.pendingStructs).toBeNull()
          expect(server.store.pendingDs).toBeNull()
          accepted += 1
        }
        for (const [who, step] of steps) {
          const person = people[who]
          if (!person) continue
          const { doc, unsent } = person
          switch (step.do) {
            case 'write':
              doc.transact(() => person.write(step.op, step.at), 'me')
              break
            case 'undo':
              person.undo(step.redo)
              break
            case 'send': {
              const updates = unsent.splice(0)
              if (updates.length === 0) break
              for (const update of step.merged ? [Y.mergeUpdates(updates)] : updates) receive(person, update)
              break
            }
            case 'hear':
              Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'remote')
              break
            case 'answer':
              unsent.length = 0
              receive(person, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))
          }
        }
        for (const person of people) for (const update of person.unsent) receive(person, update)
        for (const { doc } of people) {
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)), 'remote')
          expect(doc.getMap('m').toJSON()).toEqual(server.getMap('m').toJSON())
          expect(doc.getText('t').toDelta()).toEqual(server.getText('t').toDelta())
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(accepted).toBeGreaterThan(1_000)
})
