import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_W, STEM_CLEAR, STEM_INSET } from './metrics'
import { packFlags, type Flag, type PlacedFlag } from './pack'

const flag = fc
  .record({
    min: fc.integer({ min: 0, max: 2_000 }),
    wish: fc.integer({ min: 0, max: 120 }),
    room: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ min, wish, room }) => ({ min, wish: min + Math.min(wish, room), max: min + room }))
const flags = fc
  .array(flag, { maxLength: 40 })
  .map((all) => all.map((one, i) => ({ ...one, id: `f${i}` })).sort((a, b) => a.min - b.min))

const left = (card: PlacedFlag) => card.pole - STEM_INSET
const byId = (cards: readonly PlacedFlag[]) => new Map(cards.map((card) => [card.id, card]))

describe('packFlags', () => {
  it('[TL2] no two cards of a side overlap', () => {
    fc.assert(
      fc.property(flags, (all) => {
        const cards = packFlags(all)
        for (const a of cards)
          for (const b of cards)
            if (a.id < b.id && a.row === b.row) expect(Math.abs(left(a) - left(b))).toBeGreaterThan(CARD_W)
      }),
    )
  })

  it('[TL3] no stem runs through a card, and every stem stays clear of the cards it passes', () => {
    fc.assert(
      fc.property(flags, (all) => {
        const cards = packFlags(all)
        for (const high of cards)
          for (const low of cards) {
            if (low.row >= high.row) continue
            const clear = high.pole <= left(low) - STEM_CLEAR || high.pole >= left(low) + CARD_W + STEM_CLEAR
            expect(clear).toBe(true)
          }
      }),
    )
  })

  it('[TL4] a stem stands within its date, and stems and poles stand in order of date', () => {
    fc.assert(
      fc.property(flags, (all) => {
        const cards = packFlags(all)
        cards.forEach((card, i) => {
          const { id, min, max } = all[i] as Flag
          expect(card.id).toBe(id)
          expect(card.foot).toBeGreaterThanOrEqual(min)
          expect(card.foot).toBeLessThanOrEqual(max)
          const next = cards[i + 1]
          if (!next) return
          expect(next.foot).toBeGreaterThanOrEqual(card.foot)
          expect(next.pole).toBeGreaterThan(card.pole)
        })
      }),
    )
  })

  it('[TL5] an event that is added moves only cards of the run that it joins, as that run is or was', () => {
    fc.assert(
      fc.property(flags, flag, (all, extra) => {
        const before = byId(packFlags(all))
        const added = { ...extra, id: 'new' }
        const after = packFlags([...all, added].sort((a, b) => a.min - b.min))
        const run = byId(after).get('new')?.run
        const beside = after.filter((card) => card.run === run)
        const runsBefore = new Set(beside.map((card) => before.get(card.id)?.run))
        for (const card of after) {
          const old = before.get(card.id)
          if (!old || card.run === run || runsBefore.has(old.run)) continue
          expect([card.foot, card.pole, card.row]).toEqual([old.foot, old.pole, old.row])
        }
      }),
    )
  })

  it('[TL6] a card that stands free lies in the row nearest the axis with a straight stem', () => {
    const [a, b] = packFlags([
      { id: 'a', min: 0, wish: 10, max: 20 },
      { id: 'b', min: 400, wish: 400, max: 400 },
    ])
    expect(a).toMatchObject({ foot: 10, pole: 10, row: 0, run: 0 })
    expect(b).toMatchObject({ foot: 400, pole: 400, row: 0, run: 1 })
  })

  it('[TL29] a crowded line stays low and its stems nearly straight: 80 px apart, 5 rows, no bend as wide as a card', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => ({
      id: `c${i}`,
      min: i * 80,
      wish: i * 80,
      max: i * 80,
    }))
    const cards = packFlags(crowd)
    expect(Math.max(...cards.map((card) => card.row))).toBeLessThan(5)
    expect(Math.max(...cards.map((card) => card.pole - card.foot))).toBeLessThan(CARD_W)
  })
})
