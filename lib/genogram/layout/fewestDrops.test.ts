import { expect, it } from 'vitest'
import { fewestDrops } from './fewestDrops'

it('[GL2] of equally small sets the latest items are dropped', () => {
  const fits = (kept: readonly number[]) =>
    !(kept.includes(1) && kept.includes(2)) && !(kept.includes(2) && kept.includes(3))
  expect(fewestDrops([1, 2, 3], fits)).toEqual([2])
  expect(fewestDrops([1, 2, 4], fits)).toEqual([2])
})

it('[GL2] with too many contradictions to try all, nothing that is dropped could be put back', () => {
  const items = Array.from({ length: 60 }, (_, i) => i)
  const fits = (kept: readonly number[]) => kept.every((one) => one % 2 === 0 || !kept.includes(one - 1))
  const dropped = fewestDrops(items, fits)
  const kept = items.filter((one) => !dropped.includes(one))
  expect(fits(kept)).toBe(true)
  for (const one of dropped) expect(fits([...kept, one])).toBe(false)
})
