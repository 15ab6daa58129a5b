import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './read'
import type { CsvEvent, CsvPreview } from './types'

const today = Date.UTC(2026, 10, 21) / 86_400_000
const read = (file: string | Uint8Array): CsvPreview =>
  readCsv(typeof file === 'string' ? new TextEncoder().encode(file) : file, { today })
const one = (file: string): CsvEvent => {
  const { events, bad, problem } = read(file)
  expect({ problem, bad, events: events.length }).toEqual({ problem: null, bad: [], events: 1 })
  return events[0]!
}

describe('the published case', () => {
  const preview = read(readFileSync(new URL('../../../tests/fixtures/denise.csv', import.meta.url)))

  it('[CSV1] denise.csv has 21 events, 4 of them undated, and no bad line', () => {
    expect(preview).toMatchObject({ problem: null, separator: ';', bad: [], undated: 4 })
    expect(preview.events).toHaveLength(21)
  })

  it('[CSV2] what professionals tell lies on their side, everything else with the family', () => {
    expect(preview.events.map((event) => event.side === 'professional')).toEqual(
      preview.events.map((event) => event.source === 'professional'),
    )
    expect(preview.events.filter((event) => event.side === 'professional')).toHaveLength(10)
  })

  it('[CSV3] dates in EDTF stay as they are; `?` and `..` are undated and kept as words', () => {
    expect(preview.events.slice(0, 8).map((event) => [event.date, event.originalText])).toEqual([
      ['2000~', ''],
      [null, '?'],
      [null, '..'],
      [null, '?'],
      ['2011~', ''],
      ['2012~', ''],
      ['2012~/2017-12', ''],
      [null, '?'],
    ])
  })

  it('[CSV4] several names in one cell are several names', () => {
    expect(preview.events[1]?.names).toEqual(['moeder', 'vader'])
  })

  it('[CSV5] a fact becomes a family event, whoever tells it', () => {
    expect(preview.events[6]).toMatchObject({
      kind: 'family',
      source: 'professional',
      side: 'professional',
    })
    expect(preview.events[0]).toMatchObject({ kind: 'family', source: 'family', side: 'family' })
  })
})

describe('columns and words', () => {
  it('[CSV6] a column that we do not know goes into the description as "Header: cell"', () => {
    const event = one('Tekst;Gemeente;Omschrijving\nVerhuizing;Zutphen;Naar een groter huis')
    expect(event.description).toBe('Naar een groter huis\nGemeente: Zutphen')
  })

  it('[CSV7] headers and words are read without regard for capitals and accents', () => {
    const event = one('DÁTUM;Soort;TEKST\n2015;Wat nodig was;Rust')
    expect(event).toMatchObject({ date: '2015', kind: 'need' })
  })

  it('[CSV8] people’s words for a date are understood and kept', () => {
    expect(one('datum;tekst\nzomer 2014;Vakantie')).toMatchObject({
      date: '2014-22',
      originalText: 'zomer 2014',
    })
    expect(one('when,what\nsummer 2014,Holiday')).toMatchObject({
      date: '2014-22',
      originalText: 'summer 2014',
    })
    expect(one('datum;tekst\nweten we niet;Ruzie')).toMatchObject({
      date: null,
      originalText: 'weten we niet',
    })
  })

  it('[CSV23] a date of two readings is a bad line', () => {
    expect(read('when,what\n3/4/2016,Talk').bad).toEqual([{ line: 2, reason: 'bad-date', value: '3/4/2016' }])
    expect(one('datum;tekst\n3-4-2016;Gesprek').date).toBe('2016-04-03')
  })

  it('[CSV9] the column for the side goes before the source', () => {
    expect(one('tekst;bron;kant\nGesprek;hulpverlening;gezin').side).toBe('family')
  })

  it('[CSV10] a cell is text, whatever its first character', () => {
    expect(one('tekst;wie\n=1+1;@piet').title).toBe('=1+1')
  })

  it('[CSV11] a text longer than a title is cut after a sentence or a word and kept whole', () => {
    const sentence = 'Er kwam iemand langs. '
    const event = one(`tekst\n${sentence.repeat(20).trim()}`)
    expect(event.title.length).toBeLessThanOrEqual(300)
    expect(event.title).toBe(sentence.repeat(13).trim())
    expect(event.description).toBe(sentence.repeat(20).trim())
    expect(one(`tekst\n${'woord '.repeat(80)}`).title).toMatch(/^(woord )+woord…$/)
    expect(one(`tekst\n${'😀'.repeat(200)}`).title).toBe(`${'😀'.repeat(149)}…`)
  })

  it('[CSV12] the separator is the one that makes most of the header known', () => {
    expect(read('datum\ttekst\n2015\tEen; twee, drie').separator).toBe('\t')
    expect(read('datum,tekst\n2015,Een; twee').separator).toBe(',')
    expect(read('titel;a;b,wat,wie\nx,Een,Anna').events[0]).toMatchObject({ title: 'Een', names: ['Anna'] })
    expect(one('sep=,\ntekst\nEen; twee').title).toBe('Een; twee')
    expect(read('sep=,\ntekst,wie\nEen,Anna').events[0]).toMatchObject({ line: 3, names: ['Anna'] })
  })
})

