import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventAnchor } from '@/lib/case/schema'
import { ageAt } from './age'
import { anchoredDate } from './anchored'
import { boundsOf, dayOf } from './bounds'
import { parseEdtf } from './edtf'
import { sayAnchored } from './say-anchored'
import { spanOf } from './span'

const today = dayOf(2025, 11, 21)
const anchor = (fields: Partial<EventAnchor>): EventAnchor => ({
  kind: 'event',
  id: 'x',
  relation: 'at',
  age: null,
  span: null,
  ...fields,
})
const atAge = (age: number, birth: string | null, fields: Partial<EventAnchor> = {}) =>
  anchoredDate(anchor({ kind: 'person', age, ...fields }), birth)
const by = (fields: Partial<EventAnchor>, date: string) => anchoredDate(anchor(fields), date)

const TARGETS = [
  '2014-03-05',
  '2012-02-29',
  '2014-03',
  '2014-12~',
  '2014',
  '2014~',
  '2014?',
  '2014-22',
  '2015-24',
  '201X',
  '2014-XX-XX',
  '2014-03-XX',
  '[2013,2014]',
  '[2013-05..2014~]',
  '[..2014]',
  '[2014..]',
  '2013/2015-06',
  '2013~/..',
  '../2015',
  '2015/',
  '19XX',
  '1950S2',
]
const target = fc.constantFrom(...TARGETS)
const about = fc.constantFrom(true, undefined)
const relation = fc.constantFrom('at' as const, 'before' as const, 'after' as const)

describe('anchoredDate', () => {
  it.each([
    ['2005-03-12', '[2016-03-12..2017-03-11]'],
    ['2004-02-29', '[2015-03-01..2016-02-28]'],
    ['2005-03', '[2016-03..2017-03]'],
    ['2004-22', '[2015-22..2016-22]'],
    ['2005', '[2016,2017]'],
    ['2005~', '[2016~,2017~]'],
    ['2005?', '[2016?,2017?]'],
    ['200X', '[2011..2021]'],
    ['2005-XX', '[2016,2017]'],
    ['[2004,2005]', '[2015..2017]'],
    ['[..2005]', '[..2017]'],
    [null, null],
    ['toen', null],
  ])('[DT80] who was born %s was 11 in %s', (birth, date) => {
    expect(atAge(11, birth)).toBe(date)
  })

  it('[DT80] every day at which somebody is that old lies within, and no day more of an exact birth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 90 }), (born, age) => {
        const birth = new Date(born * 86_400_000).toISOString().slice(0, 10)
        const bounds = boundsOf(atAge(age, birth) ?? '', today)
        if (!bounds) throw new Error(birth)
        const ages = [bounds.startDay - 1, bounds.startDay, bounds.endDay - 1, bounds.endDay]
        expect(ages.map((day) => ageAt(birth, day))).toEqual([age === 0 ? null : age - 1, age, age, age + 1])
      }),
    )
  })

  it('[DT81] before and after are open on that side, and no finer than a month', () => {
    expect(atAge(10, '2005-03-12', { relation: 'before' })).toBe('[..2015-03]')
    expect(atAge(18, '2005~', { relation: 'after' })).toBe('[2023~..]')
    expect(by({ relation: 'after' }, '2014-03-05')).toBe('[2014-03..]')
    expect(by({ relation: 'before' }, '2013/2015-06')).toBe('[..2013]')
    expect(by({ relation: 'after' }, '2013/2015-06')).toBe('[2015-06..]')
    // Of one moment that lies somewhere, both ends stay possible.
    expect(by({ relation: 'after' }, '[2013,2014]')).toBe('[2013..]')
  })

  it('[DT81] nothing follows from a side that is itself open', () => {
    expect(by({ relation: 'after' }, '2015/..')).toBeNull()
    expect(by({ relation: 'before' }, '[2014..]')).toBeNull()
    expect(by({ relation: 'before', span: { count: 2, unit: 'year' } }, '../2015')).toBeNull()
  })

  it('[DT82] what is counted from an event is an estimate in the coarser unit; only days are exact', () => {
    const after = (count: number, unit: 'day' | 'week' | 'month' | 'year', date: string) =>
      by({ relation: 'after', span: { count, unit } }, date)
    expect(after(2, 'year', '2014-03-05')).toBe('2016~')
    expect(after(10, 'month', '2014-03-05')).toBe('2015-01~')
    expect(after(10, 'month', '2014')).toBe('[2014~,2015~]')
    expect(after(3, 'week', '2014-03-05')).toBe('[2014-03-23..2014-03-29]')
    expect(after(2, 'day', '2014-03-05')).toBe('2014-03-07')
    expect(after(1, 'year', '2014-22')).toBe('2015~')
    expect(after(1, 'year', '2014?')).toBe('2015%')
    expect(after(1_000, 'year', '9500')).toBeNull()
  })

  it('[DT83] what is derived can be drawn, and is never surer than what it hangs on', () => {
    const span = fc.option(
      fc.record({
        count: fc.constantFrom(0.5, 1, 10, 100),
        unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
      }),
    )
    const kind = fc.constantFrom('person' as const, 'event' as const)
    const age = fc.option(fc.integer({ min: 0, max: 130 }))
    let compared = 0
    fc.assert(
      fc.property(fc.record({ kind, relation, about, span, age }), target, (fields, date) => {
        const found = by(fields, date)
        if (found === null) return
        const [from, to] = [boundsOf(date, today), boundsOf(found, today)]
        if (!from || !to) throw new Error(`${date} gives ${found}`)
        // Only one end of a period is counted from; what is open is drawn one unit further than its one end.
        if (from.kind === 'period' || to.openStart || to.openEnd) return
        compared++
        expect([found, to.endDay - to.startDay >= widthOf(date)]).toEqual([found, true])
        if (date.includes('~')) expect(found).toMatch(/[~%]/)
      }),
      { numRuns: 4_000 },
    )
    expect(compared).toBeGreaterThan(500)
  })
})

/** How many days a date covers without padding and open sides; 0 for what is open. */
function widthOf(edtf: string): number {
  const date = parseEdtf(edtf)
  const span = date?.type === 'date' ? spanOf(date) : null
  return span ? span.endDay - span.startDay : 0
}

describe('sayAnchored', () => {
  const said = (originalText: string, date: string | null, fields: Partial<EventAnchor>) =>
    sayAnchored({ originalText, date, anchor: anchor(fields) }, 'nl')

  it('[DT84] says the words that were used and what follows from them', () => {
    const age = { kind: 'person', age: 11 } as const
    expect(said('toen ze 11 was', '[2016-03-12..2017-03-11]', age)).toBe('toen ze 11 was (2016 of 2017)')
    expect(said('toen ze 11 was', '[2016-01-01..2016-12-31]', age)).toBe('toen ze 11 was (2016)')
    expect(said('toen ze 11 was', '[2016~,2017~]', age)).toBe('toen ze 11 was (± 2016 of ± 2017)')
    expect(said('voor haar 10e', '[..2015-03]', { ...age, relation: 'before' })).toBe(
      'voor haar 10e (voor mrt 2015)',
    )
    expect(said('na de scheiding', '[2012..]', { relation: 'after' })).toBe('na de scheiding (na 2012)')
    expect(said('', '[2012..]', { relation: 'after' })).toBe('na 2012')
    expect(said('na de scheiding', null, { relation: 'after' })).toBe('na de scheiding')
  })
})
