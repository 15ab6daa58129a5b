'use client'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import { STAKEHOLDERS_PAGE } from '@/components/canvas/binding/pages'
import { heldIn } from '@/components/canvas/held'
import { showProjection } from '@/components/canvas/projection'
import { projectStakes } from './project'
import type { FieldNow } from './useField'

/** Keeps the canvas equal to the case; returns what shows it again, where a hand changed a place. */
export function useStakesProjection(editor: Editor, { picture, how }: FieldNow): () => void {
  const shapes = useRef<ReturnType<typeof projectStakes>>([])
  const show = useCallback(
    () => showProjection(editor.store, STAKEHOLDERS_PAGE, shapes.current, heldIn(editor)),
    [editor],
  )
  useLayoutEffect(() => {
    shapes.current = projectStakes(picture, how)
    show()
  }, [picture, how, show])
  return show
}
