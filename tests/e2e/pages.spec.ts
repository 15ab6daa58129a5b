import { expect, test } from '@playwright/test'
import { ask, signIn, type Asked } from './fixtures/http'
import { PASSWORD, TestServer } from './fixtures/server'
import { openSocket } from './fixtures/sockets'

/** Stands in the title of the board, and so in every answer that shows something of it. */
const MARK = 'Klaproosveld'
const WHO = ['nobody', 'stranger', 'guest elsewhere', 'viewer', 'participant', 'facilitator'] as const
type Who = (typeof WHO)[number]
/** In the order of `WHO`. */
type Statuses = readonly [number, number, number, number, number, number]

let server: TestServer
let board: string
let cookies: Record<Who, string>
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '10000' })
  await server.addUser('ann@example.nl', 'Ann')
  await server.addUser('bob@example.nl', 'Bob')
  board = await server.addBoard(MARK, 'ann@example.nl')
  const elsewhere = await server.addBoard('Ander bord', 'bob@example.nl')
  const join = async (id: string, role: string) => server.join(await server.invite(id, role), 'Cas')
  cookies = {
    nobody: '',
    stranger: (await signIn(server, 'bob@example.nl')).cookie,
    'guest elsewhere': await join(elsewhere, 'facilitator'),
    viewer: await join(board, 'viewer'),
    participant: await join(board, 'participant'),
    facilitator: (await signIn(server, 'ann@example.nl')).cookie,
  }
})
test.afterAll(() => server.dispose())

const api = (rest: string, id = board) => `/api/boards/${id}/${rest}`
const purpose = { purpose: 'Samen kijken', legalBasis: 'consent' }
const invite = { role: 'viewer', hours: 1, uses: 1 }

/** Each route of the API with what it answers to whom. */
const ROUTES: (() => [string, Asked, Statuses])[] = [
  () => [
    '/api/boards',
    { method: 'POST', json: { title: 'T', question: 'V' } },
    [401, 201, 403, 403, 403, 201],
  ],
  () => ['/api/return-code', { method: 'POST' }, [401, 403, 200, 200, 200, 403]],
  () => ['/api/stay', { method: 'POST' }, [401, 200, 200, 200, 200, 200]],
  () => [api('export'), {}, [401, 404, 404, 200, 200, 200]],
  () => [api('invites'), {}, [401, 404, 404, 403, 403, 200]],
  () => [api('purpose'), { method: 'POST', json: purpose }, [401, 404, 404, 403, 403, 200]],
  () => [api('invites'), { method: 'POST', json: invite }, [401, 404, 404, 403, 403, 201]],
  () => [api('invites/none'), { method: 'DELETE' }, [401, 404, 404, 403, 403, 200]],
  () => [api('open'), { method: 'POST' }, [401, 404, 404, 403, 403, 200]],
  () => [
    api('import?preview=1'),
    { method: 'POST', body: 'wanneer;wat\n2012;x' },
    [401, 404, 404, 403, 200, 200],
  ],
  () => [api('members'), {}, [401, 404, 404, 200, 200, 200]],
  () => [api('pictures'), { method: 'POST', body: 'none' }, [401, 404, 404, 403, 415, 415]],
  () => [api('pictures/none'), {}, [401, 404, 404, 404, 404, 404]],
  () => [api('entries'), {}, [401, 404, 404, 200, 200, 200]],
  () => [api('entries/s1'), {}, [401, 404, 404, 403, 403, 200]],
  () => [
    api('entries/s1'),
    { method: 'POST', json: { entry: { kind: 'scale', value: 5 } } },
    [401, 404, 404, 403, 200, 200],
  ],
  () => [api('entries/s1/ready'), { method: 'POST', json: { ready: true } }, [401, 404, 404, 403, 200, 200]],
  () => [api('entries/s1'), { method: 'DELETE' }, [401, 404, 404, 200, 200, 200]],
  () => [
    api('entries/s2/reveal'),
    { method: 'POST', json: { into: 'meeting' } },
    [401, 404, 404, 403, 403, 200],
  ],
  () => [
    api('entries/s2'),
    { method: 'POST', json: { entry: { kind: 'scale', value: 5 } } },
    [401, 404, 404, 403, 409, 409],
  ],
  () => [api('remove', 'none'), { method: 'POST' }, [401, 404, 404, 404, 404, 404]],
  () => [api('export', 'none'), {}, [401, 404, 404, 404, 404, 404]],
]

