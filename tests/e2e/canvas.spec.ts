import { expect, test } from '@playwright/test'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

test('[TE44] far out moments are counted, all of them; a click on a cluster, or Enter, comes nearer until they are cards', async ({
  browser,
}) => {
  const moments = Array.from(
    { length: 24 },
    (_, i) => `${2000 + Math.floor(i / 2)};${i % 2 ? 'g' : 'p'};Stap ${i}.`,
  )
  const ann = await enter(server, browser, await boardWith(server, ...moments), 'Ann')
  const { page } = ann
  const clusters = page.locator('.rt-cluster')
  const far = async () => {
    await page.getByRole('button', { name: 'Alles in beeld' }).click()
    for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Verder weg' }).click()
    await expect(clusters.first()).toBeVisible()
  }
  await far()
  await expect(page.locator('.rt-card')).toHaveCount(0)
  const counted = await clusters.evaluateAll((all) =>
    all.map((one) => Number((one as HTMLElement).dataset['count'])),
  )
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(24)
  expect(counted.length).toBeLessThan(24)
  await page.screenshot({ path: test.info().outputPath('far.png') })
  const { x, y } = await ann.middleOf(clusters.first())
  await page.mouse.click(x, y)
  await expect(page.locator('.rt-card').filter({ visible: true }).first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('near.png') })

  await far()
  const button = page.getByRole('list', { name: 'Groepjes momenten' }).getByRole('button').last()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.rt-card').filter({ visible: true }).first()).toBeVisible()
  await expect(page.locator('button[data-moment]:focus')).toHaveCount(1)
})
