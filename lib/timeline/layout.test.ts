import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from './layout'
import { LABEL_H, trackEdge } from './metrics'
import { linearScale, xOfDay } from './scale'
import type { PlacedCard, TimelineEvent, TimelineLane, TimelineSettings } from './types'

const lanes: TimelineLane[] = [
  { id: 'professional', place: 'above', order: 'a0' },
  { id: 'family', place: 'below', order: 'a1' },
]
const settings: TimelineSettings = { today: dayOf(2026, 3, 14), pxPerYear: 120, birth: '2000', locale: 'nl' }

const two = (n: number) => String(n).padStart(2, '0')
const date = fc
  .tuple(
    fc.integer({ min: 1960, max: 2028 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(11),
  )
  .map(([year, month, day, form]) => {
    const forms = [
      `${year}`,
      `${year}`,
      `${year}~`,
      `${year}?`,
      `${year}-${two(month)}`,
      `${year}-${two(month)}-${two(day)}`,
      `${year}-22`,
      `${year}-${two(month)}/${year + 2}`,
      `${year}/..`,
      `[..${year}]`,
      `[${year}..${year + 1}]`,
      null,
    ]
    return forms[form] ?? null
  })
const kind = fc.constantFrom(
  'family' as const,
  'contact' as const,
  'gap' as const,
  'dream' as const,
  'decision' as const,
)
const events = fc
  .array(
    fc.record({
      date: fc.oneof({ weight: 9, arbitrary: date }, fc.string()),
      side: fc.constantFrom('professional', 'family', 'gone'),
      kind,
    }),
    { maxLength: 40 },
  )
  .map((all) => all.map((one, i): TimelineEvent => ({ ...one, id: `e${i}`, order: `a${i % 7}` })))
const scale = fc.constantFrom(4, 24, 60, 120, 400, 1_200)

interface Box {
  x: number
  y: number
  w: number
  h: number
}
const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** 60 events over 70 years, the story of three generations: years, months, days, estimates and doubts, on two sides. */
function sixty(): TimelineEvent[] {
  return Array.from({ length: 60 }, (_, i): TimelineEvent => {
    const year = 1956 + Math.floor((i * 7) / 6)
    const month = two(((i * 5) % 12) + 1)
    const forms = [
      `${year}`,
      `${year}-${month}`,
      `${year}~`,
      `${year}-${month}-${two(((i * 7) % 28) + 1)}`,
      `${year}?`,
    ]
    return {
      id: `s${i}`,
      date: forms[i % 5] ?? null,
      side: i % 2 ? 'family' : 'professional',
      kind: 'family',
      order: 'a0',
    }
  })
}

function movedBy(all: readonly TimelineEvent[], added: TimelineEvent): PlacedCard[] {
  const before = new Map(layoutTimeline(all, lanes, settings).cards.map((card) => [card.id, card]))
  return layoutTimeline([...all, added], lanes, settings).cards.filter((card) => {
    const old = before.get(card.id)
    return old && (old.x !== card.x || old.y !== card.y)
  })
}

describe('layoutTimeline', () => {
  it('[TL1] every event has one card, whatever its date, side or kind', () => {
    fc.assert(
      fc.property(events, scale, (all, pxPerYear) => {
        const { cards } = layoutTimeline(all, lanes, { ...settings, pxPerYear })
        expect(cards.map((card) => card.id).sort()).toEqual(all.map((event) => event.id).sort())
        for (const { x, y } of cards) expect(Number.isFinite(x + y)).toBe(true)
      }),
    )
  })

  it('[TL2] no two cards overlap, nor a card and a dock that is not its own', () => {
    fc.assert(
      fc.property(events, scale, (all, pxPerYear) => {
        const { cards, docks } = layoutTimeline(all, lanes, { ...settings, pxPerYear })
        cards.forEach((card, i) => {
          for (const other of cards.slice(i + 1)) expect(overlap(card, other)).toBe(false)
          for (const dock of docks) expect(overlap(card, dock)).toBe(dock.ids.includes(card.id))
        })
      }),
    )
  })

  it('[TL7] no card covers the axis, the tracks beside it or the years below it', () => {
    fc.assert(
      fc.property(events, scale, (all, pxPerYear) => {
        const { cards, bend, marks } = layoutTimeline(all, lanes, { ...settings, pxPerYear })
        const tracks = (place: 'above' | 'below') =>
          Math.max(-1, ...marks.filter((m) => m.place === place).map((m) => m.track ?? -1)) + 1
        expect(bend.above.from).toBeGreaterThanOrEqual(tracks('above') * 12)
        expect(bend.below.from).toBeGreaterThanOrEqual(tracks('below') * 12 + LABEL_H)
        for (const { place, y, h } of cards) {
          if (place === 'above') expect(y + h).toBeLessThanOrEqual(-bend.above.to)
          else expect(y).toBeGreaterThanOrEqual(bend.below.to)
        }
      }),
    )
  })

  it('[TL4] every stem ends within the bounds of its date; stems stand in the order of the lower bounds', () => {
    fc.assert(
      fc.property(events, scale, (all, pxPerYear) => {
        const { cards } = layoutTimeline(all, lanes, { ...settings, pxPerYear })
        const startOf = (card: PlacedCard) => {
          const own = all.find((event) => event.id === card.id)?.date
          const bounds = own === null || own === undefined ? null : boundsOf(own, settings.today)
          if (!bounds) throw new Error('a stem without a date')
          return {
            from: xOfDay(bounds.startDay, linearScale(pxPerYear)),
            to: xOfDay(bounds.endDay, linearScale(pxPerYear)),
          }
        }
        for (const place of ['above', 'below']) {
          const stems = cards.filter((card) => card.place === place && card.stemX !== null)
          stems.sort((a, b) => (a.poleX ?? 0) - (b.poleX ?? 0))
          stems.forEach((card, i) => {
            const { from, to } = startOf(card)
            expect(card.stemX).toBeGreaterThanOrEqual(from - 1e-6)
            expect(card.stemX).toBeLessThanOrEqual(to + 1e-6)
            const next = stems[i + 1]
            if (next) expect(startOf(next).from).toBeGreaterThanOrEqual(from)
          })
        }
      }),
    )
  })

  it('[TL8] the same events and lanes give the same picture in any order, every time', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const first = layoutTimeline(all, lanes, settings)
        expect(layoutTimeline(other, lanes.toReversed(), settings)).toEqual(first)
        expect(layoutTimeline(all, lanes, settings)).toEqual(first)
      }),
    )
  })

  it('[TL9] in the fixture of 60 events, one event added anywhere moves at most 3 cards', () => {
    const all = sixty()
    const worst = Array.from({ length: 140 }, (_, i) => {
      const half = 1956 + i / 2
      const added = `${Math.floor(half)}-${half % 1 ? '08' : '02'}`
      return ['professional', 'family'].map(
        (side) => movedBy(all, { id: 'new', date: added, side, kind: 'contact', order: 'a0' }).length,
      )
    }).flat()
    expect(worst).toHaveLength(280)
    expect(Math.max(...worst)).toBeLessThanOrEqual(3)
  })

  it('[TL10] undated events and dates that cannot be read lie in the dock of their side, in order', () => {
    const undated = (id: string, order: string, own: string | null): TimelineEvent => ({
      id,
      order,
      date: own,
      side: 'family',
      kind: 'family',
    })
    const { docks, cards } = layoutTimeline(
      [undated('c', 'a2', null), undated('b', 'a1', 'nonsense'), undated('a', 'a1', null)],
      lanes,
      settings,
    )
    expect(docks).toHaveLength(1)
    expect(docks[0]).toMatchObject({ place: 'below', ids: ['a', 'b', 'c'] })
    expect(cards.every((card) => card.stemX === null)).toBe(true)
  })

  it('[TL11] dreams stand to the right of now, above, whatever their date', () => {
    const { cards, axis } = layoutTimeline(
      [{ id: 'd', date: '2010', side: 'family', kind: 'dream', order: 'a0' }],
      lanes,
      settings,
    )
    expect(cards[0]).toMatchObject({ place: 'above', stemX: null })
    expect(cards[0]?.x).toBeGreaterThan(axis.nowX)
  })

  it('[TL12] a date is marked as sure as it is', () => {
    const mark = (own: string, of: TimelineEvent['kind'] = 'family') =>
      layoutTimeline([{ id: 'm', date: own, side: 'family', kind: of, order: 'a0' }], lanes, settings)
        .marks[0]
    expect(mark('2016-03-05')).toMatchObject({
      form: 'dot',
      w: 0,
      track: null,
      approximate: false,
      uncertain: false,
    })
    expect(mark('2016')).toMatchObject({ form: 'bar', track: null })
    expect(mark('2016')?.w).toBeCloseTo(120, 0)
    expect(mark('2016~')).toMatchObject({ form: 'bar', approximate: true })
    expect(mark('2016~')?.w).toBeCloseTo(240, 0)
    expect(mark('2016-03-05~')).toMatchObject({ form: 'bar', approximate: true })
    expect(mark('2016-03-05?')).toMatchObject({ form: 'dot', uncertain: true })
    expect(mark('[..2015]')).toMatchObject({ form: 'bar', openStart: true, openEnd: false })
    expect(mark('2015/..')).toMatchObject({ form: 'bar', track: 0, openEnd: true })
    expect(mark('2015/2016', 'gap')).toMatchObject({ gap: true, track: 0 })
  })

  it('[TL13] periods of one side that overlap lie in tracks of their own; the first is nearest the axis', () => {
    const period = (id: string, own: string): TimelineEvent => ({
      id,
      date: own,
      side: 'family',
      kind: 'family',
      order: 'a0',
    })
    const { marks } = layoutTimeline(
      [period('a', '2010/2014'), period('b', '2012/2013'), period('c', '2016/2017')],
      lanes,
      settings,
    )
    expect(marks.map((mark) => mark.track)).toEqual([0, 1, 0])
    const many = ['a', 'b', 'c', 'd'].map((id) => period(id, '2010/2014'))
    const crowded = layoutTimeline(many, lanes, settings)
    expect(crowded.marks.map((mark) => mark.track)).toEqual([0, 1, 2, 3])
    expect(crowded.bend.below.from).toBeGreaterThanOrEqual(trackEdge(3) + LABEL_H)
  })

  it('[TL14] the axis runs from the first year to past today; an empty one shows the last ten years', () => {
    const empty = layoutTimeline([], lanes, settings)
    expect(empty.axis.x0).toBeCloseTo(xOfDay(dayOf(2016, 1, 1), linearScale(120)))
    expect(empty.axis.x1).toBeGreaterThan(empty.axis.nowX)
    expect(empty.sideLabels).toHaveLength(2)
    const one = layoutTimeline(
      [{ id: 'e', date: '2004-07', side: 'family', kind: 'family', order: 'a0' }],
      lanes,
      settings,
    )
    expect(one.axis.x0).toBeCloseTo(xOfDay(dayOf(2004, 1, 1), linearScale(120)))
  })

  it('[TL15] three hundred events are laid out', () => {
    const many = Array.from({ length: 5 }, (_, i) =>
      sixty().map((event) => ({ ...event, id: `${event.id}-${i}` })),
    ).flat()
    const startMs = performance.now()
    expect(layoutTimeline(many, lanes, settings).cards).toHaveLength(300)
    console.info(`300 events laid out in ${(performance.now() - startMs).toFixed(1)} ms`)
  })
})
