import { describe, expect, it } from 'vitest'
import { sayReach } from './say-reach'

describe('sayReach', () => {
  it.each([
    ['2014-22', 'jun–aug 2014'],
    ['2014-22~', 'jun–aug 2014'],
    ['2015-24', 'dec 2015 – feb 2016'],
    ['2015-30', 'dec 2015 – feb 2016'],
    ['2016-34', 'apr–jun 2016'],
    ['[2016-01..2016-04]', 'jan–apr 2016'],
    ['2015-08/2016-07', 'aug 2015 – jul 2016'],
    ['2014', null],
    ['2016-03/2016-06', null],
    ['[2016-03..2016-06]', null],
    ['199X-22', null],
    ['toen', null],
  ])('[DT43] the months that %s does not name are %s', (edtf, months) => {
    expect(sayReach(edtf, 'nl')).toBe(months)
  })
})
