'use client'
import { useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** A ref to the value of the last render, for listeners that outlive it. */
export function useLatest<T>(value: T): RefObject<T> {
  const ref = useRef(value)
  useLayoutEffect(() => {
    ref.current = value
  })
  return ref
}
