'use client'
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { fieldHostOf } from './host'
import { asStake } from './shapes'

/** A pointer that went no further than this was a click. Pixels. */
const STILL = 5

/** A click on somebody in the field chooses them. */
export function useFieldClicks(editor: Editor): void {
  useEffect(() => {
    const onEvent = (info: { type: string; name: string }) => {
      if (editor.getCurrentToolId() !== 'select') return
      if (info.type !== 'pointer' || info.name !== 'pointer_up') return
      const { originScreenPoint, currentScreenPoint, currentPagePoint, shiftKey } = editor.inputs
      if (originScreenPoint.dist(currentScreenPoint) > STILL || shiftKey) return
      const hit = editor.getShapeAtPoint(currentPagePoint, {
        hitInside: true,
        hitLocked: true,
        // Who stands in the middle is locked, and can be chosen all the same.
        filter: (shape) => !shape.isLocked || asStake(shape) !== null,
      })
      const stake = asStake(hit)
      // After the canvas library is done with the event: a command changes what it works on.
      if (stake) queueMicrotask(() => fieldHostOf(editor)?.choose(stake.props.pieceId))
    }
    editor.on('event', onEvent)
    return () => void editor.off('event', onEvent)
  }, [editor])
}
