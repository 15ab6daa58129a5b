import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { caseMap, insertRecord, readCase, type RecordInput } from '@/lib/case/doc'
import { sortedEvents } from '@/lib/case/queries'
import { EventKind, type Case } from '@/lib/case/schema'
import { seedCase } from '@/lib/case/seed'
import type { Locale } from '@/lib/dates/types'
import { TOLD } from '../caseFile'
import { importCsv } from './apply'
import { guard, unguard } from './guard'
import { readCsv } from './read'
import { writeCsv } from './write'

const today = Math.floor(Date.UTC(2026, 10, 24) / 86_400_000)

function newBoard(): Y.Doc {
  const doc = new Y.Doc()
  seedCase(doc, {
    title: '',
    question: '',
    laneNames: { professional: 'Professionals', family: 'Gezin' },
  })
  const lanes = caseMap(doc, 'views').get('timeline')!.get('lanes') as Y.Map<Y.Map<unknown>>
  const school = new Y.Map<unknown>([
    ['name', new Y.Text('De Springplank')],
    ['place', 'above'],
    ['order', 'a5'],
  ])
  lanes.set('school-lane', school)
  return doc
}

/** What a line can hold of an event. */
function held(all: Case) {
  const names = new Map([...all.people, ...all.organisations].map(({ id, name }) => [id, name]))
  return sortedEvents(all.events, today).map((event) => {
    const { title, description, date, originalText, kind, side, source, crucial, turningPoint } = event
    const { background, proposed, noticed, takes, toldBy } = event
    return {
      title,
      description,
      date,
      originalText,
      kind,
      side,
      source,
      crucial,
      turningPoint,
      background,
      proposed,
      noticed,
      names: [...event.people.map((id) => names.get(id) ?? ''), ...event.names].sort(),
      toldBy: toldBy?.name ?? '',
      nature: takes[TOLD]?.nature ?? null,
      helpful: takes[TOLD]?.helpful ?? null,
      exits: Object.values(event.exits)
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ status, text }) => [status, text]),
    }
  })
}

/** Words as people type them, with all that spreadsheets and files of lines trip over. */
const words = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ';', ',', '\t', 'é', ' ', 'a', '1'),
        maxLength,
      }),
    )
    .map((text) =>
      text
        .replaceAll(/[\r\n\0\s\uFEFF]+/gu, ' ')
        .trim()
        .normalize('NFC')
        .slice(0, maxLength),
    )
    // Half a pair cannot be a letter of any file.
    .filter((text) => !/\p{Cs}/u.test(text))
const lines = fc.array(words(30), { maxLength: 3 }).map((some) => some.join('\n').trim())
const some = words(30).filter((text) => text !== '')

const event: fc.Arbitrary<Omit<RecordInput<'events'>, 'id'>> = fc.record({
  title: some,
  description: lines,
  date: fc.constantFrom(
    null,
    '2014',
    '2015~',
    '2016-22',
    '2016-03-05',
    '2016-03/2016-06',
    '[..2015]',
    '2013/..',
    '2014?',
  ),
  originalText: words(40),
  kind: fc.constantFrom(...EventKind.options),
  side: fc.constantFrom('professional', 'family', 'school-lane'),
  source: fc.constantFrom(null, 'family', 'professional', 'network', 'unknown'),
  names: fc.uniqueArray(some, { maxLength: 3 }),
  toldBy: fc.option(
    some.map((name) => ({ person: null, principal: null, name })),
    { nil: null },
  ),
  crucial: fc.boolean(),
  turningPoint: fc.boolean(),
  background: fc.boolean(),
  proposed: fc.boolean(),
  noticed: fc.constantFrom(null, 'then', 'now'),
  takes: fc.constantFrom(
    {},
    { [TOLD]: { nature: 'opinion', helpful: 'both' } },
    { [TOLD]: { helpful: 'no' } },
  ),
  exits: fc
    .array(fc.tuple(fc.constantFrom('taken', 'passed', 'unseen'), some), { maxLength: 3 })
    .map((all) =>
      Object.fromEntries(all.map(([status, text], i) => [`exit-${i}`, { status, text, order: `a${i}` }])),
    ),
}) as fc.Arbitrary<Omit<RecordInput<'events'>, 'id'>>

describe('writeCsv', () => {
  it('[XP1] what a case is written as is read again as the same case, in Dutch and in English', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        fc.constantFrom<Locale>('nl', 'en'),
        (events, locale) => {
          const doc = newBoard()
          events.forEach((one, i) => insertRecord(doc, 'events', { ...one, id: `e${i}`, order: `a${i}` }))
          const all = readCase(doc)
          expect(all.events).toHaveLength(events.length)
          const csv = writeCsv(all, { locale, today, untitled: 'x' })
          const preview = readCsv(new TextEncoder().encode(csv), { today })
          if (events.length > 0) expect([preview.problem, preview.bad]).toEqual([null, []])
          const again = newBoard()
          let ids = 0
          importCsv(again, { principal: 'ann', now: 1, newId: () => `n${ids++}` }, preview)
          expect(held(readCase(again))).toEqual(held(all))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[XP2] no cell begins with a sign that a spreadsheet would run, and the guard is taken off again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", 'a', ' '), maxLength: 8 }),
        (cell) => {
          expect(guard(cell)).not.toMatch(/^[=+\-@\t\r]/)
          expect(unguard(guard(cell))).toBe(cell)
        },
      ),
    )
    const doc = newBoard()
    insertRecord(doc, 'events', {
      id: 'e',
      title: '=HYPERLINK("http://x.example")',
      names: ['@SUM(1)'],
      description: '+1',
    })
    const csv = writeCsv(readCase(doc), { locale: 'nl', today, untitled: 'x' })
    for (const cell of csv.split(/[;\r\n"]/)) expect(cell).not.toMatch(/^[=+\-@\t]/)
    expect(csv).toContain("'=HYPERLINK")
  })

  it('[XP1] people and organisations are written by name, one without words as such, one line each', () => {
    const doc = newBoard()
    insertRecord(doc, 'people', { id: 'p', name: 'Jansen, Piet' })
    insertRecord(doc, 'events', { id: 'e', people: ['p'], names: ['Oma'], date: 'zomaar' })
    const csv = writeCsv(readCase(doc), { locale: 'nl', today, untitled: 'Nog zonder woorden' })
    const { events, bad } = readCsv(new TextEncoder().encode(csv), { today })
    expect(bad).toEqual([])
    expect(events).toMatchObject([
      { names: ['Jansen, Piet', 'Oma'], title: 'Nog zonder woorden', date: null, originalText: 'zomaar' },
    ])
  })
})
