import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { happened, spanAt } from './hold'
import { labelOf } from './label'
import { caseOf, danglingIn, pictureOf, TODAY } from './case-kit'
import { endOfYear, genogramYears } from './years'

type Row = Record<string, unknown>

const born = (date: string | null) => ({ date, originalText: '' })
const FAMILY = caseOf({
  meta: { indexPerson: 'sanne' },
  people: [
    { id: 'fatiha', name: 'Fatiha', gender: 'female', birth: born('1980~') },
    { id: 'ruud', name: 'Ruud', gender: 'male', birth: born('1978-05-01'), death: born('2020') },
    { id: 'sanne', name: 'Sanne', gender: 'female', birth: born('2009-03-14') },
    { id: 'kim', name: 'Kim', birth: born('2005') },
    { id: 'juf', name: 'Juf Anja', circle: 'professional', organisation: 'school', illness: 'present' },
  ],
  organisations: [{ id: 'school', name: 'De Regenboog', kind: 'school' }],
  partnerships: [
    {
      id: 'p1',
      partners: ['fatiha', 'ruud'],
      phases: {
        b: { type: 'divorce', date: '2013', order: 'a1' },
        a: { type: 'marriage', date: '1998', order: 'a0' },
      },
    },
  ],
  parentages: [
    { id: 'c1', child: 'sanne', partnership: 'p1' },
    { id: 'c2', child: 'kim', partnership: 'p1', type: 'foster', date: '2010/2014' },
    { id: 'c3', child: 'sanne', parent: 'gone' },
    { id: 'c4', child: 'ruud', parent: 'ruud' },
  ],
  households: [
    { id: 'h1', name: 'Thuis', members: ['fatiha', 'gone', 'sanne'], date: '2013/..' },
    { id: 'h0', members: ['ruud', 'sanne'], date: '2009/2013' },
  ],
  relations: [
    {
      id: 'r1',
      from: 'sanne',
      to: 'fatiha',
      type: 'conflict',
      accordingTo: { person: 'sanne', principal: null },
    },
    { id: 'r2', from: 'sanne', to: 'ruud', type: 'close', date: '2009/2015' },
    { id: 'r3', from: 'sanne', to: 'gone' },
    { id: 'r4', from: 'sanne', to: 'juf', type: 'plain', date: '2018' },
  ],
  pins: [
    { id: 'x1', view: 'genogram', record: 'kim', x: 1, y: 1, createdAt: 5 },
    { id: 'x2', view: 'genogram', record: 'kim', x: 2, y: 2, createdAt: 4 },
    { id: 'x3', view: 'genogram', record: 'gone', x: 2, y: 2 },
  ],
  views: [{ id: 'genogram' }],
})

