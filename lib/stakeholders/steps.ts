import type { StakeAttributes } from './types'

export type Attribute = keyof StakeAttributes

/** In the order in which they are asked and told. */
export const ATTRIBUTES = [
  'nearness',
  'influence',
  'interest',
  'stance',
  'strength',
] as const satisfies Attribute[]

const FIFTHS = [0, 0.25, 0.5, 0.75, 1] as const

/** What each can say, from the least to the most, in steps that have a word. Of nearness each is the middle of a ring. */
export const STEPS: Readonly<Record<Attribute, readonly number[]>> = {
  nearness: [0.125, 0.375, 0.625, 0.875],
  influence: FIFTHS,
  interest: FIFTHS,
  stance: [-2, -1, 0, 1, 2],
  strength: [1, 2, 3, 4, 5],
}

/** The step that a value is nearest to; null for what is not known. */
export function stepOf(attribute: Attribute, value: number | null): number | null {
  if (value === null) return null
  const far = STEPS[attribute].map((step) => Math.abs(step - value))
  return far.indexOf(Math.min(...far))
}
