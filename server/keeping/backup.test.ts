import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { insertRecord, readCase } from '@/lib/case/doc'
import type { App } from '@/server/app'
import { createLog } from '@/server/log'
import { sealPicture } from '@/server/pictures/sealed'
import type { Principal } from '@/server/services'
import { masterCipher } from '@/server/store/cipher'
import { BoardKeys } from '@/server/store/keys'
import { openReader } from '@/server/store/open'
import {
  emptyMachine,
  keepingScripts,
  MASTER_KEY,
  type Kind,
  type Machine,
} from '@/tests/support/keepingMachine'
import { atOneMoment, DATA, RING } from './copyTables'
import { KeyCopies } from './keyCopies'

const onPostgres = 'TEST_STORE_URL' in process.env
const HERE: Kind = onPostgres ? 'PostgreSQL' : 'SQLite'
/** From which store into which; with PostgreSQL at hand also from one kind into the other. */
const WAYS: [Kind, Kind][] = onPostgres
  ? [
      ['PostgreSQL', 'PostgreSQL'],
      ['PostgreSQL', 'SQLite'],
      ['SQLite', 'PostgreSQL'],
    ]
  : [['SQLite', 'SQLite']]
const NEW = { title: 'Korenbloem', question: '', example: true, locale: 'nl' as const }

let outside: string
let machines: Machine[]
beforeEach(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'rotonde-copies-'))
  machines = []
})
afterEach(async () => {
  for (const machine of machines) await machine.close()
  rmSync(outside, { recursive: true, force: true })
})

const file = (...parts: string[]) => path.join(outside, ...parts)
const KEYS = () => file('rotonde-keys.sqlite')
const backup = (app: App, name: string, keys = KEYS()) =>
  app.keeping.backup({ dir: file(name), keys, withSecrets: false })

async function machine(kind: Kind, given?: Record<string, string>): Promise<Machine> {
  const made = await emptyMachine(kind, given)
  machines.push(made)
  return made
}

async function begun(kind: Kind = HERE): Promise<{ from: Machine; app: App; ann: Principal; board: string }> {
  const from = await machine(kind)
  const app = await from.start()
  const input = { email: 'ann@example.nl', name: 'Ann', organisation: 'Wijkteam', password: 'p'.repeat(14) }
  const ann = await app.accounts.add(input, true)
  return { from, app, ann, board: await app.boards.create(ann, NEW) }
}

const edit = (app: App, ann: Principal, board: string, id: string) =>
  app.rooms.with({ boardId: board, document: 'case' }, (room) =>
    room.edit(ann.id, (doc) => void insertRecord(doc, 'events', { id, title: id })),
  )
const eventsOf = (app: App, board: string) =>
  app.rooms.with({ boardId: board, document: 'case' }, (room) =>
    room.read((doc) => new Set(readCase(doc).events.map(({ id }) => id))),
  )

/** People who add moments one after the other until they are stopped; what is in `saved` was acknowledged. */
function storm(app: App, ann: Principal, board: string) {
  const saved: string[] = []
  const stopping = new AbortController()
  const writers = Array.from({ length: 3 }, async (_, who) => {
    for (let n = 0; !stopping.signal.aborted; n++) {
      const id = `k${who}-${n}`
      await edit(app, ann, board, id)
      saved.push(id)
    }
  })
  return {
    saved,
    more: (count: number) =>
      expect.poll(() => saved.length, { interval: 5 }).toBeGreaterThan(saved.length + count),
    async stop() {
      stopping.abort()
      await Promise.all(writers)
    },
  }
}