describe('what cannot be read', () => {
  it('[CSV13] a bad line is reported with its own number and reason, and the others are read', () => {
    const file = [
      'datum;soort;bron;aard;helpend;kant;tekst',
      '2015;besluit;gezin;feit;ja;gezin;Goed',
      '20-20-20;feit;;;;;Geen datum',
      '',
      '2015;sprong;;;;;Geen soort',
      '2015;feit;de krant;;;;Geen bron',
      '2015;feit;;gerucht;;;Geen aard',
      '2015;feit;;;misschien;;Geen helpend',
      '2015;feit;;;;links;Geen kant',
      '2015;feit;;;;;',
      '2015;feit;;;;;Te veel;cellen',
      '2015;feit;;;;;"Twee',
      'regels"',
      '20x5;feit;;;;;Na een cel van twee regels',
      '2016;;;;;;Goed',
    ].join('\r\n')
    const { events, bad } = read(file)
    expect(events.map((event) => [event.line, event.title])).toEqual([
      [2, 'Goed'],
      [12, 'Twee'],
      [15, 'Goed'],
    ])
    expect(bad).toEqual([
      { line: 3, reason: 'bad-date', value: '20-20-20' },
      { line: 5, reason: 'unknown-kind', value: 'sprong' },
      { line: 6, reason: 'unknown-source', value: 'de krant' },
      { line: 7, reason: 'unknown-nature', value: 'gerucht' },
      { line: 8, reason: 'unknown-helpful', value: 'misschien' },
      { line: 9, reason: 'unknown-side', value: 'links' },
      { line: 10, reason: 'no-text', value: '2015;feit;;;;;' },
      { line: 11, reason: 'columns', value: '2015;feit;;;;;Te veel;cellen' },
      { line: 14, reason: 'bad-date', value: '20x5' },
    ])
  })

  it('[CSV14] a quote that is not closed as it should be spoils its own line only', () => {
    const { events, bad } = read('tekst;wie\nEen;A\n"Twee;B\nDrie;C\n"Vier" vijf;D\nZes;"E"')
    expect(bad).toEqual([
      { line: 3, reason: 'quotes', value: '"Twee;B' },
      { line: 5, reason: 'quotes', value: '"Vier" vijf;D' },
    ])
    expect(events.map((event) => [event.line, event.title, event.names])).toEqual([
      [2, 'Een', ['A']],
      [4, 'Drie', ['C']],
      [6, 'Zes', ['E']],
    ])
  })

  it('[CSV15] cells that are missing at the end are empty', () => {
    expect(one('tekst;datum;wie\nZonder meer')).toMatchObject({ title: 'Zonder meer', date: null, names: [] })
  })

  it('[CSV16] nothing is thrown and no line is told twice, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .string({ unit: 'binary', maxLength: 200 })
        .map((text) => new TextEncoder().encode(`tekst;datum\n${text}`)),
      fc
        .array(fc.constantFrom('"', ';', '\n', 'a', ' ', '""', '\r'), { maxLength: 40 })
        .map((parts) => new TextEncoder().encode(`tekst;datum\n${parts.join('')}`)),
    )
    fc.assert(
      fc.property(bytes, (file) => {
        const { problem, events, bad, undated } = read(file)
        expect(undated).toBe(events.filter((event) => event.date === null).length)
        if (problem) expect([...events, ...bad]).toEqual([])
        const lines = [...events, ...bad].map((line) => line.line)
        expect(new Set(lines).size).toBe(lines.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('lines', () => {
  it('[CSV22] every line with content is an event or a bad line', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '5', ';', '?', ' ', '='), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { events, bad } = read(['tekst;datum', ...lines].join('\n'))
        const told = [...events, ...bad].map((one) => one.line).sort((a, b) => a - b)
        expect(told).toEqual(lines.flatMap((text, i) => (/[^; ]/.test(text) ? [i + 2] : [])))
      }),
    )
  })
})

describe('files as they come', () => {
  const utf16 = (text: string, big: boolean) => {
    const bytes = new Uint8Array(2 + text.length * 2)
    const view = new DataView(bytes.buffer)
    view.setUint16(0, 0xfeff, !big)
    for (let i = 0; i < text.length; i += 1) view.setUint16(2 + i * 2, text.charCodeAt(i), !big)
    return bytes
  }
  const text = 'tekst;wie\nCafé “Zus” €5;Zoë'
  const cafe = { problem: null, bad: [], events: [{ title: 'Café “Zus” €5', names: ['Zoë'] }] }
  const windows = Uint8Array.from(
    Array.from(text, (char) => ({ '“': 0x93, '”': 0x94, '€': 0x80 })[char] ?? char.charCodeAt(0)),
  )

  it.each<[string, string | Uint8Array, object]>([
    ['UTF-8 with a byte order mark', `\uFEFF${text}`, cafe],
    ['UTF-16, little end first', utf16(text, false), cafe],
    ['UTF-16, big end first', utf16(text, true), cafe],
    ['windows-1252', windows, cafe],
    ['only carriage returns', 'tekst;wie\rEen;A\rTwee;B', { bad: [], events: [{ line: 2 }, { line: 3 }] }],
    ['nothing', '', { problem: 'empty' }],
    ['blank lines', ' \n\n', { problem: 'empty' }],
    ['a header and nothing below', 'datum;tekst\n;;\n', { problem: 'empty' }],
    ['no header', '2015;Een\n2016;Twee', { problem: 'no-header' }],
    ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 7), { problem: 'not-text' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0), { problem: 'not-text' }],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1).fill(97), { problem: 'too-large' }],
    ['more than 20,000 lines', `tekst\n${'a\n'.repeat(20_000)}`, { problem: 'too-large' }],
    ['a cell of more than 20,000', `tekst\n${'a '.repeat(10_001)}b`, { bad: [{ reason: 'too-long' }] }],
    ['a name of more than 200', `tekst;wie\nEen;${'a'.repeat(201)}`, { bad: [{ reason: 'too-long' }] }],
    ['nothing but quotes', `tekst\n${'"a" b\n'.repeat(40)}`, { events: [] }],
    ['a header twice', 'tekst;tekst\nEen;Twee', { events: [{ title: 'Een', description: 'tekst: Twee' }] }],
    ['a column without a name', 'tekst;\nEen;Twee', { events: [{ title: 'Een', description: 'Twee' }] }],
    ['"__proto__" as a word', 'tekst;soort\nEen;__proto__', { bad: [{ reason: 'unknown-kind' }] }],
  ])('[CSV17] has a clear outcome: %s', (_name, file, outcome) => {
    expect(read(file)).toMatchObject(outcome)
  })
})

