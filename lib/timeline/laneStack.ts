import { inOrder } from './lanes'
import type { TimelineLane } from './types'

/** A place in the pile of lanes: which side of the axis, and how many lanes lie between it and the axis. */
export interface LanePlace {
  place: 'above' | 'below'
  index: number
}

/** Lanes as they lie on the screen, from top to bottom: the outermost above first. */
export function stackOf<L extends TimelineLane>(lanes: readonly L[]): { above: L[]; below: L[] } {
  const ordered = inOrder(lanes) as L[]
  return {
    above: ordered.filter(({ place }) => place === 'above').reverse(),
    below: ordered.filter(({ place }) => place === 'below'),
  }
}

/** One step up or down on the screen; across the axis to the other side. Null at the end of the pile. */
export function stepLane(lanes: readonly TimelineLane[], id: string, step: 'up' | 'down'): LanePlace | null {
  const { above, below } = stackOf(lanes)
  const lane = lanes.find((one) => one.id === id)
  if (!lane) return null
  if (lane.place === 'above') {
    const fromAxis = above.length - 1 - above.findIndex((one) => one.id === id)
    if (step === 'up') return fromAxis < above.length - 1 ? { place: 'above', index: fromAxis + 1 } : null
    return fromAxis > 0 ? { place: 'above', index: fromAxis - 1 } : { place: 'below', index: 0 }
  }
  const fromAxis = below.findIndex((one) => one.id === id)
  if (step === 'down') return fromAxis < below.length - 1 ? { place: 'below', index: fromAxis + 1 } : null
  return fromAxis > 0 ? { place: 'below', index: fromAxis - 1 } : { place: 'above', index: 0 }
}

/**
 * Where a lane lands that is let go of above the row `gap` of the pile (with the axis as a row of its own), as a place
 * among the other lanes.
 */
export function dropLane(lanes: readonly TimelineLane[], id: string, gap: number): LanePlace {
  const { above, below } = stackOf(lanes)
  const upper = above.slice(0, Math.max(0, gap)).filter((one) => one.id !== id)
  if (gap <= above.length) {
    const others = above.filter((one) => one.id !== id)
    return { place: 'above', index: others.length - upper.length }
  }
  const nearer = below.slice(0, gap - above.length - 1).filter((one) => one.id !== id)
  return { place: 'below', index: nearer.length }
}
