'use client'
import { useEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import { moveTo, viewOf } from '@/components/canvas/camera'
import { dayOfX, xOfDay } from '@/lib/timeline/scale'
import type { TimeScale } from '@/lib/timeline/types'

/**
 * When time is laid out anew (by anybody: wider years, empty stretches shortened), the day in the middle of the view
 * stays in the middle. Otherwise everybody would look at another time, or at nothing.
 */
export function useSteadyView(editor: Editor | null, scale: TimeScale, on: boolean): void {
  const before = useRef(scale)
  useEffect(() => {
    const last = before.current
    before.current = scale
    if (!editor || !on || JSON.stringify(last) === JSON.stringify(scale)) return
    const view = viewOf(editor)
    const middle = view.x + view.w / 2
    moveTo(editor, { ...view, x: view.x + xOfDay(dayOfX(middle, last), scale) - middle })
  }, [editor, scale, on])
}
