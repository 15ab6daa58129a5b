import { expect, test } from '@playwright/test'
import Database from 'libsql'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { insertRecord } from '@/lib/case/doc'
import { signIn } from './fixtures/http'
import { TestServer } from './fixtures/server'
import { stockProvider } from './fixtures/sockets'

const MASTER_KEY = 'm'.repeat(40)
const CLIENTS = 4
/** How long they edit before the backup begins, and after. Milliseconds. */
const STORM_MS = 2_000
const EVERY_MS = 15

let server: TestServer
let outside: string
test.beforeEach(async () => {
  server = await TestServer.start({ MASTER_KEY })
  outside = mkdtempSync(path.join(tmpdir(), 'rotonde-backup-'))
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterEach(async () => {
  await server.dispose()
  rmSync(outside, { recursive: true, force: true })
})

const file = (...parts: string[]) => path.join(outside, ...parts)
/** The lock, and what SQLite keeps beside its files while they are open, say nothing. */
const digests = (dir: string) =>
  readdirSync(dir)
    .filter((name) => !name.startsWith('lock') && !/-(?:wal|shm)$/.test(name))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(dir, name)))
        .digest('hex'),
    ])
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A server without any data, stopped: an empty machine. */
async function emptyMachine(env: Record<string, string> = { MASTER_KEY }): Promise<TestServer> {
  const machine = await TestServer.start(env)
  await machine.stop()
  for (const name of readdirSync(machine.dataDir)) rmSync(path.join(machine.dataDir, name))
  return machine
}

const eventsOf = async (machine: TestServer, board: string) => {
  const { events } = JSON.parse(await machine.cli(['board', 'export', board])) as {
    events: { title: string }[]
  }
  return events.map(({ title }) => title)
}

/** One who adds moments without end, and knows which of them are on the server's disk. */
function editor(board: string, cookie: string, name: string) {
  const { provider, doc, saved } = stockProvider(server, board, cookie)
  const sent: string[] = []
  let first: number | null = null
  const timer = setInterval(() => {
    if (!provider.synced) return
    // The answer to the first question of the server counts as an update of ours as well.
    first ??= saved.count
    const title = `${name}${sent.length}`
    doc.transact(() => insertRecord(doc, 'events', { id: title, title }))
    sent.push(title)
  }, EVERY_MS)
  return {
    acknowledged: () => sent.slice(0, Math.max(0, saved.count - Math.max(1, first ?? 0))),
    sent: () => sent.length,
    stop() {
      clearInterval(timer)
      provider.destroy()
      doc.destroy()
    },
  }
}

test('[KEEP11, T19] a backup in a storm of edits, put back on an empty machine, has every edit that was acknowledged before it began', async () => {
  const board = await server.addBoard('Storm', 'ann@example.nl', '--example')
  const { cookie } = await signIn(server, 'ann@example.nl')
  const editors = Array.from({ length: CLIENTS }, (_, i) => editor(board, cookie, `k${i}-`))
  await wait(STORM_MS)
  const before = editors.flatMap(({ acknowledged }) => acknowledged())
  const sentBefore = editors.reduce((sum, { sent }) => sum + sent(), 0)
  const made = await server.run(['backup', file('day')])
  expect(made.code, made.error).toBe(0)
  // They went on meanwhile.
  const sentAfter = editors.reduce((sum, { sent }) => sum + sent(), 0)
  await wait(STORM_MS / 4)
  const after = editors.flatMap(({ acknowledged }) => acknowledged())
  for (const one of editors) one.stop()
  expect(before.length).toBeGreaterThan(100)
  expect(sentAfter).toBeGreaterThan(sentBefore)
  expect(after.length).toBeGreaterThan(before.length)

  const machine = await emptyMachine()
  try {
    const restored = await machine.run(['restore', file('day')])
    expect(restored.code, restored.error).toBe(0)
    expect(restored.error).toMatch(/Restored 1 boards .+ The master key opens them\./)
    expect(JSON.parse(restored.out)).toMatchObject({ ok: true, boards: 1, damaged: [] })
    await machine.start()
    const there = new Set(await eventsOf(machine, board))
    expect(before.filter((title) => !there.has(title))).toEqual([])
    expect(JSON.parse(await machine.cli(['check']))).toMatchObject({ ok: true, boards: 1 })
  } finally {
    await machine.dispose()
  }
})

