import { expect, it } from 'vitest'
import type { Answer, ask } from '@/components/pages/api'
import { ManualClock } from '@/tests/support/clock'
import { OwnPlaces } from './ownPlaces'

const OK: Answer<unknown> = { ok: true, value: { kept: true } }
const refused = (code: 'offline' | 'revealed' | 'too-many'): Answer<unknown> => ({
  ok: false,
  code,
  message: null,
})
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Somebody's own places, with a server that answers when the test says so. */
async function own(kept: unknown[] = []) {
  const clock = new ManualClock()
  const sent: { method: string; path: string; body: unknown; answer: (given: Answer<unknown>) => void }[] = []
  const held: boolean[] = []
  const beacons: { keepalive?: boolean; body?: unknown }[] = []
  const asked = ((method: string, path: string, body: unknown) =>
    method === 'GET'
      ? Promise.resolve({ ok: true, value: { entries: kept } })
      : new Promise<Answer<unknown>>((answer) => sent.push({ method, path, body, answer }))) as typeof ask
  const places = new OwnPlaces({
    address: '/api/boards/b/entries',
    round: 'r1',
    clock,
    onUnwritten: (holds) => held.push(holds),
    ask: asked,
    beacon: (_path, init) => beacons.push(init),
  })
  await places.load()
  const answer = async (given: Answer<unknown> = OK) => {
    sent.at(-1)?.answer(given)
    await settled()
  }
  return { clock, places, sent, held, beacons, answer }
}
const near = (nearness: number) => ({ nearness })
const body = (places: object, more: object = {}, keep = false) => ({
  entry: { kind: 'places', places, named: false, ...more },
  keep,
})

it('[PLS8] what the server keeps stands there again after a reload', async () => {
  const entry = { kind: 'places', places: { karim: near(0.3) }, named: true }
  const { places } = await own([
    { step: 'other', entry: { kind: 'text', text: 'x' } },
    { step: 'r1', entry, keep: true, ready: true, at: 1, state: 'open' },
  ])
  expect(places.get()).toEqual({
    places: { karim: near(0.3) },
    named: true,
    keep: true,
    ready: true,
    status: 'saved',
  })
})

it('[PLS8] a change is sent at once, what is changed meanwhile after it and as it is then, and only then it is saved', async () => {
  const { clock, places, sent, held, answer } = await own()
  places.place('karim', near(0.3))
  expect(sent.map(({ method, path, body: said }) => [method, path, said])).toEqual([
    ['POST', '/api/boards/b/entries/r1', body({ karim: near(0.3) })],
  ])
  places.place('karim', near(0.4))
  places.place('judith', near(1))
  places.setNamed(true)
  await answer()
  expect([sent.length, places.get().status]).toEqual([1, 'saving'])
  clock.advance(1_200)
  expect(sent.at(-1)?.body).toEqual(body({ karim: near(0.4), judith: near(1) }, { named: true }))
  await answer()
  expect([sent.length, places.get().status, held.at(-1)]).toEqual([2, 'saved', false])
  clock.advance(60_000)
  expect(sent).toHaveLength(2)
})

it('[PLS8] undo takes back one’s own last place; who has placed nobody any more has nothing at the server', async () => {
  const { clock, places, sent, answer } = await own()
  places.place('karim', near(0.3))
  await answer()
  clock.advance(1_200)
  places.undo()
  expect(places.get().places).toEqual({})
  expect(sent.at(-1)?.method).toBe('DELETE')
  await answer()
  places.undo()
  expect(sent).toHaveLength(2)
})

it('[PLS9] without a line it says so and tries again; what comes too late is said not to be kept', async () => {
  const { clock, places, sent, held, answer } = await own()
  places.place('karim', near(0.3))
  await answer(refused('offline'))
  expect([places.get().status, held.at(-1)]).toEqual(['waiting', true])
  clock.advance(4_000)
  await answer(refused('too-many'))
  places.place('karim', near(0.5))
  expect(sent).toHaveLength(2)
  clock.advance(4_000)
  expect(sent.at(-1)?.body).toEqual(body({ karim: near(0.5) }))
  await answer(refused('revealed'))
  expect([places.get().status, held.at(-1)]).toEqual(['refused', false])
  places.place('karim', near(0.7))
  clock.advance(60_000)
  expect(sent).toHaveLength(3)
})

it('[PLS9] a page that goes away sends along what is not kept for sure, and nothing else', async () => {
  const { clock, places, beacons, answer } = await own()
  places.leave()
  places.place('karim', near(0.3))
  places.place('karim', near(0.4))
  places.leave()
  expect(beacons).toHaveLength(1)
  expect(beacons[0]).toMatchObject({ keepalive: true, body: JSON.stringify(body({ karim: near(0.4) })) })
  await answer()
  clock.advance(1_200)
  await answer()
  places.leave()
  expect(beacons).toHaveLength(1)
})
