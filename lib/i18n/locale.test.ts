import { expect, it } from 'vitest'
import { pickLocale } from './locale'

it('[LG1] the chosen language wins from the language of the browser', () => {
  expect(pickLocale('en', 'nl')).toBe('en')
  expect(pickLocale('nl', 'en')).toBe('nl')
})

it('[LG2] without a choice the language that the browser likes best among ours is used', () => {
  expect(pickLocale(undefined, 'en-GB,en;q=0.9,nl;q=0.8')).toBe('en')
  expect(pickLocale(undefined, 'de, en;q=0.3, nl;q=0.8')).toBe('nl')
  expect(pickLocale(undefined, 'nl;q=0,en;q=0.1')).toBe('en')
})

it('[LG3] whatever stands in the cookie or the header, the answer is a language of ours, Dutch when in doubt', () => {
  for (const chosen of [undefined, '', 'xx', '../nl'])
    for (const accept of [null, '', '*', 'de,fr;q=0.5', ';;q=,,', 'q=1'])
      expect(pickLocale(chosen, accept)).toBe('nl')
})