/** Ways in which a guard outside the route has been walked around. */
const DETOURS: { name: string; path(path: string): string; headers?: Record<string, string> }[] = [
  { name: 'plain', path: (path) => path },
  {
    name: 'as a subrequest',
    path: (path) => path,
    headers: { 'x-middleware-subrequest': Array.from({ length: 5 }, () => 'proxy').join(':') },
  },
  {
    name: 'as a subrequest of old',
    path: (path) => path,
    headers: { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  },
  {
    name: 'as components',
    path: (path) => `${path}${path.includes('?') ? '&' : '?'}_rsc`,
    headers: { rsc: '1' },
  },
  {
    name: 'with an encoded id',
    path: (path) => path.replace(board, (id) => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`),
  },
]

/** `{error: {code, message}}` and nothing else. */
function expectRefusal(text: string, code?: string): void {
  const { error, ...rest } = JSON.parse(text) as { error: Record<string, unknown> }
  expect(rest).toEqual({})
  expect(error).toEqual({
    code: code ?? expect.stringMatching(/^[a-z-]+$/),
    message: expect.stringMatching(/\S/),
  })
}

for (const detour of DETOURS)
  test(`[PG1] every route answers each person by their rights, ${detour.name}`, async () => {
    for (const route of ROUTES) {
      const [path, asked, statuses] = route()
      for (const [i, who] of WHO.entries()) {
        const headers = { ...asked.headers, ...detour.headers }
        const answer = await ask(server, detour.path(path), { ...asked, headers, cookie: cookies[who] })
        expect(answer.status, `${asked.method ?? 'GET'} ${path} by ${who}`).toBe(statuses[i])
        if (answer.status >= 400) expectRefusal(answer.text)
        expect(answer.headers.get('cache-control')).toContain('no-store')
      }
    }
  })

test('[PG2] a page of a board is shown to its people, sends others to sign in, and is not there for the rest', async () => {
  const pages = ['', '?view=free', '?view=list', '/phone', '/print'].map((rest) => `/boards/${board}${rest}`)
  for (const detour of DETOURS)
    for (const path of pages)
      for (const who of WHO) {
        const headers = detour.headers ?? {}
        const { status, text, ...answer } = await ask(server, detour.path(path), {
          headers,
          cookie: cookies[who],
        })
        const mine = ['viewer', 'participant', 'facilitator'].includes(who)
        const where = `${detour.name} ${path} by ${who}`
        expect(text.includes(MARK), where).toBe(mine && status === 200)
        // A made-up `_rsc` is sent to the right one first.
        if (detour.name === 'as components') continue
        expect(status, where).toBe(who === 'nobody' ? 307 : mine ? 200 : 404)
        if (who === 'nobody')
          expect(answer.headers.get('location')).toMatch(/^\/signin\?callbackUrl=%2Fboards%2F/)
      }
  for (const who of WHO.slice(1)) {
    const [none, theirs] = await Promise.all(
      ['none', board].map((id) => ask(server, `/boards/${id}`, { cookie: cookies[who] })),
    )
    if (theirs?.status === 404) expect(none?.status).toBe(404)
  }
})

test('[PG3] what changes something is refused when it comes from another site', async () => {
  const changes = ROUTES.map((route) => route()).filter(([, { method }]) => method)
  const sites: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: `${server.url}.evil.example` },
    { origin: 'http://localhost:1' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  const open: [string, Asked][] = [
    ['/api/join/none', { method: 'POST', json: { name: 'X' } }],
    ['/api/return/none', { method: 'POST' }],
    ['/api/setup', { method: 'POST', json: {} }],
    ['/api/language', { method: 'POST', json: { language: 'en' } }],
    ['/api/auth/signout', { method: 'POST' }],
    ['/api/auth/callback/credentials', { method: 'POST' }],
  ]
  for (const [path, asked] of [...changes, ...open])
    for (const headers of sites) {
      const answer = await ask(server, path, { ...asked, headers, cookie: cookies.facilitator })
      expect(answer.status, path).toBe(403)
      expectRefusal(answer.text, 'foreign-origin')
    }
})

test('[PG4] what is not understood is refused in the one form: broken, strange, too large, unknown', async () => {
  const cookie = cookies.facilitator
  const json = { 'content-type': 'application/json' }
  const refused: [string, Asked, number, string][] = [
    ...['{"title":', 'null', '[]', '{"title":{"$ne":1}}', '{"__proto__":{"title":"x"}}', ''].map(
      (body) =>
        ['/api/boards', { method: 'POST', body, headers: json }, 400, 'bad-input'] satisfies [
          string,
          Asked,
          number,
          string,
        ],
    ),
    ['/api/boards', { method: 'POST', body: '{"example":true}' }, 400, 'bad-input'],
    ['/api/boards', { method: 'POST', json: { title: 'x'.repeat(20_000) } }, 413, 'too-large'],
    [api('import'), { method: 'POST', body: 'x'.repeat(8_000_000) }, 413, 'too-large'],
    [
      '/api/auth/callback/credentials',
      { method: 'POST', body: new URLSearchParams({ email: 'x'.repeat(20_000) }) },
      413,
      'too-large',
    ],
    ['/api/auth/callback/credentials', { method: 'POST', json: { email: {} } }, 400, 'bad-input'],
    [api('export?format=exe'), {}, 400, 'bad-input'],
    ['/api', {}, 404, 'not-found'],
    ['/api/nothing/here', { method: 'POST' }, 404, 'not-found'],
  ]
  for (const [path, asked, status, code] of refused) {
    const answer = await ask(server, path, { ...asked, cookie })
    expect(answer.status, `${path} ${code}`).toBe(status)
    expectRefusal(answer.text, code)
  }
  // Without a length nobody knows how much is still to come; no more than the limit is kept.
  const endless = new ReadableStream({
    start(stream) {
      for (let i = 0; i < 4; i++) stream.enqueue(new Uint8Array(16_000))
      stream.close()
    },
  })
  const streamed = await fetch(`${server.url}/api/boards`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: endless,
    duplex: 'half',
  } as RequestInit)
  expect(streamed.status).toBe(413)
})

test('[PG5] of next-auth only what our pages ask is there; nobody writes into our log through it', async () => {
  for (const path of [
    'signin',
    'signout',
    'error',
    'verify-request',
    'callback/credentials',
    'signin/credentials',
  ])
    expect((await ask(server, `/api/auth/${path}`)).status, path).toBe(404)
  const before = server.output
  const json = { level: 'error', code: `${MARK}\nniet van ons` }
  for (const path of ['_log', 'signin/credentials', 'session'])
    expect((await ask(server, `/api/auth/${path}`, { method: 'POST', json })).status, path).toBe(404)
  expect(server.output).toBe(before)
})

test('[PG6] each page has a policy with a fresh nonce that every script carries, and stays out of caches', async () => {
  const cookie = cookies.facilitator
  const seen = new Set<string>()
  for (const path of [
    '/',
    '/',
    '/signin',
    '/setup',
    '/join/none',
    '/return/none',
    `/boards/${board}`,
    `/boards/${board}/print`,
    '/nothing',
    '/boards/none',
  ]) {
    const { headers, text } = await ask(server, path, { cookie: path === '/signin' ? '' : cookie })
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /script-src 'nonce-([\w+/=]{22,})' 'strict-dynamic';/.exec(policy)?.[1] ?? ''
    expect(policy.match(/default-src/g), path).toHaveLength(1)
    expect(seen.has(nonce), path).toBe(false)
    seen.add(nonce)
    const scripts = text.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length, path).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(text.replaceAll(/<script\b[\s\S]*?<\/script>/g, '')).not.toMatch(/<[^>]*\son\w+=|javascript:/i)
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBe(null)
  }
})

test('[PG7] a file can do nothing as a page; what is no file is not there; pictures are not made to order', async () => {
  const page = await ask(server, '/signin')
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(page.text)?.[1] ?? ''
  for (const path of [script, '/icon.svg']) {
    const { status, headers } = await ask(server, path)
    expect(status, path).toBe(200)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect((await ask(server, script)).headers.get('cache-control')).toContain('immutable')
  const cookie = cookies.facilitator
  for (const path of [
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
    '/_next/none',
    '/_next/hmr',
    '/fonts/none',
    '/tldraw/none',
    '/favicon.ico',
    `/sync/${board}`,
    '/package.json',
    '/.build/server/index.js',
    '/data/master-key',
    '/boards/..%2f..%2fpackage.json',
  ]) {
    const { status, headers } = await ask(server, path, { cookie })
    expect(status, path).toBe(404)
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
  }
})

test('[PG8] who signs in comes out on our own site, whatever the link asked for', async ({ page }) => {
  for (const callbackUrl of [
    'https://evil.example/',
    '//evil.example',
    'http://localhost.evil.example/',
    'http://[',
    `${server.url}.evil.example/x`,
  ]) {
    const { url, error } = await signIn(server, 'ann@example.nl', { callbackUrl })
    expect(error).toBe(null)
    expect(url, callbackUrl).toBe(server.url)
  }
  await page.goto(`${server.url}/signin?callbackUrl=https://evil.example/boards`)
  await page.getByLabel('E-mailadres').fill('ann@example.nl')
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(`${server.url}/`)
  await page.goto(`${server.url}/signin?callbackUrl=${encodeURIComponent(`/boards/${board}/print`)}`)
  await expect(page).toHaveURL(`${server.url}/boards/${board}/print`)
})

test('[PG9] who joins a draft waits in the lobby, hears nothing over the socket, and is in when it is opened', async ({
  page,
}) => {
  const cookie = cookies.facilitator
  const made = await ask(server, '/api/boards', {
    method: 'POST',
    cookie,
    json: { title: 'Nog dicht', question: 'V' },
  })
  const { id } = JSON.parse(made.text) as { id: string }
  const post = (rest: string, json?: unknown) => ask(server, api(rest, id), { method: 'POST', cookie, json })
  expect((await post('invites', { ...invite, role: 'participant' })).status).toBe(409)
  await post('purpose', purpose)
  const { link } = JSON.parse((await post('invites', { ...invite, role: 'participant' })).text) as {
    link: string
  }
  await page.goto(link)
  await page.getByLabel('Hoe heet je?').fill('Dina')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await expect(page.getByLabel('Jouw link')).toHaveValue(/\/return\//)
  const [session] = (await page.context().cookies()).filter(({ name }) => name === 'rotonde-session')
  const dina = `rotonde-session=${session?.value}`
  const knock = async () => {
    const opened = await openSocket(server, `/sync/${id}`, { cookie: dina, origin: server.url })
    if ('socket' in opened) opened.socket.close()
    return 'status' in opened ? opened.status : 101
  }
  await page.goto(`${server.url}/boards/${id}`)
  await expect(page.getByRole('heading', { name: 'Je bent er' })).toBeVisible()
  expect(await knock()).toBe(404)
  expect((await ask(server, api('export', id), { cookie: dina })).status).toBe(404)
  expect((await post('open')).status).toBe(200)
  // As somebody who comes back to the tab: the lobby looks at once.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByRole('banner').getByRole('status')).toContainText('Opgeslagen')
  expect(await knock()).toBe(101)
})
