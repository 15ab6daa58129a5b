import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { binRecord } from '../commands/bin'
import { addEvent, setCrucial } from '../commands/events'
import { addPerson } from '../commands/people'
import { addRelation } from '../commands/relations'
import { readCase } from '../doc'
import { DrawingOrigin, TypingOrigin } from '../origins'
import { actor, newCase, plainEvent, replicas } from '../test-kit'
import { SessionUndo } from '../undo'
import { addReservedMarks, addReservedNote, addReservedRelation, setReservedMarks } from './commands'
import { moveToOpen, moveToReserved } from './move'
import { MAX_VALUE_CHARS } from './overlay'
import { Proposal, writeProposal } from './proposal'
import { withReserved } from './withReserved'

const [ann, bo] = [actor('ann'), actor('bo')]

function board() {
  const docs = { open: newCase(), reserved: newCase() }
  const person = addPerson(docs.open, ann, { name: 'Roos' }) ?? ''
  const undo = new SessionUndo(
    { actor: 'ann', typing: new TypingOrigin(), drawing: new DrawingOrigin() },
    Infinity,
  )
  undo.add(docs.open)
  undo.add(docs.reserved)
  const merged = () => withReserved(readCase(docs.open), readCase(docs.reserved))
  return { docs, person, undo, merged }
}
const marksOf = (doc: Y.Doc) =>
  readCase(doc).overlays.map(({ fields, createdBy }) => [createdBy, Object.keys(fields)])

it('[RS15] a line, a moment, a note and marks are added to the reserved document, and undo takes back each', () => {
  const { docs, person, undo, merged } = board()
  const before = JSON.stringify(readCase(docs.open))
  expect(
    addReservedRelation(docs.reserved, ann, { from: person, to: person, type: 'violence' }),
  ).not.toBeNull()
  expect(addEvent(docs.reserved, ann, plainEvent('thuis'))).not.toBeNull()
  expect(addReservedNote(docs.reserved, ann, { text: 'geheim', about: [person, person] })).not.toBeNull()
  expect(setReservedMarks(docs.reserved, ann, { person, marks: { secret: true } })).toBe(true)
  const { case: all, reserved } = merged()
  expect([all.relations.length, all.events.length, all.notes.length]).toEqual([1, 1, 1])
  expect(all.people[0]?.['secret']).toBe(true)
  expect(reserved.records.size).toBe(3)
  expect(JSON.stringify(readCase(docs.open))).toBe(before)
  for (let i = 0; i < 4; i++) expect(undo.undo()).toBe(true)
  expect(merged().reserved).toEqual({ records: new Set(), fields: new Map() })
  for (let i = 0; i < 4; i++) undo.redo()
  expect(merged().reserved).toEqual(reserved)
})

it('[RS15] marks that two people set at once both stay; one that is taken away is gone for all; nothing is written twice', () => {
  const { docs, person } = board()
  const { a, b, sync } = replicas(docs.reserved)
  setReservedMarks(a, ann, { person, marks: { secret: true } })
  setReservedMarks(b, bo, { person, marks: { addiction: 'suspected' } })
  sync()
  expect(marksOf(a)).toEqual([
    ['ann', ['secret']],
    ['bo', ['addiction']],
  ])
  expect(setReservedMarks(a, ann, { person, marks: { addiction: 'suspected' } })).toBe(false)
  expect(setReservedMarks(a, ann, { person, marks: { addiction: undefined, secret: false } })).toBe(true)
  sync()
  const { case: all, reserved } = withReserved(readCase(docs.open), readCase(b))
  expect(all.people[0]).toMatchObject({ secret: false })
  expect(reserved.fields.get(`people/${person}`)).toEqual(['secret'])
  const long = { secret: 'x'.repeat(MAX_VALUE_CHARS) }
  expect(setReservedMarks(a, ann, { person, marks: long })).toBe(false)
  expect(addReservedMarks(a, ann, { person, marks: long })).toBeNull()
})

it('[RS25] a secret around a line between two is laid over that line, for who is admitted, and taken away again', () => {
  const { docs, person, merged } = board()
  const other = addPerson(docs.open, ann, { name: 'Bas' }) ?? ''
  const relation = addRelation(docs.open, ann, { from: person, to: other, type: 'close' }) ?? ''
  expect(setReservedMarks(docs.reserved, ann, { relation, marks: { secret: true } })).toBe(true)
  expect(readCase(docs.open).relations).toMatchObject([{ secret: false }])
  expect(merged().case.relations).toMatchObject([{ id: relation, type: 'close', secret: true }])
  expect(merged().reserved.fields.get(`relations/${relation}`)).toEqual(['secret'])
  expect(setReservedMarks(docs.reserved, ann, { relation, marks: { secret: undefined } })).toBe(true)
  expect(merged().case.relations).toMatchObject([{ secret: false }])
  // Who is not admitted hands it in.
  const said = Proposal.parse({ kind: 'bondMarks', relation, marks: { secret: true } })
  expect(writeProposal(docs.reserved, bo, said)).toBe(true)
  expect(merged().case.relations).toMatchObject([{ secret: true }])
})

it('[RS16] moving a moment away copies it whole and bins the open one, and back again, each as one step of undo', () => {
  const { docs, undo, merged } = board()
  const id =
    addEvent(docs.open, ann, { ...plainEvent('thuis'), take: { author: 'bo', fields: { text: 'erg' } } }) ??
    ''
  const what = { kind: 'events', id } as const
  const whole = readCase(docs.open).events
  expect(undo.together(() => moveToReserved(docs, ann, what))).toBe(true)
  expect(readCase(docs.open).events).toEqual([])
  expect(merged().case.events).toEqual(whole)
  expect(merged().reserved.records.has(`events/${id}`)).toBe(true)
  expect(undo.undo()).toBe(true)
  expect([readCase(docs.open).events, readCase(docs.reserved).events]).toEqual([whole, []])
  expect(undo.redo()).toBe(true)
  expect([readCase(docs.open).events, readCase(docs.reserved).events]).toEqual([[], whole])
  setCrucial(docs.reserved, ann, { id, crucial: true })
  expect(undo.together(() => moveToOpen(docs, ann, what))).toBe(true)
  expect(readCase(docs.open).events).toMatchObject([{ id, crucial: true, takes: { bo: { text: 'erg' } } }])
  expect(merged().reserved.records.size).toBe(0)
  undo.undo()
  expect([readCase(docs.open).events.length, readCase(docs.reserved).events.length]).toEqual([0, 1])
})

it('[RS16] what is binned, gone or there already is not moved', () => {
  const { docs } = board()
  const id = addEvent(docs.open, ann, plainEvent('thuis')) ?? ''
  const what = { kind: 'events', id } as const
  expect(moveToOpen(docs, ann, what)).toBe(false)
  expect(moveToReserved(docs, ann, { ...what, id: 'gone' })).toBe(false)
  binRecord(docs.open, ann, what)
  expect(moveToReserved(docs, ann, what)).toBe(false)
  expect(readCase(docs.reserved).events).toEqual([])
})
