import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { seeded } from '@/tests/support/seeded'
import { TestDevice } from '@/tests/support/testDevice'
import { World, type Device } from '@/tests/support/world'
import { copyDocument } from '../epoch/copyDocument'

const ID = { boardId: 'b1', document: 'case' } as const

let store: TestStore
let world: World
beforeEach(async () => {
  store = await openTestStore()
  await addTestBoard(store, ID.boardId)
  world = new World(store, ID)
  await world.start()
})
afterEach(async () => {
  await world.stop()
  await store.close()
})

const docOf = ({ connection }: Device) => connection.doc
const notes = (device: Device) => docOf(device).getMap('notes').toJSON()
const card = (device: Device) => docOf(device).getText('card').toJSON()
const act = (device: Device, change: (doc: Y.Doc) => void) => world.asClient(() => change(docOf(device)))
const set = (device: Device, key: string, value: unknown) =>
  act(device, (doc) => void doc.getMap('notes').set(key, value))
const type = (device: Device, words: string) =>
  act(device, (doc) => doc.getText('card').insert(doc.getText('card').length, words))
const textIn = (doc: Y.Doc, id: string) => doc.getMap<Y.Map<Y.Text>>('people').get(id)?.get('text')
const record = (name: string, words: string) =>
  new Y.Map<unknown>([
    ['name', name],
    ['text', new Y.Text(words)],
  ])

async function arrive(name: string, laptop?: TestDevice) {
  const tab = laptop?.openTab()
  const device = world.add(name, { principal: name.split('-')[0] ?? name, ...(tab && { outbox: tab }) })
  await world.run(300)
  expect(device.connection.status).toMatchObject({ connected: true, synced: true })
  const crash = () => {
    world.crash(device)
    tab?.close()
  }
  return Object.assign(device, { crash })
}
const cut = (device: Device) => {
  device.up = false
  device.lines.at(-1)?.lose(1006)
}
async function rewrite(): Promise<void> {
  await world.room?.rewrite(copyDocument)
  await world.run(100)
}
const stored = async () => {
  const doc = new Y.Doc()
  const { snapshot, updates, epoch } = await store.journal.load(ID)
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
  return { doc, epoch }
}

it('[EP5] who is there when the board is rewritten goes on in the new document, and nothing is lost or said falsely', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  set(ann, 'a', 1)
  type(bo, 'hallo')
  await world.run(300)
  const before = docOf(ann)
  await rewrite()
  await world.run(2_000)
  expect(docOf(ann)).not.toBe(before)
  expect(ann.connection).toMatchObject({ generation: 1, lost: null })
  for (const one of [ann, bo]) expect([notes(one), card(one)]).toEqual([{ a: 1 }, 'hallo'])
  type(ann, ' daar')
  await world.run(300)
  expect(card(bo)).toBe('hallo daar')
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0, connected: true })
  expect((await stored()).epoch).toBe(2)
})

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  '[EP6] five people write while the board is rewritten, again and again, over bad lines: every change is there once, and all become equal (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const people: Device[] = []
    for (const name of ['ann', 'bo', 'cas', 'dina', 'eef']) people.push(await arrive(name))
    const wrote = new Map<string, number>()
    const said: string[] = []
    for (let n = 0; n < 150; n++) {
      const at = Math.floor(random() * people.length)
      const one = people[at]!
      const dice = random()
      if (!one.connection.status.synced && dice < 0.75) {
        // Their page is being made anew: nobody can write in it.
      } else if (dice < 0.45) {
        set(one, `${one.name}${n}`, n)
        wrote.set(`${one.name}${n}`, n)
      } else if (dice < 0.75) {
        const word = `<${one.name}${n}>`
        act(one, (doc) => doc.getText(one.name).insert(doc.getText(one.name).length, word))
        said.push(word)
      } else if (dice < 0.8) await rewrite()
      else if (dice < 0.85) one.delayMs = 1 + Math.floor(random() * 200)
      else if (dice < 0.9) {
        if (one.up) cut(one)
        else one.up = true
      }
      await world.run(Math.floor(random() * 12) * 10)
    }
    for (const one of people) {
      one.up = true
      one.delayMs = 5
    }
    await world.run(20_000)
    await rewrite()
    await world.run(10_000)
    const { doc, epoch } = await stored()
    expect(epoch).toBeGreaterThan(2)
    for (const one of people) {
      expect(one.connection.status).toMatchObject({ state: 'saved', pending: 0, connected: true })
      expect(one.connection.lost).toBeNull()
      expect(notes(one)).toEqual(Object.fromEntries(wrote))
    }
    expect(doc.getMap('notes').toJSON()).toEqual(Object.fromEntries(wrote))
    const words = people.map(({ name }) => doc.getText(name).toJSON()).join('')
    expect(words.match(/<[^>]*>/g)?.sort() ?? []).toEqual([...said].sort())
  },
)

