import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { PASSWORD, TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

const DENISE = readFileSync('tests/fixtures/denise.csv', 'utf8')

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())

interface Exported {
  people: unknown[]
  events: { title: string; date: string | null; side: string; names: string[] }[]
}
const exported = async (board: string) => JSON.parse(await server.cli(['board', 'export', board])) as Exported

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/signin`)
  await page.getByLabel('E-mailadres').fill('ann@example.nl')
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(`${server.url}/`)
}

test('[IM1] denise.csv by command line: 21 moments, 4 undated, on the right sides, names kept as text', async () => {
  const board = await server.addBoard('Denise', 'ann@example.nl')
  const dry = JSON.parse(
    await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv', '--dry-run']),
  ) as object
  expect(dry).toMatchObject({ events: 21, people: 0, undated: 4, warnings: [] })
  expect((await exported(board)).events).toHaveLength(0)
  await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv'])
  const { events, people } = await exported(board)
  expect(people).toEqual([])
  expect(events).toHaveLength(21)
  expect(events.filter((event) => event.date === null)).toHaveLength(4)
  expect(events.filter((event) => event.side === 'professional')).toHaveLength(10)
  expect(events.find((event) => event.title.startsWith('Opname'))).toMatchObject({
    date: '2012~',
    names: ['jeugd-ggz'],
  })
})

test('[IM2] a file with 3 bad lines imports nothing until they are let go, and then all but those 3', async ({
  page,
}) => {
  const board = await server.addBoard('Met fouten', 'ann@example.nl')
  const lines = DENISE.trimEnd().split('\n')
  lines.splice(3, 0, '31-02-2015;feit;gezin;Denise;feit;;Een datum die niet bestaat')
  lines.splice(9, 0, '2015;flauwekul;gezin;Denise;feit;;Een soort die niet bestaat')
  lines.push('2016;feit;gezin;Denise;feit;;')
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}`)
  await new BoardOnScreen(page).ready()
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bestand inlezen' }).click()
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: 'fouten.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('21 momenten gevonden')
  await expect(dialog).toContainText('3 regels kunnen we niet lezen')
  for (const line of ['Regel 4', 'Regel 10', 'Regel 25']) await expect(dialog).toContainText(line)
  const submit = dialog.getByRole('button', { name: 'Zet 21 momenten op het bord' })
  await expect(submit).toBeDisabled()
  expect((await exported(board)).events).toHaveLength(0)
  await dialog.getByRole('checkbox', { name: 'Sla deze 3 regels over' }).check()
  await submit.click()
  await expect(page.getByRole('status').filter({ hasText: '21 momenten staan op het bord' })).toBeVisible()
  expect((await exported(board)).events).toHaveLength(21)
})

test('[IM3] approximate and uncertain dates are drawn as such, and a name becomes a person when confirmed', async ({
  page,
}) => {
  const board = await server.addBoard('Denise', 'ann@example.nl')
  await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv'])
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}`)
  const screen = new BoardOnScreen(page)
  await screen.ready()
  await expect(screen.card('Opname in de jeugd-ggz')).toHaveAccessibleName(/± 2012/)
  await expect(screen.card('Tien maanden op een crisisgroep')).toHaveAccessibleName(/2013–2014 \(\?\)/)
  await screen.card('Denise wordt geboren').focus()
  await page.keyboard.press('Enter')
  await screen.panel.getByRole('button', { name: /^Denise/ }).click()
  await page.getByRole('button', { name: 'Een nieuwe persoon' }).click()
  await expect.poll(async () => (await exported(board)).people).toHaveLength(1)
  const { events } = await exported(board)
  expect(events.some((event) => event.names.includes('Denise'))).toBe(false)
})

test('[IM4] a file that is no text and one of a hundred thousand lines are refused in words, and the board stays as it is', async ({
  page,
}) => {
  const board = await server.addBoard('Vijandig', 'ann@example.nl')
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}`)
  await new BoardOnScreen(page).ready()
  const line = 'zomer 2014;feit;gezin;Denise;feit;;Oma overlijdt\n'
  const files = [
    {
      name: 'foto.csv',
      buffer: readFileSync('tests/fixtures/csv/a-picture.csv'),
      says: 'Dit is geen tekstbestand',
    },
    {
      name: 'lang.csv',
      buffer: Buffer.from(DENISE.split('\n')[0] + '\n' + line.repeat(100_000)),
      says: 'Dit bestand is te groot',
    },
  ]
  for (const { says, ...file } of files) {
    // The route itself, as a program would ask it.
    const answer = await page.request.post(`${server.url}/api/boards/${board}/import?preview=1`, {
      data: file.buffer,
      headers: { 'content-type': 'application/octet-stream', origin: server.url },
    })
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toMatchObject({
      problem: file.name === 'foto.csv' ? 'not-text' : 'too-large',
    })
    await page.getByRole('button', { name: 'Meer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Bestand inlezen' }).click()
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ ...file, mimeType: 'text/csv' })
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(says)
    await expect(dialog.getByRole('button', { name: /op het bord/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  expect((await exported(board)).events).toHaveLength(0)
})
