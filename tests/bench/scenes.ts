import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { countInView, opening, panByFrames, settled, watchOpening } from './measure'

export type Side = 'ours' | 'plain'
export const SIDES: readonly Side[] = ['ours', 'plain']
const VIEWPORT = { width: 1_280, height: 800 }

/** What is opened: a board of ours, or the page with as many notes. */
export interface Place {
  side: Side
  count: number
  url: string
  cookie?: { name: string; value: string; url: string }
}

/** Where the canvas looks, as the canvas library says it. */
export interface Camera {
  x: number
  y: number
  z: number
}

/** A page that has been opened, and how long that took. Milliseconds since the navigation. */
export interface OpenPage extends Place {
  page: Page
  painted: number
  rest: number
  /** Where it looks by itself. */
  camera: Camera
  close: () => Promise<void>
}

/** `free`: without Chromium's limit of 60 frames a second. */
export function launch(frames: 'limited' | 'free'): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const free = frames === 'free' ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []
  const executablePath = process.env['CHROMIUM_PATH']
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...asRoot, ...free] })
}

const thingsOf = (side: Side) =>
  side === 'ours' ? '.rt-card, .rt-cluster' : '.tl-shape[data-shape-type=note]'

/** Opens a place in a profile of its own, with nothing in its cache; the plain page looks where it is told. */
export async function openPage(browser: Browser, place: Place, camera?: Camera): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'nl-NL' })
  if (place.cookie) await context.addCookies([place.cookie])
  const page = await context.newPage()
  await watchOpening(page, thingsOf(place.side))
  const at = place.side === 'plain' && camera ? `#${camera.x},${camera.y},${camera.z}` : ''
  await page.goto(place.url + at)
  const times = await opening(page)
  return { ...place, ...times, page, camera: await cameraOf(page), close: () => context.close() }
}

/**
 * Looks at the moment in the middle of the story, so near; `all`: as far as each needs for all to be in view. Ours is
 * moved as people move it and says where it looks; near, the plain page then looks at the same place, as near. Returns
 * how many are in view.
 */
export async function lookAt(
  { page, side, count }: OpenPage,
  zoom: number | 'all',
  cameras: Map<string, Camera>,
  key: string,
): Promise<number> {
  if (side === 'plain' && zoom === 'all') await page.evaluate(() => void window.plain!.zoomToFit())
  else if (side === 'plain')
    await page.evaluate((camera) => void window.plain!.setCamera(camera), cameras.get(key)!)
  else {
    const bar = page.getByRole('toolbar', { name: 'Beeld' })
    if (zoom === 'all') await bar.getByRole('button', { name: 'Alles in beeld' }).click()
    else {
      await bar.getByRole('button', { name: /%/ }).click()
      await page.locator('button[data-moment]', { hasText: `(${count / 2})` }).focus()
      if (zoom === 0.5) await bar.getByRole('button', { name: 'Verder weg' }).click()
      await expect(bar.getByRole('button', { name: /%/ })).toHaveText(`${zoom * 100} %`)
    }
    cameras.set(key, await cameraOf(page))
  }
  // What comes with the new view is there before anything is counted.
  await settled(page)
  const seen = await countInView(page, thingsOf(side))
  // The plain page says itself how many of its notes it shows: fewer would only make it faster.
  if (zoom === 'all')
    expect(seen, `${side}: all in view`).toBeGreaterThanOrEqual(side === 'ours' ? count : count / 2)
  else {
    expect(seen, `${side}: in view`).toBeGreaterThan(0)
    expect(seen, `${side}: in view`).toBeLessThanOrEqual(300)
  }
  return seen
}

/** Frames a second while it is moved: further than a screen and back, or to and fro where everything is in view. */
export function panned({ page }: OpenPage, zoom: number | 'all'): Promise<number> {
  return zoom === 'all'
    ? panByFrames(page, { steps: 40, there: 10, px: 3 })
    : panByFrames(page, { steps: 120, there: 60, px: 24 })
}

/** As it stands in the page: scale(z) translate(x, y), with a part of a pixel more for sharp lines. */
function cameraOf(page: Page): Promise<Camera> {
  return page.locator('.tl-shapes').evaluate((layer) => {
    const { a: z, e, f } = new DOMMatrix(getComputedStyle(layer).transform)
    return { x: e / z, y: f / z, z }
  })
}
