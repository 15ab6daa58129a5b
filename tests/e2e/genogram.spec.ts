import { expect, test, type Browser } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { bigTree } from '@/lib/exchange/gedcom/test-kit'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { around, drag, drawn, expectAt, lookAt, people, person, placeOf } from './pages/genogram'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

const look = (browser: Browser, board: string, name: string) => lookAt(server, browser, board, name)
const example = () => server.addBoard('Het verhaal van Fenna', 'ann@example.nl', '--example')

test('[GV14] everybody of the case is there, each said with parents and partner; a click opens who it is', async ({
  browser,
}) => {
  const { page } = await look(browser, await example(), 'Ann')
  await expect(page).toHaveURL(/view=genogram/)
  await expect(people(page).getByRole('button')).toHaveCount(13)
  await expect(person(page, 'Fenna')).toHaveText(
    /Fenna, \d+ jaar, om wie het gaat; dochter van Rianne en Ruben/,
  )
  await expect(person(page, 'Ruben')).toHaveText(/partner van Rianne/)
  const { x, y } = await placeOf(page, 'Mees')
  await page.mouse.click(x, y)
  const panel = page.getByRole('complementary', { name: 'Mensen' })
  await expect(panel.getByRole('textbox', { name: 'Naam', exact: true })).toHaveValue('Mees')
  await page.reload()
  await expect(person(page, 'Fenna')).toBeAttached()
})

test('[GV15] who is dragged stands there for the others too; undo puts them back, and so does "Netjes zetten"', async ({
  browser,
}) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  const before = await placeOf(ben.page, 'Karim')
  const moved = { x: before.x + 90, y: before.y + 60 }
  await drag(ann.page, 'Karim', 90, 60)
  // Somebody else changes the family meanwhile: the hand is not disturbed.
  await person(ben.page, 'Mees').focus()
  await ben.page.keyboard.press('Alt+ArrowDown')
  const tidy = ann.page.getByRole('button', { name: 'Netjes zetten' })
  await expect(tidy).toBeVisible()
  await expectAt(ann.page, 'Karim', moved)
  await ann.page.mouse.up()
  await expectAt(ben.page, 'Karim', moved)
  await ann.page.keyboard.press('Control+z')
  await expectAt(ben.page, 'Karim', before)
  await ann.page.keyboard.press('Control+Shift+z')
  await expectAt(ben.page, 'Karim', moved)
  await tidy.click()
  await expectAt(ben.page, 'Karim', before)
  await expect(tidy).toBeHidden()
  await ann.page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expectAt(ben.page, 'Karim', moved)
})

test('[GV16] by keyboard alone: from person to person, a child, a relation, and throwing away', async ({
  browser,
}) => {
  const { page } = await look(browser, await example(), 'Ann')
  const { keyboard } = page
  await person(page, 'Fenna').focus()
  await keyboard.press('ArrowRight')
  await expect(person(page, 'Mees')).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(person(page, 'Rianne')).toBeFocused()
  await expect(around(page, 'Rianne')).toBeVisible()
  await keyboard.press('k')
  const dialog = page.getByRole('dialog', { name: 'Kind van Rianne' })
  await dialog.getByRole('textbox', { name: 'Naam', exact: true }).fill('Noor')
  await keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(person(page, 'Noor')).toBeFocused()
  await keyboard.press('r')
  await expect(page.getByText('Met wie heeft Noor een band?')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByText('Met wie heeft Noor een band?')).toBeHidden()
  await keyboard.press('r')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  const bond = page.getByRole('dialog', { name: /Wat is er tussen Noor en/ })
  await bond.getByText('hechte band', { exact: true }).click()
  await bond.getByRole('button', { name: 'Teken dit' }).click()
  await expect(page.getByRole('complementary', { name: 'Band' })).toContainText('Noor')
  await keyboard.press('Escape')
  await person(page, 'Noor').focus()
  await keyboard.press('Delete')
  await expect(person(page, 'Noor')).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(person(page, 'Noor')).toHaveCount(1)
})

