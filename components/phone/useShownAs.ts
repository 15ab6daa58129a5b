'use client'
import { useState } from 'react'

/** Ways to see the moments where there is no canvas. */
export const SHOWN_AS = ['line', 'list', 'table'] as const
export type ShownAs = (typeof SHOWN_AS)[number]

/** Says nothing of any case: only how this device likes to look. */
const KEY = 'rotonde.phone'

/** Line, list or table, as it was chosen last on this device. */
export function useShownAs(): [ShownAs, (as: ShownAs) => void] {
  const [as, setAs] = useState<ShownAs>(kept)
  return [
    as,
    (next) => {
      setAs(next)
      try {
        localStorage.setItem(KEY, next)
      } catch {
        // A browser that keeps nothing: then it is chosen again next time.
      }
    },
  ]
}

function kept(): ShownAs {
  try {
    return SHOWN_AS.find((as) => as === localStorage.getItem(KEY)) ?? 'list'
  } catch {
    return 'list'
  }
}
