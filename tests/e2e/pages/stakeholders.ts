import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { enter } from '../fixtures/people'
import type { TestServer } from '../fixtures/server'

/** Somebody who looks at the stakeholder map. */
export async function lookAt(
  server: TestServer,
  browser: Browser,
  board: string,
  name: string,
  options: BrowserContextOptions & { role?: string; cookie?: string } = {},
) {
  const screen = await enter(server, browser, board, name, {
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  await screen.page.getByRole('link', { name: 'Krachtenveld' }).click()
  await expect(inField(screen.page)).toBeAttached()
  return screen
}

export const inField = (page: Page) => page.getByRole('list', { name: /^Wie meedoet/ })
/** Somebody in the field, as they are read aloud. */
export const told = (page: Page, name: string) =>
  inField(page).getByRole('button', { name: new RegExp(`^${name}\\b`) })
/** The same person as the eye sees them. */
export const drawn = (page: Page, name: string) =>
  page.locator('[data-shape-type="rotonde-stake"]', { hasText: name })
export const formSwitch = (page: Page) => page.getByRole('group', { name: 'Zo laat je het veld zien' })
export const chooseForm = (page: Page, form: string) =>
  formSwitch(page).getByRole('button', { name: form, exact: true }).click()

/** The middle of the symbol of somebody on the screen. */
export async function placeOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await drawn(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on the screen`)
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + 16) }
}

/** Takes somebody to a place on the screen, and keeps them in the hand. */
export async function take(page: Page, name: string, to: { x: number; y: number }): Promise<void> {
  const { x, y } = await placeOf(page, name)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move((x + to.x) / 2, (y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
}
