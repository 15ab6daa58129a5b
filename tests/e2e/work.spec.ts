import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { pasteData } from './fixtures/paste'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

const bar = (page: Page) => page.getByRole('region', { name: 'Snel opschrijven' })
const many = (page: Page) => page.getByRole('toolbar', { name: 'Meer momenten tegelijk' })
const find = (page: Page) => page.getByRole('region', { name: 'Zoeken en filteren' })
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Samen werken' })
const percent = async (page: Page) =>
  Number(/\d+/.exec((await page.locator('.rt-percent').textContent()) ?? '')?.[0])

/** One finger, from a place sideways. */
async function swipe(page: Page, from: { x: number; y: number }, dx: number): Promise<void> {
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x: from.x + at, y: from.y }],
    })
  await touch('touchStart', 0)
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', dx * part)
  await touch('touchEnd')
}

const LINES = [
  'zomer 2014; oma overlijdt; feit; gezin',
  'In 2015 verhuist Iris naar tante Bep',
  '2016; besluit; uithuisplaatsing; professional',
  'maart 2016: eerste gesprek op school',
  'rond de scheiding; papa slaapt op de bank',
  "'15; boos geweest",
  'contact; 2017; overleg van school en wijkteam; professional',
  'Sinds 2018 komt de oppas elke week',
  '! 2019; weer thuis',
  'droom; samen op vakantie',
]

test('[WK10] ten lines by keyboard are ten moments on the screen of who watches; undo takes back one', async ({
  browser,
}) => {
  const board = await boardWith(server, '2010;g;Begin')
  const [ann, bo] = await Promise.all([
    enter(server, browser, board, 'Ann'),
    enter(server, browser, board, 'Bo'),
  ])
  await ann.page.keyboard.press('s')
  const field = bar(ann.page).getByRole('textbox')
  await expect(field).toBeFocused()
  for (const line of LINES) {
    await ann.page.keyboard.type(line)
    if (line.startsWith("'15")) {
      await expect(bar(ann.page).getByRole('group', { name: /Wat bedoel je/ })).toBeVisible()
      await ann.page.keyboard.press('Alt+1')
    }
    if (line.startsWith('zomer')) await expect(bar(ann.page)).toContainText('wij lezen: zomer 2014')
    await ann.page.keyboard.press('Enter')
    await expect(field).toHaveValue('')
    await expect(field).toBeFocused()
  }
  await expect.poll(async () => (await bo.read()).length).toBe(11)
  await expect(bo.card('oma overlijdt')).toHaveAccessibleName(/gebeurtenis\. zomer 2014\. Gezin/)
  await expect(bo.card('uithuisplaatsing')).toHaveAccessibleName(/beslismoment\. 2016\. Professionals/)
  await expect(bo.card('boos geweest')).toHaveAccessibleName(/2015/)
  await expect(bo.card('papa slaapt')).toHaveAccessibleName(/rond de scheiding/)
  await ann.page.keyboard.press('Control+z')
  await expect.poll(async () => (await bo.read()).length).toBe(10)
  await expect(bo.page.getByRole('button', { name: /samen op vakantie/ })).toHaveCount(0)
})

const EXCEL = `<html><body><table>
  <tr><td>Wanneer</td><td>Wat</td><td>Soort</td><td>Bron</td></tr>
  <tr><td>zomer 2014</td><td>Oma <b>overlijdt</b></td><td>feit</td><td>gezin</td></tr>
  <tr><td>'15</td><td><p>Nieuwe school</p><p>een fijne
     klas</p></td><td>besluit</td><td>professional</td></tr>
  <tr><td>ooit</td><td>Naar zee</td><td>feit</td><td>gezin</td></tr>
</table></body></html>`

