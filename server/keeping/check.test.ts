import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { caseMap, insertRecord, recordOf } from '@/lib/case/doc'
import { SCHEMA_VERSION } from '@/lib/case/schema'
import { createKeeper } from '@/server/boards/keeper'
import { BoardHeads } from '@/server/boards/heads'
import { createLog } from '@/server/log'
import { sealEntry } from '@/server/entries/sealed'
import { crc32 } from 'node:zlib'
import { sealPicture } from '@/server/pictures/sealed'
import type { DocumentId } from '@/server/store/journal'
import { entryContext, snapshotContext } from '@/server/store/sealed'
import { LiveDocument } from '@/server/sync/liveDocument'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { ManualClock } from '@/tests/support/clock'
import { checkStore, linesOf } from './check'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const PLACE = { ...ID, epoch: 1 }
const WORD = 'Korenbloem'

let store: TestStore
beforeEach(async () => {
  store = await openTestStore()
  for (const id of ['b1', 'b2']) await addTestBoard(store, id)
})
afterEach(() => store.close())

const check = () => checkStore(store.db, store.master)
const open = (id = ID) => {
  const heads = new BoardHeads(store.db, store.keys)
  return LiveDocument.open(id, store.journal, createKeeper(heads, new ManualClock(), createLog('silent')))
}

async function edit(live: LiveDocument, change: (doc: Y.Doc) => void): Promise<void> {
  live.applyEdit('ann', change)
  await live.commit()
}
const addEvent =
  (id: string, people: string[] = []) =>
  (doc: Y.Doc) =>
    void insertRecord(doc, 'events', { id, title: `${WORD} ${id}`, people })

/** Two snapshots, up to rows 6 and 9, rows 7 to 11, a picture, and another board that is whole. */
async function fill(): Promise<unknown> {
  const live = await open()
  const upTo = async (seq: number) => {
    for (let n = (await lastSeq()) + 1; n <= seq; n++) await edit(live, addEvent(`e${n}`))
  }
  await upTo(6)
  await live.compactWhenWorth(1)
  await upTo(9)
  await live.compactWhenWorth(1)
  await upTo(11)
  const json = live.doc.toJSON()
  live.destroy()
  const other = await open({ ...ID, boardId: 'b2' })
  await edit(other, addEvent('e'))
  other.destroy()
  const bytes = sealPicture(await store.keys.of('b1'), 'b1', 'p1', Uint8Array.of(1, 2, 3))
  const row = { board_id: 'b1', id: 'p1', bytes, size: bytes.length, width: 1, height: 1 }
  await store.db
    .insertInto('pictures')
    .values({ ...row, created_by: 'ann', created_at: 0 })
    .execute()
  await addEntry('ann')
  return json
}

/** A member of the first board, with a private entry. */
async function addEntry(who: string): Promise<void> {
  const { db, keys } = store
  const none = { email: null, password: null, organisation_id: null, circle: null, return_code: null }
  const flags = { admin: 0, disabled: 0, created_at: 0 }
  await db
    .insertInto('principals')
    .values({ id: who, kind: 'guest', name: who, ...none, ...flags })
    .execute()
  const member = { role: 'participant' as const, scribe: 0, reserved: 0, joined_at: 0 }
  await db
    .insertInto('members')
    .values({ board_id: 'b1', principal_id: who, ...member })
    .execute()
  const place = { board_id: 'b1', step: 's1', principal_id: who }
  const said = { entry: { kind: 'text' as const, text: WORD }, keep: true }
  const body = sealEntry(await keys.of('b1'), place, said)
  await db
    .insertInto('private_entries')
    .values({ ...place, id: 'n1', body, ready: 0, at: 0 })
    .execute()
}

const lastSeq = async () => {
  const rows = store.db.selectFrom('journal').where('board_id', '=', 'b1')
  return (await rows.select(({ fn }) => fn.max('seq').as('seq')).executeTakeFirst())?.seq ?? 0
}

