import { test, type Browser } from '@playwright/test'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { TimelineLayout } from '@/lib/timeline/types'
import { TestServer } from '../e2e/fixtures/server'
import { boardOf, guestOf, story } from './boards'
import { followChanges } from './follow'
import { median, quantile } from './measure'
import { PlainCanvas } from './plain/page'
import { familyBoard, followRenames } from './rename'
import { PARTS, Report } from './report'
import type { Part } from './report'
import { launch, lookAt, openPage, panned, SIDES, type Camera, type Place, type Side } from './scenes'

/** Every measure is taken this often on each side, in turns. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
/** Only these parts, while something is being mended: `BENCH_PARTS=open,pan`. The page is written by a whole run. */
const ASKED = new Set((process.env['BENCH_PARTS'] ?? PARTS.join(',')).split(',') as Part[])
const COUNTS = [300, 2_000] as const
/** Changes that are followed to the other's screen. */
const CHANGES = 60
/** A note's own size. Page units. */
const NOTE = 200
/** Times that a person gets another name. */
const RENAMES = 40
/** In view at each zoom are at most 300 cards; at `all` everything is. */
const PANS: { part: Part; count: number; zoom: number | 'all' }[] = [
  // First: a moment that has been chosen stands as a card beside its cluster.
  { part: 'far', count: 2_000, zoom: 'all' },
  ...COUNTS.flatMap((count) => [1, 0.5].map((zoom) => ({ part: 'pan' as const, count, zoom }))),
]

const LANES = [
  { id: 'professional', place: 'above' as const, order: 'a0' },
  { id: 'family', place: 'below' as const, order: 'a1' },
]
const SETTINGS = { today: dayOf(2024, 6, 1), pxPerYear: 100, birth: null, locale: 'nl' as const }

test.describe.configure({ timeout: 15 * 60_000 })

const layoutOf = (count: number): TimelineLayout =>
  layoutTimeline(
    story(count).map(({ date, professional }, i) => ({
      id: `e${i}`,
      date,
      side: professional ? 'professional' : 'family',
      kind: 'family',
      order: 'a0',
    })),
    LANES,
    SETTINGS,
  )

test('the canvas beside plain tldraw', async () => {
  const report = new Report(ROUNDS)
  if (ASKED.has('layout')) measureLayout(report)
  const server = await TestServer.start({ LIMIT_JOINS: '100000' })
  const plain = await PlainCanvas.start()
  try {
    await server.addUser('ann@example.nl', 'Ann')
    const boards = new Map<number, string>()
    for (const count of COUNTS) boards.set(count, await boardOf(server, count))
    const cookie = await guestOf(server, [...boards.values()])
    const places = new Map<number, Record<Side, Place>>()
    for (const count of COUNTS) {
      const url = `${server.url}/boards/${boards.get(count)!}`
      const ours: Place = { side: 'ours', count, url, cookie }
      places.set(count, {
        ours,
        plain: { side: 'plain', count, url: plain.put(String(count), notesOf(count)) },
      })
    }
    if (ASKED.has('open')) await measureOpening(places, report)
    await measurePans(places, report)
    if (ASKED.has('live')) {
      const times = await followChanges(server, boards.get(300)!, CHANGES)
      report.add(`on the other’s screen, median of ${CHANGES}`, 'ms', 'ours', median(times))
      report.add(`on the other’s screen, p95 of ${CHANGES}`, 'ms', 'ours', quantile(times, 0.95))
    }
    if (ASKED.has('rename')) {
      const renames = await followRenames(server, await familyBoard(server), RENAMES)
      const all = renames.map((one) => one.all)
      const name = 'a new name in all views of two browsers'
      report.add(`${name}, median of ${RENAMES}`, 'ms', 'ours', median(all))
      report.add(`${name}, p95 of ${RENAMES}`, 'ms', 'ours', quantile(all, 0.95))
      for (const view of ['own', 'list', 'timeline', 'genogram'] as const)
        say(`renamed: ${view} after ${median(renames.map((one) => one[view])).toFixed(0)} ms in the median`)
    }
  } finally {
    await plain.stop()
    await server.dispose()
  }
  process.stdout.write(`\n${report.table()}\n\n`)
  if (PARTS.every((part) => ASKED.has(part))) report.write('docs/benchmarks.md')
})

function measureLayout(report: Report): void {
  for (const count of COUNTS) {
    for (let i = 0; i < 15; i++) {
      const start = performance.now()
      layoutOf(count)
      report.add(`layout of ${count} moments (Node)`, 'ms', 'ours', performance.now() - start)
    }
  }
}

/** A note where each card stands, as high, with the same words. */
function notesOf(count: number) {
  const lines = story(count)
  return layoutOf(count).cards.map(({ id, x, y, h }) => ({
    x,
    y,
    scale: h / NOTE,
    text: lines[Number(id.slice(1))]?.title ?? '',
  }))
}

/** Ours first in the first round, plain first in the next. */
const inTurn = (round: number): readonly Side[] => (round % 2 ? SIDES.toReversed() : SIDES)

async function measureOpening(
  places: ReadonlyMap<number, Record<Side, Place>>,
  report: Report,
): Promise<void> {
  const browser = await launch('limited')
  // A server has served before; and where ours looks first is where the plain page has to look.
  const first = new Map<number, Camera>()
  for (const [count, { ours, plain }] of places) {
    const page = await openPage(browser, ours)
    first.set(count, page.camera)
    await page.close()
    await (await openPage(browser, plain)).close()
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [count, both] of places) {
      for (const side of inTurn(round)) {
        const page = await openPage(browser, both[side], first.get(count))
        report.add(`open ${count}: can be read`, 'ms', side, page.painted)
        report.add(`open ${count}: can be worked with`, 'ms', side, page.rest)
        say(
          `open ${count} ${side}: can be read after ${page.painted.toFixed(0)} ms, worked with after ${page.rest.toFixed(0)} ms`,
        )
        await page.close()
      }
    }
  }
  await browser.close()
}

async function measurePans(places: ReadonlyMap<number, Record<Side, Place>>, report: Report): Promise<void> {
  const browser = await launch('free')
  const cameras = new Map<string, Camera>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [count, both] of places) {
      const scenes = PANS.filter((scene) => scene.count === count && ASKED.has(scene.part))
      // Where ours looks is known first: the plain page looks at the same.
      const order = round === 0 ? SIDES : inTurn(round)
      for (const side of scenes.length > 0 ? order : [])
        await panAll(browser, both[side], scenes, cameras, report)
    }
  }
  await browser.close()
}

async function panAll(
  browser: Browser,
  place: Place,
  scenes: typeof PANS,
  cameras: Map<string, Camera>,
  report: Report,
): Promise<void> {
  const { side, count } = place
  const page = await openPage(browser, place)
  for (const { zoom } of scenes) {
    const key = `${count} ${zoom}`
    const seen = await lookAt(page, zoom, cameras, key)
    const fps = await panned(page, zoom)
    const where = zoom === 'all' ? 'zoomed out over all' : `at ${zoom * 100} %`
    report.add(`pan ${count}, ${where}`, 'fps', side, fps)
    report.saw(`pan ${count}, ${where}`, side, seen)
    say(`pan ${key} ${side}: ${seen} in view, ${fps.toFixed(1)} fps`)
  }
  await page.close()
}

function say(line: string): void {
  process.stdout.write(`  ${line}\n`)
}
