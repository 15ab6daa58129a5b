import type { StakeAttributes, StakeForm, Stakeholder } from '../types'

/** A stakeholder of whom it is known what a form shows. */
export type Known<K extends keyof StakeAttributes> = Stakeholder & Record<K, number>

/** What a form needs to know to give somebody a place. */
export const NEEDED = {
  rings: ['nearness'],
  grid: ['influence', 'interest'],
  forces: ['stance'],
} as const satisfies Record<StakeForm, readonly (keyof StakeAttributes)[]>

/** The attributes that a form is about. */
export type Needed<F extends StakeForm> = (typeof NEEDED)[F][number]

export function isKnown<F extends StakeForm>(form: F, who: Stakeholder): who is Known<Needed<F>> {
  return NEEDED[form].every((attribute) => who[attribute] !== null)
}

/** Nothing of what a form is about: what a place in the tray says. */
export function unknownIn(form: StakeForm): Partial<StakeAttributes> {
  return Object.fromEntries(NEEDED[form].map((attribute) => [attribute, null]))
}