const TABLES = [
  'boards',
  'journal',
  'snapshots',
  'documents',
  'clients',
  'pictures',
  'private_entries',
  'keys.board_keys',
] as const
const everything = () => Promise.all(TABLES.map((table) => store.db.selectFrom(table).selectAll().execute()))

describe('check', () => {
  it('[KEEP1] a store that is whole is found whole and counted, and not a row changes', async () => {
    await fill()
    const before = await everything()
    const report = await check()
    expect(report).toEqual({
      boards: 2,
      documents: 8,
      rows: (await store.db.selectFrom('journal').select('seq').execute()).length,
      snapshots: 2,
      pictures: 1,
      entries: 1,
      looseReferences: 0,
      damaged: [],
    })
    expect(report.rows).toBeGreaterThan(5)
    expect(linesOf(report)).toEqual([])
    expect(await everything()).toEqual(before)
  })

  const flipped = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte))
  const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 5)
  const inRow = (seq: number) =>
    store.db.selectFrom('journal').selectAll().where('board_id', '=', 'b1').where('seq', '=', seq)
  const setRow = async (seq: number, change: (bytes: Uint8Array) => Uint8Array) => {
    const { payload } = await inRow(seq).executeTakeFirstOrThrow()
    await store.db
      .updateTable('journal')
      .set({ payload: change(payload) })
      .where('board_id', '=', 'b1')
      .where('seq', '=', seq)
      .execute()
  }
  const dropRow = (seq: number) =>
    store.db.deleteFrom('journal').where('board_id', '=', 'b1').where('seq', '=', seq).execute()
  const setSnapshot = async (seq: number, change: (bytes: Uint8Array) => Uint8Array) => {
    const { payload } = await store.db
      .selectFrom('snapshots')
      .select('payload')
      .where('covers_seq', '=', seq)
      .executeTakeFirstOrThrow()
    await store.db
      .updateTable('snapshots')
      .set({ payload: change(payload) })
      .where('covers_seq', '=', seq)
      .execute()
  }
  /** A snapshot that is sealed well, but holds something else. */
  const forge = async () => {
    const other = new Y.Doc()
    insertRecord(other, 'meta', { id: 'case', schema: SCHEMA_VERSION })
    const payload = (await store.keys.of('b1')).seal(Y.encodeStateAsUpdate(other), snapshotContext(PLACE, 9))
    await store.db
      .updateTable('snapshots')
      .set({ payload, crc: crc32(payload) })
      .where('covers_seq', '=', 9)
      .execute()
  }
  /** A row that is sealed well, but is no update. */
  const nonsense = async () => {
    const { principal_id, clients } = await inRow(11).executeTakeFirstOrThrow()
    const context = entryContext(PLACE, 11, principal_id, clients)
    const payload = (await store.keys.of('b1')).seal(Uint8Array.of(9, 9, 9), context)
    await store.db
      .updateTable('journal')
      .set({ payload, crc: crc32(payload) })
      .where('board_id', '=', 'b1')
      .where('seq', '=', 11)
      .execute()
  }

  // What opening the board must do: give the same document, or refuse.
  const DAMAGE: Record<string, [() => Promise<unknown>, RegExp, 'same' | 'refused']> = {
    'a flipped bit in a row': [() => setRow(11, flipped), /case: row 11: the bytes have changed/, 'refused'],
    'a row cut off': [() => setRow(10, cut), /case: row 10: the bytes have changed/, 'refused'],
    'an empty row': [() => setRow(10, () => new Uint8Array()), /case: row 10: the bytes/, 'refused'],
    'a row dropped': [() => dropRow(10), /case: row 10 is missing/, 'refused'],
    'a row dropped that only the older snapshot needs': [() => dropRow(8), /case: row 8 is missing/, 'same'],
    'a flipped bit in such a row': [() => setRow(8, flipped), /case: row 8: the bytes have changed/, 'same'],
    'a flipped bit in the newest snapshot': [
      () => setSnapshot(9, flipped),
      /the snapshot up to row 9: the bytes/,
      'same',
    ],
    'the newest snapshot cut off': [() => setSnapshot(9, cut), /the snapshot up to row 9: the bytes/, 'same'],
    'a flipped bit in the older snapshot': [
      () => setSnapshot(6, flipped),
      /the snapshot up to row 6: the bytes/,
      'same',
    ],
    'the older snapshot dropped': [
      () => store.db.deleteFrom('snapshots').where('covers_seq', '=', 6).execute(),
      /case: 6 rows are missing, from 1 on/,
      'same',
    ],
    'both snapshots dropped': [
      () => store.db.deleteFrom('snapshots').execute(),
      /case: 6 rows are missing, from 1 on/,
      'refused',
    ],
    'both snapshots damaged': [
      () => setSnapshot(6, flipped).then(() => setSnapshot(9, cut)),
      /row 6: the bytes.*row 9: the bytes/,
      'refused',
    ],
    'a row that is no update': [nonsense, /case: what is stored does not load in Yjs/, 'refused'],
  }
  for (const [what, [damage, line, opening]] of Object.entries(DAMAGE))
    it(`[KEEP2] ${what} is seen, in a line without content; opening gives the ${opening === 'same' ? 'same document' : 'truth: it is refused'}, and nothing is overwritten`, async () => {
      const whole = await fill()
      await damage()
      const before = await everything()
      const report = await check()
      const lines = linesOf(report)
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/^DAMAGED board b1: /)
      expect(lines[0]).toMatch(line)
      expect(JSON.stringify(report)).not.toMatch(/Korenbloem|Een bord|ann/)
      if (opening === 'same') {
        const live = await open()
        expect(live.doc.toJSON()).toEqual(whole)
        live.destroy()
      } else for (let i = 0; i < 2; i++) await expect(open()).rejects.toThrow()
      expect(await everything()).toEqual(before)
    })

  it('[KEEP3] a snapshot that is not what its rows come to, a key, words, a picture or a private entry that do not open are seen', async () => {
    await fill()
    await forge()
    await store.db
      .updateTable('boards')
      .set({ question: Uint8Array.of(1, 2) })
      .where('id', '=', 'b1')
      .execute()
    await store.db
      .updateTable('pictures')
      .set({ bytes: Uint8Array.of(1, 2) })
      .execute()
    // In the place of another: the bytes are whole, and not what was stored there.
    await store.db.updateTable('private_entries').set({ step: 's2' }).execute()
    await store.db.deleteFrom('keys.board_keys').where('board_id', '=', 'b2').execute()
    expect((await check()).damaged).toEqual([
      { board: 'b1', part: 'title', problem: expect.any(String) },
      { board: 'b1', part: 'pictures', problem: '1 of 1 cannot be read' },
      { board: 'b1', part: 'entries', problem: '1 of 1 cannot be read' },
      { board: 'b1', part: 'case', problem: 'the snapshot up to row 9 is not what the rows come to' },
      { board: 'b2', part: 'key', problem: 'its key is missing' },
    ])
  })

  it('[KEEP4] a newer schema, none, and values that do not fit are seen; references that lead nowhere are counted', async () => {
    const live = await open()
    await edit(live, addEvent('e1', ['nobody', 'anna', 'e1']))
    await edit(live, (doc) => void insertRecord(doc, 'people', { id: 'anna', name: 'Anna' }))
    expect(await check()).toMatchObject({ damaged: [], looseReferences: 1 })
    const problems = async (change: (doc: Y.Doc) => void) => {
      await edit(live, change)
      return (await check()).damaged.map(({ problem }) => problem)
    }
    const meta = (doc: Y.Doc) => recordOf(doc, 'meta', 'case')
    expect(await problems((doc) => recordOf(doc, 'events', 'e1')?.set('crucial', 'Klaproos'))).toEqual([
      '1 values do not fit their schema (events)',
    ])
    expect(await problems((doc) => meta(doc)?.set('schema', SCHEMA_VERSION + 1))).toEqual([
      `it is of schema ${SCHEMA_VERSION + 1}, newer than this program knows`,
    ])
    expect(await problems((doc) => caseMap(doc, 'meta').delete('case'))).toEqual([
      'it does not say of which schema it is',
    ])
    live.destroy()
  })
})
