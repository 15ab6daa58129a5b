import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '@/lib/dates/bounds'
import { clusterTimeline } from './cluster'
import { layoutTimeline } from './layout'
import { someEvents, someLanes, someSettings } from './test-kit'
import type { TimelineEvent, TimelineLayout, TimelineSettings } from './types'
import {
  type Box,
  cardsTowards,
  DIRECTIONS,
  firstView,
  outsideOf,
  viewAt,
  viewToShow,
  viewTowards,
} from './view'

const LANES = [
  { id: 'professional', place: 'above' as const, order: 'a0' },
  { id: 'family', place: 'below' as const, order: 'a1' },
]
const SETTINGS: TimelineSettings = { today: dayOf(2020, 1, 1), pxPerYear: 100, birth: null, locale: 'nl' }

type Said = [date: string | null, side?: 'professional' | 'family']
function laid(...said: Said[]): TimelineLayout {
  const events = said.map(([date, side = 'family'], i): TimelineEvent => {
    return { id: `e${i}`, date, side, kind: 'family', order: `a${i}` }
  })
  return layoutTimeline(events, LANES, SETTINGS)
}

const some = fc
  .array(
    fc.tuple(
      fc.option(
        fc.integer({ min: 1970, max: 2019 }).map((year) => String(year)),
        { freq: 6 },
      ),
      fc.constantFrom('professional' as const, 'family' as const),
    ),
    { maxLength: 40 },
  )
  .map((said) => laid(...said))
const room = fc.record({ w: fc.integer({ min: 300, max: 2_500 }), h: fc.integer({ min: 250, max: 1_500 }) })
const box = fc.record({
  x: fc.integer({ min: -4_000, max: 3_000 }),
  y: fc.integer({ min: -900, max: 900 }),
  w: fc.integer({ min: 300, max: 1_500 }),
  h: fc.integer({ min: 250, max: 900 }),
})
const sees = (view: Box, { x, y, w, h }: Box) =>
  x + w / 2 >= view.x && x + w / 2 <= view.x + view.w && y + h / 2 >= view.y && y + h / 2 <= view.y + view.h

