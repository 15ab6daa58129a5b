import type { Page } from '@playwright/test'

/** A movement of the canvas: so many steps of so many pixels, turning back after `there` of them. */
export interface Path {
  steps: number
  there: number
  px: number
}

/**
 * Moves the canvas by one wheel step a frame and says how many frames a second that made. The steps are counted and
 * not the time, so that a slow page has as much to do as a fast one.
 */
export async function panByFrames(page: Page, path: Path): Promise<number> {
  const { stamps, moved } = await page.evaluate(
    ({ steps, there, px }) =>
      new Promise<{ stamps: number[]; moved: number }>((resolve) => {
        const canvas = document.querySelector('.tl-canvas')!
        const layer = document.querySelector<HTMLElement>('.tl-shapes')!
        const { width, height } = canvas.getBoundingClientRect()
        const at = { clientX: width / 2, clientY: height / 2, bubbles: true, cancelable: true }
        const stamps: number[] = []
        let moved = 0
        let place = layer.style.transform
        const frame = (now: number) => {
          stamps.push(now)
          if (layer.style.transform !== place) moved++
          place = layer.style.transform
          if (stamps.length > steps) return resolve({ stamps, moved })
          const deltaX = (stamps.length - 1) % (2 * there) < there ? px : -px
          canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX, deltaY: 0 }))
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    path,
  )
  // A canvas that did not move would be very fast. The canvas library moves at most 60 times a second.
  if (moved < path.steps / 4) throw new Error(`the canvas moved in ${moved} of ${path.steps} frames`)
  return ((stamps.length - 1) * 1_000) / (stamps.at(-1)! - stamps[0]!)
}

/** A page is at rest when so long no task has kept it busy for longer than 50 ms. Milliseconds. */
const REST_MS = 400

/**
 * Watches a page from before its first byte: when the first of `things` could be seen, when the first stood on the
 * canvas, and when the page came to rest after that: the end of the last task over 50 ms that was not followed by
 * another within `REST_MS`.
 */
export async function watchOpening(page: Page, things: string): Promise<void> {
  await page.addInitScript((selector) => {
    const seen = { painted: 0, onCanvas: 0, busyUntil: 0 }
    Reflect.set(window, 'benchOpening', seen)
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        seen.busyUntil = Math.max(seen.busyUntil, startTime + duration)
    }).observe({ type: 'longtask', buffered: true })
    const look = (place: string, found: () => void) => {
      const isThere = [...document.querySelectorAll(selector)].some((one) => one.closest(place))
      // In the next frame it has been painted.
      requestAnimationFrame(isThere ? found : () => look(place, found))
    }
    look('body', () => (seen.painted = performance.now()))
    look('.tl-shapes', () => (seen.onCanvas = performance.now()))
  }, things)
}

/** What `watchOpening` saw, once the page is at rest. */
export async function opening(page: Page): Promise<{ painted: number; rest: number }> {
  const seen = await page.waitForFunction(
    (restMs) => {
      const { painted, onCanvas, busyUntil } = Reflect.get(window, 'benchOpening') as Record<string, number>
      const rest = Math.max(onCanvas!, busyUntil!)
      return onCanvas && performance.now() - rest > restMs ? { painted: painted!, rest } : null
    },
    REST_MS,
    { polling: 100 },
  )
  return (await seen.jsonValue())!
}

/** Waits until two frames in a row leave time over. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() =>
          requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(() => resolve()))),
        ),
      ),
  )
}

/** How many cards or notes can be seen, alone or in a cluster. */
export function countInView(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)].reduce((sum, element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect()
        const seen = width > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
        return seen ? sum + Number(element.dataset['count'] ?? 1) : sum
      }, 0),
    selector,
  )
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Nearest rank; NaN without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN
}
