import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCase } from '@/lib/case/doc'
import type { Role } from '@/lib/access/rights'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'
import { MIGRATIONS } from '../store/migrations'
import type { Principal } from '../services'

let app: TestServices
let maker: Principal
let boardId: string
beforeEach(async () => {
  app = await openTestServices()
  maker = await app.account('maker')
  boardId = await app.boards.create(maker, { title: 'Roos', question: '', example: false, locale: 'nl' })
  await app.boards.setPurpose(maker, boardId, { purpose: 'samen kijken', legalBasis: 'consent' })
  await app.boards.open(maker, boardId)
})
afterEach(() => app.close())

async function member(name: string, role: Role): Promise<Principal> {
  const principal = await app.account(name)
  const place = { board_id: boardId, principal_id: principal.id, role, scribe: 0, reserved: 0 }
  await app.db
    .insertInto('members')
    .values({ ...place, joined_at: app.clock.now() + 1 })
    .execute()
  return principal
}
const admittedTo = async (who: Principal) =>
  (await app.reserved.layer(who, boardId)).people.filter(({ admitted }) => admitted).map(({ name }) => name)
const reservedCase = () =>
  app.rooms.with({ boardId, document: 'reserved' }, (room) => room.read((doc) => readCase(doc)))

it('[RS1] who makes a board is admitted to what is reserved on it, and nobody else is', async () => {
  const bo = await member('bo', 'participant')
  expect(await admittedTo(bo)).toEqual(['maker'])
  expect((await app.reserved.layer(bo, boardId)).admitted).toBe(false)
})

it('[RS1] of a board from before there were admissions, who made it is admitted, and it is written down', async () => {
  const els = await member('els', 'facilitator')
  await app.db.updateTable('members').set({ reserved: 0 }).execute()
  await app.db.schema.dropTable('admissions').execute()
  await MIGRATIONS['003-admissions']?.up(app.db as never)
  expect(await admittedTo(els)).toEqual(['maker'])
  const { log } = await app.reserved.layer(els, boardId)
  expect(log).toMatchObject([{ whom: 'maker', by: 'maker', admitted: true }])
})

it('[RS2] only who guides the board admits and withdraws; who is no part of it hears nothing', async () => {
  const [bo, vera, els] = [
    await member('bo', 'participant'),
    await member('vera', 'viewer'),
    await member('els', 'facilitator'),
  ]
  for (const who of [bo, vera]) {
    await expect(app.reserved.admit(who, boardId, who.id)).rejects.toMatchObject(problem('not-allowed'))
    await expect(app.reserved.withdraw(who, boardId, maker.id)).rejects.toMatchObject(problem('not-allowed'))
  }
  const stranger = await app.account('stranger')
  for (const board of [boardId, 'x'.repeat(22)]) {
    await expect(app.reserved.layer(stranger, board)).rejects.toMatchObject(problem('not-found'))
    await expect(app.reserved.admit(stranger, board, bo.id)).rejects.toMatchObject(problem('not-found'))
    await expect(app.reserved.propose(stranger, board, { kind: 'note', text: 'iets' })).rejects.toMatchObject(
      problem('not-found'),
    )
  }
  await expect(app.reserved.admit(maker, boardId, stranger.id)).rejects.toMatchObject(problem('not-found'))
  await app.reserved.admit(els, boardId, bo.id)
  expect(await admittedTo(vera)).toEqual(['maker', 'bo'])
})

it('[RS3] who was admitted or withdrawn, by whom and when is written down once, for everybody at the table', async () => {
  const bo = await member('bo', 'participant')
  const start = app.clock.now()
  app.clock.advance(1_000)
  await app.reserved.admit(maker, boardId, bo.id)
  await app.reserved.admit(maker, boardId, bo.id)
  app.clock.advance(1_000)
  await app.reserved.withdraw(maker, boardId, bo.id)
  expect((await app.reserved.layer(bo, boardId)).log).toEqual([
    { whom: 'maker', by: 'maker', admitted: true, at: start },
    { whom: 'bo', by: 'maker', admitted: true, at: start + 1_000 },
    { whom: 'bo', by: 'maker', admitted: false, at: start + 2_000 },
  ])
})

it('[RS4] somebody who guides is always admitted: the last one cannot be withdrawn', async () => {
  const [bo, els] = [await member('bo', 'participant'), await member('els', 'facilitator')]
  await app.reserved.admit(maker, boardId, bo.id)
  await expect(app.reserved.withdraw(maker, boardId, maker.id)).rejects.toMatchObject(
    problem('last-admitted'),
  )
  expect(await admittedTo(bo)).toEqual(['maker', 'bo'])
  await app.reserved.admit(maker, boardId, els.id)
  await app.reserved.withdraw(maker, boardId, maker.id)
  expect((await admittedTo(bo)).sort()).toEqual(['bo', 'els'])
})

it('[RS8] what somebody hands in stands in the reserved document under their name', async () => {
  const bo = await member('bo', 'participant')
  await app.reserved.propose(bo, boardId, {
    kind: 'relation',
    from: 'p1',
    to: 'p2',
    type: 'violence',
    note: 'thuis',
  })
  await app.reserved.propose(bo, boardId, { kind: 'note', text: 'een geheim', about: ['p1'] })
  await app.reserved.propose(bo, boardId, { kind: 'marks', person: 'p1', marks: { secret: true } })
  const { relations, notes, overlays } = await reservedCase()
  expect(relations).toMatchObject([
    { from: 'p1', to: 'p2', type: 'violence', note: 'thuis', createdBy: bo.id },
  ])
  expect(notes).toMatchObject([{ text: 'een geheim', about: ['p1'], createdBy: bo.id }])
  expect(overlays).toMatchObject([{ kind: 'people', ref: 'p1', createdBy: bo.id }])
  // Nothing of it lies in the open document, and handing in admits nobody.
  const open = await app.boards.readCase(boardId)
  expect([open.relations, open.notes]).toEqual([[], []])
  expect(await admittedTo(bo)).toEqual(['maker'])
})

it('[RS9] what is handed in is bounded in size and in number, and who only reads hands in nothing', async () => {
  const [bo, vera] = [await member('bo', 'participant'), await member('vera', 'viewer')]
  const note = { kind: 'note', text: 'iets' } as const
  await expect(app.reserved.propose(vera, boardId, note)).rejects.toMatchObject(problem('not-allowed'))
  const wrong = [
    { ...note, text: 'x'.repeat(2_001) },
    { ...note, text: ' ' },
    { ...note, about: ['../x'] },
    { kind: 'marks', person: 'p1', marks: { secret: 'x'.repeat(2_000) } },
    { kind: 'relation', from: 'p1', to: 'p2', type: '' },
  ] as const
  for (const input of wrong)
    await expect(app.reserved.propose(bo, boardId, input as typeof note)).rejects.toMatchObject(
      problem('bad-input'),
    )
  for (let i = 0; i < 10; i++) await app.reserved.propose(bo, boardId, note)
  await expect(app.reserved.propose(bo, boardId, note)).rejects.toMatchObject(problem('too-many'))
  expect((await reservedCase()).notes).toHaveLength(10)
})
