import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { PASSWORD, TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

let server: TestServer
let board: string
let link: string
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Fenna en de werkplaats', 'ann@example.nl', '--example')
  link = await server.invite(board, 'participant')
})
test.afterAll(() => server.dispose())

for (const [locale, viewport] of [
  ['nl-NL', { width: 1440, height: 900 }],
  ['en-GB', { width: 390, height: 844 }],
] as const)
  test(`[AX1] axe finds nothing on any page state, ${locale} at ${viewport.width}×${viewport.height}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale, viewport })
    const page = await context.newPage()
    const found: string[] = []
    const check = async (state: string) => {
      // The watermark and canvas chrome are the canvas library's own, and may not be changed.
      const { violations } = await new AxeBuilder({ page }).exclude('.tl-container').analyze()
      for (const { id, nodes } of violations)
        found.push(`${state}: ${id} ${nodes.map((node) => node.html).join(' | ')}`)
    }
    await page.goto(`${server.url}/signin`)
    await check('sign-in')
    await page.goto(link)
    await check('join')
    await page.goto(`${server.url}/join/nothing`)
    await check('unknown link')
    await page.goto(`${server.url}/signin`)
    await page.locator('input[type=email]').fill('ann@example.nl')
    await page.locator('input[autocomplete=current-password]').fill(PASSWORD)
    await page.locator('form button[type=submit]').click()
    await page.waitForURL(`${server.url}/`)
    await check('boards')
    await page.goto(`${server.url}/boards/${board}`)
    const screen = new BoardOnScreen(page)
    await expect(screen.status).toContainText(/Opgeslagen|Saved/)
    await expect(page.getByRole('button', { name: 'Moment', exact: true })).toBeVisible()
    await check('board')
    await page.getByRole('button', { name: 'Elke woensdag' }).first().press('Enter')
    await expect(screen.panel).toBeVisible()
    await check('moment')
    await page.keyboard.press('Escape')
    await expect(screen.panel).toBeHidden()
    if (viewport.width > 600) await checkCanvasMenus(page, check)
    await page.getByRole('button', { name: /^(Uitnodigen|Invite)$/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('invite')
    await page.goto(`${server.url}/boards/${board}?view=list`)
    await expect(page.getByRole('button', { name: 'Moment', exact: true })).toBeVisible()
    await check('list')
    await page.getByRole('button', { name: /^(Lijn|Line)$/ }).click()
    await check('line')
    await page.getByRole('button', { name: 'Moment', exact: true }).click()
    await check('new moment')
    expect(found).toEqual([])
    await context.close()
  })

/** What opens from the frame around the canvas, and beside a video call. */
async function checkCanvasMenus(page: Page, check: (state: string) => Promise<void>): Promise<void> {
  const close = async (dialog: string) => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: dialog })).toBeHidden()
  }
  await page.getByRole('button', { name: 'Moment', exact: true }).click()
  await check('moment in a line')
  await close('Nieuw moment')
  await page.getByRole('button', { name: 'Weergave' }).click()
  await check('display')
  await page.getByRole('button', { name: 'Kanten en lijnen' }).click()
  await expect(page.getByRole('dialog', { name: 'Kanten en lijnen' })).toBeVisible()
  await check('lanes')
  await close('Kanten en lijnen')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible()
  await check('keys')
  await close('Toetsen')
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 720, height: 800 })
  await page.getByRole('navigation', { name: 'Hoe wil je kijken?' }).getByRole('button').click()
  await check('beside a video call')
  await page.keyboard.press('Escape')
  await page.setViewportSize(before)
}
