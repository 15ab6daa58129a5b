import { expect, test } from '@playwright/test'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'

let server: TestServer
let board: string
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Fenna en de werkplaats', 'ann@example.nl', '--example')
})
test.afterAll(() => server.dispose())

test('[ONE1] who is open in the panel is marked on every canvas, and one leads to the next', async ({
  browser,
}) => {
  const { page } = await enter(server, browser, board, 'Bo', { viewport: { width: 1440, height: 900 } })
  const panel = page.getByRole('complementary', { name: 'Mensen' })
  const showOn = panel.getByRole('group', { name: 'Toon op' })
  const lit = page.locator('.tl-shapes .rt-lit[data-lit=found]')
  await expect(lit).toHaveCount(0)
  await page.getByRole('button', { name: 'Mensen', exact: true }).click()
  await panel
    .getByRole('button', { name: /Oma Hetty/ })
    .first()
    .click()
  // On the line: her moments stand out, and no others are made faint.
  await expect(lit.first()).toBeVisible()
  await expect(page.locator('.tl-shapes .rt-lit[data-lit=faint]')).toHaveCount(0)
  await showOn.getByRole('button', { name: 'Geno-sociogram' }).click()
  await expect(page).toHaveURL(/view=genogram/)
  // In the family: what can be done around her stands around her.
  await expect(page.getByRole('toolbar', { name: /Oma Hetty/ })).toBeVisible()
  await expect(showOn.getByRole('button', { name: 'Geno-sociogram' })).toBeFocused()
  await expect(showOn.getByRole('button', { name: 'Geno-sociogram' })).toHaveAttribute('aria-current', 'true')
  await showOn.getByRole('button', { name: 'Krachtenveld' }).click()
  await expect(page).toHaveURL(/view=stakeholders/)
  await expect(page.locator('.tl-selection__bg, .tl-selection__fg').first()).toBeVisible()
  await showOn.getByRole('button', { name: 'Tijdlijn' }).click()
  await expect(lit.first()).toBeVisible()
  // One step back: nobody is open any more.
  await page.keyboard.press('Escape')
  await expect(lit).toHaveCount(0)
  expect(await everybodyLeaves()).toEqual([])
})

test('[ONE2] two canvases beside each other: a moment marks its people; keys go to the one that was touched last', async ({
  browser,
}) => {
  const { page } = await enter(server, browser, board, 'Bo', { viewport: { width: 1440, height: 900 } })
  await page.getByRole('button', { name: 'Beelden naast elkaar' }).click()
  await expect(page).toHaveURL(/view=timeline&beside=genogram/)
  const line = page.getByRole('region', { name: 'Tijdlijn' })
  const family = page.getByRole('region', { name: 'Geno-sociogram' })
  const marked = family.locator('.tl-selection__bg, .tl-selection__fg')
  await expect(family.getByRole('button', { name: /Oma Hetty/ }).first()).toBeAttached()
  await expect(marked).toHaveCount(0)
  await line
    .getByRole('button', { name: /Rianne en Ruben gaan uit elkaar/ })
    .first()
    .press('Enter')
  await expect(marked.first()).toBeVisible()
  // Keys go to where the hand was last.
  const near = (half: typeof line) => half.getByRole('toolbar', { name: 'Beeld' }).locator('.rt-percent')
  const [far, here] = [await near(line).textContent(), await near(family).textContent()]
  await family.locator('.tl-canvas').click({ position: { x: 300, y: 600 } })
  await page.keyboard.press('+')
  await expect(near(family)).not.toHaveText(here ?? '')
  await expect(near(line)).toHaveText(far ?? '')
  // The two change places, and one is closed again.
  await page.getByRole('link', { name: 'Geno-sociogram' }).click()
  await expect(page).toHaveURL(/view=genogram&beside=timeline/)
  await page.getByRole('button', { name: 'Sluit het beeld ernaast' }).click()
  await expect(page.getByRole('region', { name: 'Tijdlijn' })).toHaveCount(0)
  expect(await everybodyLeaves()).toEqual([])
})
