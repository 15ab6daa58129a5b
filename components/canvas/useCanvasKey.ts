'use client'
import { useEffect } from 'react'
import { useLatest } from '@/components/ui/useLatest'

/** Where keys are letters, or choose among things: a single key means nothing else there. */
const TYPING =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="radiogroup"]'

/** A single key that does something wherever nothing is being typed, before the canvas library sees it. `on`: now. */
export function useCanvasKey(key: string, run: () => unknown, on = true): void {
  const latest = useLatest(run)
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      if (event.key.toLowerCase() !== key || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [key, latest, on])
}
