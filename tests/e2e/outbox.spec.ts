import { expect, test, type Browser, type Page } from '@playwright/test'
import { TcpProxy } from '../support/tcpProxy'
import { signIn } from './fixtures/http'
import { boardWith, enter, enterAgain, everybodyLeaves } from './fixtures/people'
import { TestServer } from './fixtures/server'
import { BoardOnScreen } from './pages/board'

let server: TestServer
let network: TcpProxy
test.beforeAll(async () => {
  network = await TcpProxy.open()
  server = await TestServer.start({
    LIMIT_JOINS: '1000',
    PUBLIC_URL: `http://localhost:${network.port}`,
  })
  network.lead(server.port)
  await server.addUser('ann@example.nl', 'Ann')
})
test.afterAll(async () => {
  network.close()
  await server.dispose()
})
test.afterEach(async () => {
  network.heal()
  expect(await everybodyLeaves()).toEqual([])
})

/** Ann with her account, and what her requests are known by. */
async function enterWithAccount(browser: Browser, board: string, before?: (page: Page) => Promise<unknown>) {
  const { cookie } = await signIn(server, 'ann@example.nl')
  const ann = await enter(server, browser, board, 'Ann', { cookie, ...(before && { before }) })
  return { ann, hers: cookie.split('=')[1] ?? '' }
}

/** A browser that is too busy to give anybody a lock, until `answer` is called in it. */
const lateBrowser = (page: Page) =>
  page.addInitScript(() => {
    const locks = navigator.locks
    const request = locks.request.bind(locks) as (...args: unknown[]) => Promise<unknown>
    const free = new Promise<void>((resolve) => Object.assign(window, { answer: resolve }))
    Object.assign(locks, { request: (...args: unknown[]) => free.then(() => request(...args)) })
  })

/** Databases of ours on this device. */
const databases = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.startsWith('rotonde')),
  )

/** What stands in the one database of ours, as its bytes; and whether its key can be taken out. */
const readKept = async (page: Page) => {
  const [name = ''] = await databases(page)
  return page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(new Error('no database'))
    })
    const all = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const asked = db.transaction(store).objectStore(store).getAll()
        asked.onsuccess = () => resolve(asked.result)
      })
    const batches = (await all('batches')) as { sealed: ArrayBuffer }[]
    const keys = (await all('keys')) as CryptoKey[]
    db.close()
    return {
      bytes: batches.map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join(),
      extractable: keys.map(({ extractable }) => extractable),
    }
  }, name)
}

const offline = ({ page }: BoardOnScreen) => page.getByText('Geen verbinding. ')

/** Writes something while the line is away, until it stands on this device. */
async function writeAway(person: BoardOnScreen, moment: string, words: string): Promise<void> {
  await person.openMoment(moment)
  await person.description.fill(words)
  await expect(person.status).toContainText('Nog niet opgeslagen')
  await expect(person.status).toHaveAttribute('data-on-device', 'kept')
}

async function expectWords(person: BoardOnScreen, moment: string, words: string): Promise<void> {
  await person.openMoment(moment)
  await expect(person.description).toHaveValue(words)
}

test('[OB13] what an account wrote without a line is there after the tab was closed, and stood sealed on the device', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const bo = await enter(server, browser, board, 'Bo')
  const { ann, hers } = await enterWithAccount(browser, board)
  network.refuse('GET /sync/', hers)
  await expect(ann.status).toContainText('Geen verbinding')
  await writeAway(ann, 'Opa valt', 'Zonder lijn geschreven')
  await expect(ann.status).toContainText(/\d+ wijziging(en)? sta(at|an) alleen op dit apparaat/)
  await expect(offline(ann)).toContainText('Dit apparaat onthoudt wat je doet')
  const kept = await readKept(ann.page)
  expect(kept.extractable).toEqual([false])
  expect(kept.bytes.length).toBeGreaterThan(20)
  expect(kept.bytes).not.toContain('Zonder lijn')
  const asked = ann.page.waitForEvent('dialog')
  await ann.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  const closed = ann.page.waitForEvent('close')
  await dialog.accept()
  await closed
  network.heal()
  const again = await enterAgain(server, board, ann)
  await expectWords(again, 'Opa valt', 'Zonder lijn geschreven')
  await again.saved()
  await expectWords(bo, 'Opa valt', 'Zonder lijn geschreven')
  await expect.poll(async () => (await readKept(again.page)).bytes).toBe('')
})

test('[OB14] who came by a link is told that closing the tab loses it, and nothing stands on the device', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const cookie = await server.join(await server.invite(board, 'participant'), 'Bo')
  const bo = await enter(server, browser, board, 'Bo', { cookie })
  network.refuse('GET /sync/', cookie.split('=')[1] ?? '')
  await expect(bo.status).toContainText('Geen verbinding')
  await bo.openMoment('Opa valt')
  await bo.description.fill('Alleen hier')
  await expect(bo.status).toContainText(
    /Nog niet opgeslagen: \d+ wijziging.*Sluit je dit tabblad, dan ben je/,
  )
  await expect(bo.status).toHaveAttribute('data-on-device', 'never')
  await expect(offline(bo)).toContainText('kwijt wat nog niet is opgeslagen')
  expect(await databases(bo.page)).toEqual([])
  network.heal()
  await bo.saved()
})

