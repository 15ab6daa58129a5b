import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { BoardHeads } from '@/server/boards/heads'
import { journalContract } from '@/tests/contract/journal'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'

/** Every byte of the database: its file and, while it is open, its log. */
function bytesIn(dir: string): Buffer {
  return Buffer.concat(readdirSync(dir).map((file) => readFileSync(path.join(dir, file))))
}

/** In PostgreSQL, what can be asked for: its files are the machine's, and their log is kept for a while. */
async function everyByte({ db, dir }: TestStore): Promise<Buffer> {
  if (!onPostgres) return bytesIn(dir)
  const tables = ['boards', 'keys.board_keys', 'clients', 'journal', 'snapshots'] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  const values = rows.flat().flatMap((row) => Object.values(row) as unknown[])
  return Buffer.concat(values.map((one) => Buffer.from(one instanceof Uint8Array ? one : String(one))))
}

const onPostgres = 'TEST_STORE_URL' in process.env

journalContract(onPostgres ? 'PostgreSQL' : 'SQLite', async () => {
  const store = await openTestStore()
  return { ...store, readAll: everyByte }
})

it('[STO12] title, question and purpose of a board are not readable in the database file or its log', async () => {
  const store = await openTestStore()
  await addTestBoard(store, 'b1')
  const heads = new BoardHeads(store.db, store.keys)
  await heads.write('b1', { title: 'Roodkapje', question: 'Waarom de grootmoeder?', purpose: 'Mandje' })
  expect(await heads.read('b1')).toMatchObject({ title: 'Roodkapje', purpose: 'Mandje' })
  for (const word of ['Roodkapje', 'grootmoeder', 'Mandje'])
    expect((await everyByte(store)).includes(word)).toBe(false)
  // Swapping two sealed texts is noticed.
  const { title } = await store.db.selectFrom('boards').select('title').executeTakeFirstOrThrow()
  await store.db.updateTable('boards').set({ question: title }).execute()
  await expect(heads.read('b1')).rejects.toThrow()
  await store.close()
})

it('[STO15] documents that are written at the same time go to the disk together, and one that may not costs no other', async () => {
  const store = await openTestStore()
  const boards = Array.from({ length: 100 }, (_, i) => `b${i}`)
  for (const board of boards) await addTestBoard(store, board)
  const entry = { principalId: 'ann', clients: [], update: new TextEncoder().encode('een') }
  const write = (board: string, seq: number) =>
    store.journal.append({ boardId: board, document: 'case' }, 1, seq, [entry], new Map())
  await write('b7', 1)
  const ends = await Promise.allSettled(boards.map((board) => write(board, 1)))
  expect(ends.map((end, i) => (end.status === 'rejected' ? boards[i] : '')).filter(Boolean)).toEqual(['b7'])
  const again = await store.reopen()
  for (const board of boards)
    expect((await again.journal.load({ boardId: board, document: 'case' })).updates).toHaveLength(1)
  await again.close()
})