describe('the picture of a case', () => {
  it('[GC25] everybody is in it once, what leads nowhere is skipped, and all is in order of id', () => {
    const picture = pictureOf(FAMILY)
    expect(picture.input.people.map(({ id }) => id)).toEqual([
      'fatiha',
      'juf',
      'kim',
      'ruud',
      'sanne',
      'school',
    ])
    expect(picture.input.unions).toMatchObject([
      {
        id: 'p1',
        partners: ['fatiha', 'ruud'],
        children: [{ child: 'sanne' }, { child: 'kim', ended: true }],
      },
    ])
    expect(picture.relations.map(({ id, ended }) => [id, ended])).toEqual([
      ['r1', false],
      ['r2', true],
      ['r4', false],
    ])
    expect(picture.relations[0]?.accordingTo).toBe('volgens Sanne')
    expect(picture.households).toEqual([
      { id: 'h1', name: 'Thuis', members: ['fatiha', 'sanne'], order: 'a0' },
    ])
    expect(picture.input.pins).toEqual([{ id: 'kim', x: 1, y: 1 }])
    expect(picture.input.ego).toBe('sanne')
    expect(danglingIn(picture)).toEqual([])
    expect(picture.perhaps).toEqual([])
  })

  it('[GC48] what is for some eyes only has a lock, and moves nobody', () => {
    const reserved = { people: new Set(['kim', 'school']), relations: new Set(['r4']) }
    const [open, picture] = [pictureOf(FAMILY), pictureOf(FAMILY, { reserved })]
    expect(picture.relations.map(({ reserved }) => reserved)).toEqual([false, false, true])
    const signed = [...picture.people].flatMap(([id, one]) => (one.reserved ? [id] : []))
    expect(signed).toEqual(['kim', 'school'])
    expect([...open.people.values()].some((one) => one.reserved)).toBe(false)
    expect(picture.input).toEqual(open.input)
  })

  it('[GC26] ages and years are as sure as the dates are', () => {
    const { people } = pictureOf(FAMILY)
    const said = (id: string) => [people.get(id)?.age, people.get(id)?.years, people.get(id)?.deceased]
    expect(said('sanne')).toEqual(['17', '2009', false])
    expect(said('fatiha')).toEqual(['± 46', '± 1980', false])
    expect(said('kim')).toEqual(['± 21', '2005', false])
    expect(said('ruud')).toEqual(['± 42', '1978 – 2020', true])
    expect(said('juf')).toEqual(['', '', false])
    const old = caseOf({ people: [{ id: 'old', name: 'Old', birth: { date: '1701' } }] })
    const { age, years, deceased } = pictureOf(old).people.get('old')!
    expect([age, years, deceased]).toEqual(['', '1701', false])
    expect(people.get('sanne')?.index).toBe(true)
  })

  it('[GC27] a couple is what came last, in order of date; together again mends an ending', () => {
    expect(pictureOf(FAMILY).unions.get('p1')).toEqual({
      base: 'marriage',
      ending: 'divorce',
      reconciled: false,
      label: 'marriage 1998 · divorce 2013',
      moreChildren: null,
    })
    const phases = {
      ...FAMILY.partnerships[0]?.phases,
      c: { type: 'reconciled', date: '2015', originalText: '', order: 'a2' },
    }
    const mended = { ...FAMILY, partnerships: FAMILY.partnerships.map((one) => ({ ...one, phases })) }
    expect(pictureOf(mended).unions.get('p1')).toMatchObject({
      base: 'marriage',
      ending: 'divorce',
      reconciled: true,
    })
  })

  it('[GC28] marks are off by default, a hidden circle is left out, and who it is about never is', () => {
    expect(pictureOf(FAMILY).people.get('juf')?.marks).toEqual([])
    expect(pictureOf(FAMILY, { show: { marks: true } }).people.get('juf')?.marks).toEqual([
      { kind: 'illness', state: 'present' },
    ])
    const hidden = pictureOf(FAMILY, { show: { circles: new Set(['network']) } })
    expect(hidden.input.people.map(({ id }) => id)).toEqual(['sanne'])
    const noHelp = {
      ...FAMILY,
      views: FAMILY.views.map((view) => ({ ...view, hiddenCircles: ['professional'] })),
    }
    expect(pictureOf(noHelp).input.people.map(({ id }) => id)).toEqual(['fatiha', 'kim', 'ruud', 'sanne'])
  })

  it('[GC29] two partnerships of one couple are one couple, and a couple of whom one is gone is one parent', () => {
    const twice = caseOf({
      people: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      partnerships: [
        { id: 'p1', partners: ['a', 'b'], phases: { x: { type: 'marriage', date: '1998' } } },
        { id: 'p2', partners: ['a', 'b'], moreChildren: 'no' },
        { id: 'p3', partners: ['c', 'gone'] },
      ],
      parentages: [
        { id: 'k1', child: 'c', partnership: 'p2' },
        { id: 'k2', child: 'c', partnership: 'p1', type: 'foster' },
        { id: 'k3', child: 'd', partnership: 'p3', multiple: 'alone' },
      ],
    })
    const { input, unions } = pictureOf(twice)
    expect(input.unions).toMatchObject([
      { id: 'alone-c', partners: ['c'], children: [{ child: 'd', multiple: null }] },
      { id: 'p1', partners: ['a', 'b'], children: [{ child: 'c', type: 'biological' }] },
    ])
    expect(unions.get('p1')).toMatchObject({ base: 'marriage', moreChildren: 'no' })
  })

  it('[GC47] a secret around a line is there wherever the line is', () => {
    const all = caseOf({
      people: [{ id: 'a' }, { id: 'b' }],
      relations: [
        { id: 'r1', from: 'a', to: 'b', secret: true, date: '2009/..' },
        { id: 'r2', from: 'a', to: 'b', date: '2009/..' },
      ],
    })
    for (const at of [TODAY, endOfYear(2011)])
      expect(pictureOf(all, { at }).relations.map(({ secret }) => secret)).toEqual([true, false])
  })

  it('[GC45] whether a couple will have more children is said of today, and of a couple only', () => {
    const all = caseOf({
      people: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      partnerships: [
        { id: 'p1', partners: ['a', 'b'], moreChildren: 'perhaps' },
        { id: 'p2', partners: ['c', 'gone'], moreChildren: 'no' },
      ],
      parentages: [{ id: 'k1', child: 'd', partnership: 'p2' }],
    })
    const said = (unions: ReturnType<typeof pictureOf>['unions']) =>
      [...unions].map(([id, { moreChildren }]) => [id, moreChildren])
    expect(said(pictureOf(all).unions)).toEqual([
      ['alone-c', null],
      ['p1', 'perhaps'],
    ])
    const then = pictureOf(all, { at: endOfYear(2011) })
    expect(said(then.unions).flatMap(([, one]) => (one === null ? [] : [one]))).toEqual([])
  })

  it('[GC31] in an earlier year it is as it was then, and what is not certain is said to be so', () => {
    const at = (year: number) => pictureOf(FAMILY, { at: endOfYear(year) })
    const then = at(2011)
    expect(then.unions.get('p1')).toMatchObject({ base: 'marriage', ending: null })
    expect(then.people.get('ruud')).toMatchObject({ deceased: false, age: '33', years: '1978' })
    expect(then.people.get('sanne')?.age).toBe('2')
    expect(then.households.map(({ id }) => id)).toEqual(['h0'])
    expect(then.input.unions[0]?.children.find(({ child }) => child === 'kim')?.ended).toBe(false)
    expect(then.relations.map(({ id, ended }) => [id, ended])).toEqual([
      ['r1', false],
      ['r2', false],
    ])
    // Nobody knows when the quarrel began, or when the teacher was born.
    expect(then.perhaps).toEqual([
      { what: 'born', id: 'juf' },
      { what: 'relation', id: 'r1' },
    ])
    expect(at(2004).input.people.map(({ id }) => id)).toEqual(['fatiha', 'juf', 'ruud', 'school'])
    // Around 1980 can be 1979 as well: in that year she was perhaps born.
    expect(at(1979).perhaps).toContainEqual({ what: 'born', id: 'fatiha' })
    expect(at(2013).households.map(({ id }) => id)).toEqual(['h1'])
  })

  it('[GC32] a date tells of a day no more than it says', () => {
    const moment = (year: number, month = 12, day = 31) => ({ at: dayOf(year, month, day), today: TODAY })
    expect(
      ['2009', '2009~', '[..2009]', '[2009..]', '200X', 'no date', null].map((date) =>
        happened(date, moment(2009)),
      ),
    ).toEqual(['yes', 'perhaps', 'yes', 'perhaps', 'yes', 'perhaps', 'perhaps'])
    expect(['2009', '[..2009]', '2010'].map((date) => happened(date, moment(2007)))).toEqual([
      'no',
      'perhaps',
      'no',
    ])
    expect(happened('2009', moment(2009, 6, 1))).toBe('perhaps')
    const span = (date: string, year: number) => Object.values(spanAt(date, moment(year)))
    expect(span('2010/2014', 2012)).toEqual(['yes', 'no'])
    expect(span('2010/2014', 2014)).toEqual(['yes', 'yes'])
    expect(span('2010/..', 2024)).toEqual(['yes', 'no'])
    expect(span('2010/', 2024)).toEqual(['yes', 'perhaps'])
    expect(span('../2014', 2012)).toEqual(['perhaps', 'no'])
    expect(span('2010', 2024)).toEqual(['yes', 'no'])
  })

  it('[GC33] a slider runs from the first date of the family to this year, and knows where something changes', () => {
    expect(genogramYears(FAMILY, TODAY)).toEqual({
      first: 1978,
      last: 2026,
      marked: [1978, 1979, 1998, 2005, 2009, 2010, 2013, 2014, 2015, 2018, 2020],
    })
    expect(genogramYears(caseOf({}), TODAY)).toBeNull()
  })

  it('[GC34] the words under a symbol take no more than two lines for the name and 120 wide', () => {
    const label = labelOf({
      name: 'Wilhelmina Petronella van der Berg-Oosterhuizen',
      role: 'moeder',
      years: '1938 – 2012',
    })
    expect(label.lines.map(({ part }) => part)).toEqual(['name', 'name', 'role', 'years'])
    expect(label.w).toBeLessThanOrEqual(120)
    expect(label.h).toBe(18 + 18 + 15 + 14)
    expect(labelOf({ name: '', role: '', years: '' })).toEqual({ lines: [], w: 0, h: 0 })
  })

  it('[GC25] whatever is in a case, the picture is made, has everybody once, and has no line to nowhere', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone')
    const date = fc.constantFrom(null, '1998', '2013~', '2009/2014', '../2010', '[1990..2000]', 'nonsense')
    const arb = fc.record({
      people: fc.uniqueArray(
        fc.record({ id, birth: date.map(born), circle: fc.constantFrom('family', 'network', 'unknown') }),
        { selector: (one) => one.id },
      ),
      partnerships: fc.array(
        fc.record({
          partners: fc.uniqueArray(id, { maxLength: 2 }),
          phases: fc.dictionary(id, fc.record({ type: fc.constantFrom('marriage', 'divorce', 'x'), date })),
        }),
        { maxLength: 4 },
      ),
      parentages: fc.array(
        fc.record({
          child: id,
          parent: fc.option(id),
          partnership: fc.option(fc.constantFrom('n0', 'n1', 'n9')),
          date,
          type: fc.constantFrom('biological', 'foster'),
        }),
        { maxLength: 6 },
      ),
      relations: fc.array(fc.record({ from: id, to: id, date }), { maxLength: 4 }),
      households: fc.array(fc.record({ members: fc.uniqueArray(id), date }), { maxLength: 3 }),
      at: fc.integer({ min: 1980, max: 2026 }),
    })
    const numbered = (rows: Row[], kind: string) => rows.map((row, n) => ({ id: `${kind}${n}`, ...row }))
    fc.assert(
      fc.property(arb, ({ people, partnerships, parentages, relations, households, at }) => {
        const all = caseOf({
          people: [...people].sort((a, b) => (a.id < b.id ? -1 : 1)),
          partnerships: numbered(partnerships, 'n'),
          parentages: numbered(parentages, 'k'),
          relations: numbered(relations, 'r'),
          households: numbered(households, 'h'),
        })
        const picture = pictureOf(all, { at: endOfYear(at) })
        expect(danglingIn(picture)).toEqual([])
        const ids = picture.input.people.map(({ id: one }) => id && one)
        expect(new Set(ids).size).toBe(ids.length)
        expect(pictureOf(all).input.people).toHaveLength(people.length)
      }),
      { numRuns: 300 },
    )
  })
})
