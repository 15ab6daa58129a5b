import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { boardWith, enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import type { BoardOnScreen } from './pages/board'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

test('[TE1] along the axis a card changes its date in its own unit, with its words; across, its side and no more', async ({
  browser,
}) => {
  const ann = await enter(
    server,
    browser,
    await boardWith(server, '2014~;g;Opa valt', '2016-03;p;Nieuwe school'),
    'Ann',
  )
  const year = await ann.pixelsPerYear()
  await ann.drag('Opa valt', year * 1.1, 0)
  await expect(ann.card('Opa valt')).toHaveAccessibleName(/± 2015\. Gezin en netwerk/)
  await ann.drag('Nieuwe school', year / 12 + 1, 0)
  await expect(ann.card('Nieuwe school')).toHaveAccessibleName(/apr 2016\. Professionals/)
  await ann.drag('Nieuwe school', 2, 300)
  await expect(ann.card('Nieuwe school')).toHaveAccessibleName(/apr 2016\. Gezin en netwerk/)
  await ann.openMoment('Nieuwe school')
  await expect(ann.date).toHaveValue('apr 2016')
})

test('[TE2] far out a large drag moves the date by as much as it looks', async ({ browser }) => {
  const ann = await enter(
    server,
    browser,
    await boardWith(server, '1990;g;Oma trouwt', '2016;p;Nieuwe school'),
    'Ann',
  )
  await ann.page.getByRole('button', { name: 'Alles in beeld' }).click()
  for (let i = 0; i < 2; i++) await ann.page.getByRole('button', { name: 'Verder weg' }).click()
  await expect.poll(() => ann.pixelsPerYear()).toBeLessThan(40)
  // Far out moments are counted; the one that is chosen is shown as a card.
  await expect(ann.drawn('Oma trouwt')).toHaveCount(0)
  await ann.card('Oma trouwt').focus()
  await ann.drag('Oma trouwt', (await ann.pixelsPerYear()) * 12, 0)
  await expect(ann.card('Oma trouwt')).toHaveAccessibleName(/gebeurtenis\. 2002\./)
})

test('[TE3] a finger can drag a card, and a tap opens it', async ({ browser }) => {
  const ann = await enter(
    server,
    browser,
    await boardWith(server, '2014;g;Opa valt', '2016;p;School'),
    'Ann',
    {
      hasTouch: true,
    },
  )
  const { x, y } = await ann.middleOf(ann.drawn('Opa valt'))
  const dx = (await ann.pixelsPerYear()) * 2
  const finger = await ann.page.context().newCDPSession(ann.page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] })
  await touch('touchStart', x)
  for (const part of [0.2, 0.5, 0.8, 1]) await touch('touchMove', x + dx * part)
  await touch('touchEnd')
  await expect(ann.card('Opa valt')).toHaveAccessibleName(/2016\. Gezin/)
  const now = await ann.middleOf(ann.drawn('Opa valt'))
  await ann.page.touchscreen.tap(now.x, now.y)
  await expect(ann.title).toHaveValue('Opa valt')
})

test('[TE4] what is deleted comes back whole, by the message and by undo', async ({ browser }) => {
  const ann = await enter(server, browser, await boardWith(server, '2014;g;Opa valt', '2016;p;School'), 'Ann')
  await ann.openMoment('Opa valt')
  await ann.panel.getByRole('button', { name: 'Gooi dit moment weg' }).click()
  await expect(ann.drawn('Opa valt')).toHaveCount(0)
  await expect(ann.panel).toBeHidden()
  await ann.page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(ann.drawn('Opa valt')).toBeVisible()
  await ann.click('Opa valt')
  await ann.tools.getByRole('button', { name: 'Weghalen' }).click()
  await expect(ann.drawn('Opa valt')).toHaveCount(0)
  await expect(ann.panel).toBeHidden()
  await ann.tools.getByRole('button', { name: 'Terug' }).click()
  await expect(ann.card('Opa valt')).toHaveAccessibleName(/2014\. Gezin/)
})

