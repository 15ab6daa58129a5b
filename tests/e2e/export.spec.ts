import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PASSWORD, TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/signin`)
  await page.getByLabel('E-mailadres').fill('ann@example.nl')
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(`${server.url}/`)
}

test('[XP20] the command line writes every format to a file, and says in words why a file cannot be read', async () => {
  const board = await server.addBoard('Denise', 'ann@example.nl')
  await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv'])
  const starts = {
    pdf: '%PDF-1.7',
    png: '\u0089PNG',
    svg: '<svg',
    docx: 'PK',
    html: '<!doctype html>',
    csv: 'ï»¿datum',
    json: '{',
  }
  for (const [format, start] of Object.entries(starts)) {
    const out = join(tmpdir(), `rotonde-export-${board}.${format}`)
    await server.cli(['board', 'export', board, '--format', format, '--out', out, '--pseudonyms'])
    expect(readFileSync(out).toString('latin1').slice(0, start.length)).toBe(start)
    expect(statSync(out).size).toBeGreaterThan(500)
  }
  await expect(server.cli(['board', 'import', board, 'tests/fixtures/csv/a-workbook.csv'])).rejects.toThrow(
    /no text file/,
  )
})

test('[XP19] a PDF from the menu by keyboard: it is kept under the name of the board, and says so', async ({
  page,
}) => {
  const board = await server.addBoard('Denise', 'ann@example.nl')
  await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv'])
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}`)
  await new BoardOnScreen(page).ready()
  await page.getByRole('button', { name: 'Meer', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Bewaar als bestand' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Bewaar als bestand' })
  await expect(dialog.getByRole('radio', { name: /PDF/ })).toBeChecked()
  const make = dialog.getByRole('button', { name: 'Maak het bestand' })
  const downloading = page.waitForEvent('download')
  await make.focus()
  await page.keyboard.press('Enter')
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Denise.pdf')
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await expect(dialog.getByRole('status')).toContainText('Denise.pdf staat bij je downloads')
  await expect(make).toBeFocused()

  // An answer that does not come: stopping it is said, and nothing is kept.
  await page.route('**/export?*', () => {})
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByRole('status')).toContainText('Gestopt')

  const answer = await page.request.get(`${server.url}/api/boards/${board}/export?format=csv`)
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'private, no-store',
  })
  expect((await page.request.get(`${server.url}/api/boards/${board}/export?format=exe`)).status()).toBe(400)
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`[XP23] axe finds nothing on the dialog of files or on the web page, at ${viewport.width}×${viewport.height}`, async ({
    page,
  }) => {
    const board = await server.addBoard('Denise', 'ann@example.nl')
    await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv'])
    await page.setViewportSize(viewport)
    await signIn(page)
    await page.goto(`${server.url}/boards/${board}`)
    await page.getByRole('button', { name: 'Meer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Bewaar als bestand' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bewaar als bestand' })
    await expect(dialog.getByRole('button', { name: 'Maak het bestand' })).toBeVisible()
    const found = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])

    const answer = await page.request.get(`${server.url}/api/boards/${board}/export?format=html`)
    await page.setContent(await answer.text())
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Denise')
    const onPage = await new AxeBuilder({ page }).analyze()
    expect(onPage.violations.map(({ id }) => id)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

test('[XP24] the print page: sheets lying and standing, one page of paper for each, in our own letters', async ({
  page,
}) => {
  const board = await server.addBoard('Denise', 'ann@example.nl')
  await server.cli(['board', 'import', board, 'tests/fixtures/denise.csv'])
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}/print`)
  await page.getByRole('radio', { name: 'A4' }).click()
  for (const [choice, wide] of [
    ['Liggend', true],
    ['Staand', false],
  ] as const) {
    await page.getByRole('radio', { name: choice }).click()
    const sheets = page.getByRole('article').locator('div > svg')
    await expect
      .poll(async () => {
        const [w = 0, h = 0] = ((await sheets.first().getAttribute('viewBox')) ?? '')
          .split(' ')
          .slice(2)
          .map(Number)
        return w > 0 && w > h === wide
      })
      .toBe(true)
    const count = await sheets.count()
    await expect(sheets.last()).toContainText(`Blad ${count} van ${count}`)
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => document.fonts.check('700 14px "Atkinson Hyperlegible Next"'))).toBe(
      true,
    )
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(count)
  }
})
