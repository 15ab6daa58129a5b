import pino from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addPerson } from '@/lib/case/commands/people'
import { binRecord } from '@/lib/case/commands/bin'
import { startRound } from '@/lib/case/commands/rounds'
import { DOCUMENTS } from '@/lib/access/rights'
import { actor } from '@/lib/case/test-kit'
import { exportJson } from '@/lib/exchange/json'
import { member, openBoard, revealedOn } from '@/tests/support/entries'
import { step1, TestPeer } from '@/tests/support/peers'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'
import type { Principal } from '../services'

const ROUND = { into: 'round' } as const
/** As a float nothing else is, and as a text neither. */
const UNIQUE = 0.12345678901

let app: TestServices
let lines: string[]
let els: Principal
let bo: Principal
let ann: Principal
let board: string
let karim: string
let round: string
beforeEach(async () => {
  lines = []
  app = await openTestServices({}, pino({ level: 'trace' }, { write: (line) => void lines.push(line) }))
  els = await app.account('els')
  board = await openBoard(app, els)
  bo = await member(app, board, 'bo', 'participant')
  ann = await member(app, board, 'ann', 'participant')
  await inCase((doc) => {
    karim = addPerson(doc, actor('els'), { name: 'Karim' }) ?? ''
    round = startRound(doc, actor('round'), { form: 'rings', question: 'Wie?', subjects: [karim] }) ?? ''
  })
})
afterEach(() => app.close())

const inCase = (change: (doc: Y.Doc) => void) =>
  app.rooms.with({ boardId: board, document: 'case' }, (room) => room.edit(els.id, change))
const put = (who: Principal, nearness: number, { named = false, keep = false } = {}) =>
  app.entries.put(who, board, round, {
    entry: { kind: 'places', places: { [karim]: { nearness } }, named },
    keep,
  })
const readRound = async () => (await app.boards.readCase(board)).rounds.find(({ id }) => id === round)

it('[PLS10] a reveal puts what people placed in the round, once, however often it is pressed; what is kept stays out', async () => {
  await put(bo, 0.25, { named: true })
  await put(ann, 0.75)
  await put(els, 0.5, { keep: true })
  expect(await app.entries.status(els, board, round)).toMatchObject({ counts: { put: 3, mayPut: 3 } })
  const pressed = [els, els].map((who) => app.entries.reveal(who, board, round, ROUND))
  expect(await Promise.all(pressed)).toEqual(['revealed', 'revealed'])
  const { placements = {}, revealed } = (await readRound()) ?? {}
  expect(revealed).toBe(true)
  expect(Object.values(placements).map(({ by, places }) => [by, places[karim]])).toEqual(
    expect.arrayContaining([
      [bo.id, { nearness: 0.25 }],
      [null, { nearness: 0.75 }],
    ]),
  )
  expect(Object.keys(placements)).toHaveLength(2)
  await expect(put(ann, 1)).rejects.toMatchObject(problem('revealed'))
  expect(await app.entries.own(els, board)).toMatchObject([{ step: round, keep: true }])
  expect(await app.entries.own(ann, board)).toEqual([])
  expect(await revealedOn(app, board)).toEqual({})
})

it('[PLS11] places are revealed into a round that is there, by who guides, and nowhere else; until then the step stays open', async () => {
  await put(bo, 0.25)
  for (const target of [{ into: 'meeting' as const }, { into: 'case' as const, about: [] }])
    await expect(app.entries.reveal(els, board, round, target)).rejects.toMatchObject(problem('bad-input'))
  await expect(app.entries.reveal(bo, board, round, ROUND)).rejects.toMatchObject(problem('not-allowed'))
  await inCase((doc) => void binRecord(doc, actor('els'), { kind: 'rounds', id: round }))
  await expect(app.entries.reveal(els, board, round, ROUND)).rejects.toMatchObject(problem('not-found'))
  await expect(app.entries.reveal(els, board, 'none', ROUND)).rejects.toMatchObject(problem('not-found'))
  await put(bo, 0.5)
  expect((await app.entries.status(els, board, round)).state).toBe('open')
})

it('[PLS12] nothing of what somebody places is in anybody’s frames, the log or an export before the reveal, and never who placed it without a name', async () => {
  const peers: TestPeer[] = []
  for (const document of DOCUMENTS) {
    const { room } = await app.rooms.enter({ boardId: board, document })
    for (const who of [els, ann]) {
      const peer = new TestPeer(who)
      peers.push(peer)
      room.join(peer)
      room.receive(peer, step1(peer.doc))
    }
    await room.settled()
  }
  const asFloat = Buffer.alloc(8)
  asFloat.writeDoubleBE(UNIQUE)
  const heard = async () =>
    Buffer.concat([
      ...peers.flatMap(({ frames }) => frames),
      Buffer.from(lines.join('')),
      Buffer.from(JSON.stringify(exportJson(await app.boards.readCase(board)))),
      Buffer.from(JSON.stringify([await app.entries.own(ann, board), await app.entries.own(els, board)])),
    ])
  const holds = async () => {
    const all = await heard()
    return [all.includes(asFloat), all.includes(String(UNIQUE))]
  }
  await put(bo, 0.5)
  await put(bo, UNIQUE)
  expect(await holds()).toEqual([false, false])
  const before = await heard()
  await app.entries.reveal(els, board, round, ROUND)
  // What is searched for is found where it may be.
  expect(await holds()).toEqual([true, true])
  const after = await heard()
  const count = (all: Buffer) => all.toString('latin1').split(bo.id).length
  expect(count(after)).toBe(count(before))
})
