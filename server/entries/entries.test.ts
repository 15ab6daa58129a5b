import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestServices, problem, stranger, tokenOf, type TestServices } from '@/tests/support/services'
import type { Principal } from '../services'
import { randomId } from '../tokens'
import { openEntry, sealEntry } from './sealed'
import { member, notesOn, openBoard, revealedOn, text } from '@/tests/support/entries'

const MEETING = { into: 'meeting' } as const

let app: TestServices
let els: Principal
let bo: Principal
let ann: Principal
let board: string
beforeEach(async () => {
  app = await openTestServices()
  els = await app.account('els')
  board = await openBoard(app, els)
  bo = await member(app, board, 'bo', 'participant')
  ann = await member(app, board, 'ann', 'participant')
})
afterEach(() => app.close())

const rows = () => app.db.selectFrom('private_entries').selectAll().execute()
const own = (who: Principal) => app.entries.own(who, board)
const put = (who: Principal, words: string, step = 's1', keep = false) =>
  app.entries.put(who, board, step, { entry: text(words), keep })

/** Every command by somebody on a board, as the codes of their refusals. */
async function commandsOf(who: Principal, id: string): Promise<unknown[]> {
  const { entries } = app
  const asked = [
    entries.put(who, id, 's1', { entry: text('x') }),
    entries.setReady(who, id, 's1', true),
    entries.own(who, id),
    entries.status(who, id, 's1'),
    entries.reveal(who, id, 's9', MEETING),
    entries.withdraw(who, id, 's1'),
  ]
  const code = (error: unknown) => (error as { code?: string }).code
  return Promise.all(asked.map((one) => one.then(() => 'done', code)))
}

it('[PRV5] each has one entry a step, changes it from any device, and is shown their own alone', async () => {
  await put(bo, 'een')
  await put(bo, 'anders')
  await put(bo, 'later', 's2')
  await put(ann, 'van Ann')
  expect(await own(bo)).toMatchObject([
    { step: 's1', entry: text('anders'), keep: false, ready: false, state: 'open' },
    { step: 's2', entry: text('later') },
  ])
  expect(await own(els)).toEqual([])
  expect(
    JSON.stringify([await own(els), await own(ann), await app.entries.status(els, board, 's1')]),
  ).not.toMatch(/een|anders|later/)
})

it('[PRV6] who takes part or guides may put; who reads along may not, and sees and takes back what was theirs', async () => {
  const vera = await member(app, board, 'vera', 'participant')
  await put(vera, 'van Vera')
  await put(els, 'van Els')
  await app.db.updateTable('members').set({ role: 'viewer' }).where('principal_id', '=', vera.id).execute()
  expect(await commandsOf(vera, board)).toEqual([
    'not-allowed',
    'not-allowed',
    'done',
    'not-allowed',
    'not-allowed',
    'done',
  ])
  expect((await rows()).map(({ principal_id }) => principal_id)).toEqual([els.id])
  expect((await commandsOf(bo, board)).slice(3, 5)).toEqual(['not-allowed', 'not-allowed'])
})

it('[PRV7] a stranger, a guest of another board, who was taken off it and who waits for it hear of no board', async () => {
  const other = await openBoard(app, await app.account('mia'))
  const { link } = await app.invites.add(els.id, other, { role: 'facilitator', hours: 1, uses: 1 })
  const { principal: guest } = await app.invites.join(tokenOf(link), { name: 'gast' }, stranger())
  await put(bo, 'van Bo')
  await app.db.deleteFrom('members').where('principal_id', '=', bo.id).execute()
  const draft = await app.boards.create(els, { title: 'x', question: '', example: false, locale: 'nl' })
  const place = { board_id: draft, principal_id: ann.id, role: 'participant' as const, joined_at: 0 }
  await app.db
    .insertInto('members')
    .values({ ...place, scribe: 0, reserved: 0 })
    .execute()
  const none = Array.from({ length: 6 }, () => 'not-found')
  for (const [who, id] of [
    [await app.account('eve'), board],
    [guest, board],
    [bo, board],
    [ann, draft],
    [els, randomId()],
  ] as const)
    expect(await commandsOf(who, id), who.name).toEqual(none)
  // The same step on their own board is another one.
  await app.entries.put(guest, other, 's1', { entry: text('elders') })
  expect(await app.entries.reveal(guest, other, 's1', MEETING)).toBe('revealed')
  expect(await revealedOn(app, board)).toEqual({})
})

