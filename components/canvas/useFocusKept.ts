'use client'
import { useLayoutEffect, useRef } from 'react'
import { isFocusLost } from '@/components/ui/usePanel'

/** What a list of buttons beside the canvas stands for: its buttons carry the id as `data-moment`, `data-person` or `data-stake`. */
type Key = 'moment' | 'person' | 'stake'

/** Puts the keyboard on the button that stands for something on the canvas. */
export function focusKey(key: Key, id: string): void {
  document.querySelector<HTMLElement>(`button[data-${key}="${CSS.escape(id)}"]`)?.focus()
}

/** When what has the focus is deleted, here or elsewhere, the focus goes to its neighbour. */
export function useFocusKept(
  key: Key,
  list: React.RefObject<HTMLOListElement | null>,
  ids: readonly string[],
): void {
  const order = useRef(ids)
  const focused = useRef<string | null>(null)
  useLayoutEffect(() => {
    const before = order.current
    order.current = ids
    const lost = focused.current
    if (lost !== null && !ids.includes(lost) && isFocusLost()) {
      const place = before.indexOf(lost)
      const next = [...before.slice(place + 1), ...before.slice(0, place).reverse()]
      const neighbour = next.find((id) => ids.includes(id))
      focused.current = null
      if (neighbour) focusKey(key, neighbour)
    }
  })
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const onFocus = ({ target }: FocusEvent) => {
      focused.current = (target as HTMLElement).dataset[key] ?? null
    }
    const onBlur = ({ target }: FocusEvent) => {
      // A button that is being taken away is left too; that is no going elsewhere.
      queueMicrotask(() => {
        if ((target as HTMLElement).isConnected && isElsewhere(element)) focused.current = null
      })
    }
    element.addEventListener('focusin', onFocus)
    element.addEventListener('focusout', onBlur)
    return () => {
      element.removeEventListener('focusin', onFocus)
      element.removeEventListener('focusout', onBlur)
    }
  }, [key, list])
}

const isElsewhere = (list: HTMLElement) => !list.contains(document.activeElement)
