import { expect, test } from '@playwright/test'
import sharp from 'sharp'
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
        .map(({ words, box }) => ({ words, place: [box.x, box.y, box.width, box.height] }))
        .sort((a, b) => (a.words < b.words ? -1 : 1)),
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
  const after = await places()
  expect(after.map(({ words }) => words)).toEqual(before.map(({ words }) => words))
  // Less than half a pixel is no movement, but two ways to reckon.
  const moved = after.flatMap(({ place }, i) => place.map((at, side) => at - (before[i]?.place[side] ?? 0)))
  expect(Math.max(...moved.map(Math.abs))).toBeLessThan(0.5)
  expect(await lines()).toEqual(linesBefore)
  await expect(page.locator('.tl-background')).toHaveCSS('background-color', paper)
  await page.screenshot({ path: test.info().outputPath('canvas.png') })
  await context.close()
})

test('[FST1] drawing that is fastened to a moment goes where the moment goes, for everybody, until it is loosened', async ({
  browser,
}) => {
  const board = await boardWith(server, '2010;g;Eerst', '2014;g;Opa valt', '2020;p;Laatst')
  const [ann, bo] = await Promise.all([
    enter(server, browser, board, 'Ann'),
    enter(server, browser, board, 'Bo'),
  ])
  const inkOf = ({ page }: typeof ann) => page.locator('.tl-shape[data-shape-type=draw]')
  /** How far the drawing stands from the card, in the pixels of this screen. */
  const apart = async (one: typeof ann) => {
    const [ink, card] = await Promise.all([inkOf(one).boundingBox(), one.drawn('Opa valt').boundingBox()])
    return ink && card ? [Math.round(ink.x - card.x), Math.round(ink.y - card.y)] : null
  }
  const card = await ann.drawn('Opa valt').boundingBox()
  if (!card) throw new Error('no card')
  const [x, y] = [card.x + card.width - 20, card.y + card.height - 12]
  await ann.tools.getByRole('button', { name: 'Tekenen' }).click()
  await ann.page.mouse.move(x, y)
  await ann.page.mouse.down()
  await ann.page.mouse.move(x + 60, y + 40, { steps: 8 })
  await ann.page.mouse.up()
  await expect(inkOf(bo)).toHaveCount(1)
  await ann.tools.getByRole('button', { name: 'Kiezen' }).click()
  await ann.page.mouse.click(x + 60, y + 40)
  await ann.tools.getByRole('button', { name: 'Vastmaken' }).click()
  await expect(ann.tools.getByRole('button', { name: 'Losmaken' })).toBeVisible()
  await ann.saved()
  const [before, place] = [await apart(ann), (await bo.drawn('Opa valt').boundingBox())?.x]
  await bo.openMoment('Opa valt')
  await bo.date.fill('2016')
  await bo.date.press('Enter')
  await bo.page.keyboard.press('Escape')
  for (const one of [ann, bo]) await expect.poll(() => apart(one)).toEqual(before)
  expect((await ann.drawn('Opa valt').boundingBox())?.x).not.toBe(place)
  await ann.tools.getByRole('button', { name: 'Losmaken' }).click()
  await ann.saved()
  await bo.openMoment('Opa valt')
  await bo.date.fill('2012')
  await bo.date.press('Enter')
  for (const one of [ann, bo]) await expect.poll(() => apart(one)).not.toEqual(before)
})

test('[BN14, BN15] two people type in one note at once: the caret stays at its letter, and no letter is lost; a picture is there for both', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const [ann, bo] = await Promise.all([
    enter(server, browser, board, 'Ann'),
    enter(server, browser, board, 'Bo'),
  ])
  await Promise.all([ann, bo].map(({ page }) => page.getByRole('link', { name: 'Vrij bord' }).click()))
  await ann.tools.getByRole('button', { name: 'Briefje' }).click()
  await ann.page.mouse.click(600, 400)
  const typingIn = ({ page }: typeof ann) => page.locator('.tl-shape[data-shape-type=note] .tiptap')
  await expect(typingIn(ann)).toBeFocused()
  await ann.page.keyboard.type('oma is ziek')
  const note = bo.page.locator('.tl-shape[data-shape-type=note]')
  await expect(note).toContainText('oma is ziek')
  await note.dblclick()
  await expect(typingIn(bo)).toBeFocused()
  // The canvas library chooses all words some frames after it has opened them.
  const chosen = () =>
    bo.page.evaluate(async () => {
      for (let i = 0; i < 3; i++) await new Promise((drawn) => requestAnimationFrame(drawn))
      return window.getSelection()?.toString() ?? ''
    })
  await expect.poll(chosen).toBe('oma is ziek')
  await expect(async () => {
    await bo.page.keyboard.press('Control+Home')
    expect(await chosen()).toBe('')
  }).toPass()
  await ann.page.keyboard.press('Control+End')
  const [his, hers] = ['lieve', ' heel'] as const
  for (let i = 0; i < 5; i++) {
    await Promise.all([bo.page.keyboard.type(his.charAt(i)), ann.page.keyboard.type(hers.charAt(i))])
  }
  await Promise.all([ann.saved(), bo.saved()])
  for (const one of [ann, bo]) await expect(typingIn(one)).toHaveText('lieveoma is ziek heel')
  // And a picture that one lays beside it, the other sees.
  const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a40' } })
    .png()
    .toBuffer()
  await ann.page
    .locator('[data-picture=canvas]')
    .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: photo })
  const picture = bo.page.getByRole('img', { name: 'Foto op het bord' })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(90)
  await ann.saved()
})
