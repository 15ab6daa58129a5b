import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromAnsel } from './ansel'
import { looksLikeGedcom } from './decode'
import { bigTree, readBytes, readText, tree } from './test-kit'
import type { GedcomFile } from './types'

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/gedcom/${name}.ged`))
const names = (file: GedcomFile) => file.records.people.map(({ name }) => name)
const told = (file: GedcomFile) => file.warnings.map(({ line, code }) => `${line} ${code}`)
const birth = (date: string) => tree(`0 @I1@ INDI\n1 NAME Bo\n1 BIRT\n2 DATE ${date}`)

describe('bytes and lines', () => {
  it.each([
    ['utf8-bom-crlf', 'UTF-8', []],
    ['cr-only', 'UTF-8', []],
    ['utf16-le', 'UTF-16', []],
    ['utf16-be', 'UTF-16', []],
    ['utf16-no-mark', 'UTF-16', []],
    ['ansel', 'ANSEL', []],
    ['latin1', 'windows-1252', []],
    ['says-ansel-is-utf8', 'UTF-8', ['1 encoding']],
  ])('[GED2] %s is the same family, and a header that says otherwise is told', (name, encoding, warnings) => {
    const file = readBytes(fixture(name))
    expect(file).toMatchObject({ problem: null, version: '5.5.1', encoding, leftOut: [] })
    expect(names(file)).toEqual(['Zoë Müller', 'José Nuñez', 'Åse Nuñez'])
    expect(file.records.partnerships).toHaveLength(1)
    expect(file.records.parentages).toMatchObject([{ child: 'I3', partnership: 'F1', type: 'biological' }])
    expect(told(file)).toEqual(warnings)
    expect(looksLikeGedcom(fixture(name))).toBe(true)
  })

  it('[GED2] ANSEL puts marks before their letter, and a byte without a meaning is not hidden', () => {
    expect(fromAnsel(Uint8Array.of(0xe8, 0x6f, 0xa1, 0x20, 0xf0, 0xe2, 0x63, 0xcf, 0xff))).toBe('öŁ ḉß\uFFFD')
  })

  it('[GED3] names of records may be words with blanks, and lines may be indented', () => {
    const file = readBytes(fixture('readable-ids'))
    expect(names(file)).toEqual(['Opa Jansen', 'Riet Jansen'])
    expect(file.records.parentages).toMatchObject([{ child: 'I2', parent: 'I1' }])
    expect([file.warnings, file.leftOut]).toEqual([[], []])
  })

  it('[GED4] a level that jumps belongs to the line above it, and a line that is no GEDCOM is told with its number', () => {
    const file = readBytes(fixture('broken-lines'))
    expect(file.records.people).toMatchObject([
      { name: 'Kees de Boer (Keesje)', role: 'boer en molenaar', birth: { date: '1950' } },
    ])
    expect(told(file)).toEqual(['7 level', '9 no-gedcom', '10 no-gedcom', '12 level', '13 no-gedcom'])
  })

  it.each([
    ['empty', 'empty'],
    ['only-head', 'empty'],
    ['not-a-tree', 'not-gedcom'],
    ['rubbish', 'not-text'],
  ])('[GED5] %s is refused in a word', (name, problem) => {
    expect(readBytes(fixture(name))).toMatchObject({ problem, records: { people: [], events: [] } })
  })

  it('[GED5] a file of more than 6 MB or 200,000 lines is refused, and one without a head is read', () => {
    expect(readBytes(new Uint8Array(6 * 1024 * 1024 + 1)).problem).toBe('too-large')
    expect(readText(`0 HEAD\n${'1 NOTE x\n'.repeat(200_001)}`).problem).toBe('too-large')
    expect(told(readBytes(fixture('no-head')))).toEqual(['1 no-head'])
  })
})

describe('dates', () => {
  it.each([
    ['7 MAR 1950', '1950-03-07', ''],
    ['mar 1950', '1950-03', ''],
    ['1950', '1950', ''],
    ['ABT 1950', '1950~', ''],
    ['CAL MAR 1950', '1950-03~', ''],
    ['EST 7 MAR 1950', '1950-03-07~', ''],
    ['BEF 1950', '[..1950]', ''],
    ['AFT 7 MAR 1950', '[1950-03-07..]', ''],
    ['BET 1950 AND MAR 1960', '[1950..1960-03]', ''],
    ['FROM 1950 TO 1960', '1950/1960', ''],
    ['FROM 1950', '1950/', ''],
    ['TO 1960', '/1960', ''],
    ['INT 1950 (zij was toen tien)', '1950', 'zij was toen tien'],
    ['(in de oorlog)', null, 'in de oorlog'],
    ['@#DGREGORIAN@ 7 MAR 1950', '1950-03-07', ''],
    ['44 B.C.', '-0043', ''],
    ['11 FEB 1731/32', '[1731..1732]', '11 FEB 1731/32'],
    ['3 mei 1950', '1950-05-03', '3 mei 1950'],
  ])('[GED6] %s is %s', (written, edtf, originalText) => {
    const file = birth(written)
    expect(file.records.people[0]?.birth).toEqual({ date: edtf, originalText })
    expect(file.warnings).toEqual([])
  })

  it.each([
    ['@#DJULIAN@ 25 FEB 1690', 'JULIAN 25 FEB 1690', 'calendar'],
    ['30 FEB 1950', '30 FEB 1950', 'date-words'],
    ['3/4/1950', '3/4/1950', 'date-words'],
    ['85', '85', 'date-words'],
    ['BET 1960 AND 1950', 'BET 1960 AND 1950', 'date-words'],
    ['toen de oorlog ophield', 'toen de oorlog ophield', 'date-words'],
  ])('[GED7] %s stays words without a date, and is told', (written, originalText, code) => {
    const file = birth(written)
    expect(file.records.people[0]?.birth).toEqual({ date: null, originalText })
    expect(told(file)).toEqual([`8 ${code}`])
  })

  it('[GED8] a phrase is kept as words, and an event without a date, a place or Y is not made to have happened', () => {
    const file = tree(
      '0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE\n1 DEAT\n0 @I2@ INDI\n1 NAME B\n1 DEAT Y\n1 BIRT\n2 DATE\n3 PHRASE rond de oogst',
      '7.0',
    )
    expect(file.records.people).toMatchObject([
      { birth: { date: null, originalText: '' }, death: null },
      { birth: { date: null, originalText: 'rond de oogst' }, death: { date: null, originalText: '' } },
    ])
    expect([told(file), file.leftOut]).toEqual([['9 not-asserted'], []])
  })
})

describe('people and families', () => {
  it('[GED9] names, gender, work, home, phases, adoption and foster care of 7.0 are read', () => {
    const { people, partnerships, parentages } = readBytes(fixture('seven')).records
    expect(people).toMatchObject([
      { name: 'Dr. Anna Visser (Ans)', gender: 'nonbinary' },
      { name: 'Bram', gender: 'male', role: 'timmerman', place: 'Zwolle' },
      { name: 'Cis' },
      { name: 'Dik' },
    ])
    expect(Object.values(partnerships[0]?.phases ?? {})).toMatchObject([
      { type: 'marriage', date: '[1990..1992]' },
      { type: 'separation', date: '[2005..]' },
      { type: 'registered', date: '2008' },
    ])
    expect(parentages).toMatchObject([
      { child: 'I3', partnership: 'F1', type: 'adopted', date: '2003-05-04' },
      { child: 'I4', partnership: 'F1', type: 'foster', date: null },
      { child: 'I4', partnership: 'F2', type: 'unknown' },
    ])
  })

  it('[GED10] children of one parent, and a child whom one of both partners adopted, are nobody else’s', () => {
    const file = readBytes(fixture('foster-and-one-parent'))
    expect(file.records.partnerships).toMatchObject([{ id: 'F3', partners: ['I2', 'I1'] }])
    expect(file.records.parentages).toMatchObject([
      { child: 'I3', parent: 'I1', type: 'biological' },
      { child: 'I3', parent: 'I2', type: 'foster' },
      { child: 'I3', parent: 'I2', type: 'adopted', date: '1999' },
    ])
    expect(told(file)).toEqual(['11 one-sided', '26 adopted-by-one'])
  })

  it('[GED11] self-marriage, two husbands, families without partners, cycles, lost pointers and doubles end in a warning', () => {
    const file = readBytes(fixture('hard-families'))
    const { people, partnerships, parentages } = file.records
    expect(people).toHaveLength(8)
    expect(partnerships).toMatchObject([
      { id: 'F2', partners: ['I2', 'I3'] },
      { id: 'F3', partners: [] },
      { id: 'F8', partners: ['I2', 'I3'] },
    ])
    expect(parentages.map(({ child, partnership, parent }) => `${child} ${partnership ?? parent}`)).toEqual([
      'I1 F3',
      'I3 F3',
      'I5 I4',
      'I4 I5',
    ])
    expect(told(file)).toEqual([
      '9 not-asserted',
      '21 cycle',
      '31 own-parent',
      '32 duplicate-xref',
      '36 dangling',
      '38 lone-partner',
      '40 self-marriage',
      '41 not-asserted',
      '46 no-partners',
      '49 empty-family',
      '58 own-parent',
      '59 many-partners',
      '62 dangling',
      '63 lone-partner',
    ])
  })

  it('[GED12] roles become plain lines with the role as note, a friend a close one; who is not in the file is told', () => {
    const file = readBytes(fixture('seven'))
    expect(file.records.relations).toMatchObject([
      { from: 'I1', to: 'I2', type: 'close', note: '' },
      { from: 'I1', to: 'I2', type: 'plain', note: 'buurman van vroeger' },
    ])
    expect(file.warnings).toContainEqual({
      line: 24,
      code: 'not-in-file',
      value: 'de meester van de dorpsschool OTHER',
    })
  })

  it('[GED13] events with a date become moments of those concerned, with place and notes; others are left out', () => {
    const file = tree(
      '0 @I1@ INDI\n1 NAME A\n1 EVEN reis\n2 TYPE Grote reis\n2 DATE FROM 1990 TO 1991\n2 PLAC Lissabon\n2 NOTE Met de trein.\n1 RESI\n2 DATE 2001\n2 PLAC Deventer\n1 FACT lang haar\n2 TYPE Uiterlijk',
    )
    expect(file.records.events).toMatchObject([
      {
        title: 'Grote reis',
        description: 'reis\nLissabon\nMet de trein.',
        date: '1990/1991',
        people: ['I1'],
      },
      { title: 'resi: Deventer', date: '2001' },
    ])
    expect(file.leftOut).toMatchObject([{ tag: 'FACT', count: 1 }])
  })
})

describe('what is left out', () => {
  it('[GED14] every tag that has no place in a case is counted, with the first lines; confidential is told', () => {
    const file = readBytes(fixture('seven'))
    expect(file.leftOut.map(({ tag, count }) => `${tag} ${count}`)).toEqual([
      'ASSO.PHRASE 1',
      'ASSO.ROLE 1',
      'FAMC.PEDI.PHRASE 1',
      'NO 1',
      'NOTE 1',
      'SOUR 1',
      '_SHOE 1',
    ])
    expect(told(file)).toContain('13 restricted')
  })

  it('[GED14] whatever strange tags stand under people and families, each is counted', () => {
    const tag = fc.constantFrom('ZAAA', 'ZBBB', '_ZC')
    const row = fc.tuple(tag, fc.constantFrom('0 @P@ INDI', '0 @Q@ FAM', 'BIRT'))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const lines = rows.map(([name, under]) =>
          under === 'BIRT' ? `0 INDI\n1 BIRT\n2 DATE 1950\n2 ${name} x` : `${under}\n1 ${name} x\n2 MORE y`,
        )
        const { leftOut } = tree(['0 @A@ INDI', ...lines].join('\n'))
        const count = (all: string[], one: string) => all.filter((other) => other === one).length
        const expected = rows.map(([name, under]) => (under === 'BIRT' ? `BIRT.${name}` : name))
        for (const entry of leftOut) expect(entry.count).toBe(count(expected, entry.tag))
        expect(new Set(leftOut.map((entry) => entry.tag))).toEqual(new Set(expected))
      }),
    )
  })

  it('[GED15] a tag of ours means something only where the header says so, by whatever letters', () => {
    const body = '0 @I1@ INDI\n1 NAME A\n1 _KIND pet\n1 _X pet'
    expect(tree(body)).toMatchObject({
      records: { people: [{ kind: 'person' }] },
      leftOut: [{ tag: '_KIND' }, { tag: '_X' }],
    })
    const declared = readText(`0 HEAD\n1 SCHMA\n2 TAG _X urn:rotonde:gedcom:KIND\n${body}\n0 TRLR\n`)
    expect(declared).toMatchObject({ records: { people: [{ kind: 'pet' }] }, leftOut: [{ tag: '_KIND' }] })
  })

  it('[GED15] a date that another program changed goes before the EDTF that it left standing', () => {
    const file = readText(
      '0 HEAD\n1 SCHMA\n2 TAG _EDTF urn:rotonde:gedcom:EDTF\n0 @I1@ INDI\n1 BIRT\n2 DATE 1951\n3 _EDTF 1950?\n0 TRLR\n',
    )
    expect(file.records.people[0]?.birth?.date).toBe('1951')
    expect(told(file)).toEqual(['6 own-date'])
  })
})

describe('hostile files', () => {
  const word = fc.constantFrom(
    ...'INDI FAM HUSB WIFE CHIL FAMC FAMS NAME BIRT DATE PEDI ADOP ASSO ROLE CONC CONT EVEN TYPE RESN HEAD TRLR MARR DEAT'.split(
      ' ',
    ),
  )
  const value = fc.constantFrom('', 'Y', '@A@', '@B@', '@VOID@', 'ABT 1950', '@@x', '@', '@#DX@ 1', '\u2028')
  const line = fc
    .record({ level: fc.nat(4), xref: fc.constantFrom('', '@A@ ', '@B@ ', '@ A @ '), word, value })
    .map(({ level, xref, word: tag, value: text }) => `${level} ${xref}${tag} ${text}`)

  it('[GED16] nothing is thrown, whatever the bytes and whatever the lines', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readBytes(bytes)))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const file = readText(`0 HEAD\n${lines.join('\n')}`)
        const ids = new Set(file.records.people.map(({ id }) => id))
        for (const { child, parent } of file.records.parentages)
          expect([ids.has(child), parent === undefined || ids.has(parent ?? '')]).toEqual([true, true])
        for (const { partners = [] } of file.records.partnerships)
          expect(partners.length <= 2 && partners.every((id) => ids.has(id))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it(
    '[GED17] 100,000 lines, 99 levels, and a line of 20,000 ancestors are read within seconds',
    { timeout: 60_000 },
    () => {
      const big = bigTree(13_000)
      expect(big.split('\n').length).toBeGreaterThan(100_000)
      expect(readText(big).records.people).toHaveLength(13_000)
      const deep = Array.from({ length: 99 }, (_, i) => `${i + 1} NOTE ${i}`).join('\n')
      expect(tree(`0 @I1@ INDI\n${deep}`).leftOut).toMatchObject([{ tag: 'NOTE', count: 1 }])
      const chain = Array.from(
        { length: 20_000 },
        (_, i) => `0 @I${i}@ INDI\n1 FAMC @F${i}@\n0 @F${i}@ FAM\n1 HUSB @I${i + 1}@`,
      )
      expect(tree([...chain, '0 @I20000@ INDI'].join('\n')).records.parentages).toHaveLength(20_000)
      const crowd = Array.from({ length: 30_000 }, (_, i) => `0 @I${i}@ INDI\n1 FAMS @F@`)
      expect(tree([...crowd, '0 @F@ FAM', ...crowd.map((_, i) => `1 CHIL @I${i}@`)].join('\n')).problem).toBe(
        null,
      )
    },
  )
})
