'use client'
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { hostOf } from './host'
import type { ClusterShape, EventCardShape } from './shapes'

/** A pointer that went no further than this was a click. Pixels. */
const STILL = 5

/**
 * A click on a card opens it, on a cluster comes nearer; a double click beside everything makes a moment there. (A shape's own `onClick`
 * would keep the canvas library from selecting on pointer down, and so from dragging what is not selected.)
 */
export function useCanvasClicks(editor: Editor | null, on: boolean): void {
  useEffect(() => {
    if (!editor || !on) return
    const onEvent = (info: { type: string; name: string; phase?: string }) => {
      if (editor.getCurrentToolId() !== 'select') return
      const isClick = info.type === 'pointer' && info.name === 'pointer_up'
      const isDouble = info.type === 'click' && info.name === 'double_click' && info.phase === 'up'
      if (!isClick && !isDouble) return
      const { originScreenPoint, currentScreenPoint, currentPagePoint, shiftKey } = editor.inputs
      if (originScreenPoint.dist(currentScreenPoint) > STILL || shiftKey) return
      const { x, y } = currentPagePoint
      const hit = editor.getShapeAtPoint(
        { x, y },
        {
          hitInside: true,
          hitLocked: true,
          margin: 4 / editor.getZoomLevel(),
          filter: (shape) => !shape.isLocked || isCluster(shape),
        },
      )
      // After the canvas library is done with the event: a command changes what it works on.
      queueMicrotask(() => {
        if (isDouble && !hit) hostOf(editor)?.addAt({ x, y })
        if (isClick && isCluster(hit)) hostOf(editor)?.openCluster(hit.props.clusterId, { still: false })
        if (isClick && isCard(hit)) hostOf(editor)?.open(hit.props.eventId, false)
      })
    }
    editor.on('event', onEvent)
    return () => void editor.off('event', onEvent)
  }, [editor, on])
}

function isCard(shape: { type: string } | undefined): shape is EventCardShape {
  return shape?.type === 'rotonde-event'
}

function isCluster(shape: { type: string } | undefined): shape is ClusterShape {
  return shape?.type === 'rotonde-cluster'
}
