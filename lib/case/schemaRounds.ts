import { z } from 'zod'
import { mapOf, set, text } from './fields'
import { base, Id, PrincipalId } from './schemaParts'

/** Most people and organisations that are placed in one round: what somebody places has to fit in one answer. */
export const MOST_PLACED = 150

const part = z.number().min(0).max(1)

/** Where somebody puts one person or organisation: attributes of a stake, each only when it was said. */
export const Place = z.strictObject({
  influence: part.optional(),
  interest: part.optional(),
  stance: z.number().int().min(-2).max(2).optional(),
  nearness: part.optional(),
  strength: z.number().int().min(1).max(5).optional(),
})
export type Place = z.output<typeof Place>

/** Places by the id of the person or organisation. */
export const Places = z
  .record(Id, Place)
  .refine((places) => Object.keys(places).length <= MOST_PLACED, 'too many places')
export type Places = z.output<typeof Places>

/** What one person placed. `by` is null when they did not agree to their name beside it. */
export const Placement = z.looseObject({
  by: PrincipalId.nullable().default(null),
  places: Places.default({}),
})

/**
 * A round on the stakeholder map in which everybody places for themselves first. Until the reveal the server keeps
 * what they place (the step of that name in lib/entries is the round's id); at the reveal the server writes it here.
 */
export const Round = z.looseObject({
  id: Id,
  form: z.enum(['rings', 'grid', 'forces']).default('rings'),
  /** What everybody answers by placing. */
  question: text(1_000).default(''),
  /** Ids of the people and organisations that are placed. */
  subjects: set(MOST_PLACED).default([]),
  /** By the id of the private entry, which says nothing of whose it was. */
  placements: mapOf(Placement).default({}),
  revealed: z.boolean().default(false),
  ...base,
})
