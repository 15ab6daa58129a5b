import { expect, test, type Browser, type Page } from '@playwright/test'
import { modelOf } from './fixtures/familyModel'
import { everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { around, drag, drawn, lookAt, people, person, placeOf } from './pages/genogram'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

const example = () => server.addBoard('Het verhaal van Fenna', 'ann@example.nl', '--example')
const look = (browser: Browser, board: string, name: string) => lookAt(server, browser, board, name)
const bonds = (page: Page) => page.locator('[data-shape-id^="shape:bond-"]')

/** Where somebody stands in the picture, whatever a screen looks at. Page units. */
const standsAt = (page: Page, name: string) =>
  drawn(page, name).evaluate((shape) => {
    const { e, f } = new DOMMatrix(shape.style.transform)
    return { x: e, y: f }
  })

const everybodyElse = (page: Page, name: string) =>
  page
    .locator('[data-shape-type="rotonde-person"]')
    .filter({ hasNotText: name })
    .evaluateAll((shapes) =>
      shapes.map(
        (shape) => `${(shape as HTMLElement).dataset['shapeId']} ${(shape as HTMLElement).style.transform}`,
      ),
    )

test('[GV22] with the mouse a line is drawn from one person to another, and said in words; drawn to nobody it is none', async ({
  browser,
}) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  const { mouse } = ann.page
  const before = await bonds(ben.page).count()
  await person(ann.page, 'Mees').focus()
  const from = await ann.middleOf(around(ann.page, 'Mees').getByRole('button', { name: 'Band' }))
  const drawTo = async (to: { x: number; y: number }) => {
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await mouse.move(to.x, to.y, { steps: 4 })
    // What is being drawn can be seen.
    await expect(ann.page.locator('body > svg line')).toBeVisible()
    await mouse.up()
    await expect(ann.page.locator('body > svg line')).toHaveCount(0)
  }
  const dialog = ann.page.getByRole('dialog')
  const ruben = await placeOf(ann.page, 'Ruben')
  // Above the oldest, where nobody can stand.
  const nobody = { x: ruben.x, y: 110 }
  await drawTo(nobody)
  await expect(dialog).toHaveCount(0)
  await expect(ann.page.getByText('Met wie heeft Mees een band?')).toBeHidden()

  await drawTo(ruben)
  await expect(dialog).toHaveAccessibleName('Wat is er tussen Mees en Ruben?')
  await dialog.getByRole('radio', { name: 'zorgt voor', exact: true }).click()
  await dialog.getByRole('radio', { name: 'Ruben zorgt voor Mees' }).click()
  await dialog.getByRole('button', { name: 'Teken dit' }).click()
  await expect(ann.page.getByRole('complementary', { name: 'Band' })).toContainText('Ruben zorgt voor Mees')
  await expect(bonds(ben.page)).toHaveCount(before + 1)
  await ben.page.getByRole('button', { name: 'Het verhaal tot nu toe' }).click()
  await expect(ben.page.getByRole('dialog')).toContainText('Ruben zorgt voor Mees')
  await ann.page.getByRole('button', { name: 'Sluit deze band' }).click()
  await ann.page.keyboard.press('Control+z')
  await expect(bonds(ben.page)).toHaveCount(before)
})

test('[GV23] by touch on a tablet: a tap on a person, and the buttons around the symbol add a partner and their child', async ({
  browser,
}) => {
  const board = await example()
  const size = { viewport: { width: 1024, height: 768 }, hasTouch: true }
  const { page } = await lookAt(server, browser, board, 'Ann', size)
  const dialog = page.getByRole('dialog')
  const add = async (of: string, as: string, name: string) => {
    const { x, y } = await placeOf(page, of)
    await page.touchscreen.tap(x, y)
    const button = around(page, of).getByRole('button', { name: as, exact: true })
    // A finger needs room, also beside the panel that the tap opened.
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40)
    await button.tap()
    await dialog.getByRole('textbox', { name: 'Naam', exact: true }).fill(name)
  }
  await add('Karim', 'Partner', 'Yara')
  await dialog.getByRole('radio', { name: 'vrouw' }).tap()
  await dialog.getByRole('button', { name: 'Zet erbij' }).tap()
  await expect(dialog).toHaveCount(0)
  await expect(person(page, 'Yara')).toHaveText(/partner van Karim/)
  await add('Yara', 'Kind', 'Noor')
  await dialog.getByRole('radio', { name: 'van Yara en Karim' }).tap()
  await dialog.getByRole('button', { name: 'Zet erbij' }).tap()
  await expect(dialog).toHaveCount(0)
  await expect(person(page, 'Noor')).toHaveText(/kind van (Karim en Yara|Yara en Karim)/)
  await expect(people(page).getByRole('button')).toHaveCount(15)
})

test('[GV24] who was put somewhere stays there while the family grows, for who comes later too; "Netjes zetten" brings them where the server says', async ({
  browser,
}) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  const before = await standsAt(ann.page, 'Karim')
  await drag(ann.page, 'Karim', 90, 60)
  await ann.page.mouse.up()
  const put = await standsAt(ann.page, 'Karim')
  expect(put).not.toEqual(before)
  await expect.poll(() => standsAt(ben.page, 'Karim')).toEqual(put)

  const others = await everybodyElse(ben.page, 'Karim')
  await person(ben.page, 'Mees').focus()
  await ben.page.keyboard.press('b')
  const dialog = ben.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Naam', exact: true }).fill('Noor')
  await dialog.getByRole('button', { name: 'Zet erbij' }).click()
  await expect(person(ann.page, 'Noor')).toBeAttached()
  // The family made room for the new sister or brother; who was put somewhere did not move along.
  await expect.poll(() => everybodyElse(ann.page, 'Karim')).not.toEqual(expect.arrayContaining(others))
  await ann.page.reload()
  const cem = await look(browser, board, 'Cem')
  for (const { page } of [ann, ben, cem]) await expect.poll(() => standsAt(page, 'Karim')).toEqual(put)

  await cem.page.getByRole('button', { name: 'Netjes zetten' }).click()
  await cem.saved()
  const id = await drawn(cem.page, 'Karim').getAttribute('data-shape-id')
  const { places } = await modelOf(server, board, 'the end')
  const tidy = places.find((place) => place.id === id)
  expect(tidy).not.toMatchObject(put)
  // A browser keeps four decimals of a place.
  const there = { x: expect.closeTo(tidy?.x ?? NaN), y: expect.closeTo(tidy?.y ?? NaN) }
  for (const { page } of [ann, ben, cem]) await expect.poll(() => standsAt(page, 'Karim')).toEqual(there)
})
