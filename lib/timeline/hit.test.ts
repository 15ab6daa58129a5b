import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from '@/lib/dates/bounds'
import { dateForClick, placeAt } from './hit'
import { layoutTimeline } from './layout'
import type { TimelineLane } from './types'

const lanes: TimelineLane[] = [
  { id: 'school', place: 'below', order: 'a2' },
  { id: 'family', place: 'below', order: 'a1' },
  { id: 'professional', place: 'above', order: 'a0' },
]
const today = dayOf(2026, 1, 1)
const settings = { today, pxPerYear: 120, birth: null, locale: 'nl' as const }

describe('a click on the line', () => {
  it('[TL19] means the day under it and the first lane of that half', () => {
    const layout = layoutTimeline([], lanes, settings)
    expect(placeAt(0, -30, layout)).toEqual({ day: dayOf(2000, 1, 1), side: 'professional' })
    expect(placeAt(121, 30, layout)).toEqual({ day: dayOf(2001, 1, 3), side: 'family' })
    const alone = layoutTimeline([], [{ id: 'family', place: 'below', order: 'a' }], settings)
    expect(placeAt(0, -30, alone).side).toBe('family')
    expect(placeAt(0, -30, layoutTimeline([], [], settings)).side).toBe('family')
  })

  it('[TL19] is never surer than the eye can aim: a unit of at least 40 px that holds the day', () => {
    expect(dateForClick(dayOf(2015, 7, 9), 600)).toBe('2015-07')
    expect(dateForClick(dayOf(2015, 7, 9), 200)).toBe('2015-22')
    expect(dateForClick(dayOf(2015, 1, 9), 200)).toBe('2014-24')
    expect(dateForClick(dayOf(2015, 7, 9), 120)).toBe('2015')
    expect(dateForClick(dayOf(2015, 7, 9), 30)).toBe('2015~')
    expect(dateForClick(dayOf(2015, 7, 9), 10)).toBe('201X')
    fc.assert(
      fc.property(
        fc.integer({ min: dayOf(1850, 1, 1), max: dayOf(2100, 1, 1) }),
        fc.integer({ min: 4, max: 4_000 }),
        (day, px) => {
          const bounds = boundsOf(dateForClick(day, px), today)
          if (!bounds) throw new Error('not a date')
          expect(bounds.startDay).toBeLessThanOrEqual(day)
          expect(bounds.endDay).toBeGreaterThan(day)
          expect(((bounds.endDay - bounds.startDay) * px) / 365).toBeGreaterThan(36)
        },
      ),
    )
  })
})
