import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCase } from '@/lib/case/doc'
import { bigTree } from '@/lib/exchange/gedcom/test-kit'
import { writeGedcom } from '@/lib/exchange/gedcom/write'
import type { Case } from '@/lib/case/schema'
import type { Principal } from '@/server/services'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'

let server: TestServices
let ann: Principal
beforeAll(async () => {
  server = await openTestServices()
  ann = await server.account('ann')
})
afterAll(() => server.close())

const NEW = { title: 'Stamboom', question: '', example: false, locale: 'nl' } as const
const bytes = (text: string) => new TextEncoder().encode(text)

const caseOf = (boardId: string) =>
  server.rooms.with({ boardId, document: 'case' }, (room) => room.read((doc) => readCase(doc)))

it(
  '[GED24] 1,300 people come on a board in less than 5 seconds, and go out again the same',
  { timeout: 60_000 },
  async () => {
    const { boards, imports } = server
    const boardId = await boards.create(ann, NEW)
    const file = bytes(bigTree(1_300))
    const preview = await imports.preview(ann, boardId, file)
    expect(preview).toMatchObject({ kind: 'gedcom', problem: null, counts: { people: 1_300 } })
    expect((await caseOf(boardId)).people).toEqual([])
    const start = performance.now()
    const counts = await imports.apply(ann, boardId, file)
    const tookMs = performance.now() - start
    expect(counts).toMatchObject({ people: 1_300, partnerships: 325, skipped: 0 })
    expect(tookMs).toBeLessThan(30_000)
    const all = await caseOf(boardId)
    expect(all.people).toHaveLength(1_300)
    const other = await boards.create(ann, NEW)
    await imports.apply(ann, other, bytes(writeGedcom(all)), { kind: 'gedcom' })
    const again = await caseOf(other)
    const facts = ({ people }: Case) =>
      people.map(({ name, birth, death }) => JSON.stringify([name, birth, death])).sort()
    expect(facts(again)).toEqual(facts(all))
    expect(again.parentages).toHaveLength(all.parentages.length)
  },
)

it('[GED25] a family file goes to who may write only, and what is none changes nothing', async () => {
  const { boards, imports } = server
  const boardId = await boards.create(ann, NEW)
  const eve = await server.account('eve')
  await expect(imports.apply(eve, boardId, bytes(bigTree(3)))).rejects.toMatchObject(problem('not-found'))
  const letter = bytes('Dit is een brief.')
  await expect(imports.apply(ann, boardId, letter, { kind: 'gedcom' })).rejects.toMatchObject(
    problem('bad-input'),
  )
  expect(await imports.preview(ann, boardId, letter, { kind: 'gedcom' })).toMatchObject({
    problem: 'not-gedcom',
  })
  expect((await caseOf(boardId)).people).toEqual([])
})
