import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { enter } from '../fixtures/people'
import type { TestServer } from '../fixtures/server'

/** Somebody who looks at the geno-sociogram. */
export async function lookAt(
  server: TestServer,
  browser: Browser,
  board: string,
  name: string,
  size: BrowserContextOptions = { viewport: { width: 1440, height: 900 } },
) {
  const screen = await enter(server, browser, board, name, size)
  await screen.page.getByRole('link', { name: 'Geno-sociogram' }).click()
  await expect(people(screen.page)).toBeAttached()
  return screen
}

export const people = (page: Page) => page.getByRole('list', { name: 'Mensen in het geno-sociogram' })
export const person = (page: Page, name: string) =>
  people(page).getByRole('button', { name: new RegExp(`^${name}`) })
/** The same person as the eye sees them. */
export const drawn = (page: Page, name: string) =>
  page.locator('[data-shape-type="rotonde-person"]', { hasText: name })
export const around = (page: Page, name: string) => page.getByRole('toolbar', { name: `Bij ${name}` })

/** Where the symbol of somebody stands on the screen. */
export async function placeOf(page: Page, name: string) {
  const box = await drawn(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on the screen`)
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + 20) }
}

/** Somebody stands within a pixel or two of a place: half pixels are rounded both ways. */
export async function expectAt(page: Page, name: string, place: { x: number; y: number }) {
  const off = async () => {
    const { x, y } = await placeOf(page, name)
    return Math.max(Math.abs(x - place.x), Math.abs(y - place.y))
  }
  await expect.poll(off).toBeLessThanOrEqual(2)
}

export async function drag(page: Page, name: string, dx: number, dy: number) {
  const { x, y } = await placeOf(page, name)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 })
  await page.mouse.move(x + dx, y + dy, { steps: 4 })
}
