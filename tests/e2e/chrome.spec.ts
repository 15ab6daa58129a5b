import { expect, test, type Page } from '@playwright/test'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import type { BoardOnScreen } from './pages/board'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterEach(async () => {
  expect(await everybodyLeaves()).toEqual([])
})
test.afterAll(() => server.dispose())

const openLanes = async ({ page }: BoardOnScreen) => {
  await page.getByRole('button', { name: 'Weergave' }).click()
  await page.getByRole('button', { name: 'Kanten en lijnen' }).click()
  return page.getByRole('dialog', { name: 'Kanten en lijnen' })
}

const canvasOf = async (page: Page) => (await page.locator('.tl-canvas').boundingBox())!

for (const viewport of [
  { width: 720, height: 800 },
  { width: 960, height: 540 },
])
  test(`[LN13] at ${viewport.width}×${viewport.height} the canvas keeps its room, also under an open panel`, async ({
    browser,
  }) => {
    const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
    const ann = await enter(server, browser, board, 'Ann', { viewport })
    const before = await canvasOf(ann.page)
    expect(before.height / viewport.height).toBeGreaterThanOrEqual(0.8)
    expect(before.width / viewport.width).toBeGreaterThanOrEqual(0.95)
    await ann.openMoment('Opa valt')
    expect(await canvasOf(ann.page)).toEqual(before)
    await ann.page.keyboard.press('Escape')
    await expect(ann.panel).toBeHidden()
    await expect(ann.card('Opa valt')).toBeFocused()
    const sideways = await ann.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  })

test('[LN14] beside a video call views are one menu and tools one button', async ({ browser }) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const ann = await enter(server, browser, board, 'Ann', { viewport: { width: 960, height: 540 } })
  await expect(ann.tools.getByRole('button', { name: 'Tekenen' })).toHaveCount(0)
  await ann.page.getByRole('button', { name: 'Moment', exact: true }).click()
  const dialog = ann.page.getByRole('dialog', { name: 'Nieuw moment' })
  await dialog.getByRole('button', { name: 'Tekenen' }).click()
  await expect(dialog.getByRole('button', { name: 'Tekenen' })).toHaveAttribute('aria-pressed', 'true')
  await ann.page.keyboard.press('Escape')
  await ann.page.getByRole('navigation', { name: 'Hoe wil je kijken?' }).getByRole('button').click()
  await ann.page.getByRole('menuitemradio', { name: 'Lijst' }).click()
  await expect(ann.page).toHaveURL(/view=list/)
  await expect(ann.page.getByRole('heading', { name: '2014' })).toBeVisible()
})

test('[LN15] a moment is added in one line, without a panel', async ({ browser }) => {
  const ann = await enter(server, browser, await boardWith(server, '2010;g;Begin'), 'Ann')
  await ann.card('Begin').focus()
  await ann.page.keyboard.press('n')
  await ann.page.keyboard.type('Oma overlijdt')
  await ann.page.keyboard.press('Tab')
  await ann.page.keyboard.type('zomer 2014')
  await expect(ann.quick).toContainText('Wij lezen: zomer 2014')
  await ann.page.keyboard.press('Enter')
  await expect(ann.card('Oma overlijdt')).toHaveAccessibleName(/zomer 2014\. Gezin en netwerk/)
  await expect(ann.panel).toBeHidden()
  const words = ann.quick.getByLabel('Wat gebeurde er?')
  await expect(words).toBeFocused()
  await expect(words).toHaveValue('')
  await ann.page.keyboard.press('Enter')
  await expect(ann.quick).toContainText('Schrijf eerst een paar woorden.')
  await ann.page.keyboard.type('Half')
  await ann.page.keyboard.press('Escape')
  await expect(ann.quick).toBeHidden()
  await expect(ann.card('Begin')).toBeFocused()
  await ann.page.keyboard.press('n')
  await expect(words).toHaveValue('Half')
})

