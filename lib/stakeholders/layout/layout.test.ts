import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlap } from '@/lib/genogram/boxes'
import { footprint } from '../place'
import { ringOf } from '../scales'
import { holder, inputArb } from '../test-kit'
import type { Box, PlacedStake, StakesInput, StakesLayout } from '../types'
import { isKnown } from './known'
import { fieldBox, layoutStakes } from './layout'

const NEVER = 0.001
const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x - NEVER &&
  inner.y >= outer.y - NEVER &&
  inner.x + inner.w <= outer.x + outer.w + NEVER &&
  inner.y + inner.h <= outer.y + outer.h + NEVER

const everybody = ({ centre, stakes }: StakesLayout) => [...(centre ? [centre] : []), ...stakes]

function placeOf(layout: StakesLayout, id: string): PlacedStake {
  const place = layout.stakes.find((one) => one.id === id)
  if (!place) throw new Error(`${id} is not in the picture`)
  return place
}

/** Those who stand in the field, with what they say. */
function placed({ stakeholders }: StakesInput, layout: StakesLayout) {
  return layout.stakes
    .filter(({ unplaced }) => !unplaced)
    .map((place) => ({ place, who: stakeholders.find(({ id }) => id === place.id)! }))
}

describe('the layout of a stakeholder map', () => {
  it('[STK1] the same people in any order give the same picture', () => {
    fc.assert(
      fc.property(inputArb(), fc.infiniteStream(fc.nat()), (input, random) => {
        const mixed = [...input.stakeholders]
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(layoutStakes({ ...input, stakeholders: mixed })).toEqual(layoutStakes(input))
      }),
      { numRuns: 60 },
    )
  })

  it('[STK2] no two symbols with their words overlap, of 60 people at one place neither', () => {
    fc.assert(
      fc.property(inputArb(), (input) => {
        const boxes = everybody(layoutStakes(input)).map(footprint)
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('[STK3] everybody is there once, within the bounds; in the tray is who the form cannot place, and nobody else', () => {
    fc.assert(
      fc.property(inputArb(), (input) => {
        const { form, stakeholders, centre } = input
        const layout = layoutStakes(input)
        const meant = stakeholders.filter(({ subject }) => form !== 'rings' || subject !== centre?.subject)
        expect(layout.stakes.map(({ id }) => id).sort()).toEqual(meant.map(({ id }) => id).sort())
        const unknown = meant.filter((who) => !isKnown(form, who))
        expect(layout.tray === null).toBe(unknown.length === 0)
        for (const place of layout.stakes) {
          const isUnknown = unknown.some(({ id }) => id === place.id)
          expect(place.unplaced).toBe(isUnknown)
          if (layout.tray) expect(inside(footprint(place), layout.tray)).toBe(isUnknown)
        }
        for (const place of everybody(layout)) {
          expect([place.x, place.y, place.labelY].every(Number.isFinite)).toBe(true)
          expect(inside(footprint(place), layout.bounds)).toBe(true)
        }
        if (layout.tray) expect(overlap(layout.tray, fieldBox(layout.ground))).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('[STK4] in the rings everybody stands in the ring of their nearness and in their sector, on no line of a ring', () => {
    fc.assert(
      fc.property(inputArb(fc.constant('rings')), (input) => {
        const layout = layoutStakes(input)
        if (layout.ground.form !== 'rings') throw new Error('no rings')
        const { radii, sectors } = layout.ground
        for (const { place, who } of placed(input, layout)) {
          const distance = Math.hypot(place.x, place.y)
          const ring = ringOf(who.nearness ?? 0)
          expect(distance).toBeGreaterThan(ring === 0 ? 0 : radii[ring - 1]! + place.h / 2)
          expect(distance).toBeLessThan(radii[ring]! - place.h / 2)
          const angle = ((Math.atan2(place.x, -place.y) * 180) / Math.PI + 360) % 360
          const slice = sectors.find(({ sector }) => sector === who.sector)!
          const turned = [angle - 360, angle, angle + 360]
          expect(turned.some((at) => at >= slice.from - NEVER && at <= slice.to + NEVER)).toBe(true)
        }
        expect(sectors.map(({ sector }) => sector).sort()).toEqual(
          [...new Set(placed(input, layout).map(({ who }) => who.sector))].sort(),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('[STK5] in the grid nobody is pushed into another quadrant, or out of the field', () => {
    fc.assert(
      fc.property(inputArb(fc.constant('grid')), (input) => {
        const layout = layoutStakes(input)
        for (const { place, who } of placed(input, layout)) {
          expect(place.x >= 0).toBe((who.interest ?? 0) >= 0.5)
          expect(place.y <= 0).toBe((who.influence ?? 0) >= 0.5)
          const symbol = { x: place.x - place.w / 2, y: place.y - place.h / 2, w: place.w, h: place.h }
          expect(inside(symbol, fieldBox(layout.ground))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[STK6] in the force field everybody stands in the column of their stance, the strongest on top; arrows point to the middle', () => {
    fc.assert(
      fc.property(inputArb(fc.constant('forces')), (input) => {
        const layout = layoutStakes(input)
        if (layout.ground.form !== 'forces') throw new Error('no force field')
        const { columns, half } = layout.ground
        const all = placed(input, layout)
        for (const { place, who } of all) {
          expect(place.x).toBe(columns.find(({ stance }) => stance === who.stance)!.x)
          expect(place.arrow === null).toBe(who.stance === 0)
          if (place.arrow) {
            const { x1, x2, y } = place.arrow
            expect(Math.sign(x2 - x1)).toBe(-Math.sign(who.stance ?? 0))
            expect(Math.abs(x2 - place.x)).toBeLessThan(half)
            expect(y).toBe(place.y)
          }
          for (const other of all) {
            if (other.who.stance !== who.stance || other.place.y <= place.y) continue
            expect(other.who.strength ?? 0).toBeLessThanOrEqual(who.strength ?? 0)
          }
        }
      }),
      { numRuns: 60 },
    )
    const widths = [null, 1, 2, 3, 4, 5].map(
      (strength) =>
        layoutStakes({ form: 'forces', centre: null, stakeholders: [holder('a', { stance: 2, strength })] })
          .stakes[0]?.arrow?.width ?? 0,
    )
    expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b))
  })

  it('[STK7] who is added last in the stored order moves nobody, as long as the field need not grow or be shared anew', () => {
    let compared = 0
    fc.assert(
      fc.property(inputArb(), (input) => {
        const [first, ...rest] = input.stakeholders
        if (!first || (input.form === 'rings' && first.subject === input.centre?.subject)) return
        const newcomer = { ...first, order: 'z0' }
        const before = layoutStakes({ ...input, stakeholders: rest })
        const after = layoutStakes({ ...input, stakeholders: [...rest, newcomer] })
        if (input.form !== 'forces') {
          if (JSON.stringify(before.ground) !== JSON.stringify(after.ground)) return
          compared++
          for (const place of before.stakes) expect(placeOf(after, place.id)).toEqual(place)
          return
        }
        // Only those below in the same column move, by one row.
        compared++
        const moved = before.stakes.filter(({ id, y }) => placeOf(after, id).y !== y)
        const to = placeOf(after, newcomer.id)
        expect(new Set(moved.map(({ id, y }) => placeOf(after, id).y - y)).size).toBeLessThanOrEqual(1)
        for (const { id, unplaced } of moved) {
          expect([placeOf(after, id).x, unplaced]).toEqual([to.x, false])
          expect(placeOf(after, id).y).toBeGreaterThan(to.y)
        }
      }),
      { numRuns: 100 },
    )
    expect(compared).toBeGreaterThan(40)
  })

  it('[STK8] in a sector people stand apart: the second and third take both sides of the first', () => {
    const stakeholders = ['a', 'b', 'c'].map((id) => holder(id, { nearness: 0.4 }))
    const other = holder('d', { nearness: 0.4, sector: 'network', circle: 'network' })
    const { stakes } = layoutStakes({ form: 'rings', stakeholders: [...stakeholders, other], centre: null })
    const angles = stakes.slice(0, 3).map(({ x, y }) => (Math.atan2(x, -y) * 180) / Math.PI)
    const [middle = 0, one = 0, two = 0] = angles
    expect(one).toBeLessThan(middle - 20)
    expect(two).toBeGreaterThan(middle + 20)
    expect(Math.abs(two - middle - (middle - one))).toBeLessThan(15)
  })

  it('[STK9] who stands in the middle of the rings stands nowhere else in them, and in the other forms where their stake says', () => {
    const stakeholders = [holder('a', { influence: 1, interest: 1, stance: 1, nearness: 1 })]
    const centre = { subject: 'of-a', labelW: 50, labelH: 30 }
    const rings = layoutStakes({ form: 'rings', stakeholders, centre })
    expect([rings.centre?.subject, rings.centre?.x, rings.centre?.y]).toEqual(['of-a', 0, 0])
    expect(rings.stakes).toEqual([])
    for (const form of ['grid', 'forces'] as const) {
      const layout = layoutStakes({ form, stakeholders, centre })
      expect([layout.centre, layout.stakes.length]).toEqual([null, 1])
    }
  })
})
