'use client'
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { genogramHostOf } from './host'
import { asBond, asPerson } from './shapes'

/** A pointer that went no further than this was a click. Pixels. */
const STILL = 5
/** So near to a line is on it. Pixels. */
const NEAR = 8

/** A click on a person or on a relation's line chooses it; a person is in front of the lines that end there. */
export function useGenogramClicks(editor: Editor): void {
  useEffect(() => {
    const onEvent = (info: { type: string; name: string }) => {
      if (editor.getCurrentToolId() !== 'select') return
      if (info.type !== 'pointer' || info.name !== 'pointer_up') return
      const { originScreenPoint, currentScreenPoint, currentPagePoint, shiftKey } = editor.inputs
      if (originScreenPoint.dist(currentScreenPoint) > STILL || shiftKey) return
      const { x, y } = currentPagePoint
      const person = personAt(editor, { x, y })
      const bond = person === null ? bondAt(editor, { x, y }) : null
      // After the canvas library is done with the event: a command changes what it works on.
      queueMicrotask(() => {
        if (person !== null) genogramHostOf(editor)?.choose(person)
        if (bond !== null) genogramHostOf(editor)?.chooseBond(bond)
      })
    }
    editor.on('event', onEvent)
    return () => void editor.off('event', onEvent)
  }, [editor])
}

/** Who stands at a place of the page; null when it is nobody, or a drawing lies over them. */
export function personAt(editor: Editor, at: { x: number; y: number }): string | null {
  const hit = editor.getShapeAtPoint(at, { hitInside: true, filter: (shape) => !shape.isLocked })
  return asPerson(hit)?.props.pieceId ?? null
}

function bondAt(editor: Editor, at: { x: number; y: number }): string | null {
  const margin = NEAR / editor.getZoomLevel()
  const hit = editor.getShapeAtPoint(at, {
    hitLocked: true,
    margin,
    filter: (shape) => !shape.isLocked || asBond(shape) !== null,
  })
  return asBond(hit)?.props.pieceId ?? null
}
