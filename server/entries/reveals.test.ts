import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { setText } from '@/lib/case/commands/texts'
import type { RevealTargetInput } from '@/lib/entries/entry'
import { openTestServices, problem, type TestServices } from '@/tests/support/services'
import { BoardHeads } from '../boards/heads'
import { createKeeper } from '../boards/keeper'
import { createLog } from '../log'
import type { Principal } from '../services'
import { Journal } from '../store/journal'
import { isShared } from '../store/postgres'
import { Rooms } from '../sync/rooms'
import { randomId } from '../tokens'
import { Entries } from './entries'
import { Reveals } from './reveals'
import { member, notesOn, openBoard, revealedOn, text } from '@/tests/support/entries'

const MEETING = { into: 'meeting' } as const
const CASE = { into: 'case', about: [] as string[] } as const
const log = createLog('silent')

let app: TestServices
let els: Principal
let board: string
let people: Principal[]
let opened: Rooms[]
beforeEach(async () => {
  app = await openTestServices({ LIMIT_ENTRIES: '1000000' })
  els = await app.account('els')
  board = await openBoard(app, els)
  people = [els]
  for (const name of ['ann', 'bo', 'cas']) people.push(await member(app, board, name, 'participant'))
  opened = []
})
afterEach(async () => {
  for (const rooms of opened) await rooms.stop()
  await app.close()
})

type Cut = 'before' | 'after' | null

/** A process on the same store, with rooms of its own. `cut`: it falls before or after it has written next. */
function node() {
  const { db, clock, limits, store } = app
  const { keys } = store
  const rooms = new Rooms(
    new Journal(db, keys, () => 0, true),
    createKeeper(new BoardHeads(db, keys), clock, log),
    clock,
    log,
  )
  opened.push(rooms)
  const made = {
    rooms,
    entries: null as unknown as Entries,
    cut: null as Cut,
    /** Writing waits for it. */
    gate: Promise.resolve(),
    writing: 0,
  }
  const falling: Pick<Rooms, 'with'> = {
    async with(id, use) {
      const { cut } = made
      made.cut = null
      made.writing += 1
      await made.gate
      if (cut === 'before') throw new Error('fallen')
      const result = await rooms.with(id, use)
      if (cut === 'after') throw new Error('fallen')
      return result
    },
  }
  const reveals = new Reveals({ db, keys, rooms: falling, clock, log })
  made.entries = new Entries({ db, keys, limits, clock, reveals })
  return made
}
const [ann, bo] = [() => people[1] as Principal, () => people[2] as Principal]
const put = (who: Principal, words: string, step = 's1', keep = false) =>
  app.entries.put(who, board, step, { entry: text(words), keep })

/** Presses until it is said to be done, as somebody would. */
async function pressUntilDone({ entries }: { entries: Entries }, step: string, target: RevealTargetInput) {
  for (let i = 0; i < 100; i++) if ((await entries.reveal(els, board, step, target)) === 'revealed') return
  throw new Error('never revealed')
}

it('[PRV15] after the reveal nothing is put, changed or taken back, and pressing again changes nothing', async () => {
  await put(ann(), 'een')
  await put(bo(), 'twee', 's2')
  const mia = await member(app, board, 'mia', 'facilitator')
  await app.entries.reveal(els, board, 's1', MEETING)
  const late = [
    () => put(ann(), 'anders'),
    () => put(bo(), 'te laat'),
    () => app.entries.setReady(bo(), board, 's1', true),
    () => app.entries.withdraw(ann(), board, 's1'),
  ]
  for (const one of late) await expect(one()).rejects.toMatchObject(problem('revealed'))
  const seqs = () => app.db.selectFrom('journal').select('seq').where('board_id', '=', board).execute()
  const before = await seqs()
  for (const target of [MEETING, CASE])
    expect(await app.entries.reveal(mia, board, 's1', target)).toBe('revealed')
  expect(await seqs()).toEqual(before)
  expect(await revealedOn(app, board)).toEqual({ s1: { [ann().id]: text('een') } })
  expect(await app.entries.own(bo(), board)).toMatchObject([{ step: 's2', state: 'open' }])
})