test('[WK11] a table from Excel or Word is looked at and mended before it is added, as one step', async ({
  browser,
}) => {
  const ann = await enter(server, browser, await boardWith(server, '2010;g;Begin'), 'Ann')
  await pasteData(ann.page, { 'text/html': EXCEL, 'text/plain': 'Wanneer\tWat' })
  const sheet = ann.page.getByRole('dialog', { name: 'Zo komen de momenten erbij' })
  await expect(sheet.getByRole('listitem')).toHaveCount(3)
  await expect(sheet.getByRole('combobox', { name: 'Kolom 1' })).toHaveValue('date')
  await expect(sheet.getByRole('listitem').nth(0)).toContainText('zomer 2014')
  await sheet.getByRole('button', { name: '2015', exact: true }).click()
  await sheet.getByRole('checkbox', { name: 'Moment 3 erbij zetten' }).uncheck()
  await sheet.getByRole('textbox', { name: 'Wat gebeurde er bij moment 1?' }).fill('Oma is overleden')
  await expect(ann.page.locator('.rt-card')).toHaveCount(1)
  await sheet.getByRole('button', { name: 'Zet 2 momenten erbij' }).click()
  await expect(ann.card('Oma is overleden')).toHaveAccessibleName(/zomer 2014\. Gezin/)
  await expect(ann.card('Nieuwe school')).toHaveAccessibleName(/beslismoment\. 2015\. Professionals/)
  await ann.tools.getByRole('button', { name: 'Terug' }).click()
  await expect.poll(() => ann.read()).toHaveLength(1)
})

test('[WK12] one line of text, or a drawing, is pasted as before', async ({ browser }) => {
  const ann = await enter(server, browser, await boardWith(server, '2010;g;Begin'), 'Ann')
  await ann.page.locator('.tl-canvas').click({ position: { x: 500, y: 90 } })
  await pasteData(ann.page, { 'text/plain': 'Zomaar wat' })
  await expect(ann.page.locator('.tl-canvas').getByText('Zomaar wat')).toBeVisible()
  await expect(ann.page.getByRole('dialog')).toHaveCount(0)
})

test('[WK13] several moments, chosen by pointer or keyboard, are changed as one step', async ({
  browser,
}) => {
  const board = await boardWith(server, '2012;g;Een', '2014;g;Twee', '2016;g;Drie', '2018-03;p;Vier')
  const ann = await enter(server, browser, board, 'Ann')
  await ann.card('Een').focus()
  await ann.page.keyboard.press(' ')
  await ann.card('Twee').focus()
  await ann.page.keyboard.press(' ')
  await expect(many(ann.page)).toContainText('2 momenten')
  await expect(ann.panel).toHaveCount(0)
  await ann.page.keyboard.press('b')
  await expect(many(ann.page).getByRole('button', { name: 'Wat het is' })).toBeFocused()
  await ann.page.keyboard.press('Enter')
  await ann.page.getByRole('menuitem', { name: 'contact' }).focus()
  await ann.page.keyboard.press('Enter')
  for (const title of ['Een', 'Twee']) await expect(ann.card(title)).toHaveAccessibleName(/contact/)
  await ann.tools.getByRole('button', { name: 'Terug' }).click()
  for (const title of ['Een', 'Twee']) await expect(ann.card(title)).toHaveAccessibleName(/gebeurtenis/)

  await many(ann.page).getByRole('button', { name: 'Loslaten' }).click()
  await expect(many(ann.page)).toHaveCount(0)
  await ann.click('Twee')
  await ann.page.keyboard.press('Escape')
  await expect(ann.panel).toHaveCount(0)
  const other = await ann.middleOf(ann.drawn('Drie'))
  await ann.page.keyboard.down('Shift')
  await ann.page.mouse.click(other.x, other.y)
  await ann.page.keyboard.up('Shift')
  await expect(many(ann.page)).toContainText('2 momenten')
  await many(ann.page).getByRole('button', { name: 'Loslaten' }).click()
  const boxes = [await ann.drawn('Een').boundingBox(), await ann.drawn('Twee').boundingBox()]
  const [left, right] = [Math.min(...boxes.map((box) => box!.x)), Math.max(...boxes.map((box) => box!.x))]
  const [top, low] = [Math.min(...boxes.map((box) => box!.y)), Math.max(...boxes.map((box) => box!.y))]
  await ann.page.mouse.move(left - 12, low + 120)
  await ann.page.mouse.down()
  await ann.page.mouse.move(right + 60, top + 10, { steps: 6 })
  await ann.page.mouse.up()
  await expect(many(ann.page)).toContainText('2 momenten')

  await ann.page.keyboard.press('Control+a')
  await expect(many(ann.page)).toContainText('4 momenten')
  await many(ann.page).getByRole('button', { name: 'Datum' }).click()
  await ann.page.getByRole('menuitem', { name: 'Een maand later' }).click()
  // A year does not move by a month: that would be a surer date than anybody said.
  await expect(ann.page.getByText('1 van 4 momenten zijn veranderd.')).toBeVisible()
  await expect(ann.card('Vier')).toHaveAccessibleName(/apr 2018/)
  await expect(ann.card('Een')).toHaveAccessibleName(/2012/)
})

