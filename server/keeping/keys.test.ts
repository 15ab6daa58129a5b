import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BoardHeads } from '@/server/boards/heads'
import { createLog } from '@/server/log'
import { BoardKeys } from '@/server/store/keys'
import { eraseOldPages, openReader, openStore } from '@/server/store/open'
import { openTestServices, type TestServices } from '@/tests/support/services'
import { workerScript } from '@/tests/support/store'
import type { Principal } from '../services'
import { checkStore } from './check'
import { KeyCopies } from './keyCopies'

const NEW = { title: 'Korenbloem', question: '', example: true, locale: 'nl' as const }

let server: TestServices
let ann: Principal
let outside: string
beforeEach(async () => {
  server = await openTestServices()
  ann = await server.account('ann')
  outside = mkdtempSync(path.join(tmpdir(), 'rotonde-keys-'))
})
afterEach(async () => {
  await server.close()
  rmSync(outside, { recursive: true, force: true })
})

const wrappedOf = async (board: string) => {
  const row = server.db.selectFrom('keys.board_keys').select('wrapped').where('board_id', '=', board)
  return Buffer.from((await row.executeTakeFirstOrThrow()).wrapped)
}

it('[KEEP5] a copy of the data holds no key: with the ring of after a removal it opens every board but that one', async () => {
  const { boards, db, store } = server
  const [gone, kept] = [await boards.create(ann, NEW), await boards.create(ann, NEW)]
  const keys = [await wrappedOf(gone), await wrappedOf(kept)]
  const copy = path.join(outside, 'rotonde.sqlite')
  await sql`vacuum main into ${copy}`.execute(db)
  for (const key of keys) expect(readFileSync(copy).includes(key)).toBe(false)
  await boards.destroy(gone)
  await sql`vacuum keys into ${path.join(outside, 'keys.sqlite')}`.execute(db)

  const old = openReader(copy, await workerScript())
  const found = new BoardKeys(old, store.master)
  await expect(found.of(gone)).rejects.toMatchObject({ code: 'not-found' })
  const rows = await old.selectFrom('journal').select('board_id').where('board_id', '=', gone).execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(await checkStore(old, store.master)).toMatchObject({ boards: 1, damaged: [] })
  expect(await new BoardHeads(old, found).read(kept)).toMatchObject({ title: NEW.title })
  await old.destroy()
  // Opened for use, it lets go of what it has of the board.
  const file = path.join(outside, 'rotonde.sqlite')
  const opened = await openStore({ file, workerScript: await workerScript() })
  expect(await opened.selectFrom('boards').select('id').execute()).toEqual([{ id: kept }])
  await opened.destroy()
})

it('[KEEP6] a removal that was cut short after the key is finished at the next start, and stops nobody meanwhile', async () => {
  const { boards, store } = server
  const [gone, kept] = [await boards.create(ann, NEW), await boards.create(ann, NEW)]
  await store.keys.remove(gone)
  expect((await boards.list(ann)).map(({ id }) => id)).toEqual([kept])
  await server.rooms.stop()
  const again = await store.reopen()
  expect(await again.db.selectFrom('boards').select('id').execute()).toEqual([{ id: kept }])
  await again.close()
})

it('[KEEP7] keys that stood in the data move to the ring when an older store is opened, and leave no byte there', async () => {
  const { boards, db, store } = server
  const board = await boards.create(ann, NEW)
  const key = await wrappedOf(board)
  await sql`create table main.board_keys (board_id text primary key, wrapped blob not null)`.execute(db)
  await sql`insert into main.board_keys select * from keys.board_keys`.execute(db)
  await sql`delete from keys.board_keys`.execute(db)
  // And of what came after the move nothing is there yet.
  await sql`delete from kysely_migration where name >= '004-key-ring'`.execute(db)
  for (const table of ['nodes', 'private_entries', 'reveals']) await db.schema.dropTable(table).execute()
  await sql`alter table clients drop column ended`.execute(db)
  await server.rooms.stop()
  const again = await store.reopen()
  const bytes = (suffix: string) => {
    const file = path.join(store.dir, `rotonde.sqlite${suffix}`)
    return existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  }
  for (const suffix of ['', '-wal']) expect(bytes(suffix).includes(key)).toBe(false)
  await again.keys.requireMaster()
  expect(await checkStore(again.db, again.master)).toMatchObject({ boards: 1, damaged: [] })
  await again.close()
})

it('[KEEP8] boards without a key ring stop the start', async () => {
  const { boards, store, db } = server
  await boards.create(ann, NEW)
  await db.deleteFrom('keys.board_keys').execute()
  await expect(store.keys.requireMaster()).rejects.toThrow(/keys\.sqlite is missing/)
})

it('[KEEP9] a removal reaches every copy of the ring, overwrites what was there, and names those out of reach', async () => {
  const { boards, db } = server
  const copies = new KeyCopies(db, createLog('silent'), await workerScript())
  const [gone, kept] = [await boards.create(ann, NEW), await boards.create(ann, NEW)]
  const keys = [await wrappedOf(gone), await wrappedOf(kept)]
  const [one, two] = [path.join(outside, 'one'), path.join(outside, 'two')]
  for (const file of [one, two]) {
    await copies.claim(file)
    await copies.write(file)
  }
  expect(keys.map((key) => readFileSync(one).includes(key))).toEqual([true, true])
  const before = path.join(outside, 'before')
  linkSync(one, before)
  rmSync(two)
  expect(await boards.destroy(gone)).toEqual([two])
  expect(keys.map((key) => readFileSync(one).includes(key))).toEqual([false, true])
  expect(readFileSync(before).every((byte) => byte === 0)).toBe(true)
  // It was taken away by hand: that is said once.
  expect(await boards.destroy(kept)).toEqual([])
  const foreign = path.join(outside, 'foreign')
  writeFileSync(foreign, 'not ours')
  await expect(copies.claim(foreign)).rejects.toThrow(/left alone/)
  expect(readFileSync(foreign, 'utf8')).toBe('not ours')
  // A copy with a key that our ring never had is not replaced by a removal either, and is named.
  const stranger = await boards.create(ann, NEW)
  await copies.write(one)
  await db.deleteFrom('keys.board_keys').where('board_id', '=', stranger).execute()
  const bytes = readFileSync(one)
  expect(await boards.destroy(await boards.create(ann, NEW))).toEqual([one])
  expect(readFileSync(one).equals(bytes)).toBe(true)
})

it('[KEEP10] a removal while a copy is being read waits until nothing of the board is left in the log, and holds up nobody', async () => {
  const { boards, db, store } = server
  const board = await boards.create(ann, NEW)
  const key = await wrappedOf(board)
  const reader = openReader(path.join(store.dir, 'rotonde.sqlite'), await workerScript())
  let isErased = false
  let erased: Promise<void> | undefined
  await reader.transaction().execute(async (tx) => {
    await tx.selectFrom('keys.board_keys').selectAll().execute()
    await store.keys.remove(board)
    erased = eraseOldPages(db).then(() => void (isErased = true))
    // Writing goes on meanwhile.
    const start = Date.now()
    await boards.create(ann, { ...NEW, example: false })
    expect(Date.now() - start).toBeLessThan(4_000)
    expect(isErased).toBe(false)
  })
  await erased
  for (const file of ['keys.sqlite', 'keys.sqlite-wal'])
    expect(readFileSync(path.join(store.dir, file)).includes(key), file).toBe(false)
  await reader.destroy()
})
