import { expect, test } from '@playwright/test'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())

test('[NWS8] what Bo does is said to Ann, stands in her list, and leads her there by keyboard; her focus stays where it is', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Een begin')
  const ann = await enter(server, browser, board, 'Ann')
  const bo = await enter(server, browser, board, 'Bo')
  const opener = ann.page.getByRole('button', { name: 'Wie is hier, en wat er veranderde' })
  await opener.focus()
  await bo.page.getByRole('button', { name: 'Moment', exact: true }).click()
  await bo.quick.getByLabel('Wat gebeurde er?').fill('Oma verhuist')
  await bo.page.keyboard.press('Enter')
  await expect(ann.page.getByRole('log')).toContainText('Bo voegde “Oma verhuist” toe')
  await expect(bo.page.getByRole('log')).toHaveText('')
  await expect(opener).toBeFocused()

  await ann.page.keyboard.press('Enter')
  const dialog = ann.page.getByRole('dialog', { name: 'Wie is hier, en wat er veranderde' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Ann (jij)' })).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: /^Bo$/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Bo voegde “Oma verhuist” toe' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(ann.title).toHaveValue('Oma verhuist')
  expect(await everybodyLeaves()).toEqual([])
})
