import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { ask, signIn } from './fixtures/http'
import { enter, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { lookAt, placeOf, take } from './pages/stakeholders'

let server: TestServer
let ann: string
test.beforeAll(async () => {
  server = await TestServer.start({ LIMIT_JOINS: '1000' })
  await server.addUser('ann@example.nl', 'Ann')
  ann = (await signIn(server, 'ann@example.nl')).cookie
})
test.afterAll(() => server.dispose())
test.afterEach(async () => expect(await everybodyLeaves()).toEqual([]))

const QUESTION = 'Wie staat dichtbij, en wie ver weg?'
/** As a float nothing else on the board is, and as a text neither. */
const UNIQUE = 0.12345678901

const strip = (page: Page) => page.getByRole('region', { name: 'Ieder voor zich' })
const mine = (page: Page, name: string) =>
  page.getByRole('list', { name: /^Wie je plaatst/ }).getByRole('button', { name: new RegExp(`^${name}\\b`) })
const said = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Waar ieder hen zet' }).getByText(new RegExp(`^${name}\\. `))
const saved = (page: Page) => expect(strip(page).getByText('Bewaard', { exact: true })).toBeVisible()

async function axe(page: Page, state: string): Promise<string[]> {
  // The canvas library's own chrome may not be changed.
  const { violations } = await new AxeBuilder({ page }).exclude('.tl-container').analyze()
  return violations.map(({ id, nodes }) => `${state}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** Everything that reaches a page by its sockets and as answers. */
function listenTo(page: Page): () => Promise<Buffer> {
  const heard: Buffer[] = []
  const answers: Promise<unknown>[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void heard.push(Buffer.from(payload))),
  )
  page.on('response', (response) => {
    // Scripts and styles are the same for everybody.
    if (new URL(response.url()).pathname.startsWith('/_next/static/')) return
    answers.push(
      response.body().then(
        (bytes) => heard.push(bytes),
        () => {},
      ),
    )
  })
  return async () => {
    await Promise.all(answers)
    return Buffer.concat(heard)
  }
}

/** As JSON of who is here holds it: where a hand points, that it points nowhere, and somebody whom it holds. */
const POINTS = '"cursor":{"x"'
const RESTS = '"cursor":null'
const HOLDS = 'shape:field-stake-'

function float(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

interface Own {
  entries: { entry: { places: Record<string, { nearness: number }> } | null }[]
}

test('[PLS13] everybody places in silence, and nothing of it reaches anybody before one press shows it all', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const board = await server.addBoard('Het verhaal van Fenna', 'ann@example.nl', '--example')
  const els = await lookAt(server, browser, board, 'Ann', { cookie: ann })
  const heard = listenTo(els.page)
  // A socket that is open already is not heard of.
  await els.page.reload()
  await els.page.getByRole('button', { name: 'Ieder voor zich' }).click()
  const dialog = els.page.getByRole('dialog', { name: 'Ieder voor zich' })
  await expect(dialog.getByRole('textbox')).toHaveValue(QUESTION)
  await dialog.getByRole('button', { name: 'Begin' }).click()
  const round = new URL(els.page.url()).searchParams.get('round') ?? ''
  expect(round).not.toBe('')

  const boCookie = await server.join(await server.invite(board, 'participant'), 'Bo')
  const bo = await lookAt(server, browser, board, 'Bo', { cookie: boCookie })
  await expect(strip(bo.page)).toContainText(QUESTION)
  await strip(bo.page).getByRole('button', { name: 'Plaats voor jezelf' }).click()
  await saved(bo.page)
  await expect(bo.page.getByRole('toolbar', { name: 'Gereedschap' })).toHaveCount(0)

  // Where Bo pointed on the way here may be seen; from now on not.
  const isStill = (all: Buffer) => all.lastIndexOf(RESTS) > all.lastIndexOf(POINTS)
  await expect.poll(async () => isStill(await heard())).toBe(true)
  const before = (await heard()).length

  // By hand, by keys and by words.
  const middle = await placeOf(bo.page, 'Fenna')
  await take(bo.page, 'Karim', { x: middle.x + 80, y: middle.y })
  await bo.page.mouse.up()
  await expect(mine(bo.page, 'Karim')).toHaveText('Karim, dichtbij')
  await mine(bo.page, 'Oma Hetty').focus()
  await bo.page.keyboard.press('ArrowUp')
  await expect(mine(bo.page, 'Oma Hetty')).toHaveText('Oma Hetty, in de buurt')
  await bo.page.keyboard.press('Enter')
  await bo.page.keyboard.press('Escape')
  await mine(bo.page, 'Jeugdpraktijk').press('Enter')
  await bo.page.getByRole('dialog', { name: 'Jeugdpraktijk' }).getByRole('radio', { name: 'ver weg' }).click()
  await bo.page.keyboard.press('Escape')
  await bo.page.keyboard.press('Control+z')
  await expect(mine(bo.page, 'Jeugdpraktijk')).toHaveText(/nog niets bekend/)
  await mine(bo.page, 'Jeugdpraktijk').press('ArrowDown')
  await strip(bo.page)
    .getByRole('checkbox', { name: /^Mijn naam mag erbij/ })
    .check()
  await strip(bo.page).getByRole('button', { name: 'Ik ben klaar' }).click()
  await saved(bo.page)
  expect(await axe(bo.page, 'placing')).toEqual([])
  await bo.page.reload()
  await expect(mine(bo.page, 'Karim')).toHaveText('Karim, dichtbij')
  await expect(strip(bo.page).getByRole('button', { name: 'Ik ben klaar', pressed: true })).toBeVisible()
  const own = await ask(server, `/api/boards/${board}/entries`, { cookie: boCookie })
  const places = (JSON.parse(own.text) as Own).entries[0]?.entry?.places ?? {}
  expect(Object.keys(places)).toHaveLength(3)
  const karim = Object.entries(places).find(([, { nearness }]) => nearness > 0.75)
  const dropped = karim?.[1].nearness ?? 0

  // Somebody without a name, whose number nothing else has; and what Ann keeps for herself.
  const cas = await server.join(await server.invite(board, 'participant'), 'Cas')
  const put = await ask(server, `/api/boards/${board}/entries/${round}`, {
    method: 'POST',
    cookie: cas,
    headers: { origin: server.url },
    json: { entry: { kind: 'places', places: { [karim?.[0] ?? '']: { nearness: UNIQUE } } } },
  })
  expect(put.status).toBe(200)
  await expect(strip(els.page)).toContainText('2 plaatsten · 1 klaar · 3 kunnen meedoen')

  const all = (await heard()).subarray(before)
  const secrets = [float(UNIQUE), String(UNIQUE), `"nearness":${dropped}`, POINTS, HOLDS]
  expect(secrets.map((secret) => all.includes(secret))).toEqual(secrets.map(() => false))
  const file = () => ask(server, `/api/boards/${board}/export?format=json`, { cookie: ann })
  expect((await file()).text).not.toContain(String(UNIQUE))

  await strip(els.page).getByRole('button', { name: 'Leg alles op tafel' }).click()
  for (const { page } of [els, bo]) {
    await expect(strip(page)).toContainText('2 plaatsten')
    await expect(said(page, 'Karim')).toHaveText('Karim. Bo: dichtbij; zonder naam: ver weg')
    await expect(said(page, 'Oma Hetty')).toHaveText('Oma Hetty. Bo: in de buurt')
    await expect(said(page, 'Jeugdpraktijk Tussenwater')).toHaveText(
      'Jeugdpraktijk Tussenwater. Bo: in de buurt',
    )
  }
  await expect(
    els.page.locator('[data-shape-type="rotonde-field"]', { hasText: 'Karim' }).first(),
  ).toContainText('Bo')
  expect((await heard()).includes(float(UNIQUE))).toBe(true)
  expect((await file()).text).toContain(String(UNIQUE))
  expect(await axe(els.page, 'comparing')).toEqual([])

  // An earlier round can be looked at again, by who was not there too.
  await strip(bo.page).getByRole('button', { name: 'Terug naar het veld' }).click()
  await bo.page.getByRole('button', { name: 'Ieder voor zich' }).click()
  await bo.page.getByRole('button', { name: `Bekijk: ${QUESTION}` }).click()
  await expect(said(bo.page, 'Karim')).toHaveText(/Bo: dichtbij/)
})

test('[PLS14] on a phone one places by words alone, keeps it for oneself, and reads who stands where', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const board = await server.addBoard('Het verhaal van Fenna', 'ann@example.nl', '--example')
  const { page } = await enter(server, browser, board, 'Ann', {
    cookie: ann,
    viewport: { width: 390, height: 844 },
  })
  await page.getByRole('button', { name: 'Krachtenveld' }).click()
  await page.getByRole('button', { name: 'Ieder voor zich' }).click()
  await page.getByRole('radio', { name: 'Voor en tegen' }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  const card = page.getByRole('group', { name: 'Karim' })
  await card.getByRole('radio', { name: 'werkt tegen', exact: true }).check()
  await card.getByRole('radio', { name: 'veel kracht', exact: true }).check()
  const keep = strip(page).getByRole('checkbox', { name: /^Houd voor mezelf/ })
  await keep.check()
  await saved(page)
  expect(await axe(page, 'phone')).toEqual([])
  await page.reload()
  await expect(card.getByRole('radio', { name: 'werkt tegen', exact: true })).toBeChecked()
  await expect(keep).toBeChecked()
  const bo = await server.join(await server.invite(board, 'participant'), 'Bo')
  const round = new URL(page.url()).searchParams.get('round') ?? ''
  const own = await ask(server, `/api/boards/${board}/entries`, { cookie: ann })
  const [karim = ''] = Object.keys((JSON.parse(own.text) as Own).entries[0]?.entry?.places ?? {})
  await ask(server, `/api/boards/${board}/entries/${round}`, {
    method: 'POST',
    cookie: bo,
    headers: { origin: server.url },
    json: { entry: { kind: 'places', places: { [karim]: { stance: 1 } }, named: true } },
  })
  await strip(page).getByRole('button', { name: 'Leg alles op tafel' }).click()
  const row = page.getByRole('table', { name: 'Waar ieder hen zet' }).getByRole('row', { name: /Karim/ })
  await expect(row).toContainText('Bo: werkt een beetje mee')
  await expect(row).not.toContainText('werkt tegen')
  await expect(strip(page)).toContainText('Dit hield je voor jezelf')
  await strip(page).getByRole('button', { name: 'Haal alles terug' }).click()
  await expect(strip(page)).not.toContainText('Dit hield je voor jezelf')
})