test('[WK14] what is looked for stands out or stands alone, and one click shows everything again', async ({
  browser,
}) => {
  const board = await boardWith(server, '2012;g;Oma valt', '2014;g;Café met opa', '2016;p;Nieuwe school')
  const ann = await enter(server, browser, board, 'Ann')
  await ann.page.keyboard.press('/')
  await ann.page.keyboard.type('cafe OPA')
  await expect(find(ann.page).getByRole('status')).toHaveText('1 gevonden')
  const lit = (title: string) => ann.page.locator('.rt-lit', { hasText: title })
  await expect(lit('Café met opa')).toHaveAttribute('data-lit', 'found')
  await expect(lit('Oma valt')).toHaveAttribute('data-lit', 'faint')
  await find(ann.page).getByRole('searchbox').fill('o')
  await expect(find(ann.page).getByRole('status')).toHaveText('3 gevonden')
  await ann.page.keyboard.press('Enter')
  await expect(find(ann.page).getByRole('status')).toHaveText('1 van 3')
  await ann.page.keyboard.press('Shift+Enter')
  await expect(find(ann.page).getByRole('status')).toHaveText('3 van 3')
  await find(ann.page).getByRole('searchbox').fill('school')
  await find(ann.page).getByRole('button', { name: 'Alleen dit' }).click()
  await expect(ann.drawn('Oma valt')).toHaveCount(0)
  expect(await ann.read()).toHaveLength(1)
  await find(ann.page).getByRole('button', { name: 'Sluit zoeken' }).click()
  await ann.page.getByRole('button', { name: 'Toon alles weer' }).click()
  await expect(ann.drawn('Oma valt')).toBeVisible()
})

test('[WK15] telling goes from moment to moment after a yes, by key and finger, with a place to react', async ({
  browser,
}) => {
  const board = await boardWith(server, '2012;g;Oma valt', '2014;g;Opa verhuist', '2016;p;Nieuwe school')
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const ann = await enter(server, browser, board, 'Ann', { viewport, hasTouch: true })
    await tools(ann.page).getByRole('button', { name: 'Vertellen' }).click()
    const sheet = ann.page.getByRole('dialog', { name: 'Vertellen' })
    await expect(sheet).toContainText('Je mag altijd stoppen')
    await expect(sheet.getByRole('heading', { name: 'Oma valt' })).toHaveCount(0)
    await sheet.getByRole('button', { name: 'Ja, begin' }).click()
    await expect(sheet.getByRole('heading', { name: 'Oma valt' })).toBeVisible()
    await expect(sheet.getByText('1 van 3', { exact: true })).toBeVisible()
    await ann.page.keyboard.press('ArrowRight')
    await expect(sheet.getByRole('status').first()).toHaveText('2 van 3: Opa verhuist')
    await sheet.getByRole('button', { name: 'Volgende' }).click()
    await expect(sheet.getByRole('heading', { name: 'Nieuwe school' })).toBeVisible()
    await swipe(ann.page, await ann.middleOf(sheet.getByRole('heading', { name: 'Nieuwe school' })), 140)
    await expect(sheet.getByRole('heading', { name: 'Opa verhuist' })).toBeVisible()
    await sheet.getByRole('button', { name: 'Pauze' }).click()
    await expect(sheet.getByRole('heading', { name: 'Even pauze' })).toBeVisible()
    await sheet.getByRole('button', { name: 'Verder' }).click()
    await expect(sheet.getByRole('heading', { name: 'Opa verhuist' })).toBeVisible()
    const found = await new AxeBuilder({ page: ann.page }).include('[role=dialog]').analyze()
    expect(found.violations.map(({ id }) => id)).toEqual([])
    await ann.page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  }
})

