import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import { signIn } from './fixtures/http'
import { dropFiles, pasteData } from './fixtures/paste'
import { foreignRequests } from './fixtures/requests'
import { TestServer } from './fixtures/server'
import { stockProvider } from './fixtures/sockets'
import { BoardOnScreen } from './pages/board'

let server: TestServer
let board: string
/** The value of Ann's cookie. */
let ann: string
test.beforeAll(async () => {
  server = await TestServer.start()
  await server.addUser('ann@example.nl', 'Ann')
  board = await server.addBoard('Het bord', 'ann@example.nl')
  ann = (await signIn(server, 'ann@example.nl')).cookie.split('=')[1] ?? ''
})
test.afterAll(() => server.dispose())

test('[SE10] hostile pictures, pages and links on the canvas run nothing, ask nothing and leave nothing in the page', async ({
  page,
  context,
}) => {
  const foreign = foreignRequests(context, server.url)
  const errors: string[] = []
  page.on('console', (message) => {
    // The library reads pasted pages in a document of their own, where nothing runs; the browser says so.
    const inert = message.text().startsWith('Executing inline event handler')
    if (!inert && /content security policy|hacked/i.test(message.text())) errors.push(message.text())
  })
  await context.addCookies([{ name: 'rotonde-session', value: ann, url: server.url }])
  await page.goto(`${server.url}/boards/${board}?view=free`)
  const screen = new BoardOnScreen(page)
  await expect(screen.status).toContainText('Opgeslagen')
  await page.locator('.tl-canvas').click({ position: { x: 600, y: 400 } })
  // What comes into the page at any moment, however shortly it stays.
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const strange =
      'svg svg, svg[onload], foreignObject iframe, iframe, object, embed, img[src^="http"], a[href^="javascript"], body > svg, body > img'
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const one of [node, ...node.querySelectorAll('*')])
              if (one.matches(strange) && !one.closest('[data-radix-popper-content-wrapper]'))
                seen.push(one.outerHTML.slice(0, 200))
    }).observe(document, { childList: true, subtree: true })
  })
  const evil = 'https://evil.example'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="console.log('hacked')"><script>console.log('hacked')</script><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${evil}/f"/></foreignObject><image href="${evil}/i.png"/><use xlink:href="${evil}/u.svg#a"/><animate onbegin="console.log('hacked')" attributeName="x" dur="1s"/></svg>`
  const html = `<meta charset="utf-8"><img src="${evil}/p.png" onerror="console.log('hacked')"><iframe src="${evil}"></iframe><p>Zomaar wat</p><script>console.log('hacked')</script>`
  const shape = (type: string, props: object) => ({
    id: `shape:${type}`,
    type,
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props,
  })
  const tldraw = JSON.stringify({
    type: 'application/tldraw',
    kind: 'file',
    data: {
      shapes: [
        shape('embed', { w: 9, h: 9, url: evil }),
        shape('bookmark', { w: 9, h: 9, assetId: null, url: evil }),
      ],
      rootShapeIds: ['shape:embed', 'shape:bookmark'],
      bindings: [],
      assets: [
        {
          id: 'asset:x',
          typeName: 'asset',
          type: 'image',
          meta: {},
          props: { src: `${evil}/a.png`, w: 1, h: 1, name: 'x', isAnimated: false, mimeType: 'image/png' },
        },
      ],
      schema: {},
    },
  })
  await pasteData(page, { 'text/plain': svg })
  await pasteData(page, { 'text/html': svg, 'text/plain': svg })
  await pasteData(page, { 'text/html': `<div data-tldraw>${tldraw}</div>` })
  await dropFiles(page, [
    { name: 'x.svg', type: 'image/svg+xml', text: svg },
    { name: 'x.html', type: 'text/html', text: html },
    { name: 'x.png', type: 'image/png', text: 'geen plaatje' },
    { name: 'x.tldr', type: 'application/vnd.tldraw+json', text: tldraw },
  ])
  await expect(page.getByText('Dit bestand is geen foto.').first()).toBeVisible()
  // Words are welcome: of a page and of an address only those arrive.
  await pasteData(page, { 'text/html': html, 'text/plain': 'Zomaar wat' })
  await expect(page.locator('.tl-shape', { hasText: 'Zomaar wat' })).toBeVisible()
  await pasteData(page, { 'text/plain': `${evil}/watch?v=1` })
  await expect(page.locator('.tl-shape', { hasText: /^https:.*watch/ })).toBeVisible()
  await expect(page.locator('.tl-shape:not([data-shape-type=text])')).toHaveCount(0)
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([])
  expect([...errors, ...foreign]).toEqual([])
})