test('[TE5] undo takes back what one did oneself, and nothing of the other', async ({ browser }) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const [ann, bo] = await Promise.all([
    enter(server, browser, board, 'Ann'),
    enter(server, browser, board, 'Bo'),
  ])
  const year = await ann.pixelsPerYear()
  await ann.drag('Opa valt', year * 1.1, 0)
  await expect(bo.card('Opa valt')).toHaveAccessibleName(/2015/)
  await bo.drag('School', year * 1.1, 0)
  await expect(ann.card('School')).toHaveAccessibleName(/2017/)
  await ann.tools.getByRole('button', { name: 'Terug' }).click()
  for (const person of [ann, bo]) {
    await expect(person.card('Opa valt')).toHaveAccessibleName(/2014/)
    await expect(person.card('School')).toHaveAccessibleName(/2017/)
  }
  await expect(ann.tools.getByRole('button', { name: 'Terug' })).toBeDisabled()
})

test('[TE6] a moment is added where one points, by tool, key and double click, with a date no surer than the eye', async ({
  browser,
}) => {
  const ann = await enter(server, browser, await boardWith(server, '2010;g;Begin', '2016;p;School'), 'Ann')
  const box = (await ann.page.locator('.tl-canvas').boundingBox())!
  const above = box.y + box.height * 0.25
  await ann.page.mouse.dblclick((await ann.xOfYear(2013.5)) + 2, above)
  await expect(ann.title).toBeFocused()
  await ann.page.keyboard.type('Dubbelklik')
  await expect(ann.card('Dubbelklik')).toHaveAccessibleName(/beslismoment\. 2013\. Professionals/)
  await ann.page.keyboard.press('Escape')

  await ann.page.locator('.tl-canvas').click({ position: { x: 400, y: 60 } })
  await ann.page.keyboard.press('m')
  await ann.page.mouse.click(await ann.xOfYear(2012.5), box.y + box.height * 0.8)
  await ann.page.keyboard.type('Met m')
  await expect(ann.card('Met m')).toHaveAccessibleName(/gebeurtenis\. 2012\. Gezin/)
  await ann.page.keyboard.press('Escape')

  for (let i = 0; i < 3; i++) await ann.page.getByRole('button', { name: 'Dichterbij' }).click()
  await expect.poll(() => ann.pixelsPerYear()).toBeGreaterThan(480)
  await ann.page.mouse.dblclick(box.x + 700, box.y + box.height - 130)
  await ann.page.keyboard.type('Van dichtbij')
  await expect(ann.card('Van dichtbij')).toHaveAccessibleName(
    /\. (jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec) \d{4}\./,
  )
})

