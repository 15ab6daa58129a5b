import { z } from 'zod'
import { mapOf } from '../fields'

/** Longest value of an overlay, as JSON text. */
export const MAX_VALUE_CHARS = 10_000

/**
 * Fields of an open record that only those who are admitted may read: a mark of health or addiction on a person. It
 * lives in a board's reserved document, never in the open one, and is laid over the record that `ref` names when both
 * are read (`withReserved`).
 */
export const Overlay = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  /** The map of the record that it lies over, such as `people`. */
  kind: z.string().min(1).max(40),
  ref: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  /** By name of the field, so that two people who mark two things both keep theirs. */
  fields: mapOf(
    z.looseObject({
      /** The value as JSON text: bounded, whatever the field holds. Checked against the field when it is read. */
      json: z.string().max(MAX_VALUE_CHARS),
      at: z.number().int().nonnegative().default(0),
    }),
  ).default({}),
  createdBy: z.string().min(1).max(40).default('server'),
  createdAt: z.number().int().nonnegative().default(0),
  binned: z
    .object({ by: z.string().min(1).max(40), at: z.number().int().nonnegative() })
    .nullable()
    .default(null),
})
export type CaseOverlay = z.infer<typeof Overlay>
