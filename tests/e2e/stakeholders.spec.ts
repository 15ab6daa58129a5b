import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { chooseForm, drawn, formSwitch, inField, lookAt, placeOf, take, told } from './pages/stakeholders'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

const look = (browser: Browser, board: string, name: string, role = 'participant') =>
  lookAt(server, browser, board, name, { role })
const example = () => server.addBoard('Het verhaal van Fenna', 'ann@example.nl', '--example')
const panel = (page: Page) => page.getByRole('complementary', { name: 'Mensen' })
const onCard = (page: Page) => panel(page).getByRole('region', { name: 'Plek in het krachtenveld' })

test('[SKV11] who is dragged in the rings is nearer for everybody, in words too; undo takes it back', async ({
  browser,
}) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  await chooseForm(ben.page, 'Invloed en belang')
  await expect(ben.page).toHaveURL(/view=stakeholders&form=grid/)
  await expect(told(ben.page, 'Jeugdpraktijk')).toHaveText(/ver weg|op afstand/)
  const middle = await placeOf(ann.page, 'Fenna')
  const before = await placeOf(ann.page, 'Jeugdpraktijk')
  await take(ann.page, 'Jeugdpraktijk', { x: middle.x + 80, y: middle.y })
  await ann.page.mouse.up()
  await expect(told(ben.page, 'Jeugdpraktijk')).toHaveText(/dichtbij/)
  await expect(told(ann.page, 'Jeugdpraktijk')).toHaveText(/dichtbij/)
  await ann.page.keyboard.press('Control+z')
  await expect(told(ben.page, 'Jeugdpraktijk')).toHaveText(/ver weg|op afstand/)
  await expect.poll(() => placeOf(ann.page, 'Jeugdpraktijk')).toEqual(before)
})

test('[SKV12] what somebody else changes moves the symbol here', async ({ browser }) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  await chooseForm(ann.page, 'Voor en tegen')
  await chooseForm(ben.page, 'Voor en tegen')
  const before = await placeOf(ann.page, 'Karim')
  await told(ben.page, 'Karim').focus()
  await ben.page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await placeOf(ann.page, 'Karim')).x).toBeLessThan(before.x)
  await expect(told(ann.page, 'Karim')).toHaveText(/werkt een beetje mee/)
})

test('[SKV13] somebody else throws away who is in the hand: nothing breaks', async ({ browser }) => {
  const board = await example()
  const ann = await look(browser, board, 'Ann')
  const ben = await look(browser, board, 'Ben')
  const { x, y } = await placeOf(ann.page, 'Karim')
  await take(ann.page, 'Karim', { x: x + 60, y: y + 20 })
  await told(ben.page, 'Karim').press('Enter')
  await panel(ben.page).getByRole('button', { name: 'Leg in de prullenbak' }).click()
  await expect(drawn(ann.page, 'Karim')).toHaveCount(0)
  await ann.page.mouse.up()
  await expect(told(ann.page, 'Karim')).toHaveCount(0)
  await told(ann.page, 'Oma Hetty').focus()
  await ann.page.keyboard.press('ArrowDown')
  await expect(told(ben.page, 'Oma Hetty')).toHaveText(/in de buurt/)
})

