import { expect, it } from 'vitest'
import { randomId } from './tokens'

it('[AC29] an id that the server makes can be an argument on the command line: it never begins with a dash', () => {
  // One in 64 would, so 2,000 without one are no luck.
  const ids = Array.from({ length: 2_000 }, () => randomId())
  expect(ids.filter((id) => !/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
