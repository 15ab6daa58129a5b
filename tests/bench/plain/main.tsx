import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createRoot } from 'react-dom/client'
import { createShapeId, getIndices, Tldraw, toRichText } from 'tldraw'
import type { Editor, TLNoteShape } from 'tldraw'
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

/** As a saved board is loaded: whole records, so that no text has to be measured first. */
function onMount(editor: Editor): void {
  const indices = getIndices(notes.length)
  const defaults = editor.getShapeUtil<TLNoteShape>('note').getDefaultProps()
  const shapes = notes.map(({ x, y, scale, text }, i): TLNoteShape => ({
    id: createShapeId(),
    typeName: 'shape',
    type: 'note',
    x,
    y,
    rotation: 0,
    index: indices[i]!,
    parentId: editor.getCurrentPageId(),
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...defaults, scale, richText: toRichText(text), size: 's', font: 'sans' },
  }))
  editor.store.mergeRemoteChanges(() => editor.store.put(shapes))
  window.plain = editor
}

createRoot(document.querySelector('#root')!).render(
  <div style={{ position: 'fixed', inset: 0 }}>
    <Tldraw assetUrls={assetUrls} onMount={onMount} />
  </div>,
)
