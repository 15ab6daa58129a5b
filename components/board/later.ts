import { lazyPart } from './lazyPart'

/** The canvas is the largest part of the product by far: phones and the list never load it. */
export const canvasPart = lazyPart(() => fetchCanvas().then(({ runCanvas }) => runCanvas()))

/** Fetches the canvas's script without running it. */
export const fetchCanvas = () => import('./canvasBundle')

/**
 * Other views than the one shown: the first sight of a board does not wait for them. Panels are no such parts: one that
 * comes a moment after the click misses the Escape that follows it.
 */
export const listPart = lazyPart(() =>
  import('@/components/phone/CaseList').then((module) => module.CaseList),
)
export const genogramPart = lazyPart(() =>
  import('@/components/genogram/GenogramView').then((module) => module.GenogramView),
)

export const stakeholdersPart = lazyPart(() =>
  import('@/components/stakeholders/StakeholdersView').then((module) => module.StakeholdersView),
)

/**
 * Fetches them once a canvas stands and nothing else is to be done: they open at once, and when the line is down too.
 * Not from the list: the canvases bring the canvas library along, which phones never load.
 */
export function fetchLater(): () => void {
  const fetchAll = () => [listPart, genogramPart, stakeholdersPart].forEach((part) => void part.fetch())
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(fetchAll, 2_000)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(fetchAll)
  return () => cancelIdleCallback(asked)
}
