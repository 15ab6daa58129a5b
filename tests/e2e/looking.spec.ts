import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
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

const THREAD = 'Wie vraagt het aan Fenna?'

test('[THR4] a chosen red thread stands out on every canvas and in the list, until it is turned off', async ({
  browser,
}) => {
  const { page } = await enter(server, browser, board, 'Bo', { viewport: { width: 1440, height: 900 } })
  const people = page.getByRole('complementary', { name: 'Mensen' })
  const panel = page.getByRole('complementary', { name: 'Terugkijken' })
  const show = (name: string) => page.locator('.rt-header-nav').getByText(name, { exact: true }).click()
  const beads = page.locator('.tl-shapes rect.rt-beads')

  // Her place in the field comes into the thread on her own card.
  await page.getByRole('button', { name: 'Mensen', exact: true }).click()
  await people
    .getByRole('button', { name: /Oma Hetty/ })
    .first()
    .click()
  await people.getByLabel('Voeg toe aan een rode draad').selectOption({ label: THREAD })
  await people.getByRole('button', { name: THREAD, exact: true }).click()
  await expect(panel.getByRole('button', { name: /Oma Hetty/ }).first()).toContainText(
    'plek in het krachtenveld',
  )
  await expect(page.locator('.tl-shapes .rt-lit[data-thread]')).toHaveCount(4)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await show('Geno-sociogram')
  await expect(beads).toHaveCount(1)
  await show('Krachtenveld')
  await expect(beads).toHaveCount(1)
  await show('Lijst')
  await expect(page.locator('main').getByText(`rode draad: ${THREAD}`)).toHaveCount(4)
  await page.getByRole('button', { name: 'Zet uit' }).click()
  await expect(page.locator('main').getByText(`rode draad: ${THREAD}`)).toHaveCount(0)
  expect(await everybodyLeaves()).toEqual([])
})

test('[NOT3] what helped and what is seen stand under the name of who says it, on the card and together', async ({
  browser,
}) => {
  const bo = (await enter(server, browser, board, 'Bo')).page
  const cas = (await enter(server, browser, board, 'Cas', { viewport: { width: 390, height: 844 } })).page
  const panel = bo.getByRole('complementary', { name: 'Terugkijken' })
  await bo.getByRole('button', { name: 'Terugkijken' }).click()
  await panel.getByRole('button', { name: new RegExp(`^${THREAD.replace('?', '\\?')}`) }).click()
  await panel.getByRole('button', { name: 'Zeg wat voor jou hielp' }).click()
  await bo.keyboard.type('dat oma het gewoon vroeg')
  await panel.getByRole('textbox', { name: /Wat hielp niet/ }).fill('over haar praten')
  await panel.getByRole('button', { name: 'Noteer wat je ziet' }).click()
  await panel.getByRole('radio', { name: 'Wat doet dit met ons?' }).click()
  await panel.getByLabel('In je eigen woorden').fill('Het maakt me stil.')
  await panel.getByRole('button', { name: 'Zet erbij' }).click()
  await expect(panel.getByRole('listitem').filter({ hasText: 'Het maakt me stil.' })).toContainText('Bo')

  // Somebody else, by telephone: the same words, and nothing to change them with.
  await cas.getByRole('button', { name: 'Terugkijken' }).first().click()
  const theirs = cas.getByRole('complementary', { name: 'Terugkijken' })
  const note = theirs.getByRole('listitem').filter({ hasText: 'Het maakt me stil.' })
  await expect(note).toContainText('Bo')
  await expect(note.getByRole('button', { name: 'Pas aan' })).toHaveCount(0)
  await note.getByRole('button', { name: `Gaat over rode draad: ${THREAD}` }).click()
  const said = theirs.getByRole('region', { name: 'Wat hielp, en wat niet?' })
  await expect(said).toContainText('dat oma het gewoon vroeg')
  await expect(said).toContainText('over haar praten')
  await expect(said.getByRole('textbox')).toHaveCount(0)
  for (const page of [bo, cas]) {
    const { violations } = await new AxeBuilder({ page }).exclude('.tl-container').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(await everybodyLeaves()).toEqual([])
})

test('[MRG5] two that are the same are made one after it is said what happens, and one undo brings both back', async ({
  browser,
}) => {
  const { page } = await enter(server, browser, board, 'Bo')
  const people = page.getByRole('complementary', { name: 'Mensen' })
  const row = (name: RegExp) => people.getByRole('button', { name }).first()
  await page.getByRole('button', { name: 'Mensen', exact: true }).click()
  await people.getByRole('button', { name: 'Iemand', exact: true }).click()
  await people.getByLabel('Naam', { exact: true }).fill('Omi')
  await people.getByRole('button', { name: 'Zet erbij' }).click()
  await row(/^Omi/).click()
  await people.getByRole('button', { name: 'Staat twee keer op het bord?' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel('Wie is dezelfde als Omi?')
    .selectOption({ label: await optionOf(page, /Oma Hetty/) })
  await dialog.getByRole('radio', { name: /Oma Hetty/ }).click()
  await expect(dialog).toContainText('Alles van Omi staat daarna bij Oma Hetty.')
  await expect(dialog).toContainText('Staat ook bekend als Omi.')
  await dialog.getByRole('button', { name: 'Maak er één van' }).click()
  await expect(people.getByRole('heading', { level: 2 })).toHaveText('Oma Hetty')
  await expect(people.getByRole('listitem').filter({ hasText: 'Staat ook bekend als Omi.' })).toContainText(
    'Bo',
  )
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(people.getByText('Staat ook bekend als Omi.')).toHaveCount(0)
  await people.getByRole('button', { name: 'Terug naar alle mensen' }).click()
  await expect(row(/^Omi/)).toBeVisible()
  await expect(row(/^Oma Hetty/)).toBeVisible()
  expect(await everybodyLeaves()).toEqual([])
})

/** The words of an option as they stand there: name and what tells two of one name apart. */
async function optionOf(page: Page, name: RegExp): Promise<string> {
  return (await page.getByRole('dialog').getByRole('option', { name }).textContent()) ?? ''
}
