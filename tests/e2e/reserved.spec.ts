import AxeBuilder from '@axe-core/playwright'
import { LOCK } from '@/lib/timeline/icons'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { addEvent } from '@/lib/case/commands/events'
import { readCase } from '@/lib/case/doc'
import { actor } from '@/lib/case/test-kit'
import { ask, signIn } from './fixtures/http'
import { boardWith } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { stockProvider } from './fixtures/sockets'
import { BoardOnScreen } from './pages/board'

/** Planted in what is reserved; nobody who is not admitted may hold it. */
const MARKER = 'ZEVENBLADSTEEN'

test.setTimeout(300_000)

let server: TestServer
let ann: string
const contexts: BrowserContext[] = []
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  ann = (await signIn(server, 'ann@example.nl')).cookie
})
test.afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())))
test.afterAll(() => server.dispose())

/** Adds a moment to what is reserved on the board, as Ann's own device would; resolves when it is durable. */
async function plant(board: string, title: string): Promise<void> {
  const { provider, doc, saved } = stockProvider(server, `${board}.reserved`, ann)
  await expect.poll(() => provider.synced && saved.count > 0).toBe(true)
  const before = saved.count
  const said = { kind: 'family', side: 'family', date: '2016', originalText: 'in 2016', title } as const
  addEvent(doc, { ...actor(`planted-${title.length}`), newId: () => `planted-${title.length}` }, said)
  await expect.poll(() => saved.count).toBeGreaterThan(before)
  provider.destroy()
}

test('[RS17] no answer, file, log or row holds a byte of it for who is not admitted', async () => {
  const board = await boardWith(server, '2014;g;Verhuisd')
  const bo = await server.join(await server.invite(board, 'participant'), 'Bo')
  await plant(board, `${MARKER} thuis`)
  const handedIn = await ask(server, `/api/boards/${board}/reserved/proposals`, {
    method: 'POST',
    cookie: bo,
    json: { kind: 'note', text: `${MARKER} van Bo` },
    headers: { origin: server.url },
  })
  expect(handedIn).toMatchObject({ status: 201 })
  expect(handedIn.text).not.toContain(MARKER)

  const formats = ['json', 'csv', 'html', 'svg', 'pdf', 'png', 'docx']
  const exported = (format: string, more = '') => `/api/boards/${board}/export?format=${format}${more}`
  for (const at of [
    '/',
    `/boards/${board}`,
    `/boards/${board}/phone`,
    `/boards/${board}/print`,
    `/api/boards/${board}/reserved`,
    `/api/boards/${board}/members`,
    ...formats.map((format) => exported(format)),
  ]) {
    const answer = await ask(server, at, { cookie: bo })
    expect([at, answer.status]).toEqual([at, 200])
    expect([at, answer.text.includes(MARKER)]).toEqual([at, false])
  }
  for (const format of formats)
    expect((await ask(server, exported(format, '&reserved=1'), { cookie: bo })).status).toBe(403)

  // Who is admitted chooses; what is left out is left out of hers too, and the file says which it is.
  const says = {
    json: '"reserved": true',
    csv: ';besloten',
    html: 'Niet voor iedereen',
    svg: 'Niet voor iedereen',
  }
  for (const [format, words] of Object.entries(says)) {
    const without = await ask(server, exported(format), { cookie: ann })
    expect([format, without.text.includes(MARKER), without.text.includes(words)]).toEqual([
      format,
      false,
      false,
    ])
    const whole = await ask(server, exported(format, '&reserved=1'), { cookie: ann })
    expect([format, whole.text.includes(MARKER), whole.text.includes(words)]).toEqual([format, true, true])
    expect(decodeURIComponent(whole.headers.get('content-disposition') ?? '')).toContain('- besloten')
  }
  expect(await server.cli(['board', 'export', board])).not.toContain(MARKER)
  expect(await server.cli(['board', 'export', board, '--reserved'])).toContain(MARKER)

  expect(server.output).not.toContain(MARKER)
  for (const file of readdirSync(server.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /sqlite/.test(name),
  ))
    expect([file, readFileSync(path.join(server.dataDir, file)).includes(MARKER)]).toEqual([file, false])
})

test('[RS17] a board that is not yours and one that is not there answer the same', async () => {
  const board = await boardWith(server, '2014;g;Verhuisd')
  const eve = await server.join(
    await server.invite(await boardWith(server, '2014;g;Elders'), 'participant'),
    'Eva',
  )
  const post = { method: 'POST', json: { principalId: 'x' }, headers: { origin: server.url } }
  const note = { ...post, json: { kind: 'note', text: 'iets' } }
  for (const [more, how] of [
    ['', {}],
    ['', post],
    ['/x', { ...post, method: 'DELETE' }],
    ['/proposals', note],
  ] as const) {
    const [theirs, none] = await Promise.all(
      [board, 'x'.repeat(22)].map((id) =>
        ask(server, `/api/boards/${id}/reserved${more}`, { ...how, cookie: eve }),
      ),
    )
    expect([theirs?.status, theirs?.text]).toEqual([404, none?.text])
  }
})

