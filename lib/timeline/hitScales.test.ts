import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from '@/lib/dates/bounds'
import { dateAt, placeAt } from './hit'
import { layoutTimeline } from './layout'
import { dayOfX, xOfDay } from './scale'
import { SIDES, someEvents, someLanes, someSettings, TODAY } from './test-kit'

describe('a click on any scale', () => {
  it('[TL35] means a date that holds the day under it and is as wide as the eye can aim, or all that a break leaves out', () => {
    fc.assert(
      fc.property(
        someEvents(14),
        someSettings,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0.1, 0.25, 0.5, 1, 2),
        (events, settings, part, zoom) => {
          const layout = layoutTimeline(events, SIDES, settings)
          const { axis, breaks, scale } = layout
          const x = axis.x0 + part * (axis.x1 - axis.x0)
          const bounds = boundsOf(dateAt(x, layout, zoom), TODAY)
          if (!bounds) throw new Error('not a date')
          const day = dayOfX(x, scale)
          const within = breaks.find((one) => Math.abs(x - one.x) <= one.w / 2)
          expect(bounds.startDay).toBeLessThanOrEqual(day)
          expect(bounds.endDay).toBeGreaterThan(day)
          if (within) {
            expect(bounds.startDay).toBeLessThanOrEqual(within.fromDay)
            expect(bounds.endDay).toBeGreaterThanOrEqual(within.toDay)
            return
          }
          const wide = (xOfDay(bounds.endDay, scale) - xOfDay(bounds.startDay, scale)) * zoom
          // Nothing wider than a century is said.
          if (bounds.endDay - bounds.startDay < 36_000) expect(wide).toBeGreaterThan(33)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('[TL35] a click in a break says no more than that it was then, however near one is', () => {
    const events = ['1990-05', '2012', '2026'].map((date, i) => {
      return { id: `e${i}`, date, side: 'family', kind: 'family' as const, order: 'a0' }
    })
    const settings = {
      today: TODAY,
      pxPerYear: 400,
      scale: 'compressed' as const,
      birth: null,
      locale: 'nl' as const,
    }
    const layout = layoutTimeline(events, SIDES, settings)
    const [first] = layout.breaks
    if (!first) throw new Error('no break')
    for (const part of [-0.4, 0, 0.4])
      expect(dateAt(first.x + part * first.w, layout, 4)).toBe('[1990..2011]')
    expect(dateAt(first.x + 0.6 * first.w, layout, 4)).toMatch(/^2011-\d\d$/)
  })

  it('[TL36] a point means the lane in whose band it lies, also a collapsed one', () => {
    fc.assert(
      fc.property(someEvents(20), someLanes, someSettings, (events, lanes, settings) => {
        const layout = layoutTimeline(events, lanes, settings)
        for (const { id, y, h } of layout.lanes.filter((lane) => lanes.some((own) => own.id === lane.id)))
          for (const part of [0.1, 0.5, 0.9]) expect(placeAt(0, y + h * part, layout).side).toBe(id)
      }),
    )
    expect(
      placeAt(0, 5, layoutTimeline([], SIDES, { today: TODAY, pxPerYear: 120, birth: null, locale: 'nl' })),
    ).toEqual({
      day: dayOf(2000, 1, 1),
      side: 'family',
    })
  })
})
