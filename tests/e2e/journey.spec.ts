import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { randomInt } from 'node:crypto'
import { foreignRequests } from './fixtures/requests'
import { PASSWORD, TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

let server: TestServer
const contexts: BrowserContext[] = []
const foreign: string[][] = []
const violations: string[] = []
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  server = await TestServer.start()
})
test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  await server.dispose()
})

/** A browser of somebody's own; what it asks elsewhere and what the policy stops is kept for the end. */
async function newPerson(browser: { newContext(): Promise<BrowserContext> }): Promise<Page> {
  const context = await browser.newContext()
  contexts.push(context)
  foreign.push(foreignRequests(context, server.url))
  const page = await context.newPage()
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (error) => violations.push(error.message))
  return page
}

let ann: BoardOnScreen
let bo: BoardOnScreen
let boardUrl: string
let joinLink: string
let returnLink: string

test('[JO1] Ann makes the first account by the one-time link, a board, and an invitation; Bo joins without an account', async ({
  browser,
}) => {
  const page = await newPerson(browser)
  const setup = /(http\S+\/setup\?token=\S+)/.exec(server.output)?.[1] ?? ''
  await page.goto(setup)
  await page.getByLabel('Je naam').fill('Ann')
  await page.getByLabel('Je organisatie').fill('De Brug')
  await page.getByLabel('E-mailadres').fill('ann@example.nl')
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Maak account' }).click()
  await page.getByRole('button', { name: 'Nieuw bord' }).click()
  await page.getByLabel('Titel').fill('Iris en haar familie')
  await page.getByLabel('Welke vraag ligt op tafel?').fill('Wat heeft Iris nodig?')
  await page.getByRole('button', { name: 'Maak bord' }).click()
  await page.waitForURL(/\/boards\/[\w-]+$/)
  boardUrl = page.url()
  ann = new BoardOnScreen(page)
  await ann.ready()

  await page.getByRole('button', { name: 'Uitnodigen' }).click()
  await page.getByLabel('Waarvoor gebruik je dit bord?').fill('Samen kijken waarom de hulp vastliep.')
  await page.getByRole('radio', { name: /^Toestemming/ }).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Openstellen' }).click()
  await page.getByLabel('Voor hoeveel mensen?').fill('2')
  await page.getByRole('button', { name: 'Maak link' }).click()
  joinLink = await page.getByLabel('Stuur deze link').inputValue()
  await page.keyboard.press('Escape')

  const boPage = await newPerson(browser)
  await boPage.goto(joinLink)
  await boPage.getByLabel('Hoe heet je?').fill('Bo')
  await boPage.getByRole('button', { name: 'Doe mee' }).click()
  returnLink = await boPage.getByLabel('Jouw link').inputValue()
  await boPage.getByRole('link', { name: 'Naar het bord' }).click()
  bo = new BoardOnScreen(boPage)
  await bo.ready()
})

test('[JO2] both add and edit moments at once, and each sees the other’s cursor by name', async () => {
  await Promise.all([ann.addMoment('Professionals'), bo.addMoment('Gezin en netwerk')])
  await Promise.all([
    ann.title.pressSequentially('Hulp aan huis begint', { delay: 15 }),
    bo.title.pressSequentially('Opa overlijdt', { delay: 15 }),
  ])
  await ann.date.fill('voorjaar 2011')
  await expect(ann.panel).toContainText('Wij lezen: lente 2011')
  await bo.date.fill('2 maart 2012')
  await expect(bo.panel).toContainText('Wij lezen: 2 mrt 2012')
  for (const person of [ann, bo]) {
    await person.date.press('Tab')
    await person.saved()
    await person.page.keyboard.press('Escape')
    await expect(person.card('Hulp aan huis begint')).toBeAttached()
    await expect(person.card('Opa overlijdt')).toBeAttached()
  }
  await ann.page.mouse.move(500, 400)
  await ann.page.mouse.move(520, 420)
  await bo.page.mouse.move(700, 500)
  await bo.page.mouse.move(720, 520)
  await expect(bo.cursorOf('Ann')).toBeVisible()
  await expect(ann.cursorOf('Bo')).toBeVisible()
})

