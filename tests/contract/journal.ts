import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DocumentId, Entry, Loaded } from '@/server/store/journal'
import { addTestBoard, type TestStore } from '@/tests/support/store'

const ID: DocumentId = { boardId: 'b1', document: 'case' }
const OTHER: DocumentId = { boardId: 'b2', document: 'case' }
const MARKER = 'Wilhelmina-Marjolein'

const NOBODY_NEW = new Map<number, string>()
const entry = (text: string, principalId = 'ann'): Entry => ({
  principalId,
  clients: [[7, 0, text.length]],
  update: new TextEncoder().encode(text),
})
const words = ({ updates }: Loaded) => updates.map((update) => new TextDecoder().decode(update))

/** What every store of the journal keeps to; `open` gives an empty one. `readAll`: every byte at rest. */
export function journalContract(
  name: string,
  open: () => Promise<TestStore & { readAll(now: TestStore): Promise<Buffer> }>,
): void {
  describe(`the journal on ${name}`, () => {
    let store: Awaited<ReturnType<typeof open>>
    let current: TestStore
    beforeEach(async () => {
      current = store = await open()
      await addTestBoard(store, ID.boardId)
      await addTestBoard(store, OTHER.boardId)
    })
    afterEach(() => current.close())

    const append = (
      seq: number,
      texts: string[],
      owners: ReadonlyMap<number, string> = NOBODY_NEW,
      id = ID,
    ) =>
      current.journal.append(
        id,
        1,
        seq,
        texts.map((text) => entry(text)),
        owners,
      )
    const load = (id = ID) => current.journal.load(id)
    const reopen = async () => (current = await current.reopen())
    const rows = (id = ID) =>
      current.db.selectFrom('journal').select(['seq', 'payload', 'crc']).where('board_id', '=', id.boardId)
    const everything = async () => ({
      rows: await rows().execute(),
      snapshots: await current.db.selectFrom('snapshots').selectAll().execute(),
    })

    /** Loading says that it is damaged, every time, and changes nothing. */
    async function expectDamaged(id = ID): Promise<void> {
      const before = await everything()
      for (let i = 0; i < 2; i++) await expect(load(id)).rejects.toMatchObject({ name: 'DamagedJournal' })
      expect(await everything()).toEqual(before)
    }

    it('[STO1] what append resolved for is there after a reopen: in order, with its owners, per document', async () => {
      await append(1, ['een', 'twee'], new Map([[7, 'ann']]))
      await append(3, ['drie'], new Map([[2 ** 32 - 1, 'bo']]))
      await append(1, ['elders'], NOBODY_NEW, { ...ID, document: 'meeting' })
      await reopen()
      const loaded = await load()
      expect(words(loaded)).toEqual(['een', 'twee', 'drie'])
      expect(loaded).toMatchObject({ epoch: 1, snapshot: null, nextSeq: 4 })
      expect([...loaded.owners]).toEqual([
        [7, 'ann'],
        [2 ** 32 - 1, 'bo'],
      ])
      expect(words(await load({ ...ID, document: 'meeting' }))).toEqual(['elders'])
      expect(await load(OTHER)).toMatchObject({ snapshot: null, updates: [], nextSeq: 1 })
    })

    it('[STO2] appending fails whole when a number is taken or an id has an owner', async () => {
      await append(1, ['een', 'twee'], new Map([[7, 'ann']]))
      await expect(append(2, ['vals', 'vals'], new Map([[8, 'eve']]))).rejects.toThrow()
      await expect(append(3, ['vals'], new Map([[7, 'eve']]))).rejects.toThrow()
      const loaded = await load()
      expect(words(loaded)).toEqual(['een', 'twee'])
      expect([...loaded.owners]).toEqual([[7, 'ann']])
      await append(3, ['drie'])
      expect(words(await load())).toEqual(['een', 'twee', 'drie'])
    })

    it('[STO3] a batch of thousands of updates and of new owners is stored', async () => {
      const owners = new Map(Array.from({ length: 9_000 }, (_, i) => [i, 'ann'] as const))
      await append(
        1,
        Array.from({ length: 5_000 }, (_, i) => `${i}`),
        owners,
      )
      const loaded = await load()
      expect([loaded.updates.length, loaded.owners.size]).toEqual([5_000, 9_000])
    })

    it('[STO4, T9] a missing row is noticed at the start and in the middle, and so is that all are gone', async () => {
      for (const [i, lost] of [1, 2].entries()) {
        const id = { ...ID, document: i === 0 ? ('case' as const) : ('prep' as const) }
        await append(1, ['een', 'twee', 'drie'], NOBODY_NEW, id)
        await current.db
          .deleteFrom('journal')
          .where('document', '=', id.document)
          .where('seq', '=', lost)
          .execute()
        await expectDamaged(id)
      }
      // All rows are gone, but an owner remembers that there were some.
      await append(1, ['een'], new Map([[7, 'ann']]), OTHER)
      await current.db.deleteFrom('journal').where('board_id', '=', OTHER.boardId).execute()
      await expectDamaged(OTHER)
    })

    it('[STO5, T9] a flipped bit anywhere in a row is noticed, and nothing is overwritten', async () => {
      await append(1, ['een', 'twee'])
      const [row] = await rows().where('seq', '=', 2).execute()
      if (!row) throw new Error('no row')
      for (const at of [0, 5, 14, row.payload.length - 1]) {
        const payload = Uint8Array.from(row.payload)
        payload[at] = (payload[at] ?? 0) ^ 1
        await current.db.updateTable('journal').set({ payload }).where('seq', '=', 2).execute()
        await expectDamaged()
      }
      await current.db.updateTable('journal').set({ payload: row.payload }).where('seq', '=', 2).execute()
      expect(words(await load())).toEqual(['een', 'twee'])
    })

    it('[STO6] a row in another place, of another author or with other client ids is noticed', async () => {
      await append(1, ['een', 'twee'])
      await append(1, ['hier', 'daar'], NOBODY_NEW, OTHER)
      const there = await rows(OTHER).where('seq', '=', 2).executeTakeFirstOrThrow()
      const here = await rows().where('seq', '=', 2).executeTakeFirstOrThrow()
      const first = await rows().where('seq', '=', 1).executeTakeFirstOrThrow()
      const mine = () => current.db.updateTable('journal').where('board_id', '=', 'b1').where('seq', '=', 2)
      const pick = ({ payload, crc }: typeof here) => ({ payload, crc })
      const forgeries = [
        pick(there),
        pick(first),
        { principal_id: 'eve' },
        { clients: '[[8,0,4]]' },
        { crc: 1 },
      ]
      for (const forged of forgeries) {
        await mine().set(forged).execute()
        await expectDamaged()
        await mine()
          .set({ ...pick(here), principal_id: 'ann', clients: '[[7,0,4]]' })
          .execute()
        expect(words(await load())).toEqual(['een', 'twee'])
      }
    })

    /** A document with `count` changes from `from` on: each a row. */
    async function write(doc: Y.Doc, from: number, count: number): Promise<void> {
      for (let i = from; i < from + count; i++) {
        const updates: Uint8Array[] = []
        const listen = (update: Uint8Array) => updates.push(update)
        doc.on('update', listen)
        doc.getMap('notes').set(`k${i % 7}`, i)
        doc.off('update', listen)
        await current.journal.append(
          ID,
          1,
          i,
          updates.map((update) => ({ principalId: 'ann', clients: [], update })),
          NOBODY_NEW,
        )
      }
    }
    const compact = (doc: Y.Doc, upTo: number) =>
      current.journal.compact(ID, 1, upTo, Y.encodeStateAsUpdate(doc))
    const read = async () => {
      const doc = new Y.Doc()
      const { snapshot, updates } = await load()
      for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
      return doc.getMap('notes').toJSON()
    }
    const seqs = async () => (await rows().orderBy('seq').execute()).map((row) => row.seq)
    const covers = async () =>
      (await current.db.selectFrom('snapshots').select('covers_seq').orderBy('covers_seq').execute()).map(
        (row) => row.covers_seq,
      )

    it('[STO7] two snapshots are kept, and only rows that the older one covers are dropped', async () => {
      const doc = new Y.Doc()
      await write(doc, 1, 10)
      await compact(doc, 10)
      expect([await covers(), (await seqs()).length]).toEqual([[10], 10])
      await write(doc, 11, 5)
      await compact(doc, 15)
      expect([await covers(), await seqs()]).toEqual([
        [10, 15],
        [11, 12, 13, 14, 15],
      ])
      await write(doc, 16, 2)
      await compact(doc, 17)
      expect([await covers(), await seqs()]).toEqual([
        [15, 17],
        [16, 17],
      ])
      await reopen()
      expect(await read()).toEqual(doc.getMap('notes').toJSON())
      expect(await load()).toMatchObject({ updates: [], nextSeq: 18 })
    })

    it('[STO8, T9] a damaged newest snapshot is done without: the one before and its rows give the same document', async () => {
      const doc = new Y.Doc()
      await write(doc, 1, 10)
      await compact(doc, 10)
      await write(doc, 11, 5)
      await compact(doc, 15)
      await write(doc, 16, 3)
      const damage = (upTo: number) =>
        current.db
          .updateTable('snapshots')
          .set({ payload: Uint8Array.of(1, 2, 3) })
          .where('covers_seq', '=', upTo)
          .execute()
      await damage(15)
      expect(await read()).toEqual(doc.getMap('notes').toJSON())
      expect((await load()).nextSeq).toBe(19)
      await damage(10)
      await expectDamaged()
    })

    it('[STO14] before rows were dropped, a damaged first snapshot is done without: the rows give the document', async () => {
      const doc = new Y.Doc()
      await write(doc, 1, 10)
      await compact(doc, 10)
      await write(doc, 11, 2)
      await current.db.updateTable('snapshots').set({ crc: 1 }).execute()
      expect(await read()).toEqual(doc.getMap('notes').toJSON())
      expect(await load()).toMatchObject({ snapshot: null, nextSeq: 13 })
    })

    it('[STO9] with the newest snapshot damaged, rows that are missing up to it are noticed', async () => {
      const doc = new Y.Doc()
      await write(doc, 1, 10)
      await compact(doc, 10)
      await write(doc, 11, 5)
      await compact(doc, 15)
      await current.db.updateTable('snapshots').set({ crc: 1 }).where('covers_seq', '=', 15).execute()
      await current.db.deleteFrom('journal').where('seq', '>', 13).execute()
      await expectDamaged()
    })

    it('[STO10] compacting twice up to the same row is the same as once', async () => {
      const doc = new Y.Doc()
      await write(doc, 1, 10)
      await compact(doc, 10)
      await compact(doc, 10)
      expect([await covers(), (await seqs()).length]).toEqual([[10], 10])
    })

    it('[STO11] nothing that was written is readable at rest, and a removed board leaves not even its bytes', async () => {
      const cipher = await current.keys.create('b3')
      expect(Buffer.from(cipher.sealText(MARKER, 'x')).includes(MARKER)).toBe(false)
      await append(1, [MARKER])
      const doc = new Y.Doc()
      doc.getText('a').insert(0, MARKER)
      await current.journal.compact(ID, 1, 1, Y.encodeStateAsUpdate(doc))
      const sealed = Buffer.from((await rows().executeTakeFirstOrThrow()).payload)
      const wrapped = await current.db
        .selectFrom('keys.board_keys')
        .select('wrapped')
        .where('board_id', '=', ID.boardId)
        .executeTakeFirstOrThrow()
      const open = await store.readAll(current)
      expect(open.includes(MARKER)).toBe(false)
      expect(open.includes(sealed)).toBe(true)
      await current.keys.remove(ID.boardId)
      await reopen()
      const after = await store.readAll(current)
      expect(after.includes(sealed)).toBe(false)
      expect(after.includes(Buffer.from(wrapped.wrapped))).toBe(false)
      await expect(load()).rejects.toMatchObject({ name: 'Problem', code: 'not-found' })
    })
  })
}
