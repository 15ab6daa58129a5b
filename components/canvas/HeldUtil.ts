import { ShapeUtil } from 'tldraw'
import type { Editor, TLBaseShape } from 'tldraw'
import { heldIn } from './held'

/** A projected shape that was let go of: it, and how far it went. */
export interface LetGo<Shape> {
  shape: Shape
  dx: number
  dy: number
}

/** Drops of one gesture are one command: they are gathered until the gesture is over. */
const drops = new WeakMap<Editor, LetGo<unknown>[]>()

/** A projected shape that hands can move and do nothing else with; what moving means is a command on the case. */
export abstract class HeldUtil<Shape extends TLBaseShape<string, object>> extends ShapeUtil<Shape> {
  override canResize = () => false
  override canEdit = () => false
  override canSnap = () => false
  override canBeLaidOut = () => false
  // They are reached by the list of keys beside the canvas, which screen readers can read.
  override canTabTo = () => false
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true

  /** What was let go of in one gesture. */
  protected abstract dropped(drops: readonly LetGo<Shape>[]): void

  override onTranslateStart(shape: Shape) {
    heldIn(this.editor).add(shape.id)
  }

  override onTranslateCancel(initial: Shape) {
    heldIn(this.editor).delete(initial.id)
  }

  // What somebody else threw away while it was in this hand is there no more when the hand lets go.
  override onTranslateEnd(initial: Shape, current: Shape | undefined) {
    if (!current) return void heldIn(this.editor).delete(initial.id)
    const gathered = (drops.get(this.editor) ?? []) as LetGo<Shape>[]
    if (gathered.length === 0) {
      drops.set(this.editor, gathered)
      // After the canvas library's own transaction: a command changes the case, and that changes the canvas.
      queueMicrotask(() => {
        drops.delete(this.editor)
        for (const { shape } of gathered) heldIn(this.editor).delete(shape.id)
        this.dropped(gathered)
      })
    }
    gathered.push({ shape: current, dx: current.x - initial.x, dy: current.y - initial.y })
  }
}

/** A projected shape that no hand changes: it is locked and binds nothing. */
export abstract class StillUtil<Shape extends TLBaseShape<string, object>> extends ShapeUtil<Shape> {
  override canBind = () => false
  override canTabTo = () => false
  override canResize = () => false
  override canSnap = () => false
  override canBeLaidOut = () => false

  override indicator() {
    return null
  }
}