describe('what of a timeline is in view', () => {
  it('[TV1] the first sight can be read, shows the axis, and shows a moment when there is one', () => {
    fc.assert(
      fc.property(some, room, (layout, size) => {
        const view = firstView(layout, size)
        expect(view.zoom).toBeGreaterThanOrEqual(0.9)
        expect(view.zoom).toBeLessThanOrEqual(1)
        expect(view.y).toBeLessThanOrEqual(0)
        expect(view.y + view.h).toBeGreaterThanOrEqual(0)
        const isFewRows = size.h > 800
        if (layout.cards.length && isFewRows) {
          expect(layout.cards.some((card) => sees(view, card))).toBe(true)
        }
      }),
    )
  })

  it('[TV2] what fits is seen whole at 100 %, and what nearly fits a little smaller', () => {
    const layout = laid(['2014'], ['2016', 'professional'])
    const { w, h } = layout.bounds
    const view = firstView(layout, { w: w + 100, h: h + 100 })
    expect(view.zoom).toBe(1)
    expect(layout.cards.every((card) => sees(view, card))).toBe(true)
    expect(firstView(layout, { w: w * 0.95, h }).zoom).toBeCloseTo(0.95)
  })

  it('[TV3] where not all rows fit, the lower side is seen whole and the rest of the height is for the other', () => {
    const years: Said[] = Array.from({ length: 12 }, () => ['2015-06-01', 'professional'])
    const layout = laid(...years, ['2015', 'family'])
    const view = firstView(layout, { w: 1_000, h: 700 })
    const below = layout.cards.find(({ place }) => place === 'below')!
    expect(below.y + below.h).toBeLessThanOrEqual(view.y + view.h)
    expect(view.y).toBeLessThan(-400)
  })

  it('[TV4] the first sight is where most moments are', () => {
    const layout = laid(['1980'], ['2012'], ['2013'], ['2014'], ['2015'])
    const view = firstView(layout, { w: 900, h: 900 })
    expect(layout.cards.filter((card) => sees(view, card)).map(({ id }) => id)).toEqual([
      'e1',
      'e2',
      'e3',
      'e4',
    ])
    expect(outsideOf(layout, view)).toEqual({ earlier: 1, undated: 0, higher: 0, lower: 0, later: 0 })
  })

  it('[TV5] every moment is seen or counted once', () => {
    fc.assert(
      fc.property(some, box, (layout, view) => {
        const counted = Object.values(outsideOf(layout, view)).reduce((sum, n) => sum + n, 0)
        expect(counted).toBe(layout.cards.filter((card) => !sees(view, card)).length)
        for (const direction of DIRECTIONS) {
          expect(cardsTowards(direction, layout, view)).toHaveLength(outsideOf(layout, view)[direction])
        }
      }),
    )
  })

  it('[TV6] undated moments out of view are counted as undated, wherever the view stands', () => {
    const layout = laid([null], [null, 'professional'], ['2015'])
    for (const x of [-5_000, 5_000]) {
      expect(outsideOf(layout, { x, y: -300, w: 600, h: 600 }).undated).toBe(2)
    }
  })

  it('[TV7] going to what is out of view shows some of it, and going on shows all of it', () => {
    fc.assert(
      fc.property(some, box, fc.constantFrom(...DIRECTIONS), (layout, start, direction) => {
        const out = cardsTowards(direction, layout, start)
        const view = viewTowards(direction, layout, start)
        if (out.length === 0) {
          expect(view).toEqual(start)
          return
        }
        const inColumn = out.some(({ x, w }) => x + w / 2 >= view.x && x + w / 2 <= view.x + view.w)
        expect(inColumn).toBe(true)
        let at = start
        for (let turn = 0; turn < 200 && outsideOf(layout, at)[direction] > 0; turn++) {
          const next = viewTowards(direction, layout, at)
          if (direction === 'undated') return
          expect(next).not.toEqual(at)
          at = next
        }
        expect(outsideOf(layout, at)[direction]).toBe(0)
      }),
    )
  })

  it('[TV8] a box is brought into view by the least move', () => {
    const view = { x: 0, y: 0, w: 500, h: 400 }
    expect(viewToShow(view, { x: 100, y: 100, w: 172, h: 78 })).toEqual(view)
    expect(viewToShow(view, { x: 450, y: 100, w: 172, h: 78 })).toEqual({ ...view, x: 142 })
    expect(viewToShow(view, { x: -50, y: 390, w: 172, h: 78 })).toEqual({ ...view, x: -70, y: 88 })
  })

  const anyLaid = fc
    .tuple(someEvents(30), someLanes, someSettings)
    .map(([events, lanes, settings]) => layoutTimeline(events, lanes, settings))

  it('[TV5] with more lanes, other scales and clusters too, every moment is seen or counted once', () => {
    fc.assert(
      fc.property(anyLaid, box, fc.constantFrom(0.1, 0.3, 1), (layout, view, zoom) => {
        const shown = clusterTimeline(layout, zoom)
        const seen = shown.cards.filter((card) => sees(view, card)).length
        const seenTogether = shown.clusters
          .filter((cluster) => sees(view, cluster))
          .reduce((sum, { ids }) => sum + ids.length, 0)
        const counted = Object.values(outsideOf(layout, view, shown)).reduce((sum, n) => sum + n, 0)
        const all = layout.cards.length + layout.folded.reduce((sum, { ids }) => sum + ids.length, 0)
        expect(seen + seenTogether + counted).toBe(all)
      }),
    )
  })

  it('[TV7] going to clusters out of view shows some of them', () => {
    fc.assert(
      fc.property(
        anyLaid,
        box,
        fc.constantFrom(...DIRECTIONS),
        fc.constantFrom(0.1, 1),
        (layout, view, direction, zoom) => {
          const shown = clusterTimeline(layout, zoom)
          const before = outsideOf(layout, view, shown)[direction]
          const next = viewTowards(direction, layout, view, shown)
          if (before === 0) expect(next).toEqual(view)
          else expect(next).not.toEqual(view)
        },
      ),
    )
  })

  it('[TV1] the first sight shows the axis and can be read, whatever the lanes and the scale', () => {
    fc.assert(
      fc.property(anyLaid, room, (layout, size) => {
        const view = firstView(layout, size)
        expect(view.zoom).toBeGreaterThanOrEqual(0.9)
        expect(view.zoom).toBeLessThanOrEqual(1)
        expect(view.y).toBeLessThanOrEqual(0)
        expect(view.y + view.h).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

it('[WK22] a moment that is found or told stands in the middle, as far down as asked', () => {
  const view = viewAt({ x: 0, y: 0, w: 1_000, h: 600 }, { x: 2_000, y: 300, w: 172, h: 78 }, 0.2)
  expect(view).toEqual({ x: 2_086 - 500, y: 339 - 120, w: 1_000, h: 600 })
})