test('[KEEP12] a backup is for who runs the server alone, holds no secret and no key unless asked, and says where they must be', async () => {
  await server.addBoard('Bord', 'ann@example.nl', '--example')
  const keys = file('keys')
  const { code, out, error } = await server.run(['backup', file('day'), '--keys', keys])
  expect([code, JSON.parse(out)]).toMatchObject([0, { ok: true, boards: 1 }])
  expect(error).toMatch(/MASTER_KEY is not in the backup.+keep it elsewhere/)
  expect(error).toContain(keys)
  expect(readdirSync(file('day')).sort()).toEqual(['manifest.json', 'rotonde.sqlite'])
  expect((statSync(file('day')).mode & 0o777).toString(8)).toBe('700')
  for (const one of [file('day', 'manifest.json'), file('day', 'rotonde.sqlite'), keys])
    expect((statSync(one).mode & 0o777).toString(8), one).toBe('600')
  const manifest = JSON.parse(readFileSync(file('day', 'manifest.json'), 'utf8')) as Record<string, string>
  expect(manifest).toMatchObject({
    format: 'rotonde-backup',
    version: expect.any(String),
    tables: expect.any(String),
  })
  expect(manifest['sha256']).toBe(
    createHash('sha256')
      .update(readFileSync(file('day', 'rotonde.sqlite')))
      .digest('hex'),
  )

  // The server without a key by environment keeps one, and it goes along when asked for.
  await server.cli(['backup', file('all'), '--with-secrets', '--keys', keys])
  expect(readdirSync(file('all')).sort()).toEqual([
    'auth-secret',
    'manifest.json',
    'master-key',
    'rotonde.sqlite',
  ])
  expect(readFileSync(file('all', 'master-key'), 'utf8')).toBe(MASTER_KEY)
  expect((statSync(file('all', 'master-key')).mode & 0o777).toString(8)).toBe('600')
  const machine = await emptyMachine({})
  try {
    expect((await machine.run(['restore', file('day'), '--keys', keys])).error).toMatch(
      /needs its master key/,
    )
    await machine.cli(['restore', file('all'), '--keys', keys])
    await machine.start()
    expect(JSON.parse(await machine.cli(['check']))).toMatchObject({ ok: true, boards: 1 })
  } finally {
    await machine.dispose()
  }
})

for (const running of [true, false])
  test(`[KEEP13] a backup that cannot be made leaves nothing behind, with the server ${running ? 'running' : 'stopped'}`, async () => {
    await server.addBoard('Bord', 'ann@example.nl')
    if (!running) await server.stop()
    mkdirSync(file('full'))
    writeFileSync(file('full', 'mine'), '')
    writeFileSync(file('foreign'), 'keys of another')
    const wrong: [string[], RegExp][] = [
      [['backup', file('full')], /is not empty/],
      [['backup', file('day'), '--keys', file('day', 'keys')], /outside the backup/],
      [
        ['backup', file('day'), '--keys', file('foreign')],
        /perhaps the keys of another Rotonde, and was left alone/,
      ],
      [['backup', file('foreign', 'day')], /ENOTDIR|EEXIST|not a directory/],
      [['backup', file('day'), '--keys', file('nowhere', 'keys')], /nowhere/],
    ]
    for (const [args, words] of wrong) {
      const { code, out, error } = await server.run(args)
      expect(error, args.join(' ')).toMatch(words)
      expect([code, out]).toEqual([1, ''])
    }
    expect(readdirSync(outside, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'foreign',
      'full',
      path.join('full', 'mine'),
    ])
    expect(readFileSync(file('foreign'), 'utf8')).toBe('keys of another')
    await server.cli(['backup', file('day')])
    await server.cli(['backup', file('next')])
    expect(readdirSync(outside).sort()).toEqual(['day', 'foreign', 'full', 'next', 'rotonde-keys.sqlite'])
  })

