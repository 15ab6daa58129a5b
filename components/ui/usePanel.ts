'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** What stands on top of a panel and wants Escape for itself; `data-escape` is for forms inside it. */
const ON_TOP = '[data-radix-popper-content-wrapper], [role="dialog"]'

/** Escape closes the panel wherever the focus is, unless something on top of it wants it first. */
export function useEscape(close: () => void): void {
  // Before the panel is painted: whoever sees it can close it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (document.querySelector(ON_TOP)) return
      if (event.target instanceof Element && event.target.closest('[data-escape]')) return
      // Before the canvas library sees it and lets go of the card.
      event.stopPropagation()
      close()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [close])
}

/** When the panel goes away, focus goes back to where it came from, unless it has gone elsewhere meanwhile. */
export function useFocusBack(): void {
  const cameFrom = useRef<Element | null>(null)
  useEffect(() => {
    cameFrom.current = document.activeElement
    return () => {
      const before = cameFrom.current
      if (isFocusLost() && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}

/** Whether nothing has the focus: what had it is gone. */
export function isFocusLost(): boolean {
  return !document.activeElement || document.activeElement === document.body
}
