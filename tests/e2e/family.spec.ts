import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { people } from './pages/genogram'
import { linesOf, MomentInList } from './pages/momentForm'

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))
test.afterAll(() => server.dispose())

/** What hands can do with a page: by keyboard alone, or by touch alone. */
interface Hands {
  press: (target: Locator) => Promise<void>
  write: (field: Locator, words: string) => Promise<void>
  choose: (radio: Locator) => Promise<void>
  pick: (list: Locator, option: string) => Promise<void>
}

const byTouch: Hands = {
  press: (target) => target.tap(),
  write: async (field, words) => {
    await field.tap()
    await field.pressSequentially(words)
  },
  choose: (radio) => radio.tap(),
  // A telephone shows a list of its own for this.
  pick: async (list, option) => void (await list.selectOption({ label: option })),
}

function byKeys(page: Page): Hands {
  /** Presses Tab until this has the focus, as who has no mouse does. */
  const tabTo = async (target: Locator) => {
    await expect(target).toBeVisible()
    for (let i = 0; i < 120; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  return {
    press: async (target) => {
      await tabTo(target)
      await page.keyboard.press('Enter')
    },
    write: async (field, words) => {
      await tabTo(field)
      await page.keyboard.type(words)
    },
    choose: async (radio) => {
      await expect(radio).toBeVisible()
      const group = radio.locator('xpath=ancestor::*[@role="radiogroup"]')
      const radios = await group.getByRole('radio').all()
      const hasFocus = (one: Locator) => one.evaluate((element) => element.contains(document.activeElement))
      for (let i = 0; i < 120 && !(await hasFocus(group)); i++) await page.keyboard.press('Tab')
      const states = await Promise.all(radios.map(hasFocus))
      for (let at = states.indexOf(true); !(await hasFocus(radio)); at++) {
        await page.keyboard.press('ArrowDown')
        await expect(radios[(at + 1) % radios.length]!).toBeFocused()
      }
      await page.keyboard.press('Space')
      await expect(radio).toBeChecked()
    },
    pick: async (list, option) => {
      await tabTo(list)
      await page.keyboard.type(option)
      await expect(list.locator('option:checked')).toHaveText(option)
    },
  }
}

/** A family of twelve, as somebody who sits with it would write it down. */
async function makeFamily(page: Page, { press, write, choose, pick }: Hands): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Mensen' })
  const dialog = page.getByRole('dialog')
  const add = (what: string) => press(panel.getByRole('button', { name: what, exact: true }))
  const row = async (name: string) => {
    await press(panel.getByRole('button', { name: new RegExp(`^${name}`) }).first())
    await expect(panel.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  }
  const keep = async () => {
    await press(dialog.getByRole('button', { name: 'Zet erbij' }))
    await expect(dialog).toBeHidden()
  }
  const name = (within: Locator = dialog) => within.getByRole('textbox', { name: 'Naam' })
  const born = (within: Locator = dialog) => within.getByRole('textbox', { name: 'Wanneer geboren?' })
  const is = (gender: string, within: Locator = dialog) =>
    choose(within.getByRole('radio', { name: gender, exact: true }))
  const parents = async (one: string, other: string) => {
    await add('ouders')
    await write(name(dialog.getByRole('group', { name: 'De ene ouder' })), one)
    await is('man', dialog.getByRole('group', { name: 'De ene ouder' }))
    await write(name(dialog.getByRole('group', { name: 'De andere ouder' })), other)
    await is('vrouw', dialog.getByRole('group', { name: 'De andere ouder' }))
  }

  await press(page.getByRole('button', { name: 'Familie en netwerk' }))
  await press(page.getByRole('button', { name: 'Zet iemand neer' }))
  const first = page.getByRole('form', { name: 'Iemand erbij' })
  await write(first.getByRole('textbox', { name: 'Naam' }), 'Sanne')
  await write(first.getByRole('textbox', { name: 'Wanneer geboren?' }), '2009')
  await press(first.getByRole('button', { name: 'Zet erbij' }))
  await expect(panel.getByRole('heading', { level: 2, name: 'Sanne' })).toBeVisible()

  await parents('Ruud', 'Fatiha')
  await pick(dialog.getByLabel('Wat zijn de ouders van elkaar?'), 'getrouwd')
  await write(dialog.getByRole('textbox', { name: 'Sinds wanneer?' }), '1998')
  await keep()
  await add('broer of zus')
  await write(name(), 'Sem')
  await write(born(), '2005')
  await keep()

  await row('Ruud')
  await parents('Henk', 'Hetty')
  await keep()
  await add('partner')
  await write(name(), 'Ilse')
  await pick(dialog.getByLabel('Wat zijn ze van elkaar?'), 'wonen samen')
  await write(dialog.getByRole('textbox', { name: 'Sinds wanneer?' }), '2015')
  await keep()
  await add('kind')
  await write(name(), 'Noor')
  await choose(dialog.getByRole('radio', { name: 'van Ruud en Ilse' }))
  await pick(dialog.getByLabel('Hoe hoort het kind erbij?'), 'geadopteerd kind')
  await keep()
  await add('kind')
  await write(name(), 'Milan')
  await choose(dialog.getByRole('radio', { name: 'van Ruud en Ilse' }))
  await pick(dialog.getByLabel('Hoe hoort het kind erbij?'), 'pleegkind')
  await write(dialog.getByRole('textbox', { name: /^Sinds wanneer, of/ }), 'van 2018 tot 2020')
  await keep()
  await press(panel.getByRole('button', { name: 'Verander hoe het met Fatiha is' }))
  await pick(panel.getByLabel('En daarna?'), 'gescheiden')
  await write(panel.getByRole('textbox', { name: 'Sinds wanneer?' }).last(), '2013')
  await press(panel.getByRole('button', { name: 'Zet erbij', exact: true }))
  await expect(panel.getByRole('button', { name: /^Fatiha.*gescheiden 2013/ })).toBeVisible()

  await row('Fatiha')
  await parents('Ahmed', 'Naima')
  await keep()

  await row('Sanne')
  await add('netwerk')
  await write(name(), 'Rianne')
  await keep()
  await pick(panel.getByLabel('Hoe is het met…'), 'Hetty')
  await press(panel.getByRole('button', { name: 'Zeg het' }))
  await choose(dialog.getByRole('radio', { name: 'zorgt voor', exact: true }))
  await choose(dialog.getByRole('radio', { name: 'Hetty zorgt voor Sanne' }))
  await press(dialog.getByRole('button', { name: 'Teken dit' }))
  await expect(dialog).toBeHidden()
}

interface Told {
  people: string[]
  couples: string[]
  children: string[]
  bonds: string[]
}

/** What a file of a case says, with names in place of ids. */
function told(file: string): Told {
  type Row = Record<string, unknown> & { id: string; name: string }
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Row[]>
  const nameOf = (id: unknown) => all['people']?.find((one) => one.id === id)?.name ?? ''
  const couple = (id: unknown) => {
    const row = all['partnerships']?.find((one) => one.id === id)
    return ((row?.['partners'] ?? []) as string[]).map(nameOf).sort().join(' + ')
  }
  const phases = (row: Row) =>
    Object.values(row['phases'] as Record<string, { type: string; date: string | null }>)
      .map(({ type, date }) => `${type} ${date}`)
      .sort()
  const rows = (kind: string, say: (row: Row) => string) => (all[kind] ?? []).map(say).sort()
  return {
    people: rows('people', ({ name, gender, birth }) =>
      [name, gender, (birth as { date: string | null }).date].join(' '),
    ),
    couples: rows('partnerships', (row) => [couple(row.id), ...phases(row)].join(', ')),
    children: rows('parentages', (row) =>
      [nameOf(row['child']), couple(row['partnership']), row['type'], row['date']].join(', '),
    ),
    bonds: rows('relations', (row) => [nameOf(row['from']), row['type'], nameOf(row['to'])].join(' ')),
  }
}

const MEANT: Told = {
  people: [
    'Ahmed male ',
    'Fatiha female ',
    'Henk male ',
    'Hetty female ',
    'Ilse unknown ',
    'Milan unknown ',
    'Naima female ',
    'Noor unknown ',
    'Rianne unknown ',
    'Ruud male ',
    'Sanne unknown 2009',
    'Sem unknown 2005',
  ],
  couples: [
    'Ahmed + Naima',
    'Fatiha + Ruud, divorce 2013, marriage 1998',
    'Henk + Hetty',
    'Ilse + Ruud, cohabiting 2015',
  ],
  children: [
    'Fatiha, Ahmed + Naima, biological, ',
    'Milan, Ilse + Ruud, foster, 2018/2020',
    'Noor, Ilse + Ruud, adopted, ',
    'Ruud, Henk + Hetty, biological, ',
    'Sanne, Fatiha + Ruud, biological, ',
    'Sem, Fatiha + Ruud, biological, ',
  ],
  bonds: ['Hetty caretaker Sanne', 'Sanne close Rianne'],
}

async function exported(board: string): Promise<Told> {
  const out = path.join(server.dataDir, `${board}.json`)
  await server.cli(['board', 'export', board, '--format', 'json', '--out', out])
  return told(out)
}

const SHEET = 'tests/fixtures/denise.csv'

/** What a board says of its moments. */
async function momentsOf(board: string): Promise<string[]> {
  const file = JSON.parse(await server.cli(['board', 'export', board, '--format', 'json'])) as {
    events: Record<'date' | 'title' | 'kind' | 'side' | 'source', string | null>[]
  }
  return file.events
    .map(({ date, title, kind, side, source }) => [date, title, kind, side, source].join(' | '))
    .sort()
}

test('[GP7, A1] by keyboard alone, without a canvas, a family of twelve in three generations with a divorce and an adoption, and the 21 moments of denise.csv; the canvases show the same, and who loses the row under the focus goes on beside it', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const board = await server.addBoard('De familie van Sanne', 'ann@example.nl')
  const ann = await enter(server, browser, board, 'Ann')
  const { page } = ann
  await page.goto(`${server.url}/boards/${board}?view=list`)
  const { press } = byKeys(page)
  await makeFamily(page, byKeys(page))
  await ann.saved()
  expect(await exported(board)).toEqual(MEANT)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  const family = page.getByRole('region', { name: 'Familie en netwerk' })
  await expect(family.getByRole('region', { name: /^(Ruud en Ilse|Ilse en Ruud)$/ })).toMatchAriaSnapshot(`
    - heading /Ruud|Ilse/ [level=3]
    - list:
      - listitem:
        - button /Ruud|Ilse/
      - listitem:
        - button /Ruud|Ilse/
      - listitem:
        - button /(Milan|Noor).*kind/
      - listitem:
        - button /(Milan|Noor).*kind/
  `)
  await press(page.getByRole('button', { name: 'Alle banden, in zinnen' }))
  await expect(family.getByRole('button', { name: /^Hetty zorgt voor Sanne/ })).toBeVisible()

  await press(page.getByRole('button', { name: 'Momenten', exact: true }))
  const add = page.getByRole('button', { name: 'Zet een moment neer' })
  while (!(await add.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab')
  const list = new MomentInList(page)
  for (const line of linesOf(readFileSync(SHEET, 'utf8'))) await list.add(line)
  await ann.saved()
  const fromFile = await server.addBoard('Uit het bestand', 'ann@example.nl')
  await server.cli(['board', 'import', fromFile, SHEET])
  expect(await momentsOf(board)).toEqual(await momentsOf(fromFile))

  // Somebody else throws away the moment that has the focus.
  const cards = page.locator('main section ol button')
  await expect(cards).toHaveCount(21)
  const [gone = '', next = ''] = await cards.evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).dataset['name'] ?? ''),
  )
  await cards.first().focus()
  const bo = await enter(server, browser, board, 'Bo', { viewport: { width: 390, height: 844 } })
  await bo.page.locator(`main [data-name="${gone}"]`).click()
  await bo.page.getByRole('button', { name: 'Gooi dit moment weg' }).click()
  await expect(cards).toHaveCount(20)
  await expect(cards.first()).toBeFocused()
  await expect(
    page.getByRole('status').filter({ hasText: `“${gone}” is weggehaald. Je staat nu bij “${next}”.` }),
  ).toBeAttached()

  // The canvases show what the list said.
  await press(page.getByRole('link', { name: 'Tijdlijn' }))
  await expect.poll(async () => (await ann.read()).length).toBe(20)
  await press(page.getByRole('link', { name: 'Geno-sociogram' }))
  await expect(people(page).getByRole('button')).toHaveCount(12)
  const drawn = await people(page).getByRole('button').allInnerTexts()
  expect(drawn.map((words) => words.split(/[^\p{L}]/u)[0]!).sort()).toEqual(
    MEANT.people.map((one) => one.split(' ')[0]!),
  )
  expect(drawn.find((words) => words.startsWith('Noor'))).toMatch(/geadopteerd kind, bij .*Ruud/)
})

test('[GP8] a family of twelve is made by touch alone on a screen of 390×844, and the file says what was meant', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const board = await server.addBoard('De familie van Sanne', 'ann@example.nl')
  const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const ann = await enter(server, browser, board, 'Ann', size)
  await makeFamily(ann.page, byTouch)
  await ann.saved()
  expect(await exported(board)).toEqual(MEANT)
})