test('[SE11] shapes that somebody writes past our own client load nothing, run nothing, and harm no other shape', async ({
  page,
  context,
}) => {
  const foreign = foreignRequests(context, server.url)
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy|hacked/i.test(message.text())) violations.push(message.text())
  })
  await context.addCookies([{ name: 'rotonde-session', value: ann, url: server.url }])
  await page.goto(`${server.url}/boards/${board}?view=free`)
  await expect(new BoardOnScreen(page).status).toContainText('Opgeslagen')
  const rude = stockProvider(
    server,
    board,
    await server.join(await server.invite(board, 'participant'), 'Bo'),
  )
  await expect.poll(() => rude.provider.synced).toBe(true)
  const evil = 'https://evil.example'
  const write = (
    name: string,
    type: string,
    props: Record<string, unknown>,
    more: Record<string, unknown> = {},
  ) => {
    const id = `shape:${name}`
    const record = {
      id,
      typeName: 'shape',
      type,
      x: 300,
      y: 300,
      rotation: 0,
      index: 'a1',
      parentId: 'page:free',
      isLocked: false,
      opacity: 1,
      ...more,
    }
    const fields = [
      ...Object.entries(record),
      ...Object.entries(props).map(([key, value]) => [`props.${key}`, value] as const),
    ]
    rude.doc.getMap('shapes').set(id, new Y.Map<unknown>(fields))
  }
  const words = (content: unknown) => ({
    color: 'black',
    size: 's',
    font: 'sans',
    textAlign: 'start',
    w: 200,
    scale: 1,
    autoSize: true,
    richText: { type: 'doc', content },
  })
  const text = (value: string, more: object = {}) => ({ type: 'text', text: value, ...more })
  rude.doc.transact(() => {
    for (const type of ['embed', 'bookmark', 'image', 'video'])
      write(`evil-${type}`, type, { w: 90, h: 90, url: evil, assetId: 'asset:x', src: `${evil}/x.png` })
    rude.doc.getMap('shapes').set(
      'asset:x',
      new Y.Map<unknown>([
        ['id', 'asset:x'],
        ['typeName', 'asset'],
        ['type', 'image'],
        ['props.src', `${evil}/a.png`],
      ]),
    )
    write('picture', 'text', words([{ type: 'image', attrs: { src: `${evil}/p.png` } }]))
    write('frame', 'text', words([{ type: 'iframe', attrs: { src: evil } }]))
    write(
      'tags',
      'text',
      words([
        { type: 'paragraph', content: [text(`<img src=${evil}/t.png onerror=console.log('hacked')>`)] },
      ]),
    )
    write(
      'link',
      'text',
      words([
        {
          type: 'paragraph',
          content: [
            text('Klik', { marks: [{ type: 'link', attrs: { href: "javascript:console.log('hacked')" } }] }),
          ],
        },
      ]),
    )
    write('colour', 'text', { ...words([]), color: `url(${evil}/c.png)` })
    const style = { color: 'black', size: 'm', dash: 'draw', scale: 1 }
    write('dot', 'draw', {
      ...style,
      fill: 'none',
      segments: [],
      isComplete: true,
      isClosed: false,
      isPen: false,
    })
    write('stripe', 'line', { ...style, spline: 'line', points: {} })
    const box = {
      ...style,
      geo: 'rectangle',
      fill: 'none',
      font: 'sans',
      align: 'middle',
      verticalAlign: 'middle',
      labelColor: 'black',
      url: '',
      growY: 0,
      richText: { type: 'doc', content: [{ type: 'paragraph' }] },
    }
    write('huge', 'geo', { ...box, w: 1e308, h: 1e308 })
    write('far', 'geo', { ...box, w: 100, h: 100 }, { x: 1e308, y: -1e308 })
    write('turned', 'geo', { ...box, w: 100, h: 100 }, { rotation: 1e308 })
    write('address', 'geo', { ...box, w: 100, h: 100, url: "javascript:console.log('hacked')" })
    write('nowhere', 'text', words([]), { x: 'NaN', parentId: 'shape:nowhere' })
    write('honest', 'text', words([{ type: 'paragraph', content: [text('Ik hoor hier')] }]), { index: 'a2' })
  })
  const honest = page.locator('.tl-shape', { hasText: 'Ik hoor hier' })
  await expect(honest).toBeVisible()
  await expect(page.locator('iframe, .tl-shape img, .tl-shape video, a[href^=javascript]')).toHaveCount(0)
  await page.reload()
  await expect(honest).toBeVisible()
  expect([...foreign, ...violations]).toEqual([])
  rude.provider.destroy()
})
