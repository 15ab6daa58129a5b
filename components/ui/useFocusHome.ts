'use client'
import { useEffect, useState } from 'react'
import { isFocusLost } from './usePanel'

/** When a dialog without a button of its own goes away, the focus goes back to what had it before. */
export function useFocusHome(): void {
  // As it is while this is first rendered: an effect of a field inside comes before ours.
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (isFocusLost() && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
}
