import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/calendar'
import { gridOfRows, gridOfText, lineOfRow, MAX_ROWS } from './grid'
import type { EntryContext } from './types'

const context: EntryContext = {
  locale: 'nl',
  today: dayOf(2026, 3, 1),
  names: [{ kind: 'people', id: 'oma', name: 'Oma' }],
  lanes: [
    { id: 'professional', name: 'Hulp', place: 'above' },
    { id: 'family', name: 'Gezin', place: 'below' },
  ],
  side: 'family',
}
const lines = (text: string) => {
  const grid = gridOfText(text, context)
  return grid.rows.map((row) => lineOfRow(row, grid.columns, context).draft)
}

describe('what is pasted', () => {
  it('[WK21] lines and lists are one moment each, without their signs', () => {
    const drafts = lines('• In 2014 overlijdt oma\r\n2. 2016; besluit; school\n\n - Zomaar')
    expect(drafts.map(({ title }) => title)).toEqual(['In 2014 overlijdt oma', 'school', 'Zomaar'])
    expect(drafts.map(({ date }) => date)).toEqual(['2014', '2016', null])
  })

  it('[WK21] a table is read by its header, or by what stands in its columns', () => {
    const headed = lines('Wanneer\tWat\tSoort\tKleur\nzomer 2014\tOma overlijdt\tfeit\tblauw')
    expect(headed).toMatchObject([
      { date: '2014-22', title: 'Oma overlijdt', kind: 'family', description: 'blauw' },
    ])
    const bare = gridOfRows(
      [
        ['feit', 'Een lange zin over oma', '2014', 'Oma'],
        ['besluit', 'Naar een andere school toe', 'mei 2015', ''],
      ],
      context,
    )
    expect(bare.columns).toEqual(['kind', 'text', 'date', 'who'])
    expect(lineOfRow(bare.rows[0] ?? [], bare.columns, context).draft).toMatchObject({
      people: ['oma'],
      date: '2014',
    })
  })

  it('[WK21] what is not understood in a cell stays as words, and so do more lines of one cell', () => {
    const row = ['ooit', 'Naar zee\nmet de trein', 'paars']
    const { draft, date } = lineOfRow(row, ['date', 'text', 'kind'], context)
    expect(date.state).toBe('words')
    expect(draft).toMatchObject({ title: 'Naar zee', date: null, originalText: 'ooit', kind: 'family' })
    expect(draft.description).toBe('met de trein\npaars')
    expect(lineOfRow(row, ['date', 'text', 'skip'], context).draft.description).toBe('met de trein')
  })

  it('[WK21] says how many rows there is no room for', () => {
    expect(gridOfText('x\n'.repeat(MAX_ROWS + 7), context)).toMatchObject({ left: 7 })
  })

  it('[WK21] never throws, and loses no cell', () => {
    const cell = fc.oneof(
      fc.constantFrom('2014', 'feit', 'oma', 'wat', '', 'gezin', "'15"),
      fc.string({ maxLength: 10 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }), fc.string(), (rows, text) => {
        gridOfText(text, context)
        const grid = gridOfRows(rows, context)
        for (const row of grid.rows) {
          const { draft, parts } = lineOfRow(row, grid.columns, context)
          const kept = JSON.stringify([draft.title, draft.description, draft.originalText, parts])
          const words = row.flatMap((one) => one.match(/[\p{L}\p{N}]+/gu) ?? [])
          expect(words.filter((word) => !kept.includes(word))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })
})