/** Every row of every table but those of the machine itself, in a fixed order. */
async function everything(app: App) {
  const { settings: _ours, ...data } = DATA
  const all: [string, unknown[]][] = []
  for (const [table, { key }] of Object.entries({ ...data, ...RING })) {
    const order = sql.join(key.map((column) => sql.ref(column)))
    const { rows } = await sql`select * from ${sql.table(table)} order by ${order}`.execute(app.db)
    // By bytes, and not by the collation of either.
    all.push([table, rows.map((row) => JSON.stringify(row, plain)).sort()])
  }
  return all
}
const plain = (_key: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value

for (const [kind, into] of WAYS) {
  it(`[KEEP17] a backup of ${kind} in a storm of edits, restored into ${into}, has every edit that was acknowledged before it began`, async () => {
    const { app, ann, board } = await begun(kind)
    const writing = storm(app, ann, board)
    await writing.more(60)
    const before = [...writing.saved]
    expect(await backup(app, 'day')).toMatchObject({ boards: 1, damaged: [] })
    expect(writing.saved.length).toBeGreaterThan(before.length)
    await writing.more(3)
    await writing.stop()

    const other = await machine(into)
    const { report } = await other.restore(file('day'), KEYS())
    expect(report).toMatchObject({ boards: 1, damaged: [] })
    const restored = await other.start()
    const there = await eventsOf(restored, board)
    expect(before.filter((id) => !there.has(id))).toEqual([])
    expect(await restored.keeping.check()).toMatchObject({ boards: 1, damaged: [] })
    // And it is worked on as before.
    await edit(restored, ann, board, 'na')
    expect((await eventsOf(restored, board)).has('na')).toBe(true)
    expect(await restored.accounts.byEmail('ann@example.nl')).toMatchObject({ id: ann.id, name: 'Ann' })
  })

  it(`[KEEP18] every row comes over as it was, from ${kind} into ${into}`, async () => {
    const { app, ann, board } = await begun(kind)
    for (let n = 0; n < 60; n++) await edit(app, ann, board, `e${n}`)
    await app.invites.add(ann.id, board, { role: 'participant', hours: 1, uses: 2 })
    const cipher = await new BoardKeys(app.db, masterCipher(MASTER_KEY)).of(board)
    for (const id of ['p1', 'p2', 'p3']) {
      const bytes = sealPicture(cipher, board, id, Uint8Array.of(1, 2, 3))
      const size = { size: bytes.length, width: 1, height: 1, created_by: ann.id, created_at: 7 }
      await app.db
        .insertInto('pictures')
        .values({ board_id: board, id, bytes, ...size })
        .execute()
    }
    await app.boards.destroy(await app.boards.create(ann, NEW))
    await app.rooms.forget(board)
    const before = await everything(app)
    expect(before.filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(8)
    await backup(app, 'day')
    const other = await machine(into)
    await other.restore(file('day'), KEYS())
    expect(await everything(await other.start())).toEqual(before)
  })
}

it('[KEEP17] what is copied is of one moment, and whoever copies can change nothing', async () => {
  const { from, app, ann, board } = await begun()
  const reader = onPostgres
    ? app.db
    : openReader(path.join(from.env.DATA_DIR, 'rotonde.sqlite'), await keepingScripts())
  await atOneMoment(reader, async (tx) => {
    const rows = async () => (await tx.selectFrom('journal').select('seq').execute()).length
    const before = await rows()
    await edit(app, ann, board, 'meanwhile')
    expect(await rows()).toBe(before)
    if (onPostgres) await expect(tx.deleteFrom('settings').execute()).rejects.toThrow(/read-only/)
  }).catch((error: Error) => {
    // The refusal above ends the transaction.
    if (!/aborted/.test(error.message)) throw error
  })
  if (!onPostgres) await reader.destroy()
})

it('[KEEP18] every table that there is is copied, or is known to be none of the data', async () => {
  const { app } = await begun()
  const { rows } = onPostgres
    ? await sql<{
        name: string
      }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(app.db)
    : await sql<{ name: string }>`select name from main.sqlite_master where type = 'table'`.execute(app.db)
  const names = rows.map(({ name }) => name).filter((name) => !/^(?:kysely_|sqlite_)/.test(name))
  expect(names.sort()).toEqual([...Object.keys(DATA), 'nodes'].sort())
})

it('[KEEP19] a backup is for who runs the server alone, holds no key, and what stopped leaves nothing', async () => {
  const { app, from, board } = await begun()
  const key = app.db.selectFrom('keys.board_keys').select('wrapped').where('board_id', '=', board)
  const { wrapped } = await key.executeTakeFirstOrThrow()
  const dataDir = from.env.DATA_DIR
  const refused: [string, RegExp][] = [
    [file('nowhere', 'keys'), /nowhere/],
    [file('day', 'keys'), /outside the backup/],
    ...(onPostgres
      ? []
      : [[path.join(dataDir, 'keys.sqlite'), /is the key ring in use/] as [string, RegExp]]),
  ]
  for (const [keys, words] of refused) await expect(backup(app, 'day', keys)).rejects.toThrow(words)
  expect(readdirSync(outside)).toEqual([])
  await backup(app, 'day')
  expect(readdirSync(outside).sort()).toEqual(['day', 'rotonde-keys.sqlite'])
  expect(readdirSync(file('day')).sort()).toEqual(['manifest.json', 'rotonde.sqlite'])
  for (const one of [KEYS(), file('day', 'rotonde.sqlite'), file('day', 'manifest.json')])
    expect((statSync(one).mode & 0o777).toString(8), one).toBe('600')
  expect(readFileSync(file('day', 'rotonde.sqlite')).includes(Buffer.from(wrapped))).toBe(false)
  expect(readFileSync(KEYS()).includes(Buffer.from(wrapped))).toBe(true)
  // A second one takes the place of the ring's copy, and of nothing else.
  await backup(app, 'next')
  await expect(backup(app, 'next')).rejects.toThrow(/is not empty/)
})

it('[KEEP20] what cannot be restored says why, and changes nothing', async () => {
  const { from, app, ann, board } = await begun()
  await backup(app, 'day')
  await edit(app, ann, board, 'later')
  const before = await everything(app)
  await expect(from.restore(file('day'), KEYS())).rejects.toThrow(/is not empty/)
  expect(await everything(app)).toEqual(before)

  const wrongKey = await machine(HERE, { MASTER_KEY: 'n'.repeat(40) })
  await expect(wrongKey.restore(file('day'), KEYS())).rejects.toThrow(/MASTER_KEY does not open this backup/)
  const other = await machine(HERE)
  const stranger = await begun()
  await backup(stranger.app, 'theirs', file('their-keys'))
  const refused = (keys: string, words: RegExp, dir = file('day')) =>
    expect(other.restore(dir, keys)).rejects.toThrow(words)
  await refused(file('gone'), /copy of the keys is not at/)
  const empty = new KeyCopies(stranger.app.db, createLog('silent'), await keepingScripts())
  await stranger.app.db.deleteFrom('keys.board_keys').execute()
  await empty.write(file('empty-keys'))
  await refused(file('empty-keys'), /does not open this backup/)
  // Cut short by a power cut: the folder has not got its name, nor its manifest.
  const manifest = readFileSync(file('day', 'manifest.json'))
  rmSync(file('day', 'manifest.json'))
  await refused(KEYS(), /is no backup/)
  writeFileSync(file('day', 'manifest.json'), manifest)
  appendFileSync(file('day', 'rotonde.sqlite'), 'x')
  await refused(KEYS(), /has changed since the backup was made/)
  expect(readdirSync(other.env.DATA_DIR)).toEqual([])
  const fresh = await other.start()
  expect(await fresh.db.selectFrom('principals').select('id').execute()).toEqual([])
  expect(await fresh.db.selectFrom('boards').select('id').execute()).toEqual([])
})

it('[KEEP21] of a board that was removed no older backup holds a readable byte, also when one was being made', async () => {
  const { app, ann, board: kept } = await begun()
  const gone = await app.boards.create(ann, { ...NEW, title: 'Klaproos' })
  const key = app.db.selectFrom('keys.board_keys').select('wrapped').where('board_id', '=', gone)
  const wrapped = Buffer.from((await key.executeTakeFirstOrThrow()).wrapped)
  await backup(app, 'day')
  const holds = () =>
    [KEYS(), file('day', 'rotonde.sqlite')].map((one) => readFileSync(one).includes(wrapped))
  expect(holds()).toEqual([true, false])
  const making = backup(app, 'meanwhile')
  expect(await app.boards.destroy(gone)).toEqual([])
  await making
  expect(holds()).toEqual([false, false])

  const script = await keepingScripts()
  for (const name of ['day', 'meanwhile']) {
    const old = openReader(file(name, 'rotonde.sqlite'), script, KEYS())
    const found = new BoardKeys(old, masterCipher(MASTER_KEY))
    await expect(found.of(gone)).rejects.toMatchObject({ code: 'not-found' })
    await found.of(kept)
    await old.destroy()
  }
  const other = await machine(HERE)
  await other.restore(file('day'), KEYS())
  const restored = await other.start()
  expect(await restored.db.selectFrom('boards').select('id').execute()).toEqual([{ id: kept }])
  expect((await eventsOf(restored, kept)).size).toBeGreaterThan(5)
  // The restored store looks after the copy that it came from.
  expect(await restored.boards.destroy(kept)).toEqual([])
  const ring = openReader(':memory:', script, KEYS())
  expect(await ring.selectFrom('keys.board_keys').selectAll().execute()).toEqual([])
  await ring.destroy()
})

it('[KEEP22] where machines share a database each remembers its own copies: those of another are named, and replaced there', async () => {
  if (!onPostgres) return
  const { app, ann } = await begun()
  const gone = await app.boards.create(ann, NEW)
  const script = await keepingScripts()
  const on = (host: string) => new KeyCopies(app.db, createLog('silent'), script, host)
  const keysIn = async () => {
    const ring = openReader(':memory:', script, file('copy'))
    const rows = await ring.selectFrom('keys.board_keys').select('board_id').execute()
    await ring.destroy()
    return rows.map(({ board_id }) => board_id)
  }
  await on('one').claim(file('copy'))
  await on('one').write(file('copy'))
  expect(await keysIn()).toContain(gone)
  // The removal is done on a machine that has no such file; it is said as often as it is true.
  expect(await app.boards.destroy(gone)).toEqual([`${file('copy')} on one`])
  expect(await on('two').refresh()).toEqual([`${file('copy')} on one`])
  expect(await keysIn()).toContain(gone)
  expect(await on('one').refreshOwn()).toEqual([])
  expect(await keysIn()).not.toContain(gone)
})
