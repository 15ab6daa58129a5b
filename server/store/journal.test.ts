import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { BoardHeads } from '@/server/boards/heads'
import { journalContract } from '@/tests/contract/journal'
import { addTestBoard, openTestStore } from '@/tests/support/store'

/** Every byte of the database: its file and, while it is open, its log. */
function bytesIn(dir: string): Buffer {
  return Buffer.concat(readdirSync(dir).map((file) => readFileSync(path.join(dir, file))))
}

journalContract('SQLite', async () => {
  const store = await openTestStore()
  return { ...store, readAll: async () => bytesIn(store.dir) }
})

it('[STO12] title, question and purpose of a board are not readable in the database file or its log', async () => {
  const store = await openTestStore()
  await addTestBoard(store, 'b1')
  const heads = new BoardHeads(store.db, store.keys)
  await heads.write('b1', { title: 'Roodkapje', question: 'Waarom de grootmoeder?', purpose: 'Mandje' })
  expect(await heads.read('b1')).toMatchObject({ title: 'Roodkapje', purpose: 'Mandje' })
  for (const word of ['Roodkapje', 'grootmoeder', 'Mandje'])
    expect(bytesIn(store.dir).includes(word)).toBe(false)
  // Swapping two sealed texts is noticed.
  const { title } = await store.db.selectFrom('boards').select('title').executeTakeFirstOrThrow()
  await store.db.updateTable('boards').set({ question: title }).execute()
  await expect(heads.read('b1')).rejects.toThrow()
  await store.close()
})