test('[TE7] without a mouse a moment is added, dated, named, moved, deleted and taken back', async ({
  browser,
}) => {
  const ann = await enter(server, browser, await boardWith(server, '2010;g;Begin'), 'Ann')
  const { keyboard } = ann.page
  const tabTo = async (what: ReturnType<typeof ann.card>) => {
    for (let i = 0; i < 60; i++) {
      if (await what.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    throw new Error('the keyboard does not come there')
  }
  await tabTo(ann.page.getByRole('button', { name: 'Moment', exact: true }))
  await keyboard.press('Enter')
  await expect(ann.quick.getByLabel('Wat gebeurde er?')).toBeFocused()
  await tabTo(ann.quick.getByRole('button', { name: 'Vertel meer' }))
  await keyboard.press('Enter')
  await expect(ann.title).toBeFocused()
  await keyboard.type('Verhuizing')
  await keyboard.press('Tab')
  await expect(ann.date).toBeFocused()
  await keyboard.type('rond 2012')
  await keyboard.press('Tab')
  await keyboard.press('ArrowRight')
  await expect(ann.panel.getByRole('radio', { name: 'wat nodig was' })).toBeFocused()
  await keyboard.press('Space')
  await keyboard.press('Escape')
  await expect(ann.panel).toBeHidden()
  await expect(ann.card('Verhuizing')).toHaveAccessibleName(
    'Verhuizing. wat nodig was. ± 2012. Gezin en netwerk.',
  )
  await ann.page.locator('body').press('Control+Home')
  await ann.card('Begin').focus()
  await keyboard.press('Tab')
  await expect(ann.card('Verhuizing')).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowUp')
  await expect(ann.card('Verhuizing')).toHaveAccessibleName(
    'Verhuizing. wat nodig was. ± 2013. Professionals.',
  )
  await expect(ann.card('Verhuizing')).toBeFocused()
  await keyboard.press('Delete')
  await expect(ann.drawn('Verhuizing')).toHaveCount(0)
  await expect(ann.card('Begin')).toBeFocused()
  await keyboard.press('Control+z')
  await expect(ann.drawn('Verhuizing')).toBeVisible()
})

test('[TE8] who looks on has words and no tools or fields; a participant cannot invite', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014~;g;Opa valt', '2016;p;School')
  const vera = await enter(server, browser, board, 'Vera', { role: 'viewer' })
  await expect(vera.page.getByRole('banner')).toContainText('Je kijkt mee')
  await expect(vera.tools).toHaveCount(0)
  await expect(vera.page.getByRole('button', { name: 'Moment', exact: true })).toHaveCount(0)
  await vera.card('Opa valt').press('Enter')
  await expect(vera.panel).toContainText('± 2014 · Gezin en netwerk')
  await expect(vera.page.locator('input, textarea, select, [role=radio]')).toHaveCount(0)
  await vera.page.keyboard.press('Escape')
  await vera.drag('Opa valt', 200, 0)
  await vera.card('Opa valt').press('Delete')
  await expect(vera.card('Opa valt')).toHaveAccessibleName(/± 2014/)
  const bo = await enter(server, browser, board, 'Bo')
  await expect(bo.page.getByRole('button', { name: 'Uitnodigen' })).toHaveCount(0)
  await expect(bo.tools).toBeVisible()
})

test('[TE9] ink, text and an arrow that holds a card are there for others, follow the card, and are there after a reload', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const ann = await enter(server, browser, board, 'Ann')
  const tool = (name: string) => ann.tools.getByRole('button', { name, exact: true }).click()
  const start = { x: 640, y: 160 }
  await tool('Tekenen')
  await ann.page.mouse.move(300, 160)
  await ann.page.mouse.down()
  await ann.page.mouse.move(380, 200, { steps: 6 })
  await ann.page.mouse.up()
  await tool('Tekst')
  await ann.page.mouse.click(500, 160)
  await expect(ann.page.locator('[data-shape-type=text] [contenteditable=true]')).toBeFocused()
  await ann.page.keyboard.type('Let op')
  await ann.page.keyboard.press('Escape')
  await tool('Pijl')
  const card = await ann.middleOf(ann.drawn('Opa valt'))
  await ann.page.mouse.move(start.x, start.y)
  await ann.page.mouse.down()
  await ann.page.mouse.move(card.x, card.y - 80, { steps: 8 })
  await ann.page.mouse.move(card.x, card.y, { steps: 8 })
  await ann.page.mouse.up()
  await ann.saved()

  const bo = await enter(server, browser, board, 'Bo')
  const arrowOf = (person: BoardOnScreen) => person.page.locator('[data-shape-type=arrow]')
  for (const person of [ann, bo]) {
    await expect(person.page.locator('[data-shape-type=draw]')).toHaveCount(1)
    await expect(person.page.locator('[data-shape-type=text]', { hasText: 'Let op' })).toBeVisible()
    await expect(arrowOf(person)).toHaveCount(1)
  }
  const reach = async (person: BoardOnScreen) => {
    const arrow = (await arrowOf(person).locator('svg').first().boundingBox())!
    const held = (await person.drawn('Opa valt').boundingBox())!
    const near = Math.max(held.x - (arrow.x + arrow.width), arrow.x - (held.x + held.width), 0)
    return { near, arrowWidth: Math.round(arrow.width) }
  }
  const before = await reach(bo)
  await ann.openMoment('Opa valt')
  await ann.date.fill('2019')
  await ann.page.keyboard.press('Escape')
  await expect(bo.card('Opa valt')).toHaveAccessibleName(/2019/)
  await expect.poll(async () => (await reach(bo)).arrowWidth).not.toBe(before.arrowWidth)
  expect((await reach(bo)).near).toBeLessThan(12)

  await ann.saved()
  await bo.page.reload()
  await bo.ready()
  const card2 = await enter(server, browser, board, 'Cas')
  for (const person of [bo, card2]) {
    await expect(arrowOf(person)).toHaveCount(1)
    expect((await reach(person)).near).toBeLessThan(12)
    await expect(person.page.locator('[data-shape-type=draw]')).toHaveCount(1)
  }
})

