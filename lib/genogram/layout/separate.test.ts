import fc from 'fast-check'
import { expect, it } from 'vitest'
import { separate } from './separate'

const cost = (wishes: readonly { x: number; weight: number }[], at: readonly number[]) =>
  wishes.reduce((sum, wish, i) => sum + wish.weight * (wish.x - (at[i] ?? 0)) ** 2, 0)

it('[GL6] what wants the same place is put apart around it', () => {
  expect(
    separate(
      [
        { x: 5, weight: 1 },
        { x: 5, weight: 1 },
        { x: 90, weight: 1 },
      ],
      [10, 10],
    ),
  ).toEqual([0, 10, 90])
})

it('[GL6] gaps are kept, and no small move of a touching group is better', () => {
  const wish = fc.record({ x: fc.integer({ min: -200, max: 200 }), weight: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(
      fc.array(wish, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 80 }),
      (wishes, gap) => {
        const gaps = wishes.slice(1).map(() => gap)
        const at = separate(wishes, gaps)
        for (let i = 1; i < at.length; i++)
          expect((at[i] ?? 0) - (at[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-6)
        for (let from = 0; from < at.length; from++)
          for (const by of [-0.5, 0.5]) {
            // The group from here to the right, or all up to here, moved away from its neighbour.
            const moved = at.map((x, i) => (by > 0 ? (i >= from ? x + by : x) : i <= from ? x + by : x))
            expect(cost(wishes, moved)).toBeGreaterThanOrEqual(cost(wishes, at) - 1e-6)
          }
      },
    ),
  )
})
