import { describe, expect, it } from 'vitest'
import { ageAt, ageToday } from './age'
import { dayOf } from './bounds'

describe('ageAt', () => {
  it('[DT60] counts whole years from an exact birth', () => {
    expect(ageAt('2005-03-10', dayOf(2016, 3, 9))).toBe(10)
    expect(ageAt('2005-03-10', dayOf(2016, 3, 10))).toBe(11)
    expect(ageAt('2004-02-29', dayOf(2005, 2, 28))).toBe(0)
    expect(ageAt('2005-03', dayOf(2016, 2, 29))).toBe(10)
    expect(ageAt('2005-03', dayOf(2016, 3, 1))).toBe(11)
  })

  it('[DT61] of a birth known to the year it is the age reached that year', () => {
    expect(ageAt('2005', dayOf(2016, 1, 1))).toBe(11)
    expect(ageAt('2005~', dayOf(2016, 12, 31))).toBe(11)
    expect(ageAt('2005-XX', dayOf(2016, 1, 1))).toBe(11)
  })

  it('[DT62] is null when the birth is not known to the year, and before it', () => {
    const births = [null, '', '199X', '2005/..', '[..2005]', '[2004,2005]', 'toen']
    expect(births.map((birth) => ageAt(birth, dayOf(2016, 1, 1)))).toEqual(births.map(() => null))
    expect(ageAt('2020', dayOf(2016, 1, 1))).toBeNull()
    expect(ageAt('2016-02-01', dayOf(2016, 1, 31))).toBeNull()
  })

  it('[PE2] the age today is exact of a birth known to the day, and about of any other', () => {
    const today = dayOf(2016, 6, 1)
    expect(ageToday('2005-03-10', today)).toEqual({ years: 11, about: false })
    for (const birth of ['2005', '2005-03', '2005-03-10~', '2005?'])
      expect([birth, ageToday(birth, today)]).toEqual([birth, { years: 11, about: true }])
    for (const birth of [null, '200X', '2005/2006', 'geen datum'])
      expect([birth, ageToday(birth, today)]).toEqual([birth, null])
  })
})
