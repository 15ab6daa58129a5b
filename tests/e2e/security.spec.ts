import { expect, test } from '@playwright/test'
import type { WebSocket } from 'ws'
import { ask, cookiesOf, signIn } from './fixtures/http'
import { HANDSHAKE, speak } from './fixtures/raw'
import { PASSWORD, TestServer } from './fixtures/server'
import { openOwn, openSocket } from './fixtures/sockets'

let server: TestServer
let board: string
let ann: string
/** What must never stand in the log: words, names, addresses, tokens, cookies, passwords. */
const secrets = new Set([PASSWORD, 'Annemarijn', 'ann@example.nl', 'Waterlelie', 'Fout wachtwoord'])

// The address of who asks is what the proxy in front says: so every test can come from its own.
test.beforeAll(async () => {
  server = await TestServer.start({ TRUST_PROXY: '1', LIMIT_JOINS: '5', LIMIT_SIGN_INS: '3' })
  await server.addUser('ann@example.nl', 'Annemarijn')
  board = await server.addBoard('Waterlelie', 'ann@example.nl')
  ann = (await signIn(server, 'ann@example.nl')).cookie
  secrets.add(ann.split('=')[1] ?? '')
})
test.afterAll(() => server.dispose())

const from = (address: string) => ({ 'x-forwarded-for': address })
const alive = async () => (await ask(server, '/api/health')).status
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

async function linkFor(role: string, hours = 1, uses = 1) {
  const link = await server.cli([
    'board',
    'invite',
    board,
    '--role',
    role,
    '--hours',
    String(hours),
    '--uses',
    String(uses),
  ])
  secrets.add(tokenOf(link))
  return link
}

function join(link: string, name: string, cookie = '', address = '192.0.2.1') {
  secrets.add(name)
  return ask(server, `/api/join/${tokenOf(link)}`, {
    method: 'POST',
    json: { name },
    cookie,
    headers: from(address),
  })
}

async function guest(role: string, name: string): Promise<string> {
  const cookie = (await join(await linkFor(role), name)).headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  secrets.add(cookie.split('=')[1] ?? '')
  return cookie
}

/** With which codes these sockets have been closed; null for who is still open. */
function closing(sockets: readonly WebSocket[]) {
  const codes = sockets.map((): number | null => null)
  for (const [i, socket] of sockets.entries()) socket.once('close', (code) => (codes[i] = code))
  return codes
}

