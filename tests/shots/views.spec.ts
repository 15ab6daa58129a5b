import { expect, test, type Browser, type Page } from '@playwright/test'
import { PASSWORD, TestServer } from '../e2e/fixtures/server'

/**
 * Pictures of the real product for people to look at; nothing is compared. `npm run shots`, into `shots/`, a file
 * for each view, language and size.
 */

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 960, height: 540 },
  { width: 720, height: 800 },
  { width: 390, height: 844 },
] as const

let server: TestServer
const boards = { nl: '', en: '' }
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann Willems')
  for (const language of ['nl', 'en'] as const)
    boards[language] = await server.addBoard(
      language === 'nl' ? 'Fenna en de werkplaats' : 'Fenna and the workshop',
      'ann@example.nl',
      '--example',
    )
})
test.afterAll(() => server.dispose())

async function signedIn(browser: Browser, locale: string, viewport: (typeof SIZES)[number]): Promise<Page> {
  const touch = viewport.width < 600
  const context = await browser.newContext({ locale, viewport, hasTouch: touch, isMobile: touch })
  const page = await context.newPage()
  await page.goto(`${server.url}/signin`)
  await page.locator('input[type=email]').fill('ann@example.nl')
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(`${server.url}/`)
  return page
}

for (const language of ['nl', 'en'] as const)
  for (const viewport of SIZES)
    test(`pictures in ${language} at ${viewport.width}×${viewport.height}`, async ({ browser }) => {
      const page = await signedIn(browser, language === 'nl' ? 'nl-NL' : 'en-GB', viewport)
      const shoot = (name: string) =>
        page.screenshot({ path: `shots/${name}-${language}-${viewport.width}x${viewport.height}.png` })
      const board = `${server.url}/boards/${boards[language]}`
      await shoot('boards')
      await page.goto(viewport.width < 600 ? `${board}/phone` : board)
      await expect(page.getByRole('banner').getByRole('status')).toContainText(/Opgeslagen|Saved/)
      await page.evaluate(() => document.fonts.ready)
      await shoot('timeline')
      if (viewport.width >= 600) {
        await page.goto(`${board}?view=genogram`)
        await expect(page.locator('button[data-row^="person"], [data-shape-type]').first()).toBeAttached()
        await expect(page.getByRole('banner').getByRole('status')).toContainText(/Opgeslagen|Saved/)
        await page.evaluate(() => document.fonts.ready)
        await shoot('genogram')
        for (const form of ['rings', 'grid', 'forces']) {
          await page.goto(`${board}?view=stakeholders&form=${form}`)
          await expect(page.locator('[data-shape-type="rotonde-stake"]').first()).toBeAttached()
          await page.evaluate(() => document.fonts.ready)
          await shoot(`stakeholders-${form}`)
        }
        await page.goto(`${board}?view=free`)
        await expect(page.getByRole('banner').getByRole('status')).toContainText(/Opgeslagen|Saved/)
        await shoot('free')
      }
      if (viewport.width >= 1200) {
        await page.goto(`${board}?view=timeline&beside=genogram`)
        await expect(page.locator('.rt-canvas')).toHaveCount(2)
        await expect(page.locator('[data-first-sight]')).toHaveCount(0)
        await expect(page.locator('button[data-person]').first()).toBeAttached()
        await shoot('beside')
      }
      await page.goto(`${board}?view=list`)
      await expect(page.getByRole('banner').getByRole('status')).toContainText(/Opgeslagen|Saved/)
      await shoot('list')
      await page.context().close()
    })
