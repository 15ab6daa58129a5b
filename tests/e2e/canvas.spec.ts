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

test('[TE49] a timeline can be read before the canvas is there, and nothing moves when it comes', async ({
  browser,
}) => {
  const board = await boardWith(
    server,
    ...Array.from({ length: 30 }, (_, i) => `${2000 + Math.floor(i / 2)};${i % 2 ? 'g' : 'p'};Stap ${i}.`),
    ';g;Ooit',
  )
  const cookie = await server.join(await server.invite(board, 'participant'), 'Ann')
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const [key = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name: key, value, url: server.url }])
  const page = await context.newPage()
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch()
    if ((await response.text()).includes('tl-container')) await released
    await route.fulfill({ response })
  })
  // The page has not loaded while something of it is held back.
  await page.goto(`${server.url}/boards/${board}`, { waitUntil: 'commit' })
  const first = page.locator('[data-first-sight] .rt-card')
  await expect(first.first()).toBeVisible()
  const places = () =>
    page.locator('.rt-card:visible').evaluateAll((cards) =>
      cards
        .map((card) => ({ words: card.textContent, box: card.getBoundingClientRect() }))
        .filter(
          ({ box }) => box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
        )
        .map(
          ({ words, box }) => `${words} ${[box.x, box.y, box.width, box.height].map(Math.round).join(' ')}`,
        )
        .sort(),
    )
  // What is drawn inherits nothing from the canvas that it did not have before.
  const lines = () =>
    page
      .locator('.rt-axis')
      .last()
      .evaluate((axis) => {
        const { strokeLinecap, strokeLinejoin, fontFamily, fontWeight, letterSpacing } =
          getComputedStyle(axis)
        return { strokeLinecap, strokeLinejoin, fontFamily, fontWeight, letterSpacing }
      })
  const linesBefore = await lines()
  const before = await places()
  const paper = await page
    .locator('[data-first-sight]')
    .evaluate((place) => getComputedStyle(place).backgroundColor)
  expect(before.length).toBeGreaterThan(5)
  await page.screenshot({ path: test.info().outputPath('first.png') })
  release()
  await expect(page.locator('[data-first-sight]')).toHaveCount(0)
  expect(await places()).toEqual(before)
  expect(await lines()).toEqual(linesBefore)
  await expect(page.locator('.tl-background')).toHaveCSS('background-color', paper)
  await page.screenshot({ path: test.info().outputPath('canvas.png') })
  await context.close()
})
