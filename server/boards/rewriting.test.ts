import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DOCUMENTS } from '@/lib/access/rights'
import { binRecord } from '@/lib/case/commands/bin'
import { readCase, recordOf } from '@/lib/case/doc'
import { addPerson } from '@/lib/case/commands/people'
import { setReservedMarks } from '@/lib/case/reserved/commands'
import { checkStore } from '@/server/keeping/check'
import { KeyCopies } from '@/server/keeping/keyCopies'
import { createLog } from '@/server/log'
import { openPicture, sealPicture } from '@/server/pictures/sealed'
import { BoardKeys } from '@/server/store/keys'
import { openTestServices, type TestServices } from '@/tests/support/services'
import { workerScript } from '@/tests/support/store'
import type { Principal } from '../services'
import { randomId } from '../tokens'
import { BoardHeads } from './heads'
import { Rewriting, SEALED_ANEW } from './rewriting'

const NEW = { title: 'Korenbloem', question: 'En nu?', example: true, locale: 'nl' as const }
const MARKER = 'Wilhelmina-Marjolein'
const onPostgres = 'TEST_STORE_URL' in process.env

let server: TestServices
let ann: Principal
let board: string
let outside: string
let copies: KeyCopies
let rewriting: Rewriting
beforeEach(async () => {
  server = await openTestServices()
  ann = await server.account('ann')
  board = await server.boards.create(ann, NEW)
  outside = mkdtempSync(path.join(tmpdir(), 'rotonde-rewriting-'))
  copies = new KeyCopies(server.db, createLog('silent'), await workerScript())
  rewriting = new Rewriting({ ...server, keys: server.store.keys, copies, log: createLog('silent') })
})
afterEach(async () => {
  await server.close()
  rmSync(outside, { recursive: true, force: true })
})

const actor = () => ({ principal: ann.id, now: server.clock.now(), newId: randomId })
const edit = (change: (doc: Y.Doc) => void, document: 'case' | 'reserved' = 'case') =>
  server.rooms.with({ boardId: board, document }, (room) => room.edit(ann.id, change))
const whole = (document: 'case' | 'reserved' = 'case') =>
  server.rooms.with({ boardId: board, document }, (room) =>
    room.read((doc) => readCase(doc, { withBinned: true })),
  )
const plain = { withoutBin: false, keepKey: false }
/** Everything that stands in rows, opened with every key that the ring has. */
async function opened(keys: BoardKeys = server.store.keys): Promise<Buffer> {
  const cipher = await keys.of(board)
  const found: Buffer[] = []
  for (const document of DOCUMENTS) {
    const { snapshot, updates } = await server.store.journal.load({ boardId: board, document })
    for (const one of [snapshot, ...updates]) if (one) found.push(Buffer.from(one))
  }
  const rows = await server.db.selectFrom('pictures').selectAll().execute()
  for (const { id, bytes } of rows) found.push(Buffer.from(openPicture(cipher, board, id, bytes)))
  return Buffer.concat(found)
}
const payloads = async () => {
  const rows = await Promise.all(
    (['journal', 'snapshots'] as const).map((table) =>
      server.db.selectFrom(table).select('payload').execute(),
    ),
  )
  const pictures = await server.db.selectFrom('pictures').select('bytes').execute()
  return [...rows.flat().map(({ payload }) => payload), ...pictures.map(({ bytes }) => bytes)]
}
const filesIn = (dir: string) =>
  Buffer.concat(readdirSync(dir).map((name) => readFileSync(path.join(dir, name))))

async function addPicture(id: string, words: string): Promise<void> {
  const bytes = sealPicture(await server.store.keys.of(board), board, id, Buffer.from(words))
  const row = { board_id: board, id, bytes, size: bytes.length, width: 1, height: 1 }
  await server.db
    .insertInto('pictures')
    .values({ ...row, created_by: ann.id, created_at: 0 })
    .execute()
}

