import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { dayOf } from '@/lib/dates/bounds'
import { layoutTimeline } from '@/lib/timeline/layout'
import type { TimelineLayout } from '@/lib/timeline/types'
import { TestServer } from '../e2e/fixtures/server'
import { boardOf, story } from './boards'
import { countInView, median, opening, panByFrames, panByWheel, quantile, watchOpening } from './measure'
import { PlainCanvas } from './plain/page'
import { Report } from './report'

/** Every measure is taken this often on each side, in turns. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const COUNTS = [300, 2_000] as const
const VIEWPORT = { width: 1_280, height: 800 }
/** Changes that are followed to the other's screen. */
const CHANGES = 60
/** A note's own size. Page units. */
const NOTE = 200
const CARDS = '.rt-card, .rt-cluster'
const NOTES = '.tl-shape[data-shape-type=note]'

const LANES = [
  { id: 'professional', place: 'above' as const, order: 'a0' },
  { id: 'family', place: 'below' as const, order: 'a1' },
]
const SETTINGS = { today: dayOf(2024, 6, 1), pxPerYear: 100, birth: null, locale: 'nl' as const }

test.describe.configure({ timeout: 30 * 60_000 })

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
  const report = new Report()
  for (const count of COUNTS) {
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now()
      layoutOf(count)
      return performance.now() - start
    })
    report.add(`layout of ${count} moments`, 'ms', 'ours', median(times))
  }
  const server = await TestServer.start({ LIMIT_JOINS: '100000' })
  const plain = await PlainCanvas.start()
  try {
    await server.addUser('ann@example.nl', 'Ann')
    const addresses: Record<number, { ours: string; plain: string }> = {}
    for (const count of COUNTS) {
      const cards = layoutOf(count).cards
      const lines = story(count)
      const notes = cards.map(({ id, x, y, h }) => ({
        x,
        y,
        scale: h / NOTE,
        text: lines[Number(id.slice(1))]?.title ?? '',
      }))
      addresses[count] = { ours: await boardOf(server, count), plain: plain.put(String(count), notes) }
    }
    const cookie = await cookieFor(
      server,
      Object.values(addresses).map(({ ours }) => ours),
    )
    for (const limit of [false, true]) {
      const browser = await launch(limit)
      for (let round = 0; round < ROUNDS; round++) {
        for (const count of COUNTS) {
          // Ours first in the first round: it says where the plain page looks.
          for (const side of round % 2 ? (['plain', 'ours'] as const) : (['ours', 'plain'] as const)) {
            const url =
              side === 'ours' ? `${server.url}/boards/${addresses[count]!.ours}` : addresses[count]!.plain
            await measure({
              browser,
              side,
              url,
              cookie: { ...cookie, url: server.url },
              count,
              limit,
              report,
            })
          }
        }
      }
      await browser.close()
    }
    await followChanges(server, addresses[300]!.ours, report)
  } finally {
    await plain.stop()
    await server.dispose()
  }
  process.stdout.write(`\n${report.table()}\n\n`)
  report.write('docs/benchmarks.md')
})

interface Measured {
  browser: Browser
  side: 'ours' | 'plain'
  url: string
  cookie: { name: string; value: string; url: string }
  count: number
  limit: boolean
  report: Report
}

async function measure({ browser, side, url, cookie, count, limit, report }: Measured): Promise<void> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'nl-NL' })
  if (side === 'ours') await context.addCookies([cookie])
  const page = await context.newPage()
  const things = side === 'ours' ? CARDS : NOTES
  await watchOpening(page, side === 'ours' ? '.rt-card' : NOTES)
  await page.goto(url)
  const { painted, idle } = await opening(page)
  process.stdout.write(
    `  ${side} ${count}: painted ${painted.toFixed(0)} ms, at rest ${idle.toFixed(0)} ms\n`,
  )
  if (limit) {
    report.add(`open ${count}: first painted`, 'ms', side, painted)
    report.add(`open ${count}: at rest`, 'ms', side, idle)
  }
  const cdp = await context.newCDPSession(page)
  const cases: [name: string, zoom: number][] = [
    [`${count}, at 100 %`, 1],
    [`${count}, at 50 %`, 0.5],
    ...(count > 1_000 ? [[`${count}, zoomed out over all`, 0] as [string, number]] : []),
  ]
  for (const [name, zoom] of cases) {
    await look(page, side, count, zoom)
    const seen = await countInView(page, things)
    if (zoom === 0) expect(seen, `${side}: all in view`).toBeGreaterThanOrEqual(count)
    else expect(seen, `${side}: cards in view`).toBeGreaterThan(0)
    if (!limit)
      report.add(`pan ${name}, free frames`, 'fps', side, (await panByFrames(page, zoom === 0 ? 4 : 12)).fps)
    else {
      const { fps, p95 } = await panByWheel(page, cdp)
      report.add(`pan ${name}, wheel`, 'fps', side, fps)
      report.add(`pan ${name}, wheel, p95 between frames`, 'ms', side, p95)
    }
    process.stdout.write(`  ${side} ${name}${limit ? ', wheel' : ''}: ${seen} in view\n`)
  }
  await context.close()
}

