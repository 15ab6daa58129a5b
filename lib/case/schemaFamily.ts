import { z } from 'zod'
import { mapOf, set, text } from './fields'
import { base, dated, Id, Nature, OrderKey, PrincipalId, ShortText } from './schemaParts'

// Who belongs to whom, and what is between them; a part of the one definition in schema.ts.

/** What a partnership is from a moment on; see `PHASE_TYPES`. */
export const Phase = z.looseObject({ type: ShortText, ...dated, order: OrderKey.default('a0') })

/** What a couple says of children to come: none any more, or perhaps some. */
export const MoreChildren = z.enum(['no', 'perhaps'])

/** Two people who are or were partners; phases (marriage, separation…) follow each other in time. */
export const Partnership = z.looseObject({
  id: Id,
  partners: set(2).default([]),
  phases: mapOf(Phase).default({}),
  moreChildren: MoreChildren.nullable().default(null),
  order: OrderKey.default('a0'),
  ...base,
})

/** One child of a couple, of one parent, or of an organisation (residential placement). */
export const Parentage = z.looseObject({
  id: Id,
  child: Id,
  partnership: Id.nullable().default(null),
  parent: Id.nullable().default(null),
  type: ShortText.default('biological'),
  /** Children of one pregnancy share this key. */
  multiple: ShortText.nullable().default(null),
  identical: z.boolean().nullable().default(null),
  ...dated,
  order: OrderKey.default('a0'),
  ...base,
})

export const Household = z.looseObject({
  id: Id,
  name: text(200).default(''),
  members: set().default([]),
  ...dated,
  order: OrderKey.default('a0'),
  ...base,
})

/** A line between two people, organisations or groups, as somebody sees it. */
export const Relation = z.looseObject({
  id: Id,
  from: Id,
  to: Id,
  type: ShortText.default('plain'),
  directed: z.boolean().default(false),
  ...dated,
  support: set().default([]),
  /** "volgens Sanne": a person of the case, or a participant. */
  accordingTo: z
    .object({ person: Id.nullable(), principal: PrincipalId.nullable() })
    .nullable()
    .default(null),
  nature: Nature.nullable().default(null),
  note: text(5_000).default(''),
  /** There is a secret in the family around this line. */
  secret: z.boolean().default(false),
  order: OrderKey.default('a0'),
  ...base,
})
