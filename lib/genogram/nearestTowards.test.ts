import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestTowards } from './nearestTowards'

const at = (id: string, x: number, y: number) => ({ id, x, y })

describe('from person to person by arrow key', () => {
  it('[GV12] an arrow goes to the nearest who stands more ahead than aside', () => {
    const all = [at('me', 0, 0), at('beside', 120, 0), at('below', 40, 160), at('far', 300, 10)]
    expect(nearestTowards(all, 'me', 'right')).toBe('beside')
    expect(nearestTowards(all, 'beside', 'right')).toBe('far')
    expect(nearestTowards(all, 'me', 'down')).toBe('below')
    expect(nearestTowards(all, 'me', 'left')).toBeNull()
    expect(nearestTowards(all, 'nobody', 'left')).toBeNull()
  })

  it('[GV13] an arrow goes nowhere but its way, and somewhere whenever somebody stands that way', () => {
    const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(places, (cells) => {
        const all = cells.map(([x, y], i) => at(`p${i}`, x * 80, y * 160))
        const here = all[0]!
        const ahead = {
          left: all.filter(({ x }) => x < here.x),
          right: all.filter(({ x }) => x > here.x),
          up: all.filter(({ y }) => y < here.y),
          down: all.filter(({ y }) => y > here.y),
        }
        for (const towards of ['left', 'right', 'up', 'down'] as const) {
          const ids: (string | null)[] = ahead[towards].map(({ id }) => id)
          expect(ids.length === 0 ? [null] : ids).toContain(nearestTowards(all, 'p0', towards))
        }
      }),
    )
  })
})
