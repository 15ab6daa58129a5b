import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from '@/lib/dates/bounds'
import type { DateBounds } from '@/lib/dates/types'
import { layoutTimeline } from './layout'
import { BREAK_W } from './metrics'
import { dayOfX, daysMoved, linearScale, xOfDay } from './scale'
import { anyDate, SIDES, someEvents, someLanes, someSettings, TODAY } from './test-kit'
import { timeScaleOf } from './timeScale'
import type { TimelineEvent } from './types'

const known = (dates: readonly (string | null)[]): DateBounds[] =>
  dates.flatMap((date) => (date === null ? [] : (boundsOf(date, TODAY) ?? [])))
const someDates = fc.array(anyDate, { maxLength: 30 }).map(known)
const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 1, 1) })
const settings = { today: TODAY, pxPerYear: 120, birth: null, locale: 'nl' as const }
const at = (id: string, date: string): TimelineEvent => ({
  id,
  date,
  side: 'family',
  kind: 'family',
  order: 'a0',
})

describe('where days stand', () => {
  it('[TL30] on every scale a later day stands further right, and a day and its place lead to each other', () => {
    fc.assert(
      fc.property(someDates, someSettings, day, day, (dates, given, a, b) => {
        const { scale } = timeScaleOf(dates, given)
        if (a < b) expect(xOfDay(a, scale)).toBeLessThan(xOfDay(b, scale))
        expect(dayOfX(xOfDay(a, scale), scale)).toBe(a)
        for (const { day: at } of scale.knots) expect(dayOfX(xOfDay(at, scale), scale)).toBe(at)
      }),
      { numRuns: 400 },
    )
  })

  it('[TL31] a long empty stretch is a break of one width with its years; a short one, or a period, is none', () => {
    const breaks = (...dates: string[]) =>
      layoutTimeline(
        dates.map((date, i) => at(`e${i}`, date)),
        SIDES,
        { ...settings, scale: 'compressed' },
      ).breaks
    expect(breaks('1990', '2001', '2026')).toMatchObject([
      { w: BREAK_W, fromDay: dayOf(1991, 1, 1), toDay: dayOf(2001, 1, 1), years: 10 },
      { w: BREAK_W, years: 24 },
    ])
    expect(breaks('1990', '1999', '2008', '2017', '2026')).toEqual([])
    expect(breaks('1990/2026', '2001')).toEqual([])
    // It would take as much room as it saves.
    expect(breaks('2025-01-05', '2026-03-01')).toEqual([])
    expect(breaks('2023-01-05', '2026-03-01')).toMatchObject([{ years: 3 }])
    expect(breaks('2025-05-05', '2026-03-01')).toEqual([])
  })

  it('[TL31] nothing lies in a break: no date, no period, no tick', () => {
    fc.assert(
      fc.property(someEvents(12), someLanes, someSettings, (events, lanes, given) => {
        const { breaks, marks, axis, scale } = layoutTimeline(events, lanes, {
          ...given,
          scale: 'compressed',
        })
        const byId = new Map(events.map((one) => [one.id, one.date]))
        for (const one of breaks) {
          const [from, to] = [one.x - one.w / 2, one.x + one.w / 2]
          for (const { x } of axis.ticks) expect(x <= from + 1e-6 || x >= to - 1e-6).toBe(true)
          for (const { id } of marks) {
            const bounds = boundsOf(byId.get(id) ?? '', TODAY)
            if (!bounds) throw new Error('a mark without a date')
            expect(bounds.endDay <= one.fromDay || bounds.startDay >= one.toDay).toBe(true)
            const [start, end] = [xOfDay(bounds.startDay, scale), xOfDay(bounds.endDay, scale)]
            expect(end <= from || start >= to).toBe(true)
          }
        }
      }),
    )
  })

  it('[TL32] evenly spaced, each different first day takes one step, and today is one of them', () => {
    const { scale } = timeScaleOf(known(['1950', '1950~', '1990-03-05', '1990-03-06', '2014']), {
      ...settings,
      scale: 'even',
    })
    const xs = scale.knots.map(({ x }) => x)
    expect(scale.knots).toHaveLength(6)
    expect(xs.slice(1).map((x, i) => x - (xs[i] ?? 0))).toEqual([120, 120, 120, 120, 120])
    expect(scale.knots.at(-1)?.day).toBe(TODAY)
    expect(timeScaleOf([], { ...settings, scale: 'even' }).scale).toEqual(linearScale(120))
  })

  it('[TL33] an added event moves no day on a linear scale, and on an even one only what lies beyond it, by one step', () => {
    fc.assert(
      fc.property(someDates, anyDate, (dates, extra) => {
        const [added] = known([extra])
        if (!added || dates.length === 0) return
        const more = [...dates, added]
        expect(timeScaleOf(more, settings).scale).toEqual(timeScaleOf(dates, settings).scale)
        const [before, after] = [dates, more].map(
          (all) => timeScaleOf(all, { ...settings, scale: 'even' }).scale,
        )
        for (const { day: at, x } of before?.knots ?? []) {
          const moved = xOfDay(at, after ?? linearScale(1)) - x
          const isNew = !before?.knots.some((knot) => knot.day === added.startDay)
          const origin = dayOf(2000, 1, 1)
          const beyond = added.startDay >= origin ? at > added.startDay : at < added.startDay
          expect(moved).toBeCloseTo(isNew && beyond ? (added.startDay >= origin ? 120 : -120) : 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('[TL33] on a compressed scale an added event that changes no break moves no day, and one that does moves one side as a whole', () => {
    const scaleOf = (...dates: string[]) => timeScaleOf(known(dates), { ...settings, scale: 'compressed' })
    const before = scaleOf('1980', '1984', '2010', '2020', '2024')
    expect(before.breaks).toHaveLength(1)
    expect(scaleOf('1980', '1982', '1984', '2010', '2020', '2024').scale).toEqual(before.scale)
    const early = scaleOf('1950', '1990', '2024')
    const filled = scaleOf('1950', '1970', '1990', '2024')
    expect(early.breaks).toHaveLength(2)
    expect(xOfDay(dayOf(1995, 1, 1), filled.scale)).toBeCloseTo(xOfDay(dayOf(1995, 1, 1), early.scale))
    expect(xOfDay(dayOf(1950, 1, 1), filled.scale)).toBeLessThan(xOfDay(dayOf(1950, 1, 1), early.scale) + 1)
    const after = scaleOf('1980', '1984', '1988', '2010', '2020', '2024').scale
    const moved = [1980, 1984].map(
      (year) => xOfDay(dayOf(year, 1, 1), after) - xOfDay(dayOf(year, 1, 1), before.scale),
    )
    for (const one of moved) expect(one).toBeCloseTo(0)
    const later = [2010, 2020, 2024].map(
      (year) => xOfDay(dayOf(year, 1, 1), after) - xOfDay(dayOf(year, 1, 1), before.scale),
    )
    expect(later[0]).toBeGreaterThan(100)
    for (const one of later) expect(one).toBeCloseTo(later[0] ?? 0)
  })

  it('[TL34] a drag of nothing moves no date, and one to the place of another day moves it there', () => {
    fc.assert(
      fc.property(someDates, someSettings, day, day, (dates, given, a, b) => {
        const { scale } = timeScaleOf(dates, given)
        const x = xOfDay(a, scale)
        expect(daysMoved(x, 0, scale)).toBe(0)
        expect(Math.abs(daysMoved(x, xOfDay(b, scale) - x, scale) - (b - a))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
