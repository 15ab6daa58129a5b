import { expect, it } from 'vitest'
import { FamilyBuilder } from '@/lib/genogram/test-kit'
import { isLarge, type Placed, placeGenogram, type PlaceOrder } from '@/lib/genogram/place'
import { relation } from '@/lib/genogram/paint-kit'
import { styleOf } from '@/lib/genogram/lines-kit'
import { MESSAGES } from '@/lib/i18n/messages'
import type { Ask } from './messages'
import { Placer, type PlacingWorker } from './placer'

const order = (...children: string[]): PlaceOrder => ({
  input: new FamilyBuilder().man('Ruud').woman('Fatiha').couple('Ruud', 'Fatiha', children).input(),
  unions: new Map(),
  households: [],
  relations: [relation('r', 'Ruud', 'Fatiha')],
  style: styleOf('mcgoldrick'),
  words: MESSAGES.nl.genogram,
})

/** A worker whose answers come when the test says so. */
class SlowWorker implements PlacingWorker {
  onmessage: PlacingWorker['onmessage'] = null
  onerror: PlacingWorker['onerror'] = null
  readonly asked: Ask[] = []
  ended = false

  postMessage(ask: Ask): void {
    this.asked.push(structuredClone(ask))
  }
  terminate(): void {
    this.ended = true
  }
  answer(): void {
    const { number, order } = this.asked.at(-1)!
    this.onmessage?.({ data: { number, placed: placeGenogram(order) } } as never)
  }
}

function placer(make: () => PlacingWorker) {
  const answers: { order: PlaceOrder; placed: Placed }[] = []
  return { answers, placer: new Placer(make, (order, placed) => answers.push({ order, placed })) }
}

it('[GV30] of what is asked while a family is placed, only the last is placed after it', () => {
  const worker = new SlowWorker()
  const { answers, placer: one } = placer(() => worker)
  const orders = [order('Sanne'), order('Sanne', 'Sem'), order('Sanne', 'Sem', 'Noor')] as const
  for (const each of orders) one.ask(each)
  expect(worker.asked).toHaveLength(1)
  worker.answer()
  expect(worker.asked.map(({ order }) => order.input.people.length)).toEqual([3, 5])
  worker.answer()
  expect(answers.map(({ order }) => orders.indexOf(order))).toEqual([0, 2])
  expect(answers[1]?.placed).toEqual(placeGenogram(orders[2]))
  expect(answers[1]?.placed.tracks).toHaveLength(1)
})

it('[GV31] lines that are led anew keep their layout, another input gets another', () => {
  const worker = new SlowWorker()
  const { placer: one } = placer(() => worker)
  const first = order('Sanne')
  for (const each of [first, { ...first, relations: [] }, order('Sanne', 'Sem')]) {
    one.ask(each)
    worker.answer()
  }
  expect(worker.asked.map(({ layoutNumber }) => layoutNumber)).toEqual([1, 1, 2])
})

it('[GV32] without a worker that works the family is placed all the same', () => {
  const none = placer(() => {
    throw new Error('no workers here')
  })
  none.placer.ask(order('Sanne'))
  expect(none.answers).toHaveLength(1)

  const worker = new SlowWorker()
  const broken = placer(() => worker)
  broken.placer.ask(order('Sanne'))
  broken.placer.ask(order('Sanne', 'Sem'))
  worker.onerror?.({ preventDefault: () => {} } as never)
  expect(worker.ended).toBe(true)
  expect(broken.answers[0]?.placed.layout.people).toHaveLength(3)
})

it('[GV33] a family with much around it is large, an everyday one is not', () => {
  expect(isLarge(order('Sanne', 'Sem'))).toBe(false)
  const many = Array.from({ length: 30 }, (_, i) => relation(`r${i}`, 'Ruud', 'Fatiha'))
  expect(isLarge({ ...order('Sanne'), relations: many })).toBe(true)
  expect(isLarge(order(...Array.from({ length: 200 }, (_, i) => `K${i}`)))).toBe(true)
})
