import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { ask } from './fixtures/http'
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

const button = (person: BoardOnScreen, name: string | RegExp) => person.panel.getByRole('button', { name })
const box = (person: BoardOnScreen, name: string | RegExp) => person.panel.getByRole('textbox', { name })
const radio = (person: BoardOnScreen, name: string) => person.panel.getByRole('radio', { name, exact: true })

/** Opens a moment whoever may write in it. */
async function open(person: BoardOnScreen, words: string): Promise<void> {
  await person.card(words).press('Enter')
  await expect(person.panel).toContainText('Toegevoegd')
}

/** Puts somebody on the open moment as a person of the case. */
async function addPerson(person: BoardOnScreen, name: string): Promise<void> {
  await box(person, 'Naam toevoegen').fill(name)
  await button(person, 'Voeg toe').click()
  await button(person, `${name}: wie is dit?`).click()
  await person.page.getByRole('button', { name: 'Een nieuwe persoon' }).click()
  await expect(button(person, `Haal ${name} weg`)).toBeVisible()
}

async function seeNoProblems(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('.rt-panel').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

test('[EV20] two people react side by side, each in their own words, and take back only their own', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const [bo, cas] = await Promise.all([
    enter(server, browser, board, 'Bo'),
    enter(server, browser, board, 'Cas'),
  ])
  for (const [person, then, now] of [
    [bo, 'Ik schrok.', 'Het maakt me stil.'],
    [cas, 'Ik was er niet.', 'Ik mis hem.'],
  ] as const) {
    await open(person, 'Opa valt')
    await button(person, 'Zet jouw woorden ernaast').click()
    await expect(box(person, /Jouw woorden Wat was het voor jou/)).toBeFocused()
    await person.page.keyboard.type(then)
    await box(person, /Jouw woorden Wat doet dit met je/).fill(now)
  }
  await expect(bo.panel).toContainText('Ik was er niet.')
  await expect(bo.panel).toContainText('Ik mis hem.')
  await expect(bo.panel.getByRole('textbox', { name: /Jouw woorden/ })).toHaveCount(2)
  await expect(button(bo, /zegt ja/)).toHaveCount(0)
  // What kind of words they are is asked when the group looks at them, not at entry.
  await expect(radio(bo, 'gevoel')).toHaveCount(0)
  await button(bo, 'Wat zien we?').click()
  await radio(bo, 'gevoel').click()
  await radio(bo, 'hart').click()
  await expect(cas.panel).toContainText('gevoel')
  await expect(cas.panel).toContainText('hart')
  await seeNoProblems(bo.page)
  await button(bo, 'Trek terug').click()
  await expect(cas.panel).not.toContainText('Ik schrok.')
  await bo.page.getByRole('button', { name: 'Zet ze terug' }).click()
  await expect(cas.panel).toContainText('Ik schrok.')
  await expect(cas.panel).toContainText('Het maakt me stil.')
  await expect(cas.panel).toContainText('gevoel')
})

test('[EV21] a roundabout is a proposal until those concerned have been asked', async ({ browser }) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;Naar tante')
  const ann = await enter(server, browser, board, 'Ann', { role: 'facilitator' })
  const vera = await enter(server, browser, board, 'Vera', { role: 'viewer' })
  await ann.openMoment('Naar tante')
  await addPerson(ann, 'Iris')
  await radio(ann, 'rotonde').click()
  for (const exit of ['naar tante', 'thuis blijven', 'langer wachten']) {
    await button(ann, 'Afslag erbij').click()
    await ann.page.keyboard.type(exit)
  }
  const status = (n: number) =>
    ann.panel.getByRole('radiogroup', { name: `Wat gebeurde er met afslag ${n}?` })
  await status(1).getByRole('radio', { name: 'genomen' }).click()
  await status(3).getByRole('radio', { name: 'niet gezien' }).click()
  await button(ann, 'Zet afslag 3 hoger').click()
  await expect(box(ann, 'Afslag 2')).toHaveValue('langer wachten')
  await status(2).getByRole('radio', { name: 'genomen' }).click()
  await expect(ann.panel).toContainText('Er zijn nu 2 afslagen genomen. Dat kan.')
  await radio(ann, 'pas nu').click()
  await expect(ann.card('Naar tante')).toHaveAccessibleName(/rotonde, voorstel/)
  await expect(ann.drawn('Naar tante')).toHaveAttribute('data-dashed', 'true')
  await expect(button(ann, 'We hebben het gevraagd')).toBeDisabled()
  await seeNoProblems(ann.page)
  await ann.panel.getByRole('checkbox', { name: 'Iris' }).click()
  const answers = ann.panel.getByRole('radiogroup', { name: 'Herkent Iris dit?' })
  await answers.getByRole('radio', { name: 'ja', exact: true }).click()
  await ann.panel
    .getByRole('radiogroup', { name: 'Herken je dit?' })
    .getByRole('radio', { name: 'weet ik niet' })
    .click()

  await vera.card('Naar tante').press('Enter')
  await expect(vera.panel).toContainText('Dit is nog een voorstel')
  await expect(vera.panel.getByRole('listitem').filter({ hasText: /afslag|:/ })).toContainText([
    'naar tante: genomen',
    'langer wachten: genomen',
    'thuis blijven: voorbijgereden',
    'Iris: ja',
    'Ann: weet ik niet',
  ])
  await expect(vera.panel).toContainText('opgeschreven door Ann')
  await button(ann, 'We hebben het gevraagd').click()
  await expect(vera.panel).not.toContainText('voorstel')
  await expect(ann.card('Naar tante')).toHaveAccessibleName(/\. rotonde\. /)
  await button(ann, 'Maak er weer een voorstel van').click()
  await expect(vera.panel).toContainText('Dit is nog een voorstel')
  await seeNoProblems(vera.page)
})