test('[TE10] Tab goes through the cards in order of date', async ({ browser }) => {
  const board = await boardWith(server, '2016;p;Daarna', '2012;g;Eerste', ';g;Vierde', '2014~;p;Tweede')
  const ann = await enter(server, browser, board, 'Ann')
  await ann.card('Eerste').focus()
  for (const next of ['Tweede', 'Daarna', 'Vierde']) {
    await ann.page.keyboard.press('Tab')
    await expect(ann.card(next)).toBeFocused()
  }
  expect((await ann.read()).map((words) => words.split('.')[0])).toEqual([
    'Eerste',
    'Tweede',
    'Daarna',
    'Vierde',
  ])
})

test('[TE12] at first sight cards can be read; what is out of view is counted, and a button goes there', async ({
  browser,
}) => {
  const years = Array.from(
    { length: 12 },
    (_, i) => `${2004 + i};${i % 2 ? 'p' : 'g'};Moment van ${2004 + i}`,
  )
  const board = await boardWith(server, '1981;g;Lang geleden', ...years, ';g;Ooit een keer', ';p;Ook ooit')
  const ann = await enter(server, browser, board, 'Ann')
  expect(await ann.pixelsPerYear()).toBeGreaterThanOrEqual(89)
  await expect(ann.outside).toContainText('2 zonder datum')
  await expect(ann.drawn('Lang geleden')).not.toBeInViewport()
  const name = ann.page.getByRole('button', { name: /^Professionals\. Naam/ })
  const clear = async () => {
    const label = (await name.boundingBox())!
    for (const box of await ann.page
      .locator('.rt-card')
      .evaluateAll((all) => all.map((c) => c.getBoundingClientRect().toJSON() as DOMRect))) {
      const apart =
        box.x >= label.x + label.width ||
        box.x + box.width <= label.x ||
        box.y >= label.y + label.height ||
        box.y + box.height <= label.y
      expect(apart).toBe(true)
    }
  }
  await clear()
  await ann.outside.getByRole('button', { name: '1 eerder' }).click()
  await expect(ann.drawn('Lang geleden')).toBeInViewport({ ratio: 1 })
  await clear()
  await ann.outside.getByRole('button', { name: 'zonder datum' }).focus()
  await ann.page.keyboard.press('Enter')
  await expect(ann.drawn('Ooit een keer')).toBeInViewport({ ratio: 1 })
  await expect(ann.page.locator('button[data-moment]:focus')).toHaveCount(1)
  await expect(ann.outside.getByRole('button', { name: 'later' })).toBeVisible()
})

test('[TE14] when another deletes the open moment the panel says so and offers to put it back', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const [ann, bo] = await Promise.all([
    enter(server, browser, board, 'Ann'),
    enter(server, browser, board, 'Bo'),
  ])
  await ann.openMoment('Opa valt')
  await ann.description.focus()
  await ann.page.keyboard.type('Het ging ')
  await bo.card('Opa valt').press('Enter')
  await bo.date.fill('2015')
  await bo.date.press('Tab')
  await ann.page.keyboard.type('mis.')
  await expect(ann.date).toHaveValue('2015')
  await expect(ann.description).toBeFocused()
  await expect(bo.description).toHaveValue('Het ging mis.')
  await bo.page.keyboard.press('Escape')
  await bo.card('Opa valt').press('Delete')
  await expect(ann.panel).toContainText('Dit moment ligt in de prullenbak.')
  expect(await ann.panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(true)
  const { violations } = await new AxeBuilder({ page: ann.page }).exclude('.tl-container').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await ann.panel.getByRole('button', { name: 'Zet terug' }).click()
  await expect(ann.description).toHaveValue('Het ging mis.')
  await expect(bo.drawn('Opa valt')).toBeVisible()
})
