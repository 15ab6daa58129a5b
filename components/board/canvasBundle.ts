import type { BoardCanvas as Canvas } from '@/components/canvas/BoardCanvas'

/**
 * The canvas's script, fetched but not yet run: running it keeps the page busy for a while, and what is fetched early
 * should not stand in the way of what is shown first.
 */
export function runCanvas(): typeof Canvas {
  return (require('@/components/canvas/BoardCanvas') as { BoardCanvas: typeof Canvas }).BoardCanvas
}
