import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { PASSWORD, TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

let server: TestServer
let board: string
let link: string
let readLink: string
const contexts: BrowserContext[] = []
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Iris en haar familie', 'ann@example.nl')
  link = await server.invite(board, 'participant')
  readLink = await server.invite(board, 'viewer')
})
test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  await server.dispose()
})

/** The board with its people panel, as somebody has it before them. */
class WithPeople extends BoardOnScreen {
  get people(): Locator {
    return this.page.getByRole('complementary', { name: 'Mensen' })
  }
  get opener(): Locator {
    return this.page.getByRole('button', { name: 'Mensen', exact: true })
  }
  get name(): Locator {
    return this.people.getByRole('textbox', { name: 'Naam', exact: true })
  }
  get heading(): Locator {
    return this.people.getByRole('heading', { level: 2 })
  }
  row(name: string | RegExp): Locator {
    return this.people.getByRole('button', { name })
  }
  /** Presses Tab until this has the focus, as who has no mouse does. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let i = 0; i < 60; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.tabTo(target)
    await this.page.keyboard.press(key)
  }
}

async function newContext(browser: Browser, viewport = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport })
  contexts.push(context)
  return context.newPage()
}

async function join(page: Page, by: string, name: string): Promise<void> {
  await page.goto(by)
  await page.getByLabel('Hoe heet je?').fill(name)
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page.getByRole('link', { name: 'Naar het bord' }).click()
}

/** Says what the board is for, and opens it. */
async function openToOthers(page: Page): Promise<void> {
  const post = async (rest: string, data?: object) => {
    const headers = { Origin: server.url }
    const answer = await page.request.post(`${server.url}/api/boards/${board}/${rest}`, { data, headers })
    expect(answer.ok()).toBe(true)
  }
  await post('purpose', { purpose: 'Samen kijken', legalBasis: 'consent' })
  await post('open')
}

let ann: WithPeople
let bo: WithPeople

test('[PE11] a name on the timeline becomes a person on all its moments, seen at once by the other', async ({
  browser,
}) => {
  const page = await newContext(browser)
  await page.goto(`${server.url}/signin`)
  await page.locator('input[type=email]').fill('ann@example.nl')
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(`${server.url}/`)
  await openToOthers(page)
  await page.goto(`${server.url}/boards/${board}`)
  ann = new WithPeople(page)
  await ann.ready()
  bo = new WithPeople(await newContext(browser))
  await join(bo.page, link, 'Bo')
  await bo.ready()

  for (const [words, when] of [
    ['Iris wordt geboren', 'rond 2000'],
    ['Opa overlijdt', '2 maart 2009'],
  ] as const) {
    await ann.addMoment('Gezin en netwerk')
    await ann.title.fill(words)
    await ann.date.fill(when)
    await ann.date.press('Tab')
    await ann.panel.getByRole('textbox', { name: 'Naam toevoegen' }).fill('Iris')
    await ann.page.keyboard.press('Enter')
    await ann.page.keyboard.press('Escape')
  }

  await ann.opener.click()
  await expect(ann.heading).toBeFocused()
  await expect(ann.people).toContainText('op 2 momenten')
  await bo.opener.click()
  await ann.row('Wie is Iris?').click()
  await ann.row('Een nieuwe persoon').click()
  await expect(ann.name).toHaveValue('Iris')
  await expect(ann.row(/Opa overlijdt/)).toBeVisible()
  await expect(bo.row(/^Iris/)).toBeVisible()
  await expect(bo.people).not.toContainText('Namen op de tijdlijn')
})

test('[PE12] "om wie het gaat" with a birth "rond 2000" puts honest ages on the axis at once', async () => {
  await ann.people.getByRole('button', { name: 'Dit is om wie het gaat' }).click()
  await expect(ann.people).toContainText('Zeg wanneer deze persoon geboren is.')
  await ann.people.getByRole('textbox', { name: 'Wanneer geboren?' }).fill('rond 2000')
  await expect(ann.people).toContainText('Wij lezen: ± 2000')
  await ann.page.keyboard.press('Enter')
  await expect(ann.people).toContainText('De leeftijd staat bij de jaren op de tijdlijn.')
  for (const { page } of [ann, bo]) {
    const ages = page.locator('.rt-age')
    await expect(ages.filter({ hasText: '± 9 jr' })).toHaveCount(1)
    for (const words of await ages.allTextContents()) expect(words).toMatch(/^± \d+ jr$/)
  }
  await expect(bo.row(/^Iris/)).toContainText('om wie het gaat')
  await expect(bo.row(/^Iris/)).toContainText(/± \d+ jaar/)
})

test('[PE13] a rename is live in the other’s list, card, moment and canvas', async () => {
  await ann.name.press('End')
  await ann.name.pressSequentially(' de Wit')
  await expect(bo.row(/^Iris de Wit/)).toBeVisible()
  await bo.row(/^Iris de Wit/).click()
  await expect(bo.name).toHaveValue('Iris de Wit')
  await ann.name.pressSequentially('te')
  await expect(bo.name).toHaveValue('Iris de Witte')
  await expect(bo.heading).toHaveText('Iris de Witte')
  await bo.row(/Opa overlijdt/).click()
  await expect(bo.title).toHaveValue('Opa overlijdt')
  await expect(bo.panel.getByRole('button', { name: 'Haal Iris de Witte weg' })).toBeVisible()
  await expect(bo.page.locator('.rt-card-who', { hasText: 'Iris de Witte' })).toHaveCount(2)
  await bo.page.keyboard.press('Escape')
  await expect(bo.row(/Opa overlijdt/)).toBeFocused()
})

test('[PE14] a person comes back from the bin whole; who had the card open sees what happened', async () => {
  await expect(ann.people).toContainText('Iris de Witte staat op de tijdlijn (2 momenten).')
  await ann.row('Leg in de prullenbak').click()
  await expect(bo.people).toContainText('Iris de Witte ligt in de prullenbak.')
  await expect(ann.page.locator('.rt-age')).toHaveCount(0)
  await expect(ann.page.locator('.rt-card-who', { hasText: 'Iris' })).toHaveCount(0)
  await bo.row('Terug naar alle mensen').click()
  await bo.row('Prullenbak').click()
  await expect(bo.people.getByRole('listitem')).toContainText('persoon, weggelegd door Ann, vandaag om')
  await bo.row('Zet terug: Iris de Witte').click()
  await expect(bo.people).toContainText('De prullenbak is leeg.')
  await expect(ann.row(/^Iris de Witte/)).toContainText('om wie het gaat')
  await expect(ann.page.locator('.rt-card-who', { hasText: 'Iris de Witte' })).toHaveCount(2)
  await expect(ann.page.locator('.rt-age', { hasText: '± 9 jr' })).toHaveCount(1)
  await bo.page.keyboard.press('Escape')
  await bo.page.keyboard.press('Escape')
  await expect(bo.people).toBeHidden()
  await expect(bo.opener).toBeFocused()
})

test('[PE15] all of it goes by keyboard alone', async () => {
  const { page } = bo
  await page.keyboard.press('Enter')
  await bo.press(bo.row('Organisatie'))
  await page.keyboard.type('Wijkteam')
  await page.keyboard.press('Enter')
  await expect(bo.row(/^Wijkteam/)).toBeFocused()
  // Forms let go by Escape and leave the panel open.
  await page.keyboard.press('Shift+Tab')
  await bo.press(bo.row('Iemand'))
  await page.keyboard.press('Escape')
  await expect(bo.row('Iemand')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(bo.people).toContainText('Schrijf eerst een naam.')
  await page.keyboard.type('Juf Anja')
  await bo.tabTo(bo.people.getByRole('radio').first())
  // As long as a finger needs: the choice is made while the arrow is down.
  for (const circle of ['weten we niet', 'professional']) {
    await page.keyboard.press('ArrowUp', { delay: 80 })
    await expect(bo.people.getByRole('radio', { name: circle })).toBeChecked()
  }
  await page.keyboard.press('Tab')
  await page.keyboard.type('12 mei 1980')
  await expect(bo.people).toContainText('Wij lezen: 12 mei 1980')
  await page.keyboard.press('Enter')
  await expect(bo.row(/^Juf Anja/)).toBeFocused()
  await expect(bo.row(/^Juf Anja/)).toContainText(/professional · \d+ jaar/)
  await page.keyboard.press('Enter')
  await expect(bo.heading).toHaveText('Juf Anja')
  await bo.tabTo(bo.people.getByRole('combobox', { name: 'Bij welke organisatie?' }))
  await page.keyboard.type('Wijk')
  await page.keyboard.press('Escape')
  await expect(bo.row(/^Juf Anja/)).toBeFocused()
  await expect(ann.row(/^Juf Anja/)).toContainText('Wijkteam')
  await page.keyboard.press('Enter')
  await bo.press(bo.row('Leg in de prullenbak'))
  await expect(bo.row(/^Juf Anja/)).toBeHidden()
  await bo.press(page.getByRole('button', { name: 'Ongedaan maken' }))
  await expect(bo.row(/^Juf Anja/)).toContainText('Wijkteam')
})

test('[PE16] an organisation is taken off a moment in the moment itself', async () => {
  const { page } = ann
  await ann.openMoment('Opa overlijdt')
  await ann.panel.getByRole('textbox', { name: 'Naam toevoegen' }).fill('GGZ')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await ann.row('Wie is GGZ?').click()
  await ann.row('Een nieuwe organisatie').click()
  await ann.row(/Opa overlijdt/).click()
  await ann.panel.getByRole('button', { name: 'Haal GGZ weg' }).click()
  await expect(ann.panel.getByRole('button', { name: 'Haal GGZ weg' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(ann.people).toContainText('Nog bij geen moment.')
})

test('[PE17] a reader sees people and bin on a phone, and can change nothing', async ({ browser }) => {
  const page = await newContext(browser, { width: 390, height: 844 })
  await join(page, readLink, 'Cas')
  const cas = new WithPeople(page)
  await cas.opener.click()
  await expect(cas.row(/^Iris de Witte/)).toBeVisible()
  await expect(cas.row('Iemand')).toHaveCount(0)
  const box = await cas.people.boundingBox()
  expect(box).toMatchObject({ x: 0, width: 390 })
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844)
  await cas.row(/^Iris de Witte/).click()
  await expect(cas.people).toContainText('om wie het gaat · ± ')
  await expect(cas.people.locator('input, textarea, select, [role=radio], [aria-pressed]')).toHaveCount(0)
  await expect(cas.row('Leg in de prullenbak')).toHaveCount(0)
  await cas.row(/Opa overlijdt/).click()
  await expect(cas.panel).toContainText('Opa overlijdt')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await cas.row('Prullenbak').click()
  await expect(cas.people).toContainText('De prullenbak is leeg.')
})
