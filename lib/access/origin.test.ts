import { expect, it } from 'vitest'
import { mayChange } from './origin'

const us = 'https://us.example'

it('[WEB3] a page of ours may change things', () => {
  expect(mayChange({ origin: us, fetchSite: 'same-origin' }, `${us}/`)).toBe(true)
  expect(mayChange({ origin: 'null', fetchSite: 'same-origin' }, us)).toBe(true)
})

it('[WEB4] a page of another site may change nothing', () => {
  const foreign = [
    'https://evil.example',
    'https://us.example.evil',
    'https://us.example:8443',
    'http://us.example',
  ]
  for (const origin of foreign) expect(mayChange({ origin, fetchSite: 'same-origin' }, us)).toBe(false)
  for (const fetchSite of ['cross-site', 'same-site', 'none', ''])
    for (const origin of [null, 'null']) expect(mayChange({ origin, fetchSite }, us)).toBe(false)
  expect(mayChange({ origin: 'null', fetchSite: null }, us)).toBe(false)
})

it('[WEB5] a program that is no browser may call us', () => {
  expect(mayChange({ origin: null, fetchSite: null }, us)).toBe(true)
})
