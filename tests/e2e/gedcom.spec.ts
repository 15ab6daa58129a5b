import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { PASSWORD, TestServer } from './fixtures/server'

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

test('[GED26] a family file shows what it brings and what stays behind, its people are in the list, and go out again', async ({
  page,
}) => {
  const board = await server.addBoard('Stamboom', 'ann@example.nl')
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}`)
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bestand inlezen' }).click()
  const dialog = page.getByRole('dialog')
  const file = dialog.locator('input[type=file]')

  await file.setInputFiles('tests/fixtures/gedcom/only-head.ged')
  await expect(dialog).toContainText('In dit bestand staan geen mensen')
  await expect(dialog.getByRole('button', { name: /op het bord/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Kies een ander bestand' }).click()

  await file.setInputFiles('tests/fixtures/gedcom/seven.ged')
  await expect(dialog).toContainText('4 mensen gevonden')
  await expect(dialog).toContainText('2 partnerrelaties')
  await expect(dialog).toContainText('2 momenten voor de tijdlijn')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Dr. Anna Visser (Ans)' })).toContainText(
    'geboren rond de oogst, overleden',
  )
  const warnings = dialog.getByRole('list', { name: 'Let hierop' })
  await expect(warnings).toContainText('Het bestand noemt dit vertrouwelijk (1×)')
  await expect(warnings).toContainText('Regel 13: CONFIDENTIAL, LOCKED')
  const leftOut = dialog.getByRole('list', { name: 'Dit komt niet mee' })
  await expect(leftOut).toContainText('NOTE 1×')
  const found = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(found.violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: 'Zet 4 mensen op het bord' }).click()
  await expect(dialog.getByRole('status')).toContainText('4 mensen staan op het bord')
  await dialog.getByRole('button', { name: 'Sluit' }).last().click()

  await page.getByRole('button', { name: 'Mensen', exact: true }).click()
  const people = page.getByRole('complementary', { name: 'Mensen' })
  for (const name of ['Dr. Anna Visser (Ans)', 'Bram', 'Cis', 'Dik'])
    await expect(
      people.getByRole('button', { name: new RegExp(`^${name.replaceAll(/[().]/g, '\\$&')}`) }),
    ).toBeVisible()

  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bewaar als bestand' }).click()
  await page.getByText('Stamboom (GEDCOM)').click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Maak het bestand' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Stamboom.ged')
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain('\n2 VERS 7.0\n')
  for (const name of ['Dr. Anna Visser (Ans)', 'Bram', 'Cis', 'Dik'])
    expect(text).toContain(`\n1 NAME ${name}\n`)
})

test('[GED28] the wrong file is taken off again in one step, and comes back with one', async ({ page }) => {
  const board = await server.addBoard('Vergissing', 'ann@example.nl', '--example')
  await signIn(page)
  await page.goto(`${server.url}/boards/${board}`)
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bestand inlezen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles('tests/fixtures/gedcom/seven.ged')
  await dialog.getByRole('button', { name: 'Zet 4 mensen op het bord' }).click()
  await dialog.getByRole('button', { name: 'Haal alles er weer af' }).click()
  await expect(dialog.getByRole('status')).toHaveText(/in de prullenbak/)
  await expect(dialog.getByRole('button', { name: 'Haal alles er weer af' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Mensen', exact: true }).click()
  const people = page.getByRole('complementary', { name: 'Mensen' })
  const anna = people.getByRole('button', { name: /^Dr\. Anna Visser/ })
  await expect(people.getByRole('button', { name: /^Fenna/ })).toBeVisible()
  await expect(anna).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(anna).toBeVisible()
  await expect(people.getByRole('button', { name: /^Fenna/ })).toBeVisible()
})

test('[GED26] by command line: a dry run counts and changes nothing, and what was exported is imported again', async () => {
  const board = await server.addBoard('Opdracht', 'ann@example.nl')
  const fixture = 'tests/fixtures/gedcom/seven.ged'
  const dry = JSON.parse(
    await server.cli(['board', 'import', board, fixture, '--kind', 'gedcom', '--dry-run']),
  ) as { warnings: { line: number; message: string }[] }
  const counts = { people: 4, partnerships: 2, parentages: 3, relations: 2, events: 2 }
  expect(dry).toMatchObject({ ...counts, leftOut: { NOTE: 1 } })
  expect(dry.warnings).toContainEqual({ line: 13, message: 'restricted: CONFIDENTIAL, LOCKED' })
  const people = async () =>
    (JSON.parse(await server.cli(['board', 'export', board])) as { people: unknown[] }).people
  expect(await people()).toEqual([])
  expect(JSON.parse(await server.cli(['board', 'import', board, fixture]))).toMatchObject(counts)
  expect(await people()).toHaveLength(4)
  const out = `${test.info().outputDir}.ged`
  await server.cli(['board', 'export', board, '--format', 'gedcom', '--out', out])
  const other = await server.addBoard('Opnieuw', 'ann@example.nl')
  expect(JSON.parse(await server.cli(['board', 'import', other, out]))).toMatchObject({
    ...counts,
    events: 0,
  })
  await expect(
    server.cli(['board', 'import', other, 'tests/fixtures/gedcom/not-a-tree.ged', '--kind', 'gedcom']),
  ).rejects.toThrow(/no family tree/)
})
