import { expect, it } from 'vitest'
import { insertRecord, readCase } from './doc'
import { livesOf } from './lives'
import { newCase } from './test-kit'

it('[PE18] where something lives is counted in every view before it goes to the bin; what lies there does not count', () => {
  const doc = newCase()
  const binned = { by: 'ann', at: 1 }
  for (const id of ['oma', 'bo']) insertRecord(doc, 'people', { id })
  insertRecord(doc, 'events', { id: 'e', people: ['oma'], organisations: ['school'] })
  const anchor = { kind: 'event', id: 'e', relation: 'after', age: null, span: null } as const
  insertRecord(doc, 'events', {
    id: 'f',
    people: ['oma'],
    anchor,
    fact: { kind: 'birth', id: 'bo', phase: null },
  })
  insertRecord(doc, 'events', { id: 'g', people: ['oma'], binned })
  insertRecord(doc, 'relations', { id: 'r', from: 'oma', to: 'bo' })
  insertRecord(doc, 'stakes', { id: 's', subject: 'oma' })
  insertRecord(doc, 'threads', { id: 't', items: ['s', 'r'] })
  insertRecord(doc, 'notes', { id: 'n', about: ['oma', 'e'] })
  insertRecord(doc, 'notes', { id: 'm', about: ['s'], binned })
  const none = {
    moments: 0,
    genogram: false,
    stakeholders: false,
    members: 0,
    threads: 0,
    notes: 0,
    dates: 0,
  }
  const all = readCase(doc)
  expect(livesOf(all, 'people', 'oma')).toEqual({
    ...none,
    moments: 2,
    genogram: true,
    stakeholders: true,
    threads: 1,
    notes: 1,
  })
  expect(livesOf(all, 'events', 'e')).toEqual({ ...none, notes: 1, dates: 1 })
  expect(livesOf(all, 'events', 'f')).toEqual({ ...none, genogram: true })
  expect(livesOf(all, 'relations', 'r')).toEqual({ ...none, genogram: true, threads: 1 })
  insertRecord(doc, 'stakes', { id: 's2', subject: 'bo' })
  expect(livesOf(readCase(doc), 'relations', 'r')).toMatchObject({ stakeholders: true })
  expect(livesOf(all, 'organisations', 'school')).toEqual({ ...none, moments: 1 })
})
