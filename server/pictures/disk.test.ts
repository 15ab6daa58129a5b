import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Principal } from '@/server/services'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'

// About the file of SQLite itself; where pictures stand in PostgreSQL, its disk is the machine's.
let services: TestServices
let ann: Principal
let board: string
beforeEach(async () => {
  services = await openTestServices()
  ann = await services.account('ann')
  board = await services.boards.create(ann, { title: 'Iris', question: '', example: false, locale: 'nl' })
})
afterEach(() => services.close())

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

it('[EV17] a full disk ends in words of its own', async () => {
  const { db } = services
  await db.executeQuery({
    sql: 'pragma max_page_count = 1',
    parameters: [],
    query: { kind: 'RawNode' } as never,
    queryId: { queryId: 'q' },
  })
  const big = await sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer()
  await expect(services.pictures.add(ann, board, big)).rejects.toMatchObject(problem('disk-full'))
})

it('[EV18] no byte of a picture lies readable on the disk, and after its board none is left', async () => {
  const { id } = await services.pictures.add(ann, board, await plain(300, 300).png().toBuffer())
  const bytes = await services.pictures.read(ann, board, id)
  const { dir } = services.store
  const onDisk = () => Buffer.concat(readdirSync(dir).map((name) => readFileSync(path.join(dir, name))))
  const { bytes: sealed } = await services.db.selectFrom('pictures').select('bytes').executeTakeFirstOrThrow()
  expect(onDisk().includes(Buffer.from(sealed).subarray(0, 64))).toBe(true)
  expect(onDisk().includes(Buffer.from(bytes).subarray(0, 64))).toBe(false)
  await services.boards.remove(ann, board)
  expect(onDisk().includes(Buffer.from(sealed).subarray(0, 64))).toBe(false)
  await expect(services.pictures.read(ann, board, id)).rejects.toMatchObject(problem('not-found'))
})
