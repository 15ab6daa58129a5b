import type { Page } from '@playwright/test'
import type { TestServer } from '../e2e/fixtures/server'
import { guestOf } from './boards'
import { launch } from './scenes'

/**
 * Ann changes a title, so many times; how long each takes until it stands on Bo's card. Two browsers, our server.
 * Milliseconds from the input in Ann's page to the changed words in Bo's.
 */
export async function followChanges(server: TestServer, board: string, changes: number): Promise<number[]> {
  const browsers = [await launch('limited'), await launch('limited')]
  const pages: Page[] = []
  for (const browser of browsers) {
    const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, locale: 'nl-NL' })
    await context.addCookies([await guestOf(server, [board])])
    const page = await context.newPage()
    await page.goto(`${server.url}/boards/${board}`)
    await page.locator('.tl-shapes .rt-card:visible').first().waitFor({ timeout: 30_000 })
    pages.push(page)
  }
  const [ann, bo] = pages as [Page, Page]
  const moment = await bo.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('.tl-shapes .rt-card')]
    const seen = cards.find((card) => {
      const { left, right, top, bottom, width } = card.getBoundingClientRect()
      return width > 0 && left > 120 && top > 80 && right < innerWidth - 400 && bottom < innerHeight - 80
    })
    const shape = seen?.closest<HTMLElement>('[data-shape-id]')?.dataset['shapeId'] ?? ''
    return shape.replace('shape:event-', '')
  })
  if (moment === '') throw new Error('no card stands free on the screen')
  await ann.locator(`button[data-moment="${moment}"]`).focus()
  await ann.keyboard.press('Enter')
  const field = ann.getByRole('textbox', { name: 'Wat gebeurde er?' })
  const times: number[] = []
  for (let i = 0; i < changes; i++) {
    const words = `Woord ${i}.`
    // Watched before it is written.
    await bo.evaluate(watchForWords, words)
    await ann.evaluate(watchForInput)
    await field.fill(words)
    const left = await ann.evaluate(() => Reflect.get(window, 'benchLeft') as Promise<number>)
    const arrived = await bo.evaluate(() => Reflect.get(window, 'benchArrived') as Promise<number>)
    times.push(arrived - left)
  }
  for (const browser of browsers) await browser.close()
  return times
}

/** Both run in the page. */
function watchForWords(words: string): void {
  const arrived = new Promise<number>((resolve) => {
    const watcher = new MutationObserver(() => {
      const cards = [...document.querySelectorAll('.tl-shapes .rt-card')]
      if (!cards.some((card) => card.textContent?.includes(words))) return
      watcher.disconnect()
      resolve(Date.now())
    })
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  Reflect.set(window, 'benchArrived', arrived)
}

function watchForInput(): void {
  const left = new Promise<number>((resolve) =>
    addEventListener('input', () => resolve(Date.now()), { once: true, capture: true }),
  )
  Reflect.set(window, 'benchLeft', left)
}
