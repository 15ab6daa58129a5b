import type { StakeAttributes, StakeForm } from '@/lib/stakeholders/types'

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

/** The value of a step, or of the last one in that direction. */
export function valueAt(attribute: Attribute, step: number): number {
  const steps = STEPS[attribute]
  return steps[Math.min(steps.length - 1, Math.max(0, step))] ?? 0
}

/** One step more or less than a value. What was not known begins in the middle. */
export function stepped(attribute: Attribute, value: number | null, by: 1 | -1): number {
  const now = stepOf(attribute, value)
  return valueAt(attribute, now === null ? Math.floor(STEPS[attribute].length / 2) : now + by)
}

interface Change {
  attribute: Attribute
  by: 1 | -1
}

/** What an arrow key changes in a form: the way that the symbol then goes. */
export const ARROWS: Readonly<Record<StakeForm, Readonly<Record<string, Change>>>> = {
  rings: {
    ArrowUp: { attribute: 'nearness', by: 1 },
    ArrowRight: { attribute: 'nearness', by: 1 },
    ArrowDown: { attribute: 'nearness', by: -1 },
    ArrowLeft: { attribute: 'nearness', by: -1 },
  },
  grid: {
    ArrowUp: { attribute: 'influence', by: 1 },
    ArrowDown: { attribute: 'influence', by: -1 },
    ArrowRight: { attribute: 'interest', by: 1 },
    ArrowLeft: { attribute: 'interest', by: -1 },
  },
  forces: {
    ArrowRight: { attribute: 'stance', by: 1 },
    ArrowLeft: { attribute: 'stance', by: -1 },
    ArrowUp: { attribute: 'strength', by: 1 },
    ArrowDown: { attribute: 'strength', by: -1 },
  },
}
