import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from '@/lib/dates/bounds'
import { isEra } from './eras'
import { overlap, SIDES, someEvents, someLanes, someSettings, TODAY } from './test-kit'
import type { TimelineEvent } from './types'
import { layoutVertical } from './vertical'
import { VERTICAL } from './verticalColumns'

const width = fc.constantFrom(320, 390, 720)
const height = fc.constantFrom(78, 96, 40)
const laid = fc
  .tuple(someEvents(), someLanes, someSettings, width, height)
  .map(([events, lanes, settings, widthPx, cardH]) => ({
    events,
    lanes,
    settings,
    widthPx,
    layout: layoutVertical(events, lanes, settings, { widthPx, cardH }),
  }))
const settings = { today: TODAY, pxPerYear: 120, birth: '2000', locale: 'nl' as const }
const at = (id: string, date: string | null, side = 'family'): TimelineEvent => ({
  id,
  date,
  side,
  kind: 'family',
  order: 'a0',
})
const boundsFor = (events: readonly TimelineEvent[], id: string) =>
  boundsOf(events.find((one) => one.id === id)?.date ?? '', TODAY)

describe('layoutVertical', () => {
  it('[TL53] every event is drawn once, from top to bottom too: a card, an era, or counted in its collapsed lane', () => {
    fc.assert(
      fc.property(laid, ({ events, layout }) => {
        const drawn = [...layout.cards, ...layout.eras].map(({ id }) => id)
        drawn.push(...layout.folded.flatMap(({ ids }) => [...ids]))
        expect(drawn.sort()).toEqual(events.map(({ id }) => id).sort())
        const eras = events.filter((event) => {
          const bounds = boundsOf(event.date ?? '', TODAY)
          return bounds !== null && isEra({ event, bounds })
        })
        expect(layout.eras.map(({ id }) => id).sort()).toEqual(eras.map(({ id }) => id).sort())
      }),
    )
  })

  it('[TL54] nothing overlaps and all lies inside the width, also at 320 px', () => {
    fc.assert(
      fc.property(laid, ({ layout, widthPx }) => {
        const axis = { x: layout.axis.x - 1, y: layout.axis.y0, w: 2, h: layout.axis.y1 - layout.axis.y0 }
        const years = layout.years.map(({ x, y, h }) => ({ x: x - 19, y, w: 38, h }))
        const wide = { x: 0, w: widthPx }
        const rows = [
          ...layout.folded,
          ...layout.breaks.map(({ y, h }) => ({ ...wide, y, h })),
          ...layout.eras.map(({ labelY, labelH }) => ({ ...wide, y: labelY + 8 - labelH, h: labelH })),
          ...(layout.undated ? [{ ...wide, y: layout.undated.y, h: VERTICAL.headingH }] : []),
        ]
        const now = { x: layout.axis.x - 10, y: layout.axis.nowY - 12, w: 20, h: 24 }
        const boxes = [...layout.cards, ...years, ...rows, now]
        boxes.forEach((box, i) => {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.w).toBeLessThanOrEqual(widthPx)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.y + box.h).toBeLessThanOrEqual(layout.height)
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
        })
        for (const card of layout.cards) expect(overlap(card, axis)).toBe(false)
        for (const { x, w } of layout.marks) {
          expect(x - w).toBeGreaterThanOrEqual(0)
          expect(x + w).toBeLessThanOrEqual(widthPx)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('[TL55] each next date lies lower, whichever side it is on, beside its card and under its year', () => {
    fc.assert(
      fc.property(laid, ({ events, layout }) => {
        const marked = layout.cards
          .filter(({ markY }) => markY !== null)
          .sort((a, b) => (a.markY ?? 0) - (b.markY ?? 0))
        marked.forEach((card, i) => {
          const [own, next] = [boundsFor(events, card.id), marked[i + 1]]
          const markY = card.markY ?? NaN
          expect(markY).toBeGreaterThan(card.y)
          expect(markY).toBeLessThan(card.y + card.h)
          expect(layout.marks.find(({ id }) => id === card.id)?.y).toBe(markY)
          const year = layout.years.filter(({ y }) => y < markY).at(-1)
          expect(dayOf(year?.year ?? NaN, 1, 1)).toBeLessThanOrEqual(own?.startDay ?? NaN)
          expect(dayOf((year?.year ?? NaN) + 1, 1, 1)).toBeGreaterThan(own?.startDay ?? NaN)
          if (!next) return
          expect((next.markY ?? NaN) - markY).toBeGreaterThanOrEqual(VERTICAL.markStep)
          expect(boundsFor(events, next.id)?.startDay).toBeGreaterThanOrEqual(own?.startDay ?? NaN)
        })
      }),
    )
  })

  it('[TL56] two columns when both sides have events, of 165 px on a phone of 390; one of the whole width when not', () => {
    const both = layoutVertical([at('a', '2010', 'professional'), at('b', '2011')], SIDES, settings, {
      widthPx: 390,
    })
    expect(both.cards.map(({ id, side, w }) => [id, side, w])).toEqual([
      ['a', 'left', 165],
      ['b', 'right', 165],
    ])
    const one = layoutVertical([at('a', '2010'), at('b', '2011')], SIDES, settings, { widthPx: 390 })
    expect(one.columns).toEqual(['right'])
    for (const { w } of one.cards) expect(w).toBe(390 - 48 - 12)
  })

  it('[TL57] a long empty stretch is a break, years say the age, now has its place among the dates', () => {
    const layout = layoutVertical(
      [at('a', '1990'), at('b', '2012-05', 'professional'), at('z', '2028')],
      SIDES,
      settings,
      { widthPx: 390 },
    )
    expect(layout.breaks).toMatchObject([
      { fromDay: dayOf(1991, 1, 1), toDay: dayOf(2012, 5, 1), years: 21 },
      { toDay: TODAY, years: 14 },
    ])
    expect(layout.years.map(({ label, age }) => [label, age])).toEqual([
      ['1990', ''],
      ['2012', '12 jr'],
      ['2028', '28 jr'],
    ])
    const markOf = (id: string) => layout.cards.find((card) => card.id === id)?.markY ?? NaN
    expect(layout.axis.nowY).toBeGreaterThan(markOf('b'))
    expect(layout.axis.nowY).toBeLessThan(markOf('z'))
  })

  it('[TL57] a collapsed lane fills what would be an empty stretch, though it has no cards', () => {
    const lanes = [...SIDES, { id: 'school', place: 'below' as const, order: 'a2', collapsed: true }]
    const layout = layoutVertical([at('a', '1980'), at('s', '2000/2020', 'school')], lanes, settings, {
      widthPx: 390,
    })
    expect(layout.breaks).toMatchObject([{ toDay: dayOf(2000, 1, 1) }])
    expect(layout.folded).toMatchObject([{ laneId: 'school', ids: ['s'] }])
  })

  it('[TL58] undated events come first under a heading, dreams last at the open end', () => {
    const dream: TimelineEvent = { ...at('d', '2010'), kind: 'dream' }
    const layout = layoutVertical(
      [dream, at('a', '2010'), at('u', null), at('v', 'nonsense')],
      SIDES,
      settings,
      { widthPx: 390 },
    )
    const [first] = layout.cards
    expect(first?.id).toBe('u')
    expect(layout.undated?.ids).toEqual(['u', 'v'])
    expect(layout.undated?.y).toBeLessThan(first?.y ?? 0)
    const lowest = layout.cards.reduce((low, card) => (card.y > low.y ? card : low))
    expect(lowest.id).toBe('d')
    expect(layout.dreamY).toBe(lowest.y)
    expect(layout.axis.y1).toBe(lowest.y)
    expect(layoutVertical([], SIDES, settings, { widthPx: 390 })).toMatchObject({
      undated: null,
      dreamY: null,
      cards: [],
    })
  })

  it('[TL59] a period is a bar along the line to where it ended; bars of one side that overlap lie beside each other', () => {
    const layout = layoutVertical(
      [at('p', '2010/2014'), at('q', '2011/2013'), at('r', '2016-05-01'), at('o', '2013', 'professional')],
      SIDES,
      settings,
      { widthPx: 390 },
    )
    const bar = (id: string) => layout.marks.find((one) => one.id === id)
    expect(bar('r')).toMatchObject({ form: 'dot', h: 0 })
    const [p, q] = [bar('p'), bar('q')]
    if (!p || !q) throw new Error('no bars')
    expect(p.y + p.h).toBeGreaterThan(layout.cards.find(({ id }) => id === 'o')?.markY ?? Infinity)
    expect(overlap(p, q)).toBe(false)
    expect(bar('o')?.x).toBeLessThan(layout.axis.x)
  })

  it('[TL8] any order of events and lanes gives the same vertical picture', () => {
    fc.assert(
      fc.property(laid, ({ events, lanes, settings: given, layout, widthPx }) => {
        const cardH = layout.cards[0]?.h ?? 78
        const first = layoutVertical(events, lanes, given, { widthPx, cardH })
        expect(layoutVertical(events.toReversed(), lanes.toReversed(), given, { widthPx, cardH })).toEqual(
          first,
        )
      }),
    )
  })
})
