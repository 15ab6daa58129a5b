import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCase } from '@/lib/case/doc'
import { openTestServices, problem, stranger, tokenOf, type TestServices } from '@/tests/support/services'
import type { Principal } from '../services'
import { randomId } from '../tokens'

const NEW = { title: 'Roos', question: 'Hoe verder?', example: false, locale: 'nl' as const }
const PURPOSE = { purpose: 'Samen kijken', legalBasis: 'consent' }

let server: TestServices
let ann: Principal
beforeEach(async () => {
  server = await openTestServices()
  ann = await server.account('ann')
})
afterEach(() => server.close())

async function withGuest(boardId: string, role: 'participant' | 'viewer' | 'facilitator' = 'participant') {
  const { link } = await server.invites.add(ann.id, boardId, { role, hours: 1, uses: 1 })
  const { principal } = await server.invites.join(tokenOf(link), { name: role }, stranger())
  return principal
}
const caseOf = (boardId: string) =>
  server.rooms.with({ boardId, document: 'case' }, (room) => room.read((doc) => readCase(doc)))
const csv = (...lines: string[]) => new TextEncoder().encode(['datum;tekst', ...lines].join('\n'))

it('[AC9] every question about a board gets the same answer for one that is not there and one that is not theirs', async () => {
  const boardId = await server.boards.create(ann, NEW)
  const eve = await server.account('eve')
  const { boards, invites, imports } = server
  const ask = (id: string) => [
    boards.access(eve, id),
    boards.setPurpose(eve, id, PURPOSE),
    boards.open(eve, id),
    boards.remove(eve, id),
    invites.create(eve, id, { role: 'participant', hours: 1, uses: 1 }),
    invites.list(eve, id),
    invites.revoke(eve, id, 'x'),
    imports.preview(eve, id, csv('2014;iets')),
    imports.apply(eve, id, csv('2014;iets')),
  ]
  const answers = (id: string) =>
    Promise.all(
      ask(id).map((answer) =>
        answer.then(
          () => 'let in',
          (error: unknown) => [String(error), (error as { code?: string }).code],
        ),
      ),
    )
  const foreign = await answers(boardId)
  expect(foreign).toEqual(await answers(randomId()))
  expect(new Set(foreign.map((answer) => answer[1]))).toEqual(new Set(['not-found']))
  expect([await boards.waiting(eve, boardId), await boards.waiting(eve, randomId())]).toEqual([null, null])
  expect(await boards.list(eve)).toEqual([])
  expect((await boards.access(ann, boardId)).title).toBe('Roos')
})

it('[AC10] a draft is closed to participants, who wait; opening it needs a purpose and lets them in', async () => {
  const { boards } = server
  const boardId = await boards.create(ann, NEW)
  const bo = await withGuest(boardId)
  const dora = await withGuest(boardId, 'facilitator')
  await expect(boards.access(bo, boardId)).rejects.toMatchObject(problem('not-found'))
  expect(await boards.list(bo)).toEqual([])
  expect(await boards.waiting(bo, boardId)).toBe('Roos')
  // Who waits may not even learn that it is theirs to wait for by trying to guide it.
  await expect(boards.open(bo, boardId)).rejects.toMatchObject(problem('not-found'))
  await expect(server.invites.list(bo, boardId)).rejects.toMatchObject(problem('not-found'))
  expect(await boards.waiting(dora, boardId)).toBeNull()
  expect(await boards.access(dora, boardId)).toMatchObject({ role: 'facilitator', state: 'draft' })
  await expect(boards.open(ann, boardId)).rejects.toMatchObject(problem('purpose-needed'))
  await boards.setPurpose(ann, boardId, PURPOSE)
  await boards.open(ann, boardId)
  expect(await boards.access(bo, boardId)).toMatchObject({
    title: 'Roos',
    role: 'participant',
    state: 'open',
  })
  expect(await boards.waiting(bo, boardId)).toBeNull()
  expect((await boards.list(bo)).map(({ id }) => id)).toEqual([boardId])
  await boards.open(ann, boardId)
})

