'use client'
import { useEffect } from 'react'

/** The parts of a board's screen, from top to bottom: its head, the canvas or list, and what is open beside it. */
const REGIONS = '.rt-header, #main, .rt-panel'
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable="true"]'
/** What stands on top has the keyboard to itself. */
const ON_TOP = '[role="dialog"][data-state="open"], [role="menu"]'

/** The innermost region that an element stands in. */
const regionOf = (element: Element | null): Element | null => element?.closest(REGIONS) ?? null

/** F6 goes to the next part of the screen, with Shift to the one before; each to where one was in it. */
export function useRegionKeys(): void {
  useEffect(() => {
    const last = new WeakMap<Element, HTMLElement>()
    const onFocus = ({ target }: FocusEvent) => {
      const region = target instanceof HTMLElement ? regionOf(target) : null
      if (region && target instanceof HTMLElement) last.set(region, target)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return
      if (document.querySelector(ON_TOP)) return
      const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)]
      const at = regions.findIndex((region) => region === regionOf(document.activeElement))
      const step = event.shiftKey ? -1 : 1
      const from = at < 0 && event.shiftKey ? 0 : at
      const next = regions[(from + step + regions.length) % regions.length]
      if (!next) return
      // Before the browser leaves the page, and before the canvas library sees it.
      event.preventDefault()
      event.stopPropagation()
      const known = last.get(next)
      const first = [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
        (one) => regionOf(one) === next && one.closest('[inert]') === null && one.checkVisibility(),
      )
      ;(known?.isConnected && known.closest('[inert]') === null ? known : (first ?? next)).focus()
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [])
}
