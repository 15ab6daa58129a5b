import type { CDPSession, Page } from '@playwright/test'

/** How smooth a movement was. */
export interface Frames {
  /** Frames a second while it lasted. */
  fps: number
  /** Of the times between two frames. Milliseconds. */
  p95: number
}

const MOVES = 120
const STEP_PX = 12

/**
 * Moves the canvas by one wheel step a frame, there and back, and says how long the frames took. The steps are
 * counted and not the time, so that a slow page has as much to do as a fast one.
 */
export async function panByFrames(page: Page, px = STEP_PX): Promise<Frames> {
  const times = await page.evaluate(
    ({ moves, px }) =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector('.tl-canvas')!
        const { width, height } = canvas.getBoundingClientRect()
        const at = { clientX: width / 2, clientY: height / 2, bubbles: true, cancelable: true }
        const stamps: number[] = []
        const frame = (now: number) => {
          stamps.push(now)
          if (stamps.length > moves) return resolve(stamps)
          const there = stamps.length % 40 < 20 ? px : -px
          canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX: there, deltaY: there / 3 }))
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
    { moves: MOVES, px },
  )
  return framesOf(times)
}

/** The browser's own wheel, through its whole way from input to picture, while frames are counted. */
export async function panByWheel(page: Page, cdp: CDPSession): Promise<Frames> {
  await page.evaluate(() => {
    const stamps: number[] = []
    const frame = (now: number) => {
      stamps.push(now)
      if (Reflect.get(window, 'benchStamps') === stamps) requestAnimationFrame(frame)
    }
    Reflect.set(window, 'benchStamps', stamps)
    requestAnimationFrame(frame)
  })
  const { width, height } = page.viewportSize()!
  await cdp.send('Input.synthesizeScrollGesture', {
    x: width / 2,
    y: height / 2,
    xDistance: -600,
    yDistance: -200,
    speed: 900,
    gestureSourceType: 'mouse',
    repeatCount: 2,
    repeatDelayMs: 0,
  })
  const times = await page.evaluate(() => {
    const stamps = Reflect.get(window, 'benchStamps') as number[]
    Reflect.set(window, 'benchStamps', null)
    return stamps
  })
  return framesOf(times)
}

function framesOf(stamps: readonly number[]): Frames {
  const gaps = stamps.slice(1).map((time, i) => time - stamps[i]!)
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  return { fps: (gaps.length * 1_000) / total, p95: quantile(gaps, 0.95) }
}

/**
 * Watches a page from before its first byte: when the first of `painted` stood there, and when the page came to
 * rest after it (the browser was idle in between two frames). Milliseconds since the navigation.
 */
export async function watchOpening(page: Page, painted: string): Promise<void> {
  await page.addInitScript((selector) => {
    const seen = { painted: 0, idle: 0 }
    Reflect.set(window, 'benchOpening', seen)
    const rest = () =>
      requestIdleCallback((left) => {
        // An idle moment that is cut short by the next frame is none.
        if (left.timeRemaining() < 8) return rest()
        seen.idle = performance.now()
      })
    const look = () => {
      if (document.querySelector(selector) === null) return requestAnimationFrame(look)
      // In the next frame it has been painted.
      return requestAnimationFrame((now) => {
        seen.painted = now
        rest()
      })
    }
    requestAnimationFrame(look)
  }, painted)
}

/** What `watchOpening` saw. */
export async function opening(page: Page): Promise<{ painted: number; idle: number }> {
  const seen = await page.waitForFunction(() => {
    const seen = Reflect.get(window, 'benchOpening') as { painted: number; idle: number } | undefined
    return seen && seen.idle > 0 ? seen : null
  })
  return (await seen.jsonValue())!
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