test('[LN16] lanes are added, renamed, moved, folded for everybody, and taken away', async ({ browser }) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const ann = await enter(server, browser, board, 'Ann')
  const bo = await enter(server, browser, board, 'Bo')
  const dialog = await openLanes(ann)
  await dialog.getByLabel('Nieuwe lijn').fill('Wijkteam')
  await dialog.getByLabel('Nieuwe lijn').press('Enter')
  const names = () =>
    dialog
      .getByRole('list', { name: 'Van boven naar beneden' })
      .getByRole('textbox')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  await expect.poll(names).toEqual(['Professionals', 'Gezin en netwerk', 'Wijkteam'])
  const name = dialog.getByLabel('Naam van Wijkteam')
  await name.fill('De wijk')
  await name.press('Enter')
  await dialog.getByLabel('Naam van De wijk').focus()
  for (let i = 0; i < 3; i++) await ann.page.keyboard.press('Alt+ArrowUp')
  await expect.poll(names).toEqual(['De wijk', 'Professionals', 'Gezin en netwerk'])
  await expect(dialog.getByLabel('Naam van De wijk')).toBeFocused()
  await dialog.getByRole('button', { name: 'De wijk omlaag' }).click()
  await expect.poll(names).toEqual(['Professionals', 'De wijk', 'Gezin en netwerk'])

  const grip = ann.page.getByTitle('Sleep deze lijn')
  const from = await ann.middleOf(grip.nth(1))
  const to = await ann.middleOf(grip.nth(2))
  await ann.page.mouse.move(from.x, from.y)
  await ann.page.mouse.down()
  await ann.page.mouse.move(to.x, to.y + 15, { steps: 5 })
  await ann.page.mouse.up()
  await expect.poll(names).toEqual(['Professionals', 'Gezin en netwerk', 'De wijk'])

  await dialog.getByRole('button', { name: 'Klap Gezin en netwerk dicht' }).click()
  await expect(
    bo.page.getByRole('button', { name: 'Klap Gezin en netwerk open voor iedereen' }),
  ).toBeVisible()
  await bo.page.getByRole('button', { name: 'Klap Gezin en netwerk open voor iedereen' }).click()
  await expect(dialog.getByRole('button', { name: 'Klap Gezin en netwerk dicht' })).toBeVisible()

  await bo.addMoment('De wijk')
  await bo.page.keyboard.type('Keukentafel')
  await bo.saved()
  await expect(dialog.getByRole('listitem').nth(3)).toContainText('1 moment')
  await dialog.getByRole('button', { name: 'Haal De wijk weg' }).click()
  await dialog.getByLabel('Waar moet 1 moment naartoe?').selectOption({ label: 'Professionals' })
  await dialog.getByRole('button', { name: 'Haal weg', exact: true }).click()
  await expect.poll(names).toEqual(['Professionals', 'Gezin en netwerk'])
  await expect(bo.card('Keukentafel')).toHaveAccessibleName(/Professionals\.$/)
})

test('[LN17] how the line is drawn changes for everybody', async ({ browser }) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const ann = await enter(server, browser, board, 'Ann')
  const bo = await enter(server, browser, board, 'Bo')
  const before = await bo.pixelsPerYear()
  await ann.page.getByRole('button', { name: 'Weergave' }).click()
  const menu = ann.page.getByRole('dialog', { name: 'Weergave' })
  await expect(menu).toContainText('Iedereen op dit bord ziet dit zo.')
  await menu.getByRole('button', { name: 'Breder' }).click()
  await menu.getByRole('button', { name: 'Breder' }).click()
  await expect.poll(async () => (await bo.pixelsPerYear()) / before).toBeCloseTo(2, 1)
  await menu.getByRole('radio', { name: 'Lege stukken inkorten' }).click()
  await bo.page.getByRole('button', { name: 'Weergave' }).click()
  await expect(bo.page.getByRole('radio', { name: 'Lege stukken inkorten' })).toBeChecked()
})

test('[LN18] a question mark shows every key, and stays a question mark where somebody types', async ({
  browser,
}) => {
  const ann = await enter(server, browser, await boardWith(server, '2010;g;Begin'), 'Ann')
  await ann.card('Begin').focus()
  await ann.page.keyboard.press('?')
  const dialog = ann.page.getByRole('dialog', { name: 'Toetsen' })
  await expect(dialog).toContainText('Nieuw moment')
  await ann.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await ann.openMoment('Begin')
  await ann.title.focus()
  await ann.page.keyboard.press('End')
  await ann.page.keyboard.press('?')
  await expect(ann.title).toHaveValue('Begin?')
  await expect(dialog).toBeHidden()
})