test('[EV22] words under a name are changed by that person, or by who guides with their yes, and all see it', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const [ann, bo, cas] = await Promise.all([
    enter(server, browser, board, 'Ann', { role: 'facilitator' }),
    enter(server, browser, board, 'Bo'),
    enter(server, browser, board, 'Cas'),
  ])
  await bo.addMoment('Gezin en netwerk')
  await bo.page.keyboard.type('Ik wilde weg')
  await bo.panel.getByRole('combobox', { name: 'Van wie zijn deze woorden?' }).selectOption('van mij (Bo)')
  await expect(bo.title).toHaveValue('Ik wilde weg')

  await open(cas, 'Ik wilde weg')
  await expect(cas.panel).toContainText('Dit zijn de woorden van Bo.')
  await expect(cas.panel).toContainText(/Toegevoegd door Bo op \d+ \S+ \d{4}/)
  await expect(cas.title).toHaveCount(0)
  await expect(cas.description).toHaveCount(0)
  await expect(button(cas, /zegt ja/)).toHaveCount(0)
  await cas.panel.getByRole('button', { name: 'Zet jouw woorden ernaast' }).first().click()
  await expect(box(cas, /Jouw woorden Wat was het/)).toBeFocused()

  await open(ann, 'Ik wilde weg')
  await expect(ann.title).toHaveCount(0)
  await button(ann, 'Bo zegt ja: pas aan').click()
  await expect(ann.title).toBeFocused()
  await expect(ann.panel).toContainText('Je schrijft dit op voor Bo.')
  await expect(cas.panel).not.toContainText('schreef dit op')
  await ann.title.press('End')
  await ann.page.keyboard.type(' van huis')
  await expect(cas.panel).toContainText('Ik wilde weg van huis')
  await expect(cas.panel).toContainText('Ann schreef dit op, met het ja van Bo.')
  await expect(bo.title).toHaveValue('Ik wilde weg van huis')
  // A yes is for this moment and this panel.
  await ann.page.keyboard.press('Escape')
  await open(ann, 'Ik wilde weg')
  await expect(ann.title).toHaveCount(0)
})

