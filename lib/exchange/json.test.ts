import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { withAnchors } from '@/lib/case/anchors'
import { putOnTimeline } from '@/lib/case/commands/facts'
import { setCircleShown, setGenogramStyle } from '@/lib/case/commands/genogramView'
import { addPartner } from '@/lib/case/commands/kin'
import { addPerson, setBirth } from '@/lib/case/commands/people'
import { setMarks } from '@/lib/case/commands/person'
import type { Actor } from '@/lib/case/commands/run'
import { caseMap, insertRecord, readCase } from '@/lib/case/doc'
import { newCase, recordArb } from '@/lib/case/test-kit'
import { CaseFile } from './caseFile'
import { exampleCase } from './example/family'
import { importJson } from './importJson'
import { exportJson } from './json'

const actor: Actor = { principal: 'ann', now: 5, newId: () => 'unused' }
const example = () => {
  const doc = new Y.Doc()
  importJson(doc, actor, exampleCase('nl'))
  return doc
}

it('[JSON1] an export fits its schema and says who, where and what in the contract’s fields', () => {
  const file = exportJson(readCase(example()))
  expect(CaseFile.parse(file)).toEqual(file)
  expect(Object.keys(file).slice(0, 4)).toEqual(['format', 'version', 'title', 'question'])
  expect(file).toMatchObject({ format: 'rotonde', version: 1 })
  expect(Object.keys(file.events[0] ?? {}).slice(0, 4)).toEqual(['id', 'title', 'description', 'date'])
})

it('[JSON2] the same case gives the same text, however its document came about', () => {
  const one = example()
  const other = new Y.Doc()
  const file = exampleCase('nl')
  const turned = {
    ...file,
    people: file.people.toReversed(),
    events: file.events
      .toReversed()
      .map((e) => ({ ...e, takes: Object.fromEntries(Object.entries(e.takes).toReversed()) })),
  }
  importJson(other, actor, turned)
  expect(JSON.stringify(exportJson(readCase(other)))).toBe(JSON.stringify(exportJson(readCase(one))))
})

it('[JSON3] importing an export gives the same export, unknown fields included', () => {
  const doc = example()
  insertRecord(doc, 'people', { id: 'zed', name: 'Later', shoeSize: 38 })
  insertRecord(doc, 'views', {
    id: 'timeline',
    lanes: { family: { name: 'Thuis', place: 'below' }, professional: { name: 'Hulp', place: 'above' } },
  })
  const file = exportJson(readCase(doc))
  expect(file.people.at(-1)).toMatchObject({ shoeSize: 38 })
  const again = new Y.Doc()
  insertRecord(again, 'meta', { id: 'case', schema: 1, title: 'Leeg' })
  insertRecord(again, 'views', { id: 'timeline' })
  importJson(again, actor, CaseFile.parse(JSON.parse(JSON.stringify(file))))
  expect(JSON.stringify(exportJson(readCase(again)))).toBe(JSON.stringify(file))
})

it('[JSON4] nature and helpful are those of who told the event', () => {
  const byId = new Map(exportJson(readCase(example())).events.map((event) => [event.id, event]))
  expect(byId.get('event-apart')).toMatchObject({ nature: 'feeling', helpful: 'no' })
  expect(byId.get('event-mees')).toMatchObject({ nature: null, helpful: null })
})

it('[JSON5] a file that says nature and helpful without takes gives a take of who told it', () => {
  const file = CaseFile.parse({
    format: 'rotonde',
    version: 1,
    events: [{ id: 'e', title: 'Verhuizing', nature: 'fact', helpful: 'yes' }],
  })
  const doc = new Y.Doc()
  importJson(doc, actor, file)
  const [event] = readCase(doc).events
  expect(event?.takes).toEqual({ told: expect.objectContaining({ nature: 'fact', helpful: 'yes' }) })
  expect(event).not.toHaveProperty('nature')
})

it('[JSON6] who made a record here, and what lies in the bin, is not in an export', () => {
  const doc = example()
  caseMap(doc, 'people').get('person-karim')?.set('binned', { by: 'ann', at: 1 })
  const file = exportJson(readCase(doc))
  expect(file.people.map((person) => person.id)).not.toContain('person-karim')
  expect(JSON.stringify(file)).not.toMatch(/createdBy|createdAt|"binned"/)
})

it('[JSON7] whatever the fields of a family say, importing an export gives the same case', () => {
  const kinds = [
    'people',
    'organisations',
    'partnerships',
    'parentages',
    'households',
    'relations',
    'parallels',
    'rounds',
    'pins',
    'events',
    'views',
  ] as const
  const records = fc.tuple(...kinds.map((kind) => fc.array(recordArb(kind), { maxLength: 3 })))
  fc.assert(
    fc.property(records, (lists) => {
      const doc = new Y.Doc()
      lists.forEach((rows, i) => {
        const kind = kinds[i] ?? 'people'
        for (const row of rows) insertRecord(doc, kind, { ...row, binned: null } as never)
      })
      const file = exportJson(readCase(doc))
      const again = new Y.Doc()
      importJson(again, actor, CaseFile.parse(JSON.parse(JSON.stringify(file))))
      expect(exportJson(readCase(again))).toEqual(file)
    }),
    { numRuns: 100 },
  )
})

it('[JSON7] marks, phases, facts, answers, and settings of the picture come back', () => {
  const doc = newCase()
  const me = { ...actor, newId: ids() }
  const id = addPerson(doc, me, { name: 'Sanne', birth: { date: '2009', originalText: '2009' } }) ?? ''
  setMarks(doc, me, { id, illness: 'recovered', addiction: 'suspected', migrated: 'several', secret: true })
  addPartner(doc, me, { of: id, partner: { new: { name: 'Bo' } }, phase: { type: 'lat', date: '2030?' } })
  putOnTimeline(doc, me, { fact: { kind: 'birth', id, phase: null }, title: 'Geboorte', side: 'family' })
  setGenogramStyle(doc, me, { profile: 'genopro', cross: 'over', innerGender: true, marks: true })
  setCircleShown(doc, me, { circle: 'professional', shown: false })
  const file = exportJson(readCase(doc))
  // For a reader that knows no facts the date stands with the moment too.
  expect(file.events).toMatchObject([{ date: '2009', people: [id], fact: { kind: 'birth', id } }])
  const again = newCase()
  importJson(again, actor, CaseFile.parse(JSON.parse(JSON.stringify(file))))
  expect(exportJson(readCase(again))).toEqual(file)
  setBirth(again, me, { id, date: '2010', originalText: '' })
  expect(withAnchors(readCase(again)).events[0]?.date).toBe('2010')
})

function ids(): () => string {
  let made = 0
  return () => `id-${++made}`
}
