import { z } from 'zod'

// What the records of a case are made of; see schema.ts.

export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
/** Milliseconds since 1970 in UTC, by the writer's clock: shown, never used for order. */
export const At = z.number().int().nonnegative()
/** A principal: an account or a guest participant. */
export const PrincipalId = z.string().min(1).max(40)
/** Fractional index: sorts siblings, partners and lanes the same for everybody. */
export const OrderKey = z.string().max(100)
export const ShortText = z.string().max(200)

/** A date in EDTF (ISO 8601-2), or null when nobody knows; the words that were used stay beside it. */
const Edtf = z.string().min(1).max(100).nullable()

/** Set while a record lies in the bin; delete wins over a concurrent edit because the flag survives it. */
export const Binned = z.object({ by: PrincipalId, at: At }).nullable()

/** What every record has. */
export const base = {
  createdBy: PrincipalId.default('server'),
  createdAt: At.default(0),
  binned: Binned.default(null),
}

/** A date as it was said. */
export const dated = { date: Edtf.default(null), originalText: ShortText.default('') }

export const Nature = z.enum(['fact', 'opinion', 'assumption', 'feeling', 'interpretation'])
