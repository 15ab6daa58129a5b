import { expect, test, type Page } from '@playwright/test'
import { enter, everybodyLeaves } from './fixtures/people'
import { PASSWORD, TestServer } from './fixtures/server'

let server: TestServer
let board: string
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Fenna en de werkplaats', 'ann@example.nl', '--example')
})
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))
test.afterAll(() => server.dispose())

/** What can be tapped and is smaller than 24 by 24 pixels; what is only for keyboards and screen readers is no target. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const focusables = 'a[href], button, input, select, textarea, [tabindex="0"], [role="button"]'
    return [...document.querySelectorAll<HTMLElement>(focusables)].flatMap((element) => {
      if (element.closest('.tl-container, .sr-only, [inert], [aria-hidden="true"]')) return []
      if (!element.checkVisibility() || (element as HTMLButtonElement).disabled) return []
      // A link in a line of text is as high as the line; a box to tick is tapped by its words too.
      if (getComputedStyle(element).display === 'inline' && element.tagName === 'A') return []
      const target = element.closest('label') ?? element
      const { width, height, bottom } = target.getBoundingClientRect()
      // A skip link stands above the page until it has the focus.
      if (bottom <= 0 || (width >= 24 && height >= 24)) return []
      return [`${target.outerHTML.slice(0, 120)} ${width.toFixed(0)}×${height.toFixed(0)}`]
    })
  })
}

for (const width of [320, 768, 1280])
  test(`[A5] at ${width} px everything that can be tapped is at least 24 by 24 pixels`, async ({
    browser,
  }) => {
    const screen = await enter(server, browser, board, 'Bo', { viewport: { width, height: 800 } })
    const { page } = screen
    const small: Record<string, string[]> = {}
    const look = async (state: string) => (small[state] = await smallTargets(page))
    await look('board')
    await page.getByRole('button', { name: 'Mensen', exact: true }).click()
    await expect(page.getByRole('complementary', { name: 'Mensen' })).toBeVisible()
    await look('people')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Wie is hier, en wat er veranderde' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('who is here')
    await page.keyboard.press('Escape')
    await page.goto(`${server.url}/boards/${board}?view=genogram`)
    await screen.saved()
    await look('family')
    await page.goto(`${server.url}/boards/${board}?view=list`)
    await expect(page.getByRole('button', { name: 'Moment', exact: true })).toBeVisible()
    await look('list')
    expect(small).toEqual({ board: [], people: [], 'who is here': [], family: [], list: [] })
  })

test('[A7] at 320 × 256, which is 400 % of a laptop, pages and the list need no scrolling sideways and cut nothing off', async ({
  browser,
}) => {
  const viewport = { width: 320, height: 256 }
  const { page } = await enter(server, browser, board, 'Bo', { viewport })
  const wide: Record<string, unknown> = {}
  const look = async (state: string) => {
    wide[state] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.scrollingElement!
      const cut = [
        ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]'),
      ].filter((element) => {
        if (element.closest('.sr-only, [inert], [aria-hidden="true"]') || !element.checkVisibility())
          return false
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1)
      })
      return { sideways: scrollWidth - clientWidth, cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 120)) }
    })
  }
  const nothing = { sideways: 0, cut: [] }
  await look('board')
  await page.goto(`${server.url}/boards/${board}?view=list`)
  await expect(page.getByRole('button', { name: 'Moment', exact: true })).toBeVisible()
  await look('list')
  await page.goto(await server.invite(board, 'participant'))
  await look('join')
  await page.context().clearCookies()
  await page.goto(`${server.url}/signin`)
  await look('sign-in')
  await page.locator('input[type=email]').fill('ann@example.nl')
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(`${server.url}/`)
  await look('boards')
  expect(wide).toEqual({ board: nothing, list: nothing, join: nothing, 'sign-in': nothing, boards: nothing })
})

test('[A8] who wants no motion sees none: the canvas is where it goes in one step', async ({ browser }) => {
  const screen = await enter(server, browser, board, 'Bo', { reducedMotion: 'reduce' })
  const { page } = screen
  await page.evaluate(() => {
    const layer = document.querySelector<HTMLElement>('.tl-shapes')!
    const seen: string[] = [layer.style.transform]
    Reflect.set(window, 'places', seen)
    new MutationObserver(() => {
      if (layer.style.transform !== seen.at(-1)) seen.push(layer.style.transform)
    }).observe(layer, { attributeFilter: ['style'] })
  })
  const places = () => page.evaluate(() => (Reflect.get(window, 'places') as string[]).length)
  await page.getByRole('toolbar', { name: 'Beeld' }).getByRole('button', { name: /%/ }).click()
  const before = await places()
  // To the moments that are out of sight the canvas glides for everybody else.
  await screen.outside.getByRole('button').last().click()
  await expect.poll(places).toBe(before + 1)
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running')
      .map((one) => String(one.effect?.getComputedTiming().duration)),
  )
  expect(moving.filter((duration) => Number(duration) > 1)).toEqual([])
})

test('[A10] coming in asks nothing that has to be remembered: pasting is allowed, whom to ask stands in one place, and a name is given once', async ({
  browser,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const helpAtTheEnd = async () => {
    const sheet = page.locator('section', { has: page.getByRole('heading', { level: 1 }) })
    await expect(sheet.locator('> *').last()).toHaveText('Lukt het niet? Vraag het aan wie jou uitnodigde.')
  }
  await page.goto(await server.invite(board, 'participant'))
  await helpAtTheEnd()
  const name = page.getByLabel('Hoe heet je?')
  await expect(name).toHaveAttribute('autocomplete', 'name')
  await name.fill('Bo')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  const back = await page.getByLabel('Jouw link').inputValue()
  await helpAtTheEnd()
  // Another invitation knows who it is.
  const other = await server.addBoard('Een ander verhaal', 'ann@example.nl', '--example')
  await page.goto(await server.invite(other, 'participant'))
  await expect(page.getByText('Je bent hier al bekend als Bo.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  // One's own link, on a device that knows nothing, asks for no name either.
  await context.clearCookies()
  await page.goto(back)
  await helpAtTheEnd()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bo')
  // Who has an account can paste both, and see what was pasted.
  await page.goto(`${server.url}/signin`)
  await helpAtTheEnd()
  const paste = async (label: string, words: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), words)
    await page.getByLabel(label, { exact: true }).focus()
    await page.keyboard.press('Control+V')
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(words)
  }
  await expect(page.getByLabel('E-mailadres')).toHaveAttribute('autocomplete', 'username')
  await paste('E-mailadres', 'ann@example.nl')
  await paste('Wachtwoord', PASSWORD)
  await page.getByRole('button', { name: 'Laat zien' }).click()
  await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.waitForURL(`${server.url}/`)
  await context.close()
})
