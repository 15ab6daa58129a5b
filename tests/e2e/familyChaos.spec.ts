import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, type Browser } from '@playwright/test'
import { seeded } from '../support/seeded'
import { ACTS, type ActName, type Builder, reached } from './fixtures/familyActs'
import { canvasOf, type Drawn, listOf, saidOf, storyOf } from './fixtures/familyScreens'
import { modelOf } from './fixtures/familyModel'
import { Line } from './fixtures/line'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { CanvasHand, ListHand, PhoneHand } from './pages/familyHand'

/** Commands of all four together; `npm run test:chaos` does 1,000, half of what two do on a timeline. */
const STEPS = Math.round(Number(process.env['CHAOS_STEPS'] ?? 120) / 2)
const SEED = Number(process.env['CHAOS_SEED'] ?? 20_261_124)
const CHECK_EVERY = Math.min(100, Math.round(STEPS / 2))
/** A family of so many is large; from then on there are as many who go as who come. */
const LARGE = 40
/** Who reaches for somebody whom another has just taken away gives up. Milliseconds. */
const REACH_MS = 3_000
/** Who looks at the whole is in no hurry. Milliseconds. */
const LOOK_MS = 30_000

test.describe.configure({ timeout: 120_000 + STEPS * 4_000 })

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

/** A board with the one whom it is about, whom none of the four made. */
async function familyOfOne(): Promise<string> {
  const board = await server.addBoard('De familie van Iris', 'ann@example.nl')
  const file = path.join(server.dataDir, 'iris.ged')
  writeFileSync(file, '0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Iris\n0 TRLR\n')
  await server.cli(['board', 'import', board, file])
  return board
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Four around one family: two at the canvas, one with the list, one with a telephone. */
async function gather(browser: Browser, board: string): Promise<Builder[]> {
  const kinds = [
    { name: 'ann', Hand: CanvasHand, view: 'genogram', by: 'keys' },
    { name: 'bo', Hand: CanvasHand, view: 'genogram', by: 'buttons' },
    { name: 'cem', Hand: ListHand, view: 'list' },
    { name: 'dee', Hand: PhoneHand, view: 'list', size: PHONE },
  ] as const
  const builders: Builder[] = []
  for (const [i, kind] of kinds.entries()) {
    const line = new Line()
    const size = 'size' in kind ? kind.size : {}
    const screen = await enter(server, browser, board, kind.name, { before: line.onto, ...size })
    await screen.page.goto(`${server.url}/boards/${board}?view=${kind.view}`)
    const hand = new kind.Hand(kind.name, screen, line, seeded(SEED + i))
    if (hand instanceof CanvasHand && 'by' in kind) hand.by = kind.by
    else await hand.press(screen.page.getByRole('button', { name: 'Familie en netwerk' }))
    await screen.saved()
    screen.page.setDefaultTimeout(REACH_MS)
    builders.push({ hand, made: new Set(), gone: new Set(), typed: [], takenBack: new Set(), log: [] })
  }
  return builders
}

const ADDS: ReadonlySet<ActName> = new Set(['person', 'partner', 'child', 'parents', 'sibling', 'network'])

/** Acts as cards: each comes up as often as the others. What could not be done is shuffled in again. */
class Deck {
  #cards: ActName[] = []
  readonly #random = seeded(SEED - 1)

  /** What was taken back can be done again right after it, and at no other time. */
  draw(last: ActName | undefined): ActName {
    if (this.#cards.length === 0)
      for (const name of [...Object.keys(ACTS), 'undo']) this.putBack(name as ActName)
    // At -1 it takes the last one.
    const redo = last === 'undo' ? this.#cards.indexOf('redo') : -1
    return this.#cards.splice(redo, 1)[0]!
  }
  putBack(name: ActName): void {
    this.#cards.splice(Math.floor(this.#random() * (this.#cards.length + 1)), 0, name)
  }
}

/** False too when another was faster and took away whom this one reached for. */
async function act(builder: Builder, name: ActName, word: string): Promise<boolean> {
  let isDone = false
  const hasReached = await reached(async () => {
    await builder.hand.rest()
    isDone = await ACTS[name](builder, word)
  })
  builder.log.push(`${word} ${name}${isDone ? '' : hasReached ? ', not done' : ', gave up'}`)
  return isDone
}

/** A browser keeps four decimals of a place. */
const close = ({ id, x, y }: Drawn) => ({ id, x: expect.closeTo(x), y: expect.closeTo(y) })

/** All screens are the model, and nobody was lost. */
async function check(board: string, builders: Builder[], step: number): Promise<void> {
  const at = `step ${step}, seed ${SEED}`
  for (const { hand } of builders) {
    hand.line.mend()
    hand.page.setDefaultTimeout(LOOK_MS)
    await hand.rest()
  }
  for (const { hand } of builders) await hand.screen.saved()
  const { people, places, names } = await modelOf(server, board, at)
  const ids = people.map(({ id }) => id).sort()
  for (const { hand } of builders) {
    await expect
      .poll(async () => Object.keys(await hand.told()).sort(), `${hand.name}: everybody at ${at}`)
      .toEqual(ids)
    await expect
      .poll(async () => {
        const told = await hand.told()
        return people.filter(({ id, name }) => !told[id]?.startsWith(name)).map(({ name }) => name)
      }, `${hand.name}: names at ${at}`)
      .toEqual([])
  }
  const hands = builders.map(({ hand }) => hand)
  const [canvases, lists] = [CanvasHand, ListHand].map((Kind) => hands.filter((hand) => hand instanceof Kind))
  await expect(async () => {
    const drawn = await Promise.all(canvases!.map(canvasOf))
    for (const [i, one] of drawn.entries())
      expect(one.places, `${canvases![i]!.name}: canvas at ${at}`).toEqual(places.map(close))
    expect(drawn[1]!.forms, `strokes and letters at ${at}`).toEqual(drawn[0]!.forms)
  }).toPass({ timeout: 20_000 })
  for (const [say, those] of [
    [saidOf, canvases!],
    [listOf, lists!],
    [storyOf, hands],
  ] as const) {
    const said = await Promise.all(those.map(say))
    expect(said[0]!.length, `${say.name} at ${at}`).toBeGreaterThan(0)
    for (const [i, one] of said.entries())
      expect(one, `${say.name} of ${those[i]!.name} at ${at}`).toEqual(said[0])
  }
  for (const { hand, made, gone, typed, takenBack, log } of builders) {
    // Neither lost nor come back: only their own hand took away whom they made, and put them back.
    const wrong = [...made].filter((id) => ids.includes(id) === gone.has(id))
    expect(
      wrong.map((id) => names[id]),
      `made by ${hand.name} and lost or come back, at ${at}; they did: ${log.join('; ')}`,
    ).toEqual([])
    // Whoever was taken away lies in the bin, with what others said of them.
    expect(
      [...made].filter((id) => !(id in names)),
      `lost of ${hand.name}, at ${at}`,
    ).toEqual([])
    for (const { id, word } of typed)
      if (!takenBack.has(word)) expect(names[id], `typed by ${hand.name}, at ${at}`).toContain(word)
    hand.page.setDefaultTimeout(REACH_MS)
  }
}

test('[GV21] four who build one family at once, two at the canvas, one in the list and one by telephone, with lines that drop, see the same, lose nobody, and take back only their own', async ({
  browser,
}) => {
  process.stdout.write(`family chaos: CHAOS_SEED=${SEED}, ${STEPS} commands\n`)
  const board = await familyOfOne()
  const builders = await gather(browser, board)
  const deck = new Deck()
  const done: Partial<Record<ActName, number>> = {}
  const away = new Set<Builder>()
  const last = new Map<Builder, ActName>()
  for (let step = 4; step <= STEPS; step += 4) {
    for (const builder of away)
      if (builder.hand.random() < 0.4) {
        builder.hand.line.mend()
        away.delete(builder)
      }
    // All at once, so that their changes cross on the wire.
    await Promise.all(
      builders.map(async (builder) => {
        const { hand } = builder
        const card = deck.draw(last.get(builder))
        const isLarge = Object.keys(await hand.told()).length > LARGE
        const name = isLarge && ADDS.has(card) && hand.random() < 0.7 ? 'bin' : card
        last.set(builder, name)
        if (await act(builder, name, `${hand.name}${step}`)) done[name] = (done[name] ?? 0) + 1
        else deck.putBack(card)
        if (name === 'away') away.add(builder)
      }),
    )
    if (step % CHECK_EVERY < 4 || step + 4 > STEPS) {
      await check(board, builders, step)
      away.clear()
    }
  }
  process.stdout.write(`done: ${JSON.stringify(done)}\n`)
  // It was chaos: everything was done. Fewer commands than this are for looking, not for judging.
  if (STEPS >= 60)
    expect(
      Object.keys(ACTS).filter((name) => !done[name as ActName]),
      'never done',
    ).toEqual([])
})
