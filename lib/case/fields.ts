import { z } from 'zod'

/**
 * How a field of a record is kept in its `Y.Map`:
 * - `value`: one JSON value, the last writer wins (the default);
 * - `text`: a `Y.Text`, so that two people who type in it lose no letter;
 * - `set`: a `Y.Map` from member to `true`, so that two additions both survive;
 * - `map`: a `Y.Map` from key to a nested record, each a `Y.Map` of its own.
 */
export type FieldKind = 'value' | 'text' | 'set' | 'map'

/** A text that several people may type in at once; at most `max` UTF-16 units. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .meta({ kept: 'text' satisfies FieldKind })

/** A set of ids or names; in plain form an array in ascending order. */
export const set = (max = 200) =>
  z
    .array(z.string().min(1).max(200))
    .max(max)
    .meta({ kept: 'set' satisfies FieldKind })

/** Nested records under a key that says whose they are or which they are. */
export const mapOf = <S extends z.ZodObject>(shape: S) =>
  z.record(z.string().min(1).max(64), shape).meta({ kept: 'map' satisfies FieldKind, of: shape })

/** The kind of storage of one field of a record schema. */
export function fieldKind(field: z.core.$ZodType): FieldKind {
  return (z.globalRegistry.get(field)?.['kept'] as FieldKind | undefined) ?? 'value'
}

/** The schema of the nested records of a `map` field. */
export function nestedSchema(field: z.core.$ZodType): z.ZodObject {
  const of = z.globalRegistry.get(field)?.['of']
  if (!(of instanceof z.ZodObject)) throw new Error('not a map field')
  return of
}
