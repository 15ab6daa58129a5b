import { Kysely, sql } from 'kysely'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { ask, ownSchema } from '@/tests/support/postgres'
import { ServiceWire } from '@/tests/support/serviceWire'
import type { DocumentId, Entry } from './journal'
import { openStore } from './open'
import { postgresDialect } from './postgres'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const NOBODY_NEW = new Map<number, string>()
const entry = (text: string, principalId = 'ann'): Entry => ({
  principalId,
  clients: [[7, 0, 1]],
  update: new TextEncoder().encode(text),
})

let one: TestStore
let two: TestStore
beforeEach(async () => {
  one = await openTestStore()
  await addTestBoard(one, ID.boardId)
  two = await one.another()
})
afterEach(async () => {
  await two.close()
  await one.close()
})

const words = async () =>
  (await one.journal.load(ID)).updates.map((update) => new TextDecoder().decode(update))

it('[ND1] nodes that start at the same moment on an empty database all start', async () => {
  const schema = await ownSchema(process.env['TEST_STORE_URL'] ?? '')
  try {
    const opened = await Promise.all(Array.from({ length: 4 }, () => openStore({ url: schema.url })))
    for (const db of opened) {
      expect(await db.selectFrom('boards').selectAll().execute()).toEqual([])
      await db.destroy()
    }
  } finally {
    await schema.drop()
  }
})

function withSchema(base: URL, name: string): string {
  const url = new URL(base)
  url.searchParams.set('options', `-c search_path=${name}`)
  return url.href
}

it('[ND2] a wrong address is one line that says why, and holds no password', async () => {
  const base = new URL(process.env['TEST_STORE_URL'] ?? '')
  const wrong = (change: (url: URL) => void) => {
    const url = new URL(base)
    url.password = 'geheim-woord'
    change(url)
    return openStore({ url: url.href }).then(
      () => 'opened',
      (error: Error) => error.message,
    )
  }
  const said = await Promise.all([
    wrong((url) => (url.port = '1')),
    wrong((url) => (url.pathname = '/geen-database-van-die-naam')),
    openStore({ url: withSchema(base, 'geen_schema') }).catch((error: Error) => error.message),
  ])
  expect(said).toEqual([
    'The database of DATABASE_URL cannot be used: nothing listens there.',
    'The database of DATABASE_URL cannot be used: there is no database of that name.',
    'The database of DATABASE_URL cannot be used: there is no schema of the name in its search_path.',
  ])
  const made = await ask(base.href, "select 1 from pg_namespace where nspname like 'geen_schema%'")
  expect(made).toEqual([])
})

it('[ND3] two nodes that append at once get numbers of their own, without a gap, and hear of each other’s rows', async () => {
  const heard: string[][] = [[], []]
  const next = [1, 1]
  const write = async (n: 0 | 1) => {
    const { journal } = [one, two][n] as TestStore
    for (let i = 0; i < 40; i++) {
      const ours = [entry(`${n}-${i}`)]
      const first = await journal.append(ID, 1, next[n] ?? 0, ours, NOBODY_NEW, (between) => {
        heard[n]?.push(...between.map(({ update }) => new TextDecoder().decode(update)))
        return ours
      })
      next[n] = first + 1
    }
  }
  await Promise.all([write(0), write(1)])
  const all = await words()
  expect(all).toHaveLength(80)
  expect(new Set(all).size).toBe(80)
  // The one that wrote last has heard of everything that the other wrote.
  expect(Math.max(...heard.map((one) => one.length))).toBe(40)
  expect(heard.flat().every((word) => all.includes(word))).toBe(true)
})

it('[ND4] the first principal who uses a client id owns it on every node; another’s batch is refused whole', async () => {
  await one.journal.append(ID, 1, 1, [entry('een')], new Map([[7, 'ann']]))
  const late = two.journal.append(
    ID,
    1,
    2,
    [entry('vals', 'eve')],
    new Map([
      [8, 'eve'],
      [7, 'eve'],
    ]),
  )
  await expect(late).rejects.toMatchObject({ name: 'ForeignClients' })
  expect(await words()).toEqual(['een'])
  // Whoever moves to another node takes their own id along.
  await two.journal.append(ID, 1, 2, [entry('twee')], new Map([[7, 'ann']]))
  expect([...(await one.journal.load(ID)).owners]).toEqual([[7, 'ann']])
})

it('[ND5] a node that slept through two snapshots writes nothing under numbers that are taken', async () => {
  const append = (seq: number) => one.journal.append(ID, 1, seq, [entry(`r${seq}`)], NOBODY_NEW)
  for (let seq = 1; seq <= 6; seq++) await append(seq)
  await one.journal.compact(ID, 1, 4, Uint8Array.of(4))
  await one.journal.compact(ID, 1, 6, Uint8Array.of(6))
  // Rows 1 to 4 are gone: number 2 is free, and would be lost under the snapshots.
  const stale = two.journal.append(ID, 1, 2, [entry('laat')], NOBODY_NEW, () => [entry('laat')])
  await expect(stale).rejects.toMatchObject({ name: 'Overtaken' })
  const seqs = (await two.journal.since(ID, 1, 5)).map(({ seq }) => seq)
  expect(seqs).toEqual([5, 6])
  expect(await two.journal.since(ID, 1, 7)).toEqual([])
  await expect(two.journal.since(ID, 1, 4)).rejects.toMatchObject({ name: 'Overtaken' })
  // Also when nothing but the snapshots is left, as after a restore.
  await one.db.deleteFrom('journal').execute()
  const later = two.journal.append(ID, 1, 2, [entry('laat')], NOBODY_NEW, () => [entry('laat')])
  await expect(later).rejects.toMatchObject({ name: 'Overtaken' })
})

it('[ND6] every line commits to the disk, whatever the database’s own default', async () => {
  const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(one.db)
  expect(rows[0]?.synchronous_commit).toBe('on')
})

it('[ND7] a line that answers nothing is given up, and the next try has another', async () => {
  // A database that accepts and then is silent.
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  await expect(openStore({ url: `postgres://x:geheim@127.0.0.1:${port}/x` })).rejects.toThrow(
    'The database of DATABASE_URL cannot be used: it does not answer.',
  )
  silent.close()
  // The database ends our line, and no line of whoever else is tested in it: the next question has a new one.
  const me = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(two.db)
  await sql`select pg_terminate_backend(${me.rows[0]?.pid ?? 0})`.execute(one.db)
  await expect
    .poll(
      () =>
        two.journal.load(ID).then(
          ({ nextSeq }) => nextSeq,
          () => null,
        ),
      { timeout: 30_000 },
    )
    .toBe(1)
})

it('[ND14] what is asked next does not wait behind a question that is not answered', async () => {
  const url = new URL(process.env['TEST_STORE_URL'] ?? '')
  const proxy = await ServiceWire.to(Number(url.port || 5432), url.hostname)
  url.port = String(proxy.port)
  url.hostname = '127.0.0.1'
  const db = new Kysely<never>({ dialect: postgresDialect(url.href, 300) })
  const pid = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
  try {
    const before = await pid()
    proxy.freezeOpen()
    await expect(pid()).rejects.toThrow('timeout')
    expect(await pid()).not.toBe(before)
  } finally {
    await db.destroy()
    proxy.close()
  }
})