test('[SKV14] by keyboard alone: in the field, one step nearer, open, out of it and back', async ({
  browser,
}) => {
  const { page } = await look(browser, await example(), 'Ann')
  const { keyboard } = page
  await page.getByRole('button', { name: 'Zet iemand in het veld' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Zet iemand in het veld' })
  await dialog.getByRole('searchbox').fill('jud')
  await dialog.getByRole('checkbox', { name: 'Judith' }).press('Space')
  await dialog.getByRole('searchbox').fill('')
  await dialog.getByRole('checkbox', { name: 'Opa Wim' }).press('Space')
  await dialog.getByRole('button', { name: 'Zet 2 in het veld' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(told(page, 'Judith')).toHaveText(/nog niets bekend/)
  await told(page, 'Judith').focus()
  await keyboard.press('ArrowUp')
  await expect(told(page, 'Judith')).toHaveText('Judith, in de buurt')
  await expect(page.getByText('Judith: in de buurt')).toBeAttached()
  await keyboard.press('ArrowUp')
  await expect(told(page, 'Judith')).toHaveText('Judith, dichtbij')
  await keyboard.press('Enter')
  await expect(onCard(page)).toBeVisible()
  const influence = onCard(page).getByRole('radiogroup', { name: 'Hoeveel invloed?' })
  await influence.getByRole('radio', { name: 'weten we niet' }).focus()
  await keyboard.press('ArrowLeft')
  await expect(influence.getByRole('radio', { name: 'heel veel invloed' })).toBeChecked()
  await expect(told(page, 'Judith')).toHaveText('Judith, dichtbij, heel veel invloed')
  await told(page, 'Judith').focus()
  await keyboard.press('Delete')
  await expect(told(page, 'Judith')).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).last().press('Enter')
  await expect(told(page, 'Judith')).toHaveText('Judith, dichtbij, heel veel invloed')
})

test('[SKV15] in the list everybody stands in words; a name opens the card, where all of it can be said', async ({
  browser,
}) => {
  const { page } = await enter(server, browser, await example(), 'Ann', {
    viewport: { width: 390, height: 844 },
  })
  await page.getByRole('button', { name: 'Krachtenveld' }).click()
  const table = page.getByRole('table', { name: 'Krachtenveld' })
  const row = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('Karim')).toContainText('weinig invloed')
  await row('Karim').getByRole('button').click()
  await onCard(page)
    .getByRole('radiogroup', { name: 'Hoeveel invloed?' })
    .getByRole('radio', { name: 'geen invloed' })
    .click()
  await onCard(page).getByRole('textbox', { name: 'Rol in dit verhaal' }).fill('regelt het geld')
  await panel(page)
    .getByRole('button', { name: /^Sluit/ })
    .click()
  await expect(row('Karim')).toContainText('geen invloed')
  await page.getByRole('button', { name: 'Zet iemand in het veld' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Judith' }).click()
  await dialog.getByRole('button', { name: 'Zet 1 in het veld' }).click()
  await expect(row('Judith')).toBeVisible()
})

test('[SKV16] who may only read sees it all and moves nobody', async ({ browser }) => {
  const { page } = await look(browser, await example(), 'Vera', 'viewer')
  const before = await told(page, 'Karim').textContent()
  const { x, y } = await placeOf(page, 'Karim')
  await take(page, 'Karim', { x: x + 120, y })
  await page.mouse.up()
  await told(page, 'Karim').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(told(page, 'Karim')).toHaveText(before ?? '')
  expect(await placeOf(page, 'Karim')).toEqual({ x, y })
  await expect(page.getByRole('button', { name: 'Zet iemand in het veld' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(onCard(page)).toContainText('veel')
  await expect(onCard(page).getByRole('radio')).toHaveCount(0)
})

test('[SKV17] a link and the back button lead to a form; who comes back from another view finds it again', async ({
  browser,
}) => {
  const board = await example()
  const { page } = await look(browser, board, 'Ann')
  const pressed = (name: string) => formSwitch(page).getByRole('button', { name, pressed: true })
  await expect(pressed('Ringen')).toBeVisible()
  await chooseForm(page, 'Voor en tegen')
  await chooseForm(page, 'Invloed en belang')
  await page.goBack()
  await expect(pressed('Voor en tegen')).toBeVisible()
  await page.getByRole('link', { name: 'Tijdlijn' }).click()
  await expect(inField(page)).toHaveCount(0)
  await page.getByRole('link', { name: 'Krachtenveld' }).click()
  await expect(pressed('Voor en tegen')).toBeVisible()
  await expect(page).toHaveURL(/form=forces/)
  await page.goto(`${server.url}/boards/${board}?view=stakeholders&form=grid`)
  await expect(pressed('Invloed en belang')).toBeVisible()
})

test('[SKV18] an empty field says what it is for and offers to put somebody in it', async ({ browser }) => {
  const board = await server.addBoard('Nog leeg', 'ann@example.nl')
  const { page } = await look(browser, board, 'Ann')
  const title = page.getByRole('heading', { name: 'Wie doet er mee, en hoe?' })
  await expect(title).toBeVisible()
  await page.getByRole('button', { name: 'Zet iemand in het veld' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('Er zijn nog geen mensen in dit verhaal')
})

test('[SKV19] what is drawn on one form is not shown on another', async ({ browser }) => {
  const { page } = await look(browser, await example(), 'Ann')
  await page.getByRole('button', { name: 'Tekenen', exact: true }).click()
  await page.mouse.move(300, 200)
  await page.mouse.down()
  await page.mouse.move(360, 260, { steps: 5 })
  await page.mouse.up()
  const ink = page.locator('[data-shape-type="draw"]')
  await expect(ink).toHaveCount(1)
  await chooseForm(page, 'Voor en tegen')
  await expect(ink).toHaveCount(0)
  await chooseForm(page, 'Ringen')
  await expect(ink).toHaveCount(1)
  await page.getByRole('link', { name: 'Geno-sociogram' }).click()
  await expect(inField(page)).toHaveCount(0)
  await expect(ink).toHaveCount(0)
})

for (const locale of ['nl-NL', 'en-GB'])
  test(`[SKV20] axe finds nothing on the three forms, the card, the picker and the list, ${locale}`, async ({
    browser,
  }) => {
    const board = await example()
    const cookie = await server.join(await server.invite(board, 'participant'), 'Ann')
    const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
    const [key = '', ...value] = cookie.split('=')
    await context.addCookies([{ name: key, value: value.join('='), url: server.url }])
    const page = await context.newPage()
    const found: string[] = []
    const check = async (state: string) => {
      // The canvas library's own chrome may not be changed.
      const { violations } = await new AxeBuilder({ page }).exclude('.tl-container').analyze()
      for (const { id, nodes } of violations)
        found.push(`${state}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`)
    }
    await page.goto(`${server.url}/boards/${board}?view=stakeholders`)
    for (const form of [
      /^(Ringen|Rings)$/,
      /^(Invloed en belang|Influence and interest)$/,
      /^(Voor en tegen|For and against)$/,
    ]) {
      const button = page.getByRole('button', { name: form })
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'true')
      await expect(page.locator('[data-shape-type="rotonde-stake"]').first()).toBeVisible()
      await check(String(form))
    }
    await page.locator('button[data-stake]').first().press('Enter')
    await expect(page.getByRole('radiogroup').first()).toBeVisible()
    await check('card')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^(Zet iemand in het veld|Put somebody on the map)$/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('picker')
    await page.goto(`${server.url}/boards/${board}?view=list`)
    await page.getByRole('button', { name: /^(Krachtenveld|Force field map)$/ }).click()
    await expect(page.getByRole('table')).toBeVisible()
    await check('list')
    await page.setViewportSize({ width: 390, height: 844 })
    await check('narrow list')
    expect(found).toEqual([])
    await context.close()
  })
