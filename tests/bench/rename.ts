import type { Browser, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TestServer } from '../e2e/fixtures/server'
import { guestOf } from './boards'
import { launch } from './scenes'

const PEOPLE = 150
const CHILDREN = 3

/** A family of so many, as a file: couples with three children each, and two moments of everybody. */
function familyFile(count: number): string {
  const lines = ['0 HEAD', '1 GEDC', '2 VERS 5.5.1', '1 CHAR UTF-8']
  const families: string[] = []
  const single = ['@I1@']
  let made = 1
  for (let family = 1; made < count; family++) {
    const of = single.shift() ?? '@I1@'
    const spouse = `@I${++made}@`
    const children: string[] = []
    while (children.length < CHILDREN && made < count) children.push(`@I${++made}@`)
    single.push(...children)
    families.push(`0 @F${family}@ FAM`, `1 HUSB ${of}`, `1 WIFE ${spouse}`)
    families.push(...children.map((child) => `1 CHIL ${child}`))
  }
  for (let i = 1; i <= count; i++) {
    const year = 1_900 + Math.floor((i * 100) / count)
    lines.push(`0 @I${i}@ INDI`, `1 NAME Iemand${i}`, '1 BIRT', `2 DATE ${year}`)
    for (const later of [20, 40])
      lines.push('1 EVEN', '2 TYPE verhuizing', `2 DATE ${1 + (i % 28)} JUN ${year + later - 20}`)
  }
  return [...lines, ...families, '0 TRLR', ''].join('\n')
}

/** The same on a board of the real server. */
export async function familyBoard(server: TestServer): Promise<string> {
  const board = await server.addBoard('Een familie', 'ann@example.nl')
  const file = path.join(server.dataDir, `${board}.ged`)
  writeFileSync(file, familyFile(PEOPLE))
  await server.cli(['board', 'import', board, file])
  return board
}

/** Where a name stands in each view. */
const PLACES = {
  list: '[data-row^="people-"]',
  timeline: '.tl-shapes .rt-card',
  genogram: '[data-shape-type="rotonde-person"]',
} as const
type View = keyof typeof PLACES

/** How long a new name took to each view: Ann's own list, and Bo's three. Milliseconds. */
type Rename = Record<'all' | 'own' | View, number>

/**
 * Ann renames a person, so many times; how long each takes until the new name stands in all open views of two browsers:
 * Ann's own list, and Bo's list, timeline and geno-sociogram. Milliseconds from the input in Ann's page.
 */
export async function followRenames(server: TestServer, board: string, changes: number): Promise<Rename[]> {
  const [first, second] = [await launch('limited'), await launch('limited')]
  const cookies = { ann: await guestOf(server, [board]), bo: await guestOf(server, [board]) }
  const open = async (browser: Browser, cookie: (typeof cookies)['ann'], view: View) => {
    const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, locale: 'nl-NL' })
    await context.addCookies([cookie])
    const page = await context.newPage()
    await page.goto(`${server.url}/boards/${board}?view=${view}`)
    if (view === 'list') await page.getByRole('button', { name: 'Familie en netwerk' }).click()
    // What is far from the view is there and not drawn.
    await page.locator(`${PLACES[view]}:visible`).first().waitFor({ timeout: 60_000 })
    return { page, view }
  }
  const timeline = await open(second, cookies.bo, 'timeline')
  const name = await nameInView(timeline.page)
  const genogram = await open(second, cookies.bo, 'genogram')
  await genogram.page
    .getByRole('button', { name: new RegExp(`^${name}\\b`) })
    .first()
    .focus()
  const others = [timeline, genogram, await open(second, cookies.bo, 'list')]
  const ann = await open(first, cookies.ann, 'list')
  await ann.page
    .locator(PLACES.list)
    .filter({ hasText: new RegExp(`^${name}\\b`) })
    .first()
    .click()
  const field = ann.page.getByRole('textbox', { name: 'Naam' })
  await field.waitFor()
  const renames: Rename[] = []
  for (let i = 0; i < changes; i++) {
    const words = `Ander${i}x`
    const pages = [ann, ...others]
    await Promise.all(pages.map(({ page, view }) => page.evaluate(watchFor, [PLACES[view], words] as const)))
    await ann.page.evaluate(watchForInput)
    await field.fill(words)
    const left = await ann.page.evaluate(() => Reflect.get(window, 'benchLeft') as Promise<number>)
    const arrived = await Promise.all(
      pages.map(({ page }) => page.evaluate(() => Reflect.get(window, 'benchArrived') as Promise<number>)),
    )
    const [own = 0, timelineMs = 0, genogramMs = 0, list = 0] = arrived.map((at) => at - left)
    renames.push({ own, list, timeline: timelineMs, genogram: genogramMs, all: Math.max(...arrived) - left })
  }
  for (const browser of [first, second]) await browser.close()
  return renames
}

/** Who was there at a moment that stands free on the screen. */
async function nameInView(page: Page): Promise<string> {
  const words = await page.locator('.tl-shapes .rt-card:visible').allInnerTexts()
  const name = words.map((text) => /Iemand\d+/u.exec(text)?.[0]).find((found) => found !== undefined)
  if (name === undefined) throw new Error('no name stands on the screen')
  return name
}

/** Both run in the page. Looks every frame: pages that stand still beside each other in one browser are woken by it. */
function watchFor([place, words]: readonly [string, string]): void {
  const arrived = new Promise<number>((resolve, reject) => {
    const end = Date.now() + 20_000
    const look = () => {
      const isThere = [...document.querySelectorAll(place)].some((one) => one.textContent?.includes(words))
      if (isThere) resolve(Date.now())
      else if (Date.now() > end) reject(new Error(`${place} does not show ${words}`))
      else requestAnimationFrame(look)
    }
    look()
  })
  Reflect.set(window, 'benchArrived', arrived)
}

function watchForInput(): void {
  const left = new Promise<number>((resolve) =>
    addEventListener('input', () => resolve(Date.now()), { once: true, capture: true }),
  )
  Reflect.set(window, 'benchLeft', left)
}
