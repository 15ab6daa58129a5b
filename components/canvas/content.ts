import { createShapeId, toRichText } from 'tldraw'
import type { Editor, TLContent, TLShape, VecLike } from 'tldraw'

/** What may be pasted from another board: nothing that loads from elsewhere, nothing that belongs to the case. */
const PASTED = new Set(['draw', 'highlight', 'text', 'arrow', 'line', 'geo', 'note', 'group', 'frame'])
/** Longer lines than this are wrapped. Characters. */
const LINE = 40
const WRAPPED_WIDTH = 320

/**
 * What is pasted and dropped becomes plain text, or a picture of the board's own store, or is refused in words. tldraw's own handlers would ask other
 * sites for previews, put pasted SVG into the page to measure it, and turn links into frames of other sites.
 */
export function registerContent(
  editor: Editor,
  refuse: () => void,
  bring: (files: readonly File[], at?: VecLike) => void,
): void {
  editor.registerExternalAssetHandler('file', null)
  editor.registerExternalAssetHandler('url', null)
  editor.registerExternalContentHandler('embed', null)
  editor.registerExternalContentHandler('excalidraw', null)
  editor.registerExternalContentHandler('file-replace', null)
  editor.registerExternalContentHandler('svg-text', refuse)
  editor.registerExternalContentHandler('files', ({ files, point }) => bring(files, point))
  editor.registerExternalContentHandler('url', ({ url, point }) => insertText(editor, url, point))
  editor.registerExternalContentHandler('text', ({ text, point }) => insertText(editor, text, point))
  editor.registerExternalContentHandler('tldraw', ({ content, point }) => {
    const harmless = onlyHarmless(content)
    if (harmless.shapes.length === 0) return refuse()
    editor.markHistoryStoppingPoint('paste')
    editor.putContentOntoCurrentPage(harmless, { point, select: true })
  })
}

function insertText(editor: Editor, text: string, point?: VecLike): void {
  const clean = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').trim().slice(0, 5_000)
  if (!clean) return
  const { x, y } = point ?? editor.getViewportPageBounds().center
  const isLong = clean.split('\n').some((line) => line.length > LINE)
  const id = createShapeId()
  editor.createShapes([
    {
      id,
      type: 'text',
      x,
      y,
      props: { richText: toRichText(clean), ...(isLong ? { autoSize: false, w: WRAPPED_WIDTH } : {}) },
    },
  ])
  if (editor.getShape(id)) editor.select(id)
}

function onlyHarmless(content: TLContent): TLContent {
  const isHarmless = (shape: TLShape) => PASTED.has(shape.type) && shape.meta['projected'] !== true
  const shapes = content.shapes.filter(isHarmless)
  const kept = new Set<string>(shapes.map(({ id }) => id))
  return {
    ...content,
    shapes,
    rootShapeIds: content.rootShapeIds.filter((id) => kept.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => kept.has(fromId) && kept.has(toId)),
    assets: [],
  }
}