it('[EP17] a rewritten board says the same, is smaller, and nothing of before is left in the database, its log or the ring', async () => {
  // A long meeting: a title that is written again and again.
  const titleIn = (doc: Y.Doc) => recordOf(doc, 'meta', 'case')?.get('title') as Y.Text
  for (let i = 0; i < 150; i++) {
    await edit((doc) => titleIn(doc).insert(0, `${MARKER} ${'x'.repeat(150)}`))
    await edit((doc) => titleIn(doc).delete(0, MARKER.length + 151))
  }
  await addPicture('p1', 'een tekening')
  const [before, reserved, sealed] = [await whole(), await whole('reserved'), await payloads()]
  const wrapped = await server.db.selectFrom('keys.board_keys').select('wrapped').executeTakeFirstOrThrow()
  expect((await opened()).includes(MARKER)).toBe(true)
  const report = await rewriting.rewrite(board, plain)
  expect(report.after).toBeLessThan(report.before)
  expect(await whole()).toEqual(before)
  expect(await whole('reserved')).toEqual(reserved)
  expect((await opened()).includes(MARKER)).toBe(false)
  expect((await opened()).includes('een tekening')).toBe(true)
  expect((await server.boards.list(ann))[0]).toMatchObject({ title: NEW.title })
  const left = await payloads()
  for (const one of sealed)
    expect(left.some((other) => Buffer.from(other).equals(Buffer.from(one)))).toBe(false)
  const ring = await server.db.selectFrom('keys.board_keys').select('wrapped').execute()
  expect(ring.some((row) => Buffer.from(row.wrapped).equals(Buffer.from(wrapped.wrapped)))).toBe(false)
  expect(await server.db.selectFrom('keys.older_keys').selectAll().execute()).toEqual([])
  if (onPostgres) return
  const files = filesIn(server.store.dir)
  for (const one of [...sealed, wrapped.wrapped]) expect(files.includes(Buffer.from(one))).toBe(false)
  expect(await checkStore(server.db, server.store.master)).toMatchObject({ boards: 1, damaged: [] })
})

it('[EP18] a copy of the data from before holds nothing that the ring of after opens; with --keep-key it does', async () => {
  if (onPostgres) return
  await edit((doc) => void addPerson(doc, actor(), { name: MARKER }))
  const copy = path.join(outside, 'rotonde.sqlite')
  const ring = path.join(outside, 'ring.sqlite')
  await sql`vacuum main into ${copy}`.execute(server.db)
  await copies.claim(ring)
  await copies.write(ring)
  const damaged = async () => {
    const { openReader } = await import('@/server/store/open')
    const old = openReader(copy, await workerScript(), ring)
    const heads = await new BoardHeads(old, new BoardKeys(old, server.store.master))
      .read(board)
      .catch(() => null)
    const report = await checkStore(old, server.store.master)
    await old.destroy()
    return [heads?.title ?? null, report.damaged.length > 0]
  }
  await rewriting.rewrite(board, { withoutBin: false, keepKey: true })
  await copies.write(ring)
  expect(await damaged()).toEqual([NEW.title, false])
  expect((await rewriting.rewrite(board, plain)).missed).toEqual([])
  expect(await damaged()).toEqual([null, true])
  // A store that was restored from it: such a board keeps nobody from their others.
  const other = await server.boards.create(ann, { ...NEW, title: 'Klaproos' })
  await server.db
    .updateTable('boards')
    .set({ title: Buffer.alloc(40, 1) })
    .where('id', '=', board)
    .execute()
  expect((await server.boards.list(ann)).map(({ id }) => id)).toEqual([other])
})

