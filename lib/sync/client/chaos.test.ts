import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addTestBoard, openTestStore, type TestStore } from '@/tests/support/store'
import { World, type Device } from '@/tests/support/world'

const ID = { boardId: 'b1', document: 'case' } as const
const SEEDS = Array.from({ length: Number(process.env['FAULT_SEEDS'] ?? 24) }, (_, i) => i + 1)
const ROUNDS = 120

/** Numbers that look random and are the same for the same seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** What one person did, and how much of it they were told is saved. */
class Ledger {
  readonly set: string[] = []
  readonly removed: string[] = []
  readonly typed: string[] = []
  saved = { set: 0, removed: 0, typed: 0 }
  toldSaved = 0

  constructor(readonly device: Device) {}

  /** Notes what is said to be saved at this moment. */
  look(): void {
    if (this.device.connection.status.state !== 'saved') return
    this.toldSaved += 1
    this.saved = { set: this.set.length, removed: this.removed.length, typed: this.typed.length }
  }

  act(world: World, random: (below: number) => number, n: number): void {
    const { doc } = this.device.connection
    const notes = doc.getMap('notes')
    const name = `${this.device.name}-${n}`
    world.asClient(() => {
      switch (random(3)) {
        case 0:
          notes.set(name, n)
          this.set.push(name)
          return
        case 1: {
          const mine = this.set.find((key) => !this.removed.includes(key) && notes.has(key))
          if (!mine) return
          notes.delete(mine)
          this.removed.push(mine)
          return
        }
        default: {
          const text = doc.getText('card')
          text.insert(random(text.length + 1), `<${name}>`)
          this.typed.push(`<${name}>`)
        }
      }
    })
  }

  /** Everything that was said to be saved is in the document. Words may have been typed apart by others. */
  expectSavedIn(doc: Y.Doc): void {
    const keys = new Set(doc.getMap('notes').keys())
    const removed = new Set(this.removed)
    for (const key of this.set.slice(0, this.saved.set))
      if (!removed.has(key)) expect(keys, `${key} was saved`).toContain(key)
    for (const key of this.removed.slice(0, this.saved.removed)) expect(keys).not.toContain(key)
    const letters = doc.getText('card').toJSON().split('<').length - 1
    expect(letters).toBeGreaterThanOrEqual(this.saved.typed)
  }
}

describe('three people, a bad network, and a server that is killed', () => {
  let store: TestStore
  beforeEach(async () => {
    store = await openTestStore()
    await addTestBoard(store, ID.boardId)
  })
  afterEach(() => store.close())

  const stored = async () => {
    const doc = new Y.Doc()
    const { snapshot, updates } = await store.journal.load(ID)
    for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update)
    return doc
  }

  it.each(SEEDS)(
    '[CL11] what was said to be saved is there, and all become equal (seed %i)',
    async (seed) => {
      const random = generator(seed)
      const world = new World(store, ID)
      await world.start()
      const people = ['ann', 'bo', 'cas'].map((name) => new Ledger(world.add(name)))
      let kills = 0
      for (let n = 0; n < ROUNDS; n++) {
        const one = people[random(3)]
        if (!one) throw new Error('nobody')
        const { device } = one
        switch (random(24)) {
          case 0:
            device.lines.at(-1)?.lose(1006)
            break
          case 1:
            device.up = !device.up
            break
          case 2:
            device.delayMs = random(300)
            break
          case 3:
            kills += 1
            await world.kill(random(2) === 0 ? 'before-write' : 'after-write')
            for (const person of people) person.look()
            {
              const disk = await stored()
              for (const person of people) person.expectSavedIn(disk)
            }
            await world.run(random(2_000))
            await world.start()
            break
          case 4:
            await world.run(random(10_000))
            break
          default:
            one.act(world, random, n)
        }
        await world.run(random(100))
        for (const person of people) person.look()
      }
      for (const { device } of people) {
        device.up = true
        device.delayMs = 5
      }
      await world.run(40_000)
      const disk = await stored()
      const [first] = people
      for (const person of people) {
        const { connection } = person.device
        expect(connection).toMatchObject({ generation: 0, lost: null })
        expect(connection.status).toMatchObject({ state: 'saved', pending: 0, connected: true })
        person.look()
        person.expectSavedIn(disk)
        expect(connection.doc.getMap('notes').toJSON()).toEqual(disk.getMap('notes').toJSON())
        expect(connection.doc.getText('card').toJSON()).toBe(disk.getText('card').toJSON())
        expect(person.toldSaved).toBeGreaterThan(0)
      }
      expect(first?.set.length).toBeGreaterThan(0)
      expect(kills).toBeLessThan(ROUNDS)
      await world.stop()
    },
  )
})
