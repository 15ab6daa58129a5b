import { expect, test, type Locator } from '@playwright/test'
import { Line } from './fixtures/line'
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

/** What the status says two frames after something was typed, seen from within the page. */
async function statusWhileTyping(field: Locator, words: string): Promise<string> {
  const seen = await field.evaluateHandle((input) => {
    const status = { said: '' }
    const read = () => {
      status.said = document.querySelector('header [role=status]')?.textContent ?? ''
    }
    const soon = () => requestAnimationFrame(() => requestAnimationFrame(read))
    input.addEventListener('input', soon, { once: true })
    return status
  })
  await field.fill(words)
  await expect.poll(() => seen.evaluate(({ said }) => said)).not.toBe('')
  return seen.evaluate(({ said }) => said)
}

test('[TE13] nothing is called saved while it stands on the screen only', async ({ browser }) => {
  const ann = await enter(server, browser, await boardWith(server, '2014;g;Opa valt'), 'Ann')
  await ann.tools.getByRole('button', { name: 'Tekenen' }).click()
  await ann.page.mouse.move(400, 160)
  await ann.page.mouse.down()
  await ann.page.mouse.move(500, 200, { steps: 6 })
  await expect(ann.status).toContainText('Opslaan…')
  await ann.page.mouse.move(520, 220, { steps: 3 })
  await expect(ann.status).not.toContainText('Opgeslagen')
  await ann.page.mouse.up()
  await ann.saved()
  await ann.openMoment('Opa valt')
  expect(await statusWhileTyping(ann.date, '2015')).not.toContain('Opgeslagen')
  await ann.saved()
})

test('[TE15] the title is kept, also for who leaves at once; it is never empty, and a long one ends in an ellipsis', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const [ann, bo] = await Promise.all([
    enter(server, browser, board, 'Ann'),
    enter(server, browser, board, 'Bo'),
  ])
  const title = (person: BoardOnScreen) => person.page.getByRole('textbox', { name: 'Titel van het bord' })
  expect(await statusWhileTyping(title(ann), 'Iris en de verhuizing')).not.toContain('Opgeslagen')
  await title(ann).press('Enter')
  await expect(title(bo)).toHaveValue('Iris en de verhuizing')
  await title(ann).fill('')
  await title(ann).press('Enter')
  await expect(title(ann)).toHaveValue('Iris en de verhuizing')
  await title(ann).fill('w '.repeat(150))
  await title(ann).press('Enter')
  await expect(title(bo)).toHaveValue(/^(w ){99}w$/)
  const cut = await title(bo).evaluate(
    (input) => input.scrollWidth > input.clientWidth && getComputedStyle(input).textOverflow === 'ellipsis',
  )
  expect(cut).toBe(true)
  for (const width of [1280, 960, 721, 390]) {
    await bo.page.setViewportSize({ width, height: 800 })
    const overlap = await bo.page.getByRole('banner').evaluate((header) => {
      const boxes = ['.rt-header-title', '.rt-header-people', '.rt-header-actions', '.rt-header-status'].map(
        (name) => header.querySelector(name)!.getBoundingClientRect(),
      )
      return boxes.some((a, i) =>
        boxes
          .slice(i + 1)
          .some(
            (b) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          ),
      )
    })
    expect(overlap, `at ${width}`).toBe(false)
  }
})

test('[TE16] without a line the board says so and goes on, and saves when the line is back', async ({
  browser,
}) => {
  const line = new Line()
  const ann = await enter(server, browser, await boardWith(server, '2014;g;Opa valt'), 'Ann', {
    before: line.onto,
  })
  const note = ann.page.getByText('Geen verbinding. ')
  line.cut()
  await expect(ann.status).toContainText('Geen verbinding')
  await expect(note).toContainText('Alles tot nu toe is opgeslagen')
  await ann.openMoment('Opa valt')
  await ann.description.fill('Ook zonder lijn')
  await expect(ann.status).toContainText('Nog niet opgeslagen')
  await expect(note).toContainText('Laat deze pagina open')
  line.mend()
  await ann.saved()
  await expect(note).toHaveCount(0)
  await expect(ann.description).toHaveValue('Ook zonder lijn')
})

test('[TE17] words that the server refuses stand there to copy, and the board goes on', async ({
  browser,
}) => {
  const line = new Line()
  const ann = await enter(server, browser, await boardWith(server, '2014;g;Opa valt'), 'Ann', {
    before: line.onto,
  })
  await ann.openMoment('Opa valt')
  line.hold = true
  await ann.description.fill('Dit mag niet weg')
  await expect(ann.status).not.toContainText('Opgeslagen')
  line.refuse()
  line.hold = false
  const lost = ann.page.getByRole('alert').filter({ hasText: 'Niet alles is bewaard' })
  await expect(lost.getByRole('textbox')).toHaveValue('Dit mag niet weg')
  await expect(ann.drawn('Opa valt')).toBeInViewport({ ratio: 1 })
  await lost.getByRole('button', { name: 'Ik heb mijn tekst' }).click()
  await expect(lost).toHaveCount(0)
  await ann.saved()
  await ann.page.keyboard.press('Escape')
  await ann.openMoment('Opa valt')
  await expect(ann.description).toHaveValue('')
})

test('[TE18] whose access has changed hears it and has nothing left to fill in', async ({ browser }) => {
  const line = new Line()
  const ann = await enter(server, browser, await boardWith(server, '2014;g;Opa valt'), 'Ann', {
    before: line.onto,
  })
  await ann.openMoment('Opa valt')
  line.revoke()
  await expect(
    ann.page.getByRole('alert').filter({ hasText: 'Je toegang tot dit bord is veranderd' }),
  ).toBeVisible()
  await expect(ann.page.locator('input, textarea, select')).toHaveCount(0)
  await expect(ann.tools).toHaveCount(0)
  await expect(ann.panel).toContainText('Opa valt')
})

test('[TE19] a board with moments is never shown as empty while it comes in', async ({ browser }) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const ann = await enter(server, browser, board, 'Ann', {
    viewport: { width: 390, height: 844 },
    before: (page) =>
      page.addInitScript(() => {
        const seen = { empty: false }
        Object.assign(window, { seen })
        const look = () => {
          if (document.body?.innerText.includes('Begin met het eerste moment')) seen.empty = true
        }
        new MutationObserver(look).observe(document, { childList: true, subtree: true })
      }),
  })
  await expect(ann.card('Opa valt')).toBeAttached()
  expect(await ann.page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({
    empty: false,
  })
})