/** The board on a screen of somebody's own, and every byte that its sockets received. */
async function look(browser: Browser, board: string, cookie: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  contexts.push(context)
  const [key = '', ...value] = cookie.split('=')
  await context.addCookies([{ name: key, value: value.join('='), url: server.url }])
  const page = await context.newPage()
  const frames: Buffer[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload))),
  )
  await page.goto(`${server.url}/boards/${board}`)
  // The canvas is the slowest to come; what is tested begins after it.
  await page.getByRole('button', { name: 'Moment', exact: true }).waitFor({ timeout: 60_000 })
  const screen = new BoardOnScreen(page)
  await screen.ready()
  return { page, screen, holds: (words: string) => Buffer.concat(frames).includes(words) }
}

async function whoSeesWhat(page: Page) {
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Wie ziet wat?' }).click()
  return page.getByRole('dialog', { name: 'Wie ziet wat?' })
}

/** "Laat Bo toe", and the yes to what that means. */
async function decide(page: Page, button: string): Promise<void> {
  const dialog = await whoSeesWhat(page)
  await dialog.getByRole('button', { name: button }).click()
  const sure = page.getByRole('dialog').filter({ hasText: 'Wat gezien is, is gezien.' })
  await sure.getByRole('button', { name: /^Laat/ }).click()
  await expect(sure).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test('[RS18] who is let in sees it appear and works in it; who is let in no more sees it go, for good', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Verhuisd')
  const cookie = await server.join(await server.invite(board, 'participant'), 'Bo')
  await plant(board, MARKER)
  const [hers, his] = [await look(browser, board, ann), await look(browser, board, cookie)]
  await expect(hers.screen.drawn(MARKER)).toContainText('besloten')
  await expect(his.screen.drawn('Verhuisd')).toBeVisible()

  const text = await whoSeesWhat(his.page)
  await expect(text).toContainText('Jij mag het niet openen.')
  await expect(text.getByRole('button', { name: /toe$/ })).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page: his.page }).include('[role=dialog]').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await his.page.keyboard.press('Escape')
  expect(his.holds(MARKER)).toBe(false)

  await decide(hers.page, 'Laat Bo toe')
  await expect(his.screen.drawn(MARKER)).toBeVisible()
  await his.screen.openMoment(MARKER)
  await expect(his.screen.panel).toContainText('alleen voor wie het weten mag')
  await his.screen.title.press('End')
  await his.screen.title.pressSequentially(' van Bo')
  // On the card itself the words stand on two lines.
  await expect(hers.screen.card(`${MARKER} van Bo`)).toBeAttached()
  await his.screen.saved()
  await his.page.keyboard.press('Escape')

  await decide(hers.page, 'Laat Bo niet meer toe')
  await expect(his.page.getByText('Je mag wat besloten is niet meer openen.')).toBeVisible()
  await expect(his.screen.drawn(MARKER)).toHaveCount(0)
  await plant(board, `${MARKER} WIKKE`)
  await expect(hers.screen.drawn('WIKKE')).toBeVisible()
  // The open board still works for him, and nothing new of the other came with it.
  await hers.screen.openMoment('Verhuisd')
  await hers.screen.title.press('End')
  await hers.screen.title.pressSequentially(' in mei')
  await expect(his.screen.drawn('Verhuisd in mei')).toBeVisible()
  await his.page.reload()
  await his.screen.ready()
  await expect(his.screen.drawn('Verhuisd in mei')).toBeVisible()
  await expect(his.screen.drawn(MARKER)).toHaveCount(0)
  expect(his.holds('WIKKE')).toBe(false)
})

