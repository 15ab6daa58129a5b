import oracle from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dateOfDay, dayOf } from './bounds'
import { SPECIFICATION } from './edtf.cases'
import type { Day } from './types'
import { edtfOfDay } from './units'

const today = dayOf(2025, 11, 21)

const isoDay = (ms: number) =>
  new Date(ms)
    .toISOString()
    .replace(/^([+-])00/, '$1')
    .slice(0, -14)

/** First and last day, both included, as text. */
const drawn = (edtf: string) => {
  const bounds = boundsOf(edtf, today)
  return bounds && [edtfOfDay(bounds.startDay), edtfOfDay(bounds.endDay - 1)]
}

describe('days', () => {
  it('[DT30] days count from 1970 in UTC, and back', () => {
    expect([dayOf(1970, 1, 1), dayOf(2016, 1, 1), dayOf(2017, 1, 1)]).toEqual([0, 16_801, 17_167])
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (day: Day) => {
        const date = dateOfDay(day)
        expect(dayOf(date.year, date.month, date.day)).toBe(day)
        const js = new Date(day * 86_400_000)
        expect(date).toEqual({ year: js.getUTCFullYear(), month: js.getUTCMonth() + 1, day: js.getUTCDate() })
      }),
    )
  })

  it('[DT30] the first century is no other', () => {
    expect(dateOfDay(dayOf(50, 3, 1))).toEqual({ year: 50, month: 3, day: 1 })
  })
})