describe('every shape of file', () => {
  const headers = {
    date: ['datum', 'When'],
    kind: ['Soort', 'kind'],
    source: ['bron', 'source'],
    who: ['Wie', 'who'],
    nature: ['aard', 'Nature'],
    helpful: ['helpend', 'helpful'],
    text: ['titel', 'WHAT'],
    description: ['omschrijving', 'description'],
    side: ['kant', 'side'],
  }
  type Name = keyof typeof headers
  const names = Object.keys(headers) as Name[]
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'é', ';', ',', '\t', '"', '\n', ' ', '=', '😀'), maxLength: 12 })
    .map((value) => value.trim())
  const title = cell.map((value) => `x${value.replaceAll('\n', ' ')}`)
  const name = fc.constantFrom('Anna', 'oma Zoë', 'J. "Jo" Vis')
  /** The words of the two languages and what they mean. */
  const row = fc.record({
    date: fc.constantFrom(['2015~', '2015~'], ['', null], ['[2016-03..2016-06]', '[2016-03..2016-06]']),
    kind: fc.constantFrom(
      ['besluit', 'decision'],
      ['behoefte', 'need'],
      ['Rotonde', 'roundabout'],
      ['gap', 'gap'],
    ),
    source: fc.constantFrom(['gezin', 'family'], ['hulpverlening', 'professional'], ['', null]),
    who: fc.uniqueArray(name, { maxLength: 3 }).map((all) => [all.join(', '), all]),
    nature: fc.constantFrom(['emotie', 'feeling'], ['opinion', 'opinion'], ['', null]),
    helpful: fc.constantFrom(['beide', 'both'], ['no', 'no'], ['', null]),
    text: title.map((value) => [value, value]),
    description: cell.map((value) => [value, value]),
    side: fc.constantFrom(['professionals', 'professional'], ['family', 'family']),
  })
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`

  it('[CSV18] separator, language of the headers and order of the columns change nothing', () => {
    const shape = fc.record({
      separator: fc.constantFrom(';' as const, ',' as const, '\t' as const),
      language: fc.constantFrom(0, 1),
      order: fc.shuffledSubarray(names, { minLength: names.length }),
      newline: fc.constantFrom('\n', '\r\n'),
      rows: fc.array(row, { minLength: 1, maxLength: 8 }),
    })
    fc.assert(
      fc.property(shape, ({ separator, language, order, newline, rows }) => {
        const lines = [
          order.map((column) => headers[column][language]).join(separator),
          ...rows.map((one) => order.map((column) => quoted(String(one[column][0]))).join(separator)),
        ]
        const preview = read(lines.join(newline))
        expect(preview).toMatchObject({ problem: null, separator, bad: [] })
        expect(
          preview.events.map((event) => ({
            date: event.date,
            kind: event.kind,
            source: event.source,
            who: event.names,
            nature: event.nature,
            helpful: event.helpful,
            text: event.title,
            description: event.description,
            side: event.side,
          })),
        ).toEqual(rows.map((one) => Object.fromEntries(names.map((column) => [column, one[column][1]]))))
      }),
      { numRuns: 200 },
    )
  })
})