it('[EP19] without its bin: what lay in it is gone with its overlays and pictures, what did not stays, moved records too', async () => {
  let [gone, kept] = ['', '']
  await edit((doc) => {
    gone = addPerson(doc, actor(), { name: MARKER }) ?? ''
    kept = addPerson(doc, actor(), { name: 'Roos' }) ?? ''
  })
  for (const person of [gone, kept])
    await edit((doc) => void setReservedMarks(doc, actor(), { person, marks: { secret: true } }), 'reserved')
  await edit((doc) => void binRecord(doc, actor(), { kind: 'people', id: gone }))
  const events = (await whole()).events
  const [first, second] = events
  if (!first || !second) throw new Error('the example has moments')
  for (const id of ['shown', 'both', 'gone']) await addPicture(id, id)
  await edit((doc) => {
    recordOf(doc, 'events', first.id)?.set('asset', 'gone')
    recordOf(doc, 'events', second.id)?.set('asset', 'shown')
    binRecord(doc, actor(), { kind: 'events', id: first.id })
  })
  const report = await rewriting.rewrite(board, { withoutBin: true, keepKey: false })
  const now = await whole()
  expect(now.people.map(({ id }) => id)).toContain(kept)
  expect(now.people.map(({ id }) => id)).not.toContain(gone)
  expect(now.events.map(({ id }) => id).sort()).toEqual(
    events
      .map(({ id }) => id)
      .filter((id) => id !== first.id)
      .sort(),
  )
  expect((await whole('reserved')).overlays.every(({ ref }) => ref !== gone)).toBe(true)
  const pictures = await server.db.selectFrom('pictures').select('id').orderBy('id').execute()
  expect(pictures.map(({ id }) => id)).toEqual(['both', 'shown'])
  expect(report).toMatchObject({ pictures: 1 })
  expect(report.records).toBeGreaterThanOrEqual(2)
  expect((await opened()).includes(MARKER)).toBe(false)
})

it('[EP20] a rewrite that was cut short opens as it is, whatever was sealed with which key, and the next start finishes it', async () => {
  const [before] = [await whole()]
  await addPicture('p1', 'een tekening')
  const cut = new Rewriting({
    ...server,
    keys: server.store.keys,
    copies,
    log: createLog('silent'),
    rooms: {
      with: async ({ document }: { document: string }, use: never) => {
        if (document === 'reserved') throw new Error('killed')
        return server.rooms.with({ boardId: board, document: document as 'case' }, use)
      },
    } as never,
  })
  await expect(cut.rewrite(board, plain)).rejects.toThrow('killed')
  await server.rooms.stop()
  const keys = new BoardKeys(server.db, server.store.master)
  expect(await new BoardHeads(server.db, keys).read(board)).toMatchObject({ title: NEW.title })
  expect((await opened(keys)).includes('een tekening')).toBe(true)
  if (!onPostgres) expect((await checkStore(server.db, server.store.master)).damaged).toEqual([])
  expect(await server.db.selectFrom('keys.older_keys').selectAll().execute()).toHaveLength(1)
  await rewriting.finish()
  expect(await server.db.selectFrom('keys.older_keys').selectAll().execute()).toEqual([])
  expect(await whole()).toEqual(before)
  const again = new BoardKeys(server.db, server.store.master)
  expect((await opened(again)).includes('een tekening')).toBe(true)
  expect(await new BoardHeads(server.db, again).read(board)).toMatchObject({ title: NEW.title })
  // Who writes first after a start knows no key yet.
  const heads = new BoardHeads(server.db, new BoardKeys(server.db, server.store.master))
  await heads.write(board, { purpose: 'samen kijken' })
  expect(await heads.read(board)).toMatchObject({ purpose: 'samen kijken' })
})

it('[EP21] every table with sealed bytes of a board is one that a renewal of its key seals anew', async () => {
  const tables = await server.db.introspection.getTables()
  const sealed = tables
    .filter(({ name, schema }) => !name.endsWith('_keys') && !schema?.endsWith('keys'))
    .filter(({ columns }) => columns.some(({ dataType }) => /blob|bytea/i.test(dataType)))
    .map(({ name }) => name)
  expect([...new Set(sealed)].sort()).toEqual(['journal', 'snapshots', ...Object.keys(SEALED_ANEW)].sort())
})

it('[EP23] what somebody put in silence is theirs after a rewrite too, and is revealed', async () => {
  const put = { entry: { kind: 'text' as const, text: 'in stilte' }, keep: false }
  await server.entries.put(ann, board, 's1', put)
  await server.entries.put(ann, board, 's2', { ...put, keep: true })
  await rewriting.rewrite(board, plain)
  expect(await server.entries.own(ann, board)).toMatchObject([
    { step: 's1', entry: put.entry },
    { step: 's2', keep: true },
  ])
  if (!onPostgres) expect((await checkStore(server.db, server.store.master)).damaged).toEqual([])
  expect(await server.entries.reveal(ann, board, 's1', { into: 'meeting' })).toBe('revealed')
})
