import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { linesOf, MomentByKeys, MomentByTouch } from './pages/momentForm'

const FILE = 'tests/fixtures/denise.csv'
const LINES = linesOf(readFileSync(FILE, 'utf8'))

let server: TestServer
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterEach(async () => {
  expect(await everybodyLeaves()).toEqual([])
})
test.afterAll(() => server.dispose())

/** What a board says of its events, as its own export tells it. */
async function told(board: string): Promise<string[]> {
  const file = JSON.parse(await server.cli(['board', 'export', board, '--format', 'json'])) as {
    events: {
      date: string | null
      title: string
      kind: string
      side: string
      source: string | null
      names: string[]
    }[]
  }
  return file.events
    .map(({ date, title, kind, side, source, names }) =>
      [date, title, kind, side, source, [...names].sort().join()].join(' | '),
    )
    .sort()
}

/** What the board would say had the file been imported. */
async function imported(): Promise<string[]> {
  const board = await server.addBoard('Uit het bestand', 'ann@example.nl')
  await server.cli(['board', 'import', board, FILE])
  const events = await told(board)
  expect(events).toHaveLength(21)
  return events
}

test('[LN20] denise.csv is built from the sheet by keyboard alone, and the board then says what the file says', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const board = await server.addBoard('Denise', 'ann@example.nl')
  const ann = await enter(server, browser, board, 'Ann', { viewport: { width: 1440, height: 900 } })
  await ann.ready()
  const keys = new MomentByKeys(ann.page)
  await keys.open()
  for (const line of LINES) await keys.add(line)
  await keys.press('Escape')
  await expect(keys.form).toBeHidden()
  await ann.saved()
  expect(await ann.read()).toHaveLength(21)
  expect(await told(board)).toEqual(await imported())
  // Besides the words: about a Tab for each field, and the letters that choose in a list.
  expect(keys.keys / LINES.length).toBeLessThan(14)
  test.info().annotations.push({ type: 'keys', description: `${keys.keys} besides the words` })
})

test('[PH5] denise.csv is built by touch alone on a phone, and the board then says what the file says', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const board = await server.addBoard('Denise', 'ann@example.nl')
  const size = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const bo = await enter(server, browser, board, 'Bo', size)
  const touch = new MomentByTouch(bo.page)
  for (const line of LINES) await touch.add(line)
  await bo.saved()
  expect(await told(board)).toEqual(await imported())
  await bo.page.getByRole('button', { name: 'Lijn', exact: true }).tap()
  const line = bo.page.getByRole('list', { name: 'De tijdlijn van boven naar beneden' })
  await expect(line.getByRole('button')).toHaveCount(21)
})
