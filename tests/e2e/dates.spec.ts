import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Locator } from '@playwright/test'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import type { BoardOnScreen } from './pages/board'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

/** A board about Iris, born in 2005, with her mother, two moments and one that waits for its date. */
async function aboutIris(browser: Browser): Promise<BoardOnScreen> {
  const moments = ['2012;g;Scheiding van haar ouders', '2019;g;Nieuwe school', '?;g;Uithuisplaatsing']
  const ann = await enter(server, browser, await boardWith(server, ...moments), 'Ann')
  const people = await openPeople(ann)
  for (const [name, born] of [
    ['Moeder', '1980'],
    ['Iris', '2005'],
  ] as const) {
    await people.getByRole('button', { name: 'Iemand', exact: true }).click()
    await people.getByRole('textbox', { name: 'Naam', exact: true }).fill(name)
    await people.getByRole('textbox', { name: 'Wanneer geboren?' }).fill(born)
    await people.getByRole('button', { name: 'Zet erbij' }).click()
  }
  await people.getByRole('button', { name: /^Iris/ }).click()
  await people.getByRole('button', { name: 'Dit is om wie het gaat' }).click()
  await ann.openMoment('Uithuisplaatsing')
  return ann
}

async function openPeople({ page }: BoardOnScreen): Promise<Locator> {
  await page.getByRole('button', { name: 'Mensen', exact: true }).click()
  return page.getByRole('complementary', { name: 'Mensen' })
}

/** The moment whose date is asked, as it is read aloud: with what its card says of when. */
const nameOf = (screen: BoardOnScreen) => screen.card('Uithuisplaatsing')

test('[TD1] "toen ze 11 was" is read at once, and the moment stands at that age; with the birth it moves', async ({
  browser,
}) => {
  const ann = await aboutIris(browser)
  await ann.date.fill('toen ze 11 was')
  await expect(ann.panel).toContainText('Wij lezen: toen Iris 11 was (2016 of 2017)')
  await expect(ann.panel.getByRole('button', { name: /^toen Iris 11 was/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await ann.date.press('Enter')
  await expect(nameOf(ann)).toHaveAccessibleName(/toen ze 11 was \(2016 of 2017\)/)
  const before = (await ann.read()).findIndex((words) => words.includes('Uithuisplaatsing'))
  expect(before).toBe(1)

  // The other whom "ze" can be is offered, and taken by one press.
  await ann.panel.getByRole('button', { name: /^toen Moeder 11 was/ }).click()
  await expect(nameOf(ann)).toHaveAccessibleName(/toen ze 11 was \(1991 of 1992\)/)
  await ann.panel.getByRole('button', { name: /^toen Iris 11 was/ }).click()
  await expect(nameOf(ann)).toHaveAccessibleName(/\(2016 of 2017\)/)

  const people = await openPeople(ann)
  await people.getByRole('button', { name: /^Iris/ }).click()
  await people.getByRole('textbox', { name: 'Wanneer geboren?' }).fill('12 mei 2010')
  await ann.page.keyboard.press('Enter')
  await expect(nameOf(ann)).toHaveAccessibleName(/toen ze 11 was \(2021 of 2022\)/)
  expect((await ann.read()).findIndex((words) => words.includes('Uithuisplaatsing'))).toBe(2)
})

test('[TD2] what can be two things is picked by keyboard, and stays picked', async ({ browser }) => {
  const ann = await aboutIris(browser)
  await ann.date.fill('schooljaar 2015')
  await expect(ann.panel).toContainText('Wat bedoel je?')
  await ann.page.keyboard.press('Tab')
  const choices = ann.panel.getByRole('group', { name: 'Kies wat je bedoelt' }).getByRole('button')
  await expect(choices.first()).toBeFocused()
  await ann.page.keyboard.press('Tab')
  await expect(choices.nth(1)).toBeFocused()
  await expect(nameOf(ann)).toHaveAccessibleName(/schooljaar 2015/)
  await ann.page.keyboard.press('Enter')
  await expect(choices.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await expect(nameOf(ann)).toHaveAccessibleName(/schooljaar 2014\/15/)
  await expect(ann.panel).toContainText('Wij lezen: schooljaar 2014/15 (aug 2014 – jul 2015)')
  await ann.date.focus()
  await ann.date.press('Enter')
  await expect(choices.nth(1)).toHaveAttribute('aria-pressed', 'true')
  expect(
    (await new AxeBuilder({ page: ann.page }).include('[aria-label="Moment"]').analyze()).violations,
  ).toEqual([])
})

test('[TD3] what is not understood says so, stays undated and keeps its words; examples and "weten we niet" help', async ({
  browser,
}) => {
  const ann = await aboutIris(browser)
  // The file said "?".
  await expect(ann.panel).toContainText('Datum onbekend. Dat mag.')
  await ann.date.fill('')
  await expect(ann.panel).toContainText('Bijvoorbeeld: zomer 2014')
  await ann.date.fill('toen de kat ziek was')
  await expect(ann.panel).toContainText('Dit snappen we nog niet. We bewaren je woorden.')
  // Read aloud once, after a pause.
  await expect(ann.panel.getByRole('status').filter({ hasText: 'Dit snappen we nog niet' })).toHaveCount(1)
  await ann.page.keyboard.press('Tab')
  await expect(nameOf(ann)).toHaveAccessibleName(/toen de kat ziek was/)
  await expect(ann.date).toHaveValue('toen de kat ziek was')
  expect((await ann.read()).at(-1)).toContain('Uithuisplaatsing')

  await ann.date.fill('')
  await ann.panel.getByRole('button', { name: 'weten we niet' }).click()
  await expect(ann.date).toHaveValue('weten we niet')
  await expect(ann.date).toBeFocused()
  await expect(ann.panel).toContainText('Datum onbekend. Dat mag.')
})

test('[TD4] a moment hangs on another by its words; a drag asks first, and says by how much', async ({
  browser,
}) => {
  const ann = await aboutIris(browser)
  await ann.date.fill('twee jaar na de scheiding')
  await expect(ann.panel).toContainText('Wij lezen: 2 jaar na “Scheiding van haar ouders” (± 2014)')
  await ann.date.press('Enter')
  await expect(nameOf(ann)).toHaveAccessibleName(/twee jaar na de scheiding \(± 2014\)/)
  await ann.page.keyboard.press('Escape')
  await ann.drag('Uithuisplaatsing', (await ann.pixelsPerYear()) * 1.1, 0)
  const dialog = ann.page.getByRole('dialog')
  await expect(dialog).toContainText('“twee jaar na de scheiding”')
  await expect(dialog).toContainText('Je zet het 1 jaar later: ± 2015.')
  await dialog.getByRole('button', { name: 'Laat zo staan' }).click()
  await expect(nameOf(ann)).toHaveAccessibleName(/\(± 2014\)/)
  await ann.drag('Uithuisplaatsing', (await ann.pixelsPerYear()) * 1.1, 0)
  await dialog.getByRole('button', { name: 'Geef een eigen datum' }).click()
  await expect(nameOf(ann)).toHaveAccessibleName(/± 2015/)
})
