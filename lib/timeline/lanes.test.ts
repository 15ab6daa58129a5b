import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '@/lib/dates/bounds'
import { isEra } from './eras'
import { layoutTimeline } from './layout'
import { STEM_CLEAR } from './metrics'
import { xOfDay } from './scale'
import { overlap, someEvents, someLanes, someLoops, someSettings, TODAY } from './test-kit'
import type { PlacedCard, TimelineEvent, TimelineLayout } from './types'

const any = fc.record({
  events: someEvents(),
  lanes: someLanes,
  settings: someSettings,
  loops: someLoops,
})
const laid = any.map(({ events, lanes, settings, loops }) => ({
  events,
  lanes,
  settings,
  layout: layoutTimeline(events, lanes, settings, loops),
}))
const isBackground = (event: TimelineEvent) => {
  const bounds = event.date === null ? null : boundsOf(event.date, TODAY)
  return bounds !== null && isEra({ event, bounds })
}
const laneOf = ({ lanes }: TimelineLayout, card: PlacedCard) => lanes.find(({ id }) => id === card.laneId)

describe('layoutTimeline with any lanes on any scale', () => {
  it('[TL37] every event is drawn once: as a card, as an era, or counted in its collapsed lane', () => {
    fc.assert(
      fc.property(laid, ({ events, lanes, layout }) => {
        const counted = layout.folded.flatMap(({ ids }) => [...ids])
        const drawn = [...layout.cards.map(({ id }) => id), ...layout.eras.map(({ id }) => id), ...counted]
        expect(drawn.sort()).toEqual(events.map(({ id }) => id).sort())
        const collapsed = new Set(lanes.filter((lane) => lane.collapsed).map(({ id }) => id))
        for (const { id, side, kind } of events) {
          if (kind !== 'dream' && collapsed.has(side) && !layout.eras.some((era) => era.id === id))
            expect(counted).toContain(id)
        }
        for (const lane of layout.lanes) {
          const own = layout.cards.filter(({ laneId }) => laneId === lane.id).length
          const away = layout.folded.filter(({ laneId }) => laneId === lane.id)
          expect(lane.count).toBe(own + away.reduce((sum, { ids }) => sum + ids.length, 0))
        }
      }),
    )
  })

  it('[TL38] lanes are bands that do not overlap, the first ones at the axis; all that belongs to a lane lies in its band', () => {
    fc.assert(
      fc.property(laid, ({ layout }) => {
        const { lanes, cards, docks, folded, marks, sideLabels } = layout
        lanes.forEach((lane, i) => {
          for (const other of lanes.slice(i + 1))
            expect(overlap({ ...lane, x: 0, w: 1 }, { ...other, x: 0, w: 1 })).toBe(false)
          const first = lanes.find(({ place }) => place === lane.place)
          expect(lane.baseY === 0).toBe(lane === first)
          for (const box of [...cards, ...docks, ...folded].filter(({ laneId }) => laneId === lane.id)) {
            expect(box.y).toBeGreaterThanOrEqual(lane.y)
            expect(box.y + box.h).toBeLessThanOrEqual(lane.y + lane.h)
          }
          for (const { baseY } of [...cards, ...marks].filter(({ laneId }) => laneId === lane.id))
            expect(baseY).toBe(lane.baseY)
          for (const { y } of sideLabels.filter(({ laneId }) => laneId === lane.id)) {
            expect(y).toBeGreaterThan(lane.y)
            expect(y).toBeLessThanOrEqual(lane.y + lane.h)
          }
        })
      }),
    )
  })

  it('[TL39] no cards, docks or counts overlap, and no stem comes near a card that is not its own, in any lane', () => {
    fc.assert(
      fc.property(laid, ({ layout }) => {
        const { cards, docks, folded } = layout
        const boxes = [...cards, ...folded]
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
          for (const dock of docks) expect(overlap(box, dock)).toBe(dock.ids.includes(box.id))
        })
        docks.forEach((dock, i) => {
          for (const other of docks.slice(i + 1)) expect(overlap(dock, other)).toBe(false)
        })
        for (const card of cards) {
          if (card.poleX === null || card.stemX === null) continue
          const [top, bottom] = [Math.min(card.baseY, card.y), Math.max(card.baseY, card.y + card.h)]
          const stem = { x: card.poleX - STEM_CLEAR, w: 2 * STEM_CLEAR, y: top, h: bottom - top }
          const foot = laneOf(layout, card)
          if (!foot) throw new Error('a card without a lane')
          for (const other of cards) if (other !== card) expect(overlap(stem, other)).toBe(false)
          // Up to where it has bent it passes no cards at all.
          const bent = card.baseY + foot.bend.to * (card.place === 'above' ? -1 : 1)
          const low = { x: -1e6, w: 2e6, y: Math.min(card.baseY, bent), h: Math.abs(bent - card.baseY) }
          for (const other of cards) if (other.stemX !== null) expect(overlap(low, other)).toBe(false)
        }
      }),
    )
  })

  it('[TL40] in every lane on every scale cards stand in order of date, with the foot of their stem within it', () => {
    fc.assert(
      fc.property(laid, ({ events, layout }) => {
        const dateOf = new Map(events.map(({ id, date }) => [id, date]))
        for (const lane of layout.lanes) {
          let last = { foot: -Infinity, pole: -Infinity, day: -Infinity }
          for (const { id, laneId, stemX, poleX } of layout.cards) {
            if (laneId !== lane.id || stemX === null || poleX === null) continue
            const bounds = boundsOf(dateOf.get(id) ?? '', TODAY)
            if (!bounds) throw new Error('a stem without a date')
            expect(stemX).toBeGreaterThanOrEqual(xOfDay(bounds.startDay, layout.scale) - 1e-6)
            expect(stemX).toBeLessThanOrEqual(xOfDay(bounds.endDay, layout.scale) + 1e-6)
            expect(bounds.startDay).toBeGreaterThanOrEqual(last.day)
            expect(stemX).toBeGreaterThanOrEqual(last.foot)
            expect(poleX).toBeGreaterThan(last.pole)
            last = { foot: stemX, pole: poleX, day: bounds.startDay }
          }
        }
      }),
    )
  })

  it('[TL8] any order of events, lanes and loops gives the same picture, on every scale', () => {
    fc.assert(
      fc.property(any, ({ events, lanes, settings, loops }) => {
        const first = layoutTimeline(events, lanes, settings, loops)
        const turned = layoutTimeline(events.toReversed(), lanes.toReversed(), settings, loops.toReversed())
        expect(turned).toEqual(first)
      }),
    )
  })

  it('[TL41] an era is a band behind everything over the whole height, and no card; without a period for a date it is a card', () => {
    fc.assert(
      fc.property(laid, ({ events, layout }) => {
        const ids = events.filter((one) => one.kind !== 'dream' && isBackground(one)).map(({ id }) => id)
        expect(layout.eras.map(({ id }) => id).sort()).toEqual(ids.sort())
        const names = layout.eras.map(({ labelX, labelY, labelW }) => ({
          x: labelX,
          y: labelY - 14,
          w: labelW,
          h: 18,
        }))
        const all = [...layout.cards, ...layout.docks, ...layout.folded]
        layout.eras.forEach((era, i) => {
          expect(era.w).toBeGreaterThan(0)
          for (const { y, h } of all) {
            expect(era.y).toBeLessThanOrEqual(y)
            expect(era.y + era.h).toBeGreaterThanOrEqual(y + h)
          }
          for (const other of names.slice(i + 1)) expect(overlap(names[i]!, other)).toBe(false)
          for (const box of [
            ...all,
            ...layout.sideLabels.map(({ x, y }) => ({ x, y: y - 14, w: 100, h: 14 })),
          ])
            expect(overlap(names[i]!, box)).toBe(false)
        })
      }),
    )
    const era = (date: string | null): TimelineEvent => {
      return { id: 'bij oma', date, side: 'family', kind: 'family', order: 'a0', background: true }
    }
    const settings = { today: TODAY, pxPerYear: 120, birth: null, locale: 'nl' as const }
    expect(layoutTimeline([era('2010~/2014')], [], settings).eras[0]).toMatchObject({
      softStart: true,
      softEnd: true,
    })
    expect(layoutTimeline([era('2010/..')], [], settings).eras[0]).toMatchObject({
      softStart: false,
      softEnd: true,
    })
    for (const date of ['2010', null]) expect(layoutTimeline([era(date)], [], settings).cards).toHaveLength(1)
  })

  it('[TL42] an era that is added moves nothing on the line', () => {
    fc.assert(
      fc.property(any, ({ events, lanes, settings }) => {
        const linear = { ...settings, scale: 'linear' as const }
        const era = {
          id: 'era',
          date: '1990/1996',
          side: 'family',
          kind: 'family' as const,
          order: 'a0',
          background: true,
        }
        const anchor = { id: 'anchor', date: '1959', side: 'family', kind: 'family' as const, order: 'a0' }
        const before = layoutTimeline([...events, anchor], lanes, linear)
        const after = layoutTimeline([...events, anchor, era], lanes, linear)
        expect([after.cards, after.marks, after.lanes]).toEqual([before.cards, before.marks, before.lanes])
      }),
    )
  })

  it('[TL62] an event that is added to one lane moves no card of another along the line, and across it only a lane as a whole', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1961, max: 2025 }), ({ events, lanes, settings, loops }, year) => {
        const linear = { ...settings, scale: 'linear' as const }
        const added: TimelineEvent = {
          id: 'new',
          date: `${year}-05`,
          side: 'school',
          kind: 'contact',
          order: 'a0',
        }
        const before = layoutTimeline(events, lanes, linear, loops)
        const after = layoutTimeline([...events, added], lanes, linear, loops)
        const own = lanes.some(({ id }) => id === 'school')
          ? 'school'
          : after.cards.find(({ id }) => id === 'new')?.laneId
        for (const { id: laneId } of before.lanes.filter((lane) => lane.id !== own)) {
          const cards = before.cards.filter((card) => card.laneId === laneId && card.stemX !== null)
          const moved = cards.map((card) => {
            const now = after.cards.find(({ id }) => id === card.id)
            expect(now?.x).toBe(card.x)
            return (now?.y ?? NaN) - card.y
          })
          for (const by of moved) expect(by).toBeCloseTo(moved[0] ?? 0)
        }
      }),
    )
  })
})
