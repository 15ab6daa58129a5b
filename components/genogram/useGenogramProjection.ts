'use client'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import { GENOGRAM_PAGE } from '@/components/canvas/binding/pages'
import { heldIn } from '@/components/canvas/held'
import { showProjection } from '@/components/canvas/projection'
import { projectGenogram } from './project'
import type { GenogramNow } from './useGenogram'

/** Keeps the canvas's people and lines equal to the case; returns what shows them again, where a hand changed a place. */
export function useGenogramProjection(
  editor: Editor,
  { picture, how }: GenogramNow,
  bond: string | null,
): () => void {
  const shapes = useRef<ReturnType<typeof projectGenogram>>([])
  const show = useCallback(
    () => showProjection(editor.store, GENOGRAM_PAGE, shapes.current, heldIn(editor)),
    [editor],
  )
  useLayoutEffect(() => {
    shapes.current = projectGenogram(picture, how, bond)
    show()
  }, [picture, how, bond, show])
  return show
}
