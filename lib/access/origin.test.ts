import { expect, it } from 'vitest'
import { isSameHost, mayChange } from './origin'

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

it('[WEB20] the names of this machine for itself are one address, at one port', () => {
  const local = 'http://localhost:3000'
  for (const origin of [local, 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    expect(mayChange({ origin, fetchSite: null }, local)).toBe(true)
  for (const origin of ['http://127.0.0.1:3001', 'https://127.0.0.1:3000', 'http://127.0.0.2:3000'])
    expect(mayChange({ origin, fetchSite: null }, local)).toBe(false)
  expect(mayChange({ origin: 'http://127.0.0.1', fetchSite: null }, us)).toBe(false)
  expect(isSameHost('127.0.0.1', 'localhost')).toBe(true)
  expect(isSameHost('localhost', 'us.example')).toBe(false)
})
