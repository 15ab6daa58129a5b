import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { insertRecord, readCase } from '@/lib/case/doc'
import en from '@/lib/i18n/messages/en/boards.json'
import nl from '@/lib/i18n/messages/nl/boards.json'
import { exampleCase } from '../example/family'
import { importJson } from '../importJson'
import { pseudonymise } from '../pseudonyms'
import { importGedcom } from './apply'
import { previewOf } from './preview'
import { readText, tree } from './test-kit'
import { GEDCOM_CODES, MOMENT_TAGS } from './types'
import { TERM_NAMES } from './terms'
import { writeGedcom } from './write'

const actor: Actor = { principal: 'ann', now: 5, newId: () => 'unused' }
function example(): Y.Doc {
  const doc = new Y.Doc()
  importJson(doc, actor, exampleCase('nl'))
  return doc
}

it('[GED18] every line is one of GEDCOM 7.0, every tag of ours is declared, and every pointer names a record', () => {
  const doc = example()
  insertRecord(doc, 'people', {
    id: 'odd',
    name: '@twee\nregels\u0007',
    death: { date: null, originalText: '' },
  })
  const text = writeGedcom(readCase(doc))
  expect(text.startsWith('\uFEFF0 HEAD\n1 GEDC\n2 VERS 7.0\n')).toBe(true)
  expect(text.endsWith('\n0 TRLR\n')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\n')
  const grammar =
    /^(0|[1-9]\d*)( @[A-Z0-9_]+@)? ([A-Z][A-Z0-9_]*|_[A-Z0-9_]+)( (@[A-Z0-9_]+@|@@.*|[^@].*))?$/u
  expect(lines.filter((line) => !grammar.test(line))).toEqual([])
  const levels = lines.map((line) => Number(line.split(' ', 1)[0]))
  expect(levels.every((level, i) => level <= (levels[i - 1] ?? -1) + 1)).toBe(true)
  const used = new Set(lines.flatMap((line) => / (_[A-Z0-9]+)(?: |$)/u.exec(line)?.[1] ?? []))
  expect([...used].filter((tag) => !TERM_NAMES.some((term) => tag === `_${term}`))).toEqual([])
  const declared = lines.filter((line) => line.startsWith('2 TAG ')).map((line) => line.split(' ')[3])
  expect(declared).toEqual(TERM_NAMES.map((term) => `urn:rotonde:gedcom:${term}`))
  const named = new Set(lines.flatMap((line) => /^0 (@\w+@)/u.exec(line)?.[1] ?? []))
  const pointed = lines.flatMap((line) => /^[1-9] \w+ (@\w+@)$/u.exec(line)?.[1] ?? [])
  expect(pointed.length).toBeGreaterThan(20)
  expect(pointed.filter((xref) => !named.has(xref))).toEqual([])
  expect(text).toContain('1 NAME @@twee regels\n2 _NAME @@twee\n3 CONT regels\n')
})

it('[GED18] the standard’s own words say what they can, never surer than the case', () => {
  const doc = new Y.Doc()
  const born = (id: string, date: string, originalText = '') =>
    insertRecord(doc, 'people', { id, name: id, birth: { date, originalText } })
  born('a', '1950-03~')
  born('b', '1950?', 'zei opa')
  born('c', '2014-22')
  born('d', '1950~/1960')
  insertRecord(doc, 'partnerships', {
    id: 'f',
    partners: ['a', 'b'],
    phases: { x: { type: 'lat', date: '[..1999]', order: 'a0' }, y: { type: 'marriage', order: 'a1' } },
  })
  insertRecord(doc, 'parentages', { id: 'p', child: 'c', partnership: 'f', type: 'adopted', date: '2015' })
  insertRecord(doc, 'parentages', { id: 'q', child: 'd', partnership: 'f', type: 'step' })
  const text = writeGedcom(readCase(doc))
  for (const part of [
    '2 DATE ABT MAR 1950\n1 FAMS',
    '2 DATE ABT 1950\n3 PHRASE zei opa\n3 _EDTF 1950?\n',
    '2 DATE BET 1 JUN 2014 AND 31 AUG 2014\n3 _EDTF 2014-22\n',
    '2 DATE\n3 PHRASE 1950~/1960\n3 _EDTF 1950~/1960\n',
    '1 EVEN lat\n2 TYPE lat\n2 _PHASE lat\n2 DATE BEF 1999\n1 MARR Y\n',
    '2 PEDI ADOPTED\n2 _DATE 2015\n1 ADOP\n2 DATE 2015\n2 FAMC @F1@\n',
    '2 PEDI OTHER\n3 PHRASE step\n2 _PARENTAGE step\n',
  ])
    expect(text).toContain(part)
})

it('[GED19] the same case gives the same text, and what points at nobody is not in it', () => {
  const doc = example()
  const before = writeGedcom(readCase(doc))
  insertRecord(doc, 'partnerships', { id: 'zz', partners: ['nobody'] })
  insertRecord(doc, 'parentages', { id: 'zz', child: 'nobody', partnership: 'zz' })
  insertRecord(doc, 'relations', { id: 'zz', from: 'nobody', to: 'person-fenna' })
  insertRecord(doc, 'households', { id: 'zz', members: ['nobody'] })
  const file = readText(writeGedcom(readCase(doc)))
  expect([file.warnings.map(({ code }) => code), file.leftOut]).toEqual([[], []])
  expect(writeGedcom(readCase(example()))).toBe(before)
})

it('[GED20] with pseudonyms no name of the case is in the file, and it can be read', () => {
  const all = readCase(example())
  const words = { person: (letter: string) => `Persoon ${letter}`, either: () => '?', familyName: '[naam]' }
  const text = writeGedcom(pseudonymise(all, [], words))
  for (const { name } of all.people) if (name !== '') expect(text).not.toContain(name)
  expect(readText(text).records.people).toHaveLength(all.people.length)
})

it('[GED21] an import is one transaction that names who imported, under new ids, and touches nothing that was there', () => {
  const doc = example()
  const before = readCase(doc)
  const file = readText(writeGedcom(before))
  const origins: unknown[] = []
  doc.on('afterTransaction', ({ origin }) => void origins.push(origin))
  let made = 0
  const counts = importGedcom(doc, { principal: 'bo', now: 9, newId: () => `new-${made++}` }, file)
  expect(origins).toEqual([{ type: 'import', actor: 'bo' }])
  const after = readCase(doc)
  for (const kind of [
    'people',
    'organisations',
    'partnerships',
    'parentages',
    'households',
    'relations',
  ] as const) {
    expect(counts[kind]).toBe(before[kind].length)
    const added = after[kind].filter(({ createdBy }) => createdBy === 'bo')
    expect(added).toHaveLength(before[kind].length)
    expect(after[kind].filter(({ createdBy }) => createdBy !== 'bo')).toEqual(before[kind])
  }
  const ids = new Set(after.people.map(({ id }) => id))
  const added = after.parentages.filter(({ createdBy }) => createdBy === 'bo')
  expect(added.every(({ child }) => ids.has(child) && child.startsWith('new-'))).toBe(true)
})

it.each([
  ['nl', nl],
  ['en', en],
])('[GED22] every warning, problem and moment of a family file has words (%s)', (_, messages) => {
  const { warning, problem, moments } = messages.import.gedcom
  expect(Object.keys(warning).sort()).toEqual([...GEDCOM_CODES].sort())
  expect(Object.keys(problem).sort()).toEqual(['empty', 'not-gedcom', 'not-text', 'too-large'])
  expect(Object.keys(moments).sort()).toEqual([...MOMENT_TAGS].sort())
})

it('[GED23] a preview is small, counts what it does not show, and groups warnings by kind', () => {
  const people = Array.from(
    { length: 30 },
    (_, i) => `0 @I${i}@ INDI\n1 NAME ${i}\n1 DEAT\n1 FAMC @NO@\n1 Z${i} x`,
  )
  const preview = previewOf(tree(people.join('\n')))
  expect(preview).toMatchObject({ kind: 'gedcom', problem: null, counts: { people: 30, events: 0 } })
  expect(preview.first).toHaveLength(8)
  expect(preview.warnings.map(({ code, count, lines }) => [code, count, lines.length])).toEqual([
    ['not-asserted', 30, 5],
    ['dangling', 30, 5],
  ])
  expect([preview.leftOut.length, preview.moreLeftOut]).toEqual([30, 0])
})
