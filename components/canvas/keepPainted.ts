import { react } from 'tldraw'
import type { Editor } from 'tldraw'

/** So long after the last movement what was painted is kept, so that a pause of the hand is no end. Milliseconds. */
const KEEP_MS = 300

/**
 * While the canvas is moved and not zoomed, the browser keeps what it has painted and moves that as a whole (see
 * `[data-moved]` in canvas.css): stems and dates of a long story are dear to paint, and would be at every frame. Not at
 * rest and not while zooming: what is kept is not painted anew for another size, and would be blurred. Returns the stop.
 */
export function keepPainted(editor: Editor): () => void {
  const container = editor.getContainer()
  let zoom = editor.getZoomLevel()
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => container.removeAttribute('data-moved')
  const stop = react('keep painted', () => {
    const z = editor.getZoomLevel()
    const moves = editor.getCameraState() === 'moving'
    clearTimeout(timer)
    if (z !== zoom) rest()
    else if (moves) container.setAttribute('data-moved', '')
    else timer = setTimeout(rest, KEEP_MS)
    if (!moves || z === zoom) zoom = z
  })
  return () => {
    stop()
    clearTimeout(timer)
    rest()
  }
}
