import { type Attribute, STEPS, stepOf } from '@/lib/stakeholders/steps'
import type { StakeForm } from '@/lib/stakeholders/types'

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
