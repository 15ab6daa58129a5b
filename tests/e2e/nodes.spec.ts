import { expect, test } from '@playwright/test'
import { randomBytes, randomInt } from 'node:crypto'
import type * as Y from 'yjs'
import { insertRecord, readCase } from '@/lib/case/doc'
import { CLOSE } from '@/lib/sync/protocol'
import { ask, NO_POSTGRES, ownSchema, reachablePostgres, type OwnSchema } from '../support/postgres'
import { NO_REDIS, reachableRedis } from '../support/redis'
import { ServiceWire } from '../support/serviceWire'
import { TestServer } from './fixtures/server'
import { openOwn, stockProvider } from './fixtures/sockets'

let schema: OwnSchema
let redis: ServiceWire
let postgres: ServiceWire
let nodes: [TestServer, TestServer]
let board: string

test.beforeAll(async () => {
  const [database, bus] = await Promise.all([reachablePostgres(), reachableRedis()])
  if (!database) console.warn(NO_POSTGRES)
  if (!bus) console.warn(NO_REDIS)
  test.info().skip(!database || !bus, 'no PostgreSQL or no Redis')
  if (!database || !bus) return
  schema = await ownSchema(database)
  const own = new URL(schema.url)
  redis = await ServiceWire.to(Number(bus.port || 6379), bus.hostname)
  postgres = await ServiceWire.to(Number(own.port || 5432), own.hostname)
  bus.hostname = own.hostname = '127.0.0.1'
  bus.port = String(redis.port)
  const direct = { DATABASE_URL: schema.url, REDIS_URL: bus.href, LIMIT_JOINS: '1000' }
  const shared = {
    AUTH_SECRET: randomBytes(32).toString('hex'),
    MASTER_KEY: randomBytes(32).toString('hex'),
  }
  own.port = String(postgres.port)
  // The second one's line to the database can be cut.
  nodes = await Promise.all([
    TestServer.start({ ...direct, ...shared }),
    TestServer.start({ ...direct, ...shared, DATABASE_URL: own.href }),
  ])
  await nodes[0].addUser('ann@example.nl', 'Ann')
})
test.beforeEach(async () => {
  board = await nodes[0].addBoard('Het bord', 'ann@example.nl')
})
test.afterAll(async () => {
  await Promise.all((nodes ?? []).map((node) => node.dispose()))
  redis?.close()
  postgres?.close()
  await schema?.drop()
})

const join = async (name: string) => nodes[0].join(await nodes[0].invite(board, 'participant'), name)
const noteIds = (doc: Y.Doc) =>
  readCase(doc)
    .notes.map((note) => note.id)
    .sort()
const addNote = (doc: Y.Doc, id: string) =>
  doc.transact(() => insertRecord(doc, 'notes', { id, text: `woorden ${id}`, createdBy: 'x' }))
const health = async (node: TestServer) =>
  (await (await fetch(`http://localhost:${node.port}/api/health`)).json()) as Record<string, unknown>

/** Somebody on a node, with a ledger of what they wrote. Update 1 is the answer to the server's question. */
async function person(node: TestServer, cookie: string, name: string, doc?: Y.Doc) {
  const made = { ...stockProvider(node, board, cookie, doc), name, cookie, sent: [] as string[] }
  await expect.poll(() => made.saved.count).toBeGreaterThan(0)
  return made
}
type Person = Awaited<ReturnType<typeof person>>

function type(people: readonly Person[], round: string) {
  const run = { on: true }
  const typing = people.map(async (one) => {
    for (let i = 0; run.on; i++) {
      const id = `${round}-${one.name}-${i}`
      one.sent.push(id)
      addNote(one.doc, id)
      await new Promise((resolve) => setTimeout(resolve, randomInt(5, 30)))
    }
  })
  return async () => {
    run.on = false
    await Promise.all(typing)
  }
}
/** Lets people type until they have written so much more. */
const until = (people: readonly Person[], more: number) => {
  const goal = people.map(({ sent }) => sent.length + more)
  return expect
    .poll(() => people.every(({ sent }, i) => sent.length >= (goal[i] ?? 0)), { timeout: 30_000 })
    .toBe(true)
}
const all = (people: readonly Person[]) => [...new Set(people.flatMap(({ sent }) => sent))].sort()
async function converge(people: readonly Person[], what: () => string[]): Promise<void> {
  for (const { doc } of people) await expect.poll(() => noteIds(doc), { timeout: 5_000 }).toEqual(what())
}

