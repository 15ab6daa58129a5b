import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeX } from './freeX'

const box = fc.record({
  x: fc.integer({ min: -200, max: 1_200 }),
  y: fc.integer({ min: 0, max: 200 }),
  w: fc.integer({ min: 1, max: 300 }),
  h: fc.integer({ min: 1, max: 100 }),
})

describe('a free place beside cards', () => {
  it('[TV9] the name of a side touches no card, wherever the cards stand', () => {
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 12 }), (wanted, obstacles) => {
        const x = freeX(wanted, obstacles, 1_200, 6)
        if (x === null) return
        expect(x).toBeGreaterThanOrEqual(wanted.x)
        expect(x + wanted.w).toBeLessThanOrEqual(1_200)
        for (const one of obstacles) {
          const beside = one.x >= x + wanted.w || one.x + one.w <= x
          const apart = one.y >= wanted.y + wanted.h || one.y + one.h <= wanted.y
          expect(beside || apart).toBe(true)
        }
      }),
    )
  })

  it('[TV9] it stays where it is when nothing is in the way, and there is none when all is full', () => {
    const wanted = { x: 100, y: 10, w: 100, h: 20 }
    expect(freeX(wanted, [{ x: 100, y: 60, w: 50, h: 50 }], 1_000, 6)).toBe(100)
    expect(freeX(wanted, [{ x: 90, y: 0, w: 50, h: 50 }], 1_000, 6)).toBe(146)
    expect(freeX(wanted, [{ x: 0, y: 0, w: 1_000, h: 50 }], 1_000, 6)).toBeNull()
  })
})