it('[PRV8] who guides sees how many put and are ready, without content or name, until it is revealed', async () => {
  await member(app, board, 'vera', 'viewer')
  await put(bo, 'geheim', 's1', true)
  await app.entries.setReady(bo, board, 's1', true)
  await app.entries.setReady(ann, board, 's1', true)
  await put(els, 'ook')
  const status = await app.entries.status(els, board, 's1')
  expect(status).toEqual({ state: 'open', counts: { put: 2, ready: 2, mayPut: 3 } })
  await app.entries.setReady(ann, board, 's1', false)
  expect((await app.entries.status(els, board, 's1')).counts).toMatchObject({ put: 2, ready: 1 })
  expect(await own(ann)).toMatchObject([{ entry: null, ready: false }])
  expect(await own(bo)).toMatchObject([{ entry: text('geheim'), ready: true, keep: true }])
  await app.entries.reveal(els, board, 's1', MEETING)
  expect(await app.entries.status(els, board, 's1')).toEqual({ state: 'revealed', counts: null })
  expect(await app.entries.status(els, board, 's2')).toMatchObject({ counts: { put: 0, ready: 0 } })
})

it('[PRV9] what was withdrawn leaves no row, and may be put again', async () => {
  await put(bo, 'een')
  await app.entries.withdraw(bo, board, 's1')
  await app.entries.withdraw(bo, board, 's1')
  expect(await rows()).toEqual([])
  await put(bo, 'twee')
  await app.entries.reveal(els, board, 's1', MEETING)
  expect(await revealedOn(app, board)).toEqual({ s1: { [bo.id]: text('twee') } })
})

it('[PRV10] entries are bounded in size and in number, of one person and of the board, and in how often', async () => {
  const refusal = (code: string) => expect.objectContaining(problem(code))
  await expect(put(bo, 'x'.repeat(4_001))).rejects.toEqual(refusal('bad-input'))
  for (const step of ['', '__proto__', '../x', 'x'.repeat(41)]) {
    await expect(put(bo, 'x', step)).rejects.toEqual(refusal('bad-input'))
    await expect(app.entries.setReady(bo, board, step, true)).rejects.toEqual(refusal('bad-input'))
    await expect(app.entries.reveal(els, board, step, MEETING)).rejects.toEqual(refusal('bad-input'))
  }
  const fill = (who: Principal, from: number, upTo: number) =>
    app.db
      .insertInto('private_entries')
      .values(
        Array.from({ length: upTo - from }, (_, i) => ({
          board_id: board,
          step: `full-${from + i}`,
          principal_id: who.id,
          id: `full-${from + i}`,
          body: null,
          ready: 0,
          at: 0,
        })),
      )
      .execute()
  await fill(bo, 0, 199)
  await put(bo, 'de laatste')
  await expect(put(bo, 'een te veel', 's2')).rejects.toEqual(refusal('entries-full'))
  await put(bo, 'anders')
  await put(ann, 'van Ann')
  for (let from = 199; from < 4_998; from += 1_000) await fill(els, from, Math.min(from + 1_000, 4_998))
  await expect(put(ann, 'het bord is vol', 's2')).rejects.toEqual(refusal('entries-full'))
  expect(await own(ann)).toHaveLength(1)
  for (let i = 0; i < 100; i++) {
    const answer = await put(ann, 'snel').then(
      () => null,
      (error: { code: string }) => error.code,
    )
    if (answer === null) continue
    expect(answer).toBe('too-many')
    expect(i).toBeGreaterThan(40)
    return
  }
  expect.unreachable()
})

