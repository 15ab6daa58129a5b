import type { TimelineLane } from './types'

/** The same comparison for everybody: by code unit, never by the reader's language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Lanes in their stored order. */
export function inOrder(lanes: readonly TimelineLane[]): TimelineLane[] {
  return [...lanes].sort((a, b) => byText(a.order, b.order) || byText(a.id, b.id))
}
