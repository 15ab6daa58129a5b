import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { relax, type Clearance, type Spring } from './relax'

const WEIGHTS = [1e-7, 1e-3, 1]

describe('relax', () => {
  it('[GL19] springs that agree are met, and what nothing joins stays', () => {
    const x = relax([5, 0, 7], [{ a: 0, b: 1, offset: 20, weight: 1 }], [])
    expect((x[1] as number) - (x[0] as number)).toBeCloseTo(20)
    expect(x[2]).toBe(7)
  })

  it('[GL19] a clearance is kept against a spring, and both sides of it give way alike', () => {
    const springs = [
      { a: 0, b: 1, offset: 0, weight: 1 },
      { a: 0, b: 2, offset: 0, weight: 1 },
      { a: 0, b: 3, offset: 0, weight: 1e-3 },
    ]
    const [parent = 0, first = 0, last = 0, other = 0] = relax([0, 0, 0, 0], springs, [
      { a: 1, b: 2, least: 80 },
      { a: 2, b: 3, least: 80 },
    ])
    expect(last - first).toBeGreaterThanOrEqual(80 - 1e-3)
    expect(other - last).toBeGreaterThanOrEqual(80 - 1e-3)
    expect(parent - first).toBeCloseTo(last - parent, 0)
  })

  it('[GL19] no shift of any group of places that keeps the clearances makes the tension less', () => {
    const pair = fc.tuple(fc.nat(6), fc.nat(6))
    const springs = fc.array(
      fc.record({ pair, offset: fc.integer({ min: -100, max: 100 }), weight: fc.constantFrom(...WEIGHTS) }),
      { maxLength: 14 },
    )
    const clearances = fc.array(fc.record({ pair, least: fc.integer({ min: -50, max: 150 }) }), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(springs, clearances, (wishes, bounds) => {
        const all = wishes.map(({ pair: [a, b], ...rest }): Spring => ({ a, b, ...rest }))
        // From left to right, so that they can all hold.
        const clear = bounds.flatMap(({ pair: [a, b], least }): Clearance[] =>
          a < b ? [{ a, b, least }] : [],
        )
        const x = relax([0, 0, 0, 0, 0, 0, 0], all, clear)
        const broken = (at: readonly number[]) =>
          Math.max(0, ...clear.map(({ a, b, least }) => least - (at[b] as number) + (at[a] as number)))
        const tension = (at: readonly number[]) =>
          all.reduce(
            (sum, { a, b, offset, weight }) =>
              sum + weight * ((at[b] as number) - (at[a] as number) - offset) ** 2,
            0,
          )
        expect(broken(x)).toBeLessThan(1e-3)
        for (let group = 0; group < 128; group++)
          for (const far of [-1, 1]) {
            const moved = x.map((at, i) => at + (group & (1 << i) ? far : 0))
            if (broken(moved) <= broken(x)) expect(tension(moved)).toBeGreaterThanOrEqual(tension(x) - 1e-3)
          }
      }),
      { numRuns: 500, seed: 20_261_130 },
    )
  })
})
