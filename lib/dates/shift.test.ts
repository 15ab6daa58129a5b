import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shiftDate, shiftLength } from './shift'

describe('shiftDate', () => {
  it.each([
    ['2016-03-05', 30, '2016-04-04'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2016-03', 30, '2016-04'],
    ['2016-12', 31, '2017-01'],
    ['2016', 365, '2017'],
    ['2016~', -730, '2014~'],
    ['2014?', 366, '2015?'],
    ['2015-24', 91, '2016-21'],
    ['2016-21', -91, '2015-24'],
    ['2016-36', 92, '2017-33'],
    ['2016-40', -182, '2015-41'],
    ['199X', 3_653, '200X'],
    ['2015-30', 91, '2016-31'],
    ['2016-29', -91, '2016-32'],
    ['2016-39', 122, '2017-37'],
    ['19X5', 36_525, '19X5'],
    ['19XX', -36_525, '18XX'],
    ['2016-03/2016-06', 61, '2016-05/2016-08'],
    ['2012~/2017-12', 365, '2013~/2018-12'],
    ['2013?/2014?', 365, '2014?/2015?'],
    ['2015/..', 365, '2016/..'],
    ['[..2015]', -365, '[..2014]'],
    ['[2016-01-31..2016-02]', 29, '[2016-02-29..2016-03]'],
    ['~2004-06-11', 1, '~2004-06-12'],
    ['2016-XX', 365, '2017-XX'],
    ['2016-03-XX', 31, '2016-04-XX'],
  ])('[DT50] %s moved by %d days is %s', (edtf, days, moved) => {
    expect(shiftDate(edtf, days)).toBe(moved)
  })

  it.each([
    ['2016', 730, { count: 2, unit: 'year', later: true }],
    ['[2016,2017]', -365, { count: 1, unit: 'year', later: false }],
    ['2016-03~', 61, { count: 2, unit: 'month', later: true }],
    ['2016-22', -91, { count: 3, unit: 'month', later: false }],
    ['2016-03', 366, { count: 1, unit: 'year', later: true }],
    ['[2016-03-12..2017-03-11]', 10, { count: 10, unit: 'day', later: true }],
    ['2016', 10, null],
    ['toen', 900, null],
  ])('[DT53] %s moved by %d days went %o', (edtf, days, length) => {
    expect(shiftLength(edtf, shiftDate(edtf, days))).toEqual(length)
  })

  it('[DT51] less than half a unit, a text that is no date and a number that is none change nothing', () => {
    expect(shiftDate('2016~', 180)).toBe('2016~')
    expect(shiftDate('toen', 900)).toBe('toen')
    expect(shiftDate('2016', Number.NaN)).toBe('2016')
    expect(shiftDate('9999', 400)).toBe('9999')
  })

  it('[DT52] moving there and back gives the same date, with its marks', () => {
    const point = fc
      .tuple(
        fc.integer({ min: 1_800, max: 2_100 }).map(String),
        fc.constantFrom('', '-03', '-12', '-21', '-24', '-34', '-41', '-03-28', '-XX'),
        fc.constantFrom('', '?', '~', '%'),
      )
      .map((parts) => parts.join(''))
    const edtf = fc
      .tuple(fc.constantFrom('a', 'a/..', '../a', '[..a]', 'a/', '[a..]'), point)
      .map(([form, date]) => form.replace('a', date))
    fc.assert(
      fc.property(edtf, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = shiftDate(date, days)
        expect(shiftDate(moved, -days)).toBe(date)
        expect(moved.replace(/[\dX]/g, '')).toBe(date.replace(/[\dX]/g, ''))
      }),
    )
  })
})