it('[PRV16] two who press at once on two nodes, and again, reveal once', async () => {
  const nodes = [node(), node()]
  for (const target of [MEETING, CASE]) {
    const step = `at-once-${target.into}`
    await put(ann(), `van Ann ${step}`, step)
    await put(bo(), `van Bo ${step}`, step)
    const pressed = [...nodes, ...nodes].map(({ entries }) => entries.reveal(els, board, step, target))
    for (const state of await Promise.all(pressed)) expect(state).toMatch(/^reveal(ed|ing)$/)
    for (const one of nodes) await pressUntilDone(one, step, target)
  }
  const fresh = node()
  expect(await revealedOn(fresh, board)).toEqual({
    'at-once-meeting': {
      [ann().id]: text('van Ann at-once-meeting'),
      [bo().id]: text('van Bo at-once-meeting'),
    },
  })
  expect((await notesOn(fresh, board)).map(({ text: words }) => words).sort()).toEqual([
    'van Ann at-once-case',
    'van Bo at-once-case',
  ])
})

it('[PRV16] while one press is being written, another waits for it, or says on another node that it goes on', async () => {
  const first = node()
  const second = isShared(app.db) ? node() : first
  await put(ann(), 'een')
  let open = () => {}
  first.gate = new Promise((resolve) => (open = resolve))
  const pressed = first.entries.reveal(els, board, 's1', CASE)
  await vi.waitFor(() => expect(first.writing).toBe(1))
  const again = second.entries.reveal(els, board, 's1', CASE)
  if (second !== first) expect(await again).toBe('revealing')
  else
    expect(await Promise.race([again, new Promise((resolve) => setTimeout(resolve, 100, 'waits'))])).toBe(
      'waits',
    )
  open()
  expect(await pressed).toBe('revealed')
  await again
  expect(await second.entries.reveal(els, board, 's1', CASE)).toBe('revealed')
  expect([first.writing, second.writing]).toEqual(second === first ? [1, 1] : [1, 0])
  expect(await notesOn(node(), board)).toHaveLength(1)
})

for (const cut of ['before', 'after'] as const)
  it(`[PRV17] a reveal whose node falls ${cut} it has written is finished by pressing again, on any node`, async () => {
    const [falling, other, stale] = [node(), node(), node()]
    // It has the document open, and nobody tells it what others write.
    expect(await notesOn(stale, board)).toEqual([])
    await put(ann(), 'een')
    await put(bo(), 'voor mij', 's1', true)
    falling.cut = cut
    await expect(falling.entries.reveal(els, board, 's1', CASE)).rejects.toThrow('fallen')
    // Closed already: who puts now hears that it was not kept, and no word of theirs is half in it.
    expect((await app.entries.status(els, board, 's1')).state).toBe('revealing')
    await expect(put(people[3] as Principal, 'te laat')).rejects.toMatchObject(problem('revealed'))
    await expect(app.entries.withdraw(ann(), board, 's1')).rejects.toMatchObject(problem('revealed'))
    expect(await app.entries.own(ann(), board)).toMatchObject([{ state: 'revealing' }])
    if (cut === 'after') {
      // Its author has changed the note since: that stays.
      const [note] = await notesOn(other, board)
      const actor = { principal: ann().id, now: 0, newId: randomId }
      await other.rooms.with({ boardId: board, document: 'case' }, (room) =>
        room.edit(ann().id, (doc) => {
          setText(doc, actor, {
            kind: 'notes',
            id: note?.id ?? '',
            field: 'text',
            text: 'een, bij nader inzien',
          })
        }),
      )
    }
    const rowsOfCase = () =>
      app.db.selectFrom('journal').select('seq').where('document', '=', 'case').orderBy('seq').execute()
    const before = await rowsOfCase()
    expect(await stale.entries.reveal(els, board, 's1', MEETING)).toBe('revealed')
    // What stands there already is found, and not written a second time.
    expect((await rowsOfCase()).length - before.length).toBe(cut === 'after' ? 0 : 1)
    expect((await notesOn(node(), board)).map(({ text: words }) => words)).toEqual([
      cut === 'after' ? 'een, bij nader inzien' : 'een',
    ])
    // The first target counts.
    expect(await revealedOn(node(), board)).toEqual({})
    expect(await app.entries.own(bo(), board)).toMatchObject([{ entry: text('voor mij'), keep: true }])
    expect(await app.entries.own(ann(), board)).toEqual([])
  })

