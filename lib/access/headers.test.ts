import { expect, it } from 'vitest'
import { pagePolicy, plainHeaders } from './headers'

it('[WEB6] a page may load, and talk to, nothing but our own origin', () => {
  const policy = pagePolicy('abc', 'https://us.example/', false)
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("connect-src 'self' wss://us.example;")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe-eval|\*|https:/)
})

it('[WEB7] only an https site binds browsers to https', () => {
  expect(plainHeaders('https://us.example')).toHaveProperty('Strict-Transport-Security')
  expect(plainHeaders('http://localhost:3000')).not.toHaveProperty('Strict-Transport-Security')
})
