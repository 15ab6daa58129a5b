import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw, toRichText } from 'tldraw'
import type { Editor, TLShapePartial } from 'tldraw'
import 'tldraw/tldraw.css'

/** A note for each of our cards: where it stands, how large, and what it says. */
export interface PlainNote {
  x: number
  y: number
  /** Of a note's own size. */
  scale: number
  text: string
}

declare global {
  interface Window {
    /** The editor of the plain canvas, so that the measurement can say where it looks. */
    plain?: Editor
  }
}

// The canvas library as its own documentation starts it: all its panels, its defaults, nothing of ours.
const assetUrls = getAssetUrls({ baseUrl: '/tldraw/' })
const notes = (await (await fetch(`/notes.json${location.search}`)).json()) as PlainNote[]

function onMount(editor: Editor): void {
  const shapes = notes.map(({ x, y, scale, text }): TLShapePartial => ({
    id: createShapeId(),
    type: 'note',
    x,
    y,
    props: { scale, richText: toRichText(text), size: 's', font: 'sans' },
  }))
  editor.createShapes(shapes)
  window.plain = editor
}

createRoot(document.querySelector('#root')!).render(
  <div style={{ position: 'fixed', inset: 0 }}>
    <Tldraw assetUrls={assetUrls} onMount={onMount} />
  </div>,
)
