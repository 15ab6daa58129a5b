import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '@/lib/case/commands/run'
import { readCase } from '@/lib/case/doc'
import { importCsv } from './apply'
import { readCsv } from './read'

const actor = (): Actor => {
  let n = 0
  return { principal: 'ann', now: 5, newId: () => `id${(n += 1)}` }
}
const denise = () =>
  readCsv(readFileSync(new URL('../../../tests/fixtures/denise.csv', import.meta.url)), { today: 20_000 })

it('[CSV19] an import adds every good line in one transaction that names who imported', () => {
  const doc = new Y.Doc()
  const origins: unknown[] = []
  doc.on('update', (_update, origin) => origins.push(origin))
  expect(importCsv(doc, actor(), denise())).toBe(21)
  expect(origins).toEqual([{ type: 'import', actor: 'ann' }])
  const { events, people } = readCase(doc)
  expect(events).toHaveLength(21)
  expect(people).toEqual([])
  expect(events.every((event) => event.createdBy === 'ann' && event.createdAt === 5)).toBe(true)
})

it('[CSV20] imported events keep the order of the file', () => {
  const doc = new Y.Doc()
  const preview = denise()
  importCsv(doc, actor(), preview)
  const events = readCase(doc).events.sort((a, b) => (a.order < b.order ? -1 : 1))
  expect(events.map((event) => event.title)).toEqual(preview.events.map((event) => event.title))
})

it('[CSV21] nature and helpful become a take of who told it; names stay text', () => {
  const doc = new Y.Doc()
  importCsv(doc, actor(), denise())
  const event = readCase(doc).events.find(({ title }) => title.startsWith('Weinig contact'))
  expect(event).toMatchObject({ names: ['moeder', 'school'], people: [], toldBy: null })
  expect(event?.takes).toEqual({
    told: expect.objectContaining({ nature: 'opinion', helpful: 'no', name: '', text: '' }),
  })
})
