import { Box } from 'tldraw'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { isProjected } from './binding/pages'

/** What can be fastened; an arrow holds on to things by its ends. */
const isLoose = (shape: TLShape) => !isProjected(shape) && shape.type !== 'arrow'

/** Drawing that is in the hand and hangs on a symbol of the case. */
export function fastened(editor: Editor): TLShapeId[] {
  return editor
    .getSelectedShapes()
    .filter((shape) => isLoose(shape) && isOnSymbol(editor, shape))
    .map(({ id }) => id)
}

/** Drawing that is in the hand, and the symbol that it could be fastened to; null when there is neither. */
export function fastenable(editor: Editor): { drawing: TLShapeId[]; to: TLShapeId } | null {
  const drawing = editor
    .getSelectedShapes()
    .filter((shape) => isLoose(shape) && !isOnSymbol(editor, shape))
    .map(({ id }) => id)
  const to = drawing.length > 0 ? symbolUnder(editor, drawing) : null
  return to && { drawing, to }
}

/** From now on the drawing goes where the symbol goes, for everybody, and is away while the symbol is. */
export function fasten(editor: Editor, { drawing, to }: { drawing: TLShapeId[]; to: TLShapeId }): void {
  editor.reparentShapes(drawing, to)
}

export function loosen(editor: Editor, drawing: TLShapeId[]): void {
  editor.reparentShapes(drawing, editor.getCurrentPageId())
}

const isOnSymbol = (editor: Editor, { parentId }: TLShape): boolean => {
  const parent = editor.getShape(parentId)
  return parent !== undefined && isProjected(parent)
}

/** Of the symbols that these touch, the one that shares most with them, measured by the smaller of the two. */
function symbolUnder(editor: Editor, drawing: TLShapeId[]): TLShapeId | null {
  const boxes = drawing.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  if (boxes.length === 0) return null
  const bounds = Box.Common(boxes)
  let best: { id: TLShapeId; share: number } | null = null
  for (const shape of editor.getCurrentPageShapes()) {
    // What no hand moves (lines, rings) goes nowhere.
    if (!isProjected(shape) || shape.isLocked || editor.isShapeHidden(shape)) continue
    const box = editor.getShapePageBounds(shape)
    if (!box) continue
    const w = Math.min(box.maxX, bounds.maxX) - Math.max(box.minX, bounds.minX)
    const h = Math.min(box.maxY, bounds.maxY) - Math.max(box.minY, bounds.minY)
    if (w <= 0 || h <= 0) continue
    const share = (w * h) / Math.max(1, Math.min(box.w * box.h, bounds.w * bounds.h))
    if (!best || share > best.share) best = { id: shape.id, share }
  }
  return best?.id ?? null
}