test('[EV23] who guides writes down for somebody without a device, only with their yes, under their name', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const ann = await enter(server, browser, board, 'Ann', { role: 'facilitator' })
  const bo = await enter(server, browser, board, 'Bo')
  await ann.openMoment('Opa valt')
  await addPerson(ann, 'Oma Riet')
  for (const [name, words] of [
    ['Oma Riet', 'Ik was zo bang.'],
    ['De buurman', 'Ik zag het licht.'],
  ] as const) {
    await button(ann, 'Opschrijven voor iemand').click()
    const who = ann.panel.getByRole('combobox', { name: 'Voor wie schrijf je op?' })
    await expect(who).toBeFocused()
    await who.selectOption(name === 'Oma Riet' ? name : 'iemand die er niet bij staat…')
    if (name !== 'Oma Riet') await box(ann, 'Naam').last().fill(name)
    await expect(button(ann, 'Schrijf op')).toBeDisabled()
    await ann.panel.getByRole('checkbox', { name: `Ik heb het gevraagd. ${name} zegt` }).check()
    await button(ann, 'Schrijf op').click()
    await expect(box(ann, new RegExp(`Woorden van ${name} Wat was het`))).toBeFocused()
    await ann.page.keyboard.type(words)
    await button(ann, 'Klaar').click()
    await expect(box(ann, new RegExp(`Woorden van ${name}`))).toHaveCount(0)
  }
  await open(bo, 'Opa valt')
  for (const said of ['Oma Riet', 'Ik was zo bang.', 'De buurman', 'Ik zag het licht.'])
    await expect(bo.panel).toContainText(said)
  await expect(bo.panel.getByText('opgeschreven door Ann')).toHaveCount(2)
  await expect(button(bo, /zegt ja|Opschrijven/)).toHaveCount(0)
  await button(ann, 'Oma Riet zegt ja: pas aan').click()
  await button(ann, 'Trek terug').click()
  await expect(bo.panel).not.toContainText('Ik was zo bang.')
  // In the words of somebody who takes part as well, and they see that it happened.
  await button(bo, 'Zet jouw woorden ernaast').click()
  await bo.page.keyboard.type('Ik schrok')
  await button(ann, 'Bo zegt ja: pas aan').click()
  await box(ann, /Woorden van Bo Wat was het/).press('End')
  await expect(bo.panel.getByText('opgeschreven door Ann')).toHaveCount(1)
  await ann.page.keyboard.type(' erg.')
  await expect(box(bo, /Jouw woorden Wat was het/)).toHaveValue('Ik schrok erg.')
  await expect(bo.panel.getByText('opgeschreven door Ann')).toHaveCount(2)
})

test('[EV24] a picture is brought, seen by the others, told in words, taken away and given back; for strangers it is not there', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  const bo = await enter(server, browser, board, 'Bo')
  const vera = await enter(server, browser, board, 'Vera', { role: 'viewer' })
  await bo.openMoment('Opa valt')
  const file = bo.panel.locator('[data-picture=file]')
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  // Larger than what a page of ours lets through by itself.
  const photo = await sharp({
    create: { width: 2_300, height: 1_900, channels: 3, background: '#fff', noise },
  })
    .png({ compressionLevel: 0 })
    .toBuffer()
  expect(photo.length).toBeGreaterThan(11_000_000)
  for (const [name, bytes, words] of [
    ['scan.pdf', Buffer.from('%PDF-1.7'), 'Dit is een PDF.'],
    ['IMG_1.jpg', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'Dit is een HEIC-foto.'],
    [
      'huge.jpg',
      Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(15 * 1024 * 1024)]),
      'groter dan 15 MB',
    ],
    ['half.jpg', Buffer.from('ffd8ffe0', 'hex'), 'kunnen we niet als foto lezen'],
  ] as const) {
    await file.setInputFiles({ name, mimeType: 'image/jpeg', buffer: bytes })
    await expect(bo.panel.getByRole('alert')).toContainText(words)
    await button(bo, 'Laat maar').click()
  }
  await bo.page.route('**/pictures', (sent) => sent.abort())
  await file.setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: photo })
  await expect(bo.panel.getByRole('alert')).toContainText('De foto is niet verstuurd.')
  await bo.page.unroute('**/pictures')
  await button(bo, 'Probeer het opnieuw').click()
  await expect(button(bo, /^Bekijk de foto groot/)).toBeVisible()
  await box(bo, 'Wat zie je op de foto?').fill('Opa in zijn stoel')

  await vera.card('Opa valt').press('Enter')
  const picture = vera.panel.getByRole('img', { name: 'Opa in zijn stoel' })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2_000)
  await button(vera, /^Bekijk de foto groot/).click()
  const dialog = vera.page.getByRole('dialog', { name: 'Opa in zijn stoel' })
  await expect(dialog).toBeVisible()
  await vera.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(vera.panel).toBeVisible()
  await expect(button(vera, /^Bekijk de foto groot/)).toBeFocused()

  const path = new URL((await picture.getAttribute('src')) ?? '', server.url).pathname
  const cookieOf = async (page: Page) =>
    (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const seen = await ask(server, path, { cookie: await cookieOf(vera.page) })
  expect([seen.status, seen.headers.get('content-type'), seen.headers.get('x-content-type-options')]).toEqual(
    [200, 'image/jpeg', 'nosniff'],
  )
  expect(seen.headers.get('cache-control')).toBe('private, no-store')
  expect(seen.headers.get('content-security-policy')).toContain("default-src 'none'")
  const other = await boardWith(server, '2014;g;Elders')
  const stranger = await server.join(await server.invite(other, 'participant'), 'Dirk')
  expect((await ask(server, path)).status).toBe(401)
  expect((await ask(server, path, { cookie: stranger })).status).toBe(404)
  expect((await ask(server, path.replace(board, other), { cookie: stranger })).status).toBe(404)

  await button(bo, 'Haal de foto weg').click()
  await expect(picture).toBeHidden()
  await bo.page.getByRole('button', { name: 'Zet terug' }).click()
  await expect(picture).toBeVisible()
  await seeNoProblems(vera.page)
  expect(server.output).not.toMatch(/Opa in zijn stoel/)
})

