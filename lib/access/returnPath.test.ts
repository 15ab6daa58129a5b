import fc from 'fast-check'
import { expect, it } from 'vitest'
import { returnPath } from './returnPath'

it('[WEB1] after signing in people go to the page that they asked for', () => {
  expect(returnPath('/boards/b1?view=timeline')).toBe('/boards/b1?view=timeline')
})

it('[WEB2] a link cannot send people to another site after signing in', () => {
  const asked = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/%2e%2e//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
    ' //evil.example',
    '/api/auth/signout',
    '',
    null,
    undefined,
  ]
  for (const one of asked)
    expect(new URL(returnPath(one), 'https://us.example').origin).toBe('https://us.example')
  expect(returnPath('//evil.example/boards')).toBe('/')
  expect(returnPath('/.//evil.example')).toBe('/')
  expect(returnPath('/api/auth/signout')).toBe('/')
})

it('[WEB2] a link cannot send people to another site, whatever it is made of', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    'evil.example',
    ':',
    '@',
    '\t',
    '\n',
    '%2f',
    '?',
    '#',
    'a',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const url = new URL(returnPath('/' + pieces.join('')), 'https://us.example')
      expect(url.origin).toBe('https://us.example')
    }),
  )
})
