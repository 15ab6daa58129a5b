import { expect, it } from 'vitest'
import { readCase } from '../doc'
import { Note, Person } from '../schema'
import { actor, newCase } from '../test-kit'
import { mayChangeNote } from '../words'
import { binRecord, restoreRecord } from './bin'
import { addNote } from './notes'
import { noteScribed } from './words'

it('[NOT1] what is seen is written down with what it is about and whose words it is; nothing said is nothing written', () => {
  const doc = newCase()
  const ann = actor('ann')
  expect(addNote(doc, ann, { text: ' ', question: 'see', about: [] })).toBeNull()
  const whole = addNote(doc, ann, { text: 'Oma was er steeds. ', question: 'see', about: [] }) ?? ''
  const toldBy = { person: 'iris', principal: null, name: 'Iris' }
  const theirs = addNote(doc, ann, { text: 'bang', question: 'feel', about: ['b', 'a', 'b'], toldBy }) ?? ''
  expect(readCase(doc).notes).toMatchObject([
    {
      id: whole,
      text: 'Oma was er steeds.',
      question: 'see',
      about: [],
      createdBy: 'ann',
      toldBy: null,
      scribed: null,
    },
    { id: theirs, text: 'bang', question: 'feel', about: ['a', 'b'], toldBy, scribed: { by: 'ann' } },
  ])
  noteScribed(doc, actor('cas'), { kind: 'notes', id: whole })
  expect(readCase(doc).notes[0]?.scribed?.by).toBe('cas')
  binRecord(doc, ann, { kind: 'notes', id: whole })
  expect(readCase(doc).notes.map(({ id }) => id)).toEqual([theirs])
  restoreRecord(doc, ann, { kind: 'notes', id: whole })
  expect(readCase(doc).notes).toHaveLength(2)
})

it('[NOT2] a note is changed by whose words it is; who guides asks first, and others put theirs beside it', () => {
  const people = [Person.parse({ id: 'iris' }), Person.parse({ id: 'joke', principal: 'p-joke' })]
  const [ann, bo, joke] = [
    { id: 'p-ann', mayScribe: true },
    { id: 'p-bo', mayScribe: false },
    { id: 'p-joke', mayScribe: false },
  ]
  const may = (note: object) =>
    [ann, bo, joke].map((me) => mayChangeNote(Note.parse({ id: 'n', ...note }), me, people))
  expect(may({ createdBy: 'p-bo' })).toEqual(['ask', 'own', 'no'])
  expect(may({ createdBy: 'p-bo', toldBy: { person: 'joke', principal: null, name: '' } })).toEqual([
    'ask',
    'ask',
    'own',
  ])
  expect(may({ createdBy: 'p-ann', toldBy: { person: 'iris', principal: null, name: '' } })).toEqual([
    'ask',
    'no',
    'no',
  ])
  expect(may({ createdBy: 'server' })).toEqual(['own', 'own', 'own'])
})