test('[ND20, T6] with Redis cut, frozen and back, two nodes end with the same, and lose nothing', async () => {
  test.setTimeout(120_000)
  expect(await Promise.all(nodes.map(health))).toMatchObject([
    { status: 'ok', database: 'postgres', nodes: 2 },
    { status: 'ok', database: 'postgres' },
  ])
  const people = await Promise.all(
    ['bo', 'cas', 'dina', 'els'].map(async (name, i) => person(nodes[i % 2 ? 1 : 0], await join(name), name)),
  )
  // With Redis: nearly at once, so not by the look at the database every two seconds.
  for (let i = 0; i < 5; i++) {
    const at = Date.now()
    addNote(people[0]!.doc, `quick-${i}`)
    people[0]!.sent.push(`quick-${i}`)
    await expect.poll(() => noteIds(people[1]!.doc), { intervals: [10] }).toContain(`quick-${i}`)
    expect(Date.now() - at).toBeLessThan(700)
  }
  for (const [round, harm] of (['cut', 'freeze', 'cut'] as const).entries()) {
    const stop = type(people, `${round}`)
    await until(people, 20)
    redis[harm]()
    await until(people, 60)
    await stop()
    // Redis is still away: the database carries it across.
    await converge(people, () => all(people))
    redis.mend()
    const again = type(people, `${round}b`)
    await until(people, 20)
    await again()
    await converge(people, () => all(people))
  }
  for (const { saved, sent } of people) await expect.poll(() => saved.count).toBe(sent.length + 1)
  for (const { provider } of people) provider.destroy()
})

test('[ND21, T1, T6] a node that is killed loses nothing that was acknowledged; its people go on at the other', async () => {
  test.setTimeout(180_000)
  const cookies = await Promise.all(['bo', 'cas', 'dina', 'els'].map(join))
  const acknowledged = new Set<string>()
  for (let round = 0; round < 3; round++) {
    const people = await Promise.all(
      cookies.map((cookie, i) => person(nodes[i % 2 ? 1 : 0], cookie, `p${round}${i}`)),
    )
    const stop = type(people, `r${round}`)
    await until(people, 30)
    if (round === 1) redis.cut()
    await until(people, 20)
    const killed = people.filter((_, i) => i % 2)
    const durable = killed.map(({ sent, saved }) => sent.slice(0, saved.count - 1))
    await nodes[1].kill()
    await stop()
    for (const id of durable.flat()) acknowledged.add(id)
    // They come back to the other node with what they hold.
    for (const { provider } of killed) provider.destroy()
    const back = await Promise.all(killed.map(({ cookie, name, doc }) => person(nodes[0], cookie, name, doc)))
    redis.mend()
    const everybody = [...people.filter((_, i) => i % 2 === 0), ...back]
    const expected = () => [...new Set([...all(people), ...before])].sort()
    const before = noteIds(everybody[0]!.doc).filter((id) => !id.startsWith(`r${round}-`))
    await converge(everybody, expected)
    expect([...acknowledged].filter((id) => !noteIds(everybody[0]!.doc).includes(id))).toEqual([])
    for (const { provider } of everybody) provider.destroy()
    await nodes[1].start()
  }
  expect(acknowledged.size).toBeGreaterThan(100)
  const file = JSON.parse(await nodes[1].cli(['board', 'export', board])) as { notes: { id: string }[] }
  const stored = new Set(file.notes.map(({ id }) => id))
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([])
})

test('[ND22] while the database is away nothing is called saved; when it is back, everything is', async () => {
  test.setTimeout(90_000)
  const bo = await person(nodes[1], await join('bo'), 'bo')
  addNote(bo.doc, 'before')
  await expect.poll(() => bo.saved.count).toBe(2)
  postgres.cut()
  for (let i = 0; i < 10; i++) addNote(bo.doc, `away-${i}`)
  await expect.poll(async () => (await health(nodes[1]))['status']).toBe('failing')
  expect(bo.saved.count).toBe(2)
  const rows = async () =>
    ask(schema.url, `select seq from journal where board_id = '${board}' and document = 'case'`)
  const known = (await rows()).length
  postgres.mend()
  await expect.poll(() => bo.saved.count, { timeout: 15_000 }).toBe(12)
  expect((await rows()).length).toBeGreaterThan(known)
  await expect.poll(async () => (await health(nodes[1]))['status']).toBe('ok')
  bo.provider.destroy()
})

for (const without of [false, true])
  test(`[ND23] S3: a board that is removed on one node is closed on the other within 5 s, ${without ? 'without' : 'with'} Redis`, async () => {
    const socket = await openOwn(nodes[1], `/sync/${board}`, await join('bo'))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    if (without) redis.cut()
    await nodes[0].cli(['board', 'remove', board])
    const at = Date.now()
    expect([CLOSE.gone, CLOSE.revoked]).toContain(await closed)
    expect(Date.now() - at).toBeLessThan(without ? 5_000 : 1_000)
    redis.mend()
  })

for (const without of [false, true])
  test(`[ND24] S3: a session that ends is over on every node within 5 s, ${without ? 'without' : 'with'} Redis`, async () => {
    const cookie = await join('bo')
    const socket = await openOwn(nodes[1], `/sync/${board}`, cookie)
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    if (without) redis.cut()
    const { csrfToken, csrf } = await csrfOf(nodes[0])
    const signedOut = await fetch(`${nodes[0].url}/api/auth/signout`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        cookie: `${cookie}; ${csrf}`,
        origin: nodes[0].url,
      },
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    })
    expect(signedOut.status).toBeLessThan(400)
    const at = Date.now()
    expect(await closed).toBe(CLOSE.revoked)
    expect(Date.now() - at).toBeLessThan(without ? 5_000 : 1_000)
    redis.mend()
  })

async function csrfOf(node: TestServer): Promise<{ csrfToken: string; csrf: string }> {
  const response = await fetch(`${node.url}/api/auth/csrf`)
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return { csrfToken, csrf: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}