test('[SE1] raw requests that no browser sends are refused or cut off, and the server lives on', async () => {
  const host = `Host: localhost:${server.port}`
  const ours = [host, `Origin: ${server.url}`, `Cookie: ${ann}`, ...HANDSHAKE]
  const refused: [string[], number[], string?][] = [
    [['GET http://evil.example/signin HTTP/1.1', host], [400]],
    [[`GET ${server.url}/signin HTTP/1.1`, host], [400]],
    [['GET http://169.254.169.254/metrics HTTP/1.1', host], [400]],
    [['OPTIONS * HTTP/1.1', host], [400]],
    [['CONNECT evil.example:443 HTTP/1.1', host], [0]],
    [['GET /join/%E0%A4%A HTTP/1.1', host], [400]],
    [['GET /boards/../api/boards HTTP/1.1', host], [400]],
    [['POST / HTTP/1.1', host, 'Next-Action: 0123456789', 'Content-Length: 2'], [405], '[]'],
    [
      ['POST /api/boards HTTP/1.1', host, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
      [400],
      '0\r\n\r\n',
    ],
    [['\u0016\u0003\u0001'], [400]],
    ...[
      '/',
      '/api/health',
      '/_next/hmr',
      '/_next/webpack-hmr',
      '/sync',
      `/sync/${board}/../y`,
      `/sync/%2e%2e/${board}`,
      `${server.url}/sync/${board}`,
    ].map((path): [string[], number[]] => [[`GET ${path} HTTP/1.1`, ...ours], [0]]),
    [[`GET /sync/${board} HTTP/1.1`, host, ...HANDSHAKE], [403]],
    [[`POST /sync/${board} HTTP/1.1`, ...ours, 'Content-Length: 5'], [0, 405], 'hello'],
    [
      [`GET /sync/${board} HTTP/1.1`, host, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c'],
      [0, 403],
    ],
  ]
  for (const [lines, statuses, then] of refused)
    expect(statuses, lines[0]).toContain(await speak(server, lines, then))
  // An upgrade behind another request on one line: whichever is answered, the pages and sockets go on.
  await speak(
    server,
    ['GET /signin HTTP/1.1', host, '', `GET /sync/${board} HTTP/1.1`, ...ours],
    'GET / HTTP/1.1\r\n\r\n',
  )
  expect(await alive()).toBe(200)
  ;(await openOwn(server, `/sync/${board}`, ann)).close()
})

test('[SE2] with PUBLIC_URL only its host is answered; health is, by any name; a made-up address changes no limit', async () => {
  const named = await TestServer.start({ PUBLIC_URL: 'https://rotonde.example', LIMIT_JOINS: '2' })
  try {
    const status = (path: string, host: string, more: string[] = []) =>
      speak(named, [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...more])
    expect(await status('/signin', 'rotonde.example')).toBe(200)
    for (const host of ['evil.example', `localhost:${named.port}`, 'rotonde.example.evil']) {
      expect(await status('/signin', host)).toBe(421)
      expect(await status('/api/auth/csrf', host)).toBe(421)
      expect(await status('/api/health', host)).toBe(200)
      expect(
        await speak(named, [
          'GET /sync/x HTTP/1.1',
          `Host: ${host}`,
          'Origin: https://rotonde.example',
          ...HANDSHAKE,
        ]),
      ).toBe(0)
    }
    expect(await status('/signin', 'evil.example', ['X-Forwarded-Host: rotonde.example'])).toBe(421)
    const tries: number[] = []
    for (let i = 0; i < 4; i++) {
      const spoofed = [
        'x-forwarded-for',
        'x-rotonde-address',
        'x-middleware-request-x-rotonde-address',
        'x-real-ip',
      ]
      const lines = spoofed.map((name) => `${name}: 192.0.2.${i}`)
      tries.push(
        await speak(named, [
          'POST /api/return/none HTTP/1.1',
          'Host: rotonde.example',
          ...lines,
          'Content-Length: 0',
        ]),
      )
    }
    expect(tries).toEqual([404, 404, 429, 429])
  } finally {
    await named.dispose()
  }
})

test('[SE3] a link is used up by joining only; used up, past its time and revoked it is gone; who is in stays in', async () => {
  const link = await linkFor('participant', 1, 2)
  for (let i = 0; i < 10; i++)
    for (const method of ['GET', 'HEAD'])
      expect((await ask(server, new URL(link).pathname, { method, headers: from('192.0.2.2') })).status).toBe(
        200,
      )
  const cas = await join(link, 'Casimir')
  expect(JSON.parse(cas.text)).toMatchObject({ boardId: board, role: 'participant', state: 'in' })
  const cookie = cas.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  secrets.add(tokenOf((JSON.parse(cas.text) as { returnLink: string }).returnLink))
  // Once more by the same person uses nothing up and makes nobody new.
  const again = await join(link, 'Iemand anders', cookie)
  expect(again.headers.getSetCookie()).toEqual([])
  expect(again.text).not.toContain('returnLink')
  expect((await join(link, 'Dirkje')).status).toBe(200)
  expect((await join(link, 'Evelientje')).status).toBe(410)
  // Somebody with an account comes in as themselves.
  const other = await linkFor('viewer')
  expect(JSON.parse((await join(other, 'Iemand anders', ann)).text)).toMatchObject({
    role: 'facilitator',
    state: 'in',
  })

  const short = await linkFor('viewer', 0.000_3)
  await expect.poll(async () => (await join(short, 'Evelientje')).status).toBe(410)

  const json = { purpose: 'Samen kijken', legalBasis: 'consent' }
  await ask(server, `/api/boards/${board}/purpose`, { method: 'POST', cookie: ann, json })
  const made = await ask(server, `/api/boards/${board}/invites`, {
    method: 'POST',
    cookie: ann,
    json: { role: 'viewer', hours: 1, uses: 5 },
  })
  const { link: revoked, invite } = JSON.parse(made.text) as { link: string; invite: { id: string } }
  await ask(server, `/api/boards/${board}/invites/${invite.id}`, { method: 'DELETE', cookie: ann })
  expect((await join(revoked, 'Evelientje')).status).toBe(410)
})

test('[SE4] wrong links and return codes: not found, and after a few tries wait; for that address alone', async () => {
  const wrong = linkLike()
  for (const [address, path, page] of [
    ['192.0.2.3', `/api/join/${wrong}`, `/join/${wrong}`],
    ['192.0.2.4', `/api/return/${wrong}`, `/return/${wrong}`],
  ] as const) {
    const attempt = () =>
      ask(server, path, { method: 'POST', json: { name: 'Evelientje' }, headers: from(address) })
    const answers = []
    for (let i = 0; i < 6; i++) answers.push((await attempt()).status)
    expect(answers).toEqual([404, 404, 404, 404, 404, 429])
    expect((await ask(server, page, { headers: from(address) })).text).not.toContain('<form')
  }
  const good = await linkFor('viewer')
  expect((await join(good, 'Evelientje', '', '192.0.2.3')).status).toBe(429)
  expect((await join(good, 'Evelientje', '', '192.0.2.5')).status).toBe(200)
})

const linkLike = () => 'A'.repeat(32)

test('[SE5] a return code brings back the same person; a new one ends the old one; an account has none', async () => {
  const first = await join(await linkFor('participant'), 'Fransje')
  const cookie = first.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  const old = tokenOf((JSON.parse(first.text) as { returnLink: string }).returnLink)
  const back = (code: string) =>
    ask(server, `/api/return/${code}`, { method: 'POST', headers: from('192.0.2.6') })
  expect((await ask(server, `/return/${old}`)).headers.getSetCookie()).toEqual([])
  const returned = await back(old)
  expect(JSON.parse(returned.text)).toEqual({ boardId: board })
  expect(returned.headers.getSetCookie()[0]?.split(';', 1)[0]).not.toBe(cookie)
  const made = await ask(server, '/api/return-code', { method: 'POST', cookie })
  const code = tokenOf((JSON.parse(made.text) as { returnLink: string }).returnLink)
  for (const one of [old, code, cookie.split('=')[1] ?? '']) secrets.add(one)
  expect((await back(old)).status).toBe(404)
  expect((await back(code)).status).toBe(200)
  expect((await ask(server, '/api/return-code', { method: 'POST', cookie: ann })).status).toBe(403)
})

test('[SE6] signing out ends that session at once, its sockets too, and no other', async () => {
  const [one, two] = [await signIn(server, 'ann@example.nl', { from: from('192.0.2.7') }), ann]
  const sockets = await Promise.all(
    [one.cookie, two].map((cookie) => openOwn(server, `/sync/${board}`, cookie)),
  )
  const [mine, other] = sockets
  if (!mine || !other) throw new Error('no sockets')
  const codes = closing([mine, other])
  const { headers, text } = await ask(server, '/api/auth/csrf', { cookie: one.cookie })
  const { csrfToken } = JSON.parse(text) as { csrfToken: string }
  const out = await ask(server, '/api/auth/signout', {
    method: 'POST',
    cookie: `${cookiesOf(headers)}; ${one.cookie}`,
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  })
  expect(out.status).toBe(200)
  // Far sooner than the minute after which every connection is asked again anyway.
  await expect.poll(() => codes).toEqual([4401, null])
  expect((await ask(server, `/api/boards/${board}/export`, { cookie: one.cookie })).status).toBe(401)
  expect(await openSocket(server, `/sync/${board}`, { cookie: one.cookie, origin: server.url })).toEqual({
    status: 401,
  })
  expect((await ask(server, `/api/boards/${board}/export`, { cookie: two })).status).toBe(200)
  other.close()
})

test('[SE7] the cookie is for the server alone, and is another after every sign-in, whatever was planted', async () => {
  const planted = await guest('viewer', 'Gerritje')
  const { cookie, setCookie } = await signIn(server, 'ann@example.nl', { planted, from: from('192.0.2.8') })
  secrets.add(cookie.split('=')[1] ?? '')
  expect(setCookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
  expect(setCookie).not.toMatch(/domain/i)
  expect(cookie).not.toBe(planted)
  expect(cookie).not.toBe(ann)
  const invites = (who: string) => ask(server, `/api/boards/${board}/invites`, { cookie: who })
  expect((await invites(cookie)).status).toBe(200)
  expect((await invites(planted)).status).toBe(403)
  const forged = [
    'rotonde-session=',
    'rotonde-session=x',
    `${ann.slice(0, -3)}AAA`,
    `__Host-${ann}`,
    'rotonde-session=%E0%A4',
  ]
  for (const one of forged) expect((await invites(one)).status).toBe(401)
})

test('[SE8] guessing a password is stopped for that address and account, and tells nothing of who has one', async () => {
  const attempt = (email: string, password: string, address: string) =>
    signIn(server, email, { password, from: from(address) }).then(({ error }) => error)
  const wrong = ['ann@example.nl', 'niemand@example.nl'].map((email) =>
    attempt(email, 'Fout wachtwoord', '192.0.2.9'),
  )
  expect(await Promise.all(wrong)).toEqual(['wrong-password', 'wrong-password'])
  for (let i = 0; i < 2; i++) await attempt('ann@example.nl', 'Fout wachtwoord', '192.0.2.9')
  expect(await attempt('ann@example.nl', PASSWORD, '192.0.2.9')).toBe('too-many')
  expect(await attempt('ANN@example.nl ', PASSWORD, '192.0.2.9')).toBe('too-many')
  expect(await attempt('ann@example.nl', PASSWORD, '192.0.2.10')).toBe(null)
})

test('[SE9] removing a board sends its people away for good and leaves the other boards alone', async () => {
  const doomed = await server.addBoard('Vlinderstruik', 'ann@example.nl')
  const gone = await Promise.all(
    ['', '.meeting', '.prep'].map((rest) => openOwn(server, `/sync/${doomed}${rest}`, ann)),
  )
  const stays = await openOwn(server, `/sync/${board}`, ann)
  const codes = closing([...gone, stays])
  await server.cli(['board', 'remove', doomed])
  await expect.poll(() => codes).toEqual([4404, 4404, 4404, null])
  stays.close()
  expect((await ask(server, `/api/boards/${doomed}/export`, { cookie: ann })).status).toBe(404)
  expect(await openSocket(server, `/sync/${doomed}`, { cookie: ann, origin: server.url })).toEqual({
    status: 404,
  })
})

test('[SE12] after all of this, and provoked failures, the log holds no name, word, address, token or cookie', async () => {
  const provoke: [string, Parameters<typeof ask>[2]][] = [
    ['/api/boards', { method: 'POST', cookie: ann, body: '{"title":"Waterlelie' }],
    [`/api/boards/${board}/import`, { method: 'POST', cookie: ann, body: 'Waterlelie;Annemarijn' }],
    ['/boards/Waterlelie', { cookie: ann }],
    ['/join/Waterlelie%E0', {}],
    ['/nothing?Waterlelie', {}],
    ['/', { method: 'POST', headers: { 'next-action': 'Waterlelie' } }],
    ['/api/auth/_log', { method: 'POST', json: { level: 'error', code: 'Waterlelie' } }],
    ['/api/auth/session', { headers: { cookie: 'rotonde-session=Waterlelie' } }],
  ]
  for (const [path, asked] of provoke) await ask(server, path, asked)
  await server.run(
    ['user', 'add', '--email', 'ann@example.nl', '--name', 'Annemarijn', '--password-stdin'],
    PASSWORD,
  )
  await server.stop()
  // The one-time link for the first account is meant to be read there.
  const said = server.output.replaceAll(/\/setup\?token=\S+/g, '')
  expect(said).toContain('stopping')
  for (const secret of secrets) if (secret.length > 0) expect(said.includes(secret), secret).toBe(false)
})