test('[KEEP14] what cannot be restored says why, and leaves the DATA_DIR as empty as it was', async () => {
  await server.addBoard('Bord', 'ann@example.nl', '--example')
  await server.cli(['backup', file('day')])
  expect((await server.run(['restore', file('day')])).error).toMatch(/A server runs on this DATA_DIR/)
  const machine = await emptyMachine({ MASTER_KEY: 'n'.repeat(40) })
  const right = await emptyMachine()
  try {
    await server.stop()
    const other = file('other')
    mkdirSync(other)
    const wrong: [TestServer, string[], RegExp][] = [
      [server, ['restore', file('day')], /is not empty/],
      [machine, ['restore', file('day')], /MASTER_KEY does not open this backup/],
      [right, ['restore', other], /is no backup/],
      [right, ['restore', file('day'), '--keys', file('gone')], /copy of the keys is not at/],
    ]
    for (const [on, args, words] of wrong) {
      const before = digests(on.dataDir)
      const { code, out, error } = await on.run(args)
      expect(error).toMatch(words)
      expect([code, out]).toEqual([1, ''])
      expect(digests(on.dataDir)).toEqual(before)
    }
    const database = readFileSync(file('day', 'rotonde.sqlite'))
    appendFileSync(file('day', 'rotonde.sqlite'), 'x')
    expect((await right.run(['restore', file('day')])).error).toMatch(/has changed since/)
    writeFileSync(file('day', 'rotonde.sqlite'), database.subarray(0, -4_096))
    expect((await right.run(['restore', file('day')])).error).toMatch(/has changed since/)
    const manifest = readFileSync(file('day', 'manifest.json'), 'utf8')
    writeFileSync(file('day', 'rotonde.sqlite'), database)
    writeFileSync(file('day', 'manifest.json'), manifest.slice(0, 40))
    expect((await right.run(['restore', file('day')])).error).toMatch(/manifest\.json .+ is damaged/)
    writeFileSync(file('day', 'manifest.json'), manifest.replace(/"tables": "\d+/, '"tables": "999'))
    expect((await right.run(['restore', file('day')])).error).toMatch(/newer Rotonde/)
    expect(digests(right.dataDir)).toEqual([])
    writeFileSync(file('day', 'manifest.json'), manifest)
    await right.cli(['restore', file('day')])
  } finally {
    await machine.dispose()
    await right.dispose()
  }
})

test('[KEEP15] check sees damage with the server running and stopped: one line a board, JSON, code 1, and not a byte changes', async () => {
  const whole = await server.addBoard('Heel', 'ann@example.nl', '--example')
  const board = await server.addBoard('Korenbloem', 'ann@example.nl', '--example')
  expect(JSON.parse(await server.cli(['check']))).toMatchObject({ ok: true, boards: 2, damaged: [] })
  await server.stop()
  expect(JSON.parse(await server.cli(['check']))).toMatchObject({ ok: true, boards: 2, damaged: [] })
  const db = new Database(path.join(server.dataDir, 'rotonde.sqlite'))
  db.prepare('delete from journal where board_id = ? and seq = 1').run([board])
  db.prepare('update boards set question = title where id = ?').run([board])
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  const before = digests(server.dataDir)
  const look = async () => {
    const { code, out, error } = await server.run(['check'])
    const { ok, damaged } = JSON.parse(out) as { ok: boolean; damaged: { board: string }[] }
    expect([code, ok, damaged.map((one) => one.board)]).toEqual([1, false, [board, board]])
    expect(error.trim()).toMatch(
      new RegExp(`^DAMAGED board ${board}: title: [^\n]+; case: [^\n]+missing[^\n]*$`),
    )
    expect(`${out}${error}`).not.toMatch(/Korenbloem|Ann/)
    expect(error).not.toContain(whole)
  }
  await look()
  expect(digests(server.dataDir)).toEqual(before)
  await server.start()
  await look()
  expect((await server.run(['backup', file('day')])).code).toBe(1)
  expect(existsSync(file('day', 'rotonde.sqlite'))).toBe(true)
  await server.stop()
  rmSync(path.join(server.dataDir, 'keys.sqlite'))
  expect((await server.run(['check'])).error).toMatch(/keys\.sqlite is not there/)
})

test('[KEEP16] a removed board is in no backup any more: MASTER_KEY, an older backup and every file that is left do not open it', async () => {
  const gone = await server.addBoard('Weg', 'ann@example.nl', '--example')
  const kept = await server.addBoard('Blijft', 'ann@example.nl', '--example')
  const ring = new Database(path.join(server.dataDir, 'keys.sqlite'))
  const { wrapped } = ring.prepare('select wrapped from board_keys where board_id = ?').get([gone]) as {
    wrapped: Uint8Array
  }
  ring.close()
  await server.cli(['backup', file('day')])
  const holds = () =>
    [outside, server.dataDir]
      .flatMap((dir) =>
        readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => path.join(dir, name)),
      )
      .filter((name) => statSync(name).isFile() && readFileSync(name).includes(Buffer.from(wrapped)))
      .map((name) => path.basename(name))
  expect(holds()).toContain('rotonde-keys.sqlite')
  const removed = await server.run(['board', 'remove', gone])
  expect([removed.code, removed.error]).toEqual([0, ''])
  expect(holds()).toEqual([])
  const machine = await emptyMachine()
  try {
    await machine.cli(['restore', file('day')])
    const boards = await machine.cli(['board', 'list'])
    expect([boards.includes(gone), boards.includes(kept)]).toEqual([false, true])
    expect((await eventsOf(machine, kept)).length).toBeGreaterThan(10)
  } finally {
    await machine.dispose()
  }
  // A copy that was carried away is named.
  rmSync(file('rotonde-keys.sqlite'))
  expect((await server.run(['board', 'remove', kept])).error).toMatch(
    /rotonde-keys\.sqlite could not be reached/,
  )
})
