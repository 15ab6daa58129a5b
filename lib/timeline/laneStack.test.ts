import { expect, it } from 'vitest'
import { dropLane, stepLane } from './laneStack'

const lanes = [
  { id: 'p', place: 'above', order: 'a0' },
  { id: 'p2', place: 'above', order: 'a1' },
  { id: 'f', place: 'below', order: 'a0' },
  { id: 'f2', place: 'below', order: 'a1' },
] as const

it('[LN11] one step up or down on the screen moves a lane past its neighbour or across the axis, never past the end', () => {
  expect(stepLane(lanes, 'p2', 'up')).toBeNull()
  expect(stepLane(lanes, 'p2', 'down')).toEqual({ place: 'above', index: 0 })
  expect(stepLane(lanes, 'p', 'up')).toEqual({ place: 'above', index: 1 })
  expect(stepLane(lanes, 'p', 'down')).toEqual({ place: 'below', index: 0 })
  expect(stepLane(lanes, 'f', 'up')).toEqual({ place: 'above', index: 0 })
  expect(stepLane(lanes, 'f', 'down')).toEqual({ place: 'below', index: 1 })
  expect(stepLane(lanes, 'f2', 'down')).toBeNull()
  expect(stepLane(lanes, 'nobody', 'up')).toBeNull()
})

it('[LN12] a lane that is let go of lands in the gap under the hand, on that side of the axis', () => {
  // Rows from the top: p2, p, axis, f, f2.
  expect(dropLane(lanes, 'f2', 0)).toEqual({ place: 'above', index: 2 })
  expect(dropLane(lanes, 'f2', 2)).toEqual({ place: 'above', index: 0 })
  expect(dropLane(lanes, 'f2', 3)).toEqual({ place: 'below', index: 0 })
  expect(dropLane(lanes, 'p2', 2)).toEqual({ place: 'above', index: 0 })
  expect(dropLane(lanes, 'p2', 5)).toEqual({ place: 'below', index: 2 })
  expect(dropLane(lanes, 'f', 5)).toEqual({ place: 'below', index: 1 })
})