test('[JO3] text appears letter by letter, and two who type in one description lose no letter', async () => {
  await ann.openMoment('Hulp aan huis begint')
  await bo.openMoment('Hulp aan huis begint')
  await ann.description.focus()
  for (const soFar of ['s', 'st', 'sta', 'stap']) {
    await ann.page.keyboard.type(soFar.slice(-1))
    await expect(bo.description).toHaveValue(soFar)
  }
  const [first, second] = ['abcdefghijklmnopqrstuvwxyz', '0123456789012345678901234']
  await bo.description.focus()
  await bo.page.keyboard.press('Control+Home')
  await Promise.all([
    ann.description.pressSequentially(first, { delay: 12 }),
    bo.page.keyboard.type(second, { delay: 14 }),
  ])
  for (const person of [ann, bo]) {
    await expect(person.description).toHaveValue(new RegExp(`^.{${4 + first.length + second.length}}$`))
    const value = await person.description.inputValue()
    expect(value.replace(/\d/g, '')).toBe(`stap${first}`)
    expect(value.replace(/\D/g, '')).toBe(second)
  }
  await Promise.all([ann.saved(), bo.saved()])
})

test('[JO4] after a SIGKILL while both type, all that was called saved is there, seen from a third browser', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  for (const person of [ann, bo]) await person.page.keyboard.press('Escape')
  await Promise.all([ann.addMoment('Professionals'), bo.addMoment('Gezin en netwerk')])
  await ann.title.fill('Woorden van Ann')
  await bo.title.fill('Woorden van Bo')
  // Looks all the time, as a person might: what stood there whenever the screen said "Opgeslagen"?
  const watch = () => {
    const seen = { saved: '' }
    Object.assign(window, { seen })
    setInterval(() => {
      const status = document.querySelector('header [role=status]')?.textContent ?? ''
      const field = document.activeElement
      if (
        status.includes('Opgeslagen') &&
        !status.includes('Nog niet') &&
        field instanceof HTMLTextAreaElement
      )
        seen.saved = field.value
    }, 5)
  }
  for (const person of [ann, bo]) {
    await person.description.focus()
    await person.page.evaluate(watch)
  }
  // As people type: a word, a breath, a word.
  const typing = [ann, bo].map(async ({ page }) => {
    while (!page.isClosed()) {
      await page.keyboard.type('dit mag niet weg ', { delay: 18 }).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, randomInt(20, 250)))
    }
  })
  await expect.poll(() => ann.description.inputValue()).toMatch(/^.{60}/s)
  await server.kill()
  const saved = await Promise.all(
    [ann, bo].map((person) =>
      person.page.evaluate(() => (window as unknown as { seen: { saved: string } }).seen.saved),
    ),
  )
  await expect(ann.status).toContainText('Nog niet opgeslagen')
  await Promise.all([ann.page.close({ runBeforeUnload: false }), bo.page.close({ runBeforeUnload: false })])
  await Promise.all(typing)
  await server.start()

  const third = new BoardOnScreen(await newPerson(browser))
  await third.page.goto(joinLink)
  await third.page.getByLabel('Hoe heet je?').fill('Cas')
  await third.page.getByRole('button', { name: 'Doe mee' }).click()
  await third.page.getByRole('link', { name: 'Naar het bord' }).click()
  await third.ready()
  for (const [i, words] of ['Woorden van Ann', 'Woorden van Bo'].entries()) {
    await third.openMoment(words)
    expect(saved[i]?.length).toBeGreaterThan(10)
    expect((await third.description.inputValue()).startsWith(saved[i] ?? '')).toBe(true)
    await third.page.keyboard.press('Escape')
  }
})

test('[JO5] Bo’s return link makes Bo the same participant on another device', async ({ browser }) => {
  const page = await newPerson(browser)
  await page.goto(returnLink)
  await page.getByRole('button', { name: 'Ja, dat ben ik' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/return/'))
  await page.goto(boardUrl)
  const again = new BoardOnScreen(page)
  await again.ready()
  await again.openMoment('Opa overlijdt')
  const annPage = await contexts[0]?.newPage()
  const sharing = (await (
    await annPage?.request.get(`${boardUrl.replace('/boards', '/api/boards')}/invites`)
  )?.json()) as {
    members: { name: string }[]
  }
  expect(sharing.members.map(({ name }) => name).sort()).toEqual(['Ann', 'Bo', 'Cas'])
})

test('[JO6] no request left for any other host, and the content policy had nothing to stop', () => {
  expect(foreign.flat()).toEqual([])
  expect(violations).toEqual([])
})
