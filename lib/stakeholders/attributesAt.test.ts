import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECORDS } from '@/lib/case/schema'
import { attributesAt } from './attributesAt'
import { layoutStakes } from './layout/layout'
import { RING_PAD, ringOf } from './scales'
import { attributesArb, holder, inputArb, NOTHING_SAID } from './test-kit'
import { STAKE_FORMS, type Stakeholder, type StakeForm } from './types'

const CENTRE = { subject: 'index', labelW: 60, labelH: 47 }
const ABOUT = {
  rings: ['nearness'],
  grid: ['influence', 'interest'],
  forces: ['stance'],
} as const satisfies Record<StakeForm, readonly string[]>

const alone = (form: StakeForm, who: Stakeholder) =>
  layoutStakes({ form, stakeholders: [who], centre: CENTRE })

const pointArb = fc.record({
  x: fc.double({ min: -900, max: 900, noNaN: true }),
  y: fc.double({ min: -900, max: 900, noNaN: true }),
})

describe('what a place says', () => {
  it.each(STAKE_FORMS)('[STK20] %s: where somebody stands alone says what they say', (form) => {
    fc.assert(
      fc.property(attributesArb, (attributes) => {
        const who = holder('a', attributes)
        const layout = alone(form, who)
        const [place] = layout.stakes
        const said = attributesAt(form, place!, layout)
        expect(Object.keys(said).sort()).toEqual([...ABOUT[form]].sort())
        const isKnown = ABOUT[form].every((one) => who[one] !== null)
        for (const one of ABOUT[form]) {
          if (!isKnown) expect(said[one]).toBeNull()
          else expect(Math.abs((said[one] ?? 9) - (who[one] ?? 9))).toBeLessThanOrEqual(0.0101)
        }
        if (form === 'rings' && isKnown) expect(ringOf(said.nearness ?? 0)).toBe(ringOf(who.nearness ?? 0))
      }),
    )
  })

  it('[STK21] a symbol that is put down alone stands where it was put, in the grid within 4 units', () => {
    fc.assert(
      fc.property(pointArb, ({ x, y }) => {
        const at = { x: Math.max(-316, Math.min(316, x)), y: Math.max(-316, Math.min(316, y)) }
        const empty = layoutStakes({ form: 'grid', stakeholders: [], centre: null })
        const [place] = alone('grid', holder('a', attributesAt('grid', at, empty))).stakes
        expect(Math.max(Math.abs(place!.x - at.x), Math.abs(place!.y - at.y))).toBeLessThan(4)
      }),
    )
  })

  it('[STK22] in the rings it keeps its distance but for the pad of a ring; in the force field its column', () => {
    fc.assert(
      fc.property(pointArb, (at) => {
        const empty = layoutStakes({ form: 'rings', stakeholders: [], centre: CENTRE })
        const [near] = alone('rings', holder('a', attributesAt('rings', at, empty))).stakes
        const distance = Math.hypot(at.x, at.y)
        // Nearer than the nearest stands who it is about; further than the furthest there is no ring.
        if (distance > 84 && distance < 440)
          expect(Math.abs(Math.hypot(near!.x, near!.y) - distance)).toBeLessThanOrEqual(RING_PAD + 2)
        const field = layoutStakes({ form: 'forces', stakeholders: [], centre: null })
        const [pulled] = alone('forces', holder('a', attributesAt('forces', at, field))).stakes
        if (Math.abs(at.x) < 425) expect(Math.abs(pulled!.x - at.x)).toBeLessThanOrEqual(85)
      }),
    )
  })

  it('[STK23] any place, in any map, says something that a stake can hold; the tray says that nobody knows', () => {
    fc.assert(
      fc.property(inputArb(), pointArb, fc.integer({ min: -9, max: 9 }), (input, { x, y }, times) => {
        const layout = layoutStakes(input)
        const said = attributesAt(input.form, { x: x * times, y: y * times }, layout)
        expect(RECORDS.stakes.safeParse({ id: 's', subject: 'a', ...NOTHING_SAID, ...said }).success).toBe(
          true,
        )
        if (!layout.tray) return
        const inTray = { x: layout.tray.x + layout.tray.w / 2, y: layout.tray.y + 5 }
        expect(Object.values(attributesAt(input.form, inTray, layout)).every((one) => one === null)).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})