it('[EP7] who was away has what they wrote in the new document: fields, words in a text, a new record', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  act(ann, (doc) => doc.getMap('people').set('p', record('Roos', 'Ze woont bij haar oma.')))
  set(ann, 'gone', 'x')
  await world.run(300)
  cut(ann)
  act(ann, (doc) => {
    textIn(doc, 'p')?.insert(3, 'nu ')
    doc.getMap<Y.Map<unknown>>('people').get('p')?.set('name', 'Roosje')
    doc.getMap('people').set('q', record('Bas', 'Haar broer'))
    doc.getMap('notes').delete('gone')
  })
  await rewrite()
  act(bo, (doc) => {
    textIn(doc, 'p')?.insert(22, ' Al lang.')
  })
  await world.run(1_000)
  expect(ann.connection.status).toMatchObject({ state: 'unsaved', connected: false })
  ann.up = true
  await world.run(6_000)
  const people = {
    p: { name: 'Roosje', text: 'Ze nu woont bij haar oma. Al lang.' },
    q: { name: 'Bas', text: 'Haar broer' },
  }
  for (const one of [ann, bo]) {
    expect(docOf(one).getMap('people').toJSON()).toEqual(people)
    expect(notes(one)).toEqual({})
    expect(one.connection.status).toMatchObject({ state: 'saved', pending: 0 })
  }
  expect(ann.connection.lost).toBeNull()
})

it('[EP8] a tab that was closed before: the next one brings in what it had left, and the device keeps nothing', async () => {
  const laptop = new TestDevice()
  const [ann, bo] = [await arrive('ann', laptop), await arrive('bo')]
  type(bo, 'Er was eens. ')
  await world.run(300)
  cut(ann)
  type(ann, 'Een lange zin. ')
  act(ann, (doc) => doc.getMap('people').set('q', record('Bas', 'broer')))
  await world.run(300)
  type(ann, 'En nog een.')
  act(ann, (doc) => {
    textIn(doc, 'q')?.insert(0, 'haar ')
  })
  await world.run(300)
  expect(laptop.rows.length).toBeGreaterThan(1)
  ann.crash()
  await rewrite()
  const again = await arrive('ann-2', laptop)
  await world.run(1_000)
  for (const one of [again, bo]) {
    expect(card(one)).toBe('Er was eens. Een lange zin. En nog een.')
    expect(docOf(one).getMap('people').toJSON()).toEqual({ q: { name: 'Bas', text: 'haar broer' } })
  }
  expect([laptop.count, again.connection.lost, again.connection.status.state]).toEqual([0, null, 'saved'])
})

it('[EP9] when the answer that it was saved was lost, nothing is there twice, also from the device', async () => {
  const laptop = new TestDevice()
  const ann = await arrive('ann', laptop)
  let release = () => {}
  world.hold = new Promise((resolve) => (release = resolve))
  type(ann, 'een hele zin')
  set(ann, 'a', 1)
  await world.run(500)
  expect(laptop.count).toBe(2)
  cut(ann)
  world.hold = null
  release()
  await world.run(200)
  await rewrite()
  expect((await stored()).doc.getText('card').toJSON()).toBe('een hele zin')
  ann.crash()
  const again = await arrive('ann-2', laptop)
  await world.run(1_000)
  expect([card(again), notes(again), laptop.count]).toEqual(['een hele zin', { a: 1 }, 0])
})

it('[EP10] what has no place in the new document is given back as words', async () => {
  const ann = await arrive('ann')
  act(ann, (doc) => doc.getMap('people').set('p', record('Roos', 'over haar')))
  await world.run(300)
  cut(ann)
  act(ann, (doc) => {
    textIn(doc, 'p')?.insert(9, ', en dit nog')
  })
  const out = (path: readonly string[], key: string) => path[0] === 'people' && key === 'p'
  await world.room?.rewrite((doc) => copyDocument(doc, out))
  ann.up = true
  await world.run(6_000)
  expect(docOf(ann).getMap('people').toJSON()).toEqual({})
  expect(ann.connection.lost).toBe(', en dit nog')
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0 })
})

it('[EP11] taking back after a rewrite brings nothing back of the document before', async () => {
  const [ann, bo] = [await arrive('ann'), await arrive('bo')]
  const undo = new Y.UndoManager(docOf(ann).getMap('notes'), { captureTimeout: 0 })
  set(ann, 'marker', 'MERKTEKEN')
  act(ann, (doc) => doc.getMap('notes').delete('marker'))
  await world.run(300)
  await rewrite()
  await world.run(1_000)
  // The stack is that of a document that is no longer anybody's.
  world.asClient(() => void undo.undo())
  await world.run(1_000)
  const { doc } = await stored()
  expect([notes(ann), notes(bo), doc.getMap('notes').toJSON()]).toEqual([{}, {}, {}])
  expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes('MERKTEKEN')).toBe(false)
  expect(ann.connection.status).toMatchObject({ state: 'saved', pending: 0 })
})
