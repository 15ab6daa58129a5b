'use client'
import { useState } from 'react'
import { sameValue } from '@/components/canvas/binding/fields'

/** The plain data (no maps or sets) of before as long as what it says is the same, so that nothing is computed again for nothing. */
export function useSame<T>(value: T): T {
  const [kept, keep] = useState(value)
  if (kept === value || sameValue(kept, value)) return kept
  keep(value)
  return value
}
