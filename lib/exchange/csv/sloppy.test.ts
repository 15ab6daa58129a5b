import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locale'
import { MESSAGES } from '@/lib/i18n/messages'
import { readCsv } from './read'

const today = Math.floor(Date.UTC(2026, 10, 24) / 86_400_000)
const FOLDER = new URL('../../../tests/fixtures/csv/', import.meta.url)
const read = (bytes: Uint8Array) => readCsv(bytes, { today })

/** Hostile and sloppy files, and what each says: nothing at all can be read, or which moments and which bad lines. */
const FILES: Record<
  string,
  { problem: string } | { titles: string[]; bad: [line: number, reason: string][] }
> = {
  'a-picture.csv': { problem: 'not-text' },
  'a-workbook.csv': { problem: 'not-text' },
  'decimals.csv': { titles: ['Woog 4,5 kilo'], bad: [[2, 'unknown-yes']] },
  'empty.csv': { problem: 'empty' },
  'formulas.csv': { titles: ['=HYPERLINK("http://evil.example","klik")', '+31 6 bellen'], bad: [] },
  'mixed-ends.csv': { titles: ['Een', 'Twee', 'Drie', 'Vier'], bad: [] },
  'no-header.csv': { problem: 'no-header' },
  'nul-bytes.csv': { problem: 'not-text' },
  'only-header.csv': { problem: 'empty' },
  'open-quote.csv': { titles: ['Verhuisd', 'Goed "zo"'], bad: [[2, 'quotes']] },
  'twice-a-header.csv': { titles: ['Oma overlijdt'], bad: [] },
  'utf16-excel.csv': { titles: ['Café bij de École'], bad: [] },
  'windows-1252.csv': { titles: ['“Café” – één keer, € 5'], bad: [] },
}

describe('hostile and sloppy files', () => {
  it('[CSV24] there is an outcome for every file of the folder', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(FILES).sort())
  })

  it.each(Object.entries(FILES))(
    '[CSV24] %s ends in what it says, in words of both languages',
    (name, outcome) => {
      const preview = read(readFileSync(new URL(name, FOLDER)))
      if ('problem' in outcome) {
        expect(preview).toMatchObject({ problem: outcome.problem, events: [], bad: [] })
      } else {
        expect(preview.problem).toBe(null)
        expect(preview.events.map(({ title }) => title)).toEqual(outcome.titles)
        expect(preview.bad.map(({ line, reason }) => [line, reason])).toEqual(outcome.bad)
      }
      for (const locale of LOCALES) {
        const { problem, reason } = MESSAGES[locale].boards.import
        if (preview.problem) expect(problem[preview.problem]).toMatch(/\w+ \w+.*\.$/)
        for (const bad of preview.bad) expect(reason[bad.reason]).toMatch(/\w+ \w+/)
      }
    },
  )

  it('[CSV24] a second column of the same name is kept as words, and a mere dash is a name', () => {
    const twice = read(readFileSync(new URL('twice-a-header.csv', FOLDER)))
    expect(twice.events[0]?.description).toBe('tekst: en opa was erbij')
    expect(read(readFileSync(new URL('formulas.csv', FOLDER))).events[0]?.names).toEqual(['@SUM(1)'])
  })

  it('[CSV24] a file of 100,000 lines is refused at once, and one of 20,000 is read within seconds', () => {
    const lines = (count: number) =>
      new TextEncoder().encode(`datum;tekst\n${'2014;Oma overlijdt\n'.repeat(count)}`)
    const before = performance.now()
    expect(read(lines(100_000))).toMatchObject({ problem: 'too-large', events: [] })
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(read(lines(19_999)).events).toHaveLength(19_999)
  })
})