/** Where the canvas looks; the same on both pages. */
interface Camera {
  x: number
  y: number
  z: number
}

/**
 * Looks at the moment in the middle of the story, so near; 0: so far that all is in view (for each its own zoom). Ours is moved as people
 * move it and says where it looks; the plain page then looks at the same place.
 */
async function look(page: Page, side: 'ours' | 'plain', count: number, zoom: number): Promise<void> {
  const key = `${count} ${zoom}`
  if (side === 'plain') {
    await page.evaluate(
      ({ camera, all }) => {
        const editor = window.plain!
        editor.setCameraOptions({ zoomSteps: [0.005, 1, 8] })
        if (!all) return void editor.setCamera(camera)
        const { center, w, h } = editor.getCurrentPageBounds()!
        const { w: vw, h: vh } = editor.getViewportScreenBounds()
        const z = 0.95 * Math.min(vw / w, vh / h)
        editor.setCamera({ x: vw / 2 / z - center.x, y: vh / 2 / z - center.y, z })
      },
      { camera: cameras.get(key)!, all: zoom === 0 },
    )
  } else {
    const bar = page.getByRole('toolbar', { name: 'Beeld' })
    await bar.getByRole('button', { name: 'Alles in beeld' }).click()
    if (zoom > 0) {
      await bar.getByRole('button', { name: /%/ }).click()
      await page
        .getByRole('button', { name: `(${count / 2})` })
        .first()
        .focus()
      if (zoom === 0.5) await bar.getByRole('button', { name: 'Verder weg' }).click()
      await expect(bar.getByRole('button', { name: /%/ })).toHaveText(`${zoom * 100} %`)
    }
    cameras.set(key, await cameraOf(page))
  }
  // What comes with the new view is there before anything is counted.
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve()))),
  )
}
const cameras = new Map<string, Camera>()

/** As it stands in the page: scale(z) translate(x, y), with a part of a pixel more for sharp lines. */
function cameraOf(page: Page): Promise<Camera> {
  return page.locator('.tl-shapes').evaluate((layer) => {
    const { a: z, e, f } = new DOMMatrix(getComputedStyle(layer).transform)
    return { x: e / z, y: f / z, z }
  })
}

async function cookieFor(server: TestServer, boards: string[]): Promise<{ name: string; value: string }> {
  let cookie = ''
  for (const board of boards) {
    const link = await server.invite(board, 'participant')
    const response = await fetch(`${server.url}/api/join/${link.split('/').at(-1)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify({ name: 'Bench' }),
    })
    expect(response.ok).toBe(true)
    cookie ||= (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  const [name = '', ...value] = cookie.split('=')
  return { name, value: value.join('=') }
}

/** Ann changes a title; how long until it stands on Bo's card. */
async function followChanges(server: TestServer, board: string, report: Report): Promise<void> {
  const browser = await launch(true)
  const pages: Page[] = []
  for (const name of ['Ann', 'Bo']) {
    const cookie = await server.join(await server.invite(board, 'participant'), name)
    const [key = '', ...value] = cookie.split('=')
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'nl-NL' })
    await context.addCookies([{ name: key, value: value.join('='), url: server.url }])
    const page = await context.newPage()
    await page.goto(`${server.url}/boards/${board}`)
    await page.locator('.rt-card').first().waitFor()
    pages.push(page)
  }
  const [ann, bo] = pages as [Page, Page]
  // One that both see: the first that is wholly on Bo's screen.
  const title = await bo.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('.rt-card')]
    const seen = cards.find((card) => {
      const { left, right, top, bottom, width } = card.getBoundingClientRect()
      return width > 0 && left > 120 && top > 80 && right < innerWidth - 400 && bottom < innerHeight - 80
    })
    return /\((\d+)\)/.exec(seen?.textContent ?? '')?.[0] ?? ''
  })
  await ann.getByRole('button', { name: title }).first().focus()
  await ann.keyboard.press('Enter')
  const field = ann.getByRole('textbox', { name: 'Wat gebeurde er?' })
  const times: number[] = []
  for (let i = 0; i < CHANGES; i++) {
    const words = `Woord ${i}.`
    const arrived = bo.evaluate(
      (words) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (![...document.querySelectorAll('.rt-card')].some((card) => card.textContent?.includes(words)))
              return
            watcher.disconnect()
            resolve(Date.now())
          }
          const watcher = new MutationObserver(look)
          watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
        }),
      words,
    )
    const left = ann.evaluate(
      () =>
        new Promise<number>((resolve) =>
          addEventListener('input', () => resolve(Date.now()), { once: true, capture: true }),
        ),
    )
    await field.fill(words)
    times.push((await arrived) - (await left))
  }
  report.add(`on the other’s screen, median of ${CHANGES}`, 'ms', 'ours', median(times))
  report.add(`on the other’s screen, p95 of ${CHANGES}`, 'ms', 'ours', quantile(times, 0.95))
  await browser.close()
}

function launch(limit: boolean): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const free = limit ? [] : ['--disable-frame-rate-limit', '--disable-gpu-vsync']
  const executablePath = process.env['CHROMIUM_PATH']
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...asRoot, ...free] })
}
