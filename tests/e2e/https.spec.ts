import { chromium, expect, test } from '@playwright/test'
import { foreignRequests } from './fixtures/requests'
import { PASSWORD, TestServer } from './fixtures/server'
import { tlsProxy } from './fixtures/tlsProxy'
import { BoardOnScreen } from './pages/board'

const HOST = 'rotonde.example'
const WATERMARK_TRACK = 'https://cdn.tldraw.com/3.15.6/watermarks/watermark-track.svg'

test('[HT1] over https only tldraw’s one address is stopped, nothing leaves, and the watermark is there to click', async ({
  launchOptions,
}) => {
  let target = 0
  const proxy = await tlsProxy(HOST, () => target)
  const server = await TestServer.start({ PUBLIC_URL: `https://${HOST}:${proxy.port}`, TRUST_PROXY: '1' })
  target = server.port
  await server.addUser('ann@example.nl', 'Ann')
  const board = await server.addBoard('Een bord', 'ann@example.nl', '--example')
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND`],
  })
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'nl-NL' })
    const foreign = foreignRequests(context, server.url)
    await context.addInitScript(() => {
      const stopped: string[] = []
      Object.assign(window, { stopped })
      document.addEventListener('securitypolicyviolation', (event) => stopped.push(event.blockedURI))
    })
    const page = await context.newPage()
    await page.goto(`${server.url}/signin`)
    await page.getByLabel('E-mailadres').fill('ann@example.nl')
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.waitForURL(`${server.url}/`)
    const cookies = await context.cookies()
    expect(cookies.find(({ name }) => name === '__Host-rotonde-session')).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    })

    const response = await page.goto(`${server.url}/boards/${board}`)
    expect(response?.headers()['strict-transport-security']).toContain('max-age=')
    await new BoardOnScreen(page).ready()
    const watermark = page.getByRole('button', { name: /made with tldraw/i })
    const stopped = () => page.evaluate(() => (window as unknown as { stopped: string[] }).stopped)
    await expect.poll(stopped).toEqual([WATERMARK_TRACK])
    for (const [width, height] of [
      [1920, 1080],
      [1440, 900],
      [960, 540],
      [760, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect(watermark).toBeVisible()
      // It lets clicks through until it has been pointed at for a moment; nothing may lie over it.
      await watermark.locator('..').hover()
      await watermark.click({ trial: true })
    }
    expect(await stopped()).toEqual([WATERMARK_TRACK])
    // The one request was made and never left: the policy stopped it in the browser.
    expect(foreign.filter((url) => url !== WATERMARK_TRACK)).toEqual([])
  } finally {
    await browser.close()
    proxy.close()
    await server.dispose()
  }
})