describe('boundsOf', () => {
  it.each([
    ['2016-03-05', '2016-03-05', '2016-03-05'],
    ['2016-03', '2016-03-01', '2016-03-31'],
    ['2016~', '2015-07-01', '2017-06-30'],
    ['2014?', '2014-01-01', '2014-12-31'],
    ['2014-22', '2014-06-01', '2014-08-31'],
    ['2015-24', '2015-12-01', '2016-02-29'],
    ['2015-33', '2015-01-01', '2015-03-31'],
    ['2015-41', '2015-07-01', '2015-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['199X~', '1985-01-01', '2004-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2016-XX', '2016-01-01', '2016-12-31'],
    ['2016-02-XX', '2016-02-01', '2016-02-29'],
    ['2016-03~', '2016-02-14', '2016-04-16'],
    ['2016-03-05~', '2016-03-04', '2016-03-06'],
    ['[2016-03..2016-06]', '2016-03-01', '2016-06-30'],
    ['2016-03/2016-06', '2016-03-01', '2016-06-30'],
    ['[2014,2016]', '2014-01-01', '2016-12-31'],
    ['[..2015]', '2014-01-01', '2015-12-31'],
    ['[2015..]', '2015-01-01', '2016-12-31'],
    ['2012~/2017-12', '2011-07-01', '2017-12-31'],
    ['2015/..', '2015-01-01', '2025-11-20'],
    ['2027/..', '2027-01-01', '2027-12-31'],
    ['../2015', '2014-01-01', '2015-12-31'],
    ['2016/', '2016-01-01', '2017-12-31'],
    ['2015-08/2016-07', '2015-08-01', '2016-07-31'],
  ])('[DT31] %s is drawn from %s to %s', (edtf, first, last) => {
    expect(drawn(edtf)).toEqual([first, last])
  })

  it.each([
    ['2016-25', '2016-03-01', '2016-05-31'],
    ['2015-28', '2015-12-01', '2016-02-29'],
    ['2016-29', '2016-09-01', '2016-11-30'],
    ['2015-30', '2015-12-01', '2016-02-29'],
    ['2016-31', '2016-03-01', '2016-05-31'],
    ['2016-32', '2016-06-01', '2016-08-31'],
    ['2016-37', '2016-01-01', '2016-04-30'],
    ['2016-39', '2016-09-01', '2016-12-31'],
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['1950S3~', '1945-01-01', '1964-12-31'],
    ['19X5', '1905-01-01', '1995-12-31'],
    ['156X-12-25', '1560-12-25', '1569-12-25'],
    ['1984-1X', '1984-10-01', '1984-12-31'],
    ['-0005S3', '-0009-01-01', '0000-12-31'],
  ])(
    '[DT36] parts of a year, estimates and digits that are not known: %s is %s to %s',
    (edtf, first, last) => {
      expect(drawn(edtf)).toEqual([first, last])
    },
  )

  it('[DT37] the bounds are those of the package edtf, but for what is ours or wrong there', () => {
    const known = SPECIFICATION.flatMap(({ examples }) => examples).filter(
      // Ours: `~`, seasons, open sides. There: wrong for `S` (min and max of the estimate alone) and for thirds of a year (37-39).
      (text) => !/[~%S]|-(?:2\d|3[0-2789])$|\.\.|\/$|^\/|T/.test(text),
    )
    const compared = known.filter((text) => boundsOf(text, today) !== null)
    for (const text of compared) {
      const { min, max } = oracle(text)
      expect([text, ...(drawn(text) ?? [])]).toEqual([text, isoDay(min), isoDay(max)])
    }
    expect(compared.length).toBeGreaterThan(25)
  })

  it('[DT32] says what is a moment, what lies somewhere within and what lasted', () => {
    const kinds = [
      '2016',
      '[2016-03..2016-06]',
      '[..2015]',
      '2016-03/2016-06',
      '2013?/2014?',
      '2012~/2017-12',
    ]
    expect(kinds.map((edtf) => boundsOf(edtf, today)?.kind)).toEqual([
      'point',
      'within',
      'within',
      'period',
      'period',
      'period',
    ])
  })

  it('[DT33] marks, open sides and precision are passed on', () => {
    const flags = (edtf: string) => {
      const b = boundsOf(edtf, today)
      return b && [b.precision, b.approximate, b.uncertain, b.openStart, b.openEnd]
    }
    expect(flags('2016%')).toEqual(['year', true, true, false, false])
    expect(flags('2016-~03-05')).toEqual(['day', true, false, false, false])
    expect(flags('2012~/2017-12')).toEqual(['year', true, false, false, false])
    expect(flags('2013/2014?')).toEqual(['year', false, true, false, false])
    expect(flags('[..2015-22]')).toEqual(['season', false, false, true, false])
    expect(flags('2015-03/..')).toEqual(['month', false, false, false, true])
    expect(flags('19XX')).toEqual(['century', false, false, false, false])
  })

  it.each(['2015-02-30', 'zomer', '', '../..', 'Y170000002', 'XXXX-12-XX', '[XXXX..2015]', 'XXXX/2015'])(
    '[DT34] "%s" cannot be drawn',
    (edtf) => {
      expect(boundsOf(edtf, today)).toBeNull()
    },
  )

  it('[DT35] every date that is drawn starts before it ends, whatever today is', () => {
    const point = fc
      .record({
        year: fc.constantFrom('2015', '2016', '2030', '199X', '19XX'),
        rest: fc.constantFrom('', '-03', '-22', '-24', '-36', '-03-05', '-12-31', '-XX'),
        mark: fc.constantFrom('', '?', '~', '%'),
      })
      .map(({ year, rest, mark }) => year + rest + mark)
    const text = fc
      .tuple(
        fc.constantFrom('a', 'a/b', 'a/..', '../a', 'a/', '/a', '[a..b]', '[..a]', '[a..]', '[a,b]'),
        point,
        point,
      )
      .map(([form, a, b]) => form.replace(/[ab]/g, (end) => (end === 'a' ? a : b)))
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40_000 }), (edtf, now) => {
        const bounds = boundsOf(edtf, now)
        if (bounds) expect(bounds.startDay).toBeLessThan(bounds.endDay)
      }),
      { numRuns: 2_000 },
    )
  })
})