it('[AC11] only who guides a board may open, share, or remove it; others who are in hear "not allowed"', async () => {
  const { boards, invites } = server
  const boardId = await boards.create(ann, NEW)
  await boards.setPurpose(ann, boardId, PURPOSE)
  await boards.open(ann, boardId)
  for (const role of ['participant', 'viewer'] as const) {
    const guest = await withGuest(boardId, role)
    for (const attempt of [
      () => boards.setPurpose(guest, boardId, PURPOSE),
      () => boards.open(guest, boardId),
      () => boards.remove(guest, boardId),
      () => invites.create(guest, boardId, { role: 'facilitator', hours: 1, uses: 1 }),
      () => invites.list(guest, boardId),
      () => invites.revoke(guest, boardId, 'x'),
    ])
      await expect(attempt()).rejects.toMatchObject(problem('not-allowed'))
    await expect(boards.create(guest, NEW)).rejects.toMatchObject(problem('not-allowed'))
  }
})

it('[AC12] a removed board is gone for everybody, with its key, its rows and its links', async () => {
  const { boards, invites, db } = server
  const boardId = await boards.create(ann, { ...NEW, example: true })
  const { link } = await invites.add(ann.id, boardId, { role: 'viewer', hours: 1, uses: 5 })
  const kept = await boards.create(ann, NEW)
  await boards.remove(ann, boardId)
  await expect(boards.access(ann, boardId)).rejects.toMatchObject(problem('not-found'))
  await expect(invites.peek(tokenOf(link), '1')).rejects.toMatchObject(problem('not-found'))
  for (const table of [
    'keys.board_keys',
    'journal',
    'snapshots',
    'members',
    'invites',
    'documents',
    'clients',
  ] as const)
    expect(await db.selectFrom(table).selectAll().where('board_id', '=', boardId).execute(), table).toEqual(
      [],
    )
  expect(await boards.access(ann, kept)).toMatchObject({ title: 'Roos' })
})

it('[AC28] with their last board goes what is known of who came by a link, and nobody else', async () => {
  const { boards, sessions, invites } = server
  const [gone, kept] = [await boards.create(ann, NEW), await boards.create(ann, NEW)]
  const once = await withGuest(gone, 'participant')
  const twice = await withGuest(gone, 'viewer')
  const { link } = await invites.add(ann.id, kept, { role: 'viewer', hours: 1, uses: 1 })
  await invites.join(tokenOf(link), { name: 'Bo' }, { principal: twice, address: '1' })
  const [first, second] = [await sessions.start(once.id), await sessions.start(twice.id)]
  await boards.remove(ann, gone)
  expect(await sessions.principalOf(first.token)).toBeNull()
  expect(await sessions.principalOf(second.token)).toMatchObject({ id: twice.id })
  const left = await server.db.selectFrom('principals').select('id').execute()
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([ann.id, twice.id]))
})

it('[AC13] an import is whole or not at all: with a bad line nothing, until skipping it is agreed to', async () => {
  const { boards, imports } = server
  const boardId = await boards.create(ann, NEW)
  const file = csv('2014;een', 'geen datum van ons;twee', '2015;drie')
  const preview = await imports.preview(ann, boardId, file)
  expect(preview).toMatchObject({ kind: 'csv', events: [{}, {}], bad: [{}] })
  await expect(imports.apply(ann, boardId, file)).rejects.toMatchObject(problem('bad-input'))
  expect((await caseOf(boardId)).events).toEqual([])
  expect(await imports.apply(ann, boardId, file, { skipBad: true })).toMatchObject({ events: 2, skipped: 1 })
  expect((await caseOf(boardId)).events.map(({ title }) => title).sort()).toEqual(['drie', 'een'])
  for (const nothing of [new Uint8Array(), Uint8Array.of(0, 255, 3), csv()])
    await expect(imports.apply(ann, boardId, nothing, { skipBad: true })).rejects.toMatchObject(
      problem('bad-input'),
    )
  expect((await caseOf(boardId)).events).toHaveLength(2)
})

it('[AC14] a viewer may not import, a participant may', async () => {
  const { boards, imports } = server
  const boardId = await boards.create(ann, NEW)
  await boards.setPurpose(ann, boardId, PURPOSE)
  await boards.open(ann, boardId)
  const [viewer, participant] = [await withGuest(boardId, 'viewer'), await withGuest(boardId)]
  await expect(imports.apply(viewer, boardId, csv('2014;een'))).rejects.toMatchObject(problem('not-allowed'))
  expect(await imports.apply(participant, boardId, csv('2014;een'))).toMatchObject({ events: 1, skipped: 0 })
})