test('[GV17] somebody else throws away who is selected and in the hand: nothing breaks', async ({
  browser,
}) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  await person(ann.page, 'Mees').focus()
  await expect(around(ann.page, 'Mees')).toBeVisible()
  await person(ben.page, 'Mees').focus()
  await ben.page.keyboard.press('Delete')
  await expect(person(ann.page, 'Mees')).toHaveCount(0)
  await expect(around(ann.page, 'Mees')).toBeHidden()
  await expect(people(ann.page).locator('button:focus')).toHaveCount(1)
  await drag(ann.page, 'Karim', 60, 40)
  await person(ben.page, 'Karim').focus()
  await ben.page.keyboard.press('Delete')
  await expect(drawn(ann.page, 'Karim')).toHaveCount(0)
  await ann.page.mouse.up()
  await expect(people(ann.page).getByRole('button')).toHaveCount(11)
  await drag(ann.page, 'Fenna', 20, 20)
  await ann.page.mouse.up()
  await expect(ann.page.getByRole('button', { name: 'Netjes zetten' })).toBeVisible()
})

test('[GV18] an arrow holds on to a person who moves, and is on no other page', async ({ browser }) => {
  const { page } = await look(browser, await example(), 'Ann')
  await page.getByRole('button', { name: 'Pijl' }).click()
  const { x, y } = await placeOf(page, 'Karim')
  await page.mouse.move(x + 200, y + 200)
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 6 })
  await page.mouse.up()
  const arrow = page.locator('[data-shape-type="arrow"]')
  await expect(arrow).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  const before = await arrow.boundingBox()
  await drag(page, 'Karim', 120, 0)
  await page.mouse.up()
  await expect.poll(async () => (await arrow.boundingBox())?.width).not.toBe(before?.width)
  await page.getByRole('link', { name: 'Tijdlijn' }).click()
  await expect(page.getByRole('list', { name: 'Momenten op volgorde van datum' })).toBeAttached()
  await expect(arrow).toHaveCount(0)
  await page.getByRole('link', { name: 'Geno-sociogram' }).click()
  await expect(arrow).toHaveCount(1)
})

test('[GV19] an empty geno-sociogram asks whom it is about', async ({ browser }) => {
  const board = await server.addBoard('Nog leeg', 'ann@example.nl')
  const { page } = await look(browser, board, 'Ann')
  await page.getByRole('textbox', { name: 'Naam' }).fill('Iris')
  await page.getByRole('button', { name: 'Zet erbij' }).click()
  await expect(person(page, 'Iris')).toHaveText(/Iris, om wie het gaat/)
  await expect(page.getByRole('heading', { name: 'Wie gaat het om?' })).toBeHidden()
})

test('[GV34] a family of 1,300 from a file is drawn by a thread of its own, and everybody stands where the file of the picture has them', async ({
  browser,
}) => {
  const board = await server.addBoard('Een grote familie', 'ann@example.nl')
  const tree = `${test.info().outputDir}.ged`
  writeFileSync(tree, bigTree(1_300))
  await server.cli(['board', 'import', board, tree, '--kind', 'gedcom'])
  const { page } = await enter(server, browser, board, 'Ann')
  const sight = page.waitForEvent('worker')
  await page.getByRole('link', { name: 'Geno-sociogram' }).click()
  await sight
  await expect(people(page).getByRole('button')).toHaveCount(1_300)
  await expect(page.getByText('De familie wordt getekend…')).toHaveCount(0)
  /** Where each who is in view stands, and the words there. */
  const seen = () =>
    page.locator('[data-shape-type="rotonde-person"] svg > g').evaluateAll((all) =>
      all.map((one) => ({
        place: one.getAttribute('transform') ?? '',
        words: one.textContent.replaceAll(/\s/g, ''),
      })),
    )
  await expect.poll(async () => (await seen()).length).toBeGreaterThan(10)
  const picture = `${test.info().outputDir}.svg`
  await server.cli(['board', 'export', board, '--view', 'genogram', '--format', 'svg', '--out', picture])
  const titled = /<g transform="([^"]+)"[^>]*>\s*<title>([^<]+)</g
  const inFile = new Map(
    [...readFileSync(picture, 'utf8').matchAll(titled)].map(([, place = '', name = '']) => [place, name]),
  )
  const astray = (await seen()).filter(
    ({ place, words }) => !words.includes(inFile.get(place)?.replaceAll(/\s/g, '') ?? 'nobody there'),
  )
  expect(astray).toEqual([])
})