test('[WK16] what comes back is said of several moments, shown, and taken back', async ({ browser }) => {
  const ann = await enter(server, browser, await boardWith(server, '2012;g;Weg', '2014;g;Weer weg'), 'Ann')
  await ann.page.keyboard.press('Control+a')
  await many(ann.page).getByRole('button', { name: 'Rode draad' }).click()
  await ann.page.getByRole('menuitem', { name: 'Nieuw…' }).click()
  const sheet = ann.page.getByRole('dialog')
  await sheet.getByRole('textbox').fill('Steeds opnieuw weg')
  await sheet.getByRole('button', { name: 'Maak' }).click()
  await ann.page.keyboard.press('/')
  const thread = find(ann.page).getByRole('button', { name: 'Steeds opnieuw weg (2)', exact: true })
  await expect(thread).toBeVisible()
  await find(ann.page).getByRole('button', { name: 'Gooi Steeds opnieuw weg weg' }).click()
  await expect(thread).toHaveCount(0)
  await ann.page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(thread).toBeVisible()
  await find(ann.page).getByRole('button', { name: 'Sluit zoeken' }).click()
  for (let i = 0; i < 3; i++) await ann.tools.getByRole('button', { name: 'Terug' }).click()
  await ann.page.keyboard.press('/')
  await expect(thread).toHaveCount(0)
})

test('[WK17] the wheel pans, with Ctrl it zooms, two fingers pinch, and keys zoom', async ({ browser }) => {
  const board = await boardWith(server, '2012;g;Oma valt', '2014;g;Opa verhuist')
  const ann = await enter(server, browser, board, 'Ann', {
    hasTouch: true,
    viewport: { width: 1440, height: 900 },
  })
  const start = await percent(ann.page)
  const before = await ann.middleOf(ann.drawn('Oma valt'))
  await ann.page.mouse.move(700, 400)
  await ann.page.mouse.wheel(0, 60)
  await expect.poll(async () => (await ann.middleOf(ann.drawn('Oma valt'))).y).toBeLessThan(before.y - 20)
  expect(await percent(ann.page)).toBe(start)
  await ann.page.keyboard.down('Control')
  await ann.page.mouse.wheel(0, 120)
  await expect.poll(() => percent(ann.page)).toBeLessThan(start)
  await ann.page.keyboard.up('Control')
  await ann.page.keyboard.press('0')
  await expect.poll(() => percent(ann.page)).toBe(100)
  await ann.page.keyboard.press('-')
  await expect.poll(() => percent(ann.page)).toBeLessThan(100)
  await ann.page.keyboard.press('+')
  await expect.poll(() => percent(ann.page)).toBe(100)
  await ann.page.keyboard.press('+')
  await ann.page.keyboard.press('Shift+Digit1')
  await expect.poll(() => percent(ann.page)).toBeLessThanOrEqual(100)

  const fingers = await ann.page.context().newCDPSession(ann.page)
  /** Fingers that go further before a frame was drawn would be seen as one jump. */
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) => {
    await fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        apart === undefined
          ? []
          : [
              { x: 700 - apart, y: 300, id: 1 },
              { x: 700 + apart, y: 300, id: 2 },
            ],
    })
    await ann.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  }
  // Everything comes into view with a movement; it is over when two frames show the same.
  let last = -1
  await expect
    .poll(async () => {
      const now = await percent(ann.page)
      const rests = now === last
      last = now
      return rests
    })
    .toBe(true)
  const near = await percent(ann.page)
  await touch('touchStart', 60)
  for (const apart of [80, 110, 140, 170]) await touch('touchMove', apart)
  await touch('touchEnd')
  await expect.poll(() => percent(ann.page)).toBeGreaterThan(near)
})

test('[WK18] the small overview goes where one points', async ({ browser }) => {
  const board = await boardWith(server, '1990;g;Heel lang geleden', '2024;p;Nu pas')
  const ann = await enter(server, browser, board, 'Ann', { viewport: { width: 1440, height: 900 } })
  const map = (await ann.page.locator('.rt-minimap svg').last().boundingBox())!
  await ann.page.mouse.click(map.x + map.width * 0.03, map.y + map.height / 2)
  await expect(ann.drawn('Heel lang geleden')).toBeInViewport()
  await ann.page.mouse.click(map.x + map.width * 0.95, map.y + map.height / 2)
  await expect(ann.drawn('Nu pas')).toBeInViewport()
  await expect(ann.drawn('Heel lang geleden')).not.toBeInViewport()
})