it('[PRV11] what is put down for oneself is never revealed, and goes when its author says so, also afterwards', async () => {
  await put(bo, 'voor mij', 's1', true)
  await put(ann, 'voor allen')
  await app.entries.reveal(els, board, 's1', MEETING)
  expect(await revealedOn(app, board)).toEqual({ s1: { [ann.id]: text('voor allen') } })
  expect(await own(bo)).toMatchObject([{ entry: text('voor mij'), keep: true, state: 'revealed' }])
  // What stands on the table is not kept a second time.
  expect(await own(ann)).toEqual([])
  await app.entries.withdraw(bo, board, 's1')
  expect(await rows()).toEqual([])
})

it('[PRV12] entries go with their author’s place on the board, and with the board; who was shut out is not quoted', async () => {
  for (const who of [bo, ann, els]) await put(who, `van ${who.name}`)
  await app.db.deleteFrom('members').where('principal_id', '=', bo.id).execute()
  await app.db.updateTable('principals').set({ disabled: 1 }).where('id', '=', ann.id).execute()
  expect((await rows()).map(({ principal_id }) => principal_id).sort()).toEqual([ann.id, els.id].sort())
  await app.entries.reveal(els, board, 's1', MEETING)
  expect(await revealedOn(app, board)).toEqual({ s1: { [els.id]: text('van els') } })
  await put(els, 'nog een', 's2')
  await app.boards.remove(els, board)
  expect([await rows(), await app.db.selectFrom('reveals').selectAll().execute()]).toEqual([[], []])
  await expect(put(els, 'te laat', 's3')).rejects.toMatchObject(problem('not-found'))
})

it('[PRV13] an entry opens only in its own place, and its length tells nothing of a vote or of who keeps it', async () => {
  const cipher = await app.store.keys.of(board)
  const place = { board_id: board, step: 's1', principal_id: bo.id }
  const said = { entry: text('mijn woord'), keep: false }
  const sealed = sealEntry(cipher, place, said)
  expect(openEntry(cipher, place, sealed)).toEqual(said)
  for (const other of [
    { ...place, step: 's2' },
    { ...place, principal_id: ann.id },
    { ...place, board_id: 'b' },
  ])
    expect(() => openEntry(cipher, other, sealed)).toThrow()
  const lengths = [
    { entry: { kind: 'choice' as const, choices: ['a'] }, keep: true },
    { entry: { kind: 'choice' as const, choices: ['een-lange-naam', 'en-nog-een'] }, keep: false },
    { entry: { kind: 'scale' as const, value: 7 }, keep: false },
    said,
  ].map((one) => sealEntry(cipher, place, one).length)
  expect(new Set(lengths).size).toBe(1)
})

it('[PRV14] a reveal into the case makes a note of its author of each; a vote is refused and the step stays open', async () => {
  await put(bo, 'zo was het')
  await app.entries.put(ann, board, 's1', { entry: { kind: 'choice', choices: ['a'] } })
  const target = { into: 'case' as const, about: ['e1'] }
  await expect(app.entries.reveal(els, board, 's1', target)).rejects.toMatchObject(problem('bad-input'))
  expect((await app.entries.status(els, board, 's1')).state).toBe('open')
  await put(ann, 'zo ook')
  expect(await app.entries.reveal(els, board, 's1', target)).toBe('revealed')
  const notes = await notesOn(app, board)
  expect(notes.map(({ createdBy, text: words }) => `${createdBy} ${words}`).sort()).toEqual(
    [`${bo.id} zo was het`, `${ann.id} zo ook`].sort(),
  )
  expect((await app.boards.readCase(board)).notes.map(({ about }) => about)).toEqual([['e1'], ['e1']])
})
