'use client'
import { useState } from 'react'

export type ShownAs = 'line' | 'list'

/** Says nothing of any case: only how this device likes to look. */
const KEY = 'rotonde.phone'

/** Line or list, as it was chosen last on this device. */
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
    return localStorage.getItem(KEY) === 'line' ? 'line' : 'list'
  } catch {
    return 'list'
  }
}
