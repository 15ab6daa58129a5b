import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

let server: TestServer
let link: string
const contexts: BrowserContext[] = []
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  const board = await server.addBoard('Iris en haar familie', 'ann@example.nl')
  link = await server.invite(board, 'participant')
})
test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  await server.dispose()
})

async function joined(browser: Browser, name: string): Promise<BoardOnScreen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Hoe heet je?').fill(name)
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page.getByRole('link', { name: 'Naar het bord' }).click()
  const screen = new BoardOnScreen(page)
  await screen.ready()
  return screen
}

const logOf = (page: Page): Locator => page.getByRole('log')

test('[NWS8] what Bo does is said to Ann, stands in her list, and leads her there by keyboard; her focus stays where it is', async ({
  browser,
}) => {
  const [ann, bo] = [await joined(browser, 'Ann'), await joined(browser, 'Bo')]
  const opener = ann.page.getByRole('button', { name: 'Wie is hier, en wat er veranderde' })
  await opener.focus()
  await bo.page.keyboard.press('n')
  await bo.quick.getByLabel('Wat gebeurde er?').fill('Oma verhuist')
  await bo.page.keyboard.press('Enter')
  await expect(logOf(ann.page)).toContainText('Bo voegde “Oma verhuist” toe')
  await expect(logOf(bo.page)).toHaveText('')
  await expect(opener).toBeFocused()

  await ann.page.keyboard.press('Enter')
  const dialog = ann.page.getByRole('dialog', { name: 'Wie is hier, en wat er veranderde' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Ann (jij)' })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: /^Bo$/ })).toBeVisible()
  const news = dialog.getByRole('button', { name: 'Bo voegde “Oma verhuist” toe' })
  await news.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(ann.title).toHaveValue('Oma verhuist')
})
