import { canvasPart, fetchCanvas, genogramPart, listPart, stakeholdersPart } from './later'
import { roomNow } from './useRoom'
import { besideNamed, viewNamed } from './views'
import type { ViewName } from './views'

/** The view that the address names. In the browser only. */
export function viewOfAddress(): ViewName {
  return viewNamed(new URLSearchParams(window.location.search).get('view'))
}

/** What the address says to stand beside it. In the browser only. */
export function besideOfAddress() {
  return besideNamed(new URLSearchParams(window.location.search).get('beside'), viewOfAddress())
}

/**
 * Where the page will open a board (it says so from the server, in `data-opens-board`), what takes long is begun before
 * the page has come to life: the board is on its way, and the canvas or the list that will be shown. Waiting for
 * the one after the other is what is slow. In the browser only.
 */
export function loadEarly(): void {
  const { opensBoard: boardId, keepsFor = null } =
    document.querySelector<HTMLElement>('[data-opens-board]')?.dataset ?? {}
  if (boardId === undefined) return
  void import('./openConnection').then(({ openEarly }) => openEarly({ boardId, document: 'case', keepsFor }))
  if (roomNow() === 'phone' || viewOfAddress() === 'list') return void listPart.fetch()
  // Of a timeline the first sight comes first (CanvasPlace): the canvas would stand in its way if it ran.
  if (viewOfAddress() === 'timeline') void fetchCanvas().catch(() => {})
  else void canvasPart.fetch()
  if (viewOfAddress() === 'genogram') void genogramPart.fetch()
  if (viewOfAddress() === 'stakeholders') void stakeholdersPart.fetch()
}
