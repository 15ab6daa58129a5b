import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createRoot } from 'react-dom/client'
import {
  createShapeId,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  getIndices,
  NoteShapeUtil,
  PageRecordType,
  Tldraw,
  toRichText,
} from 'tldraw'
import type { Editor, IndexKey, TLNoteShape, TLPageId, TLStore } from 'tldraw'
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
/** As ours, so that all of a long story can be in view. */
const CAMERA = { zoomSteps: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8] }
const PAGE = 'page:page' as TLPageId

/** A saved board: whole records, in the store before the canvas is there; no text has to be measured first. */
function storeOf(notes: readonly PlainNote[]): TLStore {
  const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils })
  const indices = getIndices(notes.length)
  const defaults = NoteShapeUtil.prototype.getDefaultProps()
  const shapes = notes.map(({ x, y, scale, text }, i): TLNoteShape => ({
    id: createShapeId(),
    typeName: 'shape',
    type: 'note',
    x,
    y,
    rotation: 0,
    index: indices[i]!,
    parentId: PAGE,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...defaults, scale, richText: toRichText(text), size: 's', font: 'sans' },
  }))
  store.put([PageRecordType.create({ id: PAGE, name: 'Page', index: 'a1' as IndexKey }), ...shapes])
  return store
}

const store = storeOf(JSON.parse(document.querySelector('#notes')!.textContent) as PlainNote[])

/** Looks where the address says. */
function onMount(editor: Editor): void {
  window.plain = editor
  const [x = 0, y = 0, z = 1] = location.hash.slice(1).split(',').filter(Boolean).map(Number)
  editor.setCamera({ x, y, z })
}

createRoot(document.querySelector('#root')!).render(
  <div style={{ position: 'fixed', inset: 0 }}>
    <Tldraw assetUrls={assetUrls} store={store} cameraOptions={CAMERA} onMount={onMount} />
  </div>,
)
