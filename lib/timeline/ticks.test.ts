import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { textWidth } from '@/lib/text/widths'
import { dayOfX, linearScale, xOfDay } from './scale'
import { layoutTimeline } from './layout'
import { SIDES, someEvents, someSettings } from './test-kit'
import { axisTicks } from './ticks'
import type { TimelineSettings } from './types'

const settings: TimelineSettings = {
  today: dayOf(2026, 3, 14),
  pxPerYear: 120,
  birth: '2000-05',
  locale: 'nl',
}
const labels = (from: number, to: number, change: Partial<TimelineSettings> = {}) =>
  axisTicks(dayOf(from, 1, 1), dayOf(to, 1, 1), { ...settings, ...change }).filter((tick) => tick.major)

describe('axisTicks', () => {
  it('[TL16] labels never touch, at any scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 4, max: 4_000, noNaN: true }),
        fc.integer({ min: 1900, max: 2020 }),
        (pxPerYear, from) => {
          const shown = labels(from, 2026, { pxPerYear })
          expect(shown.length).toBeGreaterThan(0)
          shown.forEach((tick, i) => {
            const next = shown[i + 1]
            if (next) expect(next.x - tick.x).toBeGreaterThan(textWidth(tick.label, 14, 'bold') + 8)
          })
        },
      ),
    )
  })

  it('[TL16] the ladder: months when there is room, else every year, 2, 5 or 10 years', () => {
    expect(
      labels(2010, 2012, { pxPerYear: 1_200 })
        .map((tick) => tick.label)
        .slice(0, 3),
    ).toEqual(['jan 2010', 'feb 2010', 'mrt 2010'])
    expect(labels(2010, 2012).map((tick) => tick.label)).toEqual(['2010', '2011', '2012'])
    expect(labels(2010, 2014, { pxPerYear: 40 }).map((tick) => tick.label)).toEqual(['2010', '2012', '2014'])
    expect(labels(2000, 2012, { pxPerYear: 12 }).map((tick) => tick.label)).toEqual(['2000', '2005', '2010'])
    expect(labels(1980, 2012, { pxPerYear: 6 }).map((tick) => tick.label)).toEqual([
      '1980',
      '1990',
      '2000',
      '2010',
    ])
  })

  it('[TL17] under a year stands the age reached in that year; nothing before birth or without one', () => {
    expect(labels(1999, 2001).map((tick) => tick.age)).toEqual(['', '0 jr', '1 jr'])
    expect(labels(2009, 2009, { locale: 'en' })[0]?.age).toBe('9 yr')
    expect(labels(2009, 2009, { birth: null })[0]?.age).toBe('')
  })

  it('[PE1] the age of somebody whose birth is an estimate or in doubt is said with ±', () => {
    for (const birth of ['2000~', '2000?', '2000%', '2000-05~'])
      expect([birth, labels(2009, 2009, { birth })[0]?.age]).toEqual([birth, '± 9 jr'])
    expect(labels(2009, 2009, { birth: '2000-05' })[0]?.age).toBe('9 jr')
  })

  it('[TL16] a mistyped year far away gives no flood of ticks', () => {
    expect(
      axisTicks(dayOf(-9_000, 1, 1), dayOf(9_999, 1, 1), { ...settings, pxPerYear: 4_000 }).length,
    ).toBeLessThan(2_500)
  })

  it('[TL18] a day keeps its place: there and back gives the same day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 60_000 }),
        fc.integer({ min: 4, max: 4_000 }),
        (day, px) => {
          expect(dayOfX(xOfDay(day, linearScale(px)), linearScale(px))).toBe(day)
        },
      ),
    )
    expect(xOfDay(dayOf(2000, 1, 1), linearScale(120))).toBe(0)
  })

  it('[TL16] labels never touch each other or a break on any scale, and there always are some', () => {
    fc.assert(
      fc.property(someEvents(16), someSettings, (events, given) => {
        const { axis, breaks } = layoutTimeline(events, SIDES, given)
        const shown = axis.ticks.filter((tick) => tick.label !== '')
        expect(shown.length).toBeGreaterThan(0)
        shown.forEach((tick, i) => {
          expect(tick.major).toBe(true)
          const end =
            tick.x + 4 + Math.max(textWidth(tick.label, 14, 'bold'), textWidth(tick.age, 12, 'regular'))
          const next = shown[i + 1]
          if (next) expect(next.x).toBeGreaterThan(end)
          for (const { x, w } of breaks) expect(end <= x - w / 2 || tick.x >= x + w / 2 - 1e-6).toBe(true)
        })
        for (const [i, tick] of axis.ticks.entries())
          expect(tick.x).toBeGreaterThan(axis.ticks[i - 1]?.x ?? -Infinity)
      }),
    )
  })

  it('[TL16] an even line says months where a year is wide, and years or decades where it is not', () => {
    const days = Array.from({ length: 12 }, (_, i) => `2016-${String(i + 1).padStart(2, '0')}-10`)
    const events = ['1950', '1951', '1990', ...days].map((date, i) => {
      return { id: `e${i}`, date, side: 'family', kind: 'family' as const, order: 'a0' }
    })
    const { axis } = layoutTimeline(events, SIDES, { ...settings, scale: 'even' })
    const shown = axis.ticks.map(({ label }) => label)
    for (const label of ['1950', '2016', 'mei 2016', 'okt 2016']) expect(shown).toContain(label)
    expect(shown.filter((label) => /^19[5-8]/.test(label)).length).toBeLessThan(8)
  })
})