test('[OB15, T11] a line that swallows everything: said within 15 s, back within 5 s of being mended, nobody there twice', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const bo = await enter(server, browser, board, 'Bo')
  const { ann, hers } = await enterWithAccount(browser, board)
  const others = (person: BoardOnScreen) => person.page.getByRole('list', { name: '1 ander is hier' })
  await expect(others(bo)).toBeAttached()
  await ann.page.mouse.move(400, 300)
  await expect(bo.cursorOf('Ann')).toHaveCount(1)
  network.swallow('GET /sync/', hers)
  await expect(ann.status).toContainText('Geen verbinding', { timeout: 15_000 })
  await writeAway(ann, 'Opa valt', 'In de stilte')
  // Bo is never shown a second Ann.
  await bo.page.evaluate(() => {
    const seen = { two: false }
    Object.assign(window, { seen })
    const look = () => {
      if (document.querySelectorAll('.rt-cursor').length > 1) seen.two = true
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  network.heal()
  await expect(ann.status).toHaveText(/Opgeslagen/, { timeout: 5_000 })
  await expectWords(bo, 'Opa valt', 'In de stilte')
  await expect(others(bo)).toBeAttached()
  await expect(others(ann)).toBeAttached()
  await ann.page.mouse.move(420, 320)
  await expect(bo.cursorOf('Ann')).toHaveCount(1)
  expect(await bo.page.evaluate(() => (window as unknown as { seen: object }).seen)).toEqual({ two: false })
  await ann.description.fill('Ook na de stilte')
  await expect(bo.description).toHaveValue('Ook na de stilte')
  await ann.saved()
})

test('[OB16, T14] a tab and its copy both write, also without a line and with one of them closed: nothing is lost', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const bo = await enter(server, browser, board, 'Bo')
  const { ann, hers } = await enterWithAccount(browser, board)
  await ann.page.evaluate(() => sessionStorage.setItem('mine', 'copied'))
  const opened = ann.page.waitForEvent('popup')
  await ann.page.evaluate(() => void window.open(window.location.href))
  const copy = new BoardOnScreen(await opened)
  await copy.ready()
  expect(await copy.page.evaluate(() => sessionStorage.getItem('mine'))).toBe('copied')
  await ann.openMoment('Opa valt')
  await ann.description.fill('Van de eerste')
  await copy.openMoment('School')
  await copy.description.fill('Van de kopie')
  await Promise.all([ann.saved(), copy.saved()])
  await expectWords(bo, 'School', 'Van de kopie')
  network.refuse('GET /sync/', hers)
  for (const [tab, words] of [
    [ann, 'Van de eerste, zonder lijn'],
    [copy, 'Van de kopie, zonder lijn'],
  ] as const) {
    await expect(tab.status).toContainText('Geen verbinding')
    await tab.description.fill(words)
    await expect(tab.status).toContainText('Nog niet opgeslagen')
    await expect(tab.status).toHaveAttribute('data-on-device', 'kept')
  }
  await ann.page.close()
  network.heal()
  await copy.saved()
  await expectWords(bo, 'School', 'Van de kopie, zonder lijn')
  // What the closed one left, the next opening brings.
  const again = await enterAgain(server, board, copy)
  await again.saved()
  await bo.page.keyboard.press('Escape')
  await expectWords(bo, 'Opa valt', 'Van de eerste, zonder lijn')
})

test('[OB19] a browser whose database answers late: said for as long as nothing is kept, then kept', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const { ann, hers } = await enterWithAccount(browser, board, lateBrowser)
  network.refuse('GET /sync/', hers)
  await expect(ann.status).toContainText('Geen verbinding')
  await ann.openMoment('Opa valt')
  await ann.description.fill('Nog nergens anders')
  await expect(ann.status).toHaveAttribute('data-on-device', 'never')
  await ann.page.evaluate(() => (window as unknown as { answer: () => void }).answer())
  await expect(ann.status).toHaveAttribute('data-on-device', 'kept')
  network.heal()
  await ann.saved()
})

test('[OB17] signing out warns of what is unsaved, and takes all of it off the device', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const { ann, hers } = await enterWithAccount(browser, board)
  network.refuse('GET /sync/', hers)
  await expect(ann.status).toContainText('Geen verbinding')
  await writeAway(ann, 'Opa valt', 'Dit gaat weg')
  const page = await ann.page.context().newPage()
  await ann.page.close()
  network.heal()
  await page.goto(server.url)
  expect(await databases(page)).toHaveLength(1)
  const leave = page.getByRole('button', { name: 'Uitloggen' })
  const warning = page.getByRole('dialog', { name: 'Nog niet alles is opgeslagen' })
  await leave.click()
  await expect(warning).toContainText(/\d+ wijziging/)
  await warning.getByRole('button', { name: 'Annuleren' }).click()
  expect(await databases(page)).toHaveLength(1)
  await leave.click()
  await warning.getByRole('button', { name: 'Log toch uit' }).click()
  await page.waitForURL(`${server.url}/signin`)
  expect(await databases(page)).toEqual([])
})