it('[PRV18] an entry that cannot be read holds up nobody’s answer, and stays where it is', async () => {
  await put(ann(), 'een')
  await put(bo(), 'twee')
  await app.db
    .updateTable('private_entries')
    .set({ body: Uint8Array.of(1, 2, 3) })
    .where('principal_id', '=', bo().id)
    .execute()
  expect(await app.entries.reveal(els, board, 's1', MEETING)).toBe('revealed')
  expect(await revealedOn(app, board)).toEqual({ s1: { [ann().id]: text('een') } })
  expect(await app.db.selectFrom('private_entries').select('principal_id').execute()).toEqual([
    { principal_id: bo().id },
  ])
})

type Op =
  | { do: 'put'; who: number; keep: boolean }
  | { do: 'withdraw'; who: number }
  | { do: 'reveal'; node: number; cut: Cut }

const who = fc.nat(3)
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), who, keep: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reveal' as const),
      node: fc.nat(1),
      cut: fc.constantFrom<Cut>('before', 'after', null),
    }),
  },
)
/** What is asked in one turn is asked at the same time. */
const turns = fc.array(fc.array(op, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })

it('[PRV19] whatever is put, taken back, revealed and cut short at once: what was accepted is revealed once, what was refused or kept never', async () => {
  let nodes = [node(), node()]
  let run = 0
  const seen = { revealed: 0, refused: 0, cut: 0, kept: 0 }
  await fc.assert(
    fc.asyncProperty(turns, fc.boolean(), async (asked, intoCase) => {
      const step = `run-${run++}`
      const target = intoCase ? CASE : MEETING
      const accepted = new Map<number, { words: string; keep: boolean }>()
      let n = 0
      const act = async (one: Op) => {
        if (one.do === 'reveal') {
          const at = nodes[one.node] ?? node()
          at.cut = one.cut
          await at.entries.reveal(els, board, step, target).catch((error: Error) => {
            if (error.message !== 'fallen') throw error
            seen.cut += 1
          })
          // One that fell is another process when it comes back.
          if (one.cut) nodes = nodes.map((held) => (held === at ? node() : held))
          return
        }
        const person = people[one.who] as Principal
        const { entries } = nodes[n % 2] ?? node()
        const words = `${step} ${one.who} ${n++} ${one.do === 'put' && one.keep ? 'VOOR-MEZELF' : ''}`.trim()
        try {
          if (one.do === 'put') {
            await entries.put(person, board, step, { entry: text(words), keep: one.keep })
            accepted.set(one.who, { words, keep: one.keep })
          } else {
            await entries.withdraw(person, board, step)
            accepted.delete(one.who)
          }
        } catch (error) {
          expect(error).toMatchObject(problem('revealed'))
          seen.refused += 1
        }
      }
      for (const turn of asked) {
        // One person does one thing at a time.
        const once = turn.filter(
          (one, i) => one.do === 'reveal' || turn.findIndex((o) => 'who' in o && o.who === one.who) === i,
        )
        await Promise.all(once.map(act))
      }
      const last = node()
      await pressUntilDone(last, step, target)
      const shared = [...accepted].filter(([, { keep }]) => !keep)
      const expected = shared.map(([i, { words }]) => `${people[i]?.id} ${words}`).sort()
      const found = intoCase
        ? (await notesOn(last, board))
            .filter(({ text: words }) => words.startsWith(`${step} `))
            .map(({ createdBy, text: words }) => `${createdBy} ${words}`)
        : Object.entries((await revealedOn(last, board))[step] ?? {}).map(
            ([id, entry]) => `${id} ${(entry as { text: string }).text}`,
          )
      expect(found.sort()).toEqual(expected)
      for (const [i, { words, keep }] of accepted) {
        const mine = (await last.entries.own(people[i] as Principal, board)).filter(
          (one) => one.step === step,
        )
        expect(mine.map(({ entry }) => entry)).toEqual(keep ? [text(words)] : [])
        seen.kept += Number(keep)
      }
      seen.revealed += expected.length
      for (const rooms of opened.splice(0, opened.length - 3)) await rooms.stop()
    }),
    { numRuns: 40 },
  )
  for (const document of ['case', 'meeting'] as const) {
    const bytes = await node().rooms.with({ boardId: board, document }, (room) =>
      room.read((doc) => Buffer.from(Y.encodeStateAsUpdate(doc))),
    )
    expect(bytes.includes('VOOR-MEZELF')).toBe(false)
    expect(bytes.includes('run-')).toBe(true)
  }
  // Not a run of nothing.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(5)
})
