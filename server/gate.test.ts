import { expect, it } from 'vitest'
import { turnAway, type Gate, type Knock } from './gate'

const gate: Gate = { publicUrl: 'https://us.example:8443', trustProxy: false }
const knock = (url: string, more: Partial<Knock> = {}): Knock => ({
  url,
  method: 'GET',
  headers: { host: 'us.example' },
  ...more,
})
const status = (request: Knock, at = gate) => turnAway(request, at)?.status ?? null

it('[SE20] a request whose address no browser writes is turned away, and its address is not repeated', () => {
  const strange = [
    'http://evil.example/signin',
    '*',
    '',
    '/join/SECRET%E0',
    '/join/%zz',
    '/sync/x/../y',
    '/a/%2e%2e/b',
    '/\\evil.example',
    '/a b',
  ]
  for (const url of strange) {
    const refused = turnAway(knock(url), gate)
    expect(refused?.status, url).toBe(400)
    expect(JSON.stringify(refused)).not.toContain('SECRET')
  }
  for (const url of ['/', '/boards/aZ_-09?view=free', '/_next/static/chunks/%5Bid%5D-a.js', '/api/health'])
    expect(status(knock(url)), url).toBe(null)
})

it('[SE21] with PUBLIC_URL only its host is answered, whatever the port, as one trusted proxy names it', () => {
  const from = (headers: Record<string, string>) => knock('/', { headers })
  for (const host of ['us.example', 'us.example:8443', 'US.example:1'])
    expect(status(from({ host })), host).toBe(null)
  for (const host of ['evil.example', 'us.example.evil', '127.0.0.1:3000', 'a@us.example:x', ''])
    expect(status(from({ host })), host).toBe(421)
  const rewritten = from({ host: '127.0.0.1:3000', 'x-forwarded-host': 'us.example' })
  expect(status(rewritten)).toBe(421)
  expect(status(rewritten, { ...gate, trustProxy: true })).toBe(null)
  expect(status(from({ host: 'evil.example' }), { ...gate, publicUrl: null })).toBe(null)
})

it('[SE22] pages can only be read: what Next would take for a server action never reaches it', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
    expect(status(knock('/signin', { method })), method).toBe(405)
  expect(status(knock('/', { method: 'HEAD' }))).toBe(null)
  expect(status(knock('/api/boards', { method: 'POST' }))).toBe(null)
})
