import { expect, it } from 'vitest'
import { Bucket } from './bucket'

it('[SY48] a clock that is put back costs nobody their line, one that is put forward gives no more than a full bucket', () => {
  const bucket = new Bucket(10, 20, 5_000_000)
  expect(bucket.take(1, 5_000_000)).toBe(0)
  expect(bucket.take(1, 5_000_000 - 3_600_000)).toBe(0)
  // From there it fills as before.
  for (let i = 0; i < 18; i++) expect(bucket.take(1, 1_400_000)).toBe(0)
  expect(bucket.take(1, 1_400_000)).toBe(100)
  expect(bucket.take(1, 1_400_000 + 86_400_000)).toBe(0)
  for (let i = 0; i < 19; i++) expect(bucket.take(1, 87_800_000)).toBe(0)
  expect(bucket.take(1, 87_800_000)).toBe(100)
})