for (const width of [390, 320])
  test(`[PH1] at ${width} px nothing scrolls sideways and fingers have room`, async ({ browser }) => {
    const long = 'Jeugdhulpverleningsorganisatiecoördinatie'
    const board = await boardWith(server, `2014;g;Opa valt van de trap ${long}`, '2016;p;School', ';g;Ooit')
    const size = { viewport: { width, height: width === 320 ? 568 : 844 }, hasTouch: true, isMobile: true }
    const ann = await enter(server, browser, board, 'Ann', size)
    const check = async () => {
      const found = await ann.page.evaluate(() => {
        const wide = document.documentElement.scrollWidth - window.innerWidth
        const low = [...document.querySelectorAll('main button, main input, main [role=radio]')]
          .filter((one) => !one.closest('.sr-only') && one.getAttribute('aria-hidden') !== 'true')
          .filter((one) => (one as HTMLElement).offsetHeight > 0 && (one as HTMLElement).offsetHeight < 40)
        return { wide, low: low.map((one) => one.outerHTML.slice(0, 80)) }
      })
      expect(found).toEqual({ wide: 0, low: [] })
    }
    await check()
    await ann.page.getByRole('button', { name: 'Lijn', exact: true }).tap()
    await check()
    await ann.page.getByRole('button', { name: 'Moment', exact: true }).tap()
    await check()
  })

test('[PH2] line and list show the same moments, and the choice is remembered', async ({ browser }) => {
  const board = await boardWith(server, '2016;p;School', '2014;g;Opa valt', ';g;Ooit')
  const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const ann = await enter(server, browser, board, 'Ann', size)
  await ann.page.getByRole('button', { name: 'Lijn', exact: true }).tap()
  const line = ann.page.getByRole('list', { name: 'De tijdlijn van boven naar beneden' }).getByRole('button')
  await expect(line).toHaveText([/Opa valt/, /School/, /Ooit/])
  await line.first().tap()
  await expect(ann.title).toHaveValue('Opa valt')
  await ann.page.reload()
  await expect(line).toHaveCount(3)
})

test('[PH3] what was typed is there again after the page was loaded anew', async ({ browser }) => {
  const board = await boardWith(server, '2016;p;School')
  const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const ann = await enter(server, browser, board, 'Ann', size)
  const form = ann.page.getByRole('form', { name: 'Nieuw moment' })
  await ann.page.getByRole('button', { name: 'Moment', exact: true }).tap()
  await form.getByLabel('Wat wil je vertellen?').fill('Half verteld')
  await form.getByLabel('Wanneer ongeveer?').fill('zomer 2014')
  await ann.page.reload()
  await expect(form.getByLabel('Wat wil je vertellen?')).toHaveValue('Half verteld')
  await expect(form).toContainText('Wij lezen: zomer 2014')
  await form.getByRole('button', { name: 'Zet erbij' }).tap()
  await ann.saved()
  await ann.page.reload()
  await expect(ann.page.getByRole('button', { name: /Half verteld/ })).toBeVisible()
  await expect(form).toBeHidden()
})

test('[PH4] a phone never loads the canvas, nor does the list', async ({ browser }) => {
  const board = await boardWith(server, '2016;p;School')
  /** How many of the scripts that a page has loaded, once nothing more comes, hold the canvas library. */
  const canvasIn = async (width: number, view: string) => {
    const { page } = await enter(server, browser, board, `Ann ${view} ${width}`, {
      viewport: { width, height: 844 },
    })
    await page.goto(`${server.url}/boards/${board}?view=${view}`)
    await page.waitForLoadState('networkidle')
    const scripts = await page.evaluate(() => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name)
      const ofScripts = names.filter((name) => new URL(name).pathname.endsWith('.js'))
      return Promise.all(ofScripts.map(async (name) => (await fetch(name)).text()))
    })
    expect(scripts.length).toBeGreaterThan(0)
    return scripts.filter((text) => text.includes('tl-container')).length
  }
  expect(await canvasIn(390, 'timeline')).toBe(0)
  expect(await canvasIn(1280, 'list')).toBe(0)
  expect(await canvasIn(1280, 'timeline')).toBeGreaterThan(0)
})