test('[RS19] what somebody hands in is read by who may know; a moment goes out of sight and back', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Ruzie thuis')
  const cookie = await server.join(await server.invite(board, 'participant'), 'Bo')
  const [hers, his] = [await look(browser, board, ann), await look(browser, board, cookie)]
  const dialog = await whoSeesWhat(his.page)
  await expect(dialog).toContainText('Alleen wie het weten mag, leest het: Ann.')
  await dialog.getByLabel('Wat wil je kwijt?').fill(`${MARKER} gezegd`)
  await dialog.getByRole('button', { name: 'Lever in' }).click()
  await expect(dialog.getByText('Ingeleverd. Je kunt het zelf niet meer lezen.')).toBeVisible()
  const list = await whoSeesWhat(hers.page)
  await expect(list.getByText(`${MARKER} gezegd`)).toBeVisible()
  await expect(list).toContainText('van Bo')
  await hers.page.keyboard.press('Escape')

  await hers.screen.openMoment('Ruzie thuis')
  await hers.screen.panel.getByRole('button', { name: 'Maak besloten' }).click()
  const sure = hers.page.getByRole('dialog', { name: 'Besloten maken?' })
  await expect(sure).toContainText('Wat gezien is, is gezien')
  await sure.getByRole('button', { name: 'Maak besloten' }).click()
  await expect(his.screen.drawn('Ruzie thuis')).toHaveCount(0)
  await expect(hers.screen.drawn('Ruzie thuis')).toContainText('besloten')
  await hers.page.keyboard.press('Escape')
  await hers.screen.tools.getByRole('button', { name: 'Terug', exact: true }).click()
  await expect(his.screen.drawn('Ruzie thuis')).toBeVisible()
  await expect(hers.screen.drawn('Ruzie thuis')).not.toContainText('besloten')
  expect(his.holds(MARKER)).toBe(false)
  const { provider, doc } = stockProvider(server, `${board}.reserved`, ann)
  await expect.poll(() => readCase(doc).notes.map(({ text }) => text)).toEqual([`${MARKER} gezegd`])
  expect(readCase(doc).events).toEqual([])
  provider.destroy()
})

test('[RS24] the author of a secret, or of a line of violence, is asked who may see it; nothing is written before', async ({
  browser,
}) => {
  const board = await server.addBoard('Voorbeeld', 'ann@example.nl', '--example')
  const { page, screen } = await look(browser, board, ann)
  const exported = async (more = '') => {
    const { text } = await ask(server, `/api/boards/${board}/export?format=json${more}`, { cookie: ann })
    const { people, relations } = JSON.parse(text) as {
      people: { name: string; secret: boolean }[]
      relations: { type: string }[]
    }
    const violence = relations.filter(({ type }) => type === 'violence').length
    return { secret: people.find(({ name }) => name === 'Ruben')?.secret, violence }
  }
  await page.goto(`${server.url}/boards/${board}?view=list`)
  await page.getByRole('button', { name: 'Familie en netwerk' }).click()
  await page
    .getByRole('button', { name: /^Ruben/ })
    .first()
    .click()
  const panel = page.getByRole('complementary', { name: 'Mensen' })
  await panel.getByRole('button', { name: 'Meer over diegene' }).click()
  const secret = panel.getByLabel('Is hier een geheim?')
  const question = page.getByRole('dialog', { name: 'Wie mag dit zien?' })
  await secret.selectOption('yes')
  await expect(question.getByRole('radio', { name: /Iedereen aan tafel/ })).toBeChecked()
  await question.getByRole('button', { name: 'Annuleren' }).click()
  await expect(secret).toHaveValue('no')
  expect(await exported('&reserved=1')).toEqual({ secret: false, violence: 0 })

  const keepForFew = async () => {
    await question.getByRole('radio', { name: /Alleen wie het weten mag/ }).check({ force: true })
    await question.getByRole('button', { name: 'Zo doen we het' }).click()
    await expect(question).toBeHidden()
    await screen.saved()
  }
  await secret.selectOption('yes')
  await keepForFew()
  await expect(secret).toHaveValue('yes')
  expect(await exported()).toEqual({ secret: false, violence: 0 })
  expect(await exported('&reserved=1')).toEqual({ secret: true, violence: 0 })

  await panel.getByLabel('Hoe is het met…').selectOption({ label: 'Rianne' })
  await panel.getByRole('button', { name: 'Zeg het' }).click()
  const chooser = page.getByRole('dialog', { name: /Wat is er tussen/ })
  await chooser.getByRole('searchbox').fill('geweld')
  await chooser.getByRole('radio', { name: 'geweld', exact: true }).check({ force: true })
  await chooser.getByRole('button', { name: 'Teken dit' }).click()
  await keepForFew()
  expect(await exported()).toEqual({ secret: false, violence: 0 })
  expect(await exported('&reserved=1')).toEqual({ secret: true, violence: 1 })

  // Taken away where it was said.
  await secret.selectOption('no')
  await screen.saved()
  expect(await exported('&reserved=1')).toEqual({ secret: false, violence: 1 })

  // Who may see it sees at the line that others do not.
  await page.goto(`${server.url}/boards/${board}?view=genogram`)
  await expect(page.locator(`.rt-geno path[d="${LOCK}"]`)).toHaveCount(1)
})