test('[EV24] a picture that is pasted into the panel stands with the moment, and nowhere on the canvas', async ({
  browser,
}) => {
  const bo = await enter(server, browser, await boardWith(server, '2014;g;Opa valt'), 'Bo')
  await bo.openMoment('Opa valt')
  await bo.description.focus()
  const png = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#936' } })
    .png()
    .toBuffer()
  await bo.page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  }, png.toString('base64'))
  await expect(button(bo, /^Bekijk de foto groot/)).toBeVisible()
  await expect(bo.page.locator('.tl-shape[data-shape-type=image]')).toHaveCount(0)
  await bo.saved()
})

test('[EV25] a dream is in the words of who it is about, at the right end of the line', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt', '2016;p;School')
  const ann = await enter(server, browser, board, 'Ann', { role: 'facilitator' })
  await ann.addMoment('Gezin en netwerk')
  await ann.page.keyboard.type('Een eigen kamer')
  await addPerson(ann, 'Iris')
  await radio(ann, 'droom').click()
  await expect(box(ann, 'Waar droomt Iris van?')).toHaveValue('Een eigen kamer')
  await expect(ann.panel.getByRole('combobox', { name: 'Van wie is deze droom?' })).toContainText('Iris')
  await expect(ann.panel).toContainText('Je schrijft dit op voor Iris.')
  await expect(ann.date).toHaveCount(0)
  const right = async (words: string) => {
    const { x, width } = (await ann.drawn(words).boundingBox())!
    return x + width
  }
  await expect
    .poll(async () => (await ann.drawn('Een eigen kamer').boundingBox())!.x - (await right('School')))
    .toBeGreaterThan(0)
  const cas = await enter(server, browser, board, 'Cas')
  await open(cas, 'Een eigen kamer')
  await expect(cas.panel).toContainText('Waar droomt Iris van?')
  await expect(cas.panel).toContainText('Dit zijn de woorden van Iris.')
  await expect(box(cas, 'Waar droomt Iris van?')).toHaveCount(0)
})

test('[EV26] an empty stretch has a short form of its own, and a moment that lasts can be an era', async ({
  browser,
}) => {
  const ann = await enter(server, browser, await boardWith(server, '2009;g;Opa valt'), 'Ann')
  await ann.addMoment('Gezin en netwerk')
  await radio(ann, 'leeg stuk').click()
  await expect(box(ann, 'Waar weten we niets van?')).toHaveValue('Hier weten we niets van')
  await expect(ann.panel.getByText('Wie weet hier meer van?')).toBeVisible()
  await expect(button(ann, 'Heel belangrijk moment')).toHaveCount(0)
  await ann.date.fill('van 2010 tot 2012')
  await ann.date.press('Tab')
  await expect(ann.card('Hier weten we niets van')).toHaveAccessibleName(/leeg stuk\. 2010/)
  await expect(ann.panel.getByRole('checkbox', { name: /tijdvak/ })).toBeHidden()
  await radio(ann, 'gebeurtenis').click()
  await ann.panel.getByText('Meer', { exact: true }).click()
  await ann.panel.getByRole('checkbox', { name: /tijdvak/ }).check()
  await button(ann, 'Keerpunt').click()
  await expect(button(ann, 'Keerpunt')).toHaveAttribute('aria-pressed', 'true')
  await seeNoProblems(ann.page)
})

test('[EV27] on a phone everything of a moment is there, nothing is cut, and the targets fit a thumb', async ({
  browser,
}) => {
  const board = await boardWith(server, '2014;g;Opa valt')
  for (const width of [390, 320]) {
    const ann = await enter(server, browser, board, `Ann ${width}`, {
      role: 'facilitator',
      viewport: { width, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await ann.page.getByText('Opa valt').tap()
    await radio(ann, 'rotonde').tap()
    await button(ann, 'Afslag erbij').tap()
    await button(ann, 'Zet jouw woorden ernaast').tap()
    await button(ann, 'Wat zien we?').tap()
    await expect(button(ann, 'Maak een foto')).toBeVisible()
    const wide = await ann.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    const small = await ann.panel
      .locator('button:visible, select:visible, [role=radio]:visible, summary:visible')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 40).map((one) => one.outerHTML.slice(0, 80)),
      )
    expect(small).toEqual([])
    await seeNoProblems(ann.page)
    await ann.page.context().close()
  }
})
